"""What people work as, and the words that mean it later."""

from __future__ import annotations

import pytest

from careerbot.understanding.own_career import (
    asks_for_more_school,
    is_about_own_job,
    put_in,
    said_to_be_own,
    speaks_of_own_work,
)


def _said(text: str, *names: str, before: str | None = None) -> str | None:
    return said_to_be_own(text, [(text.index(name), name) for name in names], before)


def test_the_career_that_somebody_has_goes_before_one_they_had() -> None:
    assert _said("I'm a cashier", "cashier") == "cashier"
    assert _said("I used to be a teacher, now I'm a cashier", "teacher", "cashier") == "cashier"
    assert _said("I'm a cashier, I was a teacher before", "cashier", "teacher") == "cashier"
    assert _said("I was a teacher", "teacher") == "teacher"


def test_what_was_said_before_stays_until_something_else_is_said() -> None:
    assert _said("what does a judge do", before="cashier") == "cashier"
    assert _said("I was a teacher once", "teacher", before="cashier") == "cashier"
    assert _said("no, I'm a teller", "teller", before="cashier") == "teller"


def test_a_career_that_is_only_supposed_is_not_ones_own() -> None:
    assert _said("suppose I'm a pilot", "pilot") is None
    assert _said("if I am a pilot, do I fly free", "pilot", before="cashier") == "cashier"


@pytest.mark.parametrize(
    "text",
    [
        "is it better than my job",
        "compared to what I do now?",
        "and next to what i'm doing right now",
        "does it beat my current role",
        "what else fits my skills",
        "with the experience I have",
    ],
)
def test_words_that_mean_ones_own_work(text: str) -> None:
    assert speaks_of_own_work(text)


@pytest.mark.parametrize(
    "text",
    ["my job search is going badly", "any job offers", "what do they do now", "what skills does it take", "my mom"],
)
def test_words_that_do_not(text: str) -> None:
    assert not speaks_of_own_work(text)


def test_it_stands_among_the_careers_of_a_message() -> None:
    assert put_in("is {0} better than my job?", ["judge"], "cook") == ("is {0} better than {1}?", ["judge", "cook"])
    assert put_in("as a {0}, is it better than my job?", ["cook"], "cook")[1] == ["cook"]
    assert put_in("is it better than my job?", [], None) == ("is it better than my job?", [])


def test_a_question_of_ones_own_job() -> None:
    assert is_about_own_job("will my job be gone in ten years")
    assert not is_about_own_job("how do I leave my job for it")


def test_going_back_to_school() -> None:
    assert asks_for_more_school("would i need to go back to school for that")
    assert asks_for_more_school("do I need another degree")
    assert not asks_for_more_school("do they work in schools")
