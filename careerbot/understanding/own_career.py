"""What somebody works as ("I'm a cashier"), and the words that mean it later: "my job", "what I do now", "my skills"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careerbot.understanding.wording import any_of

_LOOK_BACK = 40  # characters
_SAME_CLAUSE = r"(?:(?!\bnow\b|\bi['’]?m\b|\bi am\b)[^.,;!?])*$"
_PAST = re.compile(
    rf"\b(?:was|were|used to|formerly|former|ex|left|quit|no longer|laid[ -]off|retired)\b{_SAME_CLAUSE}", re.IGNORECASE
)
_SUPPOSED = re.compile(r"\b(?:if|say|suppose|imagine|pretend|when|once)\b[^.;!?]*$", re.IGNORECASE)


def said_to_be_own(text: str, named: Sequence[tuple[int, str]], before: str | None = None) -> str | None:
    """The career that a person has: the one the text says they have now, else the one known `before`, else one they had.

    `named` are the careers (ids) that the text calls the person's own, each with where its name begins.
    """
    present: list[str] = []
    past: list[str] = []
    for start, career in named:
        told = text[max(0, start - _LOOK_BACK) : start]
        if not _SUPPOSED.search(told):
            (past if _PAST.search(told) else present).append(career)
    return next(iter(present), None) or before or next(iter(past), None)


_NOW = r"(?: (?:right now|now|currently|today|at the moment|these days|for a living|for work|already|atm|rn))*"
_MINE = r"my (?:current |present |own |old |day |actual |existing )?"
_NO_JOB_ITSELF = (
    r"(?! (?:search\w*|hunt\w*|interviews?|offers?|applications?|change|title|list|report|schedule|history|options|choices|"
    r"counselor|path|prospects))"
)
_JOB = (
    rf"(?:{_MINE}(?:job|work|career|occupation|profession|trade|line of work|one|gig|role|position){_NO_JOB_ITSELF}"
    r"|the (?:job|work|one) i(?:['’]?ve| have)(?: got)?"
    r"|what i(?:['’]?m| am)? (?:currently |already |now )?(?:do|doing|have|work as)\b"
    rf"|where i(?:['’]?m| am)){_NOW}"
)
_SKILLS = (
    rf"{_MINE}(?:skill ?sets?|skills?|experience|background|training|strengths|know[- ]?how)"
    r"|(?:the )?(?:skills|experience|training) i(?:['’]?ve| have)(?: got)?(?: now| already)?"
    r"|what i (?:already )?(?:know|can do)(?: now| already)?"
)
_OF_OWN_JOB = re.compile(
    r"\b(?:of|for|in|like|about|does|do|is|are|will|would|can|how['’]?s|what['’]?s|and) (?:the )?"
    rf"(?:{_JOB})\b",
    re.IGNORECASE,
)
_OWN = re.compile(rf"\b(?:{_JOB}|{_SKILLS})\b", re.IGNORECASE)


def is_about_own_job(text: str) -> bool:
    """Whether a question is one of the job that somebody has: "is my job going to grow"."""
    return _OF_OWN_JOB.search(text) is not None


def speaks_of_own_work(text: str) -> bool:
    """The same, with the skills and the experience that came of it."""
    return _OWN.search(text) is not None


def put_in(wording: str, named: Sequence[str], own: str | None) -> tuple[str, list[str]]:
    """A wording and its careers with a person's own among them, wherever the words mean it: "better than {1}" for "than my job".

    In `wording` each career named stands as "{0}", "{1}" ...; both stay as they are where no own career is known.
    """
    careers = list(named)
    if not own or not speaks_of_own_work(wording):
        return wording, careers
    if own not in careers:
        careers.append(own)
    return _OWN.sub(f"{{{careers.index(own)}}}", wording), careers


_TO_SCHOOL = any_of(
    r"""back (?:to|in) (?:school|college|class(?:es)?|uni(?:versity)?|studying), return to (?:school|college),
    (?:go|going) to (?:school|college) again, more school(?:ing)?, study again, another degree, (?:a )?new (?:degree|diploma), retrain\w*"""
)


def asks_for_more_school(text: str) -> bool:
    """Whether a text asks if somebody who works has to learn anew: "would I have to go back to school"."""
    return _TO_SCHOOL.search(text) is not None
