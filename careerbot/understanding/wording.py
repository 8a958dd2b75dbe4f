"""Word lists as patterns."""

from __future__ import annotations

import re


def any_of(phrases: str) -> re.Pattern[str]:
    """A pattern for any of the phrases, as whole words in any case. They stand apart by commas and are regular expressions."""
    return re.compile(rf"\b(?:{alternatives(phrases)})\b", re.IGNORECASE)


def alternatives(phrases: str) -> str:
    """The same as a part of a larger expression."""
    return "|".join(phrase for each in phrases.split(",") if (phrase := " ".join(each.split())))
