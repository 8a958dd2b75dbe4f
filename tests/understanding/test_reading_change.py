"""Which career a person comes from and which they want, read from the words alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerbot.understanding.reading_change import INTENT, Ends, called, called_goal, ends, reading, wishes

TWO = ["cook", "judge"]


@pytest.mark.parametrize(
    ("wording", "start", "goal"),
    [
        ("from {0} to {1}", "cook", "judge"),
        ("I'm a {0} and want to become a {1}", "cook", "judge"),
        ("can a {0} become a {1}", "cook", "judge"),
        ("how do I become a {0} after being a {1}", "judge", "cook"),
        ("I want to be a {0}, I am a {1} now", "judge", "cook"),
        ("{0} -> {1}", "cook", "judge"),
    ],
)
def test_two_careers(wording: str, start: str, goal: str) -> None:
    assert ends(wording, TWO, Ends(), None, goes_on=False) == (start, goal)


@pytest.mark.parametrize(
    ("wording", "before", "focus", "found"),
    [
        ("I'm a {0}, what else could I do", Ends(), None, ("cook", None)),
        ("jobs for ex {0}", Ends(), None, ("cook", None)),
        ("bored as a {0}, what could I switch to", Ends(), None, ("cook", None)),
        ("how do I switch to {0}", Ends(), None, (None, "cook")),
        ("could I go from that to {0}", Ends(), "judge", ("judge", "cook")),
        ("I want to become a {0}", Ends(), "judge", (None, "cook")),
    ],
)
def test_one_career(wording: str, before: Ends, focus: str | None, found: tuple[str | None, str | None]) -> None:
    assert ends(wording, ["cook"], before, focus, goes_on=False) == found


@pytest.mark.parametrize(
    ("wording", "before", "found"),
    [
        ("{0}", Ends(None, "judge"), ("cook", "judge")),
        ("I am a {0}", Ends(None, "judge"), ("cook", "judge")),
        ("what about {0}", Ends("judge"), ("judge", "cook")),
        ("what about {0}", Ends("judge", "nurse"), ("judge", "cook")),
        ("and to become a {0}?", Ends("judge", "nurse"), ("judge", "cook")),
    ],
)
def test_what_goes_on_completes_the_change_so_far(wording: str, before: Ends, found: tuple[str, str]) -> None:
    assert ends(wording, ["cook"], before, None, goes_on=True) == found


def test_without_a_career_the_one_in_focus_is_left_unless_another_is_said() -> None:
    assert ends("what could they switch to later", [], Ends(), "cook", goes_on=False) == ("cook", None)
    assert ends("switching from retail to office work", [], Ends(), "cook", goes_on=False) == (None, None)
    assert ends("what would I be missing", [], Ends("cook", "judge"), "judge", goes_on=True) == ("cook", "judge")


def test_a_goal_is_never_its_own_start() -> None:
    assert ends("what would I be missing", [], Ends(None, "judge"), "judge", goes_on=True) == (None, "judge")


def test_what_is_no_career_is_named() -> None:
    assert called("I'm a wizard and want to become a {0}") == "wizard"
    assert called("I am a student and want to become a {0}") is None
    assert called_goal("I'm a {0} and want to become a teacher") == "teacher"
    assert called_goal("from {0} to public relations?") == "public relations"
    assert called_goal("can I move from {0} to something with a desk") is None


def test_a_sentence_with_both_ends_is_a_change() -> None:
    assert reading("I'm a {0} and want to become a {1}", "ask_how_to_become", TWO, {}) == INTENT
    assert (
        reading("I've been a tired old {0} for years. How could I become a {1}?", "ask_how_to_become", TWO, {})
        == INTENT
    )
    assert reading("which pays more, a {0} or a {1}", "compare_careers", TWO, {}) is None
    assert reading("how do I become a {0}", "ask_how_to_become", ["cook"], {}) is None
    assert reading("I'm new here. A {0} said I should become a {1}. Is there school?", "ask_education", TWO, {}) is None


@pytest.mark.parametrize(
    ("wording", "wanted", "unwanted"),
    [
        ("{0} and want to get into tech", ("technology",), ()),
        ("from {0} to healthcare", ("healthcare",), ()),
        ("a {0} looking to leave healthcare for something in business", ("business",), ("healthcare",)),
        ("used to be a {0} in a hospital, what else", (), ()),
        ("i was a {0} for 20 years and made 60k, what now", (), ()),
    ],
)
def test_where_to_go_is_told_by_a_field(wording: str, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> None:
    assert (wishes(wording).wanted, wishes(wording).unwanted) == (wanted, unwanted)
    assert wishes(wording).pay_at_least is None


def test_what_is_missing_is_asked_of_the_change_at_hand() -> None:
    slots = {"change": {"start": "cook", "goal": "judge"}, "career": "judge", "topic": "ask_salary"}
    assert reading("what would I be missing?", "nlu_fallback", [], slots) == INTENT
    assert reading("what would I be missing?", "nlu_fallback", [], {**slots, "career": "nurse"}) is None


@given(st.text(max_size=300), st.lists(st.sampled_from(TWO), max_size=2, unique=True))
def test_nothing_that_is_typed_breaks_the_reading(text: str, careers: list[str]) -> None:
    found = ends(text, careers, Ends("nurse"), "nurse", goes_on=True)
    assert found.start is None or found.start != found.goal
    called(text)
    called_goal(text)
    assert reading(text, "ask_skills", careers, {}) in (INTENT, None)


def test_how_a_career_differs_from_another_is_no_change() -> None:
    wording = "how do i become a {0} and how is it different from an {1}?"
    assert reading(wording, "ask_how_to_become", ["paramedic", "29-2042"], {}) is None
