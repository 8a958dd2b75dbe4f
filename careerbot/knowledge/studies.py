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
from careerbot.knowledge.schema import Career, Phrase
from careerbot.knowledge.words import stems
from careerbot.paths import KNOWLEDGE

FILE = "fields-of-study.yml"
Cip = Annotated[str, Meta(pattern=r"^\d\d\.\d\d(\d\d)?$", description="a CIP code such as 26.01 or 50.1003")]
CIP = "cip"  # the id of the classification in sources.yml
_WORD = re.compile(r"[a-z]+(?:[.&'-][a-z]+)*", re.IGNORECASE)


class WithMore(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A career that a field leads to only with something more."""

    career: str
    needs: Phrase


class FieldOfStudy(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One field. Experience has no `cip`. Careers are ids, or SOC codes of careers without a file.

    `sources` says what the link to a career rests on; a link that is not in it rests on the career's own file.
    """

    title: Phrase
    cip: Cip | None = None
    names: list[Phrase] = []
    usual: list[str] = []
    common: list[str] = []
    more: list[WithMore] = []
    sources: dict[str, list[str]] = {}

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

    def named(self, text: str) -> str | None:
        """The field whose name is the whole text."""
        return self._names.get(_key(text))

    def rests_on(self, id: str, career: Career) -> list[str]:
        """The sources of the link from a field to a career: those named beside it, or those of the part of the career's file that
        names the field; where something more is needed, what the file says of education. Empty where nothing carries the link."""
        field = self.fields[id]
        named = next((field.sources[key] for key in (career.id, career.soc or "") if key in field.sources), None)
        if named:
            return named
        found = next((sources for text, sources in _of_file(career) if id in self.find(text)), [])
        needs_more = any(each.career == career.id for each in field.more)
        return found or (career.education.sources if needs_more and career.education else [])


def _of_file(career: Career) -> Iterator[tuple[str, list[str]]]:
    """What a career's file says of how to get in, with the sources of each part."""
    if career.education:
        yield from ((text, career.education.sources) for text in (career.education.usual, *career.education.fields))
    for route in career.other_routes:
        yield from ((text, route.sources) for text in (route.route, *route.needs))


def _key(name: str) -> tuple[str, ...]:
    return tuple(stem for word in _WORD.findall(name) for stem in stems(word.replace(".", "")))


def load(folder: Path, known: Catalogue) -> Studies:
    """Read and check the fields. KnowledgeError names every career that does not exist and every name of two fields."""
    path = folder / FILE
    fields, problems = yaml_files.read(path, dict[str, FieldOfStudy], shown_as=FILE)
    for id, message in _wrong(fields or {}, known):
        problems.append(Problem(FILE, yaml_files.line_of(path, id), id, message))
    read = Studies(fields or {})
    if not problems:
        for id, message in _unsourced(read, known):
            problems.append(Problem(FILE, yaml_files.line_of(path, id), id, message))
    if problems:
        raise KnowledgeError(problems)
    return read


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


def _unsourced(read: Studies, known: Catalogue) -> Iterator[tuple[str, str]]:
    """Links that no source carries, and sources that are none."""
    for id, field in read.fields.items():
        for career in field.careers:
            if not read.rests_on(id, known.careers[career]):
                yield (
                    id,
                    f"no source says that it leads to {career!r}: the career's file does not name it, and `sources` does not either",
                )
        for career, sources in field.sources.items():
            if career not in field.careers:
                yield id, f"it has sources for {career!r}, but does not lead there"
            yield from ((id, f"there is no source {each!r}") for each in sources if not _is_source(each, known))
        if field.cip and not _is_source(CIP, known):
            yield id, f"its code is one of {CIP!r}, which is no source"


def _is_source(reference: str, known: Catalogue) -> bool:
    return reference.partition("/")[0] in known.sources


@cache
def studies() -> Studies:
    """The project's own, read once."""
    return load(KNOWLEDGE, catalogue())
