"""Noticing that a text names a career that no title list holds ("what do wizards earn"), so that the answer can say so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from careerbot.knowledge.titles import TitleIndex
from careerbot.knowledge.words import Word, stem, stems, words
from careerbot.understanding import usage
from careerbot.understanding.modifiers import modified_from
from careerbot.understanding.things import things_in
from careerbot.understanding.word_lists import IMAGINARY, KINDS, NOT_CAREERS, NOT_MODIFIERS

# What stands for a career in a question: one to three words after a cue.
_NAME = r"(?:professional )?(?P<name>[a-z][a-z'’\-]+(?: [a-z][a-z'’\-]+){0,2}?)"
_END = (
    r"(?=$|[?.!,;]| (?:in|for|at|to|and|or|with|who|do|does|make|earn|get|need|work|is|are|job|jobs|career|salary|pay|"
    r"fr|lol|like|responsible|process|study|train|when|if|because|without|on|from|please|pls|how)\b)"
)
_ENDS = re.compile(rf"(?:['’]s)?{_END}", re.IGNORECASE)
_OF_SEVERAL = re.compile(r"\b(?:do|are|can|will|would) $", re.IGNORECASE)
_CUES = tuple(
    re.compile(cue, re.IGNORECASE)
    for cue in (
        rf"\b(?:what|how|where|when|which|why)\b[^?.!]*?\bdo(?:es)? (?:an? |the )?{_NAME} (?:do|earn|make|get paid)\b",
        rf"\b(?:becomes?|becoming) an? {_NAME}{_END}",
        rf"\b(?:want|wants|wanna|like|love|how|dream\w*|hop\w+|plan\w*|tryna|trying|decided) (?:to |of )?(?:be|being) an? {_NAME}{_END}",
        rf"\bbecom(?:es?|ing) {_NAME}{_END}",
        rf"\b(?:what about|how about|tell me about) an? {_NAME}{_END}",
        rf"^(?:what is|what's|who is) an? {_NAME}[?.! ]*$",
        rf"^(?:and|what about|how about) (?:an? ){_NAME}\?*$",
        rf"^{_NAME} (?:salary|pay|duties|outlook)\b",
        rf"\b(?:salary (?:of|for)|pay of) (?:an? )?{_NAME}{_END}",
    )
)
# The same, and more, around what ends like a word for people at work.
_PERSON_CUES = tuple(
    re.compile(cue, re.IGNORECASE)
    for cue in (
        rf"\b(?:be|being|as|is|for|i am|i'm|im|are|becoming|not|than) an? {_NAME}{_END}",
        rf"\bdo(?:es)? (?:an? |the |most )?{_NAME} (?:get|need|work|study|live|spend|have)\b",
        rf"\b(?:are|is|can|could|would|will|should) (?:an? |the |most )?{_NAME}"
        r" (?:earn|make|get|need|in demand|well paid|a (?:\w+ )?(?:job|career|profession))\b",
        rf"\b(?:rate|pay|paycheck|outlook|demand|path|training|qualifications) (?:of|for) (?:an? |the )?{_NAME}{_END}",
        rf"^(?:and|what about|how about) (?:the )?{_NAME}[?.! ]*$",
        rf"^(?:and |what about |how about |so |ok |hi |hey )*an? {_NAME}[?.! ]*$",
        rf"^{_NAME} (?:jobs?|career|skills|degree|traits|training|requirements|school|schooling|or|vs\.?|apprenticeship|licen[cs]e)\b",
        rf"\b(?:job|career|life|day|work) (?:of|for|as) (?:an? )?{_NAME}{_END}",
        rf"\b(?:hires?|hiring|about|become|than|other|between|versus|vs\.?) {_NAME}[?.!]*$",
    )
)
_LIKE_A_PERSON = re.compile(
    r"(?:[b-df-hj-np-tv-z]er|[ct]or|[a-z]{3}ist|ician|arian|eer|monger|smith|wright|herd|keeper|woman|[a-z]{2}man)s?$",
    re.IGNORECASE,
)
_WITHOUT_ADVERB = re.compile(r"\S+(?: \S+)*?(?= (?:even|really|actually|exactly|usually)$|$)")
_MAY_COME_FIRST = frozenset({"time", "dream", "life", "people", "money", "night", "day", "home", "world"})
# "steps lead up", "vo-tech": these are more than words for people.
_SMALL_KINDS = frozenset({"lead", "tech"})
_GOES_ON = re.compile(r"\s(?:up|to|well|on|into|from|s)\b|s\b", re.IGNORECASE)
# What ends like the name of a science's people is one, whatever stands before it.
_OF_A_SCIENCE = re.compile(r"(?:ologist|ographer|onomist|iatrist|odontist|ometrist|imetrist|therapist)$")
_NO_KINDS_TEXT = "family team staff faculty board gym band cast club union church community"
_NO_KINDS = frozenset(f"{group} member" for group in _NO_KINDS_TEXT.split()) | {
    "team lead",
    "free agent",
    "ground crew",
    "human agent",
    "live agent",
}
_EMPTY = NOT_MODIFIERS | NOT_CAREERS
# Alone, and with an adjective, these are no work; with a thing before them they are ("thought leader", "lifestyle guru").
_OF_A_THING = frozenset({"guru", "influencer", "leader"})
_QUALITIES_TEXT = """
    a any bad best better big born bold calm certain fearless for future good great greatest her his inspiring is kind my natural new next
    no of one our own real smart some strong stronger successful that the their this to true weak what worse worst young your
"""
_QUALITIES = frozenset(_QUALITIES_TEXT.split())


def unknown_career(text: str, known: Collection[tuple[int, int]] = ()) -> tuple[int, int] | None:
    """Where a text seems to name a career (start, end), or None; not where it names a `known` one (their starts and ends).

    Call it only where no known career is asked about.
    """
    for cue in (*_CUES, *_PERSON_CUES):
        for match in cue.finditer(text):
            name = _WITHOUT_ADVERB.match(match["name"])
            if not name or _names_nothing(name[0].casefold().split()):
                continue
            if cue in _PERSON_CUES and not _LIKE_A_PERSON.search(name[0]):
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
    things = things_in(written)
    for at, word in enumerate(written):
        if any(thing.first <= at < thing.last for thing in things):  # "my graphics driver crashes"
            continue
        if word.stem in _SMALL_KINDS and (text[word.start - 1 : word.start] == "-" or _GOES_ON.match(text, word.end)):
            continue
        alone = _needs_no_kind(text, word)
        if not (alone or word.stem in KINDS):
            continue
        first = modified_from(text, written, at, at + 1, floor, index)
        start, end = written[first].start, word.start + len(re.sub(r"['’]s?$", "", word.written))
        name = " ".join(each.stem for each in written[first : at + 1])
        if (alone or first < at) and name not in _NO_KINDS and _is_free(start, end, known):
            floor = at + 1
            yield start, end


def _needs_no_kind(text: str, word: Word) -> bool:
    """Whether a word alone is somebody's work: that of a science, or of a tale where the text uses it as a career."""
    if word.stem in IMAGINARY:
        used = _OF_SEVERAL.search(text, 0, word.start) or word.written.casefold() == word.stem
        return bool(used and _ENDS.match(text, word.end)) and usage.is_person(text, word.start, word.end)
    return bool(_OF_A_SCIENCE.search(word.stem)) and word.stem not in NOT_MODIFIERS


def is_imaginary(name: str) -> bool:
    """Whether a special kind of a known career is one that does not exist ("unicorn trainer")."""
    return not IMAGINARY.isdisjoint(stems(name))


def _is_free(start: int, end: int, taken: Collection[tuple[int, int]]) -> bool:
    return all(end <= other_start or other_end <= start for other_start, other_end in taken)


def _names_nothing(words: list[str]) -> bool:
    """ "A good job", "the others"; but a "time traveler" is named by an empty word before a full one, a "thought leader" by two."""
    if len(words) == 2 and stem(words[1]) in _OF_A_THING:
        return words[0] in _QUALITIES
    return words[-1] in _EMPTY or words[0] in _EMPTY - _MAY_COME_FIRST
