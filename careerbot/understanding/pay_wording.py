"""How people say pay in a search: "over 60k", "at least $30 an hour", "between 40 and 60k", "well paid"."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from careerbot.understanding.wording import pattern


class SaidPay(NamedTuple):
    """A wage that was named, and where in the text."""

    amount: float
    per: Literal["year", "hour"]
    start: int
    end: int
    most: bool = False  # whether it is the most that is asked for; otherwise it is the least


_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
_THOUSAND = r"(?:k\b|grand\b|thousand\b)"
_PER = r"\s?(?:an?|per|/|each|every)\s?(?P<per>hour|hr|h\b|year|yr|annum|month|week)"
_PAYS = r"(?:that |which )?(?:pays?|paying|makes?|making|earns?|earning|start(?:s|ing)?(?: at)?)(?: me| you)?"
_PAY = re.compile(
    # A "not" turns a limit around, however it is said: "not below 70k", "no jobs under 30k", "doesn't pay over 50k".
    r"(?P<cue>(?P<turned>\b(?:not|no|nothing|none|never|(?:do|does|wo|ca|would|should|is|are)n'?t"
    r"|remove|drop|exclude|skip|hide|without|(?:take|leave|throw) out|get rid of|cut)\s+"
    r"(?:(?:want|need|show|go|get|anything|any|all|every|everything|the|ones?|those|an?|jobs?|careers?|work|that|which|me|to|be)\s+){0,3})?"
    rf"\b(?P<pays>{_PAYS}\s+)?(?:(?P<over>over|above|more than|higher than|upwards of|north of)|"
    r"(?P<under>under|below|beneath|less than|lower than|fewer than)|"
    r"(?P<most>at (?:the )?most|max(?:imum)?(?: of)?|up to|not exceeding)|at least|minimum(?: of)?|min|from|around|about)\s+"
    rf"|\b(?:{_PAYS})\s+|[>≥]=?\s*|(?P<less>[<≤]=?\s*))?"
    rf"(?P<dollar>\$\s?)?(?P<number>{_NUMBER})\s?(?P<thousand>{_THOUSAND})?\+?\s?(?P<unit>dollars|bucks|usd)?"
    r"(?!\s?(?:job )?(?:openings|vacancies))"
    r"(?P<bound>\s?(?:or more|or over|plus|minimum|at least|and up|(?P<atmost>(?:or|and) (?:less|under|below|lower)|max(?:imum)?\b|"
    r"at (?:the )?most|tops)))?"
    rf"(?:{_PER}|\s?(?P<hourly>hourly)|\s?(?P<yearly>yearly|annually|salary))?"
    r"(?P<bound2>\s(?P<atmost2>(?:or|and) (?:less|under|below|lower)|max(?:imum)?\b|at (?:the )?most|tops))?",
    re.IGNORECASE,
)
_PAY_BETWEEN = re.compile(
    rf"\b(?:between |from )?(?P<dollar>\$\s?)?(?P<low>{_NUMBER})\s?(?P<low_thousand>{_THOUSAND})?\s*(?:and|to|[-–—])\s*"
    rf"(?P<unit>\$\s?)?(?P<high>{_NUMBER})\s?(?P<thousand>{_THOUSAND})?(?:{_PER}|\s?(?P<hourly>hourly))?",
    re.IGNORECASE,
)
_SIX_FIGURES = re.compile(r"\b(?:six|6)[- ]figures?\b", re.IGNORECASE)
_PER_YEAR = {"month": 12, "week": 52}
_LEAST_YEARLY = 5_000  # dollars: a bare smaller number is no yearly wage
_MOST_HOURLY = 250


def pay(text: str) -> SaidPay | None:
    """The first wage that a text names; numbers that are no money are left alone."""
    return next(iter(pays(text)), None)


def pays(text: str) -> list[SaidPay]:
    """The wages that a text names, in their order: the least and the most that it asks for."""
    if six := _SIX_FIGURES.search(text):
        return [SaidPay(100_000, "year", *six.span())]
    for match in _PAY_BETWEEN.finditer(text):
        if between := _between(match):
            return between
    found = ((match, _amount(match, match["number"], match["thousand"])) for match in _PAY.finditer(text))
    return [SaidPay(*amount, *match.span(), _is_most(match)) for match, amount in found if amount]


def _between(match: re.Match[str]) -> list[SaidPay]:
    """ "Between 40 and 60k": the unit said once is that of both."""
    low = _amount(match, match["low"], match["low_thousand"] or match["thousand"])
    high = _amount(match, match["high"], match["thousand"])
    if not low or not high or low[1] != high[1] or low[0] >= high[0]:
        return []
    return [SaidPay(*low, match.start(), match.end("low")), SaidPay(*high, match.end("low"), match.end(), most=True)]


def _is_most(match: re.Match[str]) -> bool:
    if match["atmost"] or match["atmost2"] or match["most"] or match["less"]:
        return True
    return bool(match["over"]) if match["turned"] else bool(match["under"])


def _amount(match: re.Match[str], said: str, thousand: str | None) -> tuple[float, Literal["year", "hour"]] | None:
    number = float(said.replace(",", ""))
    if thousand:
        number *= 1000
    per = (match["per"] or "").lower()
    if match["hourly"] or per.startswith("h"):
        return (number, "hour") if 0 < number <= 1000 else None
    number *= _PER_YEAR.get(per, 1)
    if number >= _LEAST_YEARLY:
        return number, "year"
    money = match["dollar"] or match["unit"]
    if money and number <= _MOST_HOURLY and not per:
        return number, "hour"
    cue = match.groupdict().get("cue")
    if cue and re.match(r"(?:that |which )?(?:pay|mak|earn|start)", cue, re.IGNORECASE) and 20 <= number <= 400:
        return number * 1000, "year"
    return None


# More than three quarters of all workers earn, and more than half of them.
WELL_PAID = pattern(
    r"\b(?:well|high|nicely)[- ](?:paid|paying|pay|salary|salaries|wages?|income)\b",
    r"\bpays? (?:really |very |pretty |quite )?(?:well|a lot|nicely)\b",
    r"\b(?:big|great|serious|lots of|a lot of|(?<!how )(?<!so )(?<!too )(?<!that )(?<!as )much|make|making) (?:money|bank|cash|bucks)\b",
    r"\b(?:get )?rich\b",
    r"\blucrative\b",
)
DECENTLY_PAID = pattern(
    r"\b(?:good|decent|better|fair|liv(?:ing|eable))[- ](?:paid|paying|pay|salary|salaries|"
    r"wages?|income|money)\b",
    r"\bpays? (?:good|better(?! than)|decently|the bills)\b",
)
