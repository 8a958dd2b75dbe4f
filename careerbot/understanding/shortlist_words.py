"""The words in which careers are saved, listed and taken off a list: which operation they name, and what they say of the career."""

from __future__ import annotations

import re

from careerbot.understanding.comparison_words import question
from careerbot.understanding.wording import any_of

LIST = r"(?:short ?)?lists?(?! (?:of|when)\b)|lst|favou?rites|favs|bookmarks?|saves|saved (?:careers?|jobs?|ones?|professions?)"
_REPORT = any_of(
    r"""report, printable, print(?:out)?, pdf, (?:send|e?-?mail|text|mail) (?:me|it|this|that|all|everything|them|my), export, download,
    on paper, in writing,
    (?:on|in|as) (?:one|a single) page, (?:all|everything) (?:of (?:it|this) )?(?:on|in|to) (?:paper|a file|one document), markdown"""
)
COMPARE = any_of("compar\\w+, side by side, versus, stack up")
_CLEAR = any_of(
    rf"""(?:clear|empty|wipe|reset)(?: out)?(?: (?:all|everything|it|my|the|whole|entire|short|from|on|off))*(?: (?:{LIST}))?,
    (?:delete|remove|drop|throw away|take|erase)(?: off)? (?:all|everything|every (?:one|career|job)),
    (?:delete|remove|drop|throw away|erase) (?:my|the) (?:(?:whole|entire|full) )?(?:{LIST})"""
)
_REMOVE = any_of(
    """remove, delete, erase, drop, unsave, unpin, unstar, unbookmark, scratch, cross off, cross out, strike, take .* off, take off,
    get rid of, do(?:n'?t| not) want .* (?:on|in), no longer want, kick, forget"""
)
_GONE = r"(?:clear|empty|wipe|delete|remove|drop|erase|throw (?:away|out)|take|scratch|get rid of|unsave|kick|cross (?:off|out))"
_REST = r"(?:all|everything|every ?one|every (?:career|job)|(?:all )?(?:of )?(?:the )?(?:others?|rest)|them|list)"
# "Remove everything but the welder", "all except vet tech can go", "keep only the first", "keep the nurse and drop the rest"
_KEEPS_ONLY = re.compile(
    rf"\b{_GONE}\b(?: \w+){{0,3}}? {_REST}\b[^.!?]*?\b(?:but|except(?:ing)?(?: for)?|apart from|aside from|besides|other than|"
    r"excluding|save for|without|not)\b(?P<after>.+)"
    rf"|\b(?:all|everything)(?: but| except(?: for)?)(?P<first>.+?) (?:can|should|must|has to|may) (?:go|be (?:removed|deleted|dropped))\b"
    r"|\b(?:only keep|keep only|just keep|keep just|keep nothing but)\b(?P<only>.+)"
    rf"|\bkeep\b(?P<kept>.+?)(?:,| and|;|\.)? {_GONE}\b(?: \w+){{0,2}}? {_REST}\b",
    re.IGNORECASE,
)
_ASKS_FOR_IT = re.compile(
    r"^(?:(?:can|could|let|please|pls|ok|hey|so|and) ?(?:you|i|me|us)? )*"
    r"(?:show|shwo|see|view|open|what|which|whats|how many|read|pull|go back|lemme see|list|display|is|are|did|do i|give|where|have i)\b"
)
_RANKS = re.compile(r"^(?:(?:and|so|ok|okay|hey) )*(?:which|what|what'?s|who)\b")
_PUTS_ON = any_of(
    "save, add, ad, bookmark, keep, put, pin, star, fav(?:ou?rite)?, remember, mark, store, shortlist, note, goes on"
)

_ONTO = re.compile(rf"\bto (?:my|the) (?:{LIST})")  # "and electrician to my list"


def read(text: str) -> str:
    """One of "save", "list", "remove", "keep_only", "clear", "compare" and "report"; "list" where the words name nothing else."""
    words = " ".join(text.casefold().replace("’", "'").split())
    if kept_only(words):
        return "keep_only"
    if _REPORT.search(words):
        return "report"
    if COMPARE.search(words) or (_RANKS.match(words) and question(words).aspect not in (None, "all")):
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


def kept_only(text: str) -> str | None:
    """The words for what stays where a message takes everything else off: "the welder" of "remove all but the welder"."""
    match = _KEEPS_ONLY.search(text)
    return next((each.strip() for each in match.groups() if each), None) if match else None


def _only_names_the_list(words: str) -> bool:
    return words.removeprefix("my ").removeprefix("the ") in ("shortlist", "favorites", "favourites", "bookmarks")


_THING = re.compile(
    r"\b(?:save|add|ad|bookmark|keep|put|pin|star|shortlist|remember|remove|delete|erase|drop|take|forget|scratch|unsave)\s+(?P<thing>[^.!?]+?)"
    r"(?:\s+(?:to|on|onto|in|into|from|off|for|as|so|until)\b.*)?[.!?]*$"
)
_NO_NAME_WORDS = """
    this that it them these those one ones both all of the a an two three four five six seven eight nine ten numbers
    first second third fourth fifth sixth seventh eighth last top bottom
    in on onto into to
    next number career careers job jobs occupation profession please pls for me later dis as again down everything track some too also
    and saved i my list instead any more now up there here like favorites favourites bookmark bookmarks every off from away out
    n other others back about actually oh no yes ok okay then wait plus well added
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())


def thing(text: str) -> str | None:
    """What a message wants saved or removed, where it says more than "this" and "the second one"."""
    match = _THING.search(" ".join(text.casefold().split()))
    return match["thing"] if match and telling(match["thing"]) else None


def telling(text: str) -> str:
    """The words of a text that tell which career is meant: "help desk" of "and the help desk one too"."""
    words = re.findall(r"[\w'-]+", text.casefold())
    return " ".join(word for word in words if word not in _NO_NAME and re.search("[a-z]", word))


_SAVED = re.compile(r"\b(?:my|i|short ?list|favou?rites|favs|bookmark\w*|saved?|kept)\b", re.IGNORECASE)


def means_saved(text: str) -> bool:
    """Whether a list is said to be the one of saved careers; "the list" alone may be the one shown last."""
    return bool(_SAVED.search(text))


_OPERATION = r"(?:add|save|bookmark|keep|put|remove|delete|erase|drop|take|scratch|unsave|forget|get rid of)"
_JOINT = re.compile(rf"(?:\s*[,;.]|\s+(?:and|then|but))+\s+(?=(?:(?:please|also|then) )*{_OPERATION}\b)", re.IGNORECASE)


def both_ways(text: str) -> list[tuple[int, int]]:
    """Where the parts of a message stand that saves one thing and takes another off; empty where it does only one of them."""
    if kept_only(text):  # "keep the welder and drop the rest" is one thing
        return []
    joints = [place for joint in _JOINT.finditer(text) for place in joint.span()]
    ends = [0, *joints, len(text)]
    parts = list(zip(ends[::2], ends[1::2], strict=True))
    return parts if {read(text[start:end]) for start, end in parts} == {"save", "remove"} else []


def names_operation(text: str) -> bool:
    """Whether a text says in so many words what is to be done."""
    return any(pattern.search(text) for pattern in (_PUTS_ON, _REMOVE, _CLEAR, COMPARE)) or bool(
        _ASKS_FOR_IT.match(text.casefold())
    )
