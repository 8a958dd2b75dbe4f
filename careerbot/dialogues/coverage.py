"""What the conversations visit of all that can be asked: intents, topics of each career, and channels."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import yaml
from msgspec import Struct

from careerbot.advice.topics import TOPICS
from careerbot.dialogues.renderings import RENDERINGS
from careerbot.dialogues.runner import Result
from careerbot.knowledge.catalogue import catalogue
from careerbot.paths import PROJECT


class Coverage(Struct, frozen=True):
    """One kind of thing to visit: how many there are, and which no conversation visits."""

    kind: str
    total: int
    unvisited: list[str]


def coverage(results: Iterable[Result]) -> list[Coverage]:
    """A row a kind."""
    visits = [visit for result in results for visit in result.visits]
    intents = {visit.intent for visit in visits}
    cells = {(visit.career, visit.intent) for visit in visits}
    drawn = {(channel, visit.intent) for visit in visits for channel in visit.channels}
    careers = [career.id for career in catalogue().written]
    return [
        _row("intents", _intents(), intents),
        _row("topics", TOPICS, intents),
        _row("careers", careers, {visit.career for visit in visits}),
        _row("careers x topics", product(careers, TOPICS), cells),
        _row("channels", RENDERINGS, {channel for channel, _ in drawn}),
        _row("channels x intents", product(RENDERINGS, _intents()), drawn),
    ]


def _row(kind: str, all_of_them: Iterable[object], visited: Iterable[object]) -> Coverage:
    every, seen = list(all_of_them), set(visited)
    missing = [" ".join(each) if isinstance(each, tuple) else str(each) for each in every if each not in seen]
    return Coverage(kind, len(every), missing)


def _intents() -> list[str]:
    domain = yaml.safe_load((PROJECT / "domain.yml").read_text(encoding="utf-8"))
    return [*domain["intents"], "nlu_fallback"]
