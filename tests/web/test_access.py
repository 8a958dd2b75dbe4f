"""Whoever comes, with whatever senses, hands and screens: names, keys, announcements, contrast, sizes, zoom, directions."""

from __future__ import annotations

from typing import Any

import pytest
from browsing import Chat, NewChat
from playwright.async_api import expect
from test_drawing import EVERYTHING, answer_with

from careerbot.advice import quiz_result
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import INTERESTS

SCORES = dict(zip(INTERESTS, (20.0, 12.0, 3.0, 5.0, 15.0, 9.0), strict=True))
QUIZ_RESULT, _ = quiz_result.whole(catalogue(), SCORES, given=30, preparation=0)
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LEAST = 44  # CSS pixels: what a finger can hit; WCAG 2.2 AA asks for 24


async def violations(chat: Chat, axe: str) -> list[str]:
    """What axe-core finds on the page as it is now."""
    await chat.page.evaluate(axe)
    found = await chat.page.evaluate("levels => axe.run(document, { runOnly: levels })", LEVELS)
    assert found["passes"]
    return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/chat/", "/chat/launcher.html"])
async def test_axe_finds_nothing_in_any_state(new_chat: NewChat, axe: str, scheme: str, address: str) -> None:
    chat = await new_chat(address, color_scheme=scheme, reduced_motion="reduce")
    found = {"before": await violations(chat, axe)}
    if "launcher" in address:
        await chat.widget.get_by_role("button", name="Ask about careers").click()
    found["greeting"] = await violations(chat, axe)
    answer = await chat.say("how much do electricians earn?")
    found["answer"] = await violations(chat, axe)
    await answer.get_by_text("Sources").click()
    await chat.widget.get_by_role("button", name="More").click()
    found["sources and menu"] = await violations(chat, axe)
    await chat.widget.get_by_role("button", name="Delete my data").click()
    found["question"] = await violations(chat, axe)
    await chat.widget.get_by_role("button", name="Keep it").click()
    await chat.say("compare an electrician and a plumber")
    await chat.say("compare a nurse and a dentist")
    found["comparisons"] = await violations(chat, axe)
    await chat.say("take the quiz")
    found["statement of the quiz"] = await violations(chat, axe)
    await chat.say("add electricians to my shortlist")
    await expect((await chat.say("show my report")).get_by_role("button", name="Print or save")).to_be_visible()
    found["report"] = await violations(chat, axe)
    await answer_with(chat.page, QUIZ_RESULT)
    await chat.say("my result")
    found["result of the quiz"] = await violations(chat, axe)
    await chat.page.unroute("**/chat/conversation")
    await answer_with(chat.page, EVERYTHING)
    await chat.say("everything")
    found["every block"] = await violations(chat, axe)
    await chat.page.unroute("**/chat/conversation")
    await chat.page.context.set_offline(True)
    await chat.field.fill("and a nurse?")
    await chat.field.press("Enter")
    await expect(chat.widget.get_by_role("button", name="Send again")).to_be_visible()
    found["offline"] = await violations(chat, axe)
    await chat.page.route("**/chat/conversation", lambda route: route.abort())
    await chat.page.context.set_offline(False)
    await expect(chat.trouble).to_contain_text("cannot be reached")
    found["no server"] = await violations(chat, axe)

    assert {state: each for state, each in found.items() if each} == {}


async def test_a_phone_is_as_open_to_all(new_chat: NewChat, axe: str) -> None:
    chat = await new_chat("/chat/launcher.html", viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    await chat.widget.get_by_role("button", name="Ask about careers").tap()
    await answer_with(chat.page, EVERYTHING)
    await chat.say("everything")

    assert await violations(chat, axe) == []
    assert await chat.widget.get_by_role("dialog").bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 740}


async def test_each_answer_is_announced_once_and_what_was_said_before_is_not(chat: Chat) -> None:
    """A screen reader reads each node that is added to a live region, from the first moment on; so collect those."""
    listen = """
        window.announced = [];
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (options) {
            const root = attach.call(this, options);
            new MutationObserver((changes) => {
                for (const { target, addedNodes } of changes)
                    if (target.role === "log" && target.getAttribute("aria-live") !== "off")
                        for (const node of addedNodes)
                            if (!node.ariaHidden) announced.push(node.textContent.slice(0, 17));
            }).observe(root, { childList: true, subtree: true });
            return root;
        };
    """
    await chat.page.add_init_script(listen)
    await chat.page.reload()
    await expect(chat.log).to_have_attribute("aria-live", "polite")
    await chat.say("how much do electricians earn?")
    await chat.say("and a dentist?")
    heard = ["You said:how much", "Careerbot said:Ha", "You said:and a de", "Careerbot said:Ha"]
    assert await chat.page.evaluate("announced") == heard

    await chat.page.reload()
    await expect(chat.answers).to_have_count(2)
    await expect(chat.log).to_have_attribute("aria-live", "polite")
    assert await chat.page.evaluate("announced") == []


async def test_writing_is_told_without_repeating_it(chat: Chat) -> None:
    await chat.page.route("**/chat/conversation", lambda route: None)  # never answers
    await chat.field.fill("hello")
    await chat.field.press("Enter")

    await expect(chat.widget.get_by_role("status")).to_contain_text("Careerbot is writing")
    await expect(chat.widget.locator(".writing")).to_have_attribute("aria-hidden", "true")


async def test_by_keyboard_alone(new_chat: NewChat) -> None:
    chat = await new_chat("/chat/launcher.html")
    keys, launcher = chat.page.keyboard, chat.widget.get_by_role("button", name="Ask about careers")
    await launcher.focus()
    await keys.press("Enter")
    await expect(chat.field).to_be_focused()
    await keys.type("how much do electricians earn?")
    await keys.press("Enter")
    await expect(chat.answers).to_have_count(1)
    await expect(chat.field).to_be_focused()

    await chat.widget.get_by_role("button", name="More").focus()
    order = []
    for _ in range(7):
        order.append(
            await chat.page.evaluate(
                "(at => at.ariaLabel ?? at.innerText ?? at.localName)(document.activeElement.shadowRoot.activeElement)"
            )
        )
        await keys.press("Tab")
    assert order == ["More", "Close the chat", "Conversation", "Sources", "Copy", "How to get in", "Job outlook"]

    await keys.press("Enter")  # on the suggestion that has the focus
    await expect(chat.answers).to_have_count(2)
    await expect(chat.field).to_be_focused()
    await keys.press("Escape")
    await expect(chat.widget.get_by_role("dialog")).to_be_hidden()
    await expect(launcher).to_be_focused()


async def test_the_menu_and_the_question_close_with_escape_and_give_the_focus_back(chat: Chat) -> None:
    more = chat.widget.get_by_role("button", name="More")
    await more.click()
    await expect(more).to_have_attribute("aria-expanded", "true")
    await chat.page.keyboard.press("Escape")
    await expect(more).to_have_attribute("aria-expanded", "false")
    await expect(more).to_be_focused()
    await chat.menu("Delete my data")
    await expect(chat.widget.get_by_role("button", name="Keep it")).to_be_focused()
    await chat.page.keyboard.press("Escape")
    await expect(chat.widget.get_by_role("button", name="Keep it")).to_be_hidden()
    await expect(more).to_be_focused()


async def test_shift_enter_makes_a_line_and_enter_in_an_input_method_sends_nothing(chat: Chat) -> None:
    await chat.field.press_sequentially("one")
    await chat.field.press("Shift+Enter")
    await chat.field.press_sequentially("two")
    await chat.field.evaluate(
        "field => field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )

    await expect(chat.field).to_have_value("one\ntwo")
    assert await chat.said() == []


async def test_on_a_phone_the_keyboard_does_not_pop_up_over_the_answer(new_chat: NewChat) -> None:
    chat = await new_chat(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    await chat.press("How much do electricians earn?")

    await expect(chat.log).to_be_focused()


async def test_everything_to_press_has_a_name_and_room(chat: Chat) -> None:
    await answer_with(chat.page, EVERYTHING)
    await chat.say("everything")
    await chat.widget.get_by_role("button", name="More").click()
    await check_all_controls(chat)


async def test_the_answers_to_a_statement_have_room_on_the_smallest_phone(new_chat: NewChat) -> None:
    smallest = {"viewport": {"width": 320, "height": 568}, "has_touch": True, "is_mobile": True}
    chat = await new_chat(**smallest, reduced_motion="reduce")
    await chat.say("take the quiz")
    scale = await chat.log.locator(".scale button").all()
    assert len({(await each.bounding_box() or {})["y"] for each in scale}) == 1  # all in a line
    await check_all_controls(chat)


async def check_all_controls(chat: Chat) -> None:
    """Each has a name, and room for a finger."""
    for control in await chat.widget.locator(
        "button:visible, summary:visible, textarea:visible, .card a:visible"
    ).all():
        box = await control.bounding_box()
        assert box
        assert box["height"] >= LEAST, await control.inner_text()
        assert box["width"] >= 24
        assert await control.evaluate(
            "each => (each.ariaLabel || each.innerText || each.labels?.[0]?.innerText || '').trim()"
        )


async def test_the_question_stands_on_top_so_that_a_long_answer_is_read_from_its_start(new_chat: NewChat) -> None:
    chat = await new_chat(viewport={"width": 390, "height": 700}, reduced_motion="reduce")
    await chat.say("how much do electricians earn?")
    await answer_with(chat.page, EVERYTHING)
    await chat.say("everything")
    log, question = await chat.log.bounding_box(), await chat.questions.last.bounding_box()

    assert log
    assert question
    assert 0 <= question["y"] - log["y"] < 40


@pytest.mark.parametrize("size", [(640, 400), (320, 256)], ids=["200%", "400%"])
async def test_zoomed_in_nothing_is_cut_off_sideways(new_chat: NewChat, size: tuple[int, int]) -> None:
    chat = await new_chat(viewport={"width": size[0], "height": size[1]})  # a screen of 1280 by 1024, zoomed
    await answer_with(chat.page, EVERYTHING)
    await chat.say("everything")

    assert await chat.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert await chat.log.evaluate("log => log.scrollWidth - log.clientWidth") <= 0
    await chat.field.scroll_into_view_if_needed()
    await expect(chat.field).to_be_in_viewport()


async def test_on_a_short_screen_one_reads_and_types_what_is_last(new_chat: NewChat) -> None:
    """There the whole panel scrolls."""

    async def last_question_is_on_top() -> bool:
        box = await chat.questions.last.bounding_box()
        return box is not None and 0 <= box["y"] < 40

    chat = await new_chat(viewport={"width": 320, "height": 256})
    await chat.say("how much do electricians earn?")
    await chat.say("and a dentist?")
    await chat.page.reload()
    await expect(chat.answers).to_have_count(2)
    assert await last_question_is_on_top()
    await chat.press("Job outlook")
    assert await last_question_is_on_top()

    await chat.page.goto(chat.page.url + "launcher.html")
    await chat.widget.get_by_role("button", name="Ask about careers").click()
    await expect(chat.field).to_be_focused()
    await expect(chat.field).to_be_in_viewport()


async def test_on_a_page_from_right_to_left_it_stands_on_the_left(new_chat: NewChat) -> None:
    chat = await new_chat("/chat/launcher.html")
    await chat.page.evaluate("document.documentElement.dir = 'rtl'")
    launcher: Any = await chat.widget.get_by_role("button", name="Ask about careers").bounding_box()
    assert launcher["x"] < 100
    await chat.widget.get_by_role("button", name="Ask about careers").click()
    answer = await chat.say("how much do electricians earn?")
    said, card = await chat.questions.last.bounding_box(), await answer.locator(".card").bounding_box()

    assert said
    assert card
    assert said["x"] == pytest.approx(card["x"], abs=2)  # the person's side is the left one now
    assert await answer.locator(".lead").evaluate("lead => getComputedStyle(lead).direction") == "ltr"  # English


async def test_nothing_moves_for_those_who_asked_for_stillness(new_chat: NewChat) -> None:
    chat = await new_chat(reduced_motion="reduce")
    await chat.page.route("**/chat/conversation", lambda route: None)
    await chat.field.fill("hello")
    await chat.field.press("Enter")
    await expect(chat.widget.get_by_role("status")).to_contain_text("Careerbot is writing")

    assert await chat.widget.evaluate("each => each.shadowRoot.getAnimations().length") == 0
    assert await chat.log.evaluate("log => getComputedStyle(log).scrollBehavior") == "auto"
