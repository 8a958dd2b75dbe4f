"""What questions ask of a career in particular, such as an age limit: `knowledge/particulars.yml`, read and checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

from careerbot.knowledge import yaml_files
from careerbot.knowledge.problems import KnowledgeError, Problem
from careerbot.knowledge.schema import Phrase, Phrases, Setting
from careerbot.paths import KNOWLEDGE

FILE = "particulars.yml"
Part = Literal["way_in", "skills", "work", "pay", "employers"]


class Particular(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A point that a career's file may tell of, or no source does. The file says at its top what each field means."""

    asks: Phrases
    told: list[Phrase] = []
    settings: dict[Setting, Phrase] = {}
    where: list[Part] = []
    known: str = ""
    unknown: Phrase | None = None

    def is_asked(self, question: str) -> bool:
        """Whether a question asks for it."""
        return bool(_any_of(tuple(self.asks)).search(question))

    def is_told(self, sentence: str) -> bool:
        """Whether a sentence of a career's file tells of it."""
        return bool(self.told) and bool(_any_of(tuple(self.told)).search(sentence))


def load(folder: Path) -> Mapping[str, Particular]:
    """All by their id, in the file's order, which is the order they are looked for. KnowledgeError names every bad pattern."""
    path = folder / FILE
    found, problems = yaml_files.read(path, dict[str, Particular], shown_as=FILE)
    for id, particular in (found or {}).items():
        for field, patterns in (("asks", particular.asks), ("told", particular.told)):
            wrong = [
                f"{pattern!r} is no regular expression: {error}" for pattern in patterns if (error := _error(pattern))
            ]
            problems += [
                Problem(FILE, yaml_files.line_of(path, f"{id}.{field}"), f"{id}.{field}", each) for each in wrong
            ]
    if problems:
        raise KnowledgeError(problems)
    return found or {}


def _error(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        return str(error)
    return ""


@cache
def particulars() -> Mapping[str, Particular]:
    """The project's own, read once."""
    return load(KNOWLEDGE)


@cache
def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE)
