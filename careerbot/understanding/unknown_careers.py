"""Noticing that a text names a career that no title list holds ("what do wizards earn"), so that the answer can say so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from careerbot.knowledge.titles import TitleIndex
from careerbot.knowledge.words import words
from careerbot.understanding.modifiers import modified_from
from careerbot.understanding.word_lists import KINDS, NOT_MODIFIERS

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
_NO_NAMES = "worker workers professionals student students minor adult teen teenager human diploma gap ba bs bsc ma phd mba traits others"
_MAY_COME_FIRST = frozenset({"professional", "time", "dream", "life", "people", "money", "night", "day", "home", "world"})
# What ends like the name of a science's people is one, whatever stands before it.
_OF_A_SCIENCE = re.compile(r"(?:ologist|ographer|onomist|iatrist|odontist|ometrist|imetrist|therapist)$")
_NO_KINDS_TEXT = "family team staff faculty board gym band cast club union church community"
_NO_KINDS = frozenset(f"{group} member" for group in _NO_KINDS_TEXT.split()) | {"team lead", "free agent", "ground crew"}
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
            if _is_free(start, end, known):
                return start, end
    return None


def unknown_kinds(text: str, known: Collection[tuple[int, int]], index: TitleIndex) -> Iterator[tuple[int, int]]:
    """Where a text names somebody's work by a word for people at work and what stands before it ("slaughterhouse worker").

    `known` are the starts and ends of what is named otherwise; the kinds lie apart from them.
    """
    written, floor = words(text), 0
    for at, word in enumerate(written):
        alone = bool(_OF_A_SCIENCE.search(word.stem)) and word.stem not in NOT_MODIFIERS
        if not (alone or word.stem in KINDS):
            continue
        first = modified_from(text, written, at, floor, index)
        start, end = written[first].start, word.start + len(re.sub(r"['’]s?$", "", word.written))
        name = " ".join(each.stem for each in written[first : at + 1])
        if (alone or first < at) and name not in _NO_KINDS and _is_free(start, end, known):
            floor = at + 1
            yield start, end


def _is_free(start: int, end: int, taken: Collection[tuple[int, int]]) -> bool:
    return all(end <= other_start or other_end <= start for other_start, other_end in taken)


def _names_nothing(words: list[str]) -> bool:
    """ "A good job", "the others"; but a "time traveler" is named by an empty word before a full one."""
    return words[-1] in _EMPTY or words[0] in _EMPTY - _MAY_COME_FIRST
