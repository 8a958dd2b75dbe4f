"""What every action shares: it reads a Turn, returns an Outcome, and always says something."""

from __future__ import annotations

import asyncio
import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, TypeVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from careerbot.advice import compare
from careerbot.advice.joining import joined
from careerbot.advice.quiz import interrupted
from careerbot.advice.reply import Reply, suggestion
from careerbot.advice.small_talk import apology

logger = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True)
class Outcome:
    """What an action says, and what the conversation remembers from now on (slot -> value)."""

    reply: Reply
    remember: dict[str, Any] = field(default_factory=dict)


class CareerAction(Action, ABC):
    """An action that answers even when it fails: Rasa itself would log the failure and leave the person in silence."""

    patience = 10.0  # seconds until a person is told that it did not work
    keeps_quiz_waiting = True  # whether its answer interrupts a quiz under way, and says so
    answers_to: ClassVar[tuple[str, ...]] = ()  # the intents it can answer beside another question in one message
    _answering: ClassVar[dict[str, type[CareerAction]]] = {}

    def __init_subclass__(cls) -> None:
        """Know who answers what."""
        CareerAction._answering.update(dict.fromkeys(cls.answers_to, cls))

    @abstractmethod
    def answer(self, turn: Turn) -> Outcome:
        """Decide what to say. Runs in a thread of its own, so that a slow answer holds up nobody else."""

    def _answer_all(self, turn: Turn) -> Outcome:
        """The answer, or the answers to all questions of the message, each in the light of the one before."""
        if not turn.questions:
            return self.answer(turn)
        outcomes: list[Outcome] = []
        asked: list[str] = []
        for each in turn.apart():
            remembered = outcomes[-1].remember if outcomes else {}
            answering = self._answering[each.intent]()
            outcomes.append(answering.answer(replace(each, focus=remembered.get("career", each.focus))))
            asked.append(suggestion("", each.intent, outcomes[-1].remember.get("career")).payload)
        remember = {slot: value for outcome in outcomes for slot, value in outcome.remember.items()}
        return Outcome(joined([outcome.reply for outcome in outcomes], asked), remember)

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Rasa's entry point. An offer not taken up at once is forgotten, and so is what was just done to the saved list."""
        try:
            turn = Turn.read(tracker)
            outcome = await asyncio.wait_for(_in_thread(lambda: self._answer_all(turn)), self.patience)
            own = {"own_pay": turn.own_pay, "own_career": turn.own_career}
            outcome = replace(outcome, remember={**own, **outcome.remember, **_told(turn, outcome.remember)})
        except Exception:
            logger.exception("%s failed; the person was told so", self.name())
            outcome = Outcome(apology())
        reply, remember = outcome.reply, {"offer": None, "list_change": None, **outcome.remember}
        if self.keeps_quiz_waiting:
            waiting, reply = interrupted(tracker.get_slot("quiz"), reply)
            remember |= {"quiz": waiting} if waiting else {}
        dispatcher.utter_message(
            text=reply.text(),
            buttons=[{"title": each.title, "payload": each.payload} for each in reply.suggestions],
            reply=reply.document(),
        )
        return [SlotSet(slot, value) for slot, value in remember.items() if tracker.get_slot(slot) != value]


def _told(turn: Turn, remember: dict[str, Any]) -> dict[str, Any]:
    """The careers told about by name, one after the other since the last list: they are what "the two" and "the first one" mean then."""
    career = remember.get("career")
    if "in_play" in remember and "career" in remember:
        return {"told": []}
    if not career or career not in turn.careers:
        return {}
    earlier = (each for each in turn.slots.get("told") or () if each != career)
    told = [*earlier, career][-compare.MOST :]
    return {"told": told} if len(told) < 2 or set(told) <= set(turn.in_play) else {"told": told, "in_play": told}


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
        except StopIteration as error:  # no future takes one
            outcome = (None, RuntimeError(f"StopIteration: {error}"))
        except BaseException as error:
            outcome = (None, error)
        loop.call_soon_threadsafe(settle, *outcome)

    threading.Thread(target=target, daemon=True, name="action").start()
    return await done
