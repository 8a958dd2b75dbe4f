"""O*NET's skill ratings of a career, its own or those of the nearest occupation that has been rated."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careerbot.advice import phrasing
from careerbot.advice.draft import Page, Subject
from careerbot.knowledge import naming
from careerbot.knowledge.figures import SkillRatings

IMPORTANT = 3.0  # "important" on O*NET's scale of importance from 1 to 5


@dataclass(frozen=True)
class Ratings:
    """How much each skill matters (importance, 1 to 5) and how much of it is asked for (level, 0 to 7; not relevant: 0)."""

    importance: Mapping[str, float]
    level: Mapping[str, float]
    why: str = ""  # whose ratings these are, where they are not the career's own


def ratings_of(about: Subject) -> Ratings | None:
    """The ratings to quote for a career; None where neither it nor an occupation near it has been rated."""
    own_code = about.career.onet or about.career.figures_code or ""
    figures = about.catalogue.figures
    own = figures.skills(own_code) if own_code else None
    if own:
        why = (
            f"The skill ratings of {about.measured_in_sentence} stand in for {about.many}."
            if about.career.stand_in
            else ""
        )
        return _ratings(own, why)
    near = next(
        (
            (found, rated)
            for code in figures.related(own_code)
            if (found := about.catalogue.find(code)) and (rated := figures.skills(code))
        ),
        None,
    )
    if not near:
        return None
    found, rated = near
    return _ratings(
        rated,
        f"O*NET has not rated the skills of {about.many}; those of {naming.many(found)}, the nearest occupation it has "
        "rated, stand in.",
    )


def not_rated(subjects: Sequence[Subject]) -> str:
    """The beginning of a sentence on careers that have no ratings."""
    return f"O*NET has not rated the skills of {phrasing.listed([about.many for about in subjects])}"


def cite_ratings(page: Page, rated: Sequence[Ratings]) -> None:
    """Name the table as source, and say whose ratings are quoted where they are not the careers' own."""
    page.cite_table("skills")
    for each in rated:
        if each.why:
            page.notice(each.why)


def told_apart(rated: Sequence[Ratings]) -> bool:
    """Whether no two careers are quoted with the same ratings, as they are where one stands in for the other."""
    return all(one.importance != other.importance for one, other in itertools.combinations(rated, 2))


def _ratings(rated: SkillRatings, why: str) -> Ratings:
    return Ratings(
        {skill: each.importance or 1.0 for skill, each in rated.ratings.items()},
        {skill: each.level or 0.0 for skill, each in rated.ratings.items()},
        why,
    )
