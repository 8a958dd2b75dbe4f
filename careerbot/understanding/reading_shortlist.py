"""What a message wants of the list of saved careers: save, list, remove, clear, compare, or print it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from careerbot.knowledge.name_index import name_index
from careerbot.understanding.pointing import all_of_them
from careerbot.understanding.wording import any_of

SHORTLIST = "shortlist"

_LIST = r"(?:short ?)?lists?(?! (?:of|when)\b)|lst|favou?rites|favs|bookmarks?|saves|saved (?:careers?|jobs?|ones?|professions?)"
_REPORT = any_of(
    r"""report, printable, print(?:out)?, pdf, (?:send|e?-?mail|text|mail) (?:me|it|this|that|all|everything|them|my), export, download,
    (?:on|in|as) (?:one|a single) page, (?:all|everything) (?:of (?:it|this) )?(?:on|in|to) (?:paper|a file|one document), markdown"""
)
_COMPARE = any_of("compar\\w+, side by side, versus, stack up")
_CLEAR = any_of(
    rf"""(?:clear|empty|wipe|reset|erase)(?: out)?(?: (?:all|everything|it|my|the|whole|entire|short|from|on|off))*(?: (?:{_LIST}))?,
    (?:delete|remove|drop|throw away|take)(?: off)? (?:all|everything|every (?:one|career|job)),
    (?:delete|remove|drop|throw away) (?:my|the) (?:(?:whole|entire|full) )?(?:{_LIST})"""
)
_REMOVE = any_of(
    """remove, delete, drop, unsave, unpin, unstar, unbookmark, scratch, cross off, cross out, strike, take .* off, take off, get rid of,
    do(?:n'?t| not) want .* (?:on|in), no longer want, kick, forget"""
)
_ASKS_FOR_IT = re.compile(
    r"^(?:(?:can|could|let|please|pls|ok|hey|so|and) ?(?:you|i|me|us)? )*"
    r"(?:show|shwo|see|view|open|what|which|whats|how many|read|pull|go back|lemme see|list|display|is|are|did|do i|give|where|have i)\b"
)
_PUTS_ON = any_of(
    "save, add, ad, bookmark, keep, put, pin, star, fav(?:ou?rite)?, remember, mark, store, shortlist, note, goes on"
)

_ONTO = re.compile(rf"\bto (?:my|the) (?:{_LIST})")  # "and electrician to my list"


def read(text: str) -> str:
    """One of "save", "list", "remove", "clear", "compare" and "report"; "list" where the words name nothing else."""
    words = " ".join(text.casefold().replace("’", "'").split())
    if _REPORT.search(words):
        return "report"
    if _COMPARE.search(words):
        return "compare"
    if _ASKS_FOR_IT.match(words) and not _REMOVE.search(words):
        return "list"
    if _CLEAR.search(words):
        return "clear"
    if _REMOVE.search(words):
        return "remove"
    if _ONTO.search(words):
        return "save"
    return "save" if _PUTS_ON.search(words) and not _only_names_the_list(words) else "list"


def _only_names_the_list(words: str) -> bool:
    return words.removeprefix("my ").removeprefix("the ") in ("shortlist", "favorites", "favourites", "bookmarks")


_THING = re.compile(
    r"\b(?:save|add|ad|bookmark|keep|put|pin|star|shortlist|remember|remove|delete|drop|take|forget|scratch|unsave)\s+(?P<thing>[^.!?]+?)"
    r"(?:\s+(?:to|on|onto|in|into|from|off|for|as|so|until)\b.*)?[.!?]*$"
)
_NO_NAME_WORDS = """
    this that it them these those one ones both all of the a an two three four first second third fourth fifth sixth seventh eighth last
    next number career careers job jobs occupation profession please pls for me later dis as again down everything track some too also
    and saved i my list instead any more now up there here like favorites favourites bookmark bookmarks every off from away out
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())


def thing(text: str) -> str | None:
    """What a message wants saved or removed, where it says more than "this" and "the second one"."""
    match = _THING.search(" ".join(text.casefold().split()))
    words = re.findall(r"[\w'-]+", match["thing"]) if match else []
    return match["thing"] if match and any(word not in _NO_NAME and not word.isdigit() for word in words) else None


_PAGE = r"(?:(?:career|full|printable|printed) )*(?:report|print ?out|pdf)"
_EVERYTHING = (
    rf"(?:all|everything|it all|this all|my (?:{_LIST}))(?: of)?(?: this| that| it)?"
    r"(?: (?:as|on|in) (?:one|a|a single) (?:page|file|document|pdf))?(?: please)?"
)
_WANTS_REPORT = any_of(
    rf"""(?:print|export|download|get|make|give|see|want|have|show|create|prepare) (?:me )?(?:my|a|the|this) {_PAGE},
    my career report, (?:send|e?-?mail|print|export|download) (?:me )?{_EVERYTHING}(?=\W*$)"""
)
_MOST_WORDS = 20  # a longer text tells a story, and the list or the report in it is another one
_ABOUT_LIST = re.compile(
    rf"\b(?:my|the) (?:{_LIST})\b|\b(?:add|save|put|keep|remove|delete|take|drop|clear|compare)\b.*\bshort ?list\b",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r"^(?:please |pls |ok |okay |yes |and |can you |could you |i(?:'d| would) like to |let'?s )*(?:save|bookmark|unsave|shortlist)\b"
    r"(?!.*\b(?:money|lives?|time|tax|energy|planet|world|animals)\b)",
    re.IGNORECASE,
)


def reading(text: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """`shortlist` where the words name the list, save something, or ask for the report."""
    saved, listed = slots.get("shortlist") or (), slots.get("in_play") or ()
    if not careers and len(saved) > 1 and len(listed) < 2 and _COMPARE.search(text) and all_of_them(text):
        return SHORTLIST  # "compare them", right after two were saved
    if saved and _ALL_OFF.fullmatch(text):  # "delete everything" is the wish to be forgotten
        return SHORTLIST
    if _KEEPS.search(text) or _takes_off(text, slots):
        return SHORTLIST
    if len(text.split()) > _MOST_WORDS:
        return None
    if _WANTS_REPORT.search(text):
        return SHORTLIST
    return SHORTLIST if _ABOUT_LIST.search(text) and (_names_operation(text) or slots.get("shortlist")) else None


_ALL_OFF = re.compile(
    r"\W*(?:please |ok |okay |now |can you )*(?:remove|clear|take off|drop)(?: them)? (?:all|them|all of them|every one)"
    r"(?: off| please)?\W*",
    re.IGNORECASE,
)
_TAKES_OFF = re.compile(
    r"^(?:please |pls |ok |okay |and |can you |no,? )*(?:remove|delete|drop|forget|scratch|unsave)\b", re.IGNORECASE
)


def _takes_off(text: str, slots: Mapping[str, Any]) -> bool:
    """ "Forget cook" takes cooks off a list that has them, unless a comparison with others was the last thing talked about."""
    kept = slots.get("shortlist") or ()
    compared = (slots.get("comparison") or {}).get("careers") or ()
    compares_others = slots.get("topic") == "compare_careers" and len(compared) > 1 and not {*compared} <= {*kept}
    if not kept or compares_others or not _TAKES_OFF.match(text):
        return False
    return any(id in kept for mention in name_index().find(thing(text) or "") for id in mention.career_ids)


def _names_operation(text: str) -> bool:
    return any(pattern.search(text) for pattern in (_PUTS_ON, _REMOVE, _CLEAR, _COMPARE)) or bool(
        _ASKS_FOR_IT.match(text.casefold())
    )
