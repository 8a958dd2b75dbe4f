"""Years from high school to the first day, of several careers."""

from __future__ import annotations

from collections.abc import Sequence

from careerbot.advice import phrasing
from careerbot.advice.draft import Page, Subject
from careerbot.advice.numbers import study_time
from careerbot.knowledge import naming
from careerbot.knowledge.schema import TimeToEnter


def time(page: Page, subjects: Sequence[Subject], *, turned: bool = False) -> None:
    """Years after high school."""
    page.lead = _time_lead(subjects, turned=turned)
    for about in subjects:
        path = about.career.path
        if path and path.time:
            page.paragraph(
                f"{naming.capital(about.many)}: {years(about)}: {path.time.made_of.rstrip('.')}.", path.sources
            )
        elif study := _years_of_study(about):
            page.cite_table("entry")
            page.paragraph(f"{naming.capital(about.many)}: I know no span. {study}")


def _time_lead(subjects: Sequence[Subject], *, turned: bool) -> str:
    unknown = [about.many for about in subjects if not _time(about)]
    if unknown:
        which = f"takes {_longer(subjects)}" if turned else f"is {quicker(subjects)}"
        return f"I cannot say which {which}: I have no figure for {phrasing.listed(unknown)}, and I don't guess."
    first = _foremost(subjects, turned=turned)
    if len({years(about) for about in subjects}) == 1:
        names = phrasing.listed([about.many for about in subjects])
        return f"As long for all: to become {names} takes {years(subjects[0])} after high school."
    if not first:
        spans = phrasing.listed([f"{years(about)} for {about.many}" for about in subjects])
        clearly = f"takes clearly {_longer(subjects)}" if turned else "is clearly quicker to enter"
        return f"None {clearly}, counted from high school: {spans}."
    names = naming.capital(phrasing.listed([about.many for about in first]))
    are = f"take {_longer(subjects)}" if turned else f"are {quicker(subjects)}"
    rest = phrasing.listed([f"{years(about)} for {about.many}" for about in subjects if about not in first])
    return f"{names} {are} to become: {years(first[0])} after high school, against {rest}."


def quicker(subjects: Sequence[Subject]) -> str:
    """ "quicker" of two, "quickest" of more."""
    return "quicker" if len(subjects) == 2 else "quickest"


def _longer(subjects: Sequence[Subject]) -> str:
    return "longer" if len(subjects) == 2 else "the longest"


def quickest(subjects: Sequence[Subject], *, turned: bool = False) -> Subject | None:
    """The one whose shortest and longest way in are no longer than any other's (turned round: no shorter); None where several are
    alike or spans overlap otherwise."""
    first = _foremost(subjects, turned=turned)
    return first[0] if len(first) == 1 else None


def _foremost(subjects: Sequence[Subject], *, turned: bool = False) -> list[Subject]:
    times = [_time(about) for about in subjects]
    spans = [(time.min_years, time.max_years) for time in times if time]
    if len(spans) < len(subjects):
        return []
    shortest, longest = zip(*spans, strict=True)
    end = (max(shortest), max(longest)) if turned else (min(shortest), min(longest))
    return [about for about, span in zip(subjects, spans, strict=True) if span == end]


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
