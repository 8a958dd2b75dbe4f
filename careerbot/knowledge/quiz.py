"""The interest quiz of `knowledge/quiz.yml`: its statements, and what the six interests mean."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from careerbot.knowledge import yaml_files
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import INTERESTS
from careerbot.knowledge.problems import KnowledgeError, Problem
from careerbot.knowledge.schema import Phrase, SourceRef
from careerbot.paths import KNOWLEDGE

FILE = "quiz.yml"
STATEMENTS = 5  # of each interest


class Interest(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of Holland's six interests. `means` completes "you like ..."."""

    name: Phrase
    means: Phrase
    statements: Annotated[list[Phrase], Meta(min_length=STATEMENTS, max_length=STATEMENTS)]


class _Six(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    realistic: Interest
    investigative: Interest
    artistic: Interest
    social: Interest
    enterprising: Interest
    conventional: Interest


class Quiz(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole quiz. An answer's place in `answers` is what it is worth, from 0 to 4 points."""

    method: SourceRef
    answers: Annotated[list[Phrase], Meta(min_length=5, max_length=5)]
    interests: _Six

    def interest(self, name: str) -> Interest:
        """The interest called `name`, one of `figures.INTERESTS`."""
        found: Interest = getattr(self.interests, name)
        return found

    @property
    def statements(self) -> list[tuple[str, str]]:
        """(interest, statement) in the order they are asked: one of each interest in turn."""
        return [(name, self.interest(name).statements[turn]) for turn in range(STATEMENTS) for name in INTERESTS]


def load(path: Path, sources: Container[str]) -> Quiz:
    """Read and check a quiz whose method is one of `sources`. Raises KnowledgeError naming every problem of the file."""
    found, problems = yaml_files.read(path, Quiz, shown_as=path.name)
    if found and found.method not in sources:
        message = f"{found.method!r} is no source in sources.yml"
        problems.append(Problem(path.name, yaml_files.line_of(path, "method"), "method", message))
    if found is None or problems:
        raise KnowledgeError(problems)
    return found


@cache
def quiz() -> Quiz:
    """The project's own quiz, read once."""
    return load(KNOWLEDGE / FILE, catalogue().sources)
