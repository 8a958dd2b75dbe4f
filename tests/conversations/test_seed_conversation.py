"""The conversation this project began with, through the trained model, its facts checked against the knowledge."""

from __future__ import annotations

from tests_support import Say, assert_sourced, listed_items

from careerbot.advice.reply import Facts, Listing
from careerbot.knowledge.catalogue import Catalogue

MPM = "music_production_manager"


async def test_what_does_a_music_production_manager_do_lists_the_seven_duties(say: Say, known: Catalogue) -> None:
    reply = await say("What does a music production manager do?")

    duties = known.careers[MPM].duties
    assert duties
    assert listed_items(reply) == duties.items
    assert len(duties.items) == 7
    assert "How to Become a Music Production Manager in the US (undated)" in reply.text()


async def test_follow_ups_stay_with_the_career_in_focus(say: Say) -> None:
    await say("What does a music production manager do?")

    degrees = await say("which degrees do I need?")
    assert "arts management, music production or music management" in degrees.lead
    assert "the business of music, copyright law and management" in degrees.text()

    skills = await say("what skills")
    assert len(listed_items(skills)) == 7
    assert "A good business sense" in listed_items(skills)


async def test_a_marketing_degree_is_answered_with_the_route_it_belongs_to(say: Say) -> None:
    await say("tell me about music production managers")
    reply = await say("can I get in with a marketing degree?")

    assert reply.lead.startswith("Yes, that is another way in")
    assert "business administration or marketing" in reply.lead
    for need in (
        "product management",
        "licensors of intellectual property",
        "marketing budgets",
        "market and sales develop",
    ):
        assert need in reply.text()


async def test_weekends_are_answered_with_the_hours_first(say: Say) -> None:
    await say("music production manager")
    reply = await say("do they work weekends?")

    assert "nine to five" in reply.lead
    assert "weekends" in reply.lead
    assert "travel" in reply.text()


async def test_growth_is_todays_projection_next_to_the_dated_one(say: Say) -> None:
    await say("music production manager")
    reply = await say("how is the job growing?")

    assert "producers and directors" in reply.lead
    assert "4.9%" in reply.lead
    assert "2024 to 2034" in reply.lead
    assert "only 3 percent from 2012 to 2022" in reply.text()
    assert "27-2012" in reply.text()


async def test_pay_is_the_stand_ins_and_says_so(say: Say) -> None:
    await say("music production manager")
    reply = await say("how much do they earn?")

    assert reply.lead.startswith("No official pay figure exists for music production managers themselves.")
    assert "$83,480 a year" in reply.lead
    assert "prints no salary" in reply.text()
    rows = {row.label: row for block in reply.blocks if isinstance(block, Facts) for row in block.rows}
    assert rows["Lowest tenth, up to"].value == "$43,060 a year"
    assert rows["Top tenth, from"].value == "$198,530 a year"
    assert {row.when for row in rows.values()} == {"May 2024"}
    assert {row.measured_for for row in rows.values()} == {"producers and directors"}


async def test_where_does_that_number_come_from_names_the_table_and_its_date(say: Say) -> None:
    await say("how much does a music production manager make")
    reply = await say("where does that number come from?")

    assert "Occupational Employment and Wage Statistics, May 2024" in reply.text()
    assert "27-2012" in reply.text()


async def test_a_bare_career_repeats_the_last_question_for_it(say: Say) -> None:
    await say("how much does a music production manager make")
    reply = await say("and an electrician?")

    assert "$62,350 a year" in reply.lead
    assert "electricians" in reply.lead


async def test_other_ways_on_after_getting_the_job(say: Say) -> None:
    await say("music production manager")
    reply = await say("how can they advance in their career?")

    assert "master's degree" in reply.text()
    assert "company of their own" in reply.text()


async def test_every_figure_has_a_source_in_the_same_reply(say: Say) -> None:
    for question in (
        "how much does a music production manager make",
        "what is the job outlook",
        "how long does it take to become one",
    ):
        reply = await say(question)
        assert_sourced(reply)


async def test_lists_are_lists_and_no_text_has_a_blank_line(say: Say) -> None:
    reply = await say("What does a music production manager do?")

    assert any(isinstance(block, Listing) for block in reply.blocks)
    assert "\n\n" not in reply.text()
