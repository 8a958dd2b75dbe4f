"""Socket Mode, against a local websocket stand-in."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
import pytest_asyncio
from slack_stand_in import BOT, StandIn, Workspace, shown

from careerbot.channels.slack.settings import Settings
from careerbot.channels.slack.socket_mode import connected
from careerbot.conversation.assistant import Assistant

ASKED = f"<@{BOT}> what does an electrician do?"
_ENVELOPES = itertools.count(1)
Someone = Callable[[], str]


def envelope(payload: dict[str, Any], kind: str = "events_api", **more: Any) -> dict[str, Any]:
    return {"type": kind, "envelope_id": f"envelope-{next(_ENVELOPES)}", "payload": payload, **more}


@pytest_asyncio.fixture(loop_scope="session")
async def socket_office(assistant: Assistant, settings: Settings, slack: StandIn) -> AsyncIterator[Workspace]:
    """People who talk to the assistant over Socket Mode."""

    async def deliver(payload: dict[str, Any], kind: str, headers: dict[str, str]) -> int:
        sent = envelope(payload, kind)
        await slack.sockets[-1].send_json(sent)
        await slack.until(lambda: sent["envelope_id"] in slack.acknowledged)
        return 200

    async with connected(assistant.agent, settings):
        await slack.until(lambda: slack.sockets)
        yield Workspace(slack, deliver)


async def test_it_connects_with_the_app_token(socket_office: Workspace) -> None:
    (call,) = [each for each in socket_office.slack.calls if each.method == "apps.connections.open"]

    assert call.token == "xapp-test"


async def test_an_envelope_is_acknowledged_and_answered(socket_office: Workspace, someone: Someone) -> None:
    answer = await socket_office.says(someone(), ASKED, "C1")

    assert "electricians" in shown(answer)
    assert "response_url" not in answer


async def test_presses_and_the_command_come_the_same_way(socket_office: Workspace, someone: Someone) -> None:
    ann = someone()
    overview = await socket_office.says(ann, f"<@{BOT}> tell me about electricians", "C1")
    answer = await socket_office.presses(ann, overview, "Pay")
    await socket_office.deliver(socket_office.command(ann, "what does a plumber do?"), "slash_commands", {})
    await socket_office.slack.until(lambda: socket_office.slack.responses)

    assert "$62,350" in shown(answer)
    assert "plumbers" in shown(socket_office.slack.responses[0]).lower()


async def test_an_envelope_that_comes_again_is_answered_once(socket_office: Workspace, someone: Someone) -> None:
    slack, ann = socket_office.slack, someone()
    event = socket_office.event(socket_office.message(ann, ASKED, "C1"))
    for attempt in range(3):
        await slack.sockets[-1].send_json(
            envelope(event, retry_attempt=attempt, retry_reason="timeout" if attempt else "")
        )
    await slack.until(lambda: len(slack.acknowledged) >= 3 and slack.posts())

    await socket_office.says(ann, "what skills", "C1", event["event"]["ts"])

    assert len(slack.posts()) == 2


@pytest.mark.parametrize("how", ["dropped", "asked to leave"])
async def test_a_lost_connection_is_made_anew(socket_office: Workspace, someone: Someone, how: str) -> None:
    slack = socket_office.slack
    before = len(slack.sockets)
    if how == "dropped":
        await slack.sockets[-1].close()
    else:
        await slack.sockets[-1].send_json({"type": "disconnect", "reason": "refresh_requested"})

    await slack.until(lambda: len(slack.sockets) > before)
    answer = await socket_office.says(someone(), ASKED, "C1")

    assert "electricians" in shown(answer)
    assert len(slack.posts()) == 1


async def test_an_envelope_that_makes_no_sense_is_acknowledged_and_left_alone(
    socket_office: Workspace, someone: Someone
) -> None:
    await socket_office.deliver({"type": "event_callback"}, "events_api", {})
    await socket_office.deliver({"type": "shortcut"}, "interactive", {})

    await socket_office.says(someone(), ASKED, "C1")
