"""Playing one conversation: step by step through a bot, until an expectation does not hold."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from careerbot.advice.reply import Suggestion
from careerbot.dialogues.bots import Bot, NotFromOutside
from careerbot.dialogues.checks import Miss, Seen, Turn, left_out, misses
from careerbot.dialogues.error_log import ErrorLog
from careerbot.dialogues.schema import Case, Step
from careerbot.dialogues.snapshots import Change, Snapshots

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


class Played(Struct, frozen=True):
    """How a conversation went, up to its end or to the first expectation that does not hold."""

    turns: list[Turn]
    miss: Miss | None = None
    step: int = 0  # the step that `miss` is of
    left_out: list[str] = []  # expectations that cannot be checked from outside
    changes: list[Change] = []  # snapshots that are drawn differently now


class _Impossible(Exception):
    """A step that cannot be done; the message says what is there instead."""


async def play(
    bot: Bot, case: Case, file: Path, steps: Sequence[int] | None = None, *, ignore_drawings: bool = False
) -> Played:
    """Play the case, or only these of its steps, in a conversation of its own. Raises CannotTalk."""
    stage = _Stage(bot)
    skipped: list[str] = []
    changes: list[Change] = []
    for index in range(len(case.steps)) if steps is None else steps:
        step = case.steps[index]
        miss = await _acted(stage, step)
        if not miss and step.act != "wait":
            snapshots = Snapshots.of(file, case.test_case, index)
            seen = Seen(stage.turns[-1], step, snapshots, [turn.said for turn in stage.turns[:-1]])
            miss = _unmet(seen, ignore_drawings)
            skipped += left_out(seen)
            changes += seen.snapshots.changes
        if miss:
            return Played(stage.turns, miss, index, skipped, changes)
    return Played(stage.turns, left_out=skipped, changes=changes)


async def _acted(stage: _Stage, step: Step) -> Miss | None:
    """Do what the person does; what went wrong with that. Raises CannotTalk."""
    with ErrorLog() as log:
        try:
            await stage.act(step)
        except (_Impossible, NotFromOutside) as error:
            act = step.act or ""
            return Miss(act, f"to {act} {getattr(step, act)!r}", str(error))
    return Miss("log", "no ERROR in the log", "\n".join(log.messages)) if log.messages else None


def _unmet(seen: Seen, ignore_drawings: bool) -> Miss | None:
    """The first expectation that does not hold. Every one is looked at, so that all drawings are collected."""
    if not seen.turn.replies:
        return Miss("user", "an answer", "the bot said nothing")
    found = [each for each in misses(seen) if not (ignore_drawings and each.check == "channels")]
    return found[0] if found else None


class _Stage:
    """A conversation under way."""

    def __init__(self, bot: Bot) -> None:
        self.turns: list[Turn] = []
        self._bot = bot
        self._conversation = f"dialogue-{uuid.uuid4().hex}"

    async def act(self, step: Step) -> None:
        """Do what the person does in a step. Raises CannotTalk, NotFromOutside, _Impossible."""
        if step.wait is not None:
            number, unit = int(step.wait[:-1]), step.wait[-1]
            await self._bot.wait(self._conversation, number * _SECONDS[unit])
        elif step.press is not None:
            suggestion = self._offered(step.press)
            await self._say(suggestion.payload, suggestion.title)
        elif step.user is not None:
            await self._say(step.user, step.user)

    async def _say(self, text: str, shown: str) -> None:
        replies = await self._bot.say(text, self._conversation)
        explanation = await self._bot.explain(self._conversation)
        self.turns.append(Turn(shown, replies, explanation, pressed=text != shown))

    def _offered(self, press: str | int) -> Suggestion:
        offered = self.turns[-1].offered if self.turns else []
        for number, each in enumerate(offered, 1):
            if press in (each.title, number):
                return each
        titles = ", ".join(f"“{each.title}”" for each in offered)
        raise _Impossible(f"offered are {titles}" if titles else "nothing is offered")


async def shortest(bot: Bot, case: Case, file: Path, failed: Played) -> Played:
    """The same failure with as few of the earlier steps as it needs. Raises CannotTalk."""
    kept = list(range(failed.step + 1))
    best = failed
    for index in range(failed.step):
        fewer = [each for each in kept if each != index]
        if case.steps[fewer[0]].user is None:
            continue
        tried = await play(bot, case, file, fewer)
        if (tried.step, tried.miss) == (failed.step, failed.miss):
            kept, best = fewer, tried
    return best


def reworded(case: Case) -> list[tuple[int, str, Case]]:
    """The case up to each step with paraphrases, with each of them in its place: (step, wording, case)."""
    return [
        (index, wording, _with(case, index, wording))
        for index, step in enumerate(case.steps)
        for wording in step.paraphrases or ()
    ]


def _with(case: Case, index: int, wording: str) -> Case:
    step = msgspec.structs.replace(case.steps[index], user=wording)
    return msgspec.structs.replace(case, steps=[*case.steps[:index], step])


def aspect(name: str, played: Played) -> object:
    """What of a conversation `expect_equal` compares, over all its turns."""
    return [_ASPECTS[name](turn) for turn in played.turns]


_ASPECTS: dict[str, Callable[[Turn], object]] = {
    "intent": lambda turn: turn.explanation and turn.explanation.intent,
    "career": lambda turn: turn.explanation and turn.explanation.memory.get("career"),
    "careers": lambda turn: turn.explanation and turn.explanation.careers,
    "text": lambda turn: turn.text,
    "lead": lambda turn: [reply.lead for reply in turn.replies],
    "numbers": lambda turn: re.findall(r"\d[\d.,]*", turn.text),
    "suggestions": lambda turn: turn.suggestions,
}
