"""The Home tab and /career."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rasa.shared.core.events import SlotSet
from slack_stand_in import TEAM, Workspace, problems, shown, suggestions

from careerbot.advice import shortlist
from careerbot.channels.slack.home import home_view
from careerbot.channels.slack.incoming import own_conversation
from careerbot.conversation.assistant import Assistant
from careerbot.knowledge.catalogue import Catalogue

Someone = Callable[[], str]


async def test_the_home_tab_says_what_it_can_do_and_offers_the_quiz(office: Workspace, someone: Someone) -> None:
    ann = someone()
    await office.deliver(office.event({"type": "app_home_opened", "user": ann, "tab": "home"}), "events_api", {})
    await office.slack.until(lambda: office.slack.of("views.publish"))

    (published,) = office.slack.of("views.publish")
    assert published["user_id"] == ann
    view = published["view"]
    assert "I answer questions about careers" in shown(view)
    assert "Your list is empty" in shown(view)
    assert "Take the quiz" in [each["text"]["text"] for each in suggestions(view)]


async def test_the_messages_tab_opened_publishes_nothing(office: Workspace, someone: Someone) -> None:
    await office.deliver(
        office.event({"type": "app_home_opened", "user": someone(), "tab": "messages"}), "events_api", {}
    )
    await office.says(someone(), "hello", "D1")

    assert not office.slack.of("views.publish")


def test_the_shortlist_stands_on_the_home_tab(known: Catalogue) -> None:
    view = home_view(["electrician", "plumber", "no_such_career"])

    assert "On your list: 2 careers." in shown(view)
    titles = [each["text"]["text"] for each in suggestions(view)]
    assert "Electrician" in titles
    assert not [problem for block in view["blocks"] for problem in problems(block)]


def test_a_career_saved_before_an_import_is_still_on_the_home_tab(known: Catalogue) -> None:
    electricians = known.careers["electrician"].soc

    view = home_view([electricians, "plumber"])

    assert "On your list: 2 careers." in shown(view)
    assert "Electrician" in [each["text"]["text"] for each in suggestions(view)]


def test_an_empty_list_is_said_as_in_the_conversation(known: Catalogue) -> None:
    assert shortlist.show(known, []).lead in shown(home_view([]))


def test_a_home_tab_with_a_long_list_is_within_slacks_limits(known: Catalogue) -> None:
    view = home_view([career.id for career in known.written])

    assert len(view["blocks"]) <= 100
    assert not [problem for block in view["blocks"] for problem in problems(block)]
    ids = [block["block_id"] for block in view["blocks"] if "block_id" in block]
    assert len(set(ids)) == len(ids)


def test_whatever_the_slot_holds_the_tab_is_shown() -> None:
    for wrong in (None, {}, "electrician", [1, None], {"careers": []}):
        assert "Your list is empty" in shown(home_view(wrong))


async def test_the_shortlist_is_read_from_the_persons_own_conversation(
    office: Workspace, someone: Someone, assistant: Assistant
) -> None:
    if "shortlist" not in {slot.name for slot in assistant.agent.domain.slots}:
        pytest.skip("needs the shortlist")
    ann = someone()
    await office.says(ann, "hello", "D1")
    tracker = await assistant.agent.tracker_store.retrieve(own_conversation(TEAM, ann))
    tracker.update(SlotSet("shortlist", ["electrician"]))
    await assistant.agent.tracker_store.save(tracker)

    await office.deliver(office.event({"type": "app_home_opened", "user": ann, "tab": "home"}), "events_api", {})
    await office.slack.until(lambda: office.slack.of("views.publish"))

    view = office.slack.of("views.publish")[0]["view"]
    assert "On your list: 1 career." in shown(view)


async def test_a_press_on_the_home_tab_is_answered_in_direct_messages(office: Workspace, someone: Someone) -> None:
    ann = someone()
    view = home_view(["electrician"])
    payload = office.press(ann, view, "Electrician", container={"type": "view", "view_id": "V1"}, view={"type": "home"})

    await office.deliver(payload, "interactive", {})
    await office.slack.until(office.slack.posts)
    follow_up = await office.says(ann, "how much do they earn?", "D1")

    assert office.slack.posts()[0]["channel"] == ann
    assert "$62,350" in shown(follow_up)
    assert not office.slack.of("chat.update")


async def test_the_command_is_answered_for_the_asker_only(office: Workspace, someone: Someone) -> None:
    await office.deliver(office.command(someone(), "how much do electricians earn?"), "slash", {})
    await office.slack.until(lambda: office.slack.responses)

    (answer,) = office.slack.responses
    assert answer["response_type"] == "ephemeral"
    assert "$62,350" in shown(answer)
    assert not office.slack.posts()


async def test_the_command_without_a_question_says_what_can_be_asked(office: Workspace, someone: Someone) -> None:
    for number, text in enumerate(("", "help", " "), 1):
        await office.deliver(office.command(someone(), text), "slash", {})
        await office.slack.until(lambda number=number: len(office.slack.responses) == number)

    assert all("I answer questions about careers" in shown(each) for each in office.slack.responses)


async def test_a_press_in_an_answer_to_the_command_replaces_it(office: Workspace, someone: Someone) -> None:
    ann = someone()
    await office.deliver(office.command(ann, "tell me about electricians"), "slash", {})
    await office.slack.until(lambda: office.slack.responses)
    container = {"type": "message", "message_ts": "1700000009.1", "channel_id": "C9", "is_ephemeral": True}
    url = {"response_url": f"{office.slack.url}/respond/99", "channel": {"id": "C9"}}

    await office.deliver(
        office.press(ann, office.slack.responses[0], "Pay", container=container, **url), "interactive", {}
    )
    await office.slack.until(lambda: len(office.slack.responses) == 2)

    assert "$62,350" in shown(office.slack.responses[1])
    assert office.slack.responses[1]["replace_original"] is True
    assert not office.slack.of("chat.update")
