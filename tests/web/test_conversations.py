"""Conversations in a real browser with the real assistant."""

from __future__ import annotations

import asyncio
import json
import re

import pytest
from browsing import Chat, NewChat
from playwright.async_api import Route, expect
from serving import Person, WebServer
from test_drawing import answer_with

from careerbot.advice.reply import Reply, Suggestion


async def test_the_seed_conversation(chat: Chat) -> None:
    duties = await chat.say("What does a music production manager do?")
    await expect(duties.locator("li").first).to_have_text(
        "Look after the relationship between artists and their record labels"
    )
    assert await duties.locator(".card > ul > li").count() == 7
    await expect(await chat.say("which degrees do I need?")).to_contain_text("arts management")
    await expect(await chat.say("can I get in with a marketing degree?")).to_contain_text("another way in")
    await expect(await chat.say("what skills")).to_contain_text("A good business sense")
    await expect(await chat.say("do they work weekends?")).to_contain_text("weekends")
    await expect(await chat.say("how is the job growing?")).to_contain_text("4.9%")
    pay = await chat.say("how much do they earn?")
    await expect(pay.locator(".lead")).to_contain_text("$83,480")
    await expect(pay.get_by_role("note")).to_contain_text("producers and directors")
    await expect(pay.get_by_role("img")).to_have_attribute("aria-label", re.compile("Median: \\$83,480"))


async def test_a_fact_says_for_whom_when_and_by_whom_it_was_measured(chat: Chat) -> None:
    pay = await chat.say("how much do electricians earn?")

    await expect(pay.locator("dl > div").filter(has_text="Median")).to_have_text("Median$62,350 a year")
    await expect(pay.locator(".origin")).to_have_text(
        "electricians · May 2024 · U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics"
    )
    await pay.get_by_text("Sources").click()
    await expect(pay.get_by_role("link").first).to_have_attribute("href", "https://www.bls.gov/oes/tables.htm")


async def test_a_suggestion_is_pressed_once_and_shows_as_what_it_said(chat: Chat) -> None:
    await chat.say("tell me about electricians")
    await chat.press("Pay")

    assert await chat.said() == ["tell me about electricians", "Pay"]
    assert "$62,350" in (await chat.leads())[-1]
    await expect(chat.log.get_by_role("group", name="Suggested questions")).to_have_count(1)


async def test_the_first_examples_can_be_pressed(chat: Chat) -> None:
    await chat.press("How much do electricians earn?")

    assert await chat.said() == ["How much do electricians earn?"]


async def test_after_a_reload_the_conversation_goes_on(chat: Chat) -> None:
    await chat.say("tell me about electricians")
    await chat.press("Pay")
    before = await chat.leads()
    await chat.page.reload()
    await expect(chat.answers).to_have_count(2)

    assert await chat.leads() == before
    assert await chat.said() == ["tell me about electricians", "Pay"]
    await expect(await chat.press("Job outlook")).to_contain_text("9.5%")
    await expect(await chat.say("and a dentist?")).to_contain_text("dentists")


async def test_nothing_is_lost_or_doubled_when_the_server_goes_away(chat: Chat, web: WebServer) -> None:
    await chat.say("how much do electricians earn?")
    web.stop()
    try:
        await chat.field.fill("and a registered nurse?")
        await chat.field.press("Enter")
        await expect(chat.trouble).to_contain_text("cannot be reached", timeout=15_000)
        await expect(chat.widget.get_by_role("button", name="Send again")).to_be_visible()
        assert "and a registered nurse?" in await chat.kept()
    finally:
        web.start()
    await expect(chat.answers).to_have_count(2, timeout=60_000)  # sent again by itself
    await expect(chat.trouble).to_be_hidden()

    assert "$93,600" in (await chat.leads())[1]
    assert json.loads(json.loads(await chat.kept())[f"careerbot {web.address}/chat/"])["outbox"] == []
    await chat.page.reload()
    await expect(chat.answers).to_have_count(2)
    assert await chat.said() == ["how much do electricians earn?", "and a registered nurse?"]


async def test_an_answer_that_got_lost_on_the_way_is_fetched_without_another_turn(chat: Chat) -> None:
    await chat.say("how much do electricians earn?")
    lost = False

    async def lose_the_first(route) -> None:  # noqa: ANN001
        nonlocal lost
        if route.request.method == "POST" and not lost:
            lost = True
            await route.fetch()  # it reaches the server
            await route.abort()
        else:
            await route.continue_()

    await chat.page.route("**/chat/conversation", lose_the_first)
    await expect(await chat.say("and a registered nurse?")).to_contain_text("$93,600")
    await chat.page.reload()
    await expect(chat.answers).to_have_count(2)
    assert await chat.said() == ["how much do electricians earn?", "and a registered nurse?"]


async def test_a_message_left_unsent_by_a_closed_page_is_sent_when_it_opens_again(chat: Chat) -> None:
    await chat.say("how much do electricians earn?")
    await chat.page.route("**/chat/conversation", lambda route: route.abort())
    await chat.field.fill("and a registered nurse?")
    await chat.field.press("Enter")
    await expect(chat.trouble).to_contain_text("cannot be reached")
    await chat.page.unroute("**/chat/conversation")
    await chat.page.reload()

    await expect(chat.answers).to_have_count(2)
    assert "$93,600" in (await chat.leads())[1]


async def test_offline_is_said_and_what_is_sent_goes_out_afterwards(chat: Chat) -> None:
    await chat.say("how much do electricians earn?")
    await chat.page.context.set_offline(True)
    await expect(chat.trouble).to_contain_text("You are offline")
    await chat.field.fill("and a registered nurse?")
    await chat.field.press("Enter")
    await expect(chat.trouble).to_contain_text("You are offline")
    await chat.page.context.set_offline(False)

    await expect(chat.answers).to_have_count(2, timeout=15_000)
    await expect(chat.trouble).to_be_hidden()


async def test_two_tabs_are_one_conversation(chat: Chat, new_chat: NewChat) -> None:
    await chat.say("how much do electricians earn?")
    second = await new_chat(tab_of=chat)
    await expect(second.answers).to_have_count(1)
    await expect(await second.say("and a registered nurse?")).to_contain_text("$93,600")

    await expect(chat.answers).to_have_count(2)
    await expect(await chat.say("and a dentist?")).to_contain_text("$172,790")
    await expect(second.answers).to_have_count(3)
    assert await chat.said() == await second.said()


async def test_another_person_sees_none_of_it(chat: Chat, new_chat: NewChat) -> None:
    await chat.say("how much do electricians earn?")
    other = await new_chat()

    await expect(other.answers).to_have_count(0)
    await expect(await other.say("and how much do they earn?")).to_contain_text("Which career")


async def test_a_forged_token_opens_nothing_and_a_new_conversation_starts(chat: Chat, web: WebServer) -> None:
    victim = Person(web)
    victim.say("how much do electricians earn?")
    forged = victim.token[:-4] + "AAAA"
    key = f"careerbot {web.address}/chat/"
    await chat.page.evaluate("([key, token]) => localStorage.setItem(key, JSON.stringify({ token }))", [key, forged])
    await chat.page.reload()

    await expect(chat.trouble).to_contain_text("not known here")
    await expect(chat.answers).to_have_count(0)
    await expect(await chat.say("and how much do they earn?")).to_contain_text("Which career")
    assert len(victim.history()) == 2


async def test_delete_my_data_asks_first_and_deletes_here_and_there(chat: Chat) -> None:
    await chat.say("how much do electricians earn?")
    await chat.menu("Delete my data")
    await chat.widget.get_by_role("button", name="Keep it").click()
    await expect(chat.answers).to_have_count(1)
    token = json.loads(next(iter(json.loads(await chat.kept()).values())))["token"]
    await chat.menu("Delete my data")
    await chat.widget.get_by_role("button", name="Delete", exact=True).click()

    await expect(chat.answers).to_have_count(0)
    await expect(chat.widget.get_by_role("status")).to_contain_text("Your data is deleted")
    await expect(chat.field).to_be_focused()
    assert await chat.kept() == "{}"
    history = await chat.page.evaluate(
        "token => fetch('conversation', {headers: {Authorization: 'Bearer ' + token}}).then(each => each.json())", token
    )
    assert history == {"messages": []}


async def test_asking_in_words_clears_the_screen_too(chat: Chat) -> None:
    await chat.say("how much do electricians earn?")
    await chat.field.fill("please delete all my data")
    await chat.field.press("Enter")

    await expect(chat.log).to_contain_text("I erased this whole conversation")
    await expect(chat.log).not_to_contain_text("electricians")


async def test_a_new_conversation_starts_from_nothing(chat: Chat) -> None:
    await chat.say("how much do electricians earn?")
    await chat.menu("New conversation")

    await expect(chat.log).to_contain_text("We start over")
    await expect(chat.answers).to_have_count(1)
    await expect(await chat.say("and how much do they earn?")).to_contain_text("Which career")
    await chat.page.reload()
    await expect(chat.answers).to_have_count(2)


async def test_what_was_not_sent_stays_behind_when_a_new_conversation_begins(chat: Chat) -> None:
    await chat.say("how much do electricians earn?")
    await chat.page.route("**/chat/conversation", lambda route: route.abort())
    await chat.field.fill("and a registered nurse?")
    await chat.field.press("Enter")
    await expect(chat.trouble).to_contain_text("cannot be reached")
    await chat.menu("New conversation")
    await expect(chat.log).to_contain_text("We start over")
    await expect(chat.trouble).to_be_hidden()
    assert "registered nurse" not in await chat.kept()

    await chat.page.unroute("**/chat/conversation")
    await chat.say("how much do dentists earn?")
    await chat.page.reload()
    await expect(chat.answers).to_have_count(2)
    assert await chat.said() == ["how much do dentists earn?"]


async def test_where_no_new_conversation_could_begin_what_was_not_sent_is_sent(chat: Chat) -> None:
    await chat.say("how much do electricians earn?")
    for path in ("conversation", "restart"):
        await chat.page.route(f"**/chat/{path}", lambda route: route.abort())
    await chat.field.fill("and a registered nurse?")
    await chat.field.press("Enter")
    await expect(chat.trouble).to_contain_text("cannot be reached")
    await chat.menu("New conversation")
    await chat.page.unroute_all()

    await expect(chat.answers).to_have_count(2, timeout=30_000)
    assert "$93,600" in (await chat.leads())[1]


@pytest.mark.parametrize(
    ("item", "sure", "then"),
    [("New conversation", None, "We start over"), ("Delete my data", "Delete", "Hello! I answer")],
    ids=["new", "delete"],
)
async def test_no_answer_comes_from_before_a_new_conversation_or_a_deletion(
    chat: Chat, item: str, sure: str | None, then: str
) -> None:
    await chat.say("how much do electricians earn?")
    go_on = asyncio.Event()

    async def slowly(route: Route) -> None:
        if route.request.method == "POST":
            await go_on.wait()
        await route.continue_()

    await chat.page.route("**/chat/conversation", slowly)
    await chat.field.fill("and a beekeeper?")
    async with chat.page.expect_request("**/chat/conversation"):
        await chat.field.press("Enter")
    await chat.menu(item)
    if sure:
        await chat.widget.get_by_role("button", name=sure, exact=True).click()
    async with chat.page.expect_response(lambda each: each.request.method == "POST" and "conversation" in each.url):
        go_on.set()
    await expect(chat.log).to_contain_text(then)
    await expect(chat.questions).to_have_count(0)

    await chat.page.wait_for_timeout(500)
    assert "beekeeper" not in await chat.log.inner_text()
    assert ("token" in await chat.kept()) is (sure is None)


async def test_a_new_conversation_begins_in_all_windows(chat: Chat, new_chat: NewChat) -> None:
    await chat.say("how much do electricians earn?")
    second = await new_chat(tab_of=chat)
    await expect(second.answers).to_have_count(1)
    await chat.menu("New conversation")

    await expect(second.log).to_contain_text("We start over")
    await expect(second.questions).to_have_count(0)


async def test_what_is_refused_is_said_and_given_back(chat: Chat) -> None:
    await chat.field.fill("why " * 300)
    await chat.field.press("Enter")

    await expect(chat.trouble).to_contain_text("I read up to 1,000 characters")
    await expect(chat.field).to_have_value(("why " * 300).strip())
    await expect(chat.questions).to_have_count(0)
    await expect(await chat.say("how much do electricians earn?")).to_contain_text("$62,350")
    await expect(chat.trouble).to_be_hidden()


async def test_somebody_too_fast_is_told_so_and_answered_as_soon_as_may_be(chat: Chat) -> None:
    await chat.say("how much do electricians earn?")
    hurry = """() => {
        const { token } = JSON.parse(Object.values(localStorage)[0]);
        const once = () => fetch("conversation", { method: "POST", headers: { Authorization: `Bearer ${token}` }, body: "{}" });
        return Promise.all(Array.from({ length: 60 }, once)).then(() => null);
    }"""
    await chat.page.evaluate(hurry)
    await chat.field.fill("and a dentist?")
    await chat.field.press("Enter")

    await expect(chat.trouble).to_contain_text("That was very fast")
    await expect(chat.answers).to_have_count(2, timeout=30_000)
    await expect(chat.trouble).to_be_hidden()


async def test_an_answer_is_copied_as_text(new_chat: NewChat) -> None:
    chat = await new_chat(permissions=["clipboard-read", "clipboard-write"])
    answer = await chat.say("how much do electricians earn?")
    await answer.get_by_role("button", name="Copy").click()

    await expect(chat.widget.get_by_role("status")).to_contain_text("Copied")
    copied = await chat.page.evaluate("navigator.clipboard.readText()")
    assert "- Median: $62,350 a year" in copied
    assert "Sources: U.S. Bureau of Labor Statistics" in copied


async def test_a_comparison_is_a_table_with_the_careers_side_by_side(chat: Chat) -> None:
    answer = await chat.say("compare electricians, plumbers and registered nurses")

    table = answer.get_by_role("table")
    await expect(table.get_by_role("columnheader")).to_have_text(["Electrician", "Plumber", "Registered nurse"])
    pay = table.get_by_role("row").filter(has=chat.page.get_by_role("rowheader", name=re.compile("^Median pay")))
    await expect(pay.get_by_role("cell")).to_have_text(
        [re.compile(amount) for amount in (r"62,350", r"62,970", r"93,600")]
    )
    await expect(await chat.press("Job growth")).to_contain_text("9.5%")  # it goes on about the three


async def test_the_quiz_from_start_to_bar_chart(chat: Chat) -> None:
    await chat.press("Help me choose a career")
    statement = await chat.press(await chat.log.get_by_role("button", name=re.compile("Take the quiz")).inner_text())
    first = await statement.locator(".lead").inner_text()
    progress = chat.answers.last.get_by_role("progressbar")
    await expect(progress).to_have_accessible_name("0 of 30 statements done")
    await expect(chat.log.locator(".scale").get_by_role("button")).to_have_text(
        ["Hate it", "Dislike it", "Not sure", "Like it", "Love it"]
    )
    await chat.press("Like it")
    await expect(progress).to_have_attribute("value", "1")
    await expect((await chat.press("Back")).locator(".lead")).to_have_text(first)
    await expect(progress).to_have_attribute("value", "0")
    await chat.press("Love it")
    await expect(await chat.say("pause")).to_contain_text("waits at statement 2 of 30")
    await expect(await chat.say("how much do electricians earn?")).to_contain_text("$62,350")
    await chat.page.reload()
    await expect(chat.answers.last).to_contain_text("$62,350")
    await chat.say("go on with the quiz")
    for done in range(1, 30):
        await expect(progress).to_have_attribute("value", str(done))
        await chat.press("Love it" if done % 6 == 0 else "Dislike it")

    chart = chat.answers.last.get_by_role("img")
    await expect(chart).to_have_attribute("aria-label", re.compile(r"^Your interests\. Realistic: 20; "))
    await expect(chart.locator(".bar")).to_have_count(6)
    await expect(chat.answers.last.get_by_role("table", name="Careers that fit")).to_be_visible()


async def test_many_suggestions_are_folded_and_the_rest_comes_at_a_press(chat: Chat) -> None:
    """As the quiz's result has: a phone would be full of them."""
    suggestions = [Suggestion(f"Suggestion {number}", "/greet") for number in range(9)]
    await answer_with(chat.page, Reply("Choose.", suggestions=suggestions))
    await chat.say("everything")
    group = chat.log.get_by_role("group", name="Suggested questions").get_by_role("button")
    await expect(group).to_have_count(5)
    await group.filter(has_text="5 more").press("Enter")

    await expect(group).to_have_text([each.title for each in suggestions])
    await expect(group.nth(4)).to_be_focused()
