"""What people say of who they are: sex, age, ethnicity, religion, family, disability, nationality.

None of it changes which careers are found, their order or their figures, so it is taken out before a message is read.
What people are by trade ("I'm a nurse") or have learnt ("with a biology degree") stays. A question about it stays too
("am I too old?", "jobs with children"): only descriptions of the asker, or of whom the asker asks for, are taken out.
"""

from __future__ import annotations

import re

from careerbot.understanding.intake import MAX_LENGTH

_SEX = (
    r"(?:wom[ae]n|m[ae]n|girls?|boys?|females?|males?|lad(?:y|ies)|guys?|gentlem[ae]n|trans(?:gender)?|"
    r"non-?binary|lesbian|gay|bisexual|queer|lgbtq?\+?)"
)
_ETHNIC = (
    r"(?:black|white|brown|asian|hispanic|latin[aox]|native american|african[- ]american|arab|indigenous|"
    r"mixed[- ]race|jewish|jew|roma)s?"
)
_FAITH = r"(?:muslim|christian|catholic|hindu|buddhist|sikh|mormon|atheist|evangelical|religious)s?"
_NATION = (
    r"(?:american|mexican|indian|chinese|nigerian|filipin[oa]|polish|german|russian|ukrainian|vietnamese|korean|japanese|"
    r"canadian|british|french|italian|brazilian|pakistani|cuban|haitian|somali|syrian|iranian|turkish|irish|foreign)s?"
)
_FAMILY = r"(?:single|married|divorced|widowed|pregnant|childless|stay[- ]at[- ]home)"
_KIN = (
    r"(?:mothers?|fathers?|moms?|mums?|dads?|parents?|wi(?:fe|ves)|husbands?|widows?|widowers?|grandmothers?|"
    r"grandfathers?|grandparents?)"
)
_ORIGIN = r"(?:immigrants?|refugees?|foreigners?|migrants?|asylum seekers?|dreamers?)"
_HEALTH = (
    r"(?:autistic|deaf|blind|disabled|dyslexic|neurodivergent|bipolar|diabetic|wheelchair users?|"
    r"people with disabilities|hard of hearing)"
)
_AGE = (
    r"(?:\d{2}[- ]years?[- ]olds?|in (?:my|his|her|their) (?:early |mid |late )?(?:twenties|thirties|"
    r"forties|fifties|sixties|\d0s)|over \d{2}|middle[- ]aged|elderly|retired|young|older|old)"
)
_ANY = (
    rf"(?:{_SEX}|{_ETHNIC}|{_FAITH}|{_NATION}|{_FAMILY}|{_KIN}|{_ORIGIN}|{_HEALTH}|{_AGE}|person of color|"
    rf"people of color|person|people|adults?)"
)
_TELLING = rf"(?:{_SEX}|{_ETHNIC}|{_FAITH}|{_NATION}|{_FAMILY}|{_KIN}|{_ORIGIN}|{_HEALTH}|{_AGE}|person of color|people of color)"
_TAIL = (
    r"(?:\s+(?:of|with|to)\s+(?:\w+\s+)?(?:kids?|children|sons?|daughters?|color)|\s+of\s+(?:one|two|three|four|five|six|\d)\b"
    rf"|\s+from\s+(?!(?:home|scratch|zero)\b)[a-z]+(?:\s+(?:rica|arabia|korea|africa|lanka|kingdom|"
    rf"salvador))?|\s+{_AGE}|,?\s+aged?\s+\d+)"
)
# Several of these words in a row, at least one of them telling: "a single black mother of two", "55 years old".
_WHO = (
    rf"(?:an?\s+|the\s+)?(?:(?:very|quite|already|now|only|just|almost|nearly)\s+)*(?=(?:{_ANY}[\s,]+(?:and\s+)?)*?{_TELLING}\b)(?:{_ANY}(?:[\s,]+(?:and\s+)?(?={_ANY}\b)|"
    rf"\b))+(?:{_TAIL})*"
)
_YEARS = (
    r"(?:an?\s+)?(?:\d{2}|in my \w+|(?:twenty|thirty|forty|fifty|sixty|seventy)(?:[- ]\w+)?)(?:\s+(?:years?\s+old|"
    r"years?\s+of\s+age|yo|y/o))?"
)
_CONDITION = (
    r"(?:autism|adhd|dyslexia|epilepsy|diabetes|depression|anxiety|a (?:physical |learning |mental )?disability|"
    r"one (?:arm|leg|hand|eye)|(?:\w+\s+)?(?:kids|children)|a (?:baby|toddler|child|kid|husband|wife|"
    r"family)|a green card)"
)
_END = (
    r"\s*(?:(?=\s(?:with|who)\s)|[.!;,:]+\s*(?:(?:and|so|but)\s+)?|(?:and|so|but)\s+(?:(?:i\s+)?(?:was|"
    r"am|'m)\s+wondering,?\s*)?|[-–—]+\s*|$)"
)
_I_AM = (
    r"(?:i\s*(?:am|'m|m)|im|i\s*(?:identify|identify myself) as|my (?:son|daughter|wife|husband|mother|"
    r"father|brother|sister|friend|kid|child|partner) is|(?:he|she)(?:'s| is)|we are|we're)"
)

_SENTENCES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_I_AM}\s+(?:{_WHO}|{_YEARS}(?!\s*(?:k\b|%|dollars|an hour|percent))|in\s+a\s+wheelchair|"
        rf"from\s+(?!home)\w+)(?:\s+(?:and|with)\s+{_CONDITION})?{_END}",
        rf"\bi\s*(?:have|'ve got|got|suffer from|live with|use)\s+(?:{_CONDITION}|a wheelchair){_END}",
        rf"\b(?:speaking\s+)?as\s+(?:{_WHO}|{_YEARS}){_END}",
        rf"\b(?:speaking\s+)?as\s+{_WHO}(?=\s+(?:who|what|which|how|where|can|could|should|is|are|do|i)\b)",
        rf"\b(?:i was|i'm|i am) born in (?:\d{{4}}|[a-z]+){_END}",
    )
)
# "jobs for women", "the pay of a nurse for a 55 year old": asked for somebody, the question is the same.
_FOR = re.compile(
    rf"\s*\b(?:suitable\s+|good\s+|best\s+|open\s+)?(?:for|to)\s+{_WHO}(?:\s+(?:like me|over \d+|at \d+))?"
    r"(?!\s*(?:care|rights|studies|doctors?))(?=\s*(?:[^\w\s]|$|(?:in|into|with|without|who|that|which|to|like|over|under|at|and|or|from|is|"
    r"are|can|could|should|on|than|now|then|please|pls|these|do|does|i|but|as|after|trying|looking|wanting|returning|going|living|by|if|when|"
    r"so|what|how|aged?|only|too|vs|coming|getting|starting|changing)\b))",  # but "books for foreign pharmacists"
    re.IGNORECASE,
)
# "women's jobs", "jobs women do", "female jobs"
_BEFORE_JOBS = re.compile(
    rf"\b(?:{_SEX}|{_ETHNIC}|{_FAITH})(?:['’]?s['’]?)?\s+(?=(?:jobs?|careers?|occupations?|professions?|work)\b)",
    re.IGNORECASE,
)
_NOTHING_LEFT = re.compile(
    r"\b(?:and|what|how|about|then|or|so|ok|okay|now)\b|\W", re.IGNORECASE
)  # "what about for men then"
_SPACES = re.compile(r"\s{2,}")


def without_self_description(text: str) -> str:
    """The text without what it says of who asks; the whole text where nothing else would be left, or where it is over-long."""
    if len(text) > MAX_LENGTH:
        return text
    plain = text.replace("’", "'")
    for pattern in _SENTENCES:
        plain = pattern.sub(" ", plain)
    plain = _BEFORE_JOBS.sub("", _FOR.sub(" ", plain))
    plain = _SPACES.sub(" ", plain).strip(" ,;")
    if plain == _SPACES.sub(" ", text.replace("’", "'")).strip(" ,;"):
        return text
    return plain if _NOTHING_LEFT.sub("", plain) else text


def asks_for_a_group(text: str) -> bool:
    """Whether a text asks for the careers of a kind of people: "jobs for women", "men's jobs"."""
    plain = text.replace("’", "'")
    return bool(_FOR.search(plain) or _BEFORE_JOBS.search(plain))


def asks_for_a_group_only(text: str) -> bool:
    """Whether a text says nothing besides: "what about for men then"."""
    return asks_for_a_group(text) and not _NOTHING_LEFT.sub("", _FOR.sub(" ", text.replace("’", "'")))
