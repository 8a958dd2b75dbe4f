"""Small helpers that several test modules use."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from careerbot.advice.draft import Subject
from careerbot.advice.reply import Facts, Listing, Reply, Sources
from careerbot.conversation.assistant import Assistant
from careerbot.conversation.training import ensure_trained
from careerbot.dialogues.numbers import unknown_numbers
from careerbot.dialogues.runner import Result
from careerbot.knowledge.catalogue import catalogue

Say = Callable[[str], Awaitable[Reply]]
Play = Callable[[str], Awaitable[Result]]  # the text of a file of conversation tests -> how its first case went
Write = Callable[[str], Path]  # the text of a file -> where it is


@cache
def loaded_assistant() -> Assistant:
    """The real model with the real actions, in this process: one for all tests."""
    return Assistant.load(ensure_trained(lambda step: None))


def subject(career: str, question: str = "") -> Subject:
    """A career by its id, as somebody asks about it."""
    return Subject(catalogue(), catalogue().careers[career], question)


def listed_items(reply: Reply) -> list[str]:
    """The items of the first list in a reply."""
    return next(block.items for block in reply.blocks if isinstance(block, Listing))


def titles(reply: Reply) -> list[str]:
    """What the suggestions say."""
    return [each.title for each in reply.suggestions]


async def press(say: Say, reply: Reply, title: str) -> Reply:
    """What the suggestion with this title is answered with."""
    return await say(next(each.payload for each in reply.suggestions if each.title == title))


def assert_sourced(reply: Reply) -> None:
    """Fail where there is no figure, or one whose source the reply does not name."""
    cited = {item.id for block in reply.blocks if isinstance(block, Sources) for item in block.items}
    stated = {row.source for block in reply.blocks if isinstance(block, Facts) for row in block.rows}
    assert cited >= stated != set()


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
