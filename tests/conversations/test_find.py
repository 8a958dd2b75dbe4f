"""Searching in conversation: several turns, corrections, detours, too many, none, and the way out."""

from __future__ import annotations

import pytest
from tests_support import Say

from careerbot.advice.reply import Reply, Table


def _careers(reply: Reply) -> list[str]:
    tables = [block for block in reply.blocks if isinstance(block, Table)]
    return [row[0].rstrip("*") for table in tables for row in table.rows]


async def test_a_search_is_narrowed_widened_and_paged(say: Say) -> None:
    first = await say("no degree and over 60k")
    assert "at least $60,000 a year" in first.lead
    assert "Electricians" in _careers(first)
    growing = await say("only those that grow")
    assert "whose jobs are projected to grow" in growing.lead
    assert "at least $60,000" in growing.lead
    excluded = await say("not construction")
    assert excluded.lead.count("but none in construction") == 1
    assert "Electricians" not in _careers(excluded)
    more = await say("more")
    assert "numbers 6 to 10" in more.lead
    assert not set(_careers(more)) & set(_careers(excluded))
    widened = await say("forget the pay")
    assert "$60,000" not in widened.lead
    assert "but none in construction" in widened.lead


async def test_a_question_in_the_middle_is_answered_and_the_search_goes_on(say: Say) -> None:
    await say("outdoors but not farming")
    detour = await say("what does a surveyor do?")
    assert "surveyors" in detour.lead
    more = await say("more")
    assert "outdoors, but none in farming, fishing and forestry" in more.lead


async def test_which_of_those_narrows_and_which_pays_most_is_asked_of_all(say: Say) -> None:
    await say("careers with animals")
    assert "no more than a postsecondary nondegree award" in (await say("which of those need no degree?")).lead
    assert "have the highest median pay" in (await say("which of them pays the most?")).lead


async def test_a_new_question_begins_a_new_search(say: Say) -> None:
    await say("careers with animals")
    fresh = await say("Which jobs use maths?")
    assert "that use mathematics" in fresh.lead
    assert "animals" not in fresh.lead


async def test_none_names_what_stands_in_the_way_and_a_button_lets_go_of_it(say: Say) -> None:
    none = await say("careers with animals, at least 200k and no degree")
    assert none.lead.startswith("I know no careers with animals")
    assert "What excludes most is “with a median pay of at least $200,000 a year”" in none.text()
    button = next(each for each in none.suggestions if each.title == "Forget the pay")
    some = await say(button.payload)
    assert "Farmers" in _careers(some)
    assert "200,000" not in some.lead


async def test_what_no_table_knows_is_said_and_the_rest_is_searched(say: Say) -> None:
    reply = await say("careers with low stress and high pay")
    assert "how stressful the work is" in reply.text()
    assert "at least $78,810 a year" in reply.lead


async def test_an_unknown_word_is_said_to_be_unknown(say: Say) -> None:
    assert "described with the word “bees”" in (await say("jobs with bees")).text()


async def test_too_many_ask_what_matters_and_the_answer_narrows(say: Say) -> None:
    many = await say("which jobs need no degree?")
    assert "What matters most to you besides?" in many.text()
    button = next(each for each in many.suggestions if each.title == "Growing")
    assert "projected to grow" in (await say(button.payload)).lead


async def test_the_hits_are_in_play(say: Say) -> None:
    hits = _careers(await say("careers that use maths but not finance"))
    assert hits[1].lower() in (await say("the second one")).text().lower()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("something with maths that is not finance", "that use mathematics, but none in finance"),
        ("what jobs can I do from home", "that can be done from home"),
        ("which jobs pay at least $30 an hour", "at least $30.00 an hour"),
        ("medical jobs that take two years or less of school", "no more than an associate's degree"),
        ("careers related to food that aren't chef", "with food, other than chefs"),
        ("best paid jobs without a degree", "best paid first"),
    ],
)
async def test_questions_are_read_as_meant(say: Say, question: str, said: str) -> None:
    assert said in (await say(question)).lead
