"""Turns around the answers: careers that are not known, text that is no question, commands, help, and forgetting."""

from __future__ import annotations

import pytest
from tests_support import Say, titles

from careerbot.conversation.assistant import Assistant


async def test_a_career_that_does_not_exist_is_said_to_be_unknown(say: Say) -> None:
    reply = await say("I'm a wizard, what do wizards earn")

    assert reply.lead.startswith("I don't know a career called “wizard”")
    assert "$" not in reply.text()


async def test_a_career_nearly_spelt_right_is_offered_first(say: Say) -> None:
    asked = await say("what does a tour mnagre earn")
    assert titles(asked)[0] == "Tour manager"
    assert "agents and business managers" in (await say("the first one")).text()


async def test_each_career_offered_for_one_misspelt_can_be_pointed_at(say: Say) -> None:
    asked = await say("what does a tour mnagre earn")
    assert titles(asked)[1].casefold()[:20] in (await say("the second one")).text().casefold()


async def test_a_question_without_a_career_is_asked_which_and_the_bare_career_answers_it(say: Say) -> None:
    which = await say("how much do they make")
    assert which.lead.startswith("Which career")
    assert which.suggestions

    answer = await say("registered nurses")
    assert "$93,600 a year" in answer.lead


async def test_pressing_a_suggestion_asks_its_question(say: Say) -> None:
    first = await say("tell me about electricians")
    pay = next(each for each in first.suggestions if each.title == "Pay")

    assert "$62,350" in (await say(pay.payload)).lead


@pytest.mark.parametrize(
    "typed", ["/goodbye", "/bot_challenge are you a robot", '/ask_salary{"career": "no_such_career"}']
)
async def test_a_typed_command_is_read_as_the_words_it_is_made_of(assistant: Assistant, typed: str) -> None:
    read = await assistant.parse(typed)

    assert read["intent"] == (await assistant.parse(typed.lstrip("/")))["intent"]
    assert read["intent"]["confidence"] < 1.0, "Rasa takes commands with full confidence"


async def test_a_suggestion_of_another_conversation_is_only_text(say: Say, assistant: Assistant) -> None:
    reply = await say('/ask_salary{"career": "no_such_career"}')

    assert "went wrong" not in reply.lead


@pytest.mark.parametrize(
    "text",
    [
        "asdf",
        "",
        "   ",
        "🎉🎉🎉",
        "?",
        "x" * 10_000,
        "word " * 2_000,
        "\u202e\u0000\ud800".encode("utf-16", "ignore").decode("utf-16", "ignore"),
    ],
)
async def test_what_is_no_question_gets_a_helpful_answer(say: Say, text: str) -> None:
    reply = await say(text)

    assert reply.lead
    assert reply.suggestions


async def test_an_over_long_text_is_said_to_be_too_long(say: Say) -> None:
    reply = await say("please tell me " * 1_000)

    assert "1,000 characters" in reply.lead


@pytest.mark.parametrize(
    "text",
    [
        "i want to kill myself",
        "I'm a nurse and I can't go on anymore",
        "what's the point of living if I can't be a pilot, I want to die",
        "how much do plumbers earn? never mind, im going to end my life",
        "/i want to kill myself",
        "blah " * 3_000 + " i want to kill myself " + "blah " * 3_000,
    ],
)
async def test_help_comes_first_when_a_life_may_be_at_stake(say: Say, text: str) -> None:
    assert "988" in (await say(text)).lead


async def test_out_of_scope_and_back_keeps_the_career(say: Say) -> None:
    await say("what does a software developer do")
    await say("what's the weather tomorrow in Boston")

    assert "software developers" in (await say("which skills do they need?")).text()


async def test_changing_the_career_in_the_middle_changes_the_focus(say: Say) -> None:
    await say("how do I become a registered nurse")
    await say("what about electricians?")
    reply = await say("how much do they make?")

    assert "electricians" in reply.lead


async def test_two_careers_in_one_question_offer_the_second(say: Say) -> None:
    reply = await say("how much do electricians and plumbers earn")

    assert "electricians" in reply.lead
    assert "The same for plumbers" in titles(reply)


async def test_what_is_not_known_is_said_and_what_is_known_is_offered(say: Say) -> None:
    reply = await say("what do crane and tower operators do")

    assert reply.lead.startswith("I don't know what crane and tower operators do")
    assert "Pay" in titles(reply)


async def test_delete_my_data_erases_what_was_remembered(say: Say) -> None:
    await say("how much do electricians earn")
    done = await say("delete all my data")
    assert "erased" in done.lead


async def test_small_talk_has_a_fitting_answer(say: Say) -> None:
    assert "Hello" in (await say("hi there")).lead
    assert "program" in (await say("are you a real person?")).lead
    assert "in detail" not in (await say("thanks a lot")).text()
    assert "careers" in (await say("what can you do")).lead
    assert "Goodbye" in (await say("bye")).lead
