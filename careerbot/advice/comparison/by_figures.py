"""Pay, growth, openings and schooling of several careers: the winner first, then every figure with its source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from careerbot.advice import phrasing
from careerbot.advice.comparison import measures
from careerbot.advice.comparison.measures import Measure, Measured
from careerbot.advice.comparison.verdicts import (
    Standing,
    Wording,
    dollars_apart,
    jobs_apart,
    points_apart,
    sentence,
)
from careerbot.advice.draft import Page, Subject
from careerbot.advice.reply import Bar, BarChart, Block, Fact, Facts
from careerbot.knowledge import naming

_PAY = Wording(
    more="earn more",
    most="earn the most",
    less="earn less",
    least="earn the least",
    same="earn the same",
    unknown="who earns more",
    edge="Higher median pay",
    before="a median of ",
    difference=dollars_apart,
)
_FASTER = Wording(
    more="are projected to grow faster",
    most="are projected to grow the fastest",
    less="are projected to grow more slowly",
    least="are projected to grow the slowest",
    same="are projected to grow alike",
    unknown="which of them grows faster",
    edge="Faster projected growth",
    before="by ",
    difference=points_apart,
)
_BETTER_OUTLOOK = Wording(  # who shrinks does not grow, be it slower or faster
    more="have the better outlook",
    most="have the best outlook",
    less="have the worse outlook",
    least="have the worst outlook",
    same="have the same outlook",
    unknown="which of them grows faster",
    edge="The better outlook",
    before="a projected change of ",
    difference=points_apart,
)
_OPENINGS = Wording(
    more="have more openings",
    most="have the most openings",
    less="have fewer openings",
    least="have the fewest openings",
    same="have as many openings",
    unknown="who has more openings",
    edge="More openings",
    difference=jobs_apart,
)
_SCHOOLING = Wording(
    more="ask for less schooling at entry",
    most="ask for the least schooling at entry",
    less="ask for more schooling at entry",
    least="ask for the most schooling at entry",
    same="typically ask for the same schooling at entry",
    unknown="which of them asks for less schooling",
    edge="Less schooling at entry",
)


@dataclass(frozen=True)
class Contest:
    """One thing that careers can be ahead in: how it is measured, by which table, and how it is said."""

    table: str
    measure: Measure
    wording: Callable[[Standing], Wording]

    def standing(self, subjects: Sequence[Subject], *, turned: bool = False) -> Standing:
        """The careers in its order."""
        return Standing(self.measure(subjects), turned)

    def verdict(self, standing: Standing, when: str) -> str:
        """Who is ahead, as a sentence."""
        return sentence(standing, self.wording(standing), when)


def _growth_wording(standing: Standing) -> Wording:
    return _FASTER if all((each.value or 0) > 0 for each in standing.known) else _BETTER_OUTLOOK


PAY = Contest("pay", measures.pay, lambda _: _PAY)
GROWTH = Contest("outlook", measures.growth, _growth_wording)
OPENINGS = Contest("outlook", measures.openings, lambda _: _OPENINGS)
SCHOOLING = Contest("entry", measures.education, lambda _: _SCHOOLING)
CONTESTS = (PAY, GROWTH, OPENINGS, SCHOOLING)


def pay(page: Page, subjects: Sequence[Subject], *, turned: bool = False) -> None:
    """Medians, then the range of each."""
    hourly = measures.by_the_hour(subjects)
    standing, source = PAY.standing(subjects, turned=turned), page.cite_table("pay")
    medians = standing.measured
    page.lead = PAY.verdict(standing, source.when)
    if hourly:
        page.notice("By the hour: for some of them no yearly wage is published.")
    rows = [_fact(each, _with_range(each, hourly=hourly), source.id, source.when) for each in medians]
    page.blocks.append(Facts(rows, "Median pay, and where most people lie"))
    page.blocks += _bars("Median pay", f"dollars {'an hour' if hourly else 'a year'}", medians, source.id, source.when)


def range_of(about: Subject, *, hourly: bool) -> str:
    """From the wage that a tenth earns less than to the one that a tenth earns more than; "" where one is not published."""
    wages = measures.wages(about, hourly=hourly)
    if not wages or not wages.p10.known or not wages.p90.known:
        return ""
    more = "at least " if wages.p90.top_coded else ""
    return f"{phrasing.money(wages.p10.amount or 0)} to {more}{phrasing.money(wages.p90.amount or 0)}"


def _with_range(each: Measured, *, hourly: bool) -> str:
    spread = range_of(each.about, hourly=hourly)
    return f"{each.shown} (lowest to top tenth: {spread})" if spread and each.value is not None else each.shown


def growth(page: Page, subjects: Sequence[Subject], *, turned: bool = False) -> None:
    """Projected growth, next to that of all occupations."""
    standing, source = GROWTH.standing(subjects, turned=turned), page.cite_table("outlook")
    page.lead = GROWTH.verdict(standing, source.when)
    if standing.known:
        average = page.catalogue.figures.average.change_percent
        page.lead += f" All occupations together: {phrasing.percent(average)}."
    rows = [_fact(each, each.shown, source.id, source.when) for each in standing.measured]
    page.blocks.append(Facts(rows, "Projected change of employment"))


def openings(page: Page, subjects: Sequence[Subject], *, turned: bool = False) -> None:
    """Openings a year, and how many that is for the size of each occupation."""
    standing, source = OPENINGS.standing(subjects, turned=turned), page.cite_table("outlook")
    page.lead = OPENINGS.verdict(standing, source.when)
    rows = [
        _fact(each, f"{each.shown}{_for_its_size(each.about)}", source.id, source.when) for each in standing.measured
    ]
    page.blocks.append(Facts(rows, "Openings, from growth and from people who leave"))


def _for_its_size(about: Subject) -> str:
    rate = measures.openings_per_hundred_jobs(about)
    return f" ({rate:g} for every 100 jobs there are)" if rate is not None else ""


def education(page: Page, subjects: Sequence[Subject], *, turned: bool = False) -> None:
    """What is typically asked for at entry, and what the files say of the way through school."""
    standing, source = SCHOOLING.standing(subjects, turned=turned), page.cite_table("entry")
    page.lead = SCHOOLING.verdict(standing, "")
    rows = [_fact(each, naming.capital(each.shown), source.id, source.when) for each in standing.measured]
    page.blocks.append(Facts(rows, "Typical education at entry"))
    for about in subjects:
        known = about.career.education
        if known:
            licence = f" {known.licence}" if known.licence else ""
            page.paragraph(f"{naming.capital(about.many)}: {known.usual}{licence}", known.sources)


def _fact(each: Measured, value: str, source: str, when: str) -> Fact:
    return Fact(naming.capital(each.about.many), value, source, when, each.about.measured_in_sentence or None)


def _bars(title: str, unit: str, measured: Sequence[Measured], source: str, when: str) -> list[Block]:
    bars = [Bar(naming.capital(each.about.many), each.value, each.shown) for each in measured if each.value is not None]
    return [BarChart(title, unit, bars, source, when)] if len(bars) > 1 else []
