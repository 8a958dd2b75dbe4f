"""Whether a message is about the list of saved careers: in its words, or in the conversation it stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from careerbot.knowledge.name_index import name_index
from careerbot.knowledge.near_names import among
from careerbot.understanding.pointing import all_of_them, points
from careerbot.understanding.privacy import names_what_is_kept
from careerbot.understanding.reading_search import ranks_the_list
from careerbot.understanding.shortlist_words import (
    COMPARE,
    LIST,
    kept_only,
    means_saved,
    names_operation,
    read,
    telling,
    thing,
)
from careerbot.understanding.wording import any_of

SHORTLIST = "shortlist"

_PAGE = r"(?:(?:career|full|printable|printed) )*(?:report|print ?out|pdf)"
_EVERYTHING = (
    rf"(?:all|everything|it all|this all|my (?:{LIST}))(?: of)?(?: this| that| it)?"
    r"(?: (?:as|on|in) (?:one|a|a single) (?:page|file|document|pdf))?(?: please)?"
)
_WANTS_REPORT = any_of(
    rf"""(?:print|export|download|get|make|give|see|want|have|show|create|prepare) (?:me )?(?:my|a|the|this) {_PAGE},
    my career report, (?:send|e?-?mail|print|export|download) (?:me )?{_EVERYTHING}(?=\W*$)"""
)
_THIS = (
    r"(?:it|this|that|these|those|them|all|everything|a copy|all of (?:it|this|that)|"
    r"(?:the|this|that|my) (?:last |whole |entire |full )?(?:comparison|table|page|chat|answer|conversation|talk|results?|list|report))"
)
_ON_PAPER = r"(?:on paper|(?:as|in|to) (?:a )?(?:pdf|file)|in writing)"
# "Can I print this", "how do i download that comparison", "email me those", "i need it on paper"
_PRINTS = re.compile(
    r"\W*(?:(?:can|could|may|how|do|would|should|i|you|we|is there a way|to|want|need|like|wanna|let me|get|have|please|pls|ok|okay|"
    r"and|so|then|just|also|it|possible|where|somehow|hey)\W+)*"
    rf"(?:(?:print|export|download)(?: me| out| off)*(?: {_THIS})?|(?:send|e-?mail|text) (?:me )?{_THIS}|{_THIS} {_ON_PAPER})"
    rf"(?: (?:out|off|please|somewhere|somehow|for (?:me|us|later|my \w+)|now|too|{_ON_PAPER}|to (?:me|my e?-?mail)))*\W*",
    re.IGNORECASE,
)
_MOST_WORDS = 20  # a longer text tells a story, and the list or the report in it is another one
_ABOUT_LIST = re.compile(
    rf"\b(?:my|the) (?:{LIST})\b|\b(?:add|save|put|keep|remove|delete|take|drop|clear|compare)\b.*\bshort ?list\b",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r"^(?:please |pls |ok |okay |yes |and |can you |could you |i(?:'d| would) like to |let'?s )*(?:save|bookmark|unsave|shortlist)\b"
    r"(?!.*\b(?:money|lives?|time|tax|energy|planet|world|animals)\b)"
    r"(?! up\b)",  # "save up for school"
    re.IGNORECASE,
)
# "Save me from this job"
_CALLS_FOR_HELP = re.compile(r"\b(?:save|rescue|free) (?:me|us)(?:\W*$| (?:from|please)\b)", re.IGNORECASE)


def reading(text: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """`shortlist` where the words name the list, save something, or ask for the report."""
    saved, listed = slots.get("shortlist") or (), slots.get("in_play") or ()
    if not careers and len(saved) > 1 and len(listed) < 2 and COMPARE.search(text) and all_of_them(text):
        return SHORTLIST  # "compare them", right after two were saved
    if saved and _ALL_OFF.fullmatch(text):  # "delete everything" is the wish to be forgotten
        return SHORTLIST
    if _keeps_only(text, careers, slots) or (not careers and _is_said_of_it(text, slots)):
        return SHORTLIST
    if intent == SHORTLIST and _CALLS_FOR_HELP.search(text):
        return "ask_career_change"
    if undoes(text, slots):
        return SHORTLIST
    # "Delete the electrician": a career is nothing that is kept of anybody.
    if careers and intent == _FORGETS and _TAKES_OFF.match(text):
        return SHORTLIST
    if _KEEPS.search(text) or _takes_off(text, intent, slots) or _puts_back(text, slots) or goes_on(text, slots):
        return SHORTLIST
    if len(text.split()) > _MOST_WORDS:
        return None
    if _WANTS_REPORT.search(text) or _PRINTS.fullmatch(text):
        return SHORTLIST
    if not {*listed} <= {*saved} and ranks_the_list(text) and not means_saved(text):
        return None
    if listed and not saved and read(text) in ("list", "compare") and not means_saved(text):
        return None
    return SHORTLIST if _ABOUT_LIST.search(text) and (names_operation(text) or slots.get("shortlist")) else None


def _keeps_only(text: str, careers: list[str], slots: Mapping[str, Any]) -> bool:
    """ "Remove everything but the welder"; of a comparison of others, and of what a search asks, it is said of those."""
    kept, saved = kept_only(text) if len(text.split()) <= _MOST_WORDS else None, slots.get("shortlist") or ()
    if not kept or not saved or (compares_others(slots) and not means_saved(text)):
        return False
    return bool(careers or points(text) or among(saved, telling(kept)) or not slots.get("search"))


_IT = rf"(?:it|that|them|(?:the|my) (?:{LIST}))"
_AROUND_IT = r"(?:ok|okay|please|pls|now|so|and|just|can you|could you|still|really|then|actually|all|out|up|off|there)"
_OF_IT = re.compile(
    rf"\W*(?:{_AROUND_IT}\W+)*(?:(?:clear|empty|wipe|reset|clean)(?: (?:out|up))? {_IT}"
    rf"|(?:is|was) {_IT} (?:{_AROUND_IT} )*(?:empty|full|cleared|gone)"
    rf"|what(?:['’]?s| is| was)? (?:{_AROUND_IT} )*(?:left|(?:on|in) (?:{_IT}|there))"
    rf"|how many(?: (?:careers|jobs|ones))? (?:do i have|have i (?:got|saved))(?: saved)?"
    rf"|how (?:many|much)(?: (?:careers|jobs|ones))?(?: (?:are|is|do i have))?(?: {_AROUND_IT})* (?:left|(?:on|in) (?:{_IT}|there)))"
    rf"(?:\W+{_AROUND_IT})*\W*",
    re.IGNORECASE,
)


def _is_said_of_it(text: str, slots: Mapping[str, Any]) -> bool:
    """ "Clear it", "is it empty?", right after the list was changed or shown."""
    saved, offer = slots.get("shortlist") or (), slots.get("offer") or {}
    shown = bool(saved) and list(saved) == list(slots.get("in_play") or ())
    return bool(shown or slots.get("list_change") or offer.get("intent") == SHORTLIST) and bool(_OF_IT.fullmatch(text))


_ALL_OFF = re.compile(
    r"\W*(?:please |ok |okay |now |can you )*(?:remove|clear|take off|drop)(?: them)? (?:all|them|all of them|every one)"
    r"(?: off| please)?\W*",
    re.IGNORECASE,
)
_TAKES_OFF = re.compile(
    r"^(?:please |pls |ok |okay |and |can you |no,? )*(?:remove|delete|erase|drop|forget|scratch|unsave)\b",
    re.IGNORECASE,
)


def _takes_off(text: str, intent: str | None, slots: Mapping[str, Any]) -> bool:
    """ "Forget cook" takes cooks off a list that has them, unless a comparison with others was the last thing talked about.

    "Delete the first" and "erase that" mean the list too, rather than all that the conversation holds.
    """
    kept = slots.get("shortlist") or ()
    if not kept or compares_others(slots) or not _TAKES_OFF.match(text):
        return False
    said = thing(text)
    if any(id in kept for mention in name_index().find(said or "") for id in mention.career_ids):
        return True
    if names_what_is_kept(text):
        return False
    return bool(among(kept, telling(said))) if said else intent == _FORGETS or points(text)


def compares_others(slots: Mapping[str, Any]) -> bool:
    """Whether careers that are not on the list were compared last, so that "drop the second" is said of those."""
    compared = (slots.get("comparison") or {}).get("careers") or ()
    kept = slots.get("shortlist") or ()
    return slots.get("topic") == "compare_careers" and len(compared) > 1 and not {*compared} <= {*kept}


_FORGETS = "delete_my_data"
_UNDOES = re.compile(
    r"\W*(?:(?:no|nah|oh|ok|okay|wait|oops|sorry|actually|please|pls|hm+|can you|could you)\W+)*"
    r"(?:undo|revert|take (?:it|that) back|i take (?:it|that) back)"
    r"(?:\W+(?:it|that|this|the last (?:one|change|step)|please|pls|again))*\W*",
    re.IGNORECASE,
)


def undoes(text: str, slots: Mapping[str, Any]) -> bool:
    """Whether a message takes back what the turn before has done to the list."""
    return bool((slots.get("list_change") or {}).get("careers")) and bool(_UNDOES.fullmatch(text))


_BACK_ON = re.compile(r"^(?:\w+ ){0,3}(?:put|add|bring|get|save)\b.*\b(?:back|again)\b", re.IGNORECASE)


def _puts_back(text: str, slots: Mapping[str, Any]) -> bool:
    """ "Put it back", right after something was taken off."""
    taken_off = (slots.get("list_change") or {}).get("operation") == "remove"
    return (
        taken_off and len(text.split()) <= _FEW_WORDS and bool(_BACK_ON.match(text)) and not telling(thing(text) or "")
    )


_FEW_WORDS = 8
_ALSO = any_of("too, also, as well, both")
_AND = re.compile(r"\W*(?:oh |ok |okay )?(?:and|plus)\b[^?]*$", re.IGNORECASE)
_OTHER = any_of("the other(?: one)?, the others")


def goes_on(text: str, slots: Mapping[str, Any]) -> str | None:
    """The operation that a message goes on with though it names none: "save" for "and the third" and "welders too" right after a save.

    Where which career was asked, its name or its place alone is enough.
    """
    change = slots.get("list_change") or {}
    if not change or len(text.split()) > _FEW_WORDS or names_operation(text):
        return None
    also = _ALSO.search(text) or (_AND.match(text) and points(text))
    if change["careers"] and not (change["operation"] == "save" and also):
        return None
    said, listed = telling(_ALSO.sub("", text)), slots.get("in_play") or slots.get("shortlist") or ()
    known = _is_name(said) or among(listed, said) if said else points(text) or all_of_them(text) or _OTHER.search(text)
    return str(change["operation"]) if known else None


def _is_name(said: str) -> bool:
    return any(mention.end - mention.start == len(said) for mention in name_index().find(said))
