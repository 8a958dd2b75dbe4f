"""What stands before every channel, on a small app of its own; and locks without a server."""

from __future__ import annotations

import asyncio
import inspect
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import pytest_asyncio
import typer
from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import LockError
from running import free_port
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, text

from careerbot import cli
from careerbot.channels.rest import RestInput
from careerbot.channels.slack.channel import SlackInput
from careerbot.channels.slack.settings import Settings
from careerbot.channels.web import WebInput
from careerbot.conversation.gate import guard
from careerbot.conversation.locks import LocalLocks, RedisLocks
from careerbot.paths import PROJECT


def test_it_listens_on_loopback_unless_told_otherwise() -> None:
    assert inspect.signature(cli.serve).parameters["host"].default == "127.0.0.1"


def test_no_file_of_settings_and_no_command_takes_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command's words are shown to every user of the machine."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "from the environment")
    written = {"bot_token": "written", "signing_secret": "written", "app_token": "written"}

    assert SlackInput.from_credentials(written)._settings == Settings.from_environment()
    with pytest.raises(msgspec.ValidationError, match="secret"):
        WebInput.from_credentials({"secret": "written"})
    words = list(_words(typer.main.get_command(cli.app)))
    assert "workers" in words
    assert [word for word in words if re.search("token|secret|password|database|redis", word)] == []


def _words(command: Any) -> Iterator[str]:
    """The names of all that a command and those under it take."""
    yield from (each.name for each in command.params)
    for under in getattr(command, "commands", {}).values():
        yield from _words(under)


@pytest.mark.parametrize("traces", ["0", "1"])
def test_a_stack_trace_is_shown_only_where_it_is_switched_on(traces: str) -> None:
    script = (
        "import logging\n"
        "from careerbot.conversation.journal import to_stderr\n"
        "from careerbot.conversation.quiet import quiet\n"
        "quiet(logging.CRITICAL)\n"
        "to_stderr()\n"
        "try: int('Zebulon')\n"
        "except ValueError: logging.getLogger('careerbot.channels').exception('said by %s', 'Quartermaine')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "CAREERBOT_LOG_TRACES": traces},
        capture_output=True,
        text=True,
        timeout=60,
        cwd=PROJECT,
    )

    shown = [word for word in ("Traceback", "Zebulon", "Quartermaine", '"kind": "ValueError"') if word in done.stderr]
    assert shown == (["Traceback", "Zebulon", "Quartermaine"] if traces == "1" else ['"kind": "ValueError"'])


class Small:
    """An app with a slow address and the REST channel over an assistant that never answers."""

    def __init__(self) -> None:
        self.released = asyncio.Event()
        self.port = free_port()
        Sanic.test_mode = True  # lets other tests start a Sanic in this process, before or after
        self.app = Sanic("gate")
        self.app.config.RESPONSE_TIMEOUT = 1.0
        guard(self.app, max_running=1)
        self.app.add_route(self._slow, "/slow")
        self.app.blueprint(RestInput().blueprint(self._hangs), url_prefix="/rest")

    async def _slow(self, request: Request) -> HTTPResponse:
        await self.released.wait()
        return text("done")

    async def _hangs(self, message: UserMessage) -> None:
        await asyncio.sleep(60)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def small() -> AsyncIterator[Small]:
    """One for all."""
    made = Small()
    server = await made.app.create_server("127.0.0.1", made.port, return_asyncio_server=True, access_log=False)
    await server.startup()
    yield made
    await server.close()


async def test_more_requests_than_can_run_are_told_to_come_back(small: Small) -> None:
    running = asyncio.create_task(_get(small.port))
    await asyncio.sleep(0.2)
    refused = await _get(small.port)
    small.released.set()

    assert "503" in refused.splitlines()[0]
    assert "Too many people" in refused
    assert "retry-after: 3" in refused.lower()
    assert "200" in (await running).splitlines()[0]
    assert "200" in (await _get(small.port)).splitlines()[0], "and the next is let in again"


async def test_a_turn_that_takes_too_long_for_the_server_is_answered_with_an_apology(small: Small) -> None:
    answer = await _get(small.port, "/rest/webhook", '{"sender": "me", "message": "hello"}')

    assert "200" in answer.splitlines()[0]
    assert "went wrong" in answer


async def _get(port: int, path: str = "/slow", body: str = "") -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    method = "POST" if body else "GET"
    writer.write(
        f"{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}".encode()
    )
    answer = (await reader.read()).decode()
    writer.close()
    return answer


async def test_turns_of_one_conversation_wait_for_each_other_in_order() -> None:
    locks, served = LocalLocks(), []

    async def turn(n: int) -> None:
        async with locks.lock("me"):
            await asyncio.sleep(0.01 * (5 - n))  # the first takes longest
            served.append(n)

    await asyncio.gather(*(turn(n) for n in range(5)))

    assert served == [0, 1, 2, 3, 4]


async def test_a_conversation_that_stays_busy_is_refused_and_others_go_on() -> None:
    locks = LocalLocks()
    async with locks.lock("me"):
        with pytest.raises(LockError):
            async with locks.lock("me", lock_lifetime=0.05):
                raise AssertionError("two turns at once")
        async with locks.lock("you", lock_lifetime=0.05):
            pass


async def test_without_redis_a_turn_is_refused() -> None:
    with pytest.raises(LockError, match="Redis"):
        async with RedisLocks(f"redis://127.0.0.1:{free_port()}/1").lock("me"):
            raise AssertionError("a turn without a lock")


def test_every_line_of_the_security_page_names_a_test_that_exists() -> None:
    page = (PROJECT / "docs" / "security.md").read_text(encoding="utf-8")
    tests = "\n".join(path.read_text(encoding="utf-8") for path in Path(PROJECT / "tests").rglob("test_*.py"))
    rows = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| threat")]
    assert rows
    for row in rows:
        named = re.findall(r"`(test_\w+)`", row)
        assert named, row
        for name in named:
            assert re.search(rf"def {name}\(", tests), name


def test_every_setting_is_documented() -> None:
    page = (PROJECT / "docs" / "operations.md").read_text(encoding="utf-8")
    code = "\n".join(path.read_text(encoding="utf-8") for path in (PROJECT / "careerbot").rglob("*.py"))

    for setting in set(re.findall(r'"(CAREERBOT_\w+)"', code)):
        assert f"| `{setting}` |" in page, setting
