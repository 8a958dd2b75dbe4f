"""How people ask for the other end of an order: "worst paid", "slowest growing", "the most training"."""

from __future__ import annotations

import re

from careerbot.understanding.wording import pattern

_LEAST = "least|lowest|worst|poorest|smallest|fewest|slowest|weakest"
_LESS = "less|lower|worse|poorer|smaller|fewer|slower|weaker"
_MOST, _MORE = "most|longest", "more|longer"
_NO_SCHOOL = r"(?! (?:grad|student|kid|major|jobs?|careers?|people))"  # "most college grads", "the most education jobs"


def _turned(down: str, up: str) -> dict[str, re.Pattern[str]]:
    """By what is measured, the wording that asks for its worse end: `down` and `up` are the degrees that say so."""
    down = rf"(?<!at )(?<!at the )(?:{down})(?: amount of)?"
    return {
        "pay": pattern(
            rf"\b{down}[- ](?:median |average )?(?:paid|paying|pay|salar(?:y|ies)|wages?|income|earnings?|earning|money)"
            r"(?: first)?\b",
            rf"\b(?:pay(?:s|ing)?|paid|earn(?:s|ing)?|makes?|making)(?: the| you)? {down}\b(?! sense| of| than \$?\d)",
            rf"\b(?:pay|salar(?:y|ies)|wages?) (?:is|are) (?:the )?{down}\b",
        ),
        "growth": pattern(
            rf"\b{down}[- ](?:projected |job )*(?:grow(?:ing|th)|outlook|prospects?|future)(?: first)?\b",
            rf"\bgrow(?:s|ing)? (?:the )?{down}\b",
            rf"\b(?:fast|{up})(?:er|est)?[- ](?:shrinking|declining)(?: first)?\b",
            rf"\b(?:shrinks?|shrinking|declines?|declining) (?:the )?(?:fast(?:er|est)|{up})\b",
        ),
        "openings": pattern(
            rf"\b{down} (?:job )?(?:openings?|vacanc(?:y|ies)|demand)(?: first)?\b", r"\bfewe(?:r|st) jobs\b"
        ),
        "education": pattern(
            rf"\b(?:{up})(?: amount of| years of)? (?:school(?:ing)?|education|college|study|studying)(?: first)?\b{_NO_SCHOOL}"
        ),
        "time": pattern(
            rf"\b(?:{up})(?: amount of| years of)? training(?: first)?\b",
            rf"\b(?:takes?|needs?|requires?) (?:the )?(?:{up})(?: (?:time|years))?\b(?! (?:school|educat|college|stud))",
            rf"\b(?:{up}) to (?:become|get into|learn|enter|train)\b",
        ),
    }


# Of a list one asks for the last ("worst paid"), of two careers for the lesser as well ("which pays less").
TURNED = _turned(_LEAST, _MOST)
TURNED_OF_TWO = _turned(f"{_LEAST}|{_LESS}", f"{_MOST}|{_MORE}")
BETTER_IF_HIGHER = frozenset({"pay", "growth", "openings"})
# Beside an order that has been named: "sort by pay, lowest first".
TURNS = pattern(
    r"\bascending\b", r"\b(?:lowest|worst|least|slowest|fewest) (?:ones? )?first\b", r"\blow(?:est)? to high(?:est)?\b"
)
# What goes on with the measure before: "and the worst?".
THE_WORST = pattern(
    r"^\W*(?:(?:and|so|but|ok|okay|which|what(?:['’]?s)?|who(?:['’]?s)?|one|is|has|are|the)\W+)*(?:worst|lowest|least|fewest|slowest)"
    r"(?: ones?)?(?: of (?:them|the (?:two|three|four)|these|those))?\W*$"
)
