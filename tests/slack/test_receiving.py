"""What comes from Slack, and what only pretends to: signatures, retries, payloads of every kind."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest
from rasa.core.channels.channel import UserMessage
from slack_stand_in import BOT, TEAM, StandIn, Workspace, shown, signed

from careerbot.advice.reply import Citation, Reply, Sources
from careerbot.channels.slack.sender import Sender
from careerbot.channels.slack.service import SlackService
from careerbot.channels.slack.settings import Settings
from careerbot.channels.slack.turns import Turns
from careerbot.conversation.assistant import Assistant

ASKED = f"<@{BOT}> what does an electrician do?"
JSON = {"Content-Type": "application/json"}
Someone = Callable[[], str]


@pytest.fixture
def send(webhook: str, http: aiohttp.ClientSession) -> Callable[..., Any]:
    """Send a body with headers; gives the status and the text that came back."""

    async def send(body: str | bytes, headers: dict[str, str]) -> tuple[int, str]:
        data = body.encode() if isinstance(body, str) else body
        async with http.post(webhook, data=data, headers=headers) as response:
            return response.status, await response.text()

    return send


async def test_url_verification_returns_the_challenge(send: Callable[..., Any]) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "3eZbrw1a"})

    status, answer = await send(body, JSON | signed(body))

    assert status == 200
    assert json.loads(answer) == {"challenge": "3eZbrw1a"}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Slack-Request-Timestamp": "soon", "X-Slack-Signature": "v0=00"},
        {"X-Slack-Request-Timestamp": "²", "X-Slack-Signature": "v0=00"},
    ],
)
async def test_an_unsigned_request_is_refused(send: Callable[..., Any], headers: dict[str, str]) -> None:
    status, _ = await send('{"type": "url_verification", "challenge": "x"}', JSON | headers)

    assert status == 401


@pytest.mark.parametrize("more", [{"secret": "another secret"}, {"age": 301}, {"age": -301}])
async def test_a_wrong_signature_and_an_old_one_are_refused(send: Callable[..., Any], more: dict[str, Any]) -> None:
    body = '{"type": "url_verification", "challenge": "x"}'

    status, answer = await send(body, JSON | signed(body, **more))

    assert status == 401
    assert "signature" in answer


async def test_a_signature_of_another_body_is_refused(send: Callable[..., Any]) -> None:
    status, _ = await send('{"type": "url_verification", "challenge": "x"}', JSON | signed("{}"))

    assert status == 401


@pytest.mark.parametrize(
    "body",
    [
        "",
        "no json",
        "[]",
        "null",
        "5",
        '{"type": "event_callback"}',
        '{"type": "block_actions"}',
        '{"type": "url_verification"}',
    ],
)
async def test_a_signed_body_that_is_no_payload_is_refused_with_a_sentence(send: Callable[..., Any], body: str) -> None:
    status, answer = await send(body, JSON | signed(body))

    assert status == 400
    assert "no payload" in answer


@pytest.mark.parametrize("kind", ["shortcut", "message_action", "view_submission", "view_closed", "app_rate_limited"])
async def test_what_needs_no_answer_is_acknowledged(office: Workspace, kind: str) -> None:
    payload = {"type": kind, "team": {"id": TEAM}, "user": {"id": "U1"}, "callback_id": "x", "trigger_id": "1"}

    assert await office.deliver(payload, "interactive", {}) == 200
    assert not office.slack.calls


async def test_json_with_and_without_charset_is_read(
    send: Callable[..., Any], office: Workspace, someone: Someone
) -> None:
    for number, content_type in enumerate(
        ("application/json", "application/json; charset=utf-8", "Application/JSON"), 1
    ):
        body = json.dumps(office.event(office.message(someone(), ASKED, "C1")))
        status, _ = await send(body, {"Content-Type": content_type} | signed(body))
        assert status == 200
        await office.slack.until(lambda number=number: len(office.slack.posts()) == number)


async def test_a_form_is_read(send: Callable[..., Any], office: Workspace, someone: Someone) -> None:
    body = urlencode(office.command(someone(), "what does an electrician do?"))

    status, answer = await send(
        body, {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"} | signed(body)
    )
    await office.slack.until(lambda: office.slack.responses)

    assert (status, answer) == (200, "")


@pytest.mark.parametrize(
    "reason",
    ["http_timeout", "too_many_redirects", "connection_failed", "ssl_error", "http_error", "unknown_error"],
)
async def test_a_retried_event_is_answered_once(office: Workspace, someone: Someone, reason: str) -> None:
    ann = someone()
    event = office.event(office.message(ann, ASKED, "C1"))
    await office.deliver(event, "events_api", {})
    for number in (1, 2, 3):
        headers = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}
        assert await office.deliver(event, "events_api", headers) == 200
    await office.slack.until(office.slack.posts)

    await office.writes(ann, "and a plumber?", "C1", event["event"]["ts"])
    await office.slack.until(lambda: "plumber" in office.slack.posts()[-1]["text"].lower())  # the last in the queue

    assert len(office.slack.posts()) == 2


async def test_a_retry_after_the_first_was_lost_is_answered(office: Workspace, someone: Someone) -> None:
    event = office.event(office.message(someone(), ASKED, "C1"))

    await office.deliver(event, "events_api", {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"})

    await office.slack.until(office.slack.posts)


async def test_two_workers_that_get_the_same_event_answer_once(
    assistant: Assistant, settings: Settings, slack: StandIn, office: Workspace, someone: Someone
) -> None:
    workers = [_worker(assistant, settings) for _ in range(3)]
    event = office.event(office.message(someone(), ASKED, "C1"))
    for worker in workers:
        await worker.open()
        worker.receive(event)

    for worker in workers:
        await worker.close()

    assert len(slack.posts()) == 1


async def test_a_message_that_comes_again_is_known_without_reading_the_whole_conversation(
    assistant: Assistant, settings: Settings, office: Workspace, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, first = someone(), _worker(assistant, settings)
    event = office.event(office.message(ann, ASKED, "C1"))
    await first.open()
    first.receive(event)
    await first.close()
    monkeypatch.setattr(assistant.agent.tracker_store, "retrieve_full_tracker", None)

    await office.deliver(event, "events_api", {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"})
    await office.writes(ann, "and a plumber?", "C1", event["event"]["ts"])
    await office.slack.until(lambda: "plumber" in office.slack.posts()[-1]["text"].lower())  # the last in the queue

    assert len(office.slack.posts()) == 2


def _worker(assistant: Assistant, settings: Settings) -> SlackService:
    turns = Turns(lambda: assistant.agent, assistant.agent.handle_message)
    return SlackService(turns, Sender(settings.bot_token, settings.api_url))


async def test_answers_under_way_are_finished_before_a_worker_stops(
    assistant: Assistant, settings: Settings, slack: StandIn, office: Workspace, someone: Someone
) -> None:
    worker = _worker(assistant, settings)
    await worker.open()
    worker.receive(office.event(office.message(someone(), ASKED, "C1")))

    await worker.close()

    assert len(slack.posts()) == 1


async def test_a_turn_that_fails_is_answered_with_an_apology(
    settings: Settings, slack: StandIn, office: Workspace, assistant: Assistant, someone: Someone
) -> None:
    async def broken(message: object) -> None:
        raise RuntimeError("no database")

    worker = SlackService(Turns(lambda: assistant.agent, broken), Sender(settings.bot_token, settings.api_url))
    await worker.open()
    worker.receive(office.event(office.message(someone(), ASKED, "C1")))
    await worker.close()

    assert "something went wrong on my side" in shown(slack.posts()[0])


async def test_what_a_turn_says_in_several_messages_is_one_post_with_each_source_once(
    settings: Settings, slack: StandIn, office: Workspace, assistant: Assistant, someone: Someone
) -> None:
    sources = Sources([Citation("figures/pay", "The table of wages", "May 2024")])

    async def two_answers(message: UserMessage) -> None:
        for lead in ("Electricians earn well.", "Plumbers do too."):
            document = Reply(lead, [sources]).document()
            await message.output_channel.send_response(message.sender_id, {"reply": document})

    worker = SlackService(Turns(lambda: assistant.agent, two_answers), Sender(settings.bot_token, settings.api_url))
    await worker.open()
    worker.receive(office.event(office.message(someone(), ASKED, "C1")))
    await worker.close()

    (post,) = slack.posts()
    assert shown(post).index("Electricians earn well.") < shown(post).index("Plumbers do too.")
    assert shown(post).count("The table of wages") == 1


async def test_acknowledging_does_not_wait_for_the_answer(office: Workspace, someone: Someone) -> None:
    office.slack.fail("chat.postMessage", 429)

    await office.writes(someone(), ASKED, "C1")
    assert not office.slack.posts(), "the answer is still waiting for Slack's rate limit"

    await office.slack.until(office.slack.posts)


async def test_a_flood_of_one_event_is_one_answer(office: Workspace, someone: Someone) -> None:
    event = office.event(office.message(someone(), ASKED, "C1"))

    await asyncio.gather(*(office.deliver(event, "events_api", {}) for _ in range(20)))
    await office.slack.until(office.slack.posts)
    await office.says(someone(), ASKED, "C2")

    assert len(office.slack.posts()) == 2
