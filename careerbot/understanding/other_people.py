"""Whether an everyday word ("driver", "coach") is somebody that a person hires, has, or speaks of: an occupation, but nobody's plan."""

from __future__ import annotations

import re

from careerbot.understanding.surroundings import ADJECTIVES

# "Driver near me", "how much do I tip a driver", "a joke about a cook", "the best cook in the world"
_NEAR_ME = re.compile(
    r"^s?\s(?:near\s(?:me|by|here)|nearby|around\shere|for\shire|in\smy\sarea|needed|wanted)\b", re.IGNORECASE
)
_SPOKEN_OF = re.compile(
    rf"""(?:\b(?:tip|tipping|sue|suing|report|fire|rate|thank)\ (?:an?|my|the|our)\ {ADJECTIVES}
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
# "My agent stole my deposit", "is our coach allowed to"
_OURS_BEFORE = re.compile(
    r"\b(?:my|our|his|her|their)\s(?:old\s|new\s|kid['’]?s?\s|son['’]?s?\s|daughter['’]?s?\s)?$", re.IGNORECASE
)
_NOT_OURS = frozenset({"dishwasher", "host", "landlord", "partner", "pi", "printer", "server", "super"})
_DOES_TO_US = re.compile(
    r"^\s(?:says?|said|told|tells|thinks|keeps|kept|wants?|wanted|stole|broke|messed|charged|charges|quoted|overcharged|ghosted|quit|lied|"
    r"left|never|cancell?ed|ruined|scratched|dropped|crashed|hit|(?:is|was)\s(?:so\s)?(?:late|rude|mean|awful|terrible|great|nice)|asked|yelled|yells|allowed|legally|refuses|refused|owes|scammed|cheated|showed|forgot|did|didn['’]?t|"
    r"won['’]?t|wont|isn['’]?t|isnt)\b",
    re.IGNORECASE,
)


def is_other_person(before: str, name: str, after: str) -> bool:
    """Whether a text speaks of somebody at their work: "hire a DJ for my wedding", "our coach says", "a driver near me"."""
    return bool(
        (_HIRES.search(before) and _FOR_US.match(after))
        or (_MOST.search(before) and _OF_ALL.match(after))
        or _NEAR_ME.match(after)
        or _SPOKEN_OF.search(before)
        or (_OURS_BEFORE.search(before) and _DOES_TO_US.match(after) and name.casefold() not in _NOT_OURS)
    )
