"""Scores and matches of the quiz, against examples worked out by hand."""

from __future__ import annotations

import math

import pytest

from careerbot.advice.interests import BEST, GREAT, Match, correlation, flat, matches, scores
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import INTERESTS
from careerbot.knowledge.quiz import quiz

ASKED = [interest for interest, _ in quiz().statements]


def profile(*points: float) -> dict[str, float]:
    return dict(zip(INTERESTS, points, strict=True))


def test_thirty_answers_add_up_by_interest() -> None:
    # realistic 4+4+4+4+4, investigative 3x5, artistic 0x5, social 1x5, enterprising 2x5, conventional 2x5
    answers = [4, 3, 0, 1, 2, 2] * 5

    assert scores(answers, ASKED) == profile(20, 15, 0, 5, 10, 10)


def test_skipped_statements_are_filled_up_by_the_mean_of_the_others() -> None:
    # realistic has 4 and 1 of its five: the mean is 2.5, and five times that is 12.5
    answers = [4, 3, 0, 1, 2, 2, 1, 3, 0, 1, 2, 2] + [None] * 18

    assert scores(answers, ASKED) == profile(12.5, 15, 0, 5, 10, 10)


def test_nothing_is_said_while_an_interest_has_fewer_than_two_answers() -> None:
    assert scores([4] * 11 + [None] * 19, ASKED) is None
    assert scores([4] * 12 + [None] * 18, ASKED) is not None


def test_a_correlation_worked_out_by_hand() -> None:
    # person 20 15 0 5 10 10, mean 10: deviations 10 5 -10 -5 0 0, squares 100+25+100+25 = 250
    # occupation 7 6 1 2 4 4, mean 4: deviations 3 2 -3 -2 0 0, squares 9+4+9+4 = 26
    # products 30+10+30+10 = 80; 80 / sqrt(250 * 26) = 80 / 80.62 = 0.9923
    assert correlation([20, 15, 0, 5, 10, 10], [7, 6, 1, 2, 4, 4]) == pytest.approx(0.9923, abs=1e-4)


def test_the_opposite_profile_is_minus_as_far() -> None:
    # each score 20 - x turns every deviation around
    assert correlation([0, 5, 20, 15, 10, 10], [7, 6, 1, 2, 4, 4]) == pytest.approx(-0.9923, abs=1e-4)


def test_unrelated_profiles_correlate_with_zero() -> None:
    # deviations 1 1 0 0 -1 -1 and 1 -1 0 0 1 -1: products 1 - 1 - 1 + 1 = 0
    assert correlation([11, 11, 10, 10, 9, 9], [5, 3, 4, 4, 5, 3]) == pytest.approx(0)


def test_an_electrician_worked_out_by_hand(known: Catalogue) -> None:
    # O*NET rates electricians 7.00 2.67 1.28 1.26 1.85 4.22, mean 3.0467: deviations 3.9533 -0.3767 -1.7667 -1.7867
    # -1.1967 1.1733, squares 24.893. A person of 20 10 0 0 5 15, mean 8.3333: 11.6667 1.6667 -8.3333 -8.3333 -3.3333
    # 6.6667, squares 333.33. Products 46.122 - 0.628 + 14.722 + 14.889 + 3.989 + 7.822 = 86.917.
    # 86.917 / sqrt(333.33 * 24.893) = 86.917 / 91.091 = 0.9542
    found = next(match for match in matches(known, profile(20, 10, 0, 0, 5, 15)) if match.career.id == "electrician")

    assert found.correlation == pytest.approx(0.9542, abs=1e-4)
    assert found.fit == "best fit"
    assert found.preparation == known.figures.job_zone("47-2111")


def test_the_height_of_a_profile_plays_no_part() -> None:
    low, high = [4, 3, 0, 1, 2, 2], [20, 19, 16, 17, 18, 18]

    assert correlation(low, [7, 6, 1, 2, 4, 4]) == pytest.approx(correlation(high, [7, 6, 1, 2, 4, 4]))


def test_a_flat_profile_matches_nothing(known: Catalogue) -> None:
    assert flat(profile(10, 10, 10, 10, 10, 10))
    assert correlation([10] * 6, [7, 6, 1, 2, 4, 4]) is None
    assert correlation([20, 15, 0, 5, 10, 10], [3] * 6) is None
    with pytest.raises(ValueError, match="without a shape"):
        matches(known, profile(10, 10, 10, 10, 10, 10))


def test_a_profile_flat_but_for_rounding_is_flat() -> None:
    # 5 * (1 + 2 + 2) / 3 and 5 * (2 + 1 + 2) / 3 are one number
    answers = [1, 2, 2, 1, 2, 1, 2, 1, 2, 2, 1, 2, 2, 2, 1, 2, 2, 2] + [None] * 12
    points = scores(answers, ASKED)

    assert points
    assert flat(points)


@pytest.mark.parametrize(("cut", "one_in"), [(BEST, 20), (GREAT, 10)])
def test_the_bands_are_those_that_chance_alone_reaches_seldom(cut: float, one_in: int) -> None:
    # With six pairs, t = r * sqrt(4 / (1 - r * r)) has four degrees of freedom; its upper tail there is
    # 1/2 - (3/8) * s * (1 - s * s / 12) with s = t / sqrt(1 + t * t / 4).
    t = cut * math.sqrt(4 / (1 - cut * cut))
    s = t / math.sqrt(1 + t * t / 4)

    assert 0.5 - 0.375 * s * (1 - s * s / 12) == pytest.approx(1 / one_in, abs=5e-4)


@pytest.mark.parametrize(
    ("value", "fit"), [(0.729, "best fit"), (0.7284, "great fit"), (0.608, "great fit"), (0.6, "weaker")]
)
def test_a_match_is_named_by_its_band(known: Catalogue, value: float, fit: str) -> None:
    assert Match(known.careers["electrician"], value, 3).fit == fit


def test_every_rated_career_is_matched_best_first(known: Catalogue) -> None:
    found = matches(known, profile(3, 20, 11, 7, 0, 9))
    rated = {
        career.id
        for career in known.careers.values()
        if (code := career.onet or career.soc) and known.figures.interests(code) and known.figures.job_zone(code)
    }

    assert {match.career.id for match in found} == rated
    assert [match.correlation for match in found] == sorted((match.correlation for match in found), reverse=True)
