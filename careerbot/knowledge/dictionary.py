"""A dictionary of English with how often each word is used: what stands in it is no typing error of another word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spellchecker import SpellChecker

_WELL_KNOWN = 50  # times


@cache
def dictionary() -> Mapping[str, int]:
    """Words in small letters, with how often they were met."""
    counted: Mapping[str, int] = SpellChecker().word_frequency.dictionary
    return counted


def is_well_known(stem: str) -> bool:
    """Whether a word, or the one whose stem it is, is in everybody's English: "corruption", "calorie", "colder"."""
    ending = "es" if stem.endswith(("s", "x", "z", "ch", "sh")) else "s"
    plural = f"{stem[:-1]}ies" if stem.endswith("y") else f"{stem}{ending}"
    return max(dictionary().get(stem, 0), dictionary().get(plural, 0)) > _WELL_KNOWN
