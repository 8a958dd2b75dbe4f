"""The REST channel, as Rasa's users know it (POST /webhooks/rest/webhook), that never leaves a message unanswered."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import RestInput as RasaRestInput
from sanic import Blueprint
from sanic.exceptions import InvalidUsage
from sanic.request import Request

from careerbot.advice.small_talk import apology
from careerbot.understanding.intake import kept

logger = logging.getLogger(__name__)
_LONGEST_SENDER = 255  # characters; as wide as the column of Rasa's table


class RestInput(RasaRestInput):
    """Rasa's channel with three differences: a body that is no message is refused with a sentence, over-long text is cut
    before it is stored, and a turn that failed is answered with an apology instead of an empty list."""

    def _extract_message(self, req: Request) -> str:
        message = _body(req).get("message")
        if message is not None and not isinstance(message, str):
            raise InvalidUsage("“message” must be text.")
        return kept(message or "")

    async def _extract_sender(self, req: Request) -> str | None:
        sender = _body(req).get("sender")
        if sender is not None and not (
            isinstance(sender, str) and sender.isprintable() and len(sender) <= _LONGEST_SENDER
        ):
            raise InvalidUsage(f"“sender” must be plain text of up to {_LONGEST_SENDER} characters.")
        return sender

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Rasa's routes, around a handler that always answers."""

        async def answered(message: UserMessage) -> None:
            try:
                await on_new_message(message)
            except (Exception, asyncio.CancelledError):  # cancelled: Sanic's patience with it ended
                logger.exception("a turn failed; the person was told so")
                _take_back(message)
            if getattr(message.output_channel, "messages", None) == []:
                await message.output_channel.send_text_message(message.sender_id, apology().text())

        return super().blueprint(answered)


def _take_back(message: UserMessage) -> None:
    """A turn that could not be stored did not happen: its answer would be denied by the next turn."""
    if getattr(message.output_channel, "messages", None):
        message.output_channel.messages.clear()


def _body(request: Request) -> dict[str, Any]:
    body = request.json
    if not isinstance(body, dict):
        raise InvalidUsage('Send a JSON object such as {"sender": "me", "message": "What does an electrician do?"}.')
    return body
