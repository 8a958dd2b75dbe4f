"""Buttons and menus: what a press asks, and how it shows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from slack_stand_in import BOT, Workspace, shown, suggestions

from careerbot.advice.reply import Progress, Reply, Suggestion
from careerbot.channels.slack.blocks import draw
from careerbot.channels.slack.suggestions import as_chosen, payload_of, suggestion_blocks, value_of
from careerbot.knowledge.catalogue import Catalogue

ASKED = f"<@{BOT}> tell me about electricians"
Someone = Callable[[], str]


def titles(message: dict[str, object]) -> list[str]:
    return [each["text"]["text"] for each in suggestions(message)]


async def test_a_press_is_answered_in_the_thread_and_shows_as_chosen(office: Workspace, someone: Someone) -> None:
    ann = someone()
    overview = await office.says(ann, ASKED, "C1")

    answer = await office.presses(ann, overview, "Pay")

    assert "$62,350" in shown(answer)
    assert answer["thread_ts"] == overview["thread_ts"]
    pressed = office.slack.messages["C1", overview["ts"]]
    assert "Pay" not in titles(pressed)
    assert f"<@{ann}> chose *Pay*" in shown(pressed)


async def test_pressing_twice_at_once_is_answered_once(office: Workspace, someone: Someone) -> None:
    ann = someone()
    overview = await office.says(ann, ASKED, "C1")
    press = office.press(ann, overview, "Pay")

    await asyncio.gather(*(office.deliver(press, "interactive", {}) for _ in range(3)))
    await office.slack.until(lambda: len(office.slack.posts()) == 2)
    await office.says(ann, "what skills", "C1", overview["thread_ts"])

    assert len(office.slack.posts()) == 3


async def test_the_other_suggestions_can_still_be_pressed(office: Workspace, someone: Someone) -> None:
    ann = someone()
    overview = await office.says(ann, ASKED, "C1")
    others = [each for each in titles(overview) if each != "Pay"]
    await office.presses(ann, overview, "Pay")

    pressed = office.slack.messages["C1", overview["ts"]]
    assert titles(pressed) == others
    await office.presses(ann, pressed, others[0])

    assert f"*Pay*\n<@{ann}> chose *{others[0]}*" in shown(office.slack.messages["C1", overview["ts"]])


async def test_somebody_elses_press_is_a_question_of_their_own(office: Workspace, someone: Someone) -> None:
    ann, bob = someone(), someone()
    overview = await office.says(ann, ASKED, "C1")

    await office.presses(bob, overview, "Pay")
    anns = await office.says(ann, "where does that come from?", "C1", overview["thread_ts"])
    bobs = await office.says(bob, "where does that come from?", "C1", overview["thread_ts"])

    assert "(pay)" in shown(bobs)
    assert "(pay)" not in shown(anns)


async def test_in_direct_messages_a_press_is_ones_own(office: Workspace, someone: Someone) -> None:
    ann = someone()
    overview = await office.says(ann, "tell me about electricians", "D1")

    await office.presses(ann, overview, "Pay")

    assert "You chose *Pay*" in shown(office.slack.messages["D1", overview["ts"]])


async def test_a_button_of_another_app_is_ignored(office: Workspace, someone: Someone) -> None:
    ann = someone()
    overview = await office.says(ann, ASKED, "C1")
    press = office.press(ann, overview, "Pay")
    press["actions"][0]["action_id"] = "approve"

    assert await office.deliver(press, "interactive", {}) == 200
    await office.says(ann, "what skills", "C1", overview["thread_ts"])

    assert len(office.slack.posts()) == 2


def test_many_suggestions_stand_in_rows_and_too_many_in_a_menu() -> None:
    some = [Suggestion(f"Career {number}", f"/ask_overview{number}") for number in range(25)]
    many = [Suggestion(f"Career {number}", f"/ask_overview{number}") for number in range(40)]

    assert [len(block.elements) for block in suggestion_blocks(some)] == [5, 5, 5, 5, 5]
    (menu,) = suggestion_blocks(many)
    assert len(menu.elements[0].options) == 40


async def test_an_option_of_a_menu_is_a_press(office: Workspace, someone: Someone, known: Catalogue) -> None:
    ann = someone()
    careers = [known.careers["electrician"], *(each for each in known.written[:30] if each.id != "electrician")][:30]
    offered = [Suggestion(each.title, f'/ask_salary{{"career": "{each.id}"}}') for each in careers]
    drawn = draw(Reply("Which one?", suggestions=offered))
    message = {
        "channel": "C1",
        "ts": office.slack.now(),
        "thread_ts": "1.2",
        "text": drawn.text,
        "blocks": drawn.blocks,
    }
    office.slack.messages["C1", message["ts"]] = message

    answer = await office.presses(ann, message, "Electrician")

    assert "$62,350" in shown(answer)
    left = office.slack.messages["C1", message["ts"]]
    assert "Electrician" not in titles(left)
    assert len(titles(left)) == 29


def test_a_step_is_chosen_once() -> None:
    step = draw(
        Reply(
            "I like to repair things.",
            [Progress(1, 30, "statements")],
            [Suggestion("Yes", "/a"), Suggestion("No", "/b")],
        )
    )

    left = as_chosen(step.blocks, "suggestion-0", "/a", "You chose *Yes*")

    assert not suggestions({"blocks": left})
    assert left[-1]["elements"][0]["text"] == "You chose *Yes*"


async def test_of_a_step_only_the_first_press_counts(office: Workspace, someone: Someone) -> None:
    ann = someone()
    options = [
        Suggestion("Yes", '/ask_salary{"career": "electrician"}'),
        Suggestion("No", '/ask_salary{"career": "plumber"}'),
    ]
    drawn = draw(Reply("I like to repair things.", [Progress(1, 30, "statements")], options))
    message = {"channel": "D1", "ts": office.slack.now(), "text": drawn.text, "blocks": drawn.blocks}
    office.slack.messages["D1", message["ts"]] = message

    await office.deliver(office.press(ann, message, "Yes"), "interactive", {})
    await office.deliver(office.press(ann, message, "No"), "interactive", {})
    await office.slack.until(office.slack.posts)
    await office.says(ann, "what skills", "D1")

    assert len(office.slack.posts()) == 2


def test_a_payload_too_long_for_slack_is_found_by_its_digest() -> None:
    long = '/compare_careers{"career": [' + ", ".join(f'"{number}"' for number in range(500)) + "]}"
    value = value_of(long, 2000)

    assert len(value) < 150
    assert payload_of(value, ["/other", long]) == long
    assert payload_of(value, ["/other"]) is None
    assert payload_of("/short", []) == "/short"
