"""What is asked of a figure itself, and what is another question."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from careerbot.paths import PROJECT
from careerbot.understanding.figure_questions import SOURCES, complains, kind, kind_of_pay, reading, topic_named

PAY = {"topic": "ask_salary", "career": "welder"}
OUTLOOK = {"topic": "ask_outlook", "career": "welder"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what year are these figures from", "year"),
        ("how recent is that salary", "year"),
        ("are those numbers still up to date", "year"),
        ("got any 2026 data", "newer"),
        ("is there anything more recent", "newer"),
        ("what was it five years ago", "earlier"),
        ("with inflation?", "earlier"),
        ("are those wages going up", "earlier"),
        ("has that changed", "earlier"),
        ("show the 2019 numbers", "earlier"),
        ("mean or median?", "middle"),
        ("is it an average", "middle"),
        ("what's a median", "middle"),
        ("explain the top tenth", "range"),
        ("what are percentiles", "range"),
        ("gross or net", "taxes"),
        ("are they pre-tax", "taxes"),
        ("and without tax?", "taxes"),
        ("with overtime?", "overtime"),
        ("are tips included in it", "overtime"),
        ("does it count night pay", "overtime"),
        ("is health insurance part of that", "benefits"),
        ("do those numbers cover freelancers", "self_employed"),
    ],
)
def test_kinds(text: str, asked: str) -> None:
    assert kind(text) == asked
    assert reading(text, "out_of_scope", [], PAY) == SOURCES


@pytest.mark.parametrize(
    "text",
    [
        "what do they do", "is it growing", "what's the median again", "how much do they make after a year", "what benefits do they get",
        "is overtime common", "what year of school", "which month do they hire", "after tax season", "jobs with benefits",
    ],
)  # fmt: skip
def test_other_questions(text: str) -> None:
    assert kind(text) is None
    assert reading(text, None, [], PAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "wow that's so low",
        "thats trash pay",
        "it is not much",
        "nah bs",
        "my uncle makes 200k doing that",
        "dang thats nothing",
    ],
)
def test_complaints(text: str) -> None:
    assert complains(text)
    assert reading(text, "feedback_negative", [], PAY) == SOURCES
    assert reading(text, "feedback_negative", [], OUTLOOK) is None


@pytest.mark.parametrize(
    "text", ["that's good", "this sucks", "is that low?", "that's your fault, so bad", "ok thats enough"]
)
def test_what_is_no_complaint_of_pay(text: str) -> None:
    assert not complains(text)


def test_what_may_be_of_the_work_is_of_pay_only_after_pay() -> None:
    assert reading("does that include benefits", None, [], OUTLOOK) is None
    assert reading("is that before tax", None, [], OUTLOOK) == SOURCES
    assert reading("what year is that from", None, [], {}) is None
    assert reading("any newer numbers?", None, [], {}) == SOURCES


def test_a_career_that_is_named_is_asked_about() -> None:
    assert reading("do nurses make that before taxes", None, ["registered_nurse"], PAY) is None
    assert kind_of_pay("what do linemen make with overtime") == "overtime"
    assert kind_of_pay("what do linemen make") is None


def test_a_question_of_sources_may_name_whose() -> None:
    assert topic_named("where do you get the outlook") == "ask_outlook"
    assert topic_named("who says so") is None


def test_hardly_a_training_example_of_another_intent_is_of_a_figure() -> None:
    taken: list[tuple[Any, str]] = []
    for path in (PROJECT / "data" / "nlu").glob("*.yml"):
        for group in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            examples = [line[2:] for line in group["examples"].splitlines() if "[" not in line]
            taken += [(group["intent"], each) for each in examples if reading(each, group["intent"], [], PAY)]
    assert {intent for intent, _ in taken} <= {SOURCES, "ask_salary", "ask_outlook"}
