"""The numbers that follow from known ones: each formula yields what may be said of a reply and of the careers that it names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from careerbot.advice.compare import MOST
from careerbot.advice.comparison.skills import ratings_of
from careerbot.advice.draft import Subject
from careerbot.advice.reply import Reply
from careerbot.dialogues.known_numbers import Number, money, wages
from careerbot.dialogues.quiz_numbers import of_the_list, of_the_quiz
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import ALL_OCCUPATIONS
from careerbot.knowledge.studies import studies
from careerbot.understanding.intake import MAX_LENGTH

Formula = Callable[[Reply, Sequence[str]], Iterable[Number]]


def _differences(reply: Reply, careers: Sequence[str]) -> Iterator[Number]:
    """Of two careers, or of one and all occupations: the difference, and the difference as a percentage of either."""
    codes = [*(catalogue().careers[each].figures_code or "" for each in careers), ALL_OCCUPATIONS]
    for one, other in itertools.combinations(dict.fromkeys(codes), 2):
        for a, b in zip(_comparable(one), _comparable(other), strict=True):
            if a is None or b is None:
                continue
            yield from (("$", said) for said in (money(abs(a - b)), f"{abs(a - b):.0f}"))
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
    # not the answers' own table, which could not prove itself
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
    yield from (("$", money(amount)) for amount in wages(everybody))


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
