"""Messages of people who ask for others: a counselor with several students, a parent with two children."""

from __future__ import annotations

import re

from careerbot.understanding.asking import asks

_FOR_OTHERS = re.compile(
    r"\b(?:questions?|work(?:ing)?|here|asking|ask|advis\w+|help(?:ing)?|looking|with)\b(?:\s[\w'’]+){0,4}\s"
    r"(?:students?|clients?|kids?|pupils?|patrons?|seniors|juniors|teens?|teenagers|job ?seekers|youths?|children|jobless)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\W*(?:(?:ok|okay|now|and|so|for|then|hi)\W+)*(?:(?:my|the|this|a|one)\s)?"
    r"(?:first|second|third|fourth|fifth|next|last|another|other|final|1st|2nd|3rd|4th)\s"
    r"(?:student|one|kid|client|pupil|person|girl|boy|patron|daughter|son|child|teen|senior|junior)\b(?:\W*(?:is|he|she|they)\b)?\W*",
    re.IGNORECASE,
)
_IS_LIKE = re.compile(
    r"(?:really |also |just |only )?(?:loves?|likes?|enjoys?|hates?|wants?|dislikes?|prefers?|good|great|bad|shy|quiet|outgoing|into|"
    r"interested|strong|weak|can['’]?t|won['’]?t|does(?:n['’]?t| not)|is(?:n['’]?t)?)\b",
    re.IGNORECASE,
)


_ONE_OF_THEM = re.compile(
    r"\b(?:my|the|a|an|one|first|second|third|next|another|this|some)\s(?:of (?:them|(?:my|our|the) \w+)|students?|clients?|pupils?|"
    r"patrons?|kid|girl|boy|one|teens?|seniors?)\b[^.?!]{0,15}?\b"
    r"(?:wants?|thinking|interested|curious|asks?|asked|asking|wonders?|would like|wishes|considering)\b",
    re.IGNORECASE,
)


def is_asked_for_others(text: str) -> bool:
    """Whether somebody asks for those they advise, so that their own work is no start of a change: "I'm a counselor with three students,
    one wants to be a welder"."""
    return bool(_FOR_OTHERS.search(text) or _ONE_OF_THEM.search(text))


def advises(text: str) -> bool:
    """Whether a message only says that somebody asks for others: "I have questions for several students"."""
    return bool(_FOR_OTHERS.search(text)) and not asks(text) and "?" not in text


def describes_another(text: str) -> bool:
    """Whether a message says what the next one is like of those that somebody asks for: "Next student: shy, good at math"."""
    who = _ANOTHER.match(text)
    return bool(who and _IS_LIKE.match(text, who.end())) and not asks(text) and "?" not in text
