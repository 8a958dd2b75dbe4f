"""What is to be compared, and on what, read from the words alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerbot.advice.compare import ASPECTS
from careerbot.understanding.comparison_words import TOPICS, follow_up, question
from careerbot.understanding.reading_comparison import INTENT, Before, other_name, reading, to_compare


@pytest.mark.parametrize(
    ("wording", "aspect"),
    [
        ("which pays more, {0} or {1}", "pay"),
        ("who makes more, a {0} or a {1}?", "pay"),
        ("{0} or {1}, which is growing faster", "growth"),
        ("is the job market more secure for {0} or {1}", "growth"),
        ("which of them has more openings?", "openings"),
        ("and the hours?", "hours"),
        ("do {0} work more weekends than {1}?", "hours"),
        ("which takes longer to train for", "time"),
        ("which one needs less school", "education"),
        ("which requires more math", "skills"),
        ("which one is harder to get into", "way_in"),
        ("what do they do all day", "duties"),
        ("who spends more time outdoors", "setting"),
        ("what's the diffrence between a {0} and a {1}", "difference"),
        ("should i be a {0} or a {1}", "weigh"),
        ("which would you pick?", "weigh"),
        ("all of it", "all"),
        ("compare them on pay and job growth", "all"),
        ("{0} or {1}", None),
        ("My uncle earns a lot. Which one takes longer to become?", "time"),
        ("they argue about who makes more. Can you settle it?", "pay"),
    ],
)
def test_the_aspect_of_a_question(wording: str, aspect: str | None) -> None:
    assert question(wording).aspect == aspect


@pytest.mark.parametrize(
    ("wording", "unmeasured", "aspect"),
    [
        ("which is less stressful", "stress", "setting"),
        ("which one will burn me out sooner?", "stress", "setting"),
        ("which has better pay and less burnout?", "stress", "pay"),
        ("which is more respected", "prestige", "weigh"),
        ("who gets the most time off", "pensions, benefits or time off", "all"),
    ],
)
def test_what_no_source_measures_is_named(wording: str, unmeasured: str, aspect: str) -> None:
    assert question(wording) == (aspect, unmeasured, False)


@pytest.mark.parametrize(
    ("wording", "aspect"),
    [
        ("which pays the least", "pay"),
        ("the worst paid?", "pay"),
        ("who makes the least", "pay"),
        ("which one earns less, {0} or {1}", "pay"),
        ("whose salary is the lowest", "pay"),
        ("and the lowest growth?", "growth"),
        ("which is the slowest growing", "growth"),
        ("which is shrinking fastest", "growth"),
        ("the fewest openings", "openings"),
        ("which takes the longest training", "time"),
        ("who needs the most training", "time"),
        ("which takes more school", "education"),
    ],
)
def test_the_other_end_of_an_aspect(wording: str, aspect: str) -> None:
    assert question(wording) == (aspect, "", True)


@pytest.mark.parametrize(
    "wording",
    [
        "which pays at least 50k",
        "which pays more",
        "which takes the shortest training",
        "which needs the least school",
        "who grows fastest",
        "which has better pay and less stress",
        "what do they make less than 50k",
    ],
)
def test_the_usual_end_of_an_aspect(wording: str) -> None:
    assert not question(wording).turned


def test_a_follow_up_without_words_of_an_aspect_has_that_of_its_intent() -> None:
    assert follow_up("and what is it like there?", ("ask_work_environment",)).aspect == "setting"
    assert follow_up("hm", ("chitchat",)).aspect is None
    assert follow_up("what's the lowest?", ("ask_salary",)) == ("pay", "", True)


def test_every_aspect_read_is_one_that_can_be_compared() -> None:
    assert set(TOPICS.values()) <= set(ASPECTS)


FOUR = Before(*[["electrician", "plumber", "nurse", "cook"]] * 2, "nurse", open=True)
OPEN = Before(["electrician", "plumber"], ["electrician", "plumber"], "plumber", open=True)
CLOSED = Before(["electrician", "plumber"], ["nurse", "cook", "judge"], "nurse", open=False)
NOTHING = Before([], [], None, open=False)


@pytest.mark.parametrize(
    ("wording", "named", "before", "compared"),
    [
        ("{0} or {1}", ["nurse", "cook"], NOTHING, ["nurse", "cook"]),
        ("{0} or {1}", ["nurse", "cook"], OPEN, ["nurse", "cook"]),
        ("add {0} and {1}", ["nurse", "cook"], OPEN, ["electrician", "plumber", "nurse", "cook"]),
        ("what about {0}", ["nurse"], OPEN, ["electrician", "plumber", "nurse"]),
        ("drop the {0}", ["plumber"], OPEN, ["electrician"]),
        ("{0} instead of the {1}", ["nurse", "plumber"], OPEN, ["electrician", "nurse"]),
        ("no, {0}, not {1}", ["nurse", "plumber"], OPEN, ["electrician", "nurse"]),
        ("leave out the first", [], OPEN, ["plumber"]),
        ("take number 2 out", [], OPEN, ["electrician"]),
        ("not the {0}, the {1}", ["plumber", "nurse"], OPEN, ["electrician", "nurse"]),
        ("swap the first one for a {0}", ["nurse"], OPEN, ["nurse", "plumber"]),
        ("replace {0} with {1}", ["electrician", "nurse"], OPEN, ["nurse", "plumber"]),
        ("swap {0} with {7}", ["electrician"], OPEN, ["electrician", "plumber"]),
        ("better than a {0}?", ["cook"], CLOSED, ["nurse", "cook"]),
        ("compare it with a {0}", ["cook"], NOTHING, ["cook"]),
        ("drop everything but the {0} and the {1}", ["electrician", "plumber"], FOUR, ["electrician", "plumber"]),
        ("remove all but the first two", [], FOUR, ["electrician", "plumber"]),
        ("get rid of all except {0}, {1}", ["plumber", "nurse"], FOUR, ["plumber", "nurse"]),
        ("just the {0} and the {1} now", ["cook", "plumber"], FOUR, ["cook", "plumber"]),
        ("keep only the first and the {0}", ["cook"], FOUR, ["electrician", "cook"]),
        ("only the last two", [], FOUR, ["nurse", "cook"]),
        ("everything but the {0}", ["plumber"], FOUR, ["electrician", "nurse", "cook"]),
        ("just {0} and {1}", ["nurse", "judge"], OPEN, ["nurse", "judge"]),
        ("compare it to the other three", [], FOUR, ["nurse", "electrician", "plumber", "cook"]),
        ("compare it to the other three", [], CLOSED._replace(focus="chef"), ["chef", "nurse", "cook", "judge"]),
        ("which of them", [], OPEN, ["electrician", "plumber"]),
        ("which of them", [], CLOSED, ["nurse", "cook", "judge"]),
        ("compare the first and the third", [], CLOSED, ["nurse", "judge"]),
        ("compare the first two", [], CLOSED, ["nurse", "cook"]),
        ("those two", [], CLOSED, ["nurse", "cook"]),
        ("which pays more", [], NOTHING, []),
    ],
)
def test_the_careers_to_compare(wording: str, named: list[str], before: Before, compared: list[str]) -> None:
    assert to_compare(wording, named, before) == compared


def test_a_short_name_leaves_out_the_career_it_is_short_for() -> None:
    assert to_compare("drop the {0}", ["nurse"], OPEN, {"nurse": "plumber"}) == ["electrician"]


@pytest.mark.parametrize(
    ("wording", "name"),
    [
        ("{0} or wizard, which pays more?", "wizard"),
        ("is a {0} better than a dragon tamer?", "dragon tamer"),
        ("compare wizard and {0}", "wizard"),
        ("is a {0} better or worse?", None),
        ("{0} or not?", None),
        ("does a {0} earn more or less", None),
    ],
)
def test_a_name_beside_a_known_one(wording: str, name: str | None) -> None:
    assert other_name(wording) == name


def _slots(topic: str | None = INTENT, focus: str | None = "plumber") -> dict[str, Any]:
    compared = ["electrician", "plumber"]
    return {"comparison": {"careers": compared}, "in_play": compared, "career": focus, "topic": topic}


@pytest.mark.parametrize(
    ("text", "intent", "careers", "slots"),
    [
        ("which of them grows faster", "ask_outlook", [], _slots("ask_salary")),
        ("which is less stressful", "find_careers", [], _slots("ask_salary")),
        ("and the hours?", "ask_work_environment", [], _slots()),
        ("how long does it take?", "ask_time_to_become", [], _slots()),
        ("all", "goodbye", [], _slots()),
        ("add welders", "ask_overview", ["welder"], _slots()),
        ("drop the plumber", "feedback_negative", ["plumber"], _slots()),
        ("scratch the second one", "shortlist", [], _slots()),
        ("she hates blood", "find_careers", [], _slots()),
        ("can I do it remotely", "ask_work_environment", [], _slots()),
        ("just the {0} and the {1} now", "ask_overview", ["electrician", "plumber"], _slots()),
        ("keep just {1} and {0}", "shortlist", ["electrician", "plumber"], _slots("ask_salary")),
        ("scratch the second one", "shortlist", [], _slots("ask_salary")),
        ("swap the first for {0}", "ask_career_change", ["cook"], _slots()),
        ("is that better than a cook", "ask_pros_cons", ["cook"], _slots("ask_salary")),
        ("who earns more, a {0} or a {1}", "ask_salary", ["cook", "judge"], {}),
        ("I could be a {0} or a {1}. Which one has better hours?", "ask_salary", ["cook", "judge"], {}),
    ],
)
def test_these_are_comparisons(text: str, intent: str, careers: list[str], slots: dict[str, Any]) -> None:
    assert reading(text, intent, careers, slots) == INTENT


@pytest.mark.parametrize(
    ("text", "intent", "careers", "slots"),
    [
        ("what does a cook earn?", "ask_salary", ["cook"], _slots()),
        ("and the hours?", "ask_work_environment", [], _slots("ask_salary")),
        ("how do I become one?", "ask_how_to_become", [], _slots()),
        ("only those that grow", "find_careers", [], _slots()),
        ("which jobs can I do from home", "find_careers", [], _slots()),
        ("she hates blood", "find_careers", [], _slots("ask_salary")),
        ("thanks", "thank", [], _slots()),
        ("pay of the second one", "ask_salary", [], _slots()),
        ("can I switch to {0}", "ask_career_change", ["cook"], _slots()),
        ("which of them grows faster", "ask_outlook", [], {}),
        ("my dad is a {0} and I want to be a {1}. do I need a degree or not?", "ask_education", ["cook", "judge"], {}),
        ("I was a {0}, my wife is a {1}. Which papers do I need?", "ask_education", ["cook", "judge"], {}),
        ("remote work that isn't {0} or {1}", "find_careers", ["cook", "judge"], {}),
        ("a {0} who never called and my uncle the {1} say it is over", "ask_outlook", ["cook", "judge"], {}),
        ("how do I get from {0} to {1}", "ask_career_change", ["cook", "judge"], _slots()),
    ],
)
def test_these_are_not(text: str, intent: str, careers: list[str], slots: dict[str, Any]) -> None:
    assert reading(text, intent, careers, slots) is None


@given(st.text(max_size=300), st.lists(st.sampled_from(["cook", "judge", "nurse"]), max_size=3))
def test_nothing_that_is_typed_breaks_the_reading(text: str, careers: list[str]) -> None:
    for before in (OPEN, CLOSED, NOTHING):
        to_compare(text, careers, before)
    assert reading(text, None, careers, _slots()) in (INTENT, None)
    assert question(text).aspect in (None, *ASPECTS)
    other_name(text)
