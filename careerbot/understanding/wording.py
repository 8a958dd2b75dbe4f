"""Word lists as patterns, and texts as what such patterns are held against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def pattern(*ways: str) -> re.Pattern[str]:
    """Any of several expressions, in any case."""
    return re.compile("|".join(rf"(?:{way})" for way in ways), re.IGNORECASE)


def any_of(phrases: str) -> re.Pattern[str]:
    """A pattern for any of the phrases, as whole words in any case. They stand apart by commas and are regular expressions."""
    return re.compile(rf"\b(?:{alternatives(phrases)})\b", re.IGNORECASE)


def alternatives(phrases: str) -> str:
    """The same as a part of a larger expression."""
    return "|".join(phrase for each in phrases.split(",") if (phrase := " ".join(each.split())))


def worded(text: str, named: Iterable[tuple[int, int, str]], careers: Sequence[str]) -> str:
    """A text with, in the place of each of `careers`, its place among them: "is a {0} better than a {1}?".

    `named` says from where to where a career's name stands, and its id.
    """
    for start, end, career in sorted(named, reverse=True):
        if career in careers:
            text = f"{text[:start]}{{{careers.index(career)}}}{text[end:]}"
    return text
