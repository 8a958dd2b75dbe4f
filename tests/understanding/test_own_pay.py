"""What people say they earn, and questions that hold pay against it."""

from __future__ import annotations

import pytest

from careerbot.understanding.own_pay import holds_against_own_pay, own_pay


@pytest.mark.parametrize(
    ("text", "amount", "per"),
    [
        ("i make 45k as a cook", 45_000, "year"),
        ("I'm currently making $18.50 an hour", 18.5, "hour"),
        ("my salary is 62,000", 62_000, "year"),
        ("im a cashier making 14 an hour, what else is there", 14, "hour"),
        ("i get paid about 3000 a month", 36_000, "year"),
    ],
)
def test_what_a_person_earns_is_read_with_its_unit(text: str, amount: float, per: str) -> None:
    said = own_pay(text)
    assert said is not None
    assert (said.amount, said.per) == (amount, per)


@pytest.mark.parametrize(
    "text",
    ["i want to make 80k", "jobs that pay over 60k", "do nurses make 90k", "what makes 100k", "i have 3 kids", ""],
)
def test_a_wish_or_a_question_is_no_own_pay(text: str) -> None:
    assert own_pay(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "is that good",
        "am i underpaid?",
        "would that be a raise",
        "how much more is that than 45k",
        "is that a lot",
        "more than i make?",
    ],
)
def test_pay_is_held_against_it(text: str) -> None:
    assert holds_against_own_pay(text)


@pytest.mark.parametrize(
    "text",
    [
        "is that hard to get into",
        "how much do they make",
        "good jobs",
        "what about welders",
        "less than i thought",
        "more than my mom makes",
    ],
)
def test_other_questions_hold_no_pay_against_it(text: str) -> None:
    assert not holds_against_own_pay(text)
