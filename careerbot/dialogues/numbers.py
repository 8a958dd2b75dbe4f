"""The checker that no reply says a number of unknown origin: each is a figure, a fact, or follows from them by a declared formula.

Known are, for the careers that a reply names: their published figures, the numbers in their files, and what FORMULAS make of
both; besides, the years of the sources cited, what the asker has said, counts of careers and the numbers of fixed sentences.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import msgspec
import yaml

from careerbot.advice.compare import MOST
from careerbot.advice.comparison.skills import ratings_of
from careerbot.advice.draft import Subject
from careerbot.advice.reply import Reply, Sources
from careerbot.dialogues.quiz_numbers import of_the_list, of_the_quiz
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import ALL_OCCUPATIONS, Pay
from careerbot.knowledge.name_index import name_index
from careerbot.knowledge.studies import studies
from careerbot.paths import PROJECT
from careerbot.understanding.intake import MAX_LENGTH
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


def unknown_numbers(reply: Reply, said: Sequence[str] = (), about: Iterable[str] = ()) -> list[str]:
    """The numbers of a reply that nobody published, nobody said and no formula gives.

    `said` is what the asker has typed, `about` the ids of careers that the conversation is about, besides those named.
    """
    careers = list(dict.fromkeys([*about, *_careers(reply, said)]))
    known = {
        *itertools.chain.from_iterable(_of_career(each) for each in careers),
        *_of_occupation(ALL_OCCUPATIONS),
        *_of_sources(reply),
        *_of_asker(said),
        *_fixed(),
    }
    known |= {number for formula in FORMULAS for number in formula(reply, careers)}
    return [kind + number for kind, number in numbers(reply.text()) if (kind, number) not in known]


# --- what is known of the careers named -----------------------------------------------------------------------------


def _careers(reply: Reply, said: Sequence[str]) -> list[str]:
    """The careers that a reply names, offers, or was asked about."""
    known = catalogue().careers
    offered = [
        json.loads(each.payload.partition("{")[1] + each.payload.partition("{")[2] or "{}")
        for each in reply.suggestions
    ]
    ids = [id for entities in offered for id in _as_list(entities.get("career"))]
    for text in (reply.text(), *said):
        ids += [id for mention in name_index().find(text) for id in mention.career_ids]
        ids += _by_whole_title(text)
    return [id for id in dict.fromkeys(ids) if id in known]


def _as_list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _by_whole_title(text: str) -> list[str]:
    """Official titles with commas in them, which no question would name."""
    lowered = text.lower()
    return [id for title, id in _titles() if title in lowered]


@lru_cache(maxsize=1)
def _titles() -> list[tuple[str, str]]:
    return [(naming.many(career).lower(), id) for id, career in catalogue().careers.items()]


@lru_cache(maxsize=4096)
def _of_career(id: str) -> frozenset[Number]:
    career, figures = catalogue().careers[id], catalogue().figures
    code = career.figures_code or ""
    onet = career.onet or code
    found = set(_of_occupation(code)) | set(numbers(f"{code} {figures.occupations.get(code, '')}"))
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
def _of_occupation(code: str) -> frozenset[Number]:
    figures = catalogue().figures
    pay, projected, entry, learnt = (
        figures.pay(code),
        figures.outlook(code),
        figures.entry(code),
        figures.attainment(code),
    )
    found: set[Number] = {("$", _money(amount)) for amount in wages(pay)}
    if code == ALL_OCCUPATIONS:
        found.add(("$", _money(figures.average.median_annual.amount or 0)))
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


def _money(amount: float) -> str:
    return f"{amount:.0f}" if amount >= 1000 else f"{amount:.2f}"


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str | int | float):
        yield f"{part:g}" if isinstance(part, float) else str(part)
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _texts(inner)


# --- what is known besides ------------------------------------------------------------------------------------------


def _of_sources(reply: Reply) -> Iterator[Number]:
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


def _of_asker(said: Sequence[str]) -> Iterator[Number]:
    """What the asker has said, as it was said and as it was read: "60k" is $60,000."""
    for text in said:
        yield from (("", number) for _, number in numbers(text))
        asked = read(text).asked
        for pay in (asked.pay_at_least, asked.pay_at_most):
            if pay is not None:
                yield "$", _money(pay)
        if asked.years_at_most is not None:
            yield "", f"{asked.years_at_most:g}"
            yield "", f"{round(asked.years_at_most * 12)}"
        if asked.growth_above is not None:
            yield "%", f"{asked.growth_above:g}"
        if asked.openings_at_least is not None:
            yield "", str(asked.openings_at_least)


@lru_cache(maxsize=1)
def _fixed() -> frozenset[Number]:
    """The numbers of fixed sentences (988, 911)."""
    responses = yaml.safe_load((PROJECT / "domain.yml").read_text(encoding="utf-8"))["responses"]
    return frozenset(number for each in responses.values() for variant in each for number in numbers(variant["text"]))


# --- declared formulas: each yields what may be said of a reply and the careers that it names -----------------------

Formula = Callable[[Reply, Sequence[str]], Iterable[Number]]


def _differences(reply: Reply, careers: Sequence[str]) -> Iterator[Number]:
    """Of two careers, or of one and all occupations: the difference, and the difference as a percentage of the lower."""
    codes = [*(catalogue().careers[each].figures_code or "" for each in careers), ALL_OCCUPATIONS]
    for one, other in itertools.combinations(dict.fromkeys(codes), 2):
        for a, b in zip(_comparable(one), _comparable(other), strict=True):
            if a is None or b is None:
                continue
            yield from (("$", said) for said in (_money(abs(a - b)), f"{abs(a - b):.0f}"))
            yield from ((kind, f"{abs(a - b):.0f}") for kind in ("", "$"))
            yield from (("", f"{abs(a - b):.{places}f}") for places in (1, 2))
            for base in (a, b):
                yield from (("%", f"{round(abs(a - b) / base * 100, places):g}") for places in (0, 1) if base)
    yield "%", "0.1"  # "less than 0.1%"


def _comparable(code: str) -> list[float | None]:
    figures = catalogue().figures
    pay, projected = figures.pay(code), figures.outlook(code)
    medians = [pay.annual.median.amount, pay.hourly.median.amount] if pay else [None, None]
    return [*medians, projected.change_percent if projected else None, float(projected.openings) if projected else None]


_COUNTS = re.compile(
    r"\bI know (?P<a>[\d,]+) (?:careers|fields)|\b[Oo]f (?P<b>[\d,]+) careers|”: (?P<c>[\d,]+)|of the (?P<d>\d+) careers I have|"
    r"numbers (?P<e>\d+) to (?P<f>\d+)|number (?P<g>\d+)|\((?P<h>\d+) of (?P<i>\d+) [a-z]|^(?P<j>\d+)\. |"
    r"\bth(?:e|ose) (?P<k>\d+) careers|(?P<l>\d+) (?:are left|of them)",
    re.MULTILINE,
)


def _counts(reply: Reply, careers: Sequence[str]) -> Iterator[Number]:
    """How many careers, fields or steps there are: never more than there are careers."""
    most = max(len(catalogue().careers), len(studies().fields))
    for match in _COUNTS.finditer(reply.text()):
        said = [each.replace(",", "") for each in match.groups() if each]
        yield from (("", each) for each in said if int(each) <= most)


def _years_of_study(reply: Reply, careers: Sequence[str]) -> Iterator[Number]:
    """Full-time study after high school in the years that such a degree takes."""
    years = {
        "Doctoral or professional degree": "8",
        "Master's degree": "6",
        "Bachelor's degree": "4",
        "Associate's degree": "2",
    }
    for each in careers:
        entry = catalogue().figures.entry(catalogue().careers[each].figures_code or "")
        if entry and entry.education in years:
            yield "", years[entry.education]


def _constants(reply: Reply, careers: Sequence[str]) -> Iterator[Number]:
    """What a search takes "many openings", "well paid" and "in demand" for, wherever the constraint came from a button."""
    figures = catalogue().figures
    everybody = figures.pay(ALL_OCCUPATIONS)
    yield "", "10000"
    yield "", str(len(catalogue().written))
    yield from (("$", _money(amount)) for amount in wages(everybody))


def _openings_per_hundred_jobs(reply: Reply, careers: Sequence[str]) -> Iterator[Number]:
    """Openings a year for every 100 jobs, of each career and of all occupations."""
    for code in [*(catalogue().careers[each].figures_code or "" for each in careers), ALL_OCCUPATIONS]:
        projected = catalogue().figures.outlook(code)
        if projected and projected.employment:
            yield from (("", "100"), ("", f"{round(100 * projected.openings / projected.employment, 1):g}"))


_COUNTED_SKILLS = re.compile(r"(\d+) of the (\d+) skills that matter there")
_SKILLS = 35  # that O*NET rates


def _skills(reply: Reply, careers: Sequence[str]) -> Iterator[Number]:
    """How many skills carry over, the ends of the scales, and the ratings of an occupation that stands in for one without any."""
    counted = _COUNTED_SKILLS.search(reply.text())
    if counted and int(counted[1]) <= int(counted[2]) <= _SKILLS:
        yield from (("", each) for each in counted.groups())
    yield from (("", each) for each in ("0", "1"))
    for each in careers:
        ratings = ratings_of(Subject(catalogue(), catalogue().careers[each]))
        for rated in (*ratings.importance.values(), *ratings.level.values()) if ratings else ():
            yield "", f"{rated:g}"


def _most_compared(reply: Reply, careers: Sequence[str]) -> Iterator[Number]:
    """How many careers stand side by side at most."""
    yield "", str(MOST)


def _limits(reply: Reply, careers: Sequence[str]) -> Iterator[Number]:
    """How much is read of a message, and how many occupations have figures."""
    yield "", str(MAX_LENGTH)
    yield "", str(len(catalogue().figures.occupations))


FORMULAS: tuple[Formula, ...] = (
    _limits,
    _differences,
    _openings_per_hundred_jobs,
    _counts,
    _skills,
    _years_of_study,
    _constants,
    _most_compared,
    of_the_quiz,
    of_the_list,
)
