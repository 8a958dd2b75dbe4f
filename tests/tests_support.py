"""Small helpers that several test modules use."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from careerbot.advice.reply import Listing, Reply

Say = Callable[[str], Awaitable[Reply]]


def listed_items(reply: Reply) -> list[str]:
    """The items of the first list in a reply."""
    return next(block.items for block in reply.blocks if isinstance(block, Listing))


def titles(reply: Reply) -> list[str]:
    """What the suggestions say."""
    return [each.title for each in reply.suggestions]
