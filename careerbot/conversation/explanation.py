"""Why the assistant answered as it did: what it understood, what it ran and what it remembers, read from Rasa's events.

Imports no Rasa: the events are plain data (`Event.as_dict`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

_SILENT = ("action_listen", "action_session_start")
Events = Sequence[Mapping[str, Any]]


class Entity(Struct, frozen=True):
    """A span of the message and what it was taken for."""

    kind: str  # "career" or "unknown_career"
    value: str  # the id of the career, or the words of an unknown one
    words: str


class Explanation(Struct, frozen=True):
    """One turn, seen from inside."""

    text: str
    intent: str
    confidence: float  # from 0 to 1
    runners_up: list[tuple[str, float]]  # other intents, most likely first
    entities: list[Entity]
    actions: list[tuple[str, str]]  # what ran, and the policy that chose it
    changed: dict[str, Any]  # the slots that this turn set
    memory: dict[str, Any]  # all slots after the turn, without the empty ones

    @property
    def careers(self) -> list[str]:
        """The ids of the careers that the message names, in its order, each once."""
        return list(dict.fromkeys(each.value for each in self.entities if each.kind == "career"))

    def lines(self) -> list[str]:
        """For people, a line a matter."""
        others = ", ".join(f"{intent} {share:.2f}" for intent, share in self.runners_up[:3])
        named = ", ".join(f"{each.kind} {each.value} (“{each.words}”)" for each in self.entities)
        ran = ", ".join(f"{action} (chosen by {policy})" if policy else action for action, policy in self.actions)
        return [
            f"understood as {self.intent} ({self.confidence:.2f})" + (f"; next {others}" if others else ""),
            f"named: {named or 'no career'}",
            f"ran: {ran or 'nothing'}",
            f"remembered now: {_pairs(self.changed) or 'nothing new'}",
            f"remembered in all: {_pairs(self.memory) or 'nothing'}",
        ]


def explain(events: Events) -> Explanation | None:
    """Explain the last turn of a conversation; None where nobody has said anything."""
    start = last_said(events)
    if start is None:
        return None
    said, after = events[start], events[start:]
    parsed = said.get("parse_data") or {}
    intent = parsed.get("intent") or {}
    ranking = [(each["name"], each["confidence"]) for each in parsed.get("intent_ranking") or ()]
    return Explanation(
        text=said.get("text") or "",
        intent=intent.get("name") or "",
        confidence=intent.get("confidence") or 0.0,
        runners_up=[each for each in ranking if each[0] != intent.get("name")],
        entities=[_entity(each, said.get("text") or "") for each in parsed.get("entities") or ()],
        actions=[
            (each["name"], each.get("policy") or "")
            for each in after
            if each["event"] == "action" and each["name"] not in _SILENT
        ],
        changed=_slots(after),
        memory={slot: value for slot, value in _slots(events).items() if value is not None},
    )


def last_said(events: Events) -> int | None:
    """Where the last message of the person stands among the events."""
    return next((at for at in reversed(range(len(events))) if events[at]["event"] == "user"), None)


def _entity(entity: Mapping[str, Any], text: str) -> Entity:
    words = text[entity["start"] : entity["end"]] if "start" in entity else entity["value"]
    return Entity(entity["entity"], str(entity["value"]), words)


def _slots(events: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    slots: dict[str, Any] = {}
    for event in events:
        if event["event"] == "restart":
            slots.clear()
        if event["event"] == "slot":
            slots[event["name"]] = event["value"]
    return slots


def _pairs(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={value}" for name, value in values.items())
