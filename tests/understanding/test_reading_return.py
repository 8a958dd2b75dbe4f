"""What starts a conversation over, and what only goes back in it."""

from __future__ import annotations

import pytest

from careerbot.understanding.reading_return import asks_where_to, reading, starts_over

TALKED = {"career": "welder", "topic": "ask_salary"}


@pytest.mark.parametrize(
    "text",
    [
        "let us start all over",
        "begin this afresh",
        "reset it all",
        "again from scratch",
        "back to square one please",
        "a new chat",
    ],
)
def test_a_new_beginning(text: str) -> None:
    assert starts_over(text)
    assert not asks_where_to(text, "restart", TALKED)


@pytest.mark.parametrize(
    "text",
    ["go back", "nah, back", "take it easy, go back", "ok so from zero", "back to the first two", "go back to 60k"],
)
def test_going_back_starts_nothing_over(text: str) -> None:
    assert not starts_over(text)
    assert asks_where_to(text, "restart", TALKED)


@pytest.mark.parametrize("text", ["ok go back", "could we go back a step", "undo that please"])
def test_bare_words_of_going_back_ask_where_to_whatever_they_were_taken_for(text: str) -> None:
    assert asks_where_to(text, "chitchat", TALKED)


def test_without_anything_before_it_there_is_nothing_to_ask() -> None:
    assert not asks_where_to("go back", "restart", {})


def test_undo_right_after_a_save_is_the_lists() -> None:
    assert not asks_where_to(
        "undo", "chitchat", {**TALKED, "list_change": {"operation": "save", "careers": ["welder"]}}
    )


def test_one_thing_left_is_not_all() -> None:
    assert reading("forget that, different question", "restart", [], TALKED) == "deny"
    assert not asks_where_to("forget that, different question", "restart", TALKED)


def test_beside_a_quiz_under_way_it_is_asked_what_starts_over() -> None:
    slots = {"quiz": {"answers": [4, None], "done": False}}
    assert asks_where_to("start over", "restart", slots)
    assert not asks_where_to("start over", "restart", {"quiz": {"answers": [4, 4], "done": True}})


@pytest.mark.parametrize(
    ("wording", "meant"),
    [
        ("do i have to start over at the bottom", "ask_how_to_become"),
        ("would he start over from zero", "ask_how_to_become"),
        ("isn't it too late to start over", "ask_how_to_become"),
        ("can we start over", None),
        ("i want to begin again from scratch", None),
        ("start over with something hands on", "find_careers"),
    ],
)
def test_who_starts_over_in_working_life_does_not_start_over_here(wording: str, meant: str | None) -> None:
    assert reading(wording, "restart", [], TALKED) == meant


@pytest.mark.parametrize(
    ("wording", "meant"),
    [
        ("can i go back to being a {0}", "ask_how_to_become"),
        ("should i go back to {0}", "ask_pros_cons"),
        ("take me back to {0}", "ask_overview"),
        ("do i have to go back to school for {0}", None),
    ],
)
def test_back_to_a_career_asks_for_no_change(wording: str, meant: str | None) -> None:
    assert reading(wording, "ask_career_change", ["welder"], TALKED) == meant
