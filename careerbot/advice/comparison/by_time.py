"""Years from high school to the first day, of several careers."""

from __future__ import annotations

from collections.abc import Sequence

from careerbot.advice import phrasing
from careerbot.advice.draft import Page, Subject
from careerbot.advice.numbers import study_time
from careerbot.knowledge import naming
from careerbot.knowledge.schema import TimeToEnter


def time(page: Page, subjects: Sequence[Subject]) -> None:
    """Years after high school."""
    page.lead = _time_lead(subjects)
    for about in subjects:
        path = about.career.path
        if path and path.time:
            page.paragraph(
                f"{naming.capital(about.many)}: {years(about)}: {path.time.made_of.rstrip('.')}.", path.sources
            )
        elif study := _years_of_study(about):
            page.cite_table("entry")
            page.paragraph(f"{naming.capital(about.many)}: I know no span. {study}")


def _time_lead(subjects: Sequence[Subject]) -> str:
    unknown = [about.many for about in subjects if not _time(about)]
    if unknown:
        return f"I cannot say which is {quicker(subjects)}: I have no figure for {phrasing.listed(unknown)}, and I don't guess."
    first = quickest(subjects)
    if len({years(about) for about in subjects}) == 1:
        names = phrasing.listed([about.many for about in subjects])
        return f"As long for all: to become {names} takes {years(subjects[0])} after high school."
    if not first:
        spans = phrasing.listed([f"{years(about)} for {about.many}" for about in subjects])
        return f"None is clearly quicker to enter, counted from high school: {spans}."
    rest = phrasing.listed([f"{years(about)} for {about.many}" for about in subjects if about is not first])
    return f"{naming.capital(first.many)} are {quicker(subjects)} to become: {years(first)} after high school, against {rest}."


def quicker(subjects: Sequence[Subject]) -> str:
    """ "quicker" of two, "quickest" of more."""
    return "quicker" if len(subjects) == 2 else "quickest"


def quickest(subjects: Sequence[Subject]) -> Subject | None:
    """The one whose shortest and longest way in are no longer than any other's; None where spans overlap otherwise."""
    return next(
        (about for about in subjects if all(_quicker(about, each) for each in subjects if each is not about)), None
    )


def _quicker(about: Subject, other: Subject) -> bool:
    ours, theirs = _time(about), _time(other)
    if not ours or not theirs:
        return False
    span, their_span = (ours.min_years, ours.max_years), (theirs.min_years, theirs.max_years)
    return span != their_span and span[0] <= their_span[0] and span[1] <= their_span[1]


def _time(about: Subject) -> TimeToEnter | None:
    return about.career.path.time if about.career.path else None


def years(about: Subject) -> str:
    """ "4 to 5 years", "3 months", or "not known"."""
    span = _time(about)
    if not span:
        return "not known"
    if not span.max_years:
        return "no time at all"
    return phrasing.span(span.min_years, span.max_years)


def _years_of_study(about: Subject) -> str:
    entry = about.catalogue.figures.entry(about.code)
    study = study_time(entry) if entry else None
    return f"The usual entry, {phrasing.lower(entry.education or '')}, takes {study}." if entry and study else ""
