"""Reading a change of career: which career a person comes from, and which they want. Plain functions of the words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from careerbot.advice.constraints import WORD, Constraints
from careerbot.understanding.advising import is_asked_for_others
from careerbot.understanding.own_career import asks_for_more_school, put_in, speaks_of_own_work
from careerbot.understanding.reading_constraints import read
from careerbot.understanding.wording import alternatives, any_of

_FROM = """i am, i'm, im, i was, i've been, i have been, been, currently, formerly, former, ex, ex-, used to be, work(?:ed|ing)? as,
    experience as, from, after, leav(?:e|ing), left, quit(?:ting)?, tired of, sick of, done with, out of, laid off, instead of, besides,
    background in, burn(?:ed|t) out"""
_TO = """become, becoming, (?<!used )to be, to being, into, retrain as, train as, qualify as, go(?:ing)? to, switch(?:ing)? to,
    chang(?:e|ing) to, mov(?:e|ing) to, transition(?:ing)? to, start(?:ing)? over as, want to"""
_TO_PERHAPS = f"{_TO}, to, be, want, try, towards?, start as"
_THIS = "that, this, it, there, here, them, one"


INTENT = "ask_career_change"
_IS = re.compile(
    r"\b(?:i am|i'm|im|i was|i've been|i have been|currently|work(?:ed|ing)?(?: \w+){0,3} as|used to be"
    r"|(?<!different )(?<!differ )(?<!differs )(?<!apart )(?<!away )from)(?: [\w-]+){0,4} \{(\d)\}",
    re.IGNORECASE,
)
_WOULD_BE = re.compile(
    r"\b(?:become|becoming|to be|be|into|go(?:ing)? to|switch(?:ing)? to|mov(?:e|ing) to|chang(?:e|ing) to)(?: [\w-]+){0,3} \{(\d)\}",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:n't|\b(?:not|never|dont|cant|wont))\b[^.,;:?!]*$", re.IGNORECASE
)  # "don't tell me to become a {0}"
_GOES_ON = any_of(
    r"""missing, lack\w*, carr(?:y|ies) over, transfer\w*, gaps?, reuse, relearn, start at the bottom, start over, what else could i,
    stepping stones?, steps? between, in between"""
)

# "I'm a truck driver and sick of it"
_WANTS_OUT = re.compile(
    r"\b(?:i am|i'm|im|i work as|i've been|been) an? .*\b(?:(?:sick|tired) of (?:it|this)|hate (?:it|my job|this)|done with (?:it|this)|"
    r"fed up|burn(?:ed|t) out|want out|need (?:a change|out))\b",
    re.IGNORECASE,
)


def reading(wording: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """INTENT where a message says both what a person is and what they want to be, or goes on about a change.

    In the wording each career named stands as "{0}", "{1}" ...
    """
    if len(set(careers)) == 2 and is_asked_for_others(wording) and _IS.search(wording):  # the adviser goes nowhere
        return "ask_how_to_become" if intent == INTENT else None
    if len(set(careers)) == 2 and intent in _TAKEN_FOR and _says_both(wording):
        return INTENT
    if len(set(careers)) == 1 and intent in _TAKEN_FOR | {"feedback_negative"} and _WANTS_OUT.search(wording):
        return INTENT
    if not careers and intent in _TAKEN_FOR | {"ask_capabilities"} and _from_own(wording, slots):
        return INTENT
    goal = (slots.get("change") or {}).get("goal")
    goes_on = not careers and (slots.get("topic") == INTENT or (goal and goal == slots.get("career")))
    return INTENT if goes_on and intent in _TAKEN_FOR and _GOES_ON.search(wording) else None


_WHERE_TO = any_of(
    """what (?:else|other), what (?:can|could|would|should|might|jobs?|careers?) .*, which (?:jobs?|careers?|other),
    where (?:else|can|could|would), other (?:jobs?|careers?|things|work), something else, anything else, options"""
)


_INSTEAD = re.compile(
    r"\W*(?:(?:and|so|ok|okay|but|well|then)\W+)*what (?:else |other jobs )?(?:can|could|should|might) i (?:do|be|become|try) instead\W*",
    re.IGNORECASE,
)
_THAN = re.compile(r"\bthan\b", re.IGNORECASE)  # "which jobs pay more than mine" is a search


def _from_own(wording: str, slots: Mapping[str, Any]) -> bool:
    """Whether a person who has said what they are asks where else that leads ("what else fits my skills"), or if they would have to
    learn anew before they said for what."""
    own = slots.get("own_career")
    if not own:
        return False
    before_goal = slots.get("career") == own or not (slots.get("career") or slots.get("in_play"))
    leads = speaks_of_own_work(wording) and _WHERE_TO.search(wording) and not _THAN.search(wording)
    return bool(leads or _INSTEAD.fullmatch(wording)) or (before_goal and asks_for_more_school(wording))


def _says_both(wording: str) -> bool:
    start, goal = _IS.search(wording), _WOULD_BE.search(wording)
    if not start or not goal or start[1] == goal[1]:
        return False
    return not _NOT.search(wording[: goal.start()])


_TAKEN_FOR = frozenset(
    {
        "ask_overview",
        "ask_how_to_become",
        "ask_time_to_become",
        "ask_education",
        "ask_skills",
        "ask_which_education",
        "ask_pros_cons",
        "help_me_choose",
        "compare_careers",
        "find_careers",
        "nlu_fallback",
        "out_of_scope",
        "chitchat",
    }
)


class Ends(NamedTuple):
    """The career a person comes from and the one they want, as far as they say."""

    start: str | None = None
    goal: str | None = None


def ends(wording: str, named: Sequence[str], before: Ends, focus: str | None, *, goes_on: bool) -> Ends:
    """Both ends of the change that a message asks about.

    In `wording` each career named stands as "{0}", "{1}" ..., its place in `named`. `before` is the change talked about so far,
    which a message that `goes_on` may complete; `focus` is what "from that" and "after this" mean.
    """
    if len(named) > 1:
        return _of_two(wording, named)
    if not named:
        if not goes_on:
            return Ends(None if called(wording) else focus)
        return Ends(before.start or (focus if focus != before.goal else None), before.goal)
    known = before if goes_on else Ends()
    if _cued(_FROM, 0, wording) and not _cued(_TO, 0, wording):
        return Ends(named[0], known.goal if known.goal != named[0] else None)
    if _cued(_TO_PERHAPS, 0, wording):
        start = known.start or (focus if _FROM_THIS.search(wording) else None)
        return Ends(start if start != named[0] else None, named[0])
    return _bare(named[0], known)


_BACK_TO_IT = re.compile(
    r"\b(?:it|that|this|them|one|there|(?:start|begin)\w* (?:over|again|from|at))\b", re.IGNORECASE
)


def from_own(
    wording: str, named: Sequence[str], before: Ends, focus: str | None, own: str, *, goes_on: bool
) -> Ends | None:
    """The ends of a change for a person who has said what they are: from there, where a message names no career.

    What it means by "it" is where they want to go, unless they would leave that: "what comes after that". None where it goes on
    with another change.
    """
    wording, careers = put_in(wording, named, own)
    if named or (goes_on and not careers):
        return None
    if focus in (None, own) or not _BACK_TO_IT.search(wording):
        return Ends(own)
    return Ends(own, focus) if careers or not _FROM_THIS.search(wording) else None


def _bare(named: str, known: Ends) -> Ends:
    """A career without a word beside it is the end that is missing, or another goal, or where somebody comes from."""
    if known.start and known.start != named:
        return Ends(known.start, named)
    return Ends(named, known.goal if known.goal != named else None)


def _of_two(wording: str, named: Sequence[str]) -> Ends:
    """By the words before each; without any, the first is left for the second."""
    first, second = named[:2]
    if _cued(_TO, 0, wording) and not _cued(_FROM, 0, wording) and not _cued(_TO, 1, wording):
        return Ends(second, first)
    if _cued(_FROM, 1, wording) and not _cued(_FROM, 0, wording):
        return Ends(second, first)
    return Ends(first, second)


def _cued(cues: str, place: int, wording: str) -> bool:
    cue = rf"\b(?:{alternatives(cues)}) ?(?:(?:being|working as|work as|as) )?(?:an? |the )?\{{{place}\}}"
    return re.search(cue, wording, re.IGNORECASE) is not None


_NAME = r"(?P<name>[a-z][a-z'\-]+(?: [a-z][a-z'\-]+){0,2}?)"
_END = r"(?= (?:and|but|who|for|with|into|to|now|right|by|trying|looking|thinking|wanting|what|how|at|in|instead|without|is)\b|[,.;:?!]|$)"
_I_AM = r"(?:i am|i'm|im|i was|used to be|work(?:ed|ing)? as) an? "
_OUT_OF = r"(?:from|leaving|quitting|out of|after)(?: being)?(?: an?| the)? "
_CALLED = re.compile(rf"\b(?:{_I_AM}|{_OUT_OF}|ex-){_NAME}{_END}", re.IGNORECASE)
_GOAL_CUES = _TO.removesuffix("want to") + r"\{0\} to, ->"
_GOAL = re.compile(rf"(?<!\w)(?:{alternatives(_GOAL_CUES)})(?: being)?(?: an?| the)? {_NAME}{_END}", re.IGNORECASE)
_FROM_THIS = any_of(rf"(?:from|out of|leav(?:e|ing)|after|of) (?:{alternatives(_THIS)})")
_NO_NAME_WORDS = """
    bit little lot student person man woman mom dad mother father parent veteran graduate beginner total complete single years year
    that this it there here them one something someone anything else other another what which my your their his her our me you
    later now next be do get go change switch move work working job jobs career careers field home school scratch after outside so
    family become academia nothing zero
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())


def called(wording: str) -> str | None:
    """What a person says they are, where that is no career that is known: the "wizard" of "I'm a wizard and want to become {0}"."""
    return _named(_CALLED, wording)


_TO_WHERE = re.compile(r"(?<!used )\b(?:into|to|towards?|something|anything|somewhere)\b", re.IGNORECASE)


def wishes(wording: str) -> Constraints:
    """What a message asks of the careers to change to: the fields, places and schooling behind "to", "into" or "something"."""
    where = _TO_WHERE.search(wording)
    asked = read(re.sub(r"\{\d\}", "", wording[where.start() :])).asked if where else Constraints()
    terms, not_terms = (
        [each for each in all_of if not each.startswith(WORD)] for all_of in (asked.wanted, asked.unwanted)
    )
    return Constraints(wanted=tuple(terms), unwanted=tuple(not_terms), education_at_most=asked.education_at_most)


def called_goal(wording: str) -> str | None:
    """What a person wants to be, where that is no career that is known."""
    return _named(_GOAL, wording)


def _named(pattern: re.Pattern[str], wording: str) -> str | None:
    match = pattern.search(wording)
    return match["name"] if match and not _NO_NAME & set(match["name"].casefold().split()) else None
