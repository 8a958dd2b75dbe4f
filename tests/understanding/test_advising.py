"""People who ask for others, and what the next one of these is like."""

from __future__ import annotations

import pytest

from careerbot.understanding.advising import advises, describes_another, is_asked_for_others


@pytest.mark.parametrize(
    "text",
    [
        "I am a school counselor and have questions for several students",
        "career coach here, working with three clients",
        "I'm a librarian helping a couple of patrons",
    ],
)
def test_somebody_asks_for_others(text: str) -> None:
    assert advises(text)


@pytest.mark.parametrize(
    "text", ["do counselors work with students", "I'm a teacher, what do students need?", "I am a nurse"]
)
def test_a_question_is_no_such_word(text: str) -> None:
    assert not advises(text)


@pytest.mark.parametrize(
    "text",
    [
        "First student: loves drawing, hates math, wants a bachelor's at most",
        "Next one: likes animals",
        "ok my second client is good with numbers and shy",
        "Another kid, really into cars",
    ],
)
def test_the_next_one_is_described(text: str) -> None:
    assert describes_another(text)


@pytest.mark.parametrize(
    "text", ["the second one", "what does the first one want?", "the next one please", "First, what do they earn"]
)
def test_a_place_in_a_list_is_no_person(text: str) -> None:
    assert not describes_another(text)


@pytest.mark.parametrize(
    ("text", "for_others"),
    [
        ("I'm a school counselor with three students", True),
        ("i'm a nurse and my kid wants to be a firefighter", True),
        ("I'm a librarian, a patron asks about paralegals", True),
        ("im a teacher tired of kids, want to be a nurse", False),
        ("I'm a cashier and want to be a welder", False),
    ],
)
def test_whom_a_message_asks_for(text: str, *, for_others: bool) -> None:
    assert is_asked_for_others(text) is for_others
