"""What a number in a reply may come from: figures, career files, sources, the asker's own words, and fixed sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import msgspec
import yaml

from careerbot.advice.reply import Reply, Sources
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import ALL_OCCUPATIONS, Pay
from careerbot.paths import PROJECT
from careerbot.understanding.reading_constraints import read

Number = tuple[str, str]  # kind ("$", "%" or "") and the number without its commas

_NUMBER = re.compile(r"(?P<dollars>\$)?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<percent>%)?")
_ADDRESS = re.compile(r"https?://\S+|\b[\w.]+\.(?:org|com|gov)\S*")
_QUOTE = re.compile(r"“[^”]*”")  # what somebody says or may say: “over 60k”
_PAY_FIELDS = ("p10", "p25", "median", "p75", "p90")
_SCALES = {"5", "7"}  # what ratings of skills and subjects, and scores of interests, are out of


def numbers(text: str) -> Iterator[Number]:
    """All numbers that a text says in figures."""
    for match in _NUMBER.finditer(_QUOTE.sub("", _ADDRESS.sub("", text))):
        yield match["dollars"] or match["percent"] or "", match["number"].replace(",", "")


@lru_cache(maxsize=4096)
def of_career(id: str) -> frozenset[Number]:
    """What a career's file says, and what is published of it."""
    career, figures = catalogue().careers[id], catalogue().figures
    code = career.figures_code or ""
    onet = career.onet or code
    found = set(of_occupation(code)) | set(numbers(f"{code} {figures.occupations.get(code, '')}"))
    for text in _texts(msgspec.to_builtins(career)):
        found |= set(numbers(text))
    skills = figures.skills(onet)
    ratings = [r for each in (skills.ratings.values() if skills else ()) for r in (each.importance, each.level)]
    ratings += list(figures.subjects(onet).values())
    interests = figures.interests(onet)
    ratings += [getattr(interests, name) for name in interests.__struct_fields__[1:]] if interests else []
    found |= {("", f"{rating:g}") for rating in ratings if rating is not None} | {("", scale) for scale in _SCALES}
    zone = figures.job_zone(onet)
    return frozenset(found | ({("", str(zone))} if zone else set()))


@lru_cache(maxsize=4096)
def of_occupation(code: str) -> frozenset[Number]:
    """The figures of BLS."""
    figures = catalogue().figures
    pay, projected, entry, learnt = (
        figures.pay(code),
        figures.outlook(code),
        figures.entry(code),
        figures.attainment(code),
    )
    found: set[Number] = {("$", money(amount)) for amount in wages(pay)}
    if code == ALL_OCCUPATIONS:
        found.add(("$", money(figures.average.median_annual.amount or 0)))
    if projected:
        jobs = (projected.employment, projected.employment_projected, abs(projected.change), projected.openings)
        found |= {("", f"{each:.0f}") for each in jobs} | {("%", f"{abs(projected.change_percent):g}")}
        found |= (
            {("%", f"{projected.self_employed_percent:g}")} if projected.self_employed_percent is not None else set()
        )
    if learnt:
        found |= {("%", f"{getattr(learnt, field):g}") for field in learnt.__struct_fields__[3:]}
    for said in (entry.education, entry.experience, entry.training) if entry else ():
        found |= set(numbers(said or ""))
    return frozenset(found)


def wages(pay: Pay | None) -> Iterator[float]:
    """Every wage published for an occupation."""
    for percentiles in (pay.annual, pay.hourly) if pay else ():
        amounts = (getattr(percentiles, field).amount for field in _PAY_FIELDS)
        yield from (amount for amount in amounts if amount is not None)


def money(amount: float) -> str:
    """A wage as it is said: in dollars by the year, with cents by the hour."""
    return f"{amount:.0f}" if amount >= 1000 else f"{amount:.2f}"


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str | int | float):
        yield f"{part:g}" if isinstance(part, float) else str(part)
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _texts(inner)


def of_sources(reply: Reply) -> Iterator[Number]:
    """The years of all that is cited, and of the tables: "2024–34" is said as 2024, 34 and 2034."""
    infos = [
        catalogue().figures.info(table) for table in ("pay", "outlook", "entry", "interests", "skills", "subjects")
    ]
    cited = [each for block in reply.blocks if isinstance(block, Sources) for each in block.items]
    for text in (*(info.period for info in infos), *(f"{each.when} {each.label}" for each in cited), *_publications()):
        found = re.findall(r"\d+(?:\.\d+)?", text)
        yield from (("", each) for each in found)
        yield from (("", found[0][:2] + each) for each in found[1:] if len(each) == 2 and len(found[0]) == 4)


@lru_cache(maxsize=1)
def _publications() -> tuple[str, ...]:
    return tuple(f"{each.title} {each.year or ''}" for each in catalogue().sources.values())


def of_asker(said: Sequence[str]) -> Iterator[Number]:
    """What the asker has said, as it was said and as it was read: "60k" is $60,000."""
    for text in said:
        yield from (("", number) for _, number in numbers(text))
        asked = read(text).asked
        for pay in (asked.pay_at_least, asked.pay_at_most):
            if pay is not None:
                yield "$", money(pay)
        if asked.years_at_most is not None:
            yield "", f"{asked.years_at_most:g}"
            yield "", f"{round(asked.years_at_most * 12)}"
        if asked.growth_above is not None:
            yield "%", f"{asked.growth_above:g}"
        if asked.openings_at_least is not None:
            yield "", str(asked.openings_at_least)


@lru_cache(maxsize=1)
def of_fixed_sentences() -> frozenset[Number]:
    """The numbers of fixed sentences (988, 911)."""
    responses = yaml.safe_load((PROJECT / "domain.yml").read_text(encoding="utf-8"))["responses"]
    return frozenset(number for each in responses.values() for variant in each for number in numbers(variant["text"]))
