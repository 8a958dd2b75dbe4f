"""Everything at once: a table of careers side by side, each row with the period it is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careerbot.advice import phrasing
from careerbot.advice.comparison import by_figures, by_time, by_words, measures
from careerbot.advice.comparison.measures import Measured
from careerbot.advice.comparison.skills import cite_ratings, ratings_of, told_apart
from careerbot.advice.comparison.weighing import summary
from careerbot.advice.draft import Page, Subject
from careerbot.advice.reply import Table

_SKILLS = 3  # named in a cell


def everything(page: Page, subjects: Sequence[Subject]) -> None:
    """The table, the winners in words above it."""
    page.lead = summary(subjects)
    median, *others = figure_rows(page, subjects)
    rows = [
        median,
        [f"Lowest to top tenth ({page.cite_table('pay').when})", *_ranges(subjects)],
        *others,
        ["Years to enter, from high school", *map(by_time.years, subjects)],
        ["Hours", *map(_hours, subjects)],
    ]
    page.blocks.append(Table(["", *(about.career.title for about in subjects)], rows))
    _skills(page, subjects)
    for about in subjects:
        for part in (about.career.path, about.career.work_environment):
            page.cite(part.sources if part else ())


def figure_rows(page: Page, subjects: Sequence[Subject]) -> list[list[str]]:
    """A row a measure, median pay first: its name and period, then what it says of each career."""
    pay, outlook, entry = (page.cite_table(each).when for each in ("pay", "outlook", "entry"))
    return [
        [f"Median pay ({pay})", *_shown(measures.pay(subjects))],
        [f"Projected growth ({outlook})", *_shown(measures.growth(subjects))],
        [f"Openings ({outlook})", *_shown(measures.openings(subjects))],
        [f"Typical education at entry ({entry})", *_shown(measures.education(subjects))],
    ]


def _shown(measured: Sequence[Measured]) -> list[str]:
    return [each.shown for each in measured]


def _ranges(subjects: Sequence[Subject]) -> list[str]:
    hourly = measures.by_the_hour(subjects)
    return [by_figures.range_of(about, hourly=hourly) or "not published" for about in subjects]


def _hours(about: Subject) -> str:
    """The first clause of the schedule; the rest is one question away."""
    known = about.career.work_environment
    return re.split(r"[;.]", known.schedule)[0] if known else "not known"


def _skills(page: Page, subjects: Sequence[Subject]) -> None:
    """What matters to all, and what more to one than to the others; left out where one of them has no ratings of its own."""
    rated = [each for about in subjects if (each := ratings_of(about))]
    if len(rated) < len(subjects) or not told_apart(rated):
        return
    points = [(by_words.title_of_common(subjects), by_words.in_common(rated))]
    points += [(f"Matter more to {about.many}", by_words.apart(rated, at)) for at, about in enumerate(subjects)]
    page.listing(
        "Skills",
        [
            f"{title}: {phrasing.listed([skill.lower() for skill in skills[:_SKILLS]])}"
            for title, skills in points
            if skills
        ],
    )
    cite_ratings(page, rated)
