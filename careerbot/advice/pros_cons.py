"""What speaks for and against a career: the file's points, and the figures held against all occupations. No verdict."""

from __future__ import annotations

from collections.abc import Iterator

from careerbot.advice import phrasing
from careerbot.advice.comparison import by_time, measures
from careerbot.advice.draft import Draft, Subject
from careerbot.advice.numbers import study_time
from careerbot.knowledge.figures import Outlook, Pay, Wage

_Row = tuple[str, str]  # a label and what is said under it


def pros_cons(about: Subject) -> Draft | None:
    """The points for and against, then pay, growth and competition against all occupations, training and hours."""
    career = about.career
    measured = [*_against_all(about)]
    if not measured and not career.upsides and not career.downsides:
        return None
    draft = Draft(
        about, lead=f"Whether it is right for you, only you can say. What speaks for and against becoming {about.one}:"
    )
    if career.upsides:
        draft.listing("For it", career.upsides.items, career.upsides.sources)
    if career.downsides:
        draft.listing("Against it", career.downsides.items, career.downsides.sources)
    if measured:
        draft.say_stand_in()
    for table, rows in measured:
        draft.figures(table, rows, "Compared with all occupations" if table == measured[0][0] else "")
    _training(draft)
    if career.work_environment:
        draft.paragraph(f"Hours: {career.work_environment.schedule}", career.work_environment.sources)
    return draft


def _against_all(about: Subject) -> Iterator[tuple[str, list[_Row]]]:
    figures = about.catalogue.figures
    pay, projected = figures.pay(about.code), figures.outlook(about.code)
    if pay and (pay.annual.median.known or pay.hourly.median.known):
        yield "pay", [("Median pay", _pay(pay, figures.average.median_annual))]
    if projected:
        growth, of_all = phrasing.percent(projected.change_percent), phrasing.percent(figures.average.change_percent)
        rows = [
            ("Projected growth", f"{growth}; all occupations: {of_all}"),
            ("Openings a year", _openings(about, projected)),
        ]
        yield "outlook", rows


def _pay(pay: Pay, of_all: Wage) -> str:
    """The median with its distance from that of all occupations, in percent of the latter."""
    own, mean = pay.annual.median, of_all.amount or 0
    if own.amount is None:
        return (
            f"{phrasing.wage(pay.hourly.median, per='an hour')}; that of all occupations is published by the year only"
        )
    said = f"{phrasing.wage(own, per='a year')}; all occupations: {phrasing.wage(of_all, per='a year')}"
    apart = own.amount - mean
    if not apart:
        return said
    distance = f"{'at least ' if own.top_coded else ''}${abs(apart):,.0f}, or {phrasing.share(100 * abs(apart) / mean)}"
    return f"{said} ({distance}, {'above' if apart > 0 else 'below'} it)"


def _openings(about: Subject, projected: Outlook) -> str:
    """How often a place falls free: what comes nearest to competition, as no source counts applicants."""
    own, of_all = measures.openings_per_hundred_jobs(about), measures.openings_per_hundred_of_all(about.catalogue)
    rate = f" ({own:g} for every 100 jobs; all occupations: {of_all:g})" if own is not None else ""
    return f"{phrasing.count(projected.openings)}{rate}; how many people compete for them is not counted"


def _training(draft: Draft) -> None:
    """What it costs in years before one can start."""
    about, path = draft.about, draft.about.career.path
    entry = about.catalogue.figures.entry(about.code)
    study = study_time(entry) if entry else None
    if path and path.time:
        draft.paragraph(
            f"Training: {by_time.years(about)} after high school, made up of {path.time.made_of.rstrip('.')}.",
            path.sources,
        )
    elif entry and study:
        draft.cite_table("entry")
        draft.paragraph(f"Training: the usual entry, {phrasing.lower(entry.education or '')}, takes {study}.")
