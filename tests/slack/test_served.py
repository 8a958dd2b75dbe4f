"""The commands as a keeper runs them: a served assistant, and one over Socket Mode, in processes of their own."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from conftest import BOT as CAREERBOT
from slack_stand_in import APP_TOKEN, BOT, BOT_TOKEN, SECRET, StandIn, Workspace, over_http, shown

from careerbot.paths import PROJECT

ASKED = f"<@{BOT}> what does an electrician do?"
Someone = Callable[[], str]


@asynccontextmanager
async def running(*command: str, **environment: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process that is told to stop in the end, and then must end well."""
    process = await asyncio.create_subprocess_exec(
        str(CAREERBOT),
        *command,
        cwd=PROJECT,
        env={**os.environ, **environment},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        yield process
    finally:
        process.terminate()
        await asyncio.wait_for(process.communicate(), 60)


async def says(process: asyncio.subprocess.Process, words: str) -> None:
    """Wait for a line of its output."""
    assert process.stdout
    async for line in process.stdout:
        if words in line.decode():
            return
    raise AssertionError(f"it ended before it said {words!r}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_a_served_assistant_answers_in_slack_where_the_tokens_are_set(
    model: Path, slack: StandIn, http: aiohttp.ClientSession, someone: Someone
) -> None:
    port = free_port()
    tokens = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_SIGNING_SECRET": SECRET, "SLACK_API_URL": f"{slack.url}/api/"}
    async with running("serve", "--port", str(port), **tokens) as process:
        await asyncio.wait_for(says(process, "Chat on"), 300)
        office = Workspace(slack, over_http(f"http://127.0.0.1:{port}/webhooks/slack/webhook", http))
        answer = await office.says(someone(), ASKED, "C1")

    assert "electricians" in shown(answer)
    assert process.returncode == 0


async def test_careerbot_slack_needs_only_the_two_tokens(model: Path, slack: StandIn, someone: Someone) -> None:
    tokens = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_SIGNING_SECRET": ""}

    async def deliver(payload: dict[str, object], kind: str, headers: dict[str, str]) -> int:
        await slack.sockets[-1].send_json({"type": kind, "envelope_id": "1", "payload": payload})
        return 200

    async with running("slack", **tokens, SLACK_API_URL=f"{slack.url}/api/") as process:
        await asyncio.wait_for(says(process, "Connected to Slack"), 300)
        answer = await Workspace(slack, deliver).says(someone(), ASKED, "D1")

    assert "electricians" in shown(answer)
    assert process.returncode == 0


async def test_a_refused_app_token_is_said_in_a_sentence_before_anything_is_loaded(slack: StandIn) -> None:
    slack.fail("apps.connections.open", "invalid_auth")
    tokens = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_API_URL": f"{slack.url}/api/"}

    process = await asyncio.create_subprocess_exec(
        str(CAREERBOT), "slack", cwd=PROJECT, env={**os.environ, **tokens},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await asyncio.wait_for(process.communicate(), 60)

    assert process.returncode == 1
    assert "make a new app-level token" in said.decode()
    assert "Traceback" not in said.decode()


def test_without_tokens_the_server_has_no_slack_address(server: str) -> None:
    import urllib.error
    import urllib.request

    if os.environ.get("SLACK_BOT_TOKEN"):
        pytest.skip("Slack tokens are set on this machine")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{server}/webhooks/slack/webhook", b"{}", timeout=10)
