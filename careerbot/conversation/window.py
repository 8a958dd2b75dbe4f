"""What Rasa is handed of a conversation: its last events, and before them what all the earlier ones left behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    ConversationPaused,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.utils.common import all_subclasses

KEPT = 25  # events at least, about four turns: more than any policy looks back
OFFERS = 100  # suggestions before the window that may still be pressed

_EVENT_TYPES = {kind.type_name: kind for kind in all_subclasses(Event)}


class Memory(Struct):
    """The state of a conversation where its window begins."""

    slots: dict[str, Any] = {}
    paused: bool = False
    offers: list[tuple[str, str]] = []  # (title, payload), the latest last

    def events(self, slots: Iterable[Slot]) -> Iterator[Event]:
        """Events that bring a new tracker into this state."""
        known = {slot.name for slot in slots}
        for name, value in self.slots.items():
            if name in known:  # a new model may have dropped it
                yield SlotSet(name, value)
        if self.paused:
            yield ConversationPaused()
        if self.offers:
            yield BotUttered(
                None, {"buttons": [{"title": title, "payload": payload} for title, payload in self.offers]}
            )


class WindowedTracker(DialogueStateTracker):
    """A tracker that knows which of its events are stored, and under which ids."""

    version = 0  # turns saved when it was read; 0 for a new conversation
    memory = Memory()
    ids: Sequence[int] = ()  # of its first events, those after the memory
    _remembered = 0
    _stored = 0
    _asked: tuple[Any, ...] = ()
    _states: Sequence[State] = ()

    @classmethod
    def restore(
        cls, sender_id: str, slots: Iterable[Slot], memory: Memory, ids: Sequence[int], events: Iterable[dict[str, Any]]
    ) -> WindowedTracker:
        """A tracker of what is stored."""
        tracker = cls(sender_id, slots)
        for event in memory.events(tracker.slots.values()):
            tracker.update(event)
        tracker._remembered = len(tracker.events)
        for event in events:
            tracker.update(revive(event))
        tracker.memory, tracker.ids = memory, ids
        tracker._stored = len(tracker.events)
        return tracker

    def past_states(self, domain: Domain, *how: Any, **named: Any) -> list[State]:
        """As Rasa works them out, but once for all policies that look at the same moment."""
        asked = (len(self.events), how, *((name, id(value)) for name, value in named.items()))
        if self._asked != asked:
            self._asked, self._states = asked, super().past_states(domain, *how, **named)
        return [
            {part: dict(features) for part, features in state.items()} for state in self._states
        ]  # policies cut them up

    def new_events(self) -> list[Event]:
        """Those not stored yet."""
        return list(self.events)[self._stored :]

    def saved(self) -> None:
        """All events are stored now."""
        self._stored = len(self.events)
        self.version += 1

    def moved_on(self) -> tuple[int, Memory]:
        """Where the next turn's window begins (an event's place among `ids`), and the memory that belongs to it."""
        events = list(self.events)[self._remembered :]
        start = _start(events[: len(self.ids)], len(events))
        if start == 0:
            return 0, self.memory
        before = self.init_copy()
        for event in [*self.memory.events(self.slots.values()), *events[:start]]:
            before.update(event)
        if before.active_loop:  # a form needs the message that began it
            return 0, self.memory
        unset = {slot.name: slot.initial_value for slot in self.slots.values()}
        slots = {name: value for name, value in before.current_slot_values().items() if value != unset[name]}
        return start, Memory(slots, before.is_paused(), _offers(self.memory.offers, events[:start]))


def revive(event: dict[str, Any]) -> Event:
    """An event from its stored form. Rasa's own way looks through all kinds of events each time."""
    kind = _EVENT_TYPES[event["event"]]
    return kind._from_parameters(event)


def _start(stored: Sequence[Event], length: int) -> int:
    """The last place, KEPT before the end at least, where a turn or a session begins; a session is never looked back beyond."""
    session = max((at for at, event in enumerate(stored) if isinstance(event, SessionStarted)), default=0)
    turns = (at for at in range(min(len(stored) - 1, length - KEPT), session, -1) if _begins_turn(stored, at))
    return next(turns, session)


def _begins_turn(events: Sequence[Event], at: int) -> bool:
    listens = isinstance(events[at], ActionExecuted) and events[at].action_name == ACTION_LISTEN_NAME
    return listens and at + 1 < len(events) and isinstance(events[at + 1], UserUttered)


def _offers(earlier: Iterable[tuple[str, str]], events: Iterable[Event]) -> list[tuple[str, str]]:
    """The suggestions made up to here in this session, each once, the latest last."""
    offers = dict.fromkeys(earlier)
    for event in events:
        if isinstance(event, SessionStarted):
            offers = {}
        elif isinstance(event, BotUttered):
            for button in event.data.get("buttons") or ():
                offer = (button.get("title") or "", button.get("payload") or "")
                offers.pop(offer, None)
                offers[offer] = None
    return list(offers)[-OFFERS:]
