"""Whether an everyday word ("driver", "coach") is somebody that a person hires, has, or speaks of: an occupation, but nobody's plan."""

from __future__ import annotations

import re

from careerbot.understanding.surroundings import ADJECTIVES
from careerbot.understanding.word_lists import NOT_MODIFIERS

# "Driver near me", "how much do I tip a driver", "a joke about a cook", "the best cook in the world"
_NEAR_ME = re.compile(
    r"^s?\s(?:near\s(?:me|by|here)|nearby|around\shere|for\shire|in\smy\sarea|needed|wanted)\b", re.IGNORECASE
)
_SPOKEN_OF = re.compile(
    rf"""(?:\b(?:tip|tipping|sue|suing|report|fire|rate|thank|dating|married\ to|friends\ with|dated|married|complain\ about|argued?\ with)
          \ (?:an?|my|the|our|this|that)\ {ADJECTIVES}
      | \b(?:names?|gifts?|presents?|costumes?|tip|card)\ for\ (?:an?|my|our)\ {ADJECTIVES}
      | \b(?:first|famous)\ (?:female\ |black\ |american\ )?
      | \bhow\ (?:do|to)\ (?:you\ |i\ |u\ )?spell\s
      | \b(?:jokes?|poem|song|movies?|films?|stor(?:y|ies)|novel|show)\ (?:about|with)\ (?:an?|the)\ {ADJECTIVES})$""",
    re.VERBOSE | re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:highest[-\s]paid|best|worst|oldest|youngest|richest|greatest|most\sfamous|nearest|closest|cheapest|cheap)\s$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"^\s(?:in|of|ever|alive|near|around|nyc)\b", re.IGNORECASE)
# "Need a driver to the airport", "hire a DJ for my wedding"
_HIRES = re.compile(
    rf"\b(?:hire|hiring|book|find\s(?:me|us)|get\s(?:me|us)|recommend|need|looking\sfor)\s(?:me\s|us\s)?(?:an?|another)\s{ADJECTIVES}$",
    re.IGNORECASE,
)
_FOR_US = re.compile(
    r"^(?:\s(?:to|in|near|around|at|who|tonight|today|tomorrow|asap|for\s(?:an?|my|our|the|this)\s(?:\w+\s)?(?:wedding|party|parties|event|"
    r"birthday|ceremony|funeral|house|home|kids?|kid['’]?s|dog|son|daughter|airport|weekend|gig|show|trip))\b|[.?!,]|$)",
    re.IGNORECASE,
)
# "A server yelled at me", "my agent stole my deposit", "is our coach allowed to"
_OURS_BEFORE = re.compile(
    r"\b(?:my|our|his|her|their)\s(?:old\s|new\s|kid['’]?s?\s|son['’]?s?\s|daughter['’]?s?\s)?$", re.IGNORECASE
)
_NOT_OURS = frozenset({"dishwasher", "host", "landlord", "partner", "pi", "printer", "server", "super"})
_DID_TO_US = re.compile(
    r"^\s(?:yelled|spilled|flirted|ignored\s(?:me|us)|spit|lied|cheated|hit\son|overcharged|forgot\s(?:my|our)|brought\s(?:me|us|my|our)|"
    r"(?:was|is|were|are)\s(?:(?:so|really|super|kinda|very)\s)?(?:rude|mean|drunk|racist|nice\sto\sme))\b",
    re.IGNORECASE,
)
_DOES_TO_US = re.compile(
    r"^\s(?:says?|said|told|tells|thinks|keeps|kept|wants?|wanted|stole|broke|messed|charged|charges|quoted|overcharged|ghosted|quit|lied|"
    r"left|never|cancell?ed|ruined|scratched|dropped|crashed|hit|(?:is|was)\s(?:so\s)?(?:late|rude|mean|awful|terrible|great|nice)|asked|yelled|yells|allowed|legally|refuses|refused|owes|scammed|cheated|showed|forgot|did|didn['’]?t|"
    r"won['’]?t|wont|isn['’]?t|isnt)\b",
    re.IGNORECASE,
)
# Words that are people wherever an article stands before them: "the cook was rude", "dating a painter"; a server may be a machine.
_PEOPLE_TEXT = """
    barber bouncer busser captain clown coach cook dealer doorman driver editor fisher goalie goalkeeper groomer guard inspector judge
    landlady linebacker marshal mime minister painter quarterback sergeant sherpa sitter skipper sprinter stripper trapper ump
    usher
"""
_PEOPLE = frozenset(_PEOPLE_TEXT.split())
_ONE = re.compile(
    r"(?<!took )(?<!take )(?<!on )\b(?:an?|the|my|our|some|this|that|his|her|their|your)\s"
    r"(?:(?:new|old|former|retired|young|older|local|famous|rude|male|female|drunk|first)\s)?$",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"^\s(?P<word>[\w'’]+)")
_FIGURATIVE = re.compile(r"^\s(?:in\smy\shead|inside\sme|of|to\sme)\b", re.IGNORECASE)


def _is_people(before: str, name: str, after: str) -> bool:
    """Whether a word that is always a person stands as a noun, not before another ("a cook book", "a guard dog")."""
    if name.casefold() not in _PEOPLE or not _ONE.search(before) or _FIGURATIVE.match(after):
        return False
    following = _FOLLOWING.match(after)
    return following is None or following["word"].casefold() in NOT_MODIFIERS


def is_other_person(before: str, name: str, after: str) -> bool:
    """Whether a text speaks of somebody at their work: "hire a DJ for my wedding", "our coach says", "a driver near me"."""
    return bool(
        (_HIRES.search(before) and _FOR_US.match(after))
        or (_MOST.search(before) and _OF_ALL.match(after))
        or _NEAR_ME.match(after)
        or _SPOKEN_OF.search(before)
        or (_ONE.search(before) and _DID_TO_US.match(after))
        or _is_people(before, name, after)
        or (_OURS_BEFORE.search(before) and _DOES_TO_US.match(after) and name.casefold() not in _NOT_OURS)
    )
