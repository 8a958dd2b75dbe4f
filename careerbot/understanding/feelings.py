"""What a message tells of how somebody feels about their work."""

from __future__ import annotations

import re

_UNHAPPY = re.compile(
    r"""\b(?:hate|loathe|dread|despise|can'?t\ stand|(?:sick|tired)\ of|(?:fed\ up|done)\ with|miserable|unhappy|stuck|burn(?:ed|t)[ -]?out
    |exhausted|cry(?:ing)?|bull(?:y|ied|ying)|toxic|awful|horrible|terrible|nightmare|walk(?:ing)?\ out
    |(?:should\ i|want\ to|wanna|about\ to)\ (?:just\ )?quit)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_WORK = re.compile(
    r"\b(?:job|work|working|boss|manager|supervisor|office|coworkers?|colleagues?|shift|quit|career)\b", re.IGNORECASE
)

_FEARS = re.compile(
    r"\b(?:scared|afraid|nervous|worried|worry|anxious|terrified|overwhelmed|panick\w*|stressed|lonely|sad|confused|hopeless|pressured?)\b",
    re.IGNORECASE,
)


def is_worried(text: str) -> bool:
    """ "I'm kinda scared"."""
    return bool(_FEARS.search(text))


def is_unhappy_at_work(text: str) -> bool:
    """ "I hate my job", "my boss is awful", "should I quit"."""
    return bool(_UNHAPPY.search(text) and _OF_WORK.search(text))
