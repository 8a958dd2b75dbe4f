"""How alike two careers are in the skills they take, what of one carries over to the other, and what lies between.

All of it rests on O*NET's ratings of 35 skills. Likeness is the cosine of two occupations' skill levels, each level taken as its
difference from the mean of that skill over all rated occupations: 1 is the same profile, 0 no more alike than any two, below 0 opposite.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from careerbot.advice.comparison import measures
from careerbot.advice.comparison.skills import IMPORTANT, Ratings, ratings_of
from careerbot.advice.draft import Subject
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.schema import Career

STEP = 1.0  # levels (of 0 to 7) by which a skill must be higher in the new career to be called missing
CLOSE = 0.5  # levels that a skill may be short of the new career and still carry over
_STONES = 3


class Skill(NamedTuple):
    """A skill with its level in the career one has, and in the one one wants."""

    name: str
    now: float
    there: float


def needed(goal: Ratings) -> list[str]:
    """The skills that are important in a career, the most important first."""
    important = (skill for skill, importance in goal.importance.items() if importance >= IMPORTANT)
    return sorted(important, key=lambda skill: -goal.importance[skill])


def carried_over(start: Ratings, goal: Ratings) -> list[Skill]:
    """What the goal needs and the start already asks for, at that level or nearly so; the most important first."""
    return [
        each
        for each in _levels(start, goal)
        if each.there - each.now <= CLOSE and start.importance[each.name] >= IMPORTANT
    ]


def missing(start: Ratings, goal: Ratings) -> list[Skill]:
    """What the goal needs at a level at least a step higher, the widest gap first."""
    return sorted(
        (each for each in _levels(start, goal) if each.there - each.now >= STEP), key=lambda each: each.now - each.there
    )


def _levels(start: Ratings, goal: Ratings) -> Iterable[Skill]:
    return (Skill(skill, start.level[skill], goal.level[skill]) for skill in needed(goal))


Profile = tuple[float, ...]


class Profiles:
    """The profile of every career that O*NET has rated itself, by id."""

    def __init__(self, catalogue: Catalogue) -> None:
        rated = {career.id: ratings for career in catalogue.careers.values() if (ratings := _own(catalogue, career))}
        columns = zip(*(ratings.level.values() for ratings in rated.values()), strict=True)
        self._means = [sum(column) / len(rated) for column in columns]
        self.by_id = {id: self.of(ratings) for id, ratings in rated.items()}

    def of(self, ratings: Ratings) -> Profile:
        """Levels as their differences from the mean, scaled to the length 1."""
        centered = [level - mean for level, mean in zip(ratings.level.values(), self._means, strict=True)]
        length = math.sqrt(sum(value * value for value in centered))
        return tuple(value / length for value in centered)

    def nearest(self, profile: Profile) -> list[tuple[str, float]]:
        """All careers with how alike they are, the most alike first."""
        scored = ((id, alike(profile, other)) for id, other in self.by_id.items())
        return sorted(scored, key=lambda each: -each[1])


def alike(one: Profile, other: Profile) -> float:
    """The cosine of two profiles, from -1 to 1."""
    return math.fsum(map(operator.mul, one, other))


@lru_cache(maxsize=2)
def profiles(catalogue: Catalogue) -> Profiles:
    """The profiles of one catalogue, computed once."""
    return Profiles(catalogue)


def _own(catalogue: Catalogue, career: Career) -> Ratings | None:
    """A career's own ratings: where others' stand in, they say nothing of how it differs from those."""
    if career.stand_in:
        return None
    ratings = ratings_of(Subject(catalogue, career))
    return ratings if ratings and not ratings.why else None


def stepping_stones(start: Subject, goal: Subject) -> list[str]:
    """The ids of careers that lie between two, those nearest to the start first.

    O*NET counts them among the ten most related to the goal, or the goal among theirs; they ask for no more schooling at entry than
    the goal; and they are more like the start than the goal is, and more like the goal than the start is.
    """
    ratings, goal_ratings = ratings_of(start), ratings_of(goal)
    if not ratings or not goal_ratings:
        return []
    space = profiles(start.catalogue)
    here, there = space.of(ratings), space.of(goal_ratings)
    apart = alike(here, there)
    between = [
        (alike(here, space.by_id[id]), id)
        for id in _related(goal)
        if id != start.career.id and alike(here, space.by_id[id]) > apart and alike(space.by_id[id], there) > apart
    ]
    return [id for _, id in sorted(between, reverse=True)][:_STONES]


def related_codes(about: Subject) -> set[str]:
    """The O*NET codes among the ten most related to a career, and of those that have it among their ten."""
    figures = about.catalogue.figures
    having = (code for code, others in figures.table("related").items() if about.onet in others)
    return {*figures.related(about.onet), *having}


def _related(goal: Subject) -> list[str]:
    """The rated careers in the goal's field that ask for no more schooling than it does."""
    catalogue, towards = goal.catalogue, related_codes(goal)
    found = [
        career
        for code in sorted(towards)
        if (career := catalogue.find(code)) and career.id in profiles(catalogue).by_id
    ]
    (limit,) = measures.education([goal])
    levels = measures.education([Subject(catalogue, career) for career in found])
    return [
        each.about.career.id
        for each in levels
        if each.value is not None
        and (limit.value is None or each.value >= limit.value)
        and each.about.career.id != goal.career.id
    ]
