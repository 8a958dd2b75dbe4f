"""What a message means to a search for careers: a further constraint, one let go of, the next page, or a new search."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from careerbot.advice.compare import MOST
from careerbot.advice.constraints import Constraints
from careerbot.understanding.comparison_words import TOPICS
from careerbot.understanding.pointing import LISTING, points
from careerbot.understanding.reading_comparison import asks_on_a_point
from careerbot.understanding.reading_constraints import Reading, read
from careerbot.understanding.self_description import asks_for_a_group, asks_for_a_group_only

SEARCH = "find_careers"

# How people go on with a search rather than ask something else.
_GOES_ON = re.compile(
    r"^\W*(?:and|or|but|only|just|also|plus|not|no|without|with|what if|more|less|make it|any|ok|okay|now|instead|how about|what about|"
    r"forget|never ?mind|ignore|drop|remove|skip|leave|at least|over|under|above|best|highest|fastest|most|sort|order|in|that|which of)\b"
    r"|\b(?:of (?:them|those|these)|those|these|ones?|instead|as well|too|matter|important)\b",
    re.IGNORECASE,
)
_ASKS_FOR_JOBS = re.compile(r"\b(?:jobs?|careers?|work|works|professions?|occupations?|trades)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:of (?:them|those|these)|those|these|ones|instead|as well|too)\b|^\W*(?:only|just|and|but|more|not|forget|without)\b",
    re.IGNORECASE,
)
# The same, where a career was asked about since.
_NARROWS = re.compile(
    r"\b(?:of (?:them|those|these)|those|these|ones|instead|as well|too)\b|^\W*(?:(?:and|but|ok) )?(?:only|just|not|forget|without)\b",
    re.IGNORECASE,
)
_SORTS = re.compile(r"\W*(?:can you |please |now )?(?:sort|order|rank)\b.*\bby\b", re.IGNORECASE)
# The careers listed are held against each other: that is a comparison's.
_COMPARES = re.compile(
    r"\b(?:which|what|who)\b(?! (?:jobs?|careers?|professions?|occupations?|trades)\b).*"
    r"\b(?!(?:over|under|after|other|another|ever|never|whether|together|either|number|computer|summer|career|interest|per)\b)"
    r"(?:\w{2,}(?:er|est)|more|most|best|less|least)\b",
    re.IGNORECASE,
)
# "Can I do it without college?" and "is the pay better?" are about the career in focus, and "no wait, I meant dental assistants" names one.
_OF_THE_ONE = re.compile(
    r"\b(?:do|become|be|doing|becoming|into) (?:it|one|that)\b|^\W*(?:is|does) (?:the|it|that|this)\b", re.IGNORECASE
)
# "is the pay better?", "what's the weather"
_ASKS_OF_A_THING = re.compile(r"\W*(?:is|are|does|do|(?:what|how|where|who)(?:['’]?s| is| are) the)\b", re.IGNORECASE)
_PUTS_A_QUESTION = re.compile(
    r"\?\W*$|^\W*(?:(?:and|so|ok|okay|but|hi|hey|well)\W+)*(?:what|how|which|who|when|where|why|is|are|do|does|did|can|could|will|"
    r"would|should|tell|"
    r"explain|compare)\b",
    re.IGNORECASE,
)
# How people go on with a list that no search has made.
_OF_A_LIST = re.compile(
    rf"{_POINTS_BACK.pattern}|^\W*(?:(?:and|but|so|ok|okay)\W+)*(?:(?:what|how) about|which|any(?:thing|one)?|no|nothing|none|outside|"
    r"besides|except|with|over|at least|leave out|skip)\b",
    re.IGNORECASE,
)
_LIKE_IT = re.compile(
    r"\b(?:like (?:it|that|this|them|one)|similar|the same|same (?:thing|kind|idea|sort))\b", re.IGNORECASE
)
_OF_THEM = re.compile(r"\bof (?:them|those|these)\b|\b(?:those|these|ones)\b", re.IGNORECASE)
_OF_THE_LIST = re.compile(
    r"\b(?:of|in|on|from|among) "
    r"(?:(?:the|this|that|your) (?:list|results|options)|(?:the )?(?:ones |careers |jobs )?(?:listed|shown|above))\b",
    re.IGNORECASE,
)
_EVERYWHERE = re.compile(
    r"\b(?:of all|overall|in (?:the )?(?:us|usa|world|country)|anywhere|in general)\b", re.IGNORECASE
)
_CORRECTS = re.compile(r"\b(?:meant|mean)\b|^\W*no,? (?:wait|sorry)\b", re.IGNORECASE)
# What a search asks by now. The "conditions" of work and an age "limit" are other things.
_ASKS_FOR_FILTERS = re.compile(
    r"\b(?:what|which|show|list|tell me|remind me|see|are there|any)\b.*\b(?:constraints?|filters?|criteria|search terms?|"
    r"my (?:limits|conditions|wishes))\b",
    re.IGNORECASE,
)
_ASKS_WHAT_WAS_SAID = re.compile(
    r"\bwhat (?:all )?(?:(?:did|have|had) i (?:just |already |actually )*(?:ask(?:ed)?|search(?:ed)?|look(?:ed)?|filter(?:ed)?|"
    r"want(?:ed)?|say|said|tell|told|set|pick(?:ed)?)"
    r"|(?:am i|are we|are you|were we|were you|was i) (?:now |currently )?(?:searching|looking|filtering|asking))"
    r"(?: (?:you|for|by|on|so far|again|before|now|earlier|right now))*\W*$|\bwhat(?: is|'s) (?:my|the|this) search\b",
    re.IGNORECASE,
)
_ASKS_HOW_MANY = re.compile(
    r"\W*(?:(?:and|so|ok|okay|now|wait)\W+)*how many(?: (?:careers|jobs|results|hits|options|choices|ones|of (?:them|those|these)))?"
    r"(?: (?:are|is|were|do i have|does that leave|did you find|have you found|remain|fit|match|meet))"
    r"(?: (?:there|left|that|those|these|they|it|you|me|now|still|in|total|all|altogether|"
    r"then|so|far|my|search|to|choose|from|with|here|us))*"
    r"\W*",
    re.IGNORECASE,
)
_FEW_FOR_AN_ASPECT = 3  # words: "and the growth?" goes on with a comparison
_SHORT = 6  # words: so few that name a constraint are one
_FEW_WORDS_LEFT = 1  # words that are no constraint: more of them, and the message says something else
# What the classifier takes a bare constraint for: it says nothing of careers.
_UNSURE = frozenset(
    {
        "careers_for_degree",
        "ask_which_education",
        "help_me_choose",
        "ask_capabilities",
        "feedback_negative",
        "feedback_positive",
        "out_of_scope",
        "nlu_fallback",
        "chitchat",
        "job_search_help",
        "compare_careers",
        "deny",
    }
)
_OF_A_CAREER = frozenset({*TOPICS, "ask_related_careers"})
_ABOUT_STUDIES = frozenset({"careers_for_degree", "ask_which_education"})
_NEVER = frozenset({"crisis", "delete_my_data", "greet", "goodbye", "thank", "affirm", "ask_sources"})


def reading(text: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """`find_careers` where a message goes on with the search that was answered last, or says little but constraints."""
    if not careers and (asks_for_a_group_only(text) or (asks_for_a_group(text) and intent in _UNSURE)):
        return SEARCH
    if (
        careers
        and slots.get("topic") == "compare_careers"
        and {*careers} & {*((slots.get("comparison") or {}).get("careers") or ())}
    ):
        return None  # "not the nurse, the teacher"
    if not careers and (asks_what_is_asked(text, slots) or asks_for_no_hit(text, slots) or asks_how_many(text, slots)):
        return SEARCH
    if slots.get("topic") == "compare_careers" and (_OF_THE_LIST.search(text) or asks_on_a_point(text)):
        return None  # the list is that of the careers compared, and so is the wish
    said = read(text)
    left_out = ((slots.get("search") or {}).get("asked") or {}).get("without") or ()
    if careers and said.allowed and not {*said.allowed} & {*left_out}:  # "a nurse is fine"
        return None
    if not careers and intent not in _NEVER and looked_through(text, slots):
        return SEARCH
    if (
        said.nothing
        or _COMPARES.search(text)
        or (points(text) and not said.start_over)
        or (careers and said.rest and not said.asked.without)
    ):
        return None
    if (_OF_THE_ONE.search(text) and slots.get("career")) or (careers and _CORRECTS.search(text)):
        return None
    if intent == "deny" and careers and not goes_on(text, slots):  # "I don't want to be a {0}" says nothing else
        return None
    leaves_out = intent == "goodbye" and said.asked.unwanted  # "take animals out"
    if intent in _NEVER and not leaves_out and not (said.forget and intent == "delete_my_data"):
        return None
    return SEARCH if _begins(text, intent, careers, said, slots) or goes_on(text, slots) else None


def _begins(text: str, intent: str | None, careers: list[str], said: Reading, slots: Mapping[str, Any]) -> bool:
    """Whether a message says little but constraints, and the classifier makes nothing better of it."""
    if _ASKS_OF_A_THING.match(text) and not (said.asked.order or _ASKS_FOR_JOBS.search(text)):
        return False
    if said.rest > (0 if intent in _ABOUT_STUDIES else _FEW_WORDS_LEFT) or not _constrains(said):
        return False
    if slots.get("topic") == "compare_careers" and len(text.split()) <= _FEW_FOR_AN_ASPECT:
        return False
    if said.asked.wanted and (said.asked.unwanted or said.asked.without):  # "good at math and hate finance"
        return intent in _UNSURE | _OF_A_CAREER
    if intent in _OF_A_CAREER:  # where nobody has named one
        says_enough = said.asked.kinds > 1 or said.asked.limits_pay
        return not slots.get("career") and (says_enough or (not careers and _only_wishes(text, said)))
    return intent in _UNSURE and (said.asked.says_more_than_words or _ASKS_FOR_JOBS.search(text) is not None)


def _only_wishes(text: str, said: Reading) -> bool:
    """Whether one thing alone is a wish ("no heavy lifting"): a question ("how many openings?") and a topic ("growth")
    may be a career's."""
    asked = replace(said.asked, growth_above=None, openings_at_least=None)
    return not (_PUTS_A_QUESTION.search(text) or (asked == Constraints() and not said.cannot))


def goes_on(text: str, slots: Mapping[str, Any]) -> bool:
    """Whether a message is about the hits of the last search rather than a question of its own."""
    search = slots.get("search") or {}
    compared = (slots.get("comparison") or {}).get("careers") or ()
    if slots.get("topic") == "compare_careers" and len(compared) > 1:  # the comparison is what was talked about last
        return False
    if not search or list(search.get("shown") or ()) != list(slots.get("in_play") or ()):
        return False
    said = read(text)
    if said.more or said.start_over or said.forget or said.allowed or _SORTS.match(text):
        return True
    if said.unknown and said.asked.empty and _GOES_ON.match(text):  # "and not spooky"
        return not slots.get("career")
    if slots.get("topic") and slots.get("career") and not _NARROWS.search(text):
        return False  # a career was asked about since: "weekends?" and "and in Ohio?" are about that one
    if _ASKS_FOR_JOBS.search(text) and not _POINTS_BACK.search(text):
        return False
    return _constrains(said) and bool(_GOES_ON.search(text) or len(text.split()) <= _SHORT)


def looked_through(text: str, slots: Mapping[str, Any]) -> Sequence[str]:
    """The careers of the last list (ids) where a message searches through them: "without grad school" after those of a degree, "which of
    these pays best" after any list too long to compare. Empty where it does not, or goes on with a search as a whole."""
    listed, said = slots.get("in_play") or (), read(text)
    if len(listed) < 2 or slots.get("topic") == "compare_careers" or said.more or said.start_over or said.forget:
        return ()
    if ranks_the_list(text):
        return listed
    if _COMPARES.search(text):
        return listed if said.asked.order and len(listed) > MOST and not _EVERYWHERE.search(text) else ()
    if list((slots.get("search") or {}).get("shown") or ()) == list(listed) or points(text):
        return ()
    asked_since = slots.get("topic") and slots.get("career") and slots.get("topic") not in LISTING
    back = (_OF_THEM if asked_since or _ASKS_FOR_JOBS.search(text) else _OF_A_LIST).search(text)
    return listed if back and _constrains(said) else ()


def asks_what_is_asked(text: str, slots: Mapping[str, Any]) -> bool:
    """Whether a message asks which constraints a search has: "which filters are on", "what did I ask for"."""
    if read(text).start_over or read(text).forget:  # "show me which filters to drop", "remove all filters"
        return False
    return bool(_ASKS_FOR_FILTERS.search(text) or (slots.get("search") and _ASKS_WHAT_WAS_SAID.search(text)))


def asks_how_many(text: str, slots: Mapping[str, Any]) -> bool:
    """Whether a message asks how many careers the search has found that is on the screen: "how many are left?"."""
    search = slots.get("search") or {}
    on_screen = bool(search.get("asked")) and list(search.get("shown") or ()) == list(slots.get("in_play") or ())
    return on_screen and not slots.get("topic") and bool(_ASKS_HOW_MANY.fullmatch(text))


def asks_for_no_hit(text: str, slots: Mapping[str, Any]) -> bool:
    """Whether a message wants one of the hits, or more of them, where the last search has found none."""
    search = slots.get("search") or {}
    if not search.get("asked") or search.get("shown") or slots.get("in_play") or slots.get("career"):
        return False
    said = read(text)
    return not said.start_over and (said.more or points(text) or bool(_COMPARES.search(text) and _OF_THEM.search(text)))


def ranks_the_list(text: str) -> bool:
    """Whether a message asks what comes first in the list it has before it: "what's the best paid on that list"."""
    return bool(read(text).asked.order and _OF_THE_LIST.search(text))


def likens(text: str) -> bool:
    """Whether a message looks for careers like the one talked about: "same thing but less school"."""
    return bool(_LIKE_IT.search(text))


def _constrains(said: Reading) -> bool:
    return not said.asked.empty or bool(said.asked.order or said.allowed or said.cannot or said.than_it)
