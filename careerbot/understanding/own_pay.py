"""What somebody says they earn ("I make 45k as a cook"), and questions that hold pay against it ("would that be a raise?")."""

from __future__ import annotations

import re

from careerbot.understanding import pay_wording
from careerbot.understanding.pay_wording import SaidPay

_I_EARN = re.compile(
    r"\b(?:i(?:['’]?m| am| was| used to)? (?:currently |now |only |already |just |still )*"
    r"(?:make|making|made|earn|earning|earned|get|getting|got|paid|get paid|getting paid|bring home|take home|on|at)"
    r"|\bi(?:['’]?m| am) an? [\w ]{3,40} (?:making|earning|getting|on)"
    r"|my (?:current |own )?(?:salary|pay|wage|wages|income|job pays)(?: me)?(?: is|['’]s| was| of|:)?|(?:at|than|on) my)"
    r" (?:about |around |like |roughly |almost |only |just )*$",
    re.IGNORECASE,
)
_HOLDS_AGAINST_IT = re.compile(
    r"\b(?:is|was|isn['’]?t) (?:that|it|this) (?:really |any |even |actually |considered )?(?:an? )?"
    r"(?:good|a lot|much|low|high|enough|decent|normal|typical|fair|bad|little|average|raise|better|more)\b"
    r"|\bam i (?:being )?(?:under|over|well|badly|fairly)[- ]?paid\b|\b(?:a raise|a pay cut)\b"
    r"|\b(?:more|less|better|higher|lower) (?:is (?:that|it) )?than (?:mine|what i|i (?:make|made|earn|get|bring|am|was)|i['’]?m"
    r"|my(?! (?:mom|mum|mother|dad|father|brother|sister|husband|wife|friend|cousin|uncle|aunt|boss|son|daughter|roommate|parents)))\b"
    r"|\bhow (?:much|many) (?:more|less) (?:is|would|do|than)\b",
    re.IGNORECASE,
)


def own_pay(text: str) -> SaidPay | None:
    """The wage that a person says is theirs; None where they name none, or one that they wish for."""
    said = pay_wording.pay(text)
    cue = said and re.match(
        r"(?:mak(?:e|es|ing)|(?:earn|start|pay)(?:s|ing)?) |(?:at least|over|about|around|from) ",
        text[said.start :],
        re.IGNORECASE,
    )
    before = said and text[: said.start + (cue.end() if cue else 0)]
    return said if said and _I_EARN.search(before or "") else None


def holds_against_own_pay(text: str) -> bool:
    """Whether a message asks how pay that was told compares with what a person earns: "is that a lot?", "am I underpaid?"."""
    return bool(_HOLDS_AGAINST_IT.search(text))
