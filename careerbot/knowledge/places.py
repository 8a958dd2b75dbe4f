"""Places that a question names: the official figures here are of the whole United States, and an answer has to say so."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

UNMEASURED = "single places (the figures are of the whole United States)"  # completes "My sources do not measure ..."
_LINES = Path(__file__).with_name("places.txt").read_text(encoding="utf-8").splitlines()
_COUNTRIES = _LINES.index("# Other countries")


def _any_of(lines: list[str]) -> str:
    return "|".join(re.escape(line).replace(r"\ ", "[ -]") for line in lines if line and not line.startswith("#"))


_NAMES = _any_of(_LINES)
_ABROAD = re.compile(rf"\b(?:{_any_of(_LINES[_COUNTRIES:])}|uk|u\.k\.|eu|uae|abroad|overseas)\b", re.IGNORECASE)
NAMED = re.compile(
    rf"""(?:\b(?:in|near|around|outside)\s+)?
    (?:\b(?:{_NAMES})\b(?!\s(?:college|university|state\ university))
    | \b(?:in|for|of|around)\ (?:the\ )?(?:uk|u\.k\.|eu|uae)\b
    | \b(?:my|this|our)\ (?:home\ )?(?:town|city|state|area|region|county|country|neck\ of\ the\ woods)\b(?!\sof)
    | \b(?:which|what)\ (?:cit(?:y|ies)|states?|countr(?:y|ies))\b
    | \bnear\ (?:me|here|by)\b | \bnearby\b | \baround\ here\b | \bwhere\ i\ live\b | \blocally\b)""",
    re.IGNORECASE | re.VERBOSE,
)
# Two letters are a state only in capitals, and "OR" or "ME" only behind a word of place.
_STATES = """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN
    TX UT VT VA WA WV WI WY DC"""
_STATE = "|".join(_STATES.split())
_ABBREVIATED = re.compile(rf"\b(?:[Ii]n|[Nn]ear|[Aa]round|[Ff]or)\s(?:{_STATE})\b")
_TWO_ABBREVIATED = re.compile(rf"\b(?:{_STATE})\s(?:or|vs\.?|versus|and|than|to|against)\s(?:in\s)?(?:{_STATE})\b")
_WHICH = re.compile(r"\b(?:which|what) (?:cit(?:y|ies)|states?|countr(?:y|ies)|parts? of)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:or|vs|versus|and|than|compared|against)\b", re.IGNORECASE)


def names_a_place(text: str) -> bool:
    """Whether a text asks for less than the whole country, or for another one: "in Texas", "near me", "in the UK"."""
    return bool(NAMED.search(text) or _ABBREVIATED.search(text) or _TWO_ABBREVIATED.search(text))


def holds_places_apart(text: str) -> bool:
    """Whether a text asks how places differ: "in Texas or in California", "TX vs CA", "which state pays best"."""
    apart = any(_AGAINST.search(text, one.end(), other.start()) for one, other in pairwise(NAMED.finditer(text)))
    return apart or bool(_TWO_ABBREVIATED.search(text) or _WHICH.search(text))


def is_abroad(text: str) -> bool:
    """Whether a text names another country."""
    return bool(_ABROAD.search(text))


def without(text: str) -> str:
    """A text without the places that it names."""
    return _ABBREVIATED.sub(" ", _TWO_ABBREVIATED.sub(" ", NAMED.sub(" ", text)))
