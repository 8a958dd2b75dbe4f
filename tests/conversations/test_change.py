"""Conversations of changing career, through the trained model."""

from __future__ import annotations

from tests_support import Say, press, titles

from careerbot.advice.reply import Table


async def test_both_ends_in_one_sentence(say: Say) -> None:
    reply = await say("I'm a cashier and want to become a registered nurse")
    assert reply.lead.startswith("From cashiers to registered nurses:")
    assert any(isinstance(block, Table) for block in reply.blocks)
    assert "Still to get" in reply.text()


async def test_the_goal_is_the_career_to_go_on_about(say: Say) -> None:
    await say("from carpenter to construction manager")
    assert "construction manager" in (await say("how long does that take?")).text()
    assert (await say("what would I be missing?")).lead.startswith("From carpenters to construction managers:")


async def test_a_correction_names_another_start(say: Say) -> None:
    await say("how do I get from carpenter to construction manager?")
    reply = await say("no, I meant from electrician to construction manager")
    assert reply.lead.startswith("From electricians to construction managers:")


async def test_without_a_goal_near_and_better_careers_are_listed_and_can_be_gone_on_with(say: Say) -> None:
    reply = await say("I'm a truck driver, what else could I do?")
    assert reply.lead.startswith(
        "These take skills like those of truck drivers and pay more or are projected to grow faster"
    )
    step = await say(reply.suggestions[0].payload)
    assert step.lead.startswith("From truck drivers to ")


async def test_another_goal_keeps_the_start(say: Say) -> None:
    await say("I'm a truck driver, what else could I do?")
    assert (await say("what about an electrician?")).lead.startswith("From truck drivers to electricians:")


async def test_start_and_goal_are_compared_on_request(say: Say) -> None:
    reply = await say("from carpenter to construction manager")
    compared = await press(say, reply, "Everything side by side")
    table = next(block for block in compared.blocks if isinstance(block, Table))
    assert table.columns[1:] == ["Carpenter", "Construction manager"]


async def test_a_kind_of_career_is_asked_back(say: Say) -> None:
    reply = await say("I'm an electrician and I want to become a teacher")
    assert "teacher" in reply.lead
    if "I don't know" in reply.lead:
        assert any("high school teachers" in title.casefold() for title in titles(reply))


async def test_where_a_change_comes_from_is_told(say: Say) -> None:
    await say("from carpenter to construction manager")
    assert "O*NET 29.3 Database" in (await say("where is that from?")).text()
