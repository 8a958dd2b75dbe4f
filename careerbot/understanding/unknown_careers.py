"""Noticing that a text names a career that no title list holds ("what do wizards earn"), so that the answer can say so."""

from __future__ import annotations

import re

# What stands for a career in a question: one to three words after a cue.
_NAME = r"(?P<name>[a-z][a-z'’\-]+(?: [a-z][a-z'’\-]+){0,2}?)"
_END = r"(?=$|[?.!,;]| (?:in|for|at|to|and|or|with|who|do|does|make|earn|get|need|work|is|are|job|jobs|career|salary|pay)\b)"
_CUES = tuple(
    re.compile(cue, re.IGNORECASE)
    for cue in (
        rf"\b(?:what|how|where|when|which|why)\b[^?.!]*?\bdo(?:es)? (?:an? |the )?{_NAME} "
        r"(?:do|earn|make|get|need|work|study|live|spend)\b",
        rf"\b(?:become|becoming|be|being|as) an? {_NAME}{_END}",
        rf"\b(?:what about|how about|tell me about|what is|what's|who is) an? {_NAME}{_END}",
        rf"^(?:and|what about|how about) (?:an? |the )?{_NAME}\?*$",
        rf"^{_NAME} (?:salary|pay|jobs?|career|duties|skills|degree|outlook)\b",
        rf"\b(?:salary|pay|job|career|life|day|work) (?:of|for) (?:an? )?{_NAME}{_END}",
        rf"\b(?:i am|i'm) an? {_NAME}{_END}",
    )
)
# Words that stand there without naming anything.
_EMPTY_WORDS = """
    they them it he she you we i one that this those these people person someone anybody everyone job jobs career careers work
    worker workers professional professionals best good better great bad high low pay money salary hours degree degrees skills
    average typical first same other others student kid girl boy man woman mother father parent minor adult teen teenager beginner human senior expert beginner lot bit
    in of for the a an my your their his her its our what which who how much many more most some any and or not no yes
    outlook starting entry level remote highest lowest paying future part-time full-time
    successful self-employed happy rich is are do does can could would will about like really actually usually
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


def unknown_career(text: str) -> tuple[int, int] | None:
    """Where a text seems to name a career (start, end), or None. Call it only where no known career was found."""
    for cue in _CUES:
        for match in cue.finditer(text):
            words = match["name"].split()
            if words and not any(word.casefold() in _EMPTY for word in words):
                return match.span("name")
    return None
