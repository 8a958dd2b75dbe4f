"""Going back in a conversation: "back to the comparison", "show the list again", "go back". None of it starts the conversation over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from careerbot.understanding.reading_constraints import read
from careerbot.understanding.wording import any_of

_BACK = any_of(
    r"""(?:go|going|get|getting|went|take me|return)? ?back (?:to|on), return to,
    (?:show|see|give|pull up|bring up|open)(?: me)? .* again, again please, what (?:else )?was (?:on|in)"""
)
_COMPARISON = re.compile(r"\b(?:compar\w+|side by side)\b", re.IGNORECASE)
_SEARCH = re.compile(r"\b(?:search\w*|results?|hits|lists?|options|jobs|careers)\b(?! of mine)", re.IGNORECASE)
_SAVED = re.compile(r"\b(?:my|saved|short ?list|favou?rites|bookmarks)\b", re.IGNORECASE)
_MOST_WORDS = 9
_BEGINNING = r"(?:scratch|zero|new|top|beginning|start|(?:question|step|square)[ ](?:one|1)|(?:first|opening)[ ](?:question|step|screen))"
_STARTS_OVER = re.compile(
    rf"""\b(?:
    (?:start\w*|begin\w*|go|take\ it|run\ it|again|do)\b(?:\ [\w']+){{0,3}}?\ from\ (?:the\ )?(?:very\ )?{_BEGINNING}
    | (?:start\w*|begin\w*|redo|do|take|try)\b(?:\ [\w']+){{0,4}}\ (?:over|again|anew|afresh|fresh|once\ more)
    | re-?start\w* | reset\w* | reboot | refresh | re-?do | do[ ]?-?over | (?:all\ )?over\ again
    | (?:fresh|new)\ (?:start|conversation|chat|session|round) | clean\ slate | wipe\ the\ slate | square\ one
    | (?:back|rewind|return)\ (?:up\ )?(?:to\ )?(?:the\ )?(?:very\ )?{_BEGINNING}
    | back\ to\ (?:the\ )?(?:main|home|menu) | main\ menu | home\ screen | take\ me\ home | all\ the\ way\ back | rewind\ all\ the\ way
    | (?:clear|wipe|end|quit|kill)\ (?:this|the|all|everything)\b
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_FROM_THE_START = re.compile(
    rf"\W*(?:(?:again )?from (?:the )?(?:very )?{_BEGINNING}|home|menu)(?: please| pls)?\W*", re.IGNORECASE
)
# Who starts over in working life, and not in this conversation: "do I have to start over at the bottom", "too late to start again"
_BEGINS = r"(?:start|begin)\w* (?:all )?(?:over|again|anew|afresh|(?:back )?(?:from|at) (?:the )?(?:scratch|zero|bottom|beginning))"
_STARTS_OVER_AT_WORK = re.compile(
    rf"\b(?:do|does|would|will|did|must) (?:i|he|she|they|you|people)\b(?: \w+){{0,3}}? {_BEGINS}"
    rf"|\b(?:have|having|had|afraid|scared|worried|(?:late|old|hard|risky)(?: for \w+)?)(?: of| about)?(?: to)? {_BEGINS}"
    rf"|\b{_BEGINS}(?: \w+){{0,2}}? (?:at (?:the bottom|entry|\d\d)|as an?|in (?:my|life|an?)|at my age|"
    r"with an? (?:new|different) (?:career|trade))\b",
    re.IGNORECASE,
)
_SAID_OF_IT = re.compile(r"\W*(?:of|with|about|on|as|for|at|in)\b", re.IGNORECASE)
_BACK_TO_A_CAREER = re.compile(
    r"\bback (?:to|into|in)(?: (?:being|working as|work as|doing))?(?: (?:an?|the|my))?(?: old)?(?: job as an?)? \{0\}",
    re.IGNORECASE,
)
_WEIGHS = any_of("should, smart, worth, good idea, bad idea, wise, better off, regret, mistake")
_OF_WORK = any_of(
    r"(?:can|could|may|do|would|might) (?:i|he|she|we|they), how, want, wanna, like, thinking, plan\w*, hope"
)
_FEW_WORDS = 6
_LEAVES_ONE_THING = any_of(r"forget (?:the|about|that), (?:different|another|other|new) (?:question|thing|topic)")
_GOES_BACK = re.compile(
    r"(?:\W*\b(?:no|nah|ok|okay|wait|oh|um|hm+|so|please|pls|sorry|actually|now|then|can|could|we|you|i|let['’]?s|lets|let|me|us|take|want|to|"
    r"just|take it easy|hold on|wrong one)\b)*\W*"
    r"(?:(?:go|going|step|get|take me)? ?back(?: up)?(?: (?:a|one) (?:step|bit))?|undo(?: (?:that|it))?|the (?:one|thing) before)"
    r"(?:\W+(?:please|pls|one|there|again|now|then|to (?:it|that|before|what we had|the one before|the last one)))*\W*",
    re.IGNORECASE,
)


def reading(wording: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """The comparison or the search that a message returns to; what it asks where it only sounds like a restart ("do I have to start
    over at the bottom"), and "deny" where it leaves one thing. In the wording each career named stands as "{0}", "{1}" ..."""
    if meant := _back_to_a_career(wording, intent, careers, slots):
        return meant
    if intent == "restart" and (meant := _no_restart(wording, careers, slots)):
        return meant
    if careers or len(wording.split()) > _MOST_WORDS:
        return None
    if shows_search_again(wording, slots):
        return "find_careers"
    if (
        _BACK.search(wording)
        and _COMPARISON.search(wording)
        and len((slots.get("comparison") or {}).get("careers") or ()) > 1
    ):
        return "compare_careers"
    if read(wording).forget:  # "forget the remote part" is the search's
        return None
    return "deny" if intent == "restart" and _leaves_one_thing(wording) else None


def _back_to_a_career(wording: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """What "back to electricians" and "can I go back to nursing" ask. Who goes back to a career has been in it, so that nothing has to be
    asked of a change; and of a comparison only that career is wanted."""
    if len(set(careers)) != 1 or not _BACK_TO_A_CAREER.search(wording):
        return None
    if intent == "ask_career_change" and _WEIGHS.search(wording):
        return "ask_pros_cons"
    if intent == "ask_career_change" and _OF_WORK.search(wording):
        return "ask_how_to_become"
    compared = slots.get("topic") == "compare_careers" and len(wording.split()) <= _FEW_WORDS
    return "ask_overview" if compared or intent in ("ask_career_change", "restart") else None


def _no_restart(text: str, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """What a message wants that has a new beginning in its words, and yet something to begin with: a career, or what one should be
    like."""
    begins = _STARTS_OVER.search(text)
    if begins and careers and _SAID_OF_IT.match(text[begins.end() :]):
        return "ask_overview"
    if _STARTS_OVER_AT_WORK.search(text):
        return "ask_how_to_become" if slots.get("career") and not slots.get("own_career") else "ask_career_change"
    return "find_careers" if begins and read(_STARTS_OVER.sub(" ", text)).asked.says_more_than_words else None


def unclear(text: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """ "deny" where nothing says what a message goes back to, so that it is asked: `asks_where_to`. Must be the last reader."""
    return "deny" if not careers and asks_where_to(text, intent, slots) else None


def asks_where_to(text: str, intent: str | None, slots: Mapping[str, Any]) -> bool:
    """Whether it has to be asked what a message goes back to: "go back", "take it easy, go back". What is near a restart in its
    words and none starts nothing over; and beside a quiz under way "start over" may be said of that."""
    quiz = slots.get("quiz") or {}
    under_way = not quiz.get("done") and any(each is not None for each in quiz.get("answers") or ())
    if not (under_way or any(slots.get(each) for each in ("career", "comparison", "search"))):
        return False  # there is nothing to go back to, nor to lose
    if starts_over(text):
        return intent == "restart" and under_way
    if intent == "restart":
        return not _leaves_one_thing(text)
    return bool(_GOES_BACK.fullmatch(text)) and not slots.get("list_change")  # "undo" right after a save is the list's


def _leaves_one_thing(text: str) -> bool:
    return bool(_LEAVES_ONE_THING.search(text)) and not starts_over(text)


def starts_over(text: str) -> bool:
    """Whether a message plainly wants a new beginning: "let's start over"; "go back" and "ok so from zero" may mean anything."""
    return bool(_STARTS_OVER.search(text) or _FROM_THE_START.fullmatch(text))


def shows_search_again(text: str, slots: Mapping[str, Any]) -> bool:
    """Whether a message wants the last search's list once more: "back to the list"; "my list" is that of saved careers."""
    back = _BACK.search(text) and not starts_over(text)  # "start again please, jobs with animals" is a new search
    return bool(slots.get("search") and back and _SEARCH.search(text) and not _SAVED.search(text))
