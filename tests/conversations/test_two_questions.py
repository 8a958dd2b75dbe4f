"""Two questions in one message: both answered, in one reply, in the order asked."""

from __future__ import annotations

from tests_support import Say

from actions.base import CareerAction
from careerbot.advice.reply import Reply, Sources
from careerbot.conversation.in_process import InProcessActions
from careerbot.understanding.several_questions import ASKABLE


def cited(reply: Reply) -> list[str]:
    return [citation.id for block in reply.blocks if isinstance(block, Sources) for citation in block.items]


async def test_both_are_answered_in_the_order_asked(say: Say) -> None:
    reply = await say("What does an electrician earn, and how long does it take to become one?")
    text = reply.text()

    assert "earn" in reply.lead
    assert text.index("$") < text.index("apprentice")
    assert "figures/pay" in cited(reply)
    assert len(cited(reply)) == len(set(cited(reply))), "each source stands once"


async def test_what_was_just_answered_is_not_suggested(say: Say) -> None:
    reply = await say("arborist salary, and what training do they need?")

    assert reply.suggestions
    assert not {"Pay", "Education"} & {each.title for each in reply.suggestions}


async def test_a_clause_that_only_tells_is_not_answered(say: Say) -> None:
    reply = await say("Two friends of mine who are teachers have quit already. What does a baker earn?")

    assert "akers" in reply.lead
    assert "eacher" not in reply.text()


async def test_a_follow_up_with_two_questions_is_about_the_career_in_focus(say: Say) -> None:
    await say("What does a surveyor do?")
    text = (await say("what does it pay and is it growing")).text()

    assert "urveyors" in text
    assert "median" in text.casefold()
    assert "2024" in text and "2034" in text


async def test_the_conversation_goes_on_from_the_second_answer(say: Say) -> None:
    await say("What skills does a paralegal need? And what do they earn?")
    reply = await say("what about librarians?")

    assert "ibrarians" in reply.lead
    assert "$" in reply.lead


async def test_help_comes_first_beside_any_question(say: Say) -> None:
    reply = await say("What does a nurse earn? And I don't want to live anymore.")

    assert "988" in reply.text()
    assert "$" not in reply.text()


def test_what_may_be_asked_beside_another_question_is_what_has_an_answer() -> None:
    InProcessActions()  # loads every action, as a served assistant does

    assert set(CareerAction._answering) == ASKABLE
