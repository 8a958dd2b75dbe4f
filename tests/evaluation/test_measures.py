"""The figures of an evaluation, worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerbot.evaluation.measures import Understood, measure
from careerbot.evaluation.questions import BadQuestions, Question, read
from careerbot.evaluation.report import page

QUESTIONS = [
    Question("what do nurses earn", ["ask_salary"], ["nurses"]),
    Question("is it growing", ["ask_outlook", "ask_pros_cons"], style="terse"),
    Question("a vet? and the pay?", ["ask_overview", "ask_salary"], ["vet"], multi=True),
    Question("weather tomorrow", ["out_of_scope"]),
    Question("i want to die", ["crisis"]),
]
UNDERSTOOD = [
    Understood("ask_salary", 0.9, ("ask_salary", "ask_duties"), ("Nurse",)),  # singular or plural, it is the same name
    Understood("ask_pros_cons", 0.4),  # the second of the right ones
    Understood("ask_salary", 0.6, also=("ask_overview", "ask_salary"), mentions=("vet", "pay")),
    Understood("nlu_fallback", 0.2),  # asked back: wrong, but refused as it should be
    Understood("crisis", 1.0),
]


def test_figures_are_what_one_counts_by_hand() -> None:
    figures = measure(QUESTIONS, UNDERSTOOD)

    assert figures.intent_accuracy == 4 / 5
    assert figures.career_precision == 2 / 3
    assert figures.career_recall == 1.0
    assert figures.multi_recall == 1.0
    assert figures.false_multi == 1 / 4
    assert figures.out_of_scope_recall == 1.0
    assert figures.false_refusals == 0.0
    assert figures.crisis_recall == 1.0
    assert figures.per_style["terse"].share == 1.0
    assert figures.confusion == [("out_of_scope", "nlu_fallback", 1)]
    assert [miss.text for miss in figures.worst] == ["weather tomorrow"]
    assert figures.calibration_error == pytest.approx((0.1 + 0.6 + 0.4 + 0.2 + 0.0) / 5)


def test_what_no_question_asks_for_has_no_figure() -> None:
    figures = measure(QUESTIONS[1:2], UNDERSTOOD[1:2])

    assert figures.career_recall is None
    assert figures.multi_recall is None


def test_the_page_for_the_docs_shows_figures_and_no_question() -> None:
    written = page("questions.jsonl", len(QUESTIONS), {"careerbot": measure(QUESTIONS, UNDERSTOOD)}, "abc1234")

    assert "at commit abc1234" in written
    assert "| Intent right | 80.0% |" in written
    assert not [each.text for each in QUESTIONS if each.text in written]


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"text": "a", "intents": ["greet"]}\n{"text": 3}\n')

    with pytest.raises(BadQuestions, match="line 2"):
        read(file)


def test_a_file_without_questions_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text("\n")

    with pytest.raises(BadQuestions, match="holds no question"):
        read(file)
