"""Small helpers that several test modules use."""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from careerbot.advice.reply import Listing, Reply
from careerbot.conversation.assistant import Assistant
from careerbot.conversation.training import ensure_trained
from careerbot.dialogues.numbers import unknown_numbers
from careerbot.dialogues.runner import Result

Say = Callable[[str], Awaitable[Reply]]
Play = Callable[[str], Awaitable[Result]]  # the text of a file of conversation tests -> how its first case went
Write = Callable[[str], Path]  # the text of a file -> where it is


@cache
def loaded_assistant() -> Assistant:
    """The real model with the real actions, in this process: one for all tests."""
    return Assistant.load(ensure_trained(lambda step: None))


def listed_items(reply: Reply) -> list[str]:
    """The items of the first list in a reply."""
    return next(block.items for block in reply.blocks if isinstance(block, Listing))


def titles(reply: Reply) -> list[str]:
    """What the suggestions say."""
    return [each.title for each in reply.suggestions]


def assert_known(reply: Reply, said: Sequence[str] = ()) -> None:
    """Fail on a number of unknown origin."""
    unknown = unknown_numbers(reply, said)
    assert not unknown, f"numbers of unknown origin: {', '.join(unknown)} in: {reply.text()}"


def plain(events: Any) -> list[dict[str, Any]]:
    """Rasa's events without what differs from run to run."""
    documents = [event.as_dict() for event in events]
    for each in [*documents, *(each["parse_data"] for each in documents if "parse_data" in each)]:
        for differs in ("timestamp", "message_id"):
            each.pop(differs, None)
    return documents


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
