"""The sentences of a career file, one by one: what it says of a point that no section is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from careerbot.advice.phrasing import listed
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.particulars import Part
from careerbot.knowledge.schema import Career
from careerbot.knowledge.words import stems

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-Z])")


@dataclass(frozen=True)
class Passage:
    """A sentence or a list in one, the part of the file it stands in, and its sources."""

    text: str
    part: Part
    sources: Sequence[str]


def passages(career: Career) -> list[Passage]:
    """All that a file tells, in the order of its sections; nothing where no file is written."""
    told = ((sentence, part, sources) for texts, part, sources in _sections(career) for sentence in _sentences(texts))
    return [Passage(*each) for each in told]


def _sections(career: Career) -> Iterator[tuple[Sequence[str], Part, Sequence[str]]]:
    if known := career.education:
        certificates = [f"Voluntary certificates: {listed(known.certifications)}"] if known.certifications else []
        yield [known.usual, known.licence or "", *certificates], "way_in", known.sources
    for route in career.other_routes:
        needs = f" ({'; '.join(route.needs)})" if route.needs else ""
        yield [f"{route.route.rstrip(':')}{needs}"], "way_in", route.sources
    if path := career.path:
        yield path.steps, "way_in", path.sources
    if skills := career.skills:
        tools = [f"They work with {listed(skills.tools)}"] if skills.tools else []
        yield [*map(naming.capital, skills.items)], "skills", skills.sources
        yield tools, "work", skills.sources
    if duties := career.duties:
        yield duties.items, "work", duties.sources
    if work := career.work_environment:
        yield [work.places, work.schedule, *work.conditions], "work", work.sources
    for listing in (career.upsides, career.downsides):
        if listing:
            yield listing.items, "work", listing.sources
    for note in career.pay_notes:
        yield [note.text], "pay", note.sources
    if employers := career.employers:
        yield [employers.on_your_own or ""], "employers", employers.sources


def _sentences(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from (each for each in _SENTENCE_END.split(text.strip()) if each)


def with_rare_word(catalogue: Catalogue, career: Career, words: set[str], rarer_than: int) -> list[Passage]:
    """The sentences of a file that have one of these words (stems), where fewer than so many careers' files have it."""
    telling = telling_words(catalogue, words, rarer_than)
    return [each for each in passages(career) if telling.intersection(stems(each.text))]


def telling_words(catalogue: Catalogue, words: set[str], rarer_than: int) -> set[str]:
    """Of some words (stems) those that some careers' files have, but fewer than so many."""
    files = _files_with(catalogue)
    return {word for word in words if len(word) > 2 and 0 < files[word] < rarer_than}


@lru_cache(maxsize=1)
def _files_with(catalogue: Catalogue) -> Counter[str]:
    """How many careers' files have a word."""
    return Counter(
        word for career in catalogue.written for word in {w for each in passages(career) for w in stems(each.text)}
    )
