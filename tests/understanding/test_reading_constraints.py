"""What is read of a wish for careers, as people put it; and what is taken out of it because it only says who asks."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerbot.advice.constraints import Constraints
from careerbot.understanding.reading_constraints import read
from careerbot.understanding.self_description import without_self_description


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("over 60k", {"pay_at_least": 60_000.0}),
        ("at least $30 an hour", {"pay_at_least": 30.0, "pay_per": "hour"}),
        ("six figures", {"pay_at_least": 100_000.0}),
        ("pays 5000 a month", {"pay_at_least": 60_000.0}),
        ("under 50k", {"pay_at_most": 50_000.0}),
        ("that pays less than $18 an hour", {"pay_at_most": 18.0, "pay_per": "hour"}),
        ("no more than 45k", {"pay_at_most": 45_000.0}),
        ("30k or less", {"pay_at_most": 30_000.0}),
        ("nothing below 70k", {"pay_at_least": 70_000.0}),
        ("between 40 and 60k", {"pay_at_least": 40_000.0, "pay_at_most": 60_000.0}),
        ("over 50k but under 80k", {"pay_at_least": 50_000.0, "pay_at_most": 80_000.0}),
        ("at least 10,000 openings", {"openings_at_least": 10_000}),
        ("not lower than 70k", {"pay_at_least": 70_000.0}),
        ("how much money", {}),
        ("too much money", {}),
        ("no degree", {"education_at_most": 3}),
        ("without college", {"education_at_most": 1}),
        ("with an associate's degree", {"education_at_most": 4}),
        ("without a bachelor", {"education_at_most": 4}),
        ("I don't have a bachelor's", {"education_at_most": 4}),
        ("no four year degree", {"education_at_most": 4}),
        ("no associate's", {"education_at_most": 3}),
        ("less than a master's", {"education_at_most": 5}),
        ("no more than a bachelor's", {"education_at_most": 5}),
        ("two years of school at most", {"years_at_most": 2.0}),
        ("something I can learn in six months", {"years_at_most": 0.5}),
        ("3 years max", {"years_at_most": 3.0}),
        ("my back is fine", {}),
        ("knee problems", {"unwanted": ("physical",)}),
        ("jobs for people with bad backs", {"unwanted": ("physical",)}),
        ("jobs for someone with bad wrists", {"unwanted": ("physical",)}),
        ("something easy on the back", {"unwanted": ("physical",)}),
        ("work that's not hard on my body", {"unwanted": ("physical",)}),
        ("he hurt his back", {"unwanted": ("physical",)}),
        ("physically light work", {"unwanted": ("physical",)}),
        ("jobs for someone with a bad heart", {}),
        ("jobs with bad bosses", {}),
        ("I can't stand all day", {"unwanted": ("physical",)}),
        ("growing at least 10%", {"growth_above": 10.0}),
        ("many openings", {"openings_at_least": 10_000}),
        ("no experience needed", {"no_experience": True}),
        ("best paid", {"order": "pay"}),
        ("the worst paid", {"order": "pay", "turned": True}),
        ("lowest paying first", {"order": "pay", "turned": True}),
        ("which of these pays the least", {"order": "pay", "turned": True}),
        ("which careers have the lowest pay", {"order": "pay", "turned": True}),
        ("sort by pay, lowest first", {"order": "pay", "turned": True}),
        ("slowest growing", {"order": "growth", "turned": True}),
        ("the fewest openings", {"order": "openings", "turned": True}),
        ("jobs with the least training", {"order": "time"}),
        ("jobs with the longest training", {"order": "time", "turned": True}),
        ("the most schooling", {"order": "education", "turned": True}),
        ("outdoors but not farming", {"wanted": ("outdoors",), "unwanted": ("farming",)}),
        ("animals or plants", {"wanted": ("animals|plants",)}),
        ("not healthcare or law", {"unwanted": ("healthcare", "law")}),
        ("I like helping people but hate blood", {"wanted": ("helping",), "unwanted": ("word:blood",)}),
        ("trades, but electrician and welder are out", {"wanted": ("trades",), "without": ("electrician", "welder")}),
        ("where you don't have to talk to customers", {"unwanted": ("with_people",)}),
    ],
)
def test_wishes_are_read_as_people_put_them(text: str, asked: dict[str, Any]) -> None:
    assert read(text).asked == Constraints(**asked)


@pytest.mark.parametrize("text", ["I am 60", "over 60", "what does a nurse do", "hello"])
def test_what_is_no_wish_is_none(text: str) -> None:
    assert read(text).asked == Constraints()


@pytest.mark.parametrize(
    ("text", "let_go"), [("forget the pay", "pay"), ("never mind outdoors", "outdoors"), ("pay doesn't matter", "pay")]
)
def test_what_is_let_go_of_is_read(text: str, let_go: str) -> None:
    assert read(text).forget == (let_go,)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read(text)
    without_self_description(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I'm a single mother of two. Jobs with no degree?", "Jobs with no degree?"),
        ("As a gay man, what do plumbers earn?", "what do plumbers earn?"),
        ("I'm 55, what does a welder do", "what does a welder do"),
        ("jobs for women with no degree", "jobs with no degree"),
        ("I have autism. careers with trains", "careers with trains"),
    ],
)
def test_who_asks_is_taken_out(text: str, left: str) -> None:
    assert without_self_description(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "am I too old at 50 to become a nurse",
        "I'm a nurse and want to change",
        "I want to work with old people",
        "careers for people who like animals",
        "I make 55k, jobs over 60k",
        "jobs with children",
    ],
)
def test_trades_wishes_and_questions_stay(text: str) -> None:
    assert without_self_description(text) == text


@pytest.mark.parametrize(
    ("text", "in_vain"),
    [
        ("what can I get with a record", True),
        ("I did two years in prison", True),
        ("places that run no background checks", True),
        ("work for a record label", False),
        ("something with medical records", False),
    ],
)
def test_a_criminal_record_is_told_from_other_records(text: str, in_vain: bool) -> None:
    found = read(text)
    assert ("who hires people with a record" in found.cannot) == in_vain
    assert not (in_vain and found.asked.wanted)


@pytest.mark.parametrize(
    "text",
    [
        "student: likes cars",
        "the student loves cars",
        "a student of mine is into cars",
        "something for a teen who likes cars",
    ],
)
def test_whom_is_asked_for_is_nobody_to_work_with(text: str) -> None:
    assert read(text).asked.wanted == ("cars",)


@pytest.mark.parametrize("text", ["work with students", "work with a child who is ill", "jobs with kids who need help"])
def test_work_with_young_people_stays_a_wish(text: str) -> None:
    assert read(text).asked.wanted == ("children",)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("forget all of that, something with animals", ("animals",)),
        ("drop everything and show me outdoor jobs", ("outdoors",)),
        ("remove all filters", ()),
        ("Next student: loves animals", ("animals",)),
    ],
)
def test_a_new_beginning_may_say_what_it_begins_with(text: str, wanted: tuple[str, ...]) -> None:
    found = read(text)
    assert (found.start_over, found.asked.wanted) == (True, wanted)


def test_everything_of_one_thing_is_no_new_beginning() -> None:
    assert not read("forget everything about nursing").start_over


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("no wait keep outdoors", ("outdoors",), ()),
        ("no, outdoors", ("outdoors",), ()),
        ("don't drop outdoors", ("outdoors",), ()),
        ("not only outdoors", ("outdoors",), ()),
        ("if no pass the exam, what is there in a hospital", ("healthcare",), ()),
        ("no math what about music", ("music",), ("mathematics",)),
        ("nothing with animals please", (), ("animals",)),
        ("don't show me healthcare", (), ("healthcare",)),
    ],
)
def test_a_not_turns_around_what_belongs_to_it(text: str, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> None:
    asked = read(text).asked
    assert (asked.wanted, asked.unwanted) == (wanted, unwanted)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("being outside is ok after all", ("outdoors",)),
        ("I don't mind shifts anymore", ("shifts",)),
        ("it can be healthcare too", ("healthcare",)),
        ("welders are fine again", ("welder",)),
        ("no degree is fine", ()),
    ],
)
def test_what_is_let_in_again_is_no_wish(text: str, allowed: tuple[str, ...]) -> None:
    found = read(text)
    assert (found.allowed, found.asked.wanted) == (allowed, ())


def test_what_is_fine_now_is_no_longer_left_out() -> None:
    assert read("longer training is fine").forget == ("time",)
    assert Constraints(wanted=("indoors",)).allowing(["outdoors"]) == Constraints()
    left_out = Constraints(unwanted=("healthcare",), without=("welder",))
    assert left_out.allowing(["healthcare", "welder"]) == Constraints()
