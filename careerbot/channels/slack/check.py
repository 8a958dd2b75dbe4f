"""Whether the tokens are there and may do what the assistant does in Slack. Each thing that is missing is said in one sentence."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import yaml
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from careerbot.channels.slack.sender import reason
from careerbot.channels.slack.settings import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, Settings
from careerbot.paths import PROJECT

MANIFEST = PROJECT / "slack" / "manifest.yml"
_UNREACHABLE = (aiohttp.ClientError, asyncio.TimeoutError)


def wanted_scopes() -> list[str]:
    """What the manifest asks for."""
    return list(yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))["oauth_config"]["scopes"]["bot"])


async def problems(settings: Settings) -> list[str]:
    """What is missing, a sentence each; nothing where all is well."""
    return [problem async for problem in _found(settings)]


async def _found(settings: Settings) -> AsyncIterator[str]:
    client = AsyncWebClient(settings.bot_token, base_url=settings.api_url, timeout=10)
    async for problem in _with_bot_token(client, settings):
        yield problem
    if not settings.signing_secret and not settings.app_token:
        yield (
            f"Neither {SIGNING_SECRET} (for HTTP: Basic Information, App Credentials) nor {APP_TOKEN} (for Socket Mode: "
            "Basic Information, App-Level Tokens) is set, so nothing of what people write can arrive."
        )
    if settings.app_token:
        async for problem in _with_app_token(client, settings):
            yield problem


async def _with_bot_token(client: AsyncWebClient, settings: Settings) -> AsyncIterator[str]:
    if not settings.bot_token:
        yield f"{BOT_TOKEN} is not set: copy the Bot User OAuth Token from OAuth & Permissions in the app's settings."
        return
    if not settings.bot_token.startswith("xoxb-"):
        yield f"{BOT_TOKEN} is no bot token: that one begins with xoxb- and stands under OAuth & Permissions."
        return
    try:
        granted = _scopes(await client.auth_test())
    except SlackApiError as error:
        yield f"Slack does not accept {BOT_TOKEN} ({reason(error)}): install the app again and copy the token anew."
    except _UNREACHABLE as error:
        yield f"Slack cannot be reached at {settings.api_url} ({type(error).__name__})."
    else:
        for scope in wanted_scopes():
            if scope not in granted:
                yield f"The bot token lacks the scope {scope}: add it under OAuth & Permissions and install the app again."


def _scopes(response: Any) -> set[str]:
    """What a token may do stands in a header of every answer."""
    headers = {name.lower(): value for name, value in response.headers.items()}
    return {scope.strip() for scope in headers.get("x-oauth-scopes", "").split(",")}


async def _with_app_token(client: AsyncWebClient, settings: Settings) -> AsyncIterator[str]:
    if not settings.app_token.startswith("xapp-"):
        yield f"{APP_TOKEN} is no app-level token: that one begins with xapp- and stands under Basic Information."
        return
    try:
        await client.apps_connections_open(app_token=settings.app_token)
    except SlackApiError as error:
        if reason(error) == "missing_scope":
            yield "The app-level token lacks the scope connections:write: make a new one with it under Basic Information."
        else:
            yield f"Slack does not accept {APP_TOKEN} ({reason(error)}): make a new app-level token, and switch Socket Mode on."
    except _UNREACHABLE as error:
        yield f"Slack cannot be reached at {settings.api_url} ({type(error).__name__})."
