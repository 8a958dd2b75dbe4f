"""Playing many conversations and saying how each went; in several processes where that is faster."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import ClassVar

from msgspec import Struct

from careerbot.dialogues.bots import Bot, BotHere, BotThere
from careerbot.dialogues.checks import Miss, Turn
from careerbot.dialogues.files import Dialogue
from careerbot.dialogues.placeholders import BadPlaceholder, combinations, filled
from careerbot.dialogues.player import Played, aspect, play, reworded, shortest
from careerbot.dialogues.schema import Case
from careerbot.dialogues.snapshots import Change

_LONGEST_SHOWN = 40  # characters of a value in the name of a conversation
_MANY = 400  # conversations from which a second process earns its loading time


class Visit(Struct, frozen=True):
    """One turn, for the coverage: what was asked, about which career, and the channels it was drawn for."""

    intent: str
    career: str | None
    channels: list[str]


class Failure(Struct, frozen=True):
    """What went wrong, and the shortest conversation that shows it."""

    miss: Miss
    line: int  # of the step, in its file
    turns: list[Turn]


class Result(Struct, frozen=True):
    """How one conversation went."""

    name: str  # with its values of `for_each`
    file: Path
    line: int
    seconds: float
    failure: Failure | None = None
    skipped: str | None = None  # why it was not played
    left_out: list[str] = []  # expectations that cannot be checked from outside
    visits: list[Visit] = []
    changes: list[Change] = []


class Job(Struct, frozen=True):
    """One conversation to play: a case with one combination of `for_each`."""

    dialogue: Dialogue
    cell: dict[str, str]

    @property
    def name(self) -> str:
        """The case, and what it is filled with."""
        values = ", ".join(
            value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}..." for value in self.cell.values()
        )
        return f"{self.dialogue.name} [{values}]" if self.cell else self.dialogue.name


class Options(Struct, frozen=True):
    """How conversations are played."""

    skipped_too: bool = False  # those marked `skip` as well
    # a drawing that differs from its snapshot is no failure: it is about to become the snapshot
    ignore_drawings: bool = False


_AS_THEY_STAND = Options()


def jobs_of(dialogues: Iterable[Dialogue]) -> list[Job]:
    """Every conversation of these cases."""
    return [Job(dialogue, cell) for dialogue in dialogues for cell in dialogue.cells()]


async def run(bot: Bot, job: Job, options: Options = _AS_THEY_STAND) -> Result:
    """Play one conversation with its variations and paraphrases. Raises CannotTalk."""
    dialogue, began = job.dialogue, time.perf_counter()
    if dialogue.case.skip and not options.skipped_too:
        return Result(job.name, dialogue.file, dialogue.line(), 0.0, skipped=dialogue.case.skip)
    played: list[Played] = []
    failure = await _failure(bot, job, played, options)
    return Result(
        job.name,
        dialogue.file,
        dialogue.line(),
        time.perf_counter() - began,
        failure,
        left_out=[each for one in played for each in one.left_out],
        visits=[visit for one in played for visit in _visits(dialogue.case, one)],
        changes=[change for one in played for change in one.changes],
    )


async def _failure(bot: Bot, job: Job, played: list[Played], options: Options) -> Failure | None:
    """Play all there is to one case; the first failure."""
    dialogue = job.dialogue
    try:
        variations = [filled(dialogue.case, {**job.cell, **each}) for each in combinations(dialogue.case.vary)]
    except BadPlaceholder as error:
        return Failure(Miss("for_each", "placeholders that can be filled", str(error)), dialogue.line(), [])
    for case in variations:
        one = await play(bot, case, dialogue.file, ignore_drawings=options.ignore_drawings)
        played.append(one)
        if one.miss:
            return await _explained(bot, dialogue, case, one)
    if failure := _unequal(dialogue, played):
        return failure
    return await _too_few_wordings(bot, dialogue, variations[0], played)


async def _explained(bot: Bot, dialogue: Dialogue, case: Case, failed: Played) -> Failure:
    short = await shortest(bot, case, dialogue.file, failed)
    assert short.miss
    return Failure(short.miss, dialogue.line(short.step), short.turns)


def _unequal(dialogue: Dialogue, played: list[Played]) -> Failure | None:
    """What `expect_equal` names and is not the same in all variations."""
    first, *others = played
    for name in dialogue.case.expect_equal or ():
        for other in others:
            if aspect(name, other) != aspect(name, first):
                miss = Miss("expect_equal", f"the same {name}: {aspect(name, first)}", f"{aspect(name, other)}")
                return Failure(miss, dialogue.line(), other.turns)
    return None


async def _too_few_wordings(bot: Bot, dialogue: Dialogue, case: Case, played: list[Played]) -> Failure | None:
    """A step whose paraphrases hold in less than its share; the wording of `user` holds already."""
    failed: dict[int, list[tuple[str, Played]]] = {}
    for index, wording, variant in reworded(case):
        one = await play(bot, variant, dialogue.file)
        played.append(one)
        failed.setdefault(index, []).extend([(wording, one)] if one.miss else [])
    for index, misunderstood in failed.items():
        step = case.steps[index]
        count = 1 + len(step.paraphrases or ())
        held = 1 - len(misunderstood) / count
        if held < step.share:
            wordings = "; ".join(
                f"“{wording}” ({one.miss.found if one.miss else ''})" for wording, one in misunderstood
            )
            miss = Miss(
                "paraphrases", f"to hold for {step.share:.0%} of {count} wordings", f"{held:.0%}; not for {wordings}"
            )
            return Failure(miss, dialogue.line(index), misunderstood[0][1].turns)
    return None


def _visits(case: Case, played: Played) -> Iterator[Visit]:
    acting = [step for step in case.steps if step.act in ("user", "press")]
    for step, turn in zip(acting, played.turns, strict=False):
        if turn.explanation:
            yield Visit(turn.explanation.intent, turn.explanation.memory.get("career"), list(step.channels or ()))


class Where(Struct, frozen=True):
    """Which assistant is talked to: a model loaded in this process, or a server."""

    model: Path | None = None
    url: str | None = None

    def bot(self) -> Bot:
        """Loading a model takes a while. Raises CannotStart where it cannot be loaded."""
        if self.url:
            return BotThere(self.url)
        assert self.model
        return BotHere.load(self.model)


def run_all(
    where: Where,
    jobs: list[Job],
    options: Options = _AS_THEY_STAND,
    processes: int | None = None,
    loaded: Callable[[], None] = lambda: None,
) -> Generator[Result, None, None]:
    """Play all conversations; results come as they are ready. `loaded` is called when playing begins.

    Raises CannotTalk, or CannotStart where a model cannot be loaded.
    """
    count = processes or (multiprocessing.cpu_count() if len(jobs) >= _MANY else 1)
    if count < 2:
        yield from _here(where, jobs, options, loaded)
    else:
        yield from _spread(where, jobs, options, count, loaded)


def _here(where: Where, jobs: list[Job], options: Options, loaded: Callable[[], None]) -> Generator[Result, None, None]:
    """A turn is computing, not waiting: in one process, one conversation after the other is as fast as it gets."""
    bot = where.bot()
    loaded()
    loop = asyncio.new_event_loop()
    try:
        for job in jobs:
            yield loop.run_until_complete(run(bot, job, options))
    finally:
        loop.close()


def _spread(
    where: Where, jobs: list[Job], options: Options, processes: int, loaded: Callable[[], None]
) -> Generator[Result, None, None]:
    """Each process loads an assistant of its own."""
    fresh = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, mp_context=fresh, initializer=_Worker.start, initargs=(where,))
    try:
        for at, result in enumerate(pool.map(_Worker.play, jobs, [options] * len(jobs), chunksize=8)):
            if at == 0:
                loaded()
            yield result
    finally:
        pool.shutdown(cancel_futures=True)


class _Worker:
    """A process that plays conversations with an assistant of its own."""

    where: ClassVar[Where]
    loop: ClassVar[asyncio.AbstractEventLoop]
    bot: ClassVar[Bot | None] = None

    @classmethod
    def start(cls, where: Where) -> None:
        """What fails here breaks the pool without a reason, so the assistant is loaded with the first conversation."""
        cls.where, cls.loop = where, asyncio.new_event_loop()

    @classmethod
    def play(cls, job: Job, options: Options) -> Result:
        cls.bot = cls.bot or cls.where.bot()
        return cls.loop.run_until_complete(run(cls.bot, job, options))
