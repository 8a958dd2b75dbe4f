"""Calls to Slack's Web API: obeys its rate limits, tries again what failed for a passing reason, and logs what got lost."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Sequence
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
)
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from careerbot.channels.slack.blocks import Drawn

logger = logging.getLogger(__name__)

_TRIES_AGAIN = 3
_PATIENCE = 30  # seconds for one call
_HASTE = 2  # seconds for one whose result hardly matters
# Reasons after which the next status may be taken.
_ONLY_HERE = ("HTTP", "ratelimited", "invalid_thread_ts", "channel_not_found", "message_not_found")
_UNDRAWABLE = ("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "only_one_table_allowed")
_PASSING = [
    aiohttp.ServerConnectionError,
    aiohttp.ServerDisconnectedError,
    aiohttp.ClientOSError,
    aiohttp.ClientPayloadError,
    asyncio.TimeoutError,
]


class ServerErrorRetryHandler(AsyncRetryHandler):
    """Tries again whatever failed on Slack's side; slack-sdk's own handler knows 500 and 503 only."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        return response is not None and response.status_code >= 500


def _retry_handlers() -> list[AsyncRetryHandler]:
    """429 waits as long as `Retry-After` says; the others wait a little longer each time."""
    return [
        AsyncRateLimitErrorRetryHandler(_TRIES_AGAIN),
        ServerErrorRetryHandler(_TRIES_AGAIN),
        AsyncConnectionErrorRetryHandler(_TRIES_AGAIN, error_types=_PASSING),
    ]


class Sender:
    """Posts to one workspace. Nothing here raises: what Slack refuses for good is logged, and the method says False or None."""

    def __init__(self, token: str, base_url: str = AsyncWebClient.BASE_URL) -> None:
        self._client = AsyncWebClient(token, base_url=base_url, timeout=_PATIENCE, retry_handlers=_retry_handlers())
        # for what no answer waits for
        self._hasty = AsyncWebClient(token, base_url=base_url, timeout=_HASTE, retry_handlers=[])
        self._status_refused = False

    async def open(self) -> None:
        """Keep connections from now on, instead of making one a call."""
        self._client.session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_PATIENCE))

    async def close(self) -> None:
        """Let the connections go."""
        if self._client.session:
            await self._client.session.close()

    async def post(self, channel: str, thread: str | None, answer: Drawn) -> bool:
        """One message, in a thread if one is given; a user's id as `channel` is their direct messages."""
        return await self._send(
            lambda content: self._client.chat_postMessage(
                channel=channel, thread_ts=thread, unfurl_links=False, unfurl_media=False, **content
            ),
            answer,
            f"a post to {channel}",
        )

    async def whisper(self, channel: str, thread: str | None, user: str, text: str) -> bool:
        """A line in a channel that only `user` sees."""
        call = self._client.chat_postEphemeral(channel=channel, user=user, thread_ts=thread, text=text)
        return await self._kept(call, f"a note in {channel}") is not None

    async def respond(self, url: str, answer: Drawn, replace: bool) -> bool:
        """Answer a slash command, or a press in such an answer, for the asker's eyes only."""
        client = AsyncWebhookClient(
            url, timeout=_PATIENCE, session=self._client.session, retry_handlers=_retry_handlers()
        )
        return await self._send(
            lambda content: _accepted(client, {"response_type": "ephemeral", "replace_original": replace, **content}),
            answer,
            "an answer to a slash command",
        )

    async def update(self, channel: str, ts: str, text: str, blocks: Sequence[dict[str, Any]]) -> bool:
        """Redraw a message of ours."""
        call = self._client.chat_update(channel=channel, ts=ts, text=text, blocks=list(blocks))
        return await self._kept(call, f"the pressed message in {channel}") is not None

    async def publish(self, user: str, view: dict[str, Any]) -> bool:
        """Show a person their Home tab."""
        return await self._kept(self._client.views_publish(user_id=user, view=view), "a Home tab") is not None

    async def status(self, channel: str, thread: str, text: str) -> None:
        """The line under the last message while we work. Not every workspace has it: where it is refused, it is left out."""
        if self._status_refused:
            return
        try:
            await self._hasty.assistant_threads_setStatus(channel_id=channel, thread_ts=thread, status=text)
        except SlackApiError as error:
            self._status_refused = not reason(error).startswith(_ONLY_HERE)
            logger.warning("Slack shows no status line (%s)", reason(error))
        except (aiohttp.ClientError, asyncio.TimeoutError):
            pass  # it would only have said to wait

    async def first_of(self, channel: str, thread: str) -> dict[str, Any]:
        """The message a thread began with; empty where we may not read it."""
        call = self._client.conversations_replies(channel=channel, ts=thread, limit=1, inclusive=True)
        response = await self._kept(call, f"the beginning of a thread in {channel}")
        return next(iter(response["messages"]), {}) if response else {}

    async def _send(self, call: Any, answer: Drawn, what: str) -> bool:
        """With its blocks, or, where Slack cannot draw them, as text."""
        try:
            await call({"text": answer.text, "blocks": answer.blocks})
        except SlackApiError as error:
            if reason(error) not in _UNDRAWABLE:
                return _lost(what, error)
            logger.warning("Slack cannot draw the blocks of %s (%s); sent as text", what, reason(error))
            return await self._kept(call({"text": answer.text_alone}), what) is not None
        except (aiohttp.ClientError, asyncio.TimeoutError) as error:
            return _lost(what, error)
        return True

    async def _kept(self, call: Awaitable[Any], what: str) -> Any:
        try:
            return await call
        except (SlackApiError, aiohttp.ClientError, asyncio.TimeoutError) as error:
            _lost(what, error)
            return None


async def _accepted(client: AsyncWebhookClient, content: dict[str, Any]) -> None:
    response = await client.send_dict(content)
    if response.status_code != 200:
        raise SlackApiError("refused", {"error": response.body})  # type: ignore[no-untyped-call]


def _lost(what: str, error: Exception) -> bool:
    logger.error("Slack did not take %s, and trying again did not help: %s", what, reason(error))
    return False


def reason(error: Exception) -> str:
    """Slack's own word for what is wrong, or what kind of failure it was; never the message that was sent."""
    if not isinstance(error, SlackApiError):
        return type(error).__name__
    content = error.response if isinstance(error.response, dict) else getattr(error.response, "data", None)
    named = content.get("error") if isinstance(content, dict) else None
    return str(named or f"HTTP {getattr(error.response, 'status_code', '?')}")
