"""Changes of career: what carries over and what is missing follows the ratings, and every way on is better in something."""

from __future__ import annotations

import random

import pytest
from tests_support import assert_known, subject, titles

from careerbot.advice.change import ask_both, between, toward, unknown_goal
from careerbot.advice.comparison.skills import ratings_of
from careerbot.advice.reply import Listing, Reply, Table
from careerbot.advice.skill_profile import (
    CLOSE,
    STEP,
    alike,
    carried_over,
    missing,
    needed,
    profiles,
    stepping_stones,
)
from careerbot.advice.ways_on import ALIKE, ways_on
from careerbot.knowledge.catalogue import catalogue

_RANDOM = random.Random(1913)
RATED = sorted(profiles(catalogue()).by_id)
PAIRS = [tuple(_RANDOM.sample(RATED, 2)) for _ in range(100)]


def _listing(reply: Reply, title: str) -> list[str]:
    return next((block.items for block in reply.blocks if isinstance(block, Listing) and block.title == title), [])


def test_what_carries_over_is_needed_and_near_in_level_and_what_is_missing_is_a_step_away() -> None:
    some_kept = some_lacking = False
    for start, goal in PAIRS:
        now, then = ratings_of(subject(start)), ratings_of(subject(goal))
        assert now
        assert then
        kept, lacking = carried_over(now, then), missing(now, then)
        assert {skill.name for skill in [*kept, *lacking]} <= set(needed(then))
        assert all(then.level[skill.name] - now.level[skill.name] <= CLOSE for skill in kept)
        assert all(then.level[skill.name] - now.level[skill.name] >= STEP for skill in lacking)
        assert not {skill.name for skill in kept} & {skill.name for skill in lacking}
        some_kept, some_lacking = some_kept or bool(kept), some_lacking or bool(lacking)
    assert some_kept
    assert some_lacking


def test_a_teacher_who_wants_to_be_a_nurse_is_told_both() -> None:
    reply = between(catalogue(), "high_school_teacher", "registered_nurse")
    assert reply.lead.startswith(
        "From high school teachers to registered nurses: 16 of the 18 skills that matter there"
    )
    assert "Speaking: level 4.25 there, 4.12 where you are" in _listing(reply, "Skills that carry over")
    assert _listing(reply, "Skills to build up") == ["Operations Monitoring: level 2.88 there, 0.62 where you are"]
    still = _listing(reply, "Still to get")
    assert any(item.startswith("License: every state requires a nursing license") for item in still)
    assert any(item.startswith("Time, counted from high school: 2 to 4 years") for item in still)
    assert "Registered nurses earn more: a median of $93,600 a year against $64,580 a year" in reply.text()
    assert _listing(reply, "Steps between, nearest to where you are first") == ["Licensed practical nurses"]


def test_more_schooling_is_named() -> None:
    lead = between(catalogue(), "retail_salesperson", "accountant").lead
    assert "typically asks for a bachelor's degree, where you are for no formal educational credential" in lead


def test_pay_and_outlook_stand_side_by_side() -> None:
    reply = between(catalogue(), "cashier", "electrician")
    (table,) = (block for block in reply.blocks if isinstance(block, Table))
    assert table.columns == ["", "Cashier", "Electrician"]
    assert table.rows[0] == ["Median pay (May 2024)", "$31,190 a year", "$62,350 a year"]


def test_without_ratings_nothing_is_said_to_carry_over() -> None:
    reply = between(catalogue(), "military_officer", "plumber")
    assert "O*NET has not rated the skills of military officers" in reply.lead
    assert not _listing(reply, "Skills that carry over")


def test_ratings_that_stand_in_are_named() -> None:
    assert "those of systems analysts" in between(catalogue(), "mechanical_engineer", "software_developer").text()


def test_a_change_to_the_same_career_is_refused() -> None:
    with pytest.raises(ValueError, match="another career"):
        between(catalogue(), "plumber", "plumber")


def test_any_two_careers_can_be_changed_between() -> None:
    every = list(catalogue().careers)
    for _ in range(60):
        start, goal = _RANDOM.sample(every, 2)
        reply = between(catalogue(), start, goal)
        assert reply.lead.endswith(".")
        assert_known(reply)


def test_no_number_in_the_ways_on_is_of_unknown_origin() -> None:
    for start in _RANDOM.sample(RATED, 60):
        assert_known(ways_on(catalogue(), start)[0])


def test_stepping_stones_lie_between() -> None:
    space = profiles(catalogue()).by_id
    found = 0
    for start, goal in PAIRS:
        apart = alike(space[start], space[goal])
        for stone in stepping_stones(subject(start), subject(goal)):
            found += 1
            assert alike(space[start], space[stone]) > apart
            assert alike(space[stone], space[goal]) > apart
    assert found


def test_profiles_are_cosines() -> None:
    space = profiles(catalogue()).by_id
    assert alike(space["electrician"], space["electrician"]) == pytest.approx(1)
    assert all(-1.000001 <= alike(space["electrician"], other) <= 1.000001 for other in space.values())
    assert alike(space["electrician"], space["hvac_technician"]) > ALIKE > alike(space["electrician"], space["lawyer"])


@pytest.mark.parametrize("start", ["retail_salesperson", "high_school_teacher", "registered_nurse", "truck_driver"])
def test_every_way_on_pays_more_or_grows_faster_and_takes_similar_skills(start: str) -> None:
    reply, shown = ways_on(catalogue(), start)
    assert shown
    figures, space = catalogue().figures, profiles(catalogue()).by_id
    here = catalogue().careers[start]
    for id in shown:
        there = catalogue().careers[id]
        pays = [figures.pay(each.figures_code or "") for each in (here, there)]
        grows = [figures.outlook(each.figures_code or "") for each in (here, there)]
        assert all(pays)
        assert all(grows)
        more = (pays[1].annual.median.amount or 0) > (pays[0].annual.median.amount or 0)  # type: ignore[union-attr]
        faster = grows[1].change_percent > grows[0].change_percent  # type: ignore[union-attr]
        assert more or faster
        assert alike(space[start], space[id]) >= ALIKE
    assert "asks for" in reply.text()


def test_more_schooling_is_kept_apart_from_the_ways_that_take_none() -> None:
    reply, _ = ways_on(catalogue(), "registered_nurse")
    assert any(
        item.startswith("Nurse practitioners: median pay $129,210 a year ($35,610, or 38%, more)")
        for item in _listing(reply, "More schooling at entry")
    )
    assert not any("master's" in item or "doctoral" in item for item in _listing(reply, "No more schooling at entry"))


def test_careers_without_ratings_have_no_ways_on_but_similar_careers() -> None:
    reply, shown = ways_on(catalogue(), "military_officer")
    assert shown == []
    assert titles(reply) == ["Similar careers"]


def test_a_missing_start_is_asked_for_and_the_goal_is_told() -> None:
    reply = toward(catalogue(), "registered_nurse", ["cashier"], unknown="wizard")
    assert reply.lead.startswith("I don't know which career “wizard” is. What do you do now?")
    assert "I am a cashier" in titles(reply)
    assert _listing(reply, "What registered nurses need in any case")


def test_an_unknown_goal_is_said_to_be_unknown() -> None:
    reply = unknown_goal(catalogue(), "electrician", "teacher", ["high_school_teacher"])
    assert "I don't know which career “teacher” is" in reply.lead
    assert titles(reply)[0] == "To high school teachers"
    assert "what you do now" in ask_both().lead
