"""Questions about a figure itself rather than about a career: of which year it is, whether taxes are in it, and that it is low."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from careerbot.advice.topics import TOPICS
from careerbot.understanding.own_pay import own_pay

SOURCES = "ask_sources"
_MOST_WORDS = 16
_IT = r"""(?:(?:the|your|that|this|those|these)\ (?:[\w-]+\ ){0,2}?(?:numbers?|figures?|pay|salar(?:y|ies)|median|wages?|amounts?|money|data
    |stats?|statistics|info\w*|projections?|outlook)|that|this|it|those|these|they|them)"""
_NUMBERS = r"(?:data|numbers?|figures?|stats?|statistics|info\w*|salar(?:y|ies)|wages?|projections?)"
_INCLUDES = r"(?:includ\w*|count\w*|cover\w*|contain\w*|exclud\w*|factor\w*\ in|account\ for)"
_BESIDE = r"(?:with(?:out)?|includ\w+|counting|plus|before|after|excluding)"
_LEADING = r"""\W*(?:(?:wow|dang|damn|man|well|oh|ugh|omg|lol|jeez|yikes|hm+|but|and|so|ok|okay|honestly|no\ way|nah|bruh|bro|wtf|tf
    |lmao)\W+)*"""


def _in_it(parts: str) -> str:
    """A pattern for whether `parts` of pay are in the figures told: "does that include ...", "is ... in it", "with ...?"."""
    return rf"""\b{_IT}\ (?:also\ |even\ |already\ )?{_INCLUDES}\b[^?.]*\b{parts}\b
        | \b(?:is|are|was|were)\ {_IT}\ {_BESIDE}\b[^?.]*\b{parts}\b
        | \b(?:is|are|was|were)\ (?:the\ |any\ |their\ )?{parts}\ (?:already\ )?(?:{_INCLUDES}
        |(?:in|part\ of|on\ top\ of|out\ of)\ {_IT})\b
        | \bdo\ (?:they|you|we|people)\ (?:\w+\ )?(?:get|have|receive)\ (?:paid\ |any\ |good\ |for\ )*{parts}\b
        | ^{_LEADING}(?:what\ about\ )?{_BESIDE}\W+(?:\w+\W+)?{parts}\W*$"""


_ASKS_MEANING = r"(?:what|wat|explain|define|meaning|mean|understand|huh)"
_MIDDLE = r"(?:mean|average|avg|median)"
_PAST = r"(?:19\d\d|20[01]\d|202[0-3])"


def _is(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


# In the order in which they are looked for.
_KINDS: Mapping[str, re.Pattern[str]] = {
    "taxes": _is(
        rf"""\b(?:before|b4|after|pre|post|without|minus)[ -]?(?:or\ (?:before|after)\ )?(?:the\ )?
        tax(?:es)?\b(?!\ (?:season|return|prep|time))
        | \b(?:gross\ or\ net|net\ or\ gross)\b | \bis\ {_IT}\ (?:the\ |my\ )?(?:gross|net|take[- ]?home)\b
        | \btake[- ]?home\ (?:pay|after)\b | \b{_IT}\ (?:get\ )?taxed\b
        | \btax(?:es)?\ (?:taken\ out|included|inside|come\ out|(?:already\ )?in\ {_IT})\b"""
    ),
    "overtime": _is(
        _in_it(
            r"(?:over\ ?time|ot|shift\ (?:pay|differentials?)|(?:holiday|night|weekend|hazard)\ pay|bonus(?:es)?|tips?|commissions?)"
        )
    ),
    "benefits": _is(
        _in_it(
            r"(?:benefits?|(?:health\ ?)?insurance|health\ ?care|401\ ?\(?k\)?|pensions?|retirement|vacation|pto|paid\ leave|perks)"
        )
    ),
    "self_employed": _is(_in_it(r"(?:self[- ]employed|free-?lanc\w+|(?:business\ )?owners?|contractors?|gig\ \w+)")),
    "middle": _is(
        rf"""\b{_MIDDLE}\b[^?.]*\b(?:or|vs\.?|versus|and|from|than)\ (?:(?:is\ it|the|a|an)\ )*{_MIDDLE}\b
        | \b(?:is|are)\ {_IT}\ (?:just\ |like\ )?(?:the|an?)\ {_MIDDLE}\b
        | \b{_ASKS_MEANING}\b(?:['’]?s|\ is|\ does|\ do\ you)?(?:\ (?:a|the|by|mean\ by|exactly\ is))*\ ["“'‘]?median["”'’]?
        (?:\ (?:mean|even|anyway|supposed\ to\ be))*\W*$"""
    ),
    "range": _is(
        rf"""\b{_ASKS_MEANING}\b[^?.]*\b(?:(?:lowest|bottom|top|upper|lower|highest)[ -](?:tenth|quarter|10\ ?%|25\ ?%|10\ percent
        |decile)|percentiles?|quartiles?)\b"""
    ),
    "earlier": _is(
        rf"""\binflation\b
        | \b(?:what|how\ much)\ (?:was|were|did)\ {_IT}\b[^?.]*\b(?:ago|last\ year|before|earlier|back\ then|in\ (?:19|20)\d\d)\b
        | \b(?:ago|last\ year|in\ (?:19|20)\d\d)\W+(?:what|how\ much)\ (?:was|were|did)\ {_IT}\b
        | \b(?:is|are)\ (?:the|that|this|those|these|your)\ (?:numbers?|figures?|pay|salar(?:y|ies)|median|wages?|money)
        \ (?:still\ |actually\ )?(?:growing|going\ (?:up|down)|rising|increasing|falling|dropping|changing|shrinking)\b
        | \b(?:has|have|did)\ (?:{_IT}|pay|wages|salaries)\ (?:really\ |ever\ |also\ )?
        (?:gone?|went|changed?|grown?|risen?|rise|increased?|dropped?|fall(?:en)?)\b
        | \b{_NUMBERS}\ (?:of|for|from)\ {_PAST}\b | \b{_PAST}\ {_NUMBERS}\b"""
    ),
    "newer": _is(
        rf"""\b(?:newer|(?:more|most)\ (?:recent|current)|latest|updated|up[- ]to[- ]date)\ (?:{_NUMBERS}|ones?)\b
        | \b(?:this\ year|20(?:2[4-9]|3\d))(?:['’]?s)?\ {_NUMBERS} | \b{_NUMBERS}\ (?:of|for|from)\ (?:this\ year|20(?:2[4-9]|3\d))\b
        | \b(?:any|some)thing\ (?:newer|more\ (?:recent|current))\b"""
    ),
    "year": _is(
        rf"""\b(?:what|which|wat)\ (?:year|month|date)s?\ (?:(?:is|are|was|were)\ {_IT}|(?:do|does)\ {_IT}\ (?:come|date)
        |(?:from|for|of)\W*$)
        | ^{_LEADING}(?:what|which|wat)\ years?\W*$
        | \bhow\ (?:old|recent|current|new|up[- ]to[- ]date)\ (?:is|are)\ {_IT}
        | \b(?:is|are)\ {_IT}\ (?:still\ |really\ |even\ |all\ )?(?:current|recent|up[- ]to[- ]date|old|outdated|out\ of\ date
        |from\ (?:this|last)\ year|(?:from|of|for)\ \d{{4}})\b
        | \bwhen\ (?:is|was|are|were)\ {_IT}\ (?:from|measured|published|taken|collected|updated)\b | \b{_IT}\ from\ when\b"""
    ),
}
_SOMEBODY = """(?:cousin|friend|buddy|brother|sister|dad|mom|uncle|aunt|neighbou?r|husband|wife|son|daughter|coworker|roommate|boyfriend
    |girlfriend)"""
_COMPLAINS = _is(
    rf"""{_LEADING}(?:(?:that|it|those)(?:['’]?s|\ is|\ are|\ seems|\ sounds|\ looks)?|thats|its)\W+
    (?:(?:all|so|too|really|pretty|way|just|kinda|kind\ of|like|some|such|a|an|very|damn|still|only|total|complete|absolute|even|super
    |fucking|freaking)\W+)*
    (?:low|shit\w*|trash|crap\w*|garbage|nothing|peanuts|little|(?:not|hardly|barely)\ (?:that\ |very\ )?(?:much|enough|a\ lot|good|great)
    |bad|terrible|awful|insulting|insult|joke|pathetic|bs|bull\ ?shit|off|sad|depressing|poor|sucks?|high|horrible|ridiculous
    |disappointing)\b(?!\ or\b)[^?]{{0,60}}$
    | {_LEADING}(?:bull\ ?shit|bs|not\ true|low\ pay|so\ low|too\ low|pretty\ low|that\ sucks)\b[^?]{{0,60}}$
    | {_LEADING}low\W*$
    | {_LEADING}not\ (?:nearly\ |even\ )?enough\b[^?]{{0,60}}$
    | ^[^?]*\b(?:my|a)\ (?:\w+\ )?{_SOMEBODY}\b(?:\ [\w']+){{0,5}}?\ (?:makes?|earns?|gets?|pulls?(?:\ in)?|clears?)\b[^?]*\d[^?]*$"""
)
_OF_THE_BOT = _is(r"\byou(?:r|rs)?\b(?!\ know)")
_MAY_BE_OF_THE_WORK = frozenset({"overtime", "benefits", "self_employed"})
_NAMED_TOPICS = (
    ("ask_outlook", re.compile(r"\b(?:outlook|growth|projections?|forecasts?|openings)\b", re.IGNORECASE)),
    ("ask_salary", re.compile(r"\b(?:pay|salar(?:y|ies)|wages?|earnings|median)\b", re.IGNORECASE)),
)


def kind(text: str) -> str | None:
    """What is asked of a figure: one of the kinds that `advice/about_figures.py` answers. None where it is another question."""
    return next((name for name, pattern in _KINDS.items() if pattern.search(text)), None)


_BESIDE_PAY = _is(
    rf"""\b(?:{_INCLUDES}|{_BESIDE})\b[^?.]{{0,20}}
    \b(?:(?P<overtime>over\ ?time|shift\ (?:pay|differentials?))|(?P<benefits>benefits|insurance))\b"""
)


def kind_of_pay(text: str) -> str | None:
    """The same of a question that asks for the pay of a career it names: "nurse pay before taxes", "what do linemen make with overtime"."""
    beside = _BESIDE_PAY.search(text)
    return kind(text) or (beside.lastgroup if beside else None)


def complains(text: str) -> bool:
    """Whether a message says that the pay told is low, or wrong: "dang thats low", "bs my cousin makes 300k"."""
    return len(text.split()) <= _MOST_WORDS and bool(_COMPLAINS.match(text.strip())) and not _OF_THE_BOT.search(text)


def topic_named(text: str) -> str | None:
    """The topic whose figures a question of sources names: "how do you know the outlook"."""
    return next((topic for topic, words in _NAMED_TOPICS if words.search(text)), None)


def reading(text: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """`ask_sources` where a message asks about the figures told last, or complains of them; with one's own pay named, the pay again."""
    if careers or len(text.split()) > _MOST_WORDS:
        return None
    asked, topic = kind(text), slots.get("topic")
    listed = topic == "compare_careers" or (not topic and bool((slots.get("search") or {}).get("shown")))
    if asked == "newer":
        return SOURCES
    if asked in _MAY_BE_OF_THE_WORK:
        return SOURCES if topic == "ask_salary" or listed else None
    if asked:
        return SOURCES if topic in TOPICS or listed else None
    if topic != "ask_salary" or not slots.get("career") or not complains(text):
        return None
    return topic if own_pay(text) else SOURCES  # "that's low, I make 60k" wants the two side by side
