"""Conversations of comparing careers, through the trained model: one more, one less, another aspect, detours and mistakes."""

from __future__ import annotations

from tests_support import Say, press, titles

from careerbot.advice.reply import Notice, Reply, Sources, Table


def _columns(reply: Reply) -> list[str]:
    return next(block.columns[1:] for block in reply.blocks if isinstance(block, Table))


async def test_which_pays_more_is_answered_first_with_dollars_and_percent(say: Say) -> None:
    reply = await say("which pays more, an electrician or a plumber?")
    assert reply.lead == (
        "Plumbers earn more: a median of $62,970 a year against $62,350 a year for electricians, "
        "a difference of $620, or 1% (May 2024)."
    )


async def test_a_comparison_goes_on(say: Say) -> None:
    await say("which pays more, an electrician or a plumber?")
    assert "welders ($51,000 a year)" in (await say("add welders")).lead
    assert (await say("and the hours?")).lead.startswith("No table I have counts the hours.")
    assert (await say("which of them grows faster")).lead.startswith("Electricians are projected to grow the fastest")
    assert "plumber" not in (await say("drop the plumber")).text().casefold()
    assert (await say("which would you pick?")).lead.startswith("I don't pick for you")
    assert _columns(await say("all of it")) == ["Electrician", "Welder"]


async def test_the_aspects_are_offered_as_buttons(say: Say) -> None:
    reply = await press(say, await say("electrician vs plumber"), "Job growth")
    assert reply.lead.startswith("Electricians are projected to grow faster: by 9.5% against 4.5% for plumbers")


async def test_without_an_aspect_everything_is_compared(say: Say) -> None:
    assert _columns(await say("nurse or physician assistant?")) == ["Registered nurse", "Physician assistant"]


async def test_than_a_plumber_means_the_career_in_focus_and_the_topic_at_hand(say: Say) -> None:
    await say("what does an electrician earn")
    reply = await say("is that better than a plumber?")
    assert reply.lead.startswith("Plumbers earn more: a median of $62,970 a year against $62,350")


async def test_the_winner_is_the_career_to_go_on_about(say: Say) -> None:
    await say("which pays more, an electrician or a plumber?")
    reply = await say("how do I become one?")
    assert reply.lead == "How people become plumbers:"


async def test_a_question_of_another_career_is_answered_and_the_comparison_waits(say: Say) -> None:
    await say("compare an electrician and a plumber")
    assert "$72,740 a year" in (await say("what does a surveyor earn?")).lead
    assert "surveyors" in (await say("and how long does it take?")).text()
    assert (await say("which of the two grows faster")).lead.startswith("Electricians are projected to grow faster")


async def test_a_topic_without_a_career_is_about_all_of_them(say: Say) -> None:
    await say("electrician vs plumber")
    reply = await say("what do they do all day")
    assert reply.lead.startswith("Duties, side by side.")


async def test_one_word_names_an_aspect(say: Say) -> None:
    await say("electrician vs plumber")
    assert (await say("hours")).lead.startswith("No table I have counts the hours.")
    assert (await say("and the growth?")).lead.startswith("Electricians are projected to grow faster")
    assert _columns(await say("all")) == ["Electrician", "Plumber"]


async def test_a_correction_swaps_one_for_another(say: Say) -> None:
    await say("who earns more, an electrician or a plumber?")
    reply = await say("no, I meant a welder instead of the plumber")
    assert reply.lead.startswith(
        "Electricians earn more: a median of $62,350 a year against $51,000 a year for welders"
    )


async def test_what_is_no_career_is_said_to_be_none_and_the_next_answer_completes_the_pair(say: Say) -> None:
    reply = await say("electrician or wizard, which pays more?")
    assert "I don't know a career called “wizard”" in reply.lead
    assert "Plumber" in titles(reply)
    assert (await say("plumber")).lead.startswith("Plumbers earn more")


async def test_one_career_alone_is_asked_for_another(say: Say) -> None:
    assert (await say("compare")).lead.startswith("Which careers shall I compare?")
    reply = await say("plumber")
    assert reply.lead == "Which career shall I compare with plumbers?"
    assert _columns(await say("electrician")) == ["Plumber", "Electrician"]


async def test_to_drop_one_of_two_asks_for_another(say: Say) -> None:
    await say("electrician vs plumber")
    assert (await say("drop the plumber")).lead == "Which career shall I compare with electricians?"


async def test_of_six_four_are_compared_and_that_is_said(say: Say) -> None:
    reply = await say("compare nurse, electrician, plumber, welder, lawyer and accountant on pay")
    assert any("up to 4 careers" in block.text for block in reply.blocks if isinstance(block, Notice))
    assert "lawyers" not in reply.text()


async def test_careers_of_a_list_are_compared_by_their_place(say: Say) -> None:
    await say("what careers are like plumber?")
    reply = await say("compare the first two")
    assert _columns(reply) == ["HVAC technician", "Electrician"]


async def test_what_is_not_measured_is_said(say: Say) -> None:
    reply = await say("cop or firefighter, which one is less stressful?")
    assert reply.lead.startswith("My sources do not measure stress.")


async def test_where_a_comparison_comes_from_is_told(say: Say) -> None:
    await say("which pays more, an electrician or a plumber?")
    reply = await say("where does that come from?")
    (sources,) = (block for block in reply.blocks if isinstance(block, Sources))
    assert "Occupational Employment and Wage Statistics" in sources.items[0].label


async def test_help_comes_first_in_the_middle_of_a_comparison(say: Say) -> None:
    await say("cop or firefighter")
    assert "988" in (await say("I want to kill myself")).lead
