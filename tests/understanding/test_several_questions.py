"""Where one question of a message ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerbot.understanding.asking import asks
from careerbot.understanding.several_questions import MOST, Piece, Read, pieces, questions


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("What is a luthier? How much do they earn?", ["What is a luthier", "How much do they earn"]),
        ("sonographer degree + salary", ["sonographer degree + salary", "sonographer degree", "salary"]),
        (
            "is it worth it n how long is school",
            ["is it worth it n how long is school", "is it worth it", "how long is school"],
        ),
        ("what does an electrician do", []),
        ("", []),
        ("?!.", []),
    ],
)
def test_a_message_comes_apart_where_questions_meet(message: str, expected: list[str]) -> None:
    assert [piece.text for piece in pieces(message)] == expected


@pytest.mark.parametrize(
    ("part", "told", "expected"),
    [
        ("What else could I do", False, True),
        ("so electricians what do they make", False, True),
        ("I'd like to know whether they travel", True, True),
        ("for a diesel mechanic do I need a certificate", False, True),
        ("I cooked in a hotel for years", False, False),
        ("My boss saw how I ran the summer fair", False, False),
        ("What I love is planes", True, False),
        ("Two friends who are teachers have quit", False, False),
        ("Friends tell me to be a coder", False, False),
    ],
)
def test_a_question_is_told_from_a_story(part: str, told: bool, expected: bool) -> None:
    assert asks(part, told=told) is expected


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Two friends who are teachers have quit. Should I still go for it?", "Two friends who are teachers have quit"),
        ("Besides museums, who takes on archaeologists?", "Besides museums"),
        ("jobs kinda like a millwright but easier on the back", "easier on the back"),
    ],
)
def test_what_is_only_told_is_no_question(message: str, told: str) -> None:
    assert told not in [piece.text for piece in pieces(message) if piece.asks]


def test_a_clause_without_a_word_of_asking_counts_where_it_surely_says_something_of_a_career() -> None:
    message = "ux designers gonna get cooked by ai, and what skills should i learn"
    _, told, asked = pieces(message)
    designer = {"entity": "career", "value": "ux_designer", "start": 0, "end": 12}

    def found(sure: float, entity: dict[str, object]) -> list[str]:
        read = [Read(told, "ask_outlook", sure, [entity]), Read(asked, "ask_skills", 0.9)]
        return [each.intent for each in questions("ask_skills", 0.9, read, 0.35)]

    assert (told.asks, asked.asks) == (False, True)
    assert found(0.9, designer) == ["ask_outlook", "ask_skills"]
    assert found(0.6, designer) == []
    assert found(0.9, {**designer, "role": "person"}) == []


def test_both_questions_are_found_in_the_order_asked() -> None:
    message = "How long is the training and what does it pay"
    read = [
        Read(piece, intent, 0.8)
        for piece, intent in zip(
            pieces(message), ["ask_time_to_become", "ask_time_to_become", "ask_salary"], strict=True
        )
    ]

    assert [each.intent for each in questions("ask_time_to_become", 0.9, read, 0.35)] == [
        "ask_time_to_become",
        "ask_salary",
    ]


def test_parts_count_only_beside_one_that_agrees_with_the_whole() -> None:
    message = "What does it pay? Where do they work?"
    read = [
        Read(piece, intent, 0.9) for piece, intent in zip(pieces(message), ["ask_salary", "ask_employers"], strict=True)
    ]

    assert questions("compare_careers", 0.9, read, 0.35) == []


def test_an_unsure_part_is_no_question() -> None:
    read = [
        Read(Piece("What does it pay", 0), "ask_salary", 0.9),
        Read(Piece("Where do they work", 1), "ask_employers", 0.1),
    ]

    assert questions("ask_salary", 0.9, read, 0.35) == []


def test_a_bare_name_is_no_question() -> None:
    message = "Weigh an electrician and a plumber"
    whole, first, second = pieces(message)
    plumber = {"entity": "career", "value": "plumber", "start": 2, "end": 9}
    electrician = {"entity": "career", "value": "electrician", "start": 11, "end": 22}
    read = [
        Read(whole, "compare_careers", 0.9, [electrician]),
        Read(first, "compare_careers", 0.9, [electrician]),
        Read(second, "ask_overview", 0.9, [plumber]),
    ]

    assert questions("compare_careers", 0.9, read, 0.35) == []


def test_in_a_search_a_note_says_by_what() -> None:
    def found(message: str, *intents: str) -> list[str]:
        _, first, second = pieces(message)
        read = [Read(piece, intent, 0.9) for piece, intent in zip((first, second), intents, strict=True)]
        return [each.intent for each in questions(intents[0], 0.9, read, 0.35)]

    assert found("careers with low stress and high pay", "find_careers", "ask_salary") == []
    assert found("license and pay", "ask_education", "ask_salary") == ["ask_education", "ask_salary"]


@given(st.text(max_size=300))
def test_any_text_comes_apart_without_losing_order(text: str) -> None:
    found = pieces(text)

    assert len(found) != 1
    assert [piece.sentence for piece in found] == sorted(piece.sentence for piece in found)
    assert all(piece.text in text for piece in found)


@given(
    st.text(alphabet="what is? and. ", max_size=120), st.lists(st.sampled_from(["ask_salary", "ask_duties", "greet"]))
)
def test_never_more_than_can_be_answered_at_once(text: str, intents: list[str]) -> None:
    read = [Read(piece, intent, 0.9) for piece, intent in zip(pieces(text), intents, strict=False)]

    assert len(questions("ask_salary", 0.9, read, 0.35)) <= MOST
