"""Which numbers an answer may say: those of the careers it is about, of the sources it names, and few besides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from typing import Any

import msgspec

from careerbot.advice.reply import Reply, Sources
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import Entry, Outlook, Pay, Wage
from careerbot.knowledge.schema import Career

Number = tuple[str, str]  # (kind, digits); the kind is "$", "%" or ""

# "$40.13", "4.9%", "−3%", "+8,300", "2024", and of "2024–34" both years.
_NUMBER = re.compile(r"(?P<dollars>\$)?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<percent>%)?")
# What counts or points rather than says a figure: addresses, and the numbers before the points of a list.
_NO_FIGURE = re.compile(r"https?://\S+|^\d+\. ", re.MULTILINE)

# Full-time study after high school in the years that such a degree takes: said only where the entry table names the degree.
YEARS_OF_STUDY = {
    "Doctoral or professional degree": "8",
    "Master's degree": "6",
    "Bachelor's degree": "4",
    "Associate's degree": "2",
}


def numbers(text: str) -> Iterator[Number]:
    """All figures of a text."""
    for match in _NUMBER.finditer(_NO_FIGURE.sub("", text)):
        yield match["dollars"] or match["percent"] or "", match["number"].replace(",", "")


def unknown_numbers(reply: Reply, careers: Iterable[str], said: str = "") -> list[str]:
    """The numbers of a reply that neither the knowledge of these careers (ids) nor the question holds."""
    about = [catalogue().careers[each] for each in careers]
    known = {*_of_sources(reply), *_of_the_whole(), *_of_positions(len(about)), *_differences(about)}
    known.update(number for career in about for number in known_numbers(career.id))
    asked = {digits for _, digits in numbers(said)}
    return [
        kind + digits for kind, digits in numbers(reply.text()) if (kind, digits) not in known and digits not in asked
    ]


@cache
def known_numbers(career_id: str) -> frozenset[Number]:
    """What may be said of one career: its figures, its file, and the files of the careers it names as alike."""
    return frozenset(_of_career(catalogue().careers[career_id]))


def _of_career(career: Career) -> Iterator[Number]:
    figures = catalogue().figures
    code = career.figures_code or ""
    pay, projected = figures.pay(code), figures.outlook(code)
    yield from (_dollars(wage) for wage in _wages(pay) if wage.amount is not None)
    yield from (("", f"{jobs:.0f}") for jobs in _jobs(projected))
    yield from [("%", f"{abs(projected.change_percent):g}")] if projected else ()
    yield from _of_entry(figures.entry(code))
    yield from numbers(f"{code} {figures.occupations.get(code, '')}")
    alike = [other for each in career.related if (other := catalogue().find(each))]
    for own in _texts([msgspec.to_builtins(each) for each in (career, *alike)]):
        yield from numbers(own)


def _of_entry(entry: Entry | None) -> Iterator[Number]:
    if entry:
        for said in (entry.education, entry.experience, entry.training):
            yield from numbers(said or "")
        if entry.education in YEARS_OF_STUDY:
            yield "", YEARS_OF_STUDY[entry.education]


def _of_the_whole() -> Iterator[Number]:
    """The averages of all occupations, and how much is known."""
    known = catalogue()
    average = known.figures.average
    yield _dollars(average.median_annual)
    yield "%", f"{abs(average.change_percent):g}"
    yield from (("", str(len(each))) for each in (known.written, known.figures.occupations))


def _of_sources(reply: Reply) -> Iterator[Number]:
    for citation in (each for block in reply.blocks if isinstance(block, Sources) for each in block.items):
        yield from (("", year) for year in _years(citation.when))
        yield from numbers(citation.label)


def _of_positions(count: int) -> Iterator[Number]:
    """How many careers there are, and the number each stands under."""
    return (("", str(position)) for position in range(1, count + 1))


def _differences(careers: list[Career]) -> Iterator[Number]:
    """Between the published figures of two careers: in dollars, in percent of the smaller, in points of growth."""
    figures = catalogue().figures
    for one, other in combinations([career.figures_code or "" for career in careers], 2):
        for low, high in (sorted(pair) for pair in zip(*map(_amounts, (one, other)), strict=False) if all(pair)):
            yield _dollars(Wage(high - low))
            yield "$", f"{high - low:.0f}"
            yield "%", f"{(high / low - 1) * 100:.0f}"
        growth = [each.change_percent for each in map(figures.outlook, (one, other)) if each]
        if len(growth) == 2:
            yield "", f"{abs(growth[0] - growth[1]):.1f}".removesuffix(".0")


def _amounts(code: str) -> list[float]:
    return [wage.amount or 0.0 for wage in _wages(catalogue().figures.pay(code))]


def _dollars(wage: Wage) -> Number:
    amount = wage.amount or 0.0
    return "$", f"{amount:.0f}" if amount >= 1000 else f"{amount:.2f}"


def _wages(pay: Pay | None) -> Iterator[Wage]:
    for percentiles in (pay.annual, pay.hourly) if pay else ():
        yield from (getattr(percentiles, name) for name in percentiles.__struct_fields__)


def _jobs(projected: Outlook | None) -> Iterator[float]:
    if projected:
        yield from (projected.employment, projected.employment_projected, abs(projected.change), projected.openings)


def _years(period: str) -> Iterator[str]:
    """All years of a period: "2024–34" is said as 2024, 34 and 2034."""
    found = re.findall(r"\d+", period)
    yield from found
    yield from (found[0][:2] + year for year in found[1:] if len(year) == 2)


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str | int | float):
        yield f"{part:g}" if isinstance(part, float) else str(part)
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _texts(inner)
