"""Messages of a few words that ask something of an everyday word: "cook worth it?", "explain server", "nurse 2 driver"."""

from __future__ import annotations

import re
from collections.abc import Callable

from careerbot.knowledge.words import stem

_SHORT = 2  # letters
_MOST = 9  # words beside the name
_WORD = re.compile(r"[\w'’$-]+")
# What may stand beside a name and asks nothing of it.
_FILLERS_TEXT = """
    a an the of for to 2 4 in on at by is are was be b being bein and n so ok okay hi hey hello well do does did can could will would
    should i u you really actually usually even just still any some most all good best great new real average avg typical there it up
    off no not please pls plz lol also but
"""
# What asks of it, before it or behind it ...
_ASKING_TEXT = """
    what whats what's wat wats wut who whos how hows why where when about bout abt explain define describe tell me info learn more
    become becoming pros cons compare between difference diff different vs versus or than like similar close alternatives alternative
    instead other from above after next starting start entry level top senior remote make makes get gets earn earns replace replacing
    robots ai every steps path read into outta turned turning future association associations union guild turns leave leaving quit
    quitting ditch ditching swap go going switch switching switchin thinking thinkin tryna wanna wanting possible resources resource
    resorces books book websites sites links podcasts podcast blogs forums forum reddit subreddit groups orgs magazines magazine join
    belong discord networking conferences courses who's hire hires hiring employs years year long moving
"""
# ... and what does behind it alone: "college planner" and "salary guide" are no careers of a planner and a guide.
_ASKED_TEXT = """
    salary salaries pay pays paid wage wages hourly money $ $$ income earnings worth bad duties tasks task daily day schedule hours
    hrs shift shifts stress stressful hard boring fun dangerous lonely tiring injuries travel night nights work home balance life
    lifestyle burnout demand growth grow growing dying outlook jobs job career careers degree degrees school schools schooling college
    education cert certs certification certificate training license licence licensing major majors study need needed requirements
    requirement qualifications experience w without with promotion promotions advancement ladder tools skills skill traits personality
    qualities employers industry internship internships apprenticeship apprenticeships automation automated description community
    group unions guilds hang out online as stuff reading step pipeline should must knows know rate rates range raise tips benefits
    openings companies texas california florida ohio york
"""
_FILLERS = frozenset(_FILLERS_TEXT.split())
_ASKING = frozenset(_ASKING_TEXT.split())
_ASKED = frozenset(_ASKED_TEXT.split())
# Before a word that is a verb too: "learn to cook", "can you coach".
_BEFORE_VERB = frozenset(
    {"to", "2", "i", "you", "u", "can", "could", "will", "would", "and", "n", "wanna", "just", "please", "pls", "plz"}
)
_VERBS = frozenset(
    {"anchor", "coach", "cook", "guard", "guide", "host", "judge", "model", "scout", "steward", "sub", "usher"}
)

_LEADS_TO = frozenset({"alternative", "alternatives", "close", "from", "path", "similar", "years"})

_GOES_ON = re.compile(r"\s(?:of|to\s(?:be|become|becoming|being))\b", re.IGNORECASE)  # "a guide to becoming a nurse"


def asks_in_few_words(text: str, start: int, end: int, is_career: Callable[[str], bool]) -> bool:
    """Whether a message is nothing but an everyday word and a few words that ask of careers, or name another one.

    `is_career` knows the stems that name careers.
    """
    before, after = _words(text[:start]), _words(text[end:])
    beside = [*before, *after]
    if not 0 < len(beside) <= _MOST:
        return False
    others = {word for word in beside if word not in _FILLERS | _ASKING and is_career(stem(word))}
    if (
        any(word not in _FILLERS | _ASKING | _ASKED | others for word in beside)
        or "me" in after
        or _GOES_ON.match(text, end)
    ):
        return False
    if len(text[start:end]) <= _SHORT and not text[start:end].isupper():  # "rn" is "right now" as well
        return False
    if before and (before[-1] in _ASKED - _FILLERS or _is_verb(text[start:end], before, others)):
        return False
    return bool(others or any(word in _ASKING | _ASKED for word in beside))


def _is_verb(name: str, before: list[str], others: set[str]) -> bool:
    """Whether a word is what somebody does, and nobody goes to it from another career: "nurse to cook" does."""
    if name.casefold() not in _VERBS or before[-1] not in _BEFORE_VERB:
        return False
    leads_to = others or not _LEADS_TO.isdisjoint(before)
    return before[-1] not in ("to", "2", "and", "n") or not leads_to


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
