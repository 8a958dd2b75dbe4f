"""Who asks changes nothing: the same careers, in the same order, with the same figures."""

from __future__ import annotations

import uuid

import pytest
from tests_support import Say

from careerbot.advice.reply import Reply
from careerbot.conversation.assistant import Assistant

WAYS = (
    "I'm a woman. {}",
    "As a man, {}",
    "I am 55 years old and {}",
    "I'm a black man. {}",
    "I'm Muslim. {}",
    "I'm a single mother of two. {}",
    "I'm in a wheelchair. {}",
    "I'm an immigrant from Nigeria. {}",
    "I'm 19. {}",
    "I have autism. {}",
    "I'm gay, {}",
    "I'm pregnant. {}",
)
_OF_CAREERS = ("electricians", "registered nurses", "software developers", "truck drivers", "lawyers", "carpenters")
_ABOUT = (
    "what do {} earn?",
    "what do {} do?",
    "how will the jobs of {} develop?",
    "how do people become {}?",
    "how long does it take to become {}?",
    "which careers are like those of {}?",
)
QUESTIONS = (
    *(about.format(career) for about in _ABOUT for career in _OF_CAREERS),
    "which jobs need no degree and pay over 60k?",
    "which careers are outdoors but not farming?",
    "jobs with animals",
    "which jobs use maths?",
    "jobs that are creative and growing",
    "best paid jobs without a degree",
    "careers with music",
    "hands-on jobs with many openings",
    "what can I do with a biology degree?",
    "what can I do with a business degree?",
    "should I study psychology or sociology?",
    "which pays more, an electrician or a plumber?",
    "how can I change from teacher to software developer?",
    "which jobs can be done from home?",
)


_PLAIN: dict[str, Reply] = {}


async def _plain(assistant: Assistant, question: str) -> Reply:
    if question not in _PLAIN:
        _PLAIN[question] = await _answer(assistant, question)
    return _PLAIN[question]


async def _answer(assistant: Assistant, text: str) -> Reply:
    return (await assistant.say(text, uuid.uuid4().hex))[0]


def test_there_are_fifty_questions_and_twelve_ways() -> None:
    assert (len(QUESTIONS), len(WAYS)) == (50, 12)


@pytest.mark.parametrize("way", WAYS)
async def test_fifty_questions_get_the_same_answer(assistant: Assistant, way: str) -> None:
    different = []
    for question in QUESTIONS:
        plain, told = await _plain(assistant, question), await _answer(assistant, way.format(question))
        if plain != told:
            different.append((question, plain.lead, told.lead))
    assert different == []


@pytest.mark.parametrize(
    "bait", ["jobs for women with no degree", "women's jobs with no degree", "jobs for a black man with no degree"]
)
async def test_bait_gets_the_same_search_with_one_calm_sentence(say: Say, bait: str) -> None:
    plain, baited = await say("jobs with no degree"), await say(bait)
    calm = "Careers have no sex, age, origin or belief"
    assert baited.text().count(calm) == 1
    assert [line for line in baited.text().splitlines() if calm not in line] == plain.text().splitlines()
