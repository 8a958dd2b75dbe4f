"""The subject that is said after the name of a career: "teacher of physics", "driver of big trucks"."""

from __future__ import annotations

import re

from careerbot.understanding.word_lists import NOT_MODIFIERS

_HAS_SUBJECT = re.compile(
    r"\b(?:teachers?|professors?|lecturers?|mechanics?|engineers?|technicians?|operators?|drivers?|interpreters?|translators?|"
    r"directors?|deans?|installers?|inspectors?)$",
    re.IGNORECASE,
)
_OF_A_SUBJECT = re.compile(
    r"\sof\s(?:the\s|big\s|heavy\s)?(?P<subject>[a-z]{3,})(?:\s(?P<thing>[a-z]{3,}))?\b", re.IGNORECASE
)


def subject_after(text: str, end: int) -> tuple[int, int] | None:
    """Where the subject stands that is said after a name ("teacher of physics", "driver of big trucks")."""
    match = _OF_A_SUBJECT.match(text, end)
    if not match or match["subject"].casefold() in NOT_MODIFIERS:
        return None
    goes_on = match["thing"] and match["thing"].casefold() not in NOT_MODIFIERS
    return match.start("subject"), match.end("thing" if goes_on else "subject")


def has_subject(text: str, start: int, end: int) -> bool:
    """Whether a name is that of people who have a subject ("teacher", "interpreter")."""
    return bool(_HAS_SUBJECT.search(text, start, end))
