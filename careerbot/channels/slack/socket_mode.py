"""Slack over Socket Mode: we call Slack, so no public address is needed. The payloads are those of HTTP, in envelopes."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path

from rasa.core.agent import Agent
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from careerbot.channels.slack.sender import Sender
from careerbot.channels.slack.service import SlackService
from careerbot.channels.slack.settings import Settings
from careerbot.channels.slack.turns import Turns
from careerbot.conversation.server import load

logger = logging.getLogger(__name__)


@asynccontextmanager
async def connected(agent: Agent, settings: Settings) -> AsyncIterator[SocketModeClient]:
    """Answer as long as the context is open; a connection that drops is made anew.

    Raises slack_sdk's SlackApiError where Slack does not accept the app token.
    """
    service = SlackService(Turns(lambda: agent, agent.handle_message), Sender(settings.bot_token, settings.api_url))
    web = AsyncWebClient(base_url=settings.api_url)
    client = SocketModeClient(app_token=settings.app_token, web_client=web)
    client.socket_mode_request_listeners.append(_receiver(service))
    await service.open()
    try:
        await client.connect_to_new_endpoint()
        yield client
    finally:
        await client.close()  # type: ignore[no-untyped-call]
        await service.close()


def _receiver(service: SlackService) -> Callable[[AsyncBaseSocketModeClient, SocketModeRequest], Awaitable[None]]:
    async def receive(client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        """Acknowledge, then work: what is not acknowledged in three seconds comes again."""
        await client.send_socket_mode_response(SocketModeResponse(envelope_id=request.envelope_id))
        try:
            service.receive(request.payload)
        except (KeyError, TypeError, AttributeError, IndexError) as error:
            logger.warning("an envelope without a payload of Slack's was left alone (%s)", type(error).__name__)

    return receive


async def serve(model: Path, settings: Settings, announce: Callable[[str], None]) -> None:
    """Answer until told to stop (Ctrl-C, or SIGTERM), then finish the answers under way.

    Raises slack_sdk's SlackApiError where Slack does not accept the app token; CannotStart and KnowledgeError as `load` does.
    """
    stop = asyncio.Event()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signal_number, stop.set)
    with closing(load(model)) as agent:
        async with connected(agent, settings):
            announce("Connected to Slack: write to the app there. Ctrl-C stops.")
            await stop.wait()
