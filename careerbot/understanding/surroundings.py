"""What stands around a name in a text."""

from __future__ import annotations

import re

_LOOK_BACK = 60  # characters before a name that are looked at, and half as many after it

# Any two words before a name.
ADJECTIVES = r"(?:[\w'’-]+\s){0,2}"
# What makes the word before it a verb.
AFTER_VERB = re.compile(r"^\s(?:an?|my|me|you|your|him|them|it|this|that|us|our|the|around|every|up)\b", re.IGNORECASE)
_FILLERS = re.compile(
    r"\b(?:and|or|so|then|ok|okay|well|what|how|about|for|an?|the|same|please|pls|is|not|anything|but|except|maybe|actually|i|meant|mean|no)\b|\W",
    re.IGNORECASE,
)


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a name; a line end is a space like others."""
    before, after = text[max(0, start - _LOOK_BACK) : start], text[end : end + _LOOK_BACK // 2]
    return before.replace("\n", " "), after.replace("\n", " ")


def is_all(before: str, after: str) -> bool:
    """Whether nothing but small words stands around a name."""
    return len(before) + len(after) < _LOOK_BACK and not _FILLERS.sub("", before + " " + after)
