"""The widget on somebody else's page."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from browsing import Chat, NewChat
from playwright.async_api import Browser, expect
from serving import Foreign, WebServer, ask
from test_drawing import EVERYTHING, answer_with

LOUD = """<style>
html { font-size: 62.5% }
* { color: red !important }
button, table, form { display: none !important }
body {
  visibility: hidden; cursor: wait; pointer-events: none; user-select: none;
  font: italic small-caps bold 9px/3 serif; letter-spacing: 3px; word-spacing: 1em; text-transform: uppercase;
  text-align: end; text-indent: 2em; text-shadow: 1px 1px red; text-wrap: nowrap; white-space: pre; word-break: break-all;
  hyphens: auto; list-style: square inside; border-spacing: 9px; caption-side: bottom; empty-cells: hide; tab-size: 2;
}
</style>"""


def page_of(server: str, attributes: str = "") -> str:
    return (
        "<!doctype html><html lang=en><title>A site</title><h1>A site</h1>"
        f'<script type="module" src="{server}/chat/careerbot.js"></script><career-chat {attributes}></career-chat>'
    )


def policy_for(server: str) -> str:
    """What docs/embedding.md says that a page has to allow, and nothing more."""
    return f"default-src 'none'; script-src {server}; connect-src {server}"


async def test_it_works_under_a_strict_policy_on_another_origin(
    new_chat: NewChat, web: WebServer, foreign: Foreign
) -> None:
    foreign.html, foreign.policy = page_of(web.address), policy_for(web.address)
    chat = await new_chat(foreign.origin + "/some/page.html")  # a violation of the policy would fail it
    await chat.widget.get_by_role("button", name="Ask about careers").click()
    answer = await chat.say("how much do electricians earn?")
    await expect(answer.get_by_role("img")).to_be_visible()
    await chat.press("Job outlook")
    await chat.page.reload()
    await chat.widget.get_by_role("button", name="Ask about careers").click()
    await expect(chat.answers).to_have_count(2)
    await chat.menu("Delete my data")
    await chat.widget.get_by_role("button", name="Delete", exact=True).click()

    await expect(chat.answers).to_have_count(0)
    background = await chat.widget.get_by_role("dialog").evaluate("each => getComputedStyle(each).backgroundColor")
    assert background == "rgb(245, 244, 240)"  # the style sheet is there


async def test_a_version_that_a_site_adds_to_the_address_does_no_harm(
    new_chat: NewChat, web: WebServer, foreign: Foreign
) -> None:
    """WordPress does so, and prints the script below the element."""
    script = f'<script type="module" src="{web.address}/chat/careerbot.js?ver=6.9" id="careerbot-js-module"></script>'
    foreign.html, foreign.policy = f"<!doctype html><title>A site</title><career-chat open></career-chat>{script}", ""
    chat = await new_chat(foreign.origin)

    await expect(await chat.say("how much do electricians earn?")).to_contain_text("$62,350")


async def test_a_visit_contacts_no_third_host(browser: Browser, web: WebServer, foreign: Foreign) -> None:
    foreign.html, foreign.policy = page_of(web.address, "open"), policy_for(web.address)
    context = await browser.new_context()
    page = await context.new_page()
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    await page.goto(foreign.origin)
    await Chat(page).say("how much do electricians earn?")
    await context.close()

    assert hosts == {urlsplit(foreign.origin).netloc, urlsplit(web.address).netloc}


async def test_nothing_is_kept_before_somebody_says_something(new_chat: NewChat) -> None:
    chat = await new_chat("/chat/launcher.html")
    await chat.widget.get_by_role("button", name="Ask about careers").click()
    assert await chat.kept() == "{}"
    assert await chat.page.context.cookies() == []


async def test_a_page_that_is_not_allowed_is_told_so(new_chat: NewChat, web: WebServer, foreign: Foreign) -> None:
    foreign.html, foreign.policy = page_of(web.address, "open"), ""
    stranger = foreign.origin.replace("127.0.0.1", "localhost")
    chat = await new_chat(stranger)
    await chat.field.fill("hello")
    await chat.field.press("Enter")

    await expect(chat.trouble).to_contain_text(f"may not be used on {stranger}")
    await expect(chat.widget.get_by_role("button", name="Send again")).to_be_hidden()  # it would be refused again
    await expect(chat.field).to_have_value("hello")
    await expect(chat.questions).to_have_count(0)
    assert "hello" not in await chat.kept()


async def test_attributes_set_heading_theme_place_and_server(
    new_chat: NewChat, web: WebServer, foreign: Foreign
) -> None:
    foreign.policy = ""
    foreign.html = page_of(
        web.address, f'mode="inline" heading="Ask our careers office" theme="dark" server="{web.address}/chat"'
    )
    chat = await new_chat(foreign.origin)

    region = chat.widget.get_by_role("region", name="Ask our careers office")
    await expect(region).to_be_visible()
    await expect(chat.widget.get_by_role("heading", name="Ask our careers office")).to_be_visible()
    await expect(chat.widget.get_by_role("button", name="Ask about careers")).to_be_hidden()
    assert await region.evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(18, 24, 26)"
    await expect(await chat.say("how much do electricians earn?")).to_contain_text("$62,350")


async def test_a_page_can_choose_its_colors(new_chat: NewChat, web: WebServer, foreign: Foreign) -> None:
    foreign.policy = ""
    foreign.html = page_of(web.address) + "<style>career-chat { --careerbot-accent: rgb(120, 0, 90) }</style>"
    chat = await new_chat(foreign.origin)
    launcher = chat.widget.get_by_role("button", name="Ask about careers")

    assert await launcher.evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(120, 0, 90)"


async def looks(chat: Chat) -> dict[str, dict[str, str]]:
    """How the browser draws each part of the widget, with an answer of every kind in it."""
    await answer_with(chat.page, EVERYTHING)
    await chat.say("everything")
    script = """host => Object.fromEntries([...host.shadowRoot.querySelectorAll("*")].map((each, index) => {
        const style = getComputedStyle(each);
        return [`${index} ${each.localName}.${each.className}`,
                Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]))];
    }))"""
    return dict(await chat.widget.evaluate(script))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("doctype", ["<!doctype html>", ""], ids=["standards", "quirks"])
async def test_the_pages_own_styles_stay_out(
    new_chat: NewChat, web: WebServer, foreign: Foreign, scheme: str, doctype: str
) -> None:
    foreign.html, foreign.policy = page_of(web.address, "open"), ""
    usual = await looks(await new_chat(foreign.origin, color_scheme=scheme))
    foreign.html = foreign.html.replace("<!doctype html>", doctype) + LOUD
    here = await looks(await new_chat(foreign.origin, color_scheme=scheme))

    assert here.keys() == usual.keys()
    changed = {
        part: {name: value for name, value in style.items() if value != usual[part][name]}
        for part, style in here.items()
    }
    assert {part: each for part, each in changed.items() if each} == {}


async def test_it_goes_with_the_readers_size_of_text_and_the_pages_direction(
    new_chat: NewChat, web: WebServer, foreign: Foreign
) -> None:
    foreign.policy = ""
    foreign.html = page_of(web.address, "open").replace("<html", "<html dir=rtl") + LOUD
    chat = await new_chat(foreign.origin)
    session = await chat.page.context.new_cdp_session(chat.page)
    await session.send("Page.setFontSizes", {"fontSizes": {"standard": 24}})
    await chat.page.reload()

    assert await chat.field.evaluate("each => getComputedStyle(each).fontSize") == "24px"
    assert await chat.field.evaluate("each => getComputedStyle(each).direction") == "rtl"


async def test_a_page_is_printed_without_what_lies_over_it(new_chat: NewChat, web: WebServer, foreign: Foreign) -> None:
    foreign.html, foreign.policy = page_of(web.address), ""
    chat = await new_chat(foreign.origin)
    launcher = chat.widget.get_by_role("button", name="Ask about careers")
    await chat.page.emulate_media(media="print")
    await expect(launcher).to_be_hidden()
    await chat.page.emulate_media(media="screen")
    await launcher.click()
    await chat.page.emulate_media(media="print")
    await expect(chat.field).to_be_hidden()

    await chat.widget.evaluate("each => each.setAttribute('mode', 'inline')")  # part of the page, and printed as such
    await expect(chat.field).to_be_visible()
    assert await chat.log.locator(".card").evaluate("each => getComputedStyle(each).borderTopWidth") == "1px"


async def test_the_open_attribute_opens_and_closes(new_chat: NewChat) -> None:
    chat = await new_chat("/chat/launcher.html")
    await chat.widget.evaluate("each => each.setAttribute('open', '')")
    await expect(chat.field).to_be_visible()
    await chat.widget.evaluate("each => each.removeAttribute('open')")
    await expect(chat.field).to_be_hidden()


async def test_it_works_behind_nginx_as_the_guide_sets_it_up(new_chat: NewChat, nginx: str) -> None:
    chat = await new_chat(nginx + "/")
    await expect(await chat.say("how much do electricians earn?")).to_contain_text("$62,350")
    await chat.page.reload()
    await expect(chat.answers).to_have_count(1)

    assert "default-src 'self'" in ask(nginx + "/").headers["Content-Security-Policy"]
    assert ask(nginx + "/webhooks/rest/webhook", "POST", {"sender": "me", "message": "hi"}).status in (404, 405)


async def test_what_nginx_refuses_is_told_and_not_sent_forever(new_chat: NewChat, nginx: str) -> None:
    chat = await new_chat(nginx + "/")
    await chat.field.evaluate("field => { field.value = 'why '.repeat(50_000) }")
    await chat.field.press("Enter")

    await expect(chat.trouble).to_contain_text("make it shorter")
    await expect(await chat.say("how much do electricians earn?")).to_contain_text("$62,350")
