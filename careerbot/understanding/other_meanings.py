"""Names of careers that mean something else where they stand: a thing, a verb, a boss, the name of a person."""

from __future__ import annotations

import re
from collections.abc import Callable

from careerbot.knowledge.words import stem
from careerbot.understanding.surroundings import AFTER_VERB, around
from careerbot.understanding.word_lists import NOT_MODIFIERS

# A thing that belongs to a career, and a verb.
_AFTER_THING = re.compile(
    r"^(?:['’]s)?\s(?:check|checks|shop|shops|office|offices|visit|appointment|appointments|bill|bills|strike|movie|costume|fees?|"
    r"episode|light)\b",
    re.IGNORECASE,
)
_BEFORE_VERB = re.compile(
    r"\b(?:to|i|we|they|you|can|could|will|would|should|please|and|let['’]?s|me|us|him|her|them|gonna|wanna|gotta|never|['’]ll|['’]d|id)\s$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:^|[.?!;])\s*$")
_OURS = re.compile(r"^\s(?:my|our|it|this|that|them)\b", re.IGNORECASE)  # "tailor my resume", "tailor it a bit more"
_OF_OURS = re.compile(
    r"(?:architect|author|captain|master)\sof\s(?:my|our|your|its)\b", re.IGNORECASE
)  # "the architect of my own misery"
# Where a "vet" has served.
_SERVED = re.compile(
    r"\b(?:army|navy|marines?|air\sforce|military|combat|veterans?|gi\sbill|deployed|deployment|served|discharged|clearance|infantry|"
    r"war|iraq|afghanistan|vietnam|enlisted|service[-\s]connected)\b",
    re.IGNORECASE,
)
_TREATS_ANIMALS = re.compile(
    r"\b(?:animals?|dogs?|cats?|pets?|horses?|vet\s(?:tech|school|med|nurse|assistant|clinic)|become|becoming)\b",
    re.IGNORECASE,
)
_MR = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|sir|lord|lady|saint|st|(?:sur|last\s|first\s)?name(?:[\s'’]i?s)?|named|called)\.?\s(?:[A-Z][\w'’-]+\s)?$",
    re.IGNORECASE,
)
_FIRST_NAME = re.compile(r"(?<![\w'’-])(?P<name>[A-Z][a-z]+)\s$")
_WHO_WRITES = re.compile(r"^(?:\s[A-Z][a-z]+)?(?:\shere\b|,\s\d\d\b)")  # "Mason Carpenter here", "Sawyer, 16"
# Words for people at work that children are called by: "Sawyer" is a first name, "Electrician here" is none.
_GIVEN_NAMES_TEXT = """
    Archer Carter Chandler Cooper Fisher Harper Hunter Marshall Mason Miller Parker Piper Porter Ranger Ryder Sawyer Tanner Taylor
    Tyler
"""
_GIVEN_NAMES = frozenset(_GIVEN_NAMES_TEXT.split())
_OF_THAT_NAME = re.compile(
    r"^\s(?:City|College|University|Insurance|Street|Avenue|Road|Hotel|County|Hall|Park|Bros|Ltd|Inc|Who)\b"
)
_BOSSES = frozenset({"coordinator", "director", "lead", "manager", "superintendent", "supervisor"})
_MY_BOSS = re.compile(
    r"\b(?:my|our|his|her|their|your)\s(?:new\s|old\s|current\s|direct\s|last\s|former\s)?$", re.IGNORECASE
)
# "Over the road", to people who drive; elsewhere a registered occupational therapist.
_OF_THE_ROAD = re.compile(
    r"\b(?:local|regional|dedicated|truck\w*|haul\w*|drivers?|driving|cdl|miles?|mileage|home time|"
    r"team|solo|road|routes?|loads?|dispatch\w*)\b",
    re.IGNORECASE,
)
_TO_A_PLACE = re.compile(r"^\s(?:to|into|home|here|there)\b", re.IGNORECASE)
_DRIVERS_LICENSE = re.compile(r"driver['’]?s?\s(?:licen[sc]e|permit|ed|test)\b", re.IGNORECASE)


def is_something_else(text: str, start: int, end: int) -> bool:
    """Whether the name of a career is part of another thing ("a barber shop"), or a verb ("to nurse a drink")."""
    before, after = around(text, start, end)
    name = text[start:end].casefold()
    if name == "running back":  # "running back to school"
        return bool(_TO_A_PLACE.match(after))
    if " " in name:
        return False
    if (
        (name in _BOSSES and _MY_BOSS.search(before))
        or _OF_OURS.match(name + after)
        or (name == "otr" and _OF_THE_ROAD.search(text))
        or (name in ("vet", "vets") and _SERVED.search(text) and not _TREATS_ANIMALS.search(text))
    ):
        return True
    is_verb = (AFTER_VERB.match(after) and _BEFORE_VERB.search(before)) or (
        _OURS.match(after) and _BEGINS.search(before)
    )
    is_thing = _AFTER_THING.match(after) and not name.endswith("s")
    return bool(is_verb or is_thing or _DRIVERS_LICENSE.match(name + after))


def is_somebodys_name(text: str, start: int, end: int, modifies: Callable[[str], bool]) -> bool:
    """Whether a word with a capital letter is a name: "Mr Baker", "Sabrina Carpenter", "Baker College".

    `modifies` knows the words that make a special kind of a career: a "Senior Baker" is nobody's name.
    """
    if not text[start].isupper() or text[start:end].isupper():
        return False
    before, after = around(text, start, end)
    first = _FIRST_NAME.search(before)
    given = first["name"] if first else text[start:end] if not before.strip() else ""
    if (given in _GIVEN_NAMES and _WHO_WRITES.match(after)) or _MR.search(before) or _OF_THAT_NAME.match(after):
        return True
    if not first or first["name"].casefold() in NOT_MODIFIERS or modifies(stem(first["name"])):
        return False
    return not _begins_words_with_capitals(text[: start - len(first[0])] + text[end:])


def _begins_words_with_capitals(text: str) -> bool:
    """Whether a text is written as a title is: "How To Become A Baker"."""
    longer = [word for word in text.split() if len(word) > 3]
    return sum(word[0].isupper() for word in longer) * 2 > len(longer)
