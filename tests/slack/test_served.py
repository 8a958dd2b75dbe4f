"""The commands as a keeper runs them: a served assistant, and one over Socket Mode, in processes of their own."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from running import BOT as CAREERBOT
from running import free_port
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


async def says(process: asyncio.subprocess.Process, words: str) -> str:
    """Wait for a line of its output; all that it said till then."""
    assert process.stdout
    said = ""
    async for line in process.stdout:
        said += line.decode()
        if words in line.decode():
            return said
    raise AssertionError(f"it ended before it said {words!r}: {said}")


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


def of_socket_mode(slack: StandIn) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_SIGNING_SECRET": "",
        "SLACK_API_URL": f"{slack.url}/api/",
    }


def over_sockets(slack: StandIn) -> Workspace:
    async def deliver(payload: dict[str, object], kind: str, headers: dict[str, str]) -> int:
        await slack.sockets[-1].send_json({"type": kind, "envelope_id": "1", "payload": payload})
        return 200

    return Workspace(slack, deliver)


async def test_careerbot_slack_needs_only_the_two_tokens(
    model: Path, slack: StandIn, someone: Someone, tmp_path: Path
) -> None:
    database = f"sqlite:///{tmp_path}/conversations.db"
    async with running("slack", **of_socket_mode(slack), CAREERBOT_DATABASE=database) as process:
        await asyncio.wait_for(says(process, "Connected to Slack"), 300)
        answer = await over_sockets(slack).says(someone(), ASKED, "D1")

    assert "electricians" in shown(answer)
    assert process.returncode == 0


async def test_over_socket_mode_the_keepers_settings_hold_as_for_the_server(
    model: Path, slack: StandIn, someone: Someone, tmp_path: Path
) -> None:
    """Conversations are kept, and erased, where CAREERBOT_DATABASE says; an error is told without a word of what was said."""
    kept, ann = tmp_path / "conversations.db", someone()
    settings = {**of_socket_mode(slack), "CAREERBOT_DATABASE": f"sqlite:///{kept}"}
    async with running("slack", **settings) as process:
        await asyncio.wait_for(says(process, "Connected to Slack"), 300)
        office = over_sockets(slack)
        await office.says(ann, ASKED, "D1")
        with sqlite3.connect(kept) as database:
            database.execute("CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'disk full'); END")
        answer = await office.says(ann, "I am Zebulon Quartermaine, what do electricians earn?", "D1")
        told = await asyncio.wait_for(says(process, '"event": "error"'), 60)

    assert "went wrong" in shown(answer)
    assert '"event": "turn", "request": "", "channel": "slack"' in told
    assert '"kind": "IntegrityError"' in told
    assert "Zebulon" not in told
    with sqlite3.connect(kept) as database:
        database.execute("UPDATE events SET timestamp = timestamp - 2 * 86400")
    erased = subprocess.run(
        [CAREERBOT, "forget", "--days", "1"], env={**os.environ, **settings}, capture_output=True, text=True
    )
    assert "Erased 1 conversation." in erased.stdout


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("CAREERBOT_DATABASE", "mysql://127.0.0.1/x", "The conversations' database cannot be used"),
        ("CAREERBOT_ENCODER", "/no/such/folder", "The sentence encoder has no weights"),
    ],
)
async def test_what_keeps_it_from_starting_is_said_and_it_does_not_connect(
    model: Path, slack: StandIn, setting: str, value: str, said: str
) -> None:
    environment = {**os.environ, **of_socket_mode(slack), setting: value}

    process = await asyncio.create_subprocess_exec(
        str(CAREERBOT), "slack", cwd=PROJECT, env=environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    told = (await asyncio.wait_for(process.communicate(), 300))[0].decode()

    assert process.returncode == 1
    assert said in told
    assert "Traceback" not in told
    assert "Connected" not in told


async def test_a_refused_app_token_is_said_in_a_sentence_before_anything_is_loaded(slack: StandIn) -> None:
    slack.fail("apps.connections.open", "invalid_auth")
    process = await asyncio.create_subprocess_exec(
        str(CAREERBOT), "slack", cwd=PROJECT, env={**os.environ, **of_socket_mode(slack)},
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
