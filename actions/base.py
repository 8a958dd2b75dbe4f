"""What every action shares: it reads a Turn, returns an Outcome, and always says something."""

from __future__ import annotations

import asyncio
import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import named
from actions.named import Named
from careerbot.advice.quiz import interrupted
from careerbot.advice.reply import Reply
from careerbot.advice.small_talk import apology
from careerbot.understanding.intake import is_command
from careerbot.understanding.self_description import without_self_description

logger = logging.getLogger(__name__)
T = TypeVar("T")


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
    slots: Mapping[str, Any] = field(default_factory=dict)  # all that the conversation remembers, by slot
    last_reply: Reply | None = None  # what was answered before
    read_as: str = ""  # the message as the pipeline let it through
    typed: str = ""  # the message with what it says of who asks, which changes no answer
    entities: tuple[tuple[str, Any], ...] = ()  # (entity, value) of all that was marked in the message, in its order

    named: tuple[Named, ...] = ()  # every career in the message, asked about or not, as it is named

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
    def excluded(self) -> tuple[str, ...]:
        """Ids of the careers that the asker does not want."""
        return _ids(each for each in self.named if each.role == "excluded")

    @classmethod
    def read(cls, tracker: Tracker) -> Turn:
        """Read a turn from the tracker that Rasa sends along."""
        message = tracker.latest_message
        entities = message.get("entities") or []
        careers = named.read(entities)
        return cls(
            text=without_self_description(_typed(tracker)),
            typed=_typed(tracker),
            intent=(message.get("intent") or {}).get("name") or "",
            ranking=tuple(intent["name"] for intent in message.get("intent_ranking") or ()),
            careers=_ids(each for each in careers if each.role is None),
            unknown_career=next((each["value"] for each in entities if each["entity"] == "unknown_career"), None),
            focus=tracker.get_slot("career"),
            topic=tracker.get_slot("topic"),
            in_play=tuple(tracker.get_slot("in_play") or ()),
            offer=tracker.get_slot("offer"),
            slots=tracker.current_slot_values(),
            last_reply=_last_reply(tracker),
            entities=tuple((each["entity"], each["value"]) for each in entities),
            read_as=message.get("text") or "",
            named=careers,
        )

    @property
    def pressed(self) -> bool:
        """Whether a suggestion was pressed rather than something typed."""
        return is_command(self.read_as)

    def worded(self, careers: Sequence[str]) -> str:
        """The message, in the place of each of `careers` its place among them: "is a {0} better than a {1}?"."""
        text = self.read_as
        for each in sorted(self.named, key=lambda each: -each.start):
            if each.end and each.id in careers:
                text = f"{text[: each.start]}{{{careers.index(each.id)}}}{text[each.end :]}"
        return text

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


@dataclass(frozen=True)
class Outcome:
    """What an action says, and what the conversation remembers from now on (slot -> value)."""

    reply: Reply
    remember: dict[str, Any] = field(default_factory=dict)


class CareerAction(Action, ABC):
    """An action that answers even when it fails: Rasa itself would log the failure and leave the person in silence."""

    patience = 10.0  # seconds until a person is told that it did not work
    keeps_quiz_waiting = True  # whether its answer interrupts a quiz under way, and says so

    @abstractmethod
    def answer(self, turn: Turn) -> Outcome:
        """Decide what to say. Runs in a thread of its own, so that a slow answer holds up nobody else."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Rasa's entry point. An offer not taken up at once is forgotten."""
        try:
            turn = Turn.read(tracker)
            outcome = await asyncio.wait_for(_in_thread(lambda: self.answer(turn)), self.patience)
        except Exception:
            logger.exception("%s failed; the person was told so", self.name())
            outcome = Outcome(apology())
        reply, remember = outcome.reply, {"offer": None, **outcome.remember}
        if self.keeps_quiz_waiting:
            waiting, reply = interrupted(tracker.get_slot("quiz"), reply)
            remember |= {"quiz": waiting} if waiting else {}
        dispatcher.utter_message(
            text=reply.text(),
            buttons=[{"title": each.title, "payload": each.payload} for each in reply.suggestions],
            reply=reply.document(),
        )
        return [SlotSet(slot, value) for slot, value in remember.items() if tracker.get_slot(slot) != value]


async def _in_thread(work: Callable[[], T]) -> T:
    """Run `work` in a daemon thread: unlike a pool's, one that hangs neither blocks the next nor the end of the process."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if done.cancelled():
            return
        if error is None:
            done.set_result(result)  # type: ignore[arg-type]  # a result without an error is a T
        else:
            done.set_exception(error)

    def target() -> None:
        try:
            outcome: tuple[T | None, BaseException | None] = (work(), None)
        except BaseException as error:
            outcome = (None, error)
        loop.call_soon_threadsafe(settle, *outcome)

    threading.Thread(target=target, daemon=True, name="action").start()
    return await done
