"""Careers that a message points at by their place in the last list: "the second one", "the first two", "all of them"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from careerbot.understanding.comparison_words import ALONE

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SUFFIXES = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th")
_PLACES = {word: place for words in (_ORDINALS, _SUFFIXES) for place, word in enumerate(words)}
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_SAID_BEFORE_FIRST = (
    "do at learn start study take try apply my need go begin college school "  # "what should I do first"
    "paid paying pay salary growing growth openings training schooling lowest highest best worst"  # "worst paid first"
)
_FIRST_OF_ALL = "".join(f"(?<!{word} )" for word in _SAID_BEFORE_FIRST.split())
_COUNT = "|".join(_COUNTS)
_PLACE = re.compile(
    rf"\b{_FIRST_OF_ALL}(?P<place>{'|'.join(_PLACES)}|last)(?: (?P<count>{_COUNT}))?\b"
    r"(?! (?:year|month|week|time|night|day|semester|job|aid|grade|step|responder|shift))"
    # "the top one" and "top two"; but "the top two paying jobs" are sought
    rf"|\b(?P<end>top|bottom|middle) (?:one|(?P<of_end>{_COUNT}))\b"
    r"(?! (?:\w+ )?(?:careers?|jobs?|occupations?|professions?|paying|paid|percent))"
    r"|\bones? at the (?P<at_end>top|bottom|end)\b"
    r"|(?:\b(?:number|no\.?|nr\.?)|#) ?(?P<number>\d{1,2})\b",
    re.IGNORECASE,
)
_NUMBER_WORDS = {
    word: place
    for place, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1)
}
_NUMBER = rf"(?:(?:numbers?|no\.?|nr\.?|#) ?)?(?:\d{{1,2}}|{'|'.join(_NUMBER_WORDS)})"
# "Save 1 and 3", "number two, four", "drop 2"; but "save one" is any
_NUMBERED = re.compile(
    r"\W*(?:(?:please|pls|ok|okay|can you|could you|then|now|also|just|yes)\W+)*"
    r"(?:save|add|keep|bookmark|shortlist|put|remove|delete|erase|drop|take(?: off| out)?|scratch|unsave|and|plus|also)\s+"
    rf"(?P<numbers>(?:{_NUMBER}|and|n|plus|to|through|then|also|[\s,&–-])+?)"
    r"(?:\W+(?:please|pls|too|also|as well|now|(?:off|out|away|back)|(?:to|on|onto|from|off) (?:my|the)(?: short| saved)? ?list))*\W*",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d{1,2}) ?(?:-|–|to|through) ?(\d{1,2})")
_ALL = re.compile(
    r"\b(?:all (?:of )?(?:them|these|those)|both(?: of them)?|every ?one of them|all|(?:these|those)(?: (?:two|three|four))?|them)\b"
)
LISTING = frozenset({"ask_career_change", "ask_related_careers"})  # "the first one" of their lists asks what that is
_AROUND = re.compile(
    r"\b(?:the|ones?|and|whats?|was|how|about|ok|okay|please|tell|me|more|on|show|then|so|open|pick|take|choose|i|like|of|them|no|nope|wait|sorry|"
    r"actually|meant|mean|rather|back|to|go|return|again|that|not|but|hm+|lets|let's|anyway|other|yes|for|"
    r"these|those|sounds?|looks?|seems?|cool|nice|good|great|interesting|fun|kinda|pretty|really|is|it|that's|just|only)\b|\W"
)
_THAT_ONE = re.compile(
    r"\W*(?:(?:and|so|ok|okay|what about|how about|the|no|yes|yeah|tell me about|show me)\W+)*"
    r"(?:that|this) one(?: (?:there|here|then|please))?\W*",
    re.IGNORECASE,
)
COMPARISON = "compare_careers"
_TELL = re.compile(r"\b(?:tell me|more (?:on|about)|what is|what's|sounds?|looks?|seems?)\b", re.IGNORECASE)
_OTHER = re.compile(r"\bthe other(?: one)?\b(?! (?:than|careers?|jobs?|ones|two|three))")


def pointed(text: str, listed: Sequence[str], focus: str | None = None) -> list[str]:
    """The careers of `listed` that a text names by their places, in the order it names them; empty where it names none.

    Of two "the other" is the one that is not in `focus`.
    """
    found = [listed[number - 1] for number in _numbers(text) if 0 < number <= len(listed)]
    found = found or [career for _, _, careers in places(text, listed) for career in careers]
    if not found and len(listed) == 2 and focus in listed and _OTHER.search(text.casefold()):
        found = [each for each in listed if each != focus]
    return list(dict.fromkeys(found))


def places(text: str, listed: Sequence[str]) -> list[tuple[int, int, Sequence[str]]]:
    """From where to where a text names places in a list, and the careers of `listed` that stand there."""
    return [(*match.span(), careers) for match in _PLACE.finditer(text) if (careers := _at(match, listed))]


def points(text: str) -> bool:
    """Whether a text names a place in a list, be there a career at it or not."""
    return _PLACE.search(text) is not None or bool(_numbers(text))


def _numbers(text: str) -> list[int]:
    """The bare numbers of a message that, but for what is to be done with them, is made of them: 1 and 3 of "save 1 and 3"."""
    match = _NUMBERED.fullmatch(text)
    said = match["numbers"].casefold() if match else ""
    digits = re.sub(r"[a-z]+", lambda word: str(_NUMBER_WORDS.get(word[0], word[0])), said)
    digits = _RANGE.sub(lambda ends: " ".join(map(str, range(int(ends[1]), int(ends[2]) + 1))), digits)
    numbers = [int(each) for each in re.findall(r"\d+", digits)]
    return numbers if len(numbers) > 1 or re.search(r"\d|num", said) else []


def all_of_them(text: str, number: int | None = None) -> bool:
    """Whether a text means everything that was listed, which is so many careers: "both" are two."""
    match = _ALL.search(text.casefold())
    return match is not None and (number in (None, 2) or "both" not in match[0])


def _at(match: re.Match[str], listed: Sequence[str]) -> Sequence[str]:
    if match["number"]:
        return listed[int(match["number"]) - 1 : int(match["number"])]
    count = _COUNTS.get((match["count"] or match["of_end"] or "").casefold(), 1)
    place = (match["place"] or match["end"] or match["at_end"]).casefold()
    if place == "middle":
        return listed[len(listed) // 2 :][:1] if len(listed) % 2 else ()
    if place in ("last", "bottom", "end"):
        return listed[-count:]
    start = _PLACES.get(place, 0)
    return listed[start : start + count]


def reading(text: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """For a message that only points ("the second one"): the last question again, or an overview; several are compared."""
    listed = slots.get("in_play") or ()
    if not careers and _THAT_ONE.fullmatch(text) and (listed or slots.get("career")):
        return "ask_overview"  # of several listed it is asked which
    if careers or not pointed(text, listed, slots.get("career")) or _AROUND.sub("", _PLACE.sub("", text.casefold())):
        return None
    if len(pointed(text, listed)) > 1 and slots.get("topic") in (None, COMPARISON):
        return COMPARISON
    topic = "" if _TELL.search(text) else slots.get("topic") or ""
    if topic == COMPARISON:  # "no, the other" after a comparison of pay asks what that one earns
        topic = ALONE.get((slots.get("comparison") or {}).get("aspect") or "", "")
    return topic if topic.startswith("ask_") and topic not in LISTING else "ask_overview"
