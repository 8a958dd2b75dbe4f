"""The interest quiz, talked through with the trained model: answers, detours, corrections, wrong answers, resuming."""

from __future__ import annotations

import pytest
from rasa.shared.core.events import SessionStarted
from tests_support import Say, listed_items, press, titles

from careerbot.advice.reply import BarChart, Progress, Reply, Table
from careerbot.conversation.assistant import Assistant
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.quiz import quiz

STATEMENTS = [statement for _, statement in quiz().statements]
# Realistic 20, investigative 15, artistic 0, social 5, enterprising 10, conventional 10 of 20 points.
HANDS_ON = ["love it", "I'd like that", "hate it", "dislike it", "meh", "not sure"] * 5


def asked(reply: Reply) -> str:
    """The statement that a reply asks about."""
    said = reply.lead.removeprefix("How would you like to ").removesuffix("?")
    return f"{said[:1].upper()}{said[1:]}"


def progress(reply: Reply) -> tuple[int, int]:
    (found,) = [block for block in reply.blocks if isinstance(block, Progress)]
    return found.done, found.total


def matches(reply: Reply) -> list[str]:
    return [row[0] for block in reply.blocks if isinstance(block, Table) for row in block.rows]


async def answered(say: Say, words: list[str]) -> Reply:
    reply = await say("take the quiz")
    for each in words:
        reply = await say(each)
    return reply


async def test_somebody_lost_is_met_kindly_and_offered_the_quiz(say: Say) -> None:
    reply = await say("I'm lost, I have no idea what to do with my life")

    assert reply.lead.startswith("Not knowing yet is a fair place to start from.")
    assert "Take the quiz (30 statements, about 4 minutes)" in titles(reply)

    first = await say("yes please")
    assert asked(first) == STATEMENTS[0]
    assert titles(first)[:5] == quiz().answers


async def test_no_to_the_quiz_is_no(say: Say) -> None:
    await say("help me choose a career")
    reply = await say("no thanks")

    assert not reply.lead.startswith("How would you like")


async def test_thirty_answers_in_words_give_scores_meaning_and_careers(say: Say, known: Catalogue) -> None:
    reply = await answered(say, HANDS_ON)

    assert reply.lead == "Your strongest interests are Realistic and Investigative."
    (chart,) = [block for block in reply.blocks if isinstance(block, BarChart)]
    assert {bar.label: bar.value for bar in chart.bars} == {
        "Realistic": 20, "Investigative": 15, "Enterprising": 10, "Conventional": 10, "Social": 5, "Artistic": 0,
    }  # fmt: skip
    assert listed_items(reply)[0] == "Realistic, 20 of 20: " + quiz().interest("realistic").means
    assert len(matches(reply)) == 8
    assert "Pearson's correlation" in reply.text()
    assert "Linking Client Assessment Profiles" in reply.text()
    assert reply.personal


async def test_buttons_answer_too_and_show_the_progress(say: Say) -> None:
    reply = await say("career quiz")
    for done in range(3):
        assert asked(reply) == STATEMENTS[done]
        assert progress(reply) == (done, 30)
        reply = await press(say, reply, "Like it")
    assert "Back" in titles(reply)
    assert asked(await press(say, reply, "Back")) == STATEMENTS[2]


@pytest.mark.parametrize(
    "answer", ["love it", "meh", "4", "4 out of 5", "nah", "lvoe it", "yes", "hate it, way too loud", "👎"]
)
async def test_an_answer_in_any_words_goes_on(say: Say, answer: str) -> None:
    await say("take the quiz")

    assert asked(await say(answer)) == STATEMENTS[1]


async def test_a_detour_is_answered_and_the_quiz_goes_on(say: Say) -> None:
    await answered(say, ["love it", "meh"])
    detour = await say("what does a surveyor do?")

    assert "surveyors" in detour.lead
    assert "Set up instruments" in detour.text()
    assert STATEMENTS[2][1:] in detour.text()
    assert titles(detour)[-1] == "Go on with the quiz"
    assert "$" in (await say("how much do they earn?")).lead

    reply = await say("go on with the quiz")
    assert asked(reply) == STATEMENTS[2]
    assert progress(reply) == (2, 30)


async def test_after_a_detour_an_answer_still_counts(say: Say) -> None:
    await answered(say, ["love it"])
    await say("what does a surveyor do?")

    assert asked(await say("hate it")) == STATEMENTS[2]


async def test_back_skip_and_a_correction(say: Say) -> None:
    await answered(say, ["love it", "hate it"])
    assert asked(await say("go back")) == STATEMENTS[1]
    assert asked(await say("skip this one")) == STATEMENTS[2]

    corrected = await say("wait, I meant like it")
    assert f"“{STATEMENTS[1]}”: like it" in corrected.text()
    assert asked(corrected) == STATEMENTS[2]


async def test_how_many_are_left(say: Say) -> None:
    await answered(say, ["love it", "hate it"])

    assert "28 are left" in (await say("how many are left?")).text()
    assert progress(await say("where was I?")) == (2, 30)


async def test_a_wrong_answer_is_explained_once_and_nobody_is_trapped(say: Say) -> None:
    await answered(say, ["love it"])
    first = await say("banana")
    assert "could not read that as an answer" in first.text()
    assert titles(first)[:5] == quiz().answers

    second = await say("banana")
    assert "could not read that as an answer" not in second.text()
    assert asked(await say("go on with the quiz")) == STATEMENTS[1]


async def test_stopping_early_keeps_what_was_answered(say: Say) -> None:
    await answered(say, ["love it", "hate it"])
    stopped = await say("stop")
    assert "too little to say anything" in stopped.lead

    assert "electricians" in (await say("what do electricians earn")).lead.casefold()
    assert progress(await say("continue the quiz")) == (2, 30)


async def test_stopping_half_way_says_what_is_known_so_far(say: Say) -> None:
    reply = await answered(say, [*HANDS_ON[:12], "that's enough"])

    assert reply.lead.startswith("Your strongest interests are Realistic")
    assert "12 of the 30 statements" in reply.text()
    assert progress(await press(say, reply, "Go on with the quiz")) == (12, 30)


async def let_a_day_pass(assistant: Assistant, conversation: str) -> None:
    """Age all that was said, so that the next message begins a new session."""
    store = assistant.agent.tracker_store
    tracker = await store.retrieve_full_tracker(conversation)
    for event in tracker.events:
        event.timestamp -= 24 * 60 * 60
    await store.save(tracker)


async def test_pause_and_a_later_session(assistant: Assistant) -> None:
    async def turn(text: str) -> Reply:
        (reply,) = await assistant.say(text, "quiz in two sessions")
        return reply

    await turn("take the quiz")
    await turn("love it")
    assert "The quiz waits at statement 2 of 30" in (await turn("let's take a break")).lead
    await let_a_day_pass(assistant, "quiz in two sessions")
    await turn("hello")
    tracker = await assistant.agent.tracker_store.retrieve_full_tracker("quiz in two sessions")
    assert sum(isinstance(event, SessionStarted) for event in tracker.events) == 2

    assert progress(await turn("where was I?")) == (1, 30)


async def test_the_same_answer_to_everything_concludes_nothing(say: Say) -> None:
    reply = await answered(say, ["like it"] * 30)

    assert "nothing stands out" in reply.lead
    assert matches(reply) == []


async def test_matches_by_the_preparation_wanted_and_more_of_them(say: Say) -> None:
    everything = await answered(say, HANDS_ON)
    medium = await press(say, everything, "Medium preparation")
    assert "medium preparation" in medium.lead

    more = await say("more")
    assert not set(matches(more)) & set(matches(medium))
    little = await say("only those with little preparation")
    assert "little or no preparation" in little.lead
    assert matches(await say("show my results"))[0] == matches(little)[0]


async def test_the_matches_can_be_pointed_at(say: Say) -> None:
    reply = await answered(say, HANDS_ON)
    second = matches(reply)[1]

    assert second.casefold() in (await say("how much does the second one earn?")).text().casefold()


async def test_a_restart_of_the_quiz_begins_at_the_first_statement(say: Say) -> None:
    await answered(say, ["love it", "hate it"])

    assert progress(await say("start the quiz over")) == (0, 30)


async def test_help_comes_first_in_the_quiz_too(say: Say) -> None:
    await answered(say, ["love it"])

    assert "988" in (await say("I hate it, I want to die")).lead
    assert progress(await say("go on with the quiz")) == (1, 30)
