"""Slack over HTTP: one address for events, button presses and the slash command, each request's signature checked."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response
from slack_sdk.signature import SignatureVerifier

from careerbot.channels.slack.sender import Sender
from careerbot.channels.slack.service import SlackService
from careerbot.channels.slack.settings import Settings
from careerbot.channels.slack.turns import NAME, Turns

logger = logging.getLogger(__name__)


class SlackInput(InputChannel):
    """Listens at /webhooks/slack/webhook where the tokens are set, and nowhere otherwise."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @classmethod
    def name(cls) -> str:
        """As conversations know the channel."""
        return NAME

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> SlackInput:
        """The tokens come from the environment; credentials.yml only names the channel."""
        return cls(Settings.from_environment())

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Rasa's entry point."""
        routes = Blueprint("slack_webhook")
        if self._settings.bot_token and self._settings.signing_secret:
            _listen(routes, self._settings, on_new_message)
        return routes


def _listen(routes: Blueprint, settings: Settings, handle: Callable[[UserMessage], Awaitable[Any]]) -> None:
    verifier = SignatureVerifier(settings.signing_secret)
    services: list[SlackService] = []

    @routes.listener("before_server_start")
    async def begin(app: Sanic, _: Any) -> None:
        turns = Turns(lambda: app.ctx.agent, handle)
        services.append(SlackService(turns, Sender(settings.bot_token, settings.api_url)))
        await services[0].open()

    @routes.listener("before_server_stop")
    async def end(app: Sanic, _: Any) -> None:
        await services.pop().close()

    @routes.post("/webhook")
    async def receive(request: Request) -> HTTPResponse:
        if not _is_signed(verifier, request.body, request.headers):
            return json_response({"error": "The signature is wrong or too old."}, status=401)
        try:
            body = parsed(request.body, request.headers.get("content-type", ""))
            if body.get("type") == "url_verification":
                return json_response({"challenge": body["challenge"]})
            services[0].receive(body)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
            logger.warning("a signed request that Slack would not send was refused (%s)", type(error).__name__)
            return json_response({"error": "This is no payload of Slack's."}, status=400)
        return HTTPResponse(status=200)


def _is_signed(verifier: SignatureVerifier, body: bytes, headers: Mapping[str, str]) -> bool:
    """Whether Slack signed this within the last five minutes. A header that cannot be read signs nothing."""
    try:
        return bool(verifier.is_valid_request(body, dict(headers)))
    except (ValueError, TypeError):
        return False


def parsed(body: bytes, content_type: str) -> dict[str, Any]:
    """Events come as JSON, the slash command as a form, presses as JSON in a form.

    Raises ValueError or TypeError where it is none of them.
    """
    text = body.decode()
    if content_type.partition(";")[0].strip().lower() == "application/x-www-form-urlencoded":
        form = dict(parse_qsl(text, keep_blank_values=True))
        content = json.loads(form["payload"]) if "payload" in form else form
    else:
        content = json.loads(text)
    if not isinstance(content, dict):
        raise TypeError("a payload is an object")
    return content
