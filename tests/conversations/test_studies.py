"""Studies and experience in conversation: where they lead, two against each other, and what a goal asks for."""

from __future__ import annotations

import pytest
from tests_support import Say


@pytest.mark.parametrize(
    ("question", "career"),
    [
        ("what can I do with a biology degree", "Biological technicians"),
        ("I have completed B.Com, which jobs I can get now?", "Management analysts"),
        ("linguistics ba jobs", "Translators"),
        ("what can I do after the army", "Police officers"),
        ("i have ten years of retail, what jobs can I do", "Customer service representatives"),
    ],
)
async def test_a_field_or_experience_leads_to_careers(say: Say, question: str, career: str) -> None:
    assert career in (await say(question)).text()


async def test_what_needs_something_more_says_what(say: Say) -> None:
    assert "Lawyers: law school and the bar exam" in (await say("what can I do with a philosophy degree")).text()


async def test_another_field_follows(say: Say) -> None:
    await say("what can I do with a history degree")
    assert "Geology is the usual way" in (await say("and geology?")).lead


async def test_two_studies_are_held_against_each_other_and_the_choice_is_the_persons(say: Say) -> None:
    reply = await say("should I study psychology or sociology?")
    assert "Which of the two fits is yours to say" in reply.lead
    assert "Social workers" in reply.text()


async def test_a_goal_says_which_of_two_studies_leads_there(say: Say) -> None:
    reply = await say("which degree should I study to become a dietitian, biology or nutrition?")
    assert "Nutrition: the usual way in" in reply.text()
    assert "Biology: none of my sources names it as a way in" in reply.text()


async def test_a_field_nobody_knows_is_asked_back(say: Say) -> None:
    assert "found none of them" in (await say("what can i do with a degree in basket weaving")).lead
