"""Criteria that go by official figures, and how a career's own figure is said."""

from __future__ import annotations

from collections.abc import Iterator

from careerbot.advice import phrasing
from careerbot.advice.constraints import Constraints
from careerbot.advice.criteria.criterion import Criterion
from careerbot.advice.search_rows import EDUCATION, Row
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import Wage


def by_figures(asked: Constraints, catalogue: Catalogue) -> Iterator[Criterion]:
    """What is asked of pay, schooling, time, growth and openings."""
    if asked.limits_pay:
        yield _pay(asked.pay_at_least, asked.pay_at_most, asked.pay_per, catalogue)
    if asked.education_at_most is not None:
        yield _education(asked.education_at_most)
    if asked.no_experience:
        yield _no_experience()
    if asked.years_at_most is not None:
        yield _years(asked.years_at_most)
    if asked.growth_above is not None:
        yield _growth(asked.growth_above, catalogue)
    if asked.openings_at_least is not None:
        yield _openings(asked.openings_at_least, catalogue)


def _pay(least: float | None, most: float | None, per: str, catalogue: Catalogue) -> Criterion:
    """The median wage. A top-coded one is known to be at least its threshold, and no more."""

    def holds(row: Row) -> bool | None:
        wage = median(row, per)
        if wage.amount is None:
            return None
        if most is not None and (wage.top_coded or wage.amount > most):
            return None if wage.top_coded and wage.amount <= most else False
        return least is None or wage.amount >= least or (None if wage.top_coded else False)

    limits = [
        f"{said} {phrasing.money(limit)}"
        for said, limit in (("at least", least), ("at most", most))
        if limit is not None
    ]
    return Criterion(
        "pay",
        f"with a median pay of {phrasing.listed(limits)} {_a(per)}",
        holds,
        f"Median pay ({catalogue.figures.info('pay').period})",
        lambda row: shown_pay(row, per),
        tables=("pay",),
    )


def median(row: Row, per: str) -> Wage:
    """The median wage by year or by hour."""
    if not row.pay:
        return Wage(None)
    return row.pay.annual.median if per == "year" else row.pay.hourly.median


def shown_pay(row: Row, per: str = "year") -> str:
    """The median wage in words; where only the other unit is published, in that."""
    if not median(row, per).known:
        per = "hour" if per == "year" else "year"
    return phrasing.wage(median(row, per), per=_a(per))


def _a(per: str) -> str:
    return "a year" if per == "year" else "an hour"


def _education(most: int) -> Criterion:
    return Criterion(
        "education",
        f"that typically ask for no more than {naming.with_article(phrasing.lower(EDUCATION[most]))}"
        if most
        else "that typically ask for no diploma",
        lambda row: None if row.education is None else row.education <= most,
        "Typical education at entry",
        shown_education,
        tables=("entry",),
    )


def shown_education(row: Row) -> str:
    """What the occupation typically asks at entry."""
    return phrasing.lower(EDUCATION[row.education]) if row.education is not None else "not published"


def _no_experience() -> Criterion:
    return Criterion(
        "experience",
        "that ask for no experience in a related occupation",
        lambda row: None if not row.entry or row.entry.experience is None else row.entry.experience == "None",
        tables=("entry",),
    )


def _years(most: float) -> Criterion:
    return Criterion(
        "time",
        f"that take no more than {phrasing.time(most)} to get into after high school",
        lambda row: None if row.years is None else row.years <= most,
        "Time to get in",
        _shown_years,
        tables=("entry",),
    )


def _shown_years(row: Row) -> str:
    if row.years is None:
        return "not known"
    return f"up to {phrasing.time(row.years)}" if row.years > 0 else "none"


def _growth(above: float, catalogue: Catalogue) -> Criterion:
    period = catalogue.figures.info("outlook").period
    average = catalogue.figures.average.change_percent
    than = (
        f"more than the average of {phrasing.percent(average)}"
        if above == average
        else f"more than {phrasing.percent(above)}"
    )
    return Criterion(
        "growth",
        "whose jobs are projected to grow" if above == 0 else f"whose jobs are projected to grow by {than}",
        lambda row: None if not row.outlook else row.outlook.change_percent > above,
        f"Growth ({period})",
        shown_growth,
        tables=("outlook",),
    )


def shown_growth(row: Row) -> str:
    """The projected change in percent, with its sign."""
    change = row.outlook.change_percent if row.outlook else None
    return "not published" if change is None else f"{'+' * (change > 0)}{phrasing.percent(change)}"


def _openings(least: int, catalogue: Catalogue) -> Criterion:
    return Criterion(
        "openings",
        f"with at least {phrasing.count(least)} openings a year",
        lambda row: None if not row.outlook else row.outlook.openings >= least,
        f"Openings a year ({catalogue.figures.info('outlook').period})",
        _shown_openings,
        tables=("outlook",),
    )


def _shown_openings(row: Row) -> str:
    return phrasing.count(row.outlook.openings) if row.outlook else "not published"
