"""Conversations about careers that are named in a roundabout way."""

from __future__ import annotations

from tests_support import Say

from careerbot.advice.reply import Notice


async def test_an_ambiguous_name_is_asked_and_the_same_question_offered_for_each(say: Say) -> None:
    reply = await say("How much does a doctor make?")
    assert "Doctor" in reply.lead
    assert reply.lead.endswith("?")
    assert reply.suggestions[0].payload == '/ask_salary{"career":"family_doctor"}'
    assert len(reply.suggestions) > 2

    assert "family" in (await say(reply.suggestions[0].payload)).lead


async def test_an_ambiguous_name_means_the_career_that_is_talked_about(say: Say) -> None:
    await say("How much do surgeons make?")
    assert "surgeon" in (await say("and how long does it take to become a doctor?")).lead


async def test_a_special_kind_is_answered_with_its_head_and_a_notice(say: Say) -> None:
    reply = await say("What does a cargo plane pilot earn?")
    assert isinstance(reply.blocks[0], Notice)
    assert "no facts on “cargo plane pilot”" in reply.blocks[0].text
    assert "airline pilots" in reply.lead


async def test_a_name_from_elsewhere_is_translated(say: Say) -> None:
    reply = await say("What does a barrister earn?")
    assert isinstance(reply.blocks[0], Notice)
    assert "the UK" in reply.blocks[0].text
    assert "lawyer" in reply.blocks[0].text


async def test_a_kind_of_work_says_with_which_career_it_is_counted(say: Say) -> None:
    reply = await say("What does a location scout earn?")
    assert isinstance(reply.blocks[0], Notice)
    assert reply.blocks[0].text == "“Location scout” is counted here with film producers."


async def test_a_person_in_the_story_is_not_asked_about(say: Say) -> None:
    assert "electricians" in (await say("My mom is a nurse. How much do electricians earn?")).lead
    await say("start over")
    assert "nurse" not in (await say("My mom is a nurse. How much would I earn?")).lead


async def test_ones_own_career_is_asked_about_where_no_other_is(say: Say) -> None:
    assert "Nurses" in (await say("I'm a nurse, how do I move up?")).lead


async def test_a_career_that_is_ruled_out_is_not_told_about(say: Say) -> None:
    await say("What does a nurse do?")
    assert "nurse" not in (await say("How much could I earn, but not as a nurse?")).lead.casefold()
