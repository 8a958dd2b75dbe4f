"""A turn as an action sees it: what was said, what was understood of it, and what the conversation remembers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rasa_sdk import Tracker

from actions import memory, named
from actions.named import Named
from careerbot.advice.reply import Reply
from careerbot.understanding import own_career, own_pay, wording
from careerbot.understanding.intake import is_command
from careerbot.understanding.self_description import without_self_description
from careerbot.understanding.several_questions import only_asking
from careerbot.understanding.stories import is_story


@dataclass(frozen=True)
class Turn:
    """What an action may know: the message, what was understood of it, and what the conversation remembers."""

    text: str
    intent: str
    ranking: tuple[str, ...]  # intents, most likely first
    careers: tuple[str, ...]  # ids of the careers that the message asks about, in their order
    unknown_career: str | None  # what the message calls a career that is not known
    focus: str | None  # id of the career the conversation is about
    topic: str | None  # intent of the last question about a career
    in_play: tuple[str, ...]  # ids of the careers that the last answer listed, in their order
    offer: dict[str, str] | None  # what a "yes" would accept: {"intent": ..., "career": ...}
    slots: Mapping[str, Any] = field(default_factory=dict)  # all that the conversation remembers (memory.py), by slot
    last_reply: Reply | None = None  # what was answered before
    read_as: str = ""  # the message as the pipeline let it through
    typed: str = ""  # the message with what it says of who asks, which changes no answer
    entities: tuple[tuple[str, Any], ...] = ()  # (entity, value) of all that was marked in the message, in its order
    named: tuple[Named, ...] = ()  # every career in the message, asked about or not, as it is named
    questions: tuple[Mapping[str, Any], ...] = ()  # where the message asks several: each with intent, text and entities

    @property
    def own_pay(self) -> Mapping[str, Any] | None:
        """What the person earns, as said now or before: {"amount": dollars, "per": "year" or "hour"}; "beside" is the
        career that it was held against last."""
        said = own_pay.own_pay(self.text)
        return {"amount": said.amount, "per": said.per} if said else self.slots.get("own_pay")

    @property
    def mentioned(self) -> tuple[str, ...]:
        """Ids of all careers in the message, whatever their role, in their order."""
        return _ids(self.named)

    @property
    def persons(self) -> tuple[str, ...]:
        """Ids of the careers that people in the message have or had, the asker's own among them."""
        return _ids(each for each in self.named if each.role == "person")

    @property
    def own(self) -> str | None:
        """The id of the asker's own career, present or past."""
        return next((each.id for each in self.named if each.whose == "own"), None)

    @property
    def own_career(self) -> str | None:
        """The id of the career that the asker has, as said now or before; one they had where they said of none that they have it."""
        own = [(each.start, each.id) for each in self.named if each.whose == "own"]
        return own_career.said_to_be_own(self.read_as, own, self.slots.get("own_career"))

    @property
    def excluded(self) -> tuple[str, ...]:
        """Ids of the careers that the asker does not want."""
        return _ids(each for each in self.named if each.role == "excluded")

    @classmethod
    def read(cls, tracker: Tracker) -> Turn:
        """Read a turn from the tracker that Rasa sends along."""
        message = tracker.latest_message
        entities = message.get("entities") or []
        careers = named.read(entities)
        slots = memory.known(tracker.current_slot_values())
        return cls(
            text=without_self_description(message.get("spelt") or _typed(tracker)),
            typed=_typed(tracker),
            intent=(message.get("intent") or {}).get("name") or "",
            ranking=tuple(intent["name"] for intent in message.get("intent_ranking") or ()),
            careers=_ids(each for each in careers if each.role is None),
            unknown_career=named.unknown(entities),
            focus=slots.get("career"),
            topic=slots.get("topic"),
            in_play=tuple(slots.get("in_play") or ()),
            offer=slots.get("offer"),
            slots=slots,
            last_reply=_last_reply(tracker),
            entities=tuple((each["entity"], each["value"]) for each in entities),
            read_as=message.get("text") or "",
            named=careers,
            questions=_questions(message),
        )

    def apart(self) -> list[Turn]:
        """The message as a turn for each of its questions; the careers that one leaves out are those named before it."""
        turns, known = [], tuple(replace(each, start=0, end=0) for each in self.named)
        for question in self.questions:
            unknown = named.unknown(question["entities"])  # what is asked of it is asked of none that is known
            if not unknown:
                known = named.read(question["entities"]) or tuple(replace(each, start=0, end=0) for each in known)
            about = () if unknown else known
            part = replace(
                self, intent=question["intent"], text=question["text"], read_as=question["text"], questions=()
            )
            careers = _ids(each for each in about if each.role is None)
            turns.append(replace(part, named=about, careers=careers, unknown_career=unknown))
        return turns

    @property
    def pressed(self) -> bool:
        """Whether a suggestion was pressed rather than something typed."""
        return is_command(self.read_as)

    def worded(self, careers: Sequence[str]) -> str:
        """The message, in the place of each of `careers` its place among them: "is a {0} better than a {1}?"."""
        return wording.worded(
            self.read_as, [(each.start, each.end, each.id) for each in self.named if each.end], careers
        )

    @property
    def question(self) -> str:
        """What the message asks, without what its story tells, and with "they" in the place of each career's name."""
        asked = only_asking(self.text) if is_story(self.text) else self.text
        for each in self.named:
            if each.said:
                asked = re.sub(rf"(?<!\w){re.escape(each.said)}(?!\w)", "they", asked, flags=re.IGNORECASE)
        return asked

    def entity(self, name: str) -> Any:
        """The first value that the message gives an entity, such as a pressed answer; None where it gives none."""
        return next((value for entity, value in self.entities if entity == name), None)


def _ids(careers: Iterable[Named]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.id for each in careers))


def _typed(tracker: Tracker) -> str:
    """The last message as it was typed; `latest_message` holds what the pipeline let through of it."""
    return next((event["text"] or "" for event in reversed(tracker.events) if event["event"] == "user"), "")


def _last_reply(tracker: Tracker) -> Reply | None:
    said = ((event.get("metadata") or {}).get("reply") for event in reversed(tracker.events) if event["event"] == "bot")
    document = next(said, None)
    return Reply.from_document(document) if document else None


def _questions(message: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """The questions of a message, unless the conversation has found it to mean something else."""
    asked = message.get("questions") or ()
    return tuple(asked) if any(each["intent"] == message["intent"]["name"] for each in asked) else ()
