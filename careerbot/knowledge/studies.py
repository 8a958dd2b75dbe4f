"""Fields of study and experience, and the careers they lead to: `knowledge/fields-of-study.yml`, read and checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from careerbot.knowledge import yaml_files
from careerbot.knowledge.catalogue import Catalogue, catalogue
from careerbot.knowledge.problems import KnowledgeError, Problem
from careerbot.knowledge.schema import Phrase
from careerbot.knowledge.words import stems
from careerbot.paths import KNOWLEDGE

FILE = "fields-of-study.yml"
Cip = Annotated[str, Meta(pattern=r"^\d\d\.\d\d(\d\d)?$", description="a CIP code such as 26.01 or 50.1003")]
_WORD = re.compile(r"[a-z]+(?:[.&'-][a-z]+)*", re.IGNORECASE)


class WithMore(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A career that a field leads to only with something more."""

    career: str
    needs: Phrase


class FieldOfStudy(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One field. Experience has no `cip`. Careers are ids, or SOC codes of careers without a file."""

    title: Phrase
    cip: Cip | None = None
    names: list[Phrase] = []
    usual: list[str] = []
    common: list[str] = []
    more: list[WithMore] = []

    @property
    def careers(self) -> list[str]:
        """All careers it leads to, those first that it is the usual way into."""
        return [*self.usual, *self.common, *(each.career for each in self.more)]


class Studies:
    """All fields, and where a text names them."""

    def __init__(self, fields: Mapping[str, FieldOfStudy]) -> None:
        self.fields = fields
        self._names = {_key(name): id for id, field in fields.items() for name in (field.title, *field.names)}
        self._longest = max(map(len, self._names), default=0)

    def find(self, text: str) -> list[str]:
        """The fields that a text names, from left to right, each once; the longest name wins."""
        words = _key(text)
        found: list[str] = []
        at = 0
        while at < len(words):
            lengths = range(min(self._longest, len(words) - at), 0, -1)
            id, length = next(
                ((self._names[key], n) for n in lengths if (key := words[at : at + n]) in self._names), (None, 1)
            )
            found += [id] if id else []
            at += length
        return list(dict.fromkeys(found))


def _key(name: str) -> tuple[str, ...]:
    return tuple(stem for word in _WORD.findall(name) for stem in stems(word.replace(".", "")))


def load(folder: Path, known: Catalogue) -> Studies:
    """Read and check the fields. KnowledgeError names every career that does not exist and every name of two fields."""
    path = folder / FILE
    fields, problems = yaml_files.read(path, dict[str, FieldOfStudy], shown_as=FILE)
    for id, message in _wrong(fields or {}, known):
        problems.append(Problem(FILE, yaml_files.line_of(path, id), id, message))
    if problems:
        raise KnowledgeError(problems)
    return Studies(fields or {})


def _wrong(fields: Mapping[str, FieldOfStudy], known: Catalogue) -> Iterator[tuple[str, str]]:
    claimed: dict[tuple[str, ...], str] = {}
    for id, field in fields.items():
        for career in field.careers:
            if not known.find(career):
                yield id, f"there is no career {career!r}"
        if len(set(field.careers)) < len(field.careers):
            yield id, "a career stands twice"
        if not field.careers:
            yield id, "expected at least one career"
        for name in {_key(name): name for name in (field.title, *field.names)}.values():
            if (other := claimed.setdefault(_key(name), id)) != id:
                yield id, f"{name!r} is a name of {other} too"


@cache
def studies() -> Studies:
    """The project's own, read once."""
    return load(KNOWLEDGE, catalogue())
