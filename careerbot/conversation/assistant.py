"""The assistant in this process: text in, messages out. What the shell and the tests talk to."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import msgspec

from careerbot.advice.reply import Reply, Suggestion
from careerbot.conversation.quiet import quiet
from careerbot.understanding.intake import kept

quiet(logging.ERROR)

from rasa.core.agent import Agent  # noqa: E402 - only after Rasa was told to be quiet
from rasa.core.channels.channel import OutputChannel, UserMessage  # noqa: E402
from rasa.core.tracker_store import TrackerStore  # noqa: E402

from careerbot.conversation.agent import CareerAgent  # noqa: E402

_SHELL = "shell"


class Collected(OutputChannel):
    """Keeps the replies of a turn until it is over and stored: one that cannot be delivered must not undo the turn."""

    def __init__(self, channel: str) -> None:
        self._channel = channel
        self.replies: list[Reply] = []

    def name(self) -> str:
        """The channel that the turn came by, as the tracker names it."""
        return self._channel

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """One message is one reply."""
        self.replies.append(as_reply(message))


class Assistant:
    """A loaded model with its actions. Conversations live in `store`, in memory unless another is given."""

    def __init__(self, agent: Agent) -> None:
        self.agent = agent

    @classmethod
    def load(cls, model: Path, store: TrackerStore | None = None) -> Assistant:
        """Load a trained model; takes a while. Raises CannotStart, or KnowledgeError where the knowledge is not valid."""
        quiet(logging.ERROR)  # importing Rasa has reset the levels
        return cls(CareerAgent.of(model, store))

    async def say(self, text: str, conversation: str = "default") -> list[Reply]:
        """Say something in a conversation and get the answers; a pressed suggestion is said by its payload."""
        collected = Collected(_SHELL)
        await self.agent.handle_message(UserMessage(kept(text), collected, conversation, input_channel=_SHELL))
        return collected.replies

    async def parse(self, text: str) -> dict[str, Any]:
        """What the pipeline understands of a text outside any conversation."""
        return dict(await self.agent.parse_message(text))


def as_reply(message: dict[str, Any]) -> Reply:
    """A Rasa message as a Reply: the document that came with it, or its text and buttons where it is a fixed sentence."""
    try:
        return Reply.from_document(message["reply"])
    except (KeyError, msgspec.ValidationError):
        buttons = [Suggestion(button["title"], button["payload"]) for button in message.get("buttons") or ()]
        return Reply(message.get("text") or "", suggestions=buttons)
