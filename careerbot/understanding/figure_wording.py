"""How people say figures and orders in a search: "over 60k", "at least $30 an hour", "no degree", "two years of school at most"."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from careerbot.knowledge import places

MANY_OPENINGS = 10_000  # a year: what "many openings" is taken for

_I = re.IGNORECASE
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


def _pattern(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{way})" for way in ways), _I)


# --- pay ------------------------------------------------------------------------------------------------------------


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
    r"(?P<cue>(?P<turned>\b(?:not|no|nothing|none|never|(?:do|does|wo|ca|would|should|is|are)n'?t)\s+"
    r"(?:(?:want|need|show|go|get|anything|any|an?|jobs?|careers?|work|that|which|me|to|be)\s+){0,3})?"
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
    _I,
)
_PAY_BETWEEN = re.compile(
    rf"\b(?:between |from )?(?P<dollar>\$\s?)?(?P<low>{_NUMBER})\s?(?P<low_thousand>{_THOUSAND})?\s*(?:and|to|[-–—])\s*"
    rf"(?P<unit>\$\s?)?(?P<high>{_NUMBER})\s?(?P<thousand>{_THOUSAND})?(?:{_PER}|\s?(?P<hourly>hourly))?",
    _I,
)
_SIX_FIGURES = re.compile(r"\b(?:six|6)[- ]figures?\b", _I)
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
    if cue and re.match(r"(?:that |which )?(?:pay|mak|earn|start)", cue, _I) and 20 <= number <= 400:
        return number * 1000, "year"
    return None


# More than three quarters of all workers earn, and more than half of them.
WELL_PAID = _pattern(
    r"\b(?:well|high|nicely)[- ](?:paid|paying|pay|salary|salaries|wages?|income)\b",
    r"\bpays? (?:really |very |pretty |quite )?(?:well|a lot|nicely)\b",
    r"\b(?:big|great|serious|lots of|a lot of|(?<!how )(?<!so )(?<!too )(?<!that )(?<!as )much|make|making) (?:money|bank|cash|bucks)\b",
    r"\b(?:get )?rich\b",
    r"\blucrative\b",
)
DECENTLY_PAID = _pattern(
    r"\b(?:good|decent|better|fair|liv(?:ing|eable))[- ](?:paid|paying|pay|salary|salaries|"
    r"wages?|income|money)\b",
    r"\bpays? (?:good|better|decently|the bills)\b",
)

_SORTED = r"(?:sort|order|rank)(?:ed)?(?: (?:it|all|them|these|those|this|that|(?:the|this|that) list|the results))?"
ORDERS: dict[str, re.Pattern[str]] = {
    "pay": _pattern(
        r"\b(?:best|highest|top|better|most)[- ](?:paid|paying|pay|salary|salaries|earning)(?: first)?\b",
        r"\bpay(?:s|ing)? (?:the )?(?:most|best|highest)\b",
        r"\b(?:the )?most (?:money|pay)\b",
        r"\b(?:makes? the|earns?(?: the)?) most\b(?! of)",
        rf"\b{_SORTED} by (?:pay|salary|wage)\b",
    ),
    "growth": _pattern(
        r"\bfastest[- ]growing(?: first)?\b",
        rf"\b{_SORTED} by growth\b",
        r"\bgrow(?:s|ing)? (?:the )?(?:fastest|most)\b",
    ),
    "openings": _pattern(r"\bmost (?:job )?openings(?: first)?\b", rf"\b{_SORTED} by openings\b", r"\bmost jobs\b"),
    "education": _pattern(
        r"\b(?:the )?least (?:amount of )?(?:school(?:ing)?|education|college|studying|training)(?: first)?\b",
        rf"\b{_SORTED} by (?:education|school(?:ing)?)\b",
    ),
}


# What is wished against the career talked about: "something that pays more", "but less school".
THAN_IT: dict[str, re.Pattern[str]] = {
    "pay": _pattern(
        r"\b(?:pays?|paying|paid|earns?|makes?) (?:more|better)\b",
        r"\b(?:better|higher)[- ](?:paid|paying|pay|salary|wages?)\b(?! than)",
        r"\bmore (?:money|pay)\b",
    ),
    "education": _pattern(
        r"\b(?:less|fewer|not (?:so|as) (?:much|many)|not that (?:much|many)|without (?:so|as|that) (?:much|many)) "
        r"(?:years? of |years in )?(?:school(?:ing)?|education|college|studying|study|university|degrees?)\b",
        r"\b(?:lower|smaller|easier) (?:degree|education)\b",
    ),
    "time": _pattern(
        r"\b(?:less|shorter|not (?:so|as) (?:much|long)|without (?:so|as|that) much) (?:time|training|years)\b",
        r"\b(?:faster|quicker) to (?:get into|become|learn)\b",
        r"\b(?:something|anything) (?:shorter|quicker|faster)\b",
    ),
}


# --- growth, openings -------------------------------------------------------------------------------------------------

GROWTH_PERCENT = re.compile(
    r"\bgrow(?:s|ing|th)?\b[^.?!\d]{0,30}?(?P<percent>\d+(?:\.\d+)?)\s?(?:%|percent)(?: or more)?", _I
)
FAST_GROWTH = _pattern(
    r"\b(?:fast|quickly|rapidly|strongly)[- ]grow(?:ing|s)?\b",
    r"\bgrow(?:s|ing)? (?:fast|quickly|rapidly|strongly|faster than average|more than average|a lot)\b",
    r"\b(?:high|strong|good|above[- ]average|much|fast|big) (?:growth|demand|outlook|job outlook|scope)\b",
    r"\bin (?:high |great |big )?demand\b",
    r"\b(?:good|great|bright) (?:future|prospects)\b",
    r"\bhigh[- ]demand\b",
)
GROWTH = _pattern(
    r"\b(?:that |which )?(?:are |is |still )?grow(?:ing|s)?\b",
    r"\bgrowth\b",
    r"\bnot (?:shrinking|declining|dying)\b",
    r"\b(?:that )?(?:aren't|isn't|don't) (?:shrink(?:ing)?|declin(?:e|ing)|dying)\b",
    r"\bexpanding\b",
    r"\bwith a future\b",
    r"\bfuture[- ]proof\b",
)
OPENINGS = _pattern(
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
    "No formal educational credential": _pattern(
        rf"\b{_NO}{_A}\s+(?:high school(?: diploma| degree)?|hs diploma|ged|papers?)\b",
        r"\bhigh school drop ?outs?\b",
        r"\bno formal education\b",
    ),
    "Postsecondary nondegree award": _pattern(
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
    "High school diploma or equivalent": _pattern(
        rf"\b{_NO}{_A}\s+(?:college|university|uni|schooling|school|studies|studying|study|education|"
        rf"diploma(?: of university)?|higher education)\b",
        r"\b(?:with )?(?:just|only|a)?\s*(?:a )?(?:high school|hs|ged)(?: diploma| degree| education)?(?: only|"
        r" at most)?\b",
        r"\bstraight (?:out of|from|after) (?:high )?school\b",
        r"\bnot (?:going to|go to) (?:college|university)\b",
    ),
    "Associate's degree": _pattern(
        rf"{_LESS_THAN}(?:bachelor'?s?|(?:four|4)[- ]year|b\.?a\.?|b\.?s\.?)(?: degrees?)?\b",
        r"\bassociate'?s?(?: degree)?(?: at most| or less)?\b",
        r"\b(?:two|2)[- ]years? (?:degree|diploma|college|program)s?\b",
        r"\bcommunity college\b",
        r"\b(?:two|2) years(?: or less)?(?: of)? (?:school|college|study|education)(?: at most|"
        r" or less| max(?:imum)?)?\b",
    ),
    "Bachelor's degree": _pattern(
        r"\bbachelor'?s?(?: degree)?(?: at most| or less)?\b",
        r"\b(?:four|4)[- ]years? (?:degree|college)s?\b",
        r"\b(?:four|4) years(?: of)? (?:school|college|study)(?: at most| or less)?\b",
        rf"{_LESS_THAN}(?:grad(?:uate)? school|master'?s?(?: degree)?|postgrad(?:uate degree)?)\b",
        r"\bundergrad(?:uate)?(?: degree)?\b",
        r"\bcollege degree\b",
    ),
    "Master's degree": _pattern(
        r"\bmaster'?s?(?: degree)?(?: at most| or less)?\b",
        rf"{_LESS_THAN}(?:ph\.?d|doctorate|doctoral degree|medical school|med school)\b",
    ),
    "Doctoral or professional degree": _pattern(r"\b(?:ph\.?d|doctorate|doctoral degree)\b"),
}
NO_EXPERIENCE = _pattern(
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
    _I,
)


def years(match: re.Match[str]) -> float | None:
    """The years that YEARS has found; short training is a year."""
    if match["short"]:
        return 1.0
    said = next((match[name] for name in ("count", "count2", "count3", "count4") if match[name]), "").lower()
    unit = next((match[name] for name in ("unit", "unit2", "unit3", "unit4") if match[name]), "")
    number = _NUMBER_WORDS.get(said) if said in _NUMBER_WORDS else float(said) if said else None
    return None if number is None else number / 12 if unit.lower().startswith("month") else float(number)


# --- the conversation -------------------------------------------------------------------------------------------------

START_OVER = _pattern(
    r"\b(?:start|begin) (?:the search |the whole thing )?(?:over|again|anew|fresh|from scratch)\b",
    r"\b(?:a )?new search\b",
    r"\bclear (?:the search|all|everything|filters?)\b",
    r"\breset (?:the search|all|filters?)\b",
    r"\b(?:forget|ignore|drop|scrap|scratch|disregard|remove|delete|never ?mind)(?: about)? (?:all|everything)"
    r"(?: (?:of )?(?:that|this|those|these|them|it|the above|the rest|(?:the |my )?(?:filters?|limits?|constraints?|conditions?|"
    r"criteria)))?"
    r"(?: i(?:'ve| have)? (?:just )?(?:said|asked(?: for)?|told you))?(?= please|\s*(?:[.,;:!?]|$)| (?:and|now|instead|then|so|show|"
    r"find|give|"
    r"search|look|jobs?|careers?|work|i|let's|lets|just)\b)",
    # Somebody who asks for one person after the other speaks of another one now.
    r"^\W*(?:(?:ok|okay|and|now|so|the|my|our) )*(?:next|another|first|second|third|fourth|fifth|last|other|new) "
    r"(?:student|pupil|kid|child|client|patient|person|teen(?:ager)?|case)\b(?! (?:job|career|year))",
)
MORE = _pattern(
    r"^\W*(?:show |give |tell |list )?(?:me |us )?(?:some |any |a few |five |the )?(?:more|"
    r"others?|next(?: (?:ones?|page|five|5))?|further)(?: (?:of (?:them|those|these)|please|"
    r"careers|jobs|ones|options|results|hits|pls|like (?:that|those|these)))*\W*$",
    r"^\W*(?:what|any(?:thing|one)?|who) ?(?:else|others?|more)(?: (?:is|are) there| fits?|"
    r" like (?:that|those|these)| along those lines)?\W*$",
    r"^\W*(?:go on|continue|keep going|and then)\W*$",
    r"^\W*(?:see|load) more\W*$",
    r"^\W*(?:no,? )?(?:not |none of |anything but |i (?:don't|dont|do not|didn't) (?:really )?(?:like|want) (?:any of )?)"
    r"(?:those|these|them)(?: ones?| please| either)?\W*$",
    r"^\W*(?:something|show me something|anything) (?:else|different)(?: please)?\W*$",
    r"^\W*(?:any |show (?:me )?)?(?:different|other) (?:ones?|options|results|careers|jobs)(?: please)?\W*$",
)
# What somebody lets in again: "outdoors is fine", "I don't mind healthcare", "it could be shifts too".
ALLOWS = re.compile(
    r"(?:^\W*|[,.;:!?]\s*|\b(?:actually|ok|okay|but|and|well|no|wait|yes|yeah|now|so|if)\s+)(?P<what>[a-z][a-z' \-/]{1,40}?)\s*"
    r"\b(?:is|are|'s|(?:would|will|can|could|might) (?:also )?be)\s+(?:also |actually |totally |perfectly |all |just )*"
    r"(?:fine|ok|okay|alright|right|allowed|acceptable|no problem|not a problem)(?: (?:too|again|as well|after all|now|then|with me|"
    r"by me|for me))*"
    r"(?=\W*$|\s*[,.;!?]|\s+(?:and|but)\b)"
    r"|\b(?:don'?t|do not|wouldn'?t|would not|no longer) mind (?P<minds>[a-z][a-z' \-/]+?)(?= (?:too|again|as well|after all|now|"
    r"either|anymore)\b|\W*$"
    r"|[,.;!?]|\s+(?:and|but)\b)"
    r"|\b(?:it|they|that|this) (?:can|could|may|might) (?:also )?be (?P<could>[a-z][a-z' \-/]+?) (?:too|again|as well|after all)\b",
    _I,
)
# Two "nots" that are none: what is named stays.
KEEPS = _pattern(
    r"\b(?:don'?t|do not|never|not) (?:remove|drop|forget(?: about)?|lose|leave out|take out|exclude|skip|ignore|rule out)\b"
)
FORGET = re.compile(
    r"\b(?:forget(?: about)?|never ?mind|ignore|drop|remove|leave out|take out|skip|without regard to|"
    r"regardless of|no matter(?: what)?|"
    r"(?:i )?(?:don't|do not|dont) care (?:about|for)|lose(?= the| that))\s+(?:the |about |any |my |that |"
    r"what )*(?P<what>[a-z' \-]+?)(?=$|[,.;!?]|\band\b|\bbut\b|\bkeep\b|\bplease\b)"
    r"|\b(?:the )?(?P<before>[a-z' \-]+?) (?:doesn't|does not|doesnt|don't|isn't|is not|"
    r"isnt) (?:really )?(?:matter|that important|so important|important)\b",
    _I,
)
KINDS: dict[str, re.Pattern[str]] = {
    "pay": _pattern(r"\b(?:pay|salary|wages?|money|income|earnings)\b"),
    "education": _pattern(r"\b(?:education|degrees?|school(?:ing)?|college|diploma)\b"),
    "time": _pattern(r"\b(?:time|years?|training|length|how long)\b"),
    "growth": _pattern(r"\b(?:growth|grow(?:ing)?|demand|outlook|future)\b"),
    "openings": _pattern(r"\b(?:openings|vacancies)\b"),
    "experience": _pattern(r"\bexperience\b"),
}
# What people wish for that none of the tables knows: what is said -> how it is asked.
CANNOT: dict[str, re.Pattern[str]] = {
    "how dangerous the work is": _pattern(
        r"\b(?:dangerous|danger|risky|unsafe|safe(?! from)|safer|safest|deadly)\b(?! (?:job|career)s? from)"
    ),
    "how stressful the work is": _pattern(
        r"\b(?:low|least|less|no|not|without|too much|non)[- ]?stress(?:ful)?\b",
        r"\bstress(?:ful|-free)?\b",
        r"\brelaxed\b",
        r"\bwork[- ]life balance\b",
        r"\bburn ?out\b",
        r"\beasy (?:job|work)s?\b",
    ),
    "how likely machines are to take it over": _pattern(
        r"\bai[- ](?:proof|safe|resistant)\b",
        r"\b(?:ai|robots|automation) (?:will )?(?:replaces?|takes?|kills?)\b",
        r"\b(?:safe from|replaced by|not affected by|less affected (?:by|from)(?: the)?|taken by) (?:ai|"
        r"artificial intelligence|automation|robots|machines)\b",
        r"\b(?:ai|robots|machines|automation) (?:won'?t|will not|cannot|can'?t|wont|will never) (?:take|"
        r"replace|do)\b",
        r"\bautomation\b",
    ),
    "benefits": _pattern(
        r"\b(?:health insurance|pension|benefits|company car|expense account|paid (?:vacation|leave))\b"
    ),
    "how many hours a week": _pattern(
        r"\bpart[- ]time\b",
        r"\bfour[- ]day week\b",
        r"\bterm[- ]time\b",
        r"\bflexible hours\b",
        r"\bregular (?:daytime )?hours\b",
    ),
    "who hires people with a record": _pattern(
        r"\b(?:felons?|felon(?:y|ies)|drug (?:test(?:s|ing)?|screening)|ex[- ]?(?:con(?:vict)?|offender)s?|background checks?)\b",
        r"\b(?:criminal|police|arrest|juvenile|prison|clean|court) (?:records?|history|background)\b",
        r"\b(?:with|have|having|has|had|got|get|for) (?:a|my|his|her|their|that|no) (?:bad |past )?record\b(?!s| of| label| compan| produc"
        r"| stor| shop| play| keep| deal)",
        r"\b(?:despite|because of) (?:a|my|his|her|their) (?:bad |past )?record\b",
        r"\b(?:in|out of|from|to|after|did|done) (?:prison|jail)\b(?! (?:jobs?|guards?|officers?|work))",
        r"\b(?:on|after) (?:probation|parole)\b",
        r"\b(?:convict(?:ed|ions?)|misdemeanou?rs?|dui|dwi|locked up|incarcerat(?:ed|ion))\b",
    ),
    "who the employer is": _pattern(r"\b(?:federal|(?:public|private)[- ]sector|civil service|municipal|usajobs)\b"),
    "visas": _pattern(r"\b(?:visa|sponsorship|green card|work permit)\b"),
    places.UNMEASURED: places.NAMED,
    "dress codes": _pattern(r"\b(?:tattoos?|piercings?|uniforms?)\b"),
    "how much fun it is": _pattern(
        r"\b(?:fun|happy|happiest|happiness|satisfying|meaningful|fulfilling|interesting|cool|soul sucking)\b"
    ),
}
# Whom is asked for, not who the work is with: "my kid loves lego", "student: hates math", "I'm a high school student", "jobs for teens".
_YOUNG = r"(?:kids?|child(?:ren)?|teen(?:ager)?s?|toddlers?|babies|baby|students?|pupils?|youth)"
_ONE = r"(?:an?|the|this|that|one)"
_SAID_OF_WORK = "with around about teach teaching help helping like love and or of"  # "work with kids who need help"
_NOT_WITH = "".join(f"(?<!{word} )" for word in _SAID_OF_WORK.split())
ASKED_FOR = _pattern(
    rf"\b(?:my|our|his|her|their)\s+(?:[a-z]+\s+)?{_YOUNG}\b",
    r"\b(?:i'?m|i am|as|am|being|he'?s|she'?s|he is|she is|was)\s+(?:still\s+)?an?\s+(?:[a-z]+\s+){0,3}(?:student|pupil|kid|"
    r"teen(?:ager)?)\b",
    rf"(?:^|[.!?;]\s*){_YOUNG}\s*[:,-]",
    rf"\b{_ONE}\s+{_YOUNG} of (?:mine|ours)\b",
    r"\b(?:jobs?|careers?|ideas?|options?|something|good|best|suitable|great) for (?:an? |the |some |all )?(?:[a-z]+ )?(?:students?|"
    r"pupils?|teen(?:ager)?s?)\b",
    rf"(?:{_NOT_WITH}\b{_ONE}\s|{_NOT_WITH}(?<!a )(?<!an )(?<!the )(?<!this )(?<!that )(?<!one )\b)(?:student|pupil|kid|child|"
    rf"teen(?:ager)?)\s+(?:who\s|really\s|just\s|also\s)*(?:is|was|wants?|likes?|loves?|hates?|needs?|"
    r"has|enjoys?|prefers?|can|can'?t|cannot|does|doesn'?t|dislikes?|would|wanna|struggles?)\b",
    r"\bstudent (?:loans?|debts?|aid|visas?)\b",
)
# A body that leaves out physical work: "I have a bad back".
UNFIT = _pattern(
    r"\b(?:bad|weak|sore|hurt|injured|broken|messed up) (?:back|knees?|hips?|shoulders?|joints?)\b",
    r"\b(?:back|knees?|hips?|shoulders?|joints?) (?:is|are) (?:bad|weak|shot|messed up|ruined|wrecked)\b",
    r"\b(?:back|knee|hip|shoulder|joint) (?:problems?|pain|injur(?:y|ies)|issues?|trouble|surgery)\b",
    r"\b(?:can'?t|cannot|can not|not able to|unable to|shouldn'?t|not supposed to|not allowed to) (?:really )?(?:lift|carry|stand|"
    r"bend|be on my feet)\b"
    r"(?: (?:heavy|anything|much|a lot|long|for long|all day|heavy (?:things|stuff|loads)))*",
)
# What may come, no wish: "if I don't pass the exam". Likes are told so too.
SUPPOSES = _pattern(
    r"\bif\b(?![^,.;:?!]{0,20}\b(?:likes?|loves?|hates?|enjoys?|wants?|into)\b)[^,.;:?!]*?(?=[,.;:?!]|\b(?:what|which|then|"
    r"are there|is there)\b|$)"
)
# What says nothing of a career, for all its "no".
SET_PHRASE = _pattern(
    r"\bno (?:cap|lie|jokes?|kidding|doubt|rush|hurry|worries|way|clue|biggie|offen[cs]e|bs|thanks|thank you|problem(?! solv))\b"
)
FREE_WORD = re.compile(
    r"\b(?:with|about|involv(?:e|es|ing)|around|like|likes|love|loves|liking|loving|into|"
    r"enjoy|enjoys|related to|using|uses?|hate|hates|no|not|without|good at|interested in|"
    r"wants? to|solving|studying|making|doing|playing|the)\s+"
    r"(?:to |the |some |a |an |my |on |lots of |working with |doing |making )*(?P<word>[a-z]{3,})",
    _I,
)
_EMPTY_WORDS = """
    first second third fourth fifth last next two three four five
    job work career worker people person thing stuff something anything everything one that this those these them who what which money
    good best most lot kind type way time day year life other others some any all more less much many able get make need use take find
    look want like love help want know think feel see try start keep give go going doing being having working degree school college
    education experience pay salary field industry area company place home hand hands it he she they you in on at of for and or the be
    is are can could would should will have has had mom dad son daughter kid wife husband brother sister friend uncle cousin grandpa
    option someone somebody really actually sure yet even quite very honestly idea point matter
    below above under over between beyond than until since because while though although after before up down out off
    world list search result results wait sorry meant mean again with without earlier before previous actually only just instead
"""
EMPTY = frozenset(_EMPTY_WORDS.split())
_FILLER_WORDS = """
    please thanks hi hello hey me my i im i'm i'd we a an the and or but also plus too so ok okay well then now just only really with in
    on at of for to from by about into that which what whats where who how is are be do does can could would should will want like
    love need looking look find show give list tell get some any something anything stuff thing kind sort type there here it this those
    these them one other job work career profession occupation people not no nothing without must should have has having good best
    working related involving gimme got pls hate hates hating u ur hmm work make makes making pay pays paying earn
"""
FILLERS = frozenset(_FILLER_WORDS.split())
