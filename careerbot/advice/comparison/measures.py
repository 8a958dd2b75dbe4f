"""What the tables measure of several careers, each measure in one unit for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from careerbot.advice import phrasing
from careerbot.advice.draft import Subject
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import EDUCATION, Outlook, Pay, Percentiles


@dataclass(frozen=True)
class Measured:
    """What one measure says of one career. No value: nothing that can be held against the others was published."""

    about: Subject
    value: float | None
    shown: str  # the value as it is said, or why there is none
    at_least: bool = False  # the statistics do not count higher

    @property
    def name(self) -> str:
        """The career in the plural, and whose figures stand in for it."""
        return (
            f"{self.about.many} (by the figures of {self.about.measured_in_sentence})"
            if self._stands_in
            else self.about.many
        )

    @property
    def _stands_in(self) -> bool:
        return self.value is not None and self.about.career.stand_in is not None


Measure = Callable[[Sequence[Subject]], list[Measured]]


def pay(subjects: Sequence[Subject]) -> list[Measured]:
    """Median wages by the year, or by the hour where more of the careers have that."""
    return [_median(about, _pay_of(about), hourly=by_the_hour(subjects)) for about in subjects]


def by_the_hour(subjects: Sequence[Subject]) -> bool:
    """Whether fewer of the careers have a yearly wage than an hourly one."""
    rows = [row for row in map(_pay_of, subjects) if row]
    return sum(row.annual.median.known for row in rows) < sum(row.hourly.median.known for row in rows)


def wages(about: Subject, *, hourly: bool) -> Percentiles | None:
    """The percentiles in one unit, if BLS has any pay for the career."""
    row = _pay_of(about)
    return (row.hourly if hourly else row.annual) if row else None


def _pay_of(about: Subject) -> Pay | None:
    return about.catalogue.figures.pay(about.code)


def _median(about: Subject, row: Pay | None, *, hourly: bool) -> Measured:
    if not row:
        return Measured(about, None, "not published")
    asked, other = (row.hourly, row.annual) if hourly else (row.annual, row.hourly)
    per, other_per = ("an hour", "a year") if hourly else ("a year", "an hour")
    if asked.median.known:
        return Measured(about, asked.median.amount, phrasing.wage(asked.median, per=per), asked.median.top_coded)
    if other.median.known:
        return Measured(about, None, f"{phrasing.wage(other.median, per=other_per)}, published only so")
    return Measured(about, None, "not published")


def growth(subjects: Sequence[Subject]) -> list[Measured]:
    """Projected change of employment in percent."""
    rows = [(about, about.catalogue.figures.outlook(about.code)) for about in subjects]
    return [
        Measured(about, row.change_percent, phrasing.percent(row.change_percent)) if row else _unknown(about)
        for about, row in rows
    ]


def openings(subjects: Sequence[Subject]) -> list[Measured]:
    """Projected openings a year."""
    rows = [(about, about.catalogue.figures.outlook(about.code)) for about in subjects]
    return [
        Measured(about, row.openings, f"{phrasing.count(row.openings)} a year") if row else _unknown(about)
        for about, row in rows
    ]


def openings_per_hundred_jobs(about: Subject) -> float | None:
    """Openings a year for every 100 jobs of the projection's first year: how often a place falls free."""
    row = about.catalogue.figures.outlook(about.code)
    return _per_hundred(row) if row and row.employment else None


def openings_per_hundred_of_all(catalogue: Catalogue) -> float:
    """The same for all occupations together."""
    return _per_hundred(catalogue.figures.average)


def _per_hundred(row: Outlook) -> float:
    return round(100 * row.openings / row.employment, 1)


def education(subjects: Sequence[Subject]) -> list[Measured]:
    """Education typically asked for at entry: less comes first, so its value counts down."""
    rows = [(about, about.catalogue.figures.entry(about.code)) for about in subjects]
    return [
        Measured(about, -EDUCATION.index(row.education), phrasing.lower(row.education))
        if row and row.education in EDUCATION
        else _unknown(about)
        for about, row in rows
    ]


def _unknown(about: Subject) -> Measured:
    return Measured(about, None, "not published")
