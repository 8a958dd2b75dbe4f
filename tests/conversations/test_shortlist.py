"""The list of careers to keep, and the report, through the trained model."""

from __future__ import annotations

from tests_support import Say, assert_sourced, listed_items, press, titles

from careerbot.advice.reply import BarChart, Table
from careerbot.channels.printed import html_talk, markdown_talk
from careerbot.knowledge.catalogue import Catalogue


async def kept(say: Say) -> list[str]:
    reply = await say("show my list")
    return listed_items(reply) if reply.blocks else []


async def test_what_is_talked_about_is_saved_and_listed(say: Say) -> None:
    await say("what does an electrician do")
    saved = await say("save this one")

    assert saved.lead == "Saved: electrician. Your list has 1 career."
    assert saved.personal
    assert await kept(say) == ["Electricians"]


async def test_careers_are_saved_by_name_in_their_order(say: Say) -> None:
    await say("add nurses and surveyors to my list")
    await say("put plumber on my list")

    assert await kept(say) == ["Registered nurses", "Surveyors", "Plumbers"]


async def test_the_overview_offers_to_save(say: Say) -> None:
    overview = await say("tell me about plumbers")
    reply = await press(say, overview, "Save to my list")

    assert reply.lead.startswith("Saved: plumber.")


async def test_one_of_a_list_is_saved_by_its_place(say: Say, known: Catalogue) -> None:
    await say("which careers are like electricians?")
    reply = await say("save the second one")

    second = known.related(known.careers["electrician"])[1]
    assert reply.lead.startswith(f"Saved: {second.title.lower()}.")


async def test_what_is_on_the_list_already_is_not_saved_twice(say: Say) -> None:
    await say("add plumber to my list")
    reply = await say("add plumber to my list")

    assert reply.lead == "Plumber is on your list already."
    assert await kept(say) == ["Plumbers"]


async def test_a_career_that_nobody_knows_is_not_saved(say: Say) -> None:
    await say("what does an electrician do")
    reply = await say("add wizards to my list")

    assert reply.lead.startswith("I don't know a career called “wizards”")
    assert await kept(say) == []


async def test_nothing_to_save_is_asked_for(say: Say) -> None:
    assert (await say("save this")).lead.startswith("Which career shall I save?")


async def test_careers_are_taken_off_by_name_and_by_place(say: Say) -> None:
    await say("add nurses and surveyors to my list")
    await say("put plumber on my list")
    await say("show my list")

    assert (await say("remove the first one from my list")).lead.startswith("Taken off your list: registered nurse.")
    assert (await say("take plumber off my list")).lead.startswith("Taken off your list: plumber.")
    assert (await say("remove chef from my list")).lead.startswith("Chef is not on your list.")
    assert await kept(say) == ["Surveyors"]


async def test_two_careers_that_are_not_on_the_list_are_said_in_the_plural(say: Say) -> None:
    await say("add nurses to my list")

    assert (await say("remove electrician and plumber from my list")).lead.startswith(
        "Electrician and plumber are not on your list."
    )


async def test_clearing_is_asked_first(say: Say) -> None:
    await say("add nurses and surveyors to my list")
    assert (await say("clear my list")).lead == "Shall I take both careers off your list?"
    await say("no")
    assert len(await kept(say)) == 2

    await say("clear my list")
    assert (await say("yes")).lead == "Your list is empty now."
    assert await kept(say) == []


async def test_the_list_is_compared(say: Say) -> None:
    await say("add electricians and plumbers to my list")
    reply = await say("compare my list")

    text = reply.text()
    assert "$62,350" in text
    assert "plumber" in text.casefold()


async def test_one_career_is_too_few_to_compare(say: Say) -> None:
    await say("add electricians to my list")

    assert (await say("compare my list")).lead.startswith("I need two careers on your list")


async def test_the_report_holds_the_list_with_figures_way_in_and_sources(say: Say, known: Catalogue) -> None:
    await say("add electricians and tour managers to my list")
    reply = await say("print my report")

    assert reply.lead == "Your career report: 2 careers."
    assert reply.to_keep
    assert reply.personal
    assert "$62,350 a year" in reply.text()
    assert "stand in here" in reply.text()
    path = known.careers["electrician"].path
    assert path
    assert path.steps[0] in reply.text()
    assert_sourced(reply)


async def test_the_report_holds_the_quiz(say: Say) -> None:
    await say("take the quiz")
    for answer in ["love it", "like it", "hate it", "dislike it", "meh", "3"] * 2:
        await say(answer)
    reply = await say("send me all this")

    assert (
        reply.lead
        == "I cannot send anything, but this page can be printed or saved. Your career report: your quiz result."
    )
    assert any(isinstance(block, BarChart) for block in reply.blocks)
    assert any(isinstance(block, Table) for block in reply.blocks)
    assert "12 of the 30 statements" in reply.text()


async def test_the_report_prints_as_one_page_and_as_markdown(say: Say) -> None:
    await say("add electricians to my list")
    reply = await say("print my report")

    talk = [("print my report", [reply])]

    assert html_talk(talk).startswith("<!doctype html>")
    for page in (html_talk(talk), markdown_talk(talk)):
        assert "62,350 a year" in page
        assert "Occupational Employment and Wage Statistics" in page


async def test_without_a_list_the_report_is_about_the_career_in_focus(say: Say) -> None:
    await say("what do electricians earn")

    assert (await say("print my report")).lead == "Your career report: 1 career."


async def test_a_report_of_nothing_says_so(say: Say) -> None:
    reply = await say("print my report")

    assert reply.lead.startswith("There is nothing to put on a page yet.")
    assert "Take the quiz" in titles(reply)


async def test_restart_and_list_survive_each_other(say: Say) -> None:
    await say("add electricians to my list")
    await say("what do plumbers earn")

    assert (await kept(say)) == ["Electricians"]
