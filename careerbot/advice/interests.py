"""Interests: answers into six scores, and occupations by how their interests run like a person's.

The way of the O*NET Interest Profiler (Gregory and Lewis 2016, `onet_matching` in sources.yml): Pearson's correlation of
the person's six scores with the six interest ratings of an occupation. The profile's shape counts, not its height.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import INTERESTS
from careerbot.knowledge.quiz import STATEMENTS
from careerbot.knowledge.schema import Career

MOST_POINTS = 4  # of one answer
MOST = MOST_POINTS * STATEMENTS  # of one interest
NEEDED = 2  # answers that each interest needs before anything is said of it; ours
# The bands of the O*NET Interest Profiler: for six pairs of numbers, a correlation that chance alone would
# reach in 5 and in 10 of 100 cases (one-tailed).
BEST, GREAT = 0.729, 0.608
_SAME = 1e-9  # points: rounding, no difference


class Match(NamedTuple):
    """A career with the correlation of its interests with the person's, from -1 to 1, and its job zone, 1 to 5."""

    career: Career
    correlation: float
    preparation: int

    @property
    def fit(self) -> str:
        """The band, in the Interest Profiler's words; "weaker" below its bands."""
        said = round(self.correlation, 3)  # as it is shown, so that word and number agree
        return "best fit" if said >= BEST else "great fit" if said >= GREAT else "weaker"


def scores(answers: Sequence[int | None], interests: Sequence[str]) -> dict[str, float] | None:
    """Points from 0 to 20 by interest: the mean of the answers given, times the five statements.

    `interests` says which interest the statement at each place is of. None while an interest has fewer than `NEEDED` answers.
    """
    given: dict[str, list[int]] = {name: [] for name in INTERESTS}
    for interest, answer in zip(interests, answers, strict=False):
        if answer is not None:
            given[interest].append(answer)
    if min(map(len, given.values())) < NEEDED:
        return None
    return {name: sum(points) * STATEMENTS / len(points) for name, points in given.items()}


def flat(points: Mapping[str, float]) -> bool:
    """Whether all interests score the same: such a profile has no shape, and correlates with nothing."""
    return max(points.values()) - min(points.values()) < _SAME


def matches(catalogue: Catalogue, points: Mapping[str, float]) -> list[Match]:
    """Every career that O*NET rates, the nearest first; careers with a stand-in's figures have no ratings of their own.

    Raises ValueError for a flat profile.
    """
    if flat(points):
        raise ValueError("all six scores are the same: a profile without a shape matches nothing")
    person = [points[name] for name in INTERESTS]
    found = [match for career in catalogue.careers.values() if (match := _match(catalogue, career, person))]
    return sorted(found, key=lambda match: (-round(match.correlation, 9), match.career.title))


def correlation(person: Sequence[float], occupation: Sequence[float]) -> float | None:
    """Pearson's correlation of two profiles, from -1 to 1; None where one of them is flat."""
    if max(person) - min(person) < _SAME or max(occupation) - min(occupation) < _SAME:
        return None
    return statistics.correlation(person, occupation)


def _match(catalogue: Catalogue, career: Career, person: list[float]) -> Match | None:
    code = career.onet or career.soc
    rated = catalogue.figures.interests(code) if code else None
    zone = catalogue.figures.job_zone(code) if code else None
    if not rated or not zone:
        return None
    found = correlation(person, [getattr(rated, name) for name in INTERESTS])
    return None if found is None else Match(career, found, zone)
