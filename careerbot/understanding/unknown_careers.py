"""Noticing that a text names a career that no title list holds ("what do wizards earn"), so that the answer can say so."""

from __future__ import annotations

import re
from collections.abc import Collection

from careerbot.understanding.word_lists import NOT_MODIFIERS

# What stands for a career in a question: one to three words after a cue.
_NAME = r"(?P<name>[a-z][a-z'’\-]+(?: [a-z][a-z'’\-]+){0,2}?)"
_END = (
    r"(?=$|[?.!,;]| (?:in|for|at|to|and|or|with|who|do|does|make|earn|get|need|work|is|are|job|jobs|career|salary|pay|"
    r"fr|lol|like|responsible|process|when|if|because|without|on|from|please|pls|how)\b)"
)
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
_WITHOUT_ADVERB = re.compile(r"\S+(?: \S+)*?(?= (?:even|really|actually|exactly|usually)$|$)")
# Words that stand there without naming anything, beside those that modify no name.
_NO_NAMES = (
    "worker workers professionals student students minor adult teen teenager human diploma gap school college "
    "ba bs bsc ma phd mba traits others"
)
_MAY_COME_FIRST = frozenset({"time", "dream", "life", "people", "money", "night", "day", "home", "world"})
_EMPTY = NOT_MODIFIERS | frozenset(_NO_NAMES.split())


def unknown_career(text: str, known: Collection[tuple[int, int]] = ()) -> tuple[int, int] | None:
    """Where a text seems to name a career (start, end), or None; not where it names a `known` one (their starts and ends).

    Call it only where no known career is asked about.
    """
    for cue in _CUES:
        for match in cue.finditer(text):
            name = _WITHOUT_ADVERB.match(match["name"])
            if not name or _names_nothing(name[0].casefold().split()):
                continue
            start, end = match.start("name"), match.start("name") + name.end()
            if all(end <= other_start or other_end <= start for other_start, other_end in known):
                return start, end
    return None


def _names_nothing(words: list[str]) -> bool:
    """ "A good job", "the others"; but a "time traveler" is named by an empty word before a full one."""
    return words[-1] in _EMPTY or words[0] in _EMPTY - _MAY_COME_FIRST
