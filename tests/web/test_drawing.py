"""Every kind of block, drawn by the widget from the documents of careerbot.advice.reply. Attacks included."""

from __future__ import annotations

from typing import Any

import pytest
from browsing import Chat, NewChat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.async_api import Page, Route, expect

from careerbot.advice.reply import (
    Bar,
    BarChart,
    Citation,
    Fact,
    Facts,
    Listing,
    Notice,
    Progress,
    Reply,
    Sources,
    Suggestion,
    Table,
    Text,
)
from careerbot.channels.widget_files import WidgetFiles

BLS = Citation(
    "bls", "U.S. Bureau of Labor Statistics, Pay", "May 2024", "https://www.bls.gov/oes/tables.htm", "public domain"
)
ARTICLE = Citation("article", "An article", "", None)
EVERYTHING = Reply(
    "A lead sentence.",
    [
        Text("A paragraph with https://www.onetonline.org/find in it."),
        Listing(["first step", "second step"], "Steps", ordered=True),
        Facts(
            [Fact("Median", "$62,350 a year", "bls", "May 2024", "electricians"), Fact("Hours", "40", "article")], "Pay"
        ),
        Table(
            ["Career", "Median pay", "Growth", "Openings", "Education"],
            [
                ["Electrician", "$62,350", "9.5%", "81,000", "High school diploma"],
                ["Plumber", "$62,970", "4.5%", "44,000", "High school diploma"],
            ],
            "Side by side",
        ),
        BarChart(
            "Change", "percent", [Bar("Electrician", 9.5, "9.5%"), Bar("Typist", -38.2, "-38.2%")], "bls", "2024–34"
        ),
        Notice("For your information."),
        Notice("Be careful.", "caution"),
        Notice("Help is here.", "help"),
        Progress(7, 30, "statements answered"),
        Sources([BLS, ARTICLE]),
    ],
    [Suggestion("Pay", "/ask_salary")],
    to_keep=True,
)
ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg onload=alert(1)>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    'https://example.org/"onmouseover=alert(1)',
    "{{constructor.constructor('alert(1)')()}}",
    "‮\u0000￾ \ud7ff",
]


DRAWN = {
    "p",
    "a",
    "ul",
    "ol",
    "li",
    "h3",
    "dl",
    "div",
    "dt",
    "dd",
    "small",
    "figure",
    "figcaption",
    "svg",
    "text",
    "rect",
    "progress",
    "label",
    "details",
    "summary",
}
DRAWN |= {"table", "caption", "thead", "tbody", "tr", "th", "td"}


async def answer_with(page: Page, *replies: Reply) -> None:
    """The network hands the widget these documents, whatever is asked."""
    documents = [reply.document() for reply in replies]

    async def hand_out(route: Route) -> None:
        if route.request.method == "POST":
            body = {"id": "", "replies": documents, "forgotten": False}
            await route.fulfill(json=body)
        else:
            await route.continue_()

    await page.route("**/chat/conversation", hand_out)


async def drawn(page: Page, document: dict[str, Any]) -> dict[str, Any]:
    """What `draw` makes of a document: its text, the elements and the addresses in it; and the document as plain text."""
    script = """async ([version, document]) => {
        const { draw } = await import(`/chat/${version}/blocks.js`);
        const { plain } = await import(`/chat/${version}/plain.js`);
        const card = draw(document);
        const all = [...card.querySelectorAll("*")];
        return {
            text: card.textContent,
            tags: all.map((each) => each.localName),
            attributes: all.flatMap((each) => each.getAttributeNames()),
            addresses: all.flatMap((each) => ["href", "src"].map((name) => each.getAttribute(name)).filter(Boolean)),
            plain: plain(document),
        };
    }"""
    return dict(await page.evaluate(script, [WidgetFiles().version, document]))


async def test_every_block_is_drawn_as_what_it_is(chat: Chat) -> None:
    await answer_with(chat.page, EVERYTHING)
    answer = await chat.say("everything")

    await expect(answer.locator("ol > li")).to_have_text(["first step", "second step"])
    await expect(answer.get_by_role("link", name="onetonline")).to_have_attribute(
        "href", "https://www.onetonline.org/find"
    )
    await expect(answer.locator("dl > div")).to_have_text(
        ["Median$62,350 a yearelectricians · May 2024 · U.S. Bureau of Labor Statistics, Pay", "Hours40An article"]
    )
    await expect(answer.get_by_role("columnheader")).to_have_text(
        ["Career", "Median pay", "Growth", "Openings", "Education"]
    )
    await expect(answer.get_by_role("rowheader")).to_have_text(["Electrician", "Plumber"])
    await expect(answer.get_by_role("table", name="Side by side")).to_be_visible()
    await expect(answer.get_by_role("img")).to_have_attribute(
        "aria-label", "Change. Electrician: 9.5%; Typist: -38.2%."
    )
    await expect(answer.get_by_role("note")).to_have_text(["For your information.", "Be careful.", "Help is here."])
    await expect(answer.get_by_role("progressbar", name="7 of 30 statements answered")).to_have_attribute("value", "7")
    await answer.get_by_text("Sources (2)").click()
    source = answer.get_by_role("link", name="U.S. Bureau of Labor Statistics, Pay, May 2024")
    await expect(source).to_have_attribute("rel", "noopener noreferrer")
    await expect(answer.locator("details li").nth(1)).to_have_text("An article, undated")


async def test_a_source_of_several_tables_is_listed_once(chat: Chat) -> None:
    again = Citation("bls_too", BLS.label, BLS.when, BLS.url, BLS.licence)
    await answer_with(chat.page, Reply("A lead sentence.", [Sources([BLS, again, ARTICLE])]))
    answer = await chat.say("everything")

    await expect(answer.locator("summary")).to_have_text("Sources (2)")
    await expect(answer.locator("details li")).to_have_count(2)


async def test_a_bar_is_as_full_as_its_value_is_of_the_most(chat: Chat) -> None:
    chart = BarChart("Interests", "points of 20", [Bar("Social", 15, "15")], "bls", most=20)
    await answer_with(chat.page, Reply("A lead sentence.", [chart]))
    answer = await chat.say("everything")
    bar, track = await answer.locator(".bar").bounding_box(), await answer.locator(".track").bounding_box()

    assert bar
    assert track
    assert bar["width"] / track["width"] == pytest.approx(0.75, abs=0.01)


async def test_bars_below_zero_end_where_those_above_begin(chat: Chat) -> None:
    await answer_with(chat.page, EVERYTHING)
    bars = (await chat.say("everything")).locator(".bar")
    up, down = await bars.nth(0).bounding_box(), await bars.nth(1).bounding_box()

    assert up
    assert down
    assert down["x"] + down["width"] == pytest.approx(up["x"], abs=1)
    assert down["width"] / up["width"] == pytest.approx(38.2 / 9.5, rel=0.05)


async def test_a_wide_table_scrolls_in_its_frame_and_not_the_page(new_chat: NewChat) -> None:
    chat = await new_chat(viewport={"width": 360, "height": 700})
    await answer_with(chat.page, EVERYTHING)
    frame = (await chat.say("everything")).get_by_role("group", name="Side by side")
    await frame.focus()
    await chat.page.keyboard.press("ArrowRight")

    await chat.page.wait_for_function("frame => frame.scrollLeft > 0", arg=await frame.element_handle())
    assert await chat.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert await chat.log.evaluate("log => log.scrollWidth - log.clientWidth") == 0


async def test_a_table_without_a_title_is_called_after_what_it_is_about(chat: Chat) -> None:
    compared = Table(["", "Electrician", "Plumber"], [["Median pay", "$62,350", "$62,970"]])
    found = Table(["Career", "Median pay"], [["Electricians", "$62,350"], ["Plumbers", "$62,970"]])
    await answer_with(chat.page, Reply("A lead sentence.", [compared, found]))
    answer = await chat.say("everything")

    await expect(answer.get_by_role("group", name="Electrician, Plumber", exact=True)).to_have_count(1)
    await expect(answer.get_by_role("group", name="Career: Electricians, Plumbers", exact=True)).to_have_count(1)


@pytest.mark.parametrize("width", [360, 1100])
async def test_with_more_room_between_letters_no_name_of_a_table_runs_into_the_next(
    new_chat: NewChat, width: int
) -> None:
    """As WCAG 1.4.12 has it, set by a reader's own style sheet."""
    chat = await new_chat(viewport={"width": width, "height": 700})
    names = [
        "Telecommunications specialist",
        "Anesthesiologist",
        "Otolaryngologist",
        "Electroneurodiagnostic technologist",
    ]
    table = Table(["", *names], [["Certification", *names]])
    await answer_with(chat.page, Reply("A lead sentence.", [table]))
    answer = await chat.say("everything")
    await chat.widget.evaluate("""host => {
        const own = new CSSStyleSheet();
        own.replaceSync("* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }");
        host.shadowRoot.adoptedStyleSheets.push(own);
    }""")
    over = """cells => cells.map((cell) => {
        const words = document.createRange();
        words.selectNodeContents(cell);
        return words.getBoundingClientRect().right - cell.getBoundingClientRect().right;
    })"""

    assert max(await answer.locator("th, td").evaluate_all(over)) <= 0


async def test_a_reply_to_keep_is_printed_alone_with_its_sources_open(chat: Chat) -> None:
    await answer_with(chat.page, EVERYTHING)
    answer = await chat.say("everything")
    await chat.page.evaluate("window.print = () => { window.printed = true }")  # headless Chromium has no printer
    await answer.get_by_role("button", name="Print or save").click()
    assert await chat.page.evaluate("window.printed")

    await chat.page.emulate_media(media="print")
    sheet = chat.page.locator("careerbot-sheet")
    await expect(sheet.get_by_text("A lead sentence.")).to_be_visible()
    await expect(sheet.locator("details li").nth(1)).to_be_visible()
    await expect(chat.widget).to_be_hidden()
    await chat.page.evaluate("dispatchEvent(new Event('afterprint'))")
    await expect(sheet).to_have_count(0)
    await expect(chat.log).to_be_visible()


async def test_a_page_in_dark_colors_is_printed_as_dark_words_on_white(new_chat: NewChat) -> None:
    chat = await new_chat("/chat/", color_scheme="dark")
    await chat.widget.evaluate("each => each.setAttribute('theme', 'dark')")
    await answer_with(chat.page, EVERYTHING)
    answer = await chat.say("everything")
    await chat.page.evaluate("window.print = () => {}")
    await answer.get_by_role("button", name="Print or save").click()
    await chat.page.emulate_media(media="print")
    style = "each => getComputedStyle(each)"

    for behind in ("html", "body"):
        assert await chat.page.locator(behind).evaluate(f"{style}.backgroundColor") == "rgb(255, 255, 255)"
    assert await chat.page.locator("careerbot-sheet .lead").evaluate(f"{style}.color") == "rgb(28, 36, 38)"
    assert await chat.widget.evaluate(f"{style}.colorScheme") == "light"  # where the page itself is printed


async def test_other_replies_are_not_offered_for_print(chat: Chat) -> None:
    answer = await chat.say("how much do electricians earn?")
    await expect(answer.get_by_role("button", name="Copy")).to_be_visible()
    await expect(answer.get_by_role("button", name="Print or save")).to_have_count(0)


async def test_a_kind_of_block_from_the_future_is_left_out(chat: Chat) -> None:
    document = EVERYTHING.document()
    document["blocks"].insert(0, {"type": "hologram", "beam": 1})
    shown = await drawn(chat.page, document)

    assert shown["text"] == (await drawn(chat.page, EVERYTHING.document()))["text"]


@pytest.mark.parametrize("attack", ATTACKS)
async def test_markup_scripts_and_addresses_stay_text_wherever_they_stand(chat: Chat, attack: str) -> None:
    hostile = Reply(
        attack,
        [
            Text(attack),
            Listing([attack], attack),
            Facts([Fact(attack, attack, attack, attack, attack)], attack),
            Table([attack, attack], [[attack, attack]], attack),
            BarChart(attack, attack, [Bar(attack, 1, attack)], attack, attack),
            Notice(attack),
            Progress(1, 2, attack),
            Sources([Citation(attack, attack, attack, attack, attack)]),
        ],
        [Suggestion(attack, attack)],
    )
    shown = await drawn(chat.page, hostile.document())

    check_harmless(shown)
    assert shown["text"].count(attack) >= 14


async def test_what_a_person_types_stays_text_on_both_sides(chat: Chat) -> None:
    attack = '<img src=x onerror="window.hit=1"> what do <b>wizards</b> earn'
    answer = await chat.say(attack)

    assert await chat.said() == [attack]
    assert await chat.log.locator("img, b").count() == 0
    await expect(answer).to_be_visible()
    await chat.page.reload()
    await expect(chat.questions).to_have_text([attack])
    assert await chat.log.locator("img, b").count() == 0
    assert await chat.page.evaluate("window.hit") is None


def check_harmless(shown: dict[str, Any]) -> None:
    """Only elements that the widget draws, no handler, and no address but one of the web."""
    assert set(shown["tags"]) <= DRAWN
    assert [name for name in shown["attributes"] if name.startswith("on") or name in ("style", "srcdoc")] == []
    assert [each for each in shown["addresses"] if not each.startswith(("https://", "http://"))] == []


words = st.text(max_size=30) | st.sampled_from([*ATTACKS, "https://example.org/a?b=c", "http://["])
number = st.floats(allow_nan=False, allow_infinity=False)
blocks = st.one_of(
    st.builds(Text, words),
    st.builds(Listing, st.lists(words, max_size=3), words, st.booleans()),
    st.builds(
        Facts, st.lists(st.builds(Fact, words, words, words, words, st.none() | words), min_size=1, max_size=3), words
    ),
    st.builds(Table, st.just(["a", "B"]), st.lists(st.lists(words, min_size=2, max_size=2), max_size=3), words),
    st.builds(BarChart, words, words, st.lists(st.builds(Bar, words, number, words), max_size=3), words, words),
    st.builds(Notice, words, st.sampled_from(["info", "caution", "help"])),
    st.builds(Progress, st.integers(0, 100), st.integers(0, 100), words),
    st.builds(
        Sources, st.lists(st.builds(Citation, words, words, words, st.none() | words, st.none() | words), max_size=3)
    ),
)


@given(st.builds(Reply, words, st.lists(blocks, max_size=5)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_reply_is_drawn_harmlessly_and_copied_as_its_own_text(chat: Chat, reply: Reply) -> None:
    shown = await drawn(chat.page, reply.document())

    check_harmless(shown)
    assert shown["plain"] == reply.text()
