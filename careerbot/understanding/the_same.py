"""Whether somebody who tells of another's career asks about it for themselves: "my dad is an electrician, could I do that"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_HOW_TO = "ask_how_to_become"
# What such a message is taken for that asks nothing more exact: "my aunt is a chef, how long would that take me" asks for the time.
_TAKEN_FOR = frozenset(
    {"ask_career_change", "ask_overview", "help_me_choose", "nlu_fallback", "chitchat", "find_careers", "out_of_scope"}
)
_WHAT = r"""(?:that|it|this|one|the\ same(?:\ \w+)?|what\ (?:he|she|they)\ (?:do(?:es)?|did)
    |like\ (?:him|her|them)|(?:his|her|their)\ (?:job|work|trade)
    |(?:in\ )?(?:his|her|their|those)\ footsteps)"""
_FOR_ME = re.compile(
    rf"""\b(?:
    (?:(?:could|can|should|would|might|may|do|did)\ i|i\ (?:could|can|should|might|want\ to|wanna|['’]?d\ (?:like|love)\ to)
        |want\ to|wanna|how\ to)
        \ (?:(?:also|too|ever|even|really|just|maybe|want\ to|like\ to)\ )*
        (?:do|be|become|learn|try|get\ into|go\ into|follow|like|enjoy|manage|handle)\ {_WHAT}
    | if\ i\ (?:did|do|became|tried|got\ into|went\ into)\ {_WHAT}
    | how\ hard\ (?:would|is|will|was)\ (?:that|it|this)\b[^.?!]*\b(?:for\ me|me\ to)
    | (?:is|would)\ (?:that|it|this)\ (?:be\ )?(?:something|anything|a\ job|a\ career|work|right|good|realistic
        |possible|suit|fit|for)\b[^.?!]*\b(?:i|me|myself)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)

_OF_ANOTHER = re.compile(r"\b(?:my|our|his|her|their|friend|guy|woman|man|lady|who)\b[^.?!]*$", re.IGNORECASE)


def wants_the_same(after: str) -> bool:
    """Whether what stands behind another's career asks about that career for whoever writes."""
    return bool(_FOR_ME.search(after))


def reading(wording: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """How to get into the career of another, where no more is asked of it. In the wording each career stands as "{0}", "{1}" ..."""
    told, name, after = wording.rpartition("{0}")
    if not name or len(set(careers)) != 1 or intent not in _TAKEN_FOR:
        return None
    return _HOW_TO if _OF_ANOTHER.search(told) and wants_the_same(after) else None
