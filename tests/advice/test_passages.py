"""Sentences of career files that answer a question no section is about, and times in words."""

from __future__ import annotations

import pytest
from tests_support import subject

from careerbot.advice import particulars, phrasing, topics
from careerbot.advice.passages import passages, telling_words
from careerbot.knowledge.catalogue import catalogue


def test_every_passage_names_the_sources_of_its_section() -> None:
    known = catalogue()
    for career in known.written:
        for passage in passages(career):
            assert passage.text.strip()
            assert passage.sources, (career.id, passage.text)
            assert all(known.source(each) for each in passage.sources)


@pytest.mark.parametrize(
    ("career", "question", "says"),
    [
        ("air_traffic_controller", "what's the age limit", "age cutoff"),
        ("police_officer", "can they take me with a felony", "felony conviction"),
        ("airline_pilot", "i wear glasses, is that ok", "glasses are fine"),
        ("truck_driver", "can felons do it", "do not say whether a criminal record"),
        ("registered_nurse", "will AI do it", "No source of mine measures"),
        ("librarian", "what is its SOC code", "25-4022"),
        ("phlebotomist", "I faint when I see blood", "butterfly needles"),
        ("roofer", "he is scared of heights", "No fear of heights"),
        ("accountant", "she hates heights", "do not speak of it"),
        ("plumber", "is it for a shy person", "Talking with customers"),
        ("web_developer", "can I do it remotely", "can be done from home"),
        ("lineworker", "can it be done from home", "do not speak of doing it from home"),
        ("cashier", "is it boring", "Repetitive"),
        ("registered_nurse", "can I do it with a bad back", "lifting patients is hard on the back"),
    ],
)
def test_the_point_of_a_question_is_found(career: str, question: str, says: str) -> None:
    point = particulars.point(subject(career, question))
    assert point
    assert says in " ".join([point.lead, *(each.text for each in point.quoted)])


@pytest.mark.parametrize(
    "question", ["how much do they make", "any tips on how to start", "what is it like at night", ""]
)
def test_an_ordinary_question_has_no_particular_point(question: str) -> None:
    assert particulars.point(subject("registered_nurse", question)) is None


def test_whose_rules_are_told_is_said_beside_quoted_sentences_too() -> None:
    asked = topics.answer(catalogue(), "ask_how_to_become", "police_officer", "can a felon be one in texas")
    assert "a felony conviction generally rules you out" in asked.text()
    assert "For the licenses of a state see careeronestop.org" in asked.text()


def test_only_a_yes_or_no_question_is_answered_by_quoting() -> None:
    assert particulars.quoted(subject("wind_turbine_technician", "do they have to climb"))
    assert not particulars.quoted(subject("wind_turbine_technician", "how high do they climb"))


def test_common_words_and_short_ones_tell_nothing() -> None:
    assert telling_words(catalogue(), {"sql", "work", "r"}, 40) == {"sql"}


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (4, 5, "4 to 5 years"),
        (1, 1, "1 year"),
        (2, 2, "2 years"),
        (0.25, 3, "3 months to 3 years"),
        (0.25, 0.5, "3 to 6 months"),
        (0, 0.1, "up to 1 month"),
        (0, 2, "up to 2 years"),
        (1.5, 2, "1.5 to 2 years"),
    ],
)
def test_a_span_of_time_in_words(low: float, high: float, said: str) -> None:
    assert phrasing.span(low, high) == said
