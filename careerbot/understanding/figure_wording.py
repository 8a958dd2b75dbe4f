"""How people say orders, and figures but for pay, in a search: "fastest growing", "no degree", "two years of school at most"."""

from __future__ import annotations

import re

from careerbot.understanding.wording import pattern

MANY_OPENINGS = 10_000  # a year: what "many openings" is taken for

_NUMBER_WORDS = {
    "one": 1,
    "a": 1,
    "an": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "eighteen": 18,
    "half a": 0.5,
}
_COUNT = rf"(?:\d+(?:\.\d+)?|{'|'.join(sorted(_NUMBER_WORDS, key=len, reverse=True))})"

_SORTED = r"(?:sort|order|rank)(?:ed)?(?: (?:it|all|them|these|those|this|that|(?:the|this|that) list|the results))?"
ORDERS: dict[str, re.Pattern[str]] = {
    "pay": pattern(
        r"\b(?:best|highest|top|better|most)[- ](?:paid|paying|pay|salary|salaries|earning)(?: first)?\b",
        r"\bpay(?:s|ing)? (?:the )?(?:most|best|highest)\b",
        r"\b(?:the )?most (?:money|pay)\b",
        r"\b(?:makes? the|earns?(?: the)?) most\b(?! of)",
        rf"\b{_SORTED} by (?:pay|salary|wage)\b",
    ),
    "growth": pattern(
        r"\bfastest[- ]growing(?: first)?\b",
        rf"\b{_SORTED} by growth\b",
        r"\bgrow(?:s|ing)? (?:the )?(?:fastest|most)\b",
    ),
    "openings": pattern(r"\bmost (?:job )?openings(?: first)?\b", rf"\b{_SORTED} by openings\b", r"\bmost jobs\b"),
    "education": pattern(
        r"\b(?:the )?least (?:amount of )?(?:school(?:ing)?|education|college|studying)(?: first)?\b",
        rf"\b{_SORTED} by (?:education|school(?:ing)?)\b",
    ),
    "time": pattern(
        r"\b(?:the )?(?:least|shortest|quickest|fastest) (?:amount of |time in |time of )?training(?: first)?\b",
        r"\b(?:shortest|quickest|fastest) (?:way in|to (?:become|get into|learn|enter|train for))\b",
        r"\btakes? (?:the )?(?:least time|shortest)\b",
        rf"\b{_SORTED} by (?:training|time|length)\b",
    ),
}


# What is wished against the career talked about: "something that pays more", "but less school".
THAN_IT: dict[str, re.Pattern[str]] = {
    "pay": pattern(
        r"\b(?:pays?|paying|paid|earns?|makes?) (?:more|better)\b",
        r"\b(?:better|higher)[- ](?:paid|paying|pay|salary|wages?)\b(?! than)",
        r"\bmore (?:money|pay)\b",
    ),
    "education": pattern(
        r"\b(?:less|fewer|not (?:so|as) (?:much|many)|not that (?:much|many)|without (?:so|as|that) (?:much|many)) "
        r"(?:years? of |years in )?(?:school(?:ing)?|education|college|studying|study|university|degrees?)\b",
        r"\b(?:lower|smaller|easier) (?:degree|education)\b",
        r"\btoo (?:much|many years of) (?:school(?:ing)?|college|studying|education)\b",
    ),
    "time": pattern(
        r"\b(?:less|shorter|not (?:so|as) (?:much|long)|without (?:so|as|that) much) (?:time|training|years)\b",
        r"\b(?:faster|quicker) to (?:get into|become|learn)\b",
        r"\b(?:something|anything) (?:shorter|quicker|faster)\b",
    ),
}


# --- growth, openings -------------------------------------------------------------------------------------------------

GROWTH_PERCENT = re.compile(
    r"\bgrow(?:s|ing|th)?\b[^.?!\d]{0,30}?(?P<percent>\d+(?:\.\d+)?)\s?(?:%|percent)(?: or more)?", re.IGNORECASE
)
FAST_GROWTH = pattern(
    r"\b(?:fast|quickly|rapidly|strongly)[- ]grow(?:ing|s)?\b",
    r"\bgrow(?:s|ing)? (?:fast|quickly|rapidly|strongly|faster than average|more than average|a lot)\b",
    r"\b(?:high|strong|good|above[- ]average|much|fast|big) (?:growth|demand|outlook|job outlook|scope)\b",
    r"\bin (?:high |great |big )?demand\b",
    r"\b(?:good|great|bright) (?:future|prospects)\b",
    r"\bhigh[- ]demand\b",
)
GROWTH = pattern(
    r"\b(?:that |which )?(?:are |is |still )?grow(?:ing|s)?\b",
    r"\bgrowth\b",
    r"\bnot (?:shrinking|declining|dying)\b",
    r"\b(?:that )?(?:aren't|isn't|don't) (?:shrink(?:ing)?|declin(?:e|ing)|dying)\b",
    r"\bexpanding\b",
    r"\bwith a future\b",
    r"\bfuture[- ]proof\b",
)
OPENINGS = pattern(
    r"\b(?:at least|over|more than)\s+(?P<openings>[\d,]+k?)\s+(?:job )?openings(?: (?:a|per) year)?\b",
    r"\b(?:many|lots of|a lot of|plenty of|enough|loads of) (?:job )?(?:openings|vacancies)\b",
    r"\beasy to (?:get|find|get into|get hired)\b",
    r"\bhiring (?:a lot|everywhere|now)\b",
    r"\b(?:job )?openings\b",
)


def openings(match: re.Match[str]) -> int:
    """The number a year that OPENINGS has found."""
    said = (match["openings"] or "").lower().replace(",", "")
    if not said or not said.rstrip("k").isdigit():
        return MANY_OPENINGS
    return int(said.rstrip("k")) * (1000 if said.endswith("k") else 1)


# --- education, experience, time --------------------------------------------------------------------------------------

_NO = (
    r"(?:no|without|w/o|w/out|don'?t (?:need|require|want|have)|doesn'?t (?:need|require|"
    r"take)|not (?:need|needing|requir(?:e|ing))|never need|not have|need no|needs no|skip(?:ping)?|"
    r"zero)"
)
_A = (
    r"(?:\s+(?:for|to (?:have|get|do|go to|need)|need|needing|having|getting|going to|any|"
    r"an?|the|my|more|much|years? of|much))*"
)
# "Without a bachelor's" is less than one. "No more than a master's" is no "no master's".
_LESS_THAN = (
    rf"\b(?:{_NO}|not|nothing (?:that )?(?:needs?|requires?|wants?)|(?:less|lower) than|below|under|short of){_A}\s+"
)
# Asked for the least first: "no high school diploma" is not "no diploma".
EDUCATION: dict[str, re.Pattern[str]] = {
    "No formal educational credential": pattern(
        rf"\b{_NO}{_A}\s+(?:high school(?: diploma| degree)?|hs diploma|ged|papers?)\b",
        r"\bhigh school drop ?outs?\b",
        r"\bno formal education\b",
    ),
    "Postsecondary nondegree award": pattern(
        rf"\b{_NO}{_A}\s+(?:college |university )?degrees?\b",
        rf"{_LESS_THAN}associate'?s?(?: degree)?\b",
        r"\bnon[- ]degree\b",
        r"\bdegree (?:not|isn't) (?:needed|required|necessary)\b",
        r"\b(?:you|i|one|u) don'?t (?:need|have) (?:a|any) (?:college )?degree(?: for)?\b",
        r"\b(?:trade|vocational) school(?: at most)?\b",
        r"\b(?:a )?certificates?(?: at most| only)?\b",
        r"\bnot (?:a|any) degree\b",
        r"\bw/?o a degree\b",
    ),
    "High school diploma or equivalent": pattern(
        rf"\b{_NO}{_A}\s+(?:college|university|uni|schooling|school|studies|studying|study|education|"
        rf"diploma(?: of university)?|higher education)\b",
        r"\b(?:with )?(?:just|only|a)?\s*(?:a )?(?:high school|hs|ged)(?: diploma| degree| education)?(?: only|"
        r" at most)?\b",
        r"\bstraight (?:out of|from|after) (?:high )?school\b",
        r"\bnot (?:going to|go to) (?:college|university)\b",
    ),
    "Associate's degree": pattern(
        rf"{_LESS_THAN}(?:bachelor'?s?|(?:four|4)[- ]year|b\.?a\.?|b\.?s\.?)(?: degrees?)?\b",
        r"\bassociate'?s?(?: degree)?(?: at most| or less)?\b",
        r"\b(?:two|2)[- ]years? (?:degree|diploma|college|program)s?\b",
        r"\bcommunity college\b",
        r"\b(?:two|2) years(?: or less)?(?: of)? (?:school|college|study|education)(?: at most|"
        r" or less| max(?:imum)?)?\b",
    ),
    "Bachelor's degree": pattern(
        r"\bbachelor'?s?(?: degree)?(?: at most| or less)?\b",
        r"\b(?:four|4)[- ]years? (?:degree|college)s?\b",
        r"\b(?:four|4) years(?: of)? (?:school|college|study)(?: at most| or less)?\b",
        rf"{_LESS_THAN}(?:grad(?:uate)? school|master'?s?(?: degree)?|postgrad(?:uate degree)?)\b",
        r"\bundergrad(?:uate)?(?: degree)?\b",
        r"\bcollege degree\b",
    ),
    "Master's degree": pattern(
        r"\bmaster'?s?(?: degree)?(?: at most| or less)?\b",
        rf"{_LESS_THAN}(?:ph\.?d|doctorate|doctoral degree|medical school|med school)\b",
    ),
    "Doctoral or professional degree": pattern(r"\b(?:ph\.?d|doctorate|doctoral degree)\b"),
}
NO_EXPERIENCE = pattern(
    rf"\b{_NO}{_A}\s+(?:work |job |prior |previous )?experience\b", r"\bentry[- ]level\b", r"\bfrom (?:zero|scratch)\b"
)
YEARS = re.compile(
    rf"\b(?:(?:in |with )?(?:under|less than|within|at most|no more than|not more than|up to|"
    rf"max(?:imum)?(?: of)?|fewer than)\s+(?P<count>{_COUNT})\s*(?P<unit>months?|years?|"
    rf"yrs?)"
    rf"(?:\s+(?:of )?(?:school(?:ing)?|training|study|studying|education|college|to (?:train|"
    rf"learn|get in(?:to)?|enter)))?"
    rf"|(?P<count2>{_COUNT})\s*(?P<unit2>months?|years?|yrs?)(?:\s+of)?\s+(?:school(?:ing)?|"
    rf"training|study|studying)(?:\s+(?:at most|or less|max(?:imum)?|tops))?"
    rf"|(?P<count4>{_COUNT})\s*(?P<unit4>months?|years?|yrs?)\s+(?:at (?:the )?most|or less|max(?:imum)?|"
    rf"tops)\b(?! (?:of )?(?:school|college|study|education))"
    rf"|in (?P<count3>{_COUNT})\s*(?P<unit3>months?|years?|yrs?)\b"
    r"|(?P<short>(?:short|quick|little|brief|fast) training|quick(?:ly)? to (?:learn|get into)|"
    r"(?:without|no|not) (?:many|long|a lot of|years? of) (?:years )?(?:school|study|studying|"
    r"training|years)|without study many years|start (?:soon|quickly|right away)))",
    re.IGNORECASE,
)


def years(match: re.Match[str]) -> float | None:
    """The years that YEARS has found; short training is a year."""
    if match["short"]:
        return 1.0
    said = next((match[name] for name in ("count", "count2", "count3", "count4") if match[name]), "").lower()
    unit = next((match[name] for name in ("unit", "unit2", "unit3", "unit4") if match[name]), "")
    number = _NUMBER_WORDS.get(said) if said in _NUMBER_WORDS else float(said) if said else None
    return None if number is None else number / 12 if unit.lower().startswith("month") else float(number)
