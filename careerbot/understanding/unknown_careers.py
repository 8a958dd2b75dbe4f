"""Noticing that a text names a career that no title list holds ("what do wizards earn"), so that the answer can say so."""

from __future__ import annotations

import re

from careerbot.understanding.word_lists import NOT_MODIFIERS

# What stands for a career in a question: one to three words after a cue.
_NAME = r"(?P<name>[a-z][a-z'’\-]+(?: [a-z][a-z'’\-]+){0,2}?)"
_END = r"(?=$|[?.!,;]| (?:in|for|at|to|and|or|with|who|do|does|make|earn|get|need|work|is|are|job|jobs|career|salary|pay|fr|lol|like|responsible|process|when|if|because|without|on|from|please|pls|how)\b)"
_CUES = tuple(
    re.compile(cue, re.IGNORECASE)
    for cue in (
        rf"\b(?:what|how|where|when|which|why)\b[^?.!]*?\bdo(?:es)? (?:an? |the )?{_NAME} "
        r"(?:do|earn|make|get|need|work|study|live|spend)\b",
        rf"\b(?:becomes?|becoming|be|being|as) an? {_NAME}{_END}",
        rf"\bbecom(?:es?|ing) {_NAME}{_END}",
        rf"\b(?:what about|how about|tell me about|what is|what's|who is) an? {_NAME}{_END}",
        rf"^(?:and|what about|how about) (?:an? |the )?{_NAME}\?*$",
        rf"^{_NAME} (?:salary|pay|jobs?|career|duties|skills|degree|outlook|traits|training|requirements)\b",
        rf"\b(?:salary|pay|job|career|life|day|work) (?:of|for) (?:an? )?{_NAME}{_END}",
        rf"\b(?:i am|i'm) an? {_NAME}{_END}",
    )
)
# Words that stand there without naming anything, beside those that modify no name.
_EMPTY = NOT_MODIFIERS | frozenset("worker workers professionals student students minor adult teen teenager human diploma gap ba bs bsc ma phd mba traits".split())


def unknown_career(text: str) -> tuple[int, int] | None:
    """Where a text seems to name a career (start, end), or None. Call it only where no known career was found."""
    for cue in _CUES:
        for match in cue.finditer(text):
            name = re.match(r"\S+(?: \S+)*?(?= (?:even|really|actually|exactly|usually)$|$)", match["name"])
            if name and not any(word.casefold() in _EMPTY for word in name[0].split()):
                return match.start("name"), match.start("name") + name.end()
    return None
