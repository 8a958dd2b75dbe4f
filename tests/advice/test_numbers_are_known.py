"""No number is made up: every one that an answer says stands in the knowledge or follows from it by a declared formula."""

from __future__ import annotations

import pytest

from careerbot.advice.reply import Reply
from careerbot.advice.topics import TOPICS, answer
from careerbot.dialogues.known_numbers import numbers
from careerbot.dialogues.numbers import unknown_numbers
from careerbot.knowledge.catalogue import catalogue

TOPICS_WITH_FIGURES = ("ask_salary", "ask_outlook", "ask_time_to_become", "ask_pros_cons")
QUESTIONS = ("", "what do they earn at the start", "what do the best earn", "am I too old at 50")


@pytest.mark.parametrize("intent", TOPICS_WITH_FIGURES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_no_number_is_of_unknown_origin(intent: str, question: str) -> None:
    wrong = {
        id: unknown_numbers(answer(catalogue(), intent, id, question), [question], [id]) for id in catalogue().careers
    }

    assert {id: unknown for id, unknown in wrong.items() if unknown} == {}


def test_the_topics_are_topics() -> None:
    assert set(TOPICS_WITH_FIGURES) <= TOPICS.keys()


def test_answers_about_pay_and_outlook_do_say_numbers() -> None:
    pay = answer(catalogue(), "ask_salary", "electrician")
    outlook = answer(catalogue(), "ask_outlook", "electrician")
    assert sum(kind == "$" for kind, _ in numbers(pay.text())) >= 6
    assert sum(kind == "%" for kind, _ in numbers(outlook.text())) >= 3


@pytest.mark.parametrize(
    "said",
    [
        "Electricians earn $62,350 a year (May 2024).",
        "Plumbers earn $620 more than electricians, or 1%.",
        "Electricians: mathematics rated 3.4 of 5, growth +9.5% (2024–34).",
    ],
)
def test_figures_and_formulas_pass(said: str) -> None:
    assert unknown_numbers(Reply(said)) == []


def test_a_number_that_nobody_published_is_noticed() -> None:
    made_up = Reply("They earn $61,234 a year, 7.77% more; 123,456 do.")

    assert unknown_numbers(made_up, about=["electrician"]) == ["$61234", "%7.77", "123456"]


def test_a_number_of_another_career_is_noticed() -> None:
    assert unknown_numbers(Reply("They earn $62,350."), about=["electrician"]) == []
    assert unknown_numbers(Reply("They earn $62,350."), about=["plumber"]) == ["$62350"]


def test_a_number_that_the_person_said_may_be_repeated() -> None:
    assert unknown_numbers(Reply("Over $61,234 there are many."), ["more than $61,234 a year please"]) == []


def test_the_numbers_of_a_list_are_no_figures() -> None:
    assert unknown_numbers(Reply("How:\n1. Learn\n2. Work\n3. Rest")) == []


def test_the_difference_of_two_published_figures_is_known() -> None:
    reply = Reply("The difference is $620, or 1%.")

    assert unknown_numbers(reply, about=["electrician", "plumber"]) == []
    assert "$620" in unknown_numbers(reply, about=["electrician", "judge"])
