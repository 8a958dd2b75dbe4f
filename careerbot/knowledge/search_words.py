"""The words that a search for careers knows: `knowledge/search-words.yml`, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from careerbot.knowledge import yaml_files
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import INTERESTS, Figures
from careerbot.knowledge.problems import KnowledgeError, Problem
from careerbot.knowledge.schema import SETTINGS, Phrase, Phrases
from careerbot.knowledge.words import stems
from careerbot.paths import KNOWLEDGE

FILE = "search-words.yml"
Kind = Literal["field", "subject", "skill", "interest", "setting", "theme"]


class Term(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that a career can be searched by. What `means` holds depends on `kind`: the file says so at its top."""

    kind: Kind
    says: Phrase  # completes "careers ..."
    means: Annotated[list[str], Meta(min_length=1)]
    names: Phrases


def load(folder: Path, figures: Figures) -> Mapping[str, Term]:
    """All terms by their id. KnowledgeError names every term that points nowhere and every name of two terms."""
    path = folder / FILE
    terms, problems = yaml_files.read(path, dict[str, Term], shown_as=FILE)
    found = terms or {}
    problems += [Problem(FILE, yaml_files.line_of(path, id), *wrong) for id, wrong in _wrong(found, figures)]
    if problems:
        raise KnowledgeError(problems)
    return found


def _wrong(terms: Mapping[str, Term], figures: Figures) -> Iterator[tuple[str, tuple[str, str]]]:
    """(id, (field, message)) of every problem between the terms and the tables."""
    codes = [*figures.occupations]
    known = {
        "subject": {subject for row in figures.table("subjects").values() for subject in row},
        "skill": {skill for row in figures.table("skills").values() for skill in row.ratings},
        "interest": set(INTERESTS),
        "setting": {*SETTINGS, *INTERESTS},
    }
    claimed: dict[tuple[str, ...], str] = {}
    for id, term in terms.items():
        for meaning in term.means:
            if term.kind == "field" and not any(code.startswith(meaning) for code in codes):
                yield id, (f"{id}.means", f"no occupation's code begins with {meaning!r}")
            if term.kind in known and meaning not in known[term.kind]:
                yield id, (f"{id}.means", f"{meaning!r} is no {term.kind} of the tables")
        for name in {stems(name): name for name in term.names}.values():
            other = claimed.setdefault(stems(name), id)
            if other != id:
                yield id, (f"{id}.names", f"{name!r} is a name of {other} too")


@cache
def search_words() -> Mapping[str, Term]:
    """The project's own, read once."""
    return load(KNOWLEDGE, catalogue().figures)
