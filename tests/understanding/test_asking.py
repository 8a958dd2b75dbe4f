"""Doubts, reasons, privacy and feelings, told by the words of a message."""

from __future__ import annotations

import pytest

from careerbot.understanding.asking import asks_of_all, asks_of_everybody, asks_what_it_rests_on, asks_why
from careerbot.understanding.feelings import is_unhappy_at_work, is_worried
from careerbot.understanding.privacy import asks_about_privacy


@pytest.mark.parametrize(
    "text", ["why", "but why is that", "how come they earn that much", "why so low?", "huh, why though"]
)
def test_the_reason_is_asked(text: str) -> None:
    assert asks_why(text)


@pytest.mark.parametrize(
    "text", ["why should I become a nurse", "why do people be a nurse", "why would I study that", "whyte"]
)
def test_a_reason_to_choose_a_career_is_another_question(text: str) -> None:
    assert not asks_why(text)


@pytest.mark.parametrize("text", ["really?", "wow, really??", "are you sure", "is that right?", "seriously"])
def test_doubt_asks_what_an_answer_rests_on(text: str) -> None:
    assert asks_what_it_rests_on(text)


@pytest.mark.parametrize("text", ["I really want that", "is that right for me", "are you sure nurses work nights"])
def test_the_words_of_doubt_in_another_question_are_none(text: str) -> None:
    assert not asks_what_it_rests_on(text)


@pytest.mark.parametrize(
    "text", ["do you keep my data", "is this private?", "who can see what I write", "are you logging this"]
)
def test_a_question_of_privacy(text: str) -> None:
    assert asks_about_privacy(text)


@pytest.mark.parametrize(
    "text",
    [
        "delete my data",
        "do you keep this? get rid of it if so",
        "forget me",
        "don't store what I say",
        "erase what you keep",
    ],
)
def test_the_wish_to_be_forgotten_is_no_question_of_privacy(text: str) -> None:
    assert not asks_about_privacy(text)


def test_questions_of_all_careers_and_of_everybody() -> None:
    assert asks_of_all("what's the most stressful job")
    assert not asks_of_all("how stressful is it")
    assert asks_of_everybody("what's the average salary in the US")
    assert not asks_of_everybody("average salary")


def test_feelings() -> None:
    assert is_unhappy_at_work("my boss is awful")
    assert not is_unhappy_at_work("what does a boss do")
    assert is_worried("I'm kinda scared")
    assert not is_worried("hi there")
