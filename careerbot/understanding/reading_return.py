"""Going back in a conversation: "back to the comparison", "show the list again". None of it starts the conversation over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from careerbot.understanding.reading_constraints import read
from careerbot.understanding.wording import any_of

_BACK = any_of(
    r"""(?:go|going|get|getting|went|take me|return)? ?back (?:to|on), return to,
    (?:show|see|give|pull up|bring up|open)(?: me)? .* again, again please, what (?:else )?was (?:on|in)"""
)
_COMPARISON = re.compile(r"\b(?:compar\w+|side by side)\b", re.IGNORECASE)
_SEARCH = re.compile(r"\b(?:search\w*|results?|hits|lists?|options|jobs|careers)\b(?! of mine)", re.IGNORECASE)
_SAVED = re.compile(r"\b(?:my|saved|short ?list|favou?rites|bookmarks)\b", re.IGNORECASE)
_MOST_WORDS = 9
_STARTS_OVER = any_of(
    r"""start(?:ing)? (?:over|again|fresh|new|anew|from), restart, reset, from scratch, from the (?:top|beginning|start),
    begin (?:again|anew), new conversation, clean slate"""
)
_LEAVES_ONE_THING = any_of(
    r"back to, forget (?:the|about|that), (?:different|another|other|new) (?:question|thing|topic)"
)


def reading(text: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """The comparison or the search that a message returns to; "deny" where it would be read as a restart and is none."""
    if careers or len(text.split()) > _MOST_WORDS:
        return None
    if shows_search_again(text, slots):
        return "find_careers"
    if (
        _BACK.search(text)
        and _COMPARISON.search(text)
        and len((slots.get("comparison") or {}).get("careers") or ()) > 1
    ):
        return "compare_careers"
    if read(text).forget:  # "forget the remote part" is the search's
        return None
    return "deny" if intent == "restart" and _LEAVES_ONE_THING.search(text) and not _STARTS_OVER.search(text) else None


def shows_search_again(text: str, slots: Mapping[str, Any]) -> bool:
    """Whether a message wants the last search's list once more: "back to the list"; "my list" is that of saved careers."""
    return bool(slots.get("search") and _BACK.search(text) and _SEARCH.search(text) and not _SAVED.search(text))
