"""No number is made up: every one that an answer says stands in the knowledge, for that very career."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from careerbot.advice.reply import Reply, Sources
from careerbot.advice.topics import TOPICS, answer
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import Outlook, Pay
from careerbot.knowledge.schema import Career

TOPICS_WITH_FIGURES = ("ask_salary", "ask_outlook", "ask_time_to_become", "ask_pros_cons")
QUESTIONS = ("", "what do they earn at the start", "what do the best earn", "am I too old at 50")

# "$40.13", "4.9%", "−3%", "+8,300", "2024", and of "2024–34" both years.
NUMBER = re.compile(r"(?P<dollars>\$)?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<percent>%)?")
ADDRESS = re.compile(r"https?://\S+")

# Full-time study after high school in the years that such a degree takes: said only where the entry table names the degree.
YEARS_OF_STUDY = {
    "Doctoral or professional degree": "8",
    "Master's degree": "6",
    "Bachelor's degree": "4",
    "Associate's degree": "2",
}
# Numbers that are words of an answer rather than figures: none of the four topics needs one today.
OTHER_WORDS: frozenset[str] = frozenset()


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """(kind, number) of all numbers of a text; the kind is "$", "%" or ""."""
    for match in NUMBER.finditer(ADDRESS.sub("", text)):
        yield match["dollars"] or match["percent"] or "", match["number"].replace(",", "")


def _wages(pay: Pay | None) -> Iterator[float]:
    for percentiles in (pay.annual, pay.hourly) if pay else ():
        wages = [getattr(percentiles, name) for name in percentiles.__struct_fields__]
        yield from (wage.amount for wage in wages if wage.amount is not None)


def _jobs(projected: Outlook | None) -> Iterator[float]:
    if projected:
        yield from (projected.employment, projected.employment_projected, abs(projected.change), projected.openings)


def _years(period: str) -> Iterator[str]:
    """All years of a period: "2024–34" is said as 2024, 34 and 2034."""
    found = re.findall(r"\d+", period)
    yield from found
    yield from (found[0][:2] + year for year in found[1:] if len(year) == 2)


def _against_all(pay: Pay | None, projected: Outlook | None) -> Iterator[tuple[str, str]]:
    """The declared formulas of pros and cons: the distance from the median of all occupations, and openings for every 100 jobs."""
    average = catalogue().figures.average
    median = average.median_annual.amount or 0
    if pay and pay.annual.median.amount is not None:
        apart = abs(pay.annual.median.amount - median)
        yield "$", f"{apart:.0f}"
        yield "%", f"{round(100 * apart / median, 1):g}"
        yield "%", "0.1"  # "less than"
    for each in (average, *([projected] if projected else [])):
        yield "", "100"
        if each.employment:
            yield "", f"{round(100 * each.openings / each.employment, 1):g}"


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str | int | float):
        yield f"{part:g}" if isinstance(part, float) else str(part)
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _texts(inner)


def _known_numbers(career: Career, reply: Reply) -> Iterator[tuple[str, str]]:
    """What may be said of this career, as `_numbers` reads it."""
    figures = catalogue().figures
    code = career.figures_code or ""
    pay, projected, entry = figures.pay(code), figures.outlook(code), figures.entry(code)
    average = figures.average
    yield from (("$", f"{amount:.0f}" if amount >= 1000 else f"{amount:.2f}") for amount in _wages(pay))
    yield "$", f"{average.median_annual.amount:.0f}"
    yield from (("", f"{jobs:.0f}") for jobs in _jobs(projected))
    yield from (("%", f"{abs(each.change_percent):g}") for each in (projected, average) if each)
    yield from _against_all(pay, projected)
    for said in (entry.education, entry.experience, entry.training) if entry else ():
        yield from _numbers(said or "")
    if entry and entry.education in YEARS_OF_STUDY:
        yield "", YEARS_OF_STUDY[entry.education]
    for own in _texts(msgspec.to_builtins(career)):
        yield from _numbers(own)
    yield from _numbers(f"{code} {figures.occupations.get(code, '')}")
    for citation in (each for block in reply.blocks if isinstance(block, Sources) for each in block.items):
        yield from (("", year) for year in _years(citation.when))
        yield from _numbers(citation.label)


def _unknown(intent: str, question: str) -> list[tuple[str, str, str]]:
    wrong = []
    for id, career in catalogue().careers.items():
        reply = answer(catalogue(), intent, id, question)
        known = set(_known_numbers(career, reply))
        said = [each for each in _numbers(reply.text()) if each not in known and each[1] not in OTHER_WORDS]
        wrong += [(id, intent, kind + number) for kind, number in said]
    return wrong


@pytest.mark.parametrize("intent", TOPICS_WITH_FIGURES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_no_number_is_of_unknown_origin(intent: str, question: str) -> None:
    assert _unknown(intent, question) == []


def test_the_topics_are_topics() -> None:
    assert set(TOPICS_WITH_FIGURES) <= TOPICS.keys()


def test_answers_about_pay_and_outlook_do_say_numbers() -> None:
    pay = answer(catalogue(), "ask_salary", "electrician")
    outlook = answer(catalogue(), "ask_outlook", "electrician")
    assert sum(kind == "$" for kind, _ in _numbers(pay.text())) >= 6
    assert sum(kind == "%" for kind, _ in _numbers(outlook.text())) >= 3


def test_a_number_that_nobody_published_is_noticed() -> None:
    career = catalogue().careers["electrician"]
    reply = answer(catalogue(), "ask_salary", "electrician")
    known = set(_known_numbers(career, reply))
    said = set(_numbers("They earn $61,234 a year, 7.77% more; 123,456 do."))
    assert said.isdisjoint(known)
    assert len(said) == 3
