"""A trained assistant behind the real Slack channel, in front of a stand-in for Slack."""

from __future__ import annotations

import itertools
import socket
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from rasa.core.channels.channel import register
from rasa.shared.core.domain import Domain
from sanic import Sanic
from slack_stand_in import APP_TOKEN, BOT_TOKEN, SECRET, StandIn, Workspace, over_http, running

from careerbot.channels.slack.channel import SlackInput
from careerbot.channels.slack.settings import Settings
from careerbot.conversation.assistant import Assistant
from careerbot.conversation.tracker_store import ConversationStore

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def assistant(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The real model, its conversations kept where a served assistant keeps them."""
    kept = tmp_path_factory.mktemp("slack") / "conversations.db"
    return Assistant.load(model, ConversationStore(Domain.empty(), dialect="sqlite", db=str(kept)))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def running_slack() -> AsyncIterator[StandIn]:
    """Slack's Web API."""
    async with running() as stand_in:
        yield stand_in


@pytest.fixture
def slack(running_slack: StandIn) -> StandIn:
    """Slack's Web API, with nothing said yet."""
    running_slack.reset()
    return running_slack


@pytest.fixture(scope="session")
def settings(running_slack: StandIn) -> Settings:
    """All tokens set, and Slack's address the stand-in's."""
    return Settings(BOT_TOKEN, SECRET, APP_TOKEN, f"{running_slack.url}/api/")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def webhook(assistant: Assistant, settings: Settings) -> AsyncIterator[str]:
    """The address that Slack knows: a worker with the Slack channel."""
    Sanic.test_mode = True  # lets other tests start a Sanic in this process, before or after
    app = Sanic("slack_test", configure_logging=False)
    app.ctx.agent = assistant.agent
    register([SlackInput(settings)], app, route="/webhooks/")
    listening = socket.create_server(("127.0.0.1", 0))  # Sanic takes port 0 for its default
    server: Any = await app.create_server(sock=listening, return_asyncio_server=True, access_log=False)
    await server.startup()
    await server.before_start()
    port = listening.getsockname()[1]
    yield f"http://127.0.0.1:{port}/webhooks/slack/webhook"
    await server.before_stop()
    server.close()
    await server.wait_closed()


@pytest_asyncio.fixture(loop_scope="session")
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """For requests to the webhook."""
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def office(slack: StandIn, webhook: str, http: aiohttp.ClientSession) -> Workspace:
    """People who talk to the assistant over HTTP."""
    return Workspace(slack, over_http(webhook, http))


@pytest.fixture
def someone() -> Callable[[], str]:
    """A person nobody has met before."""
    return lambda: f"UNEW{next(_NUMBERS)}"
