"""What careers are called: their titles and aliases, and what of O*NET's further titles can be told from plain English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from careerbot.knowledge.schema import Career, CareerFile
from careerbot.knowledge.words import stem, stems

_TWO_NAMES = re.compile(r"(.+?) \(([^()]+)\)")  # "CEO (Chief Executive Officer)"


def names(career: Career) -> Iterator[str]:
    """Everything a career is called: its title, aliases, and an official title the right way round."""
    yield from titles(career)
    yield from career.also_known_as


def titles(career: Career) -> Iterator[str]:
    """The title, its plural, and an official title the right way round and in its parts."""
    yield career.title
    if career.plural:
        yield career.plural
    head, comma, rest = career.title.partition(", ")
    if comma and ", " not in rest:  # "Bus Drivers, School"
        yield f"{rest} {head}"
    if not isinstance(career, CareerFile):
        yield from _parts(career.title)


def _parts(title: str) -> Iterator[str]:
    """The two jobs that an official title puts together: "Crane and tower operators" are crane operators and tower operators."""
    first, both, second = title.partition(" and ")
    if not both or "," in title or " and " in second or not second.endswith("s") or _NO_PAIR.search(title):
        return
    for part in (first if first.endswith("s") else f"{first} {second.split()[-1]}", second):
        if not _is_plain_english(stems(part)) and stem(part) not in _TOO_GENERAL:
            yield part


_NO_PAIR = re.compile(r"--|\b(?:other|related|miscellaneous|of|oil)\b", re.IGNORECASE)
_TOO_GENERAL_WORDS = """
    attendant clerk collector director fabricator finisher helper inspector installer investigator operator producer repairer
    technician technologist tender worker
"""
_TOO_GENERAL = frozenset(_TOO_GENERAL_WORDS.split())


def imported_names(titles: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """O*NET's further titles and their stems, those with a second name in brackets as two; without what mostly means something else."""
    for title in titles:
        two = _TWO_NAMES.fullmatch(title)
        for name, compared in with_stems(two.groups() if two else (title,)):
            if not _is_plain_english(compared):
                yield name, compared


def with_stems(names: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each name as it is written and as it is compared."""
    return ((name, stems(name)) for name in names)


def _is_plain_english(name: tuple[str, ...]) -> bool:
    """Whether a name is a plain word ("guide") or phrase ("turn out"). Two letters are as often a degree or a state."""
    if len(name) < 2:
        return not name or len(name[0]) < 3 or name[0] in _PLAIN_WORDS
    return name[0] in _NEVER_FIRST or name[-1] in _NEVER_LAST


# "a doctor or nurse" is not about the nurse in the OR, "what is project manager" not about a manager of IS.
_NEVER_FIRST = frozenset({"after", "is", "or"})
_NEVER_LAST = frozenset({"away", "down", "in", "off", "on", "out", "over", "up"})


_PLAIN_WORDS = frozenset(stems(Path(__file__).with_name("plain_words.txt").read_text(encoding="utf-8")))
