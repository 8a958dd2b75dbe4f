"""What a message means in the quiz: an answer to the statement that waits, or a wish such as back, skip or stop."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from careerbot.understanding import quiz_words
from careerbot.understanding.intake import is_command

QUIZ = "help_me_choose"
_MOST_WORDS = 14


class Wish(NamedTuple):
    """What somebody wants of the quiz.

    `number` is what an answer is worth, 0 to 4, or the preparation wanted, 1 to 5 (0: any). `statement` is the place of the
    statement that a pressed button stood under. `plain` words ("yes") mean an answer only right after a statement.
    """

    kind: str
    number: int | None = None
    statement: int | None = None
    plain: bool = False


def pressed(step: object) -> Wish | None:
    """The wish behind a button of the quiz: "back", "preparation:2", or "answer:3:17" (worth 3, the statement at place 17)."""
    match str(step or "").split(":"):
        case ["answer", worth, statement]:
            return Wish("answer", int(worth), int(statement))
        case ["preparation", zone]:
            return Wish("preparation", int(zone))
        case [kind] if kind:
            return Wish(kind)
    return None


def read(text: str) -> Wish | None:
    """The wish in typed words; None where they say nothing to the quiz."""
    if is_command(text) or len(text.split()) > _MOST_WORDS:
        return None
    if kind := quiz_words.wish(text):
        return Wish(kind)
    if zone := _preparation(quiz_words.words_of(text)):
        return zone
    if corrected := quiz_words.correction(text):
        return Wish("correct", corrected.points)
    if answer := quiz_words.answer(text):
        return Wish("answer", answer.points, plain=answer.plain)
    return Wish("torn", plain=True) if quiz_words.torn(text) else None


def reading(text: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """`help_me_choose` for an answer or a wish of the quiz's; None for anything else, and the quiz waits."""
    wish, state = read(text), slots.get("quiz")
    if _RETURNED.search(text) or (intent == "greet" and _HELLO.match(text)):  # no step "back", and nothing "again"
        return None
    if not isinstance(state, Mapping):
        begins = wish and (wish.kind == "start" or (wish.kind in ("go_on", "restart") and "quiz" in text.casefold()))
        return QUIZ if begins and not careers else None
    if state.get("done"):
        return QUIZ if wish and _changes_result(wish, text, state, slots) else None
    if wish and wish.kind == "restart" and state.get("paused") and not _NAMES_QUIZ.search(text):
        return None  # of other talk since, "start over" may mean that
    return QUIZ if (wish and _belongs(wish, state, careers)) or _misses(text, intent, careers, state) else None


_NAMES_QUIZ = re.compile(r"\b(?:quiz\w*|test|questionnaire|questions?|statements?)\b", re.IGNORECASE)
_RETURNED = re.compile(r"\b(?:i['’]?m|i am|we['’]?re|we are) back\b", re.IGNORECASE)
_HELLO = re.compile(r"\W*(?:hi|hiya|hello|hey|yo|good (?:morning|afternoon|evening|day))\b", re.IGNORECASE)


def _belongs(wish: Wish, state: Mapping[str, Any], careers: list[str]) -> bool:
    """Right after a statement every wish belongs to it. A turn later plain words don't, and after that only going on does.

    "Go back" goes back to the quiz then.
    """
    paused = state.get("paused", 0)
    if careers:  # "love it, like a chef" answers; "more on chefs" asks
        return wish.kind == "answer" and not wish.plain and not paused
    if wish.kind in ("start", "go_on", "restart", "results", "status") or not paused:
        return wish.kind not in ("preparation", "more")
    return paused == 1 and wish.kind in ("answer", "correct", "skip", "stop", "pause", "back") and not wish.plain


def _changes_result(wish: Wish, text: str, state: Mapping[str, Any], slots: Mapping[str, Any]) -> bool:
    """The result can be asked for again at any time, and changed while it is the last list that was shown."""
    if wish.kind in ("start", "results") or (wish.kind in ("restart", "go_on") and "quiz" in text.casefold()):
        return True
    last_shown = bool(state.get("shown")) and list(slots.get("in_play") or ()) == state["shown"]
    return last_shown and wish.kind in ("preparation", "more", "back", "go_on")


_UNREADABLE = (None, "nlu_fallback", QUIZ, "affirm", "deny")
_NO_QUESTION = ("chitchat", "out_of_scope", "feedback_positive")
_ASKS = re.compile(r"\?\s*$|^(?:what|how|why|which|who|where|when|can|could|is|are|do|does|should|tell|show|explain)\b")


def _misses(text: str, intent: str | None, careers: list[str], state: Mapping[str, Any]) -> bool:
    """Whether a statement was just shown and this tries in vain to answer it. Said once, never twice in a row."""
    if careers or state.get("paused") or state.get("misread"):
        return False
    word = len(text.split()) <= 2 and not _ASKS.search(text.strip().casefold())  # "banana"
    return intent in _UNREADABLE or (word and intent in _NO_QUESTION)


# --- preparation -----------------------------------------------------------------------------------------------------

_PREPARATION = (
    (0, "any|all|every|no matter|not mind|whatever|every kind"),
    (1, "little|none|no|very little|hardly any|without|without any|minimal|little no|little to no"),
    (2, "some|short|a few months|a bit"),
    (3, "medium|middle|moderate|vocational|apprenticeship"),
    (4, "considerable|four year|long|a bachelors"),
    (5, "extensive|as much as it takes|very long|a doctorate"),
)
_NAMES_IT = re.compile(r"\b(?:preparation|training|schooling|prep|education)\b")
_AROUND = re.compile(
    r"\b(?:with|only|ones|those|that|which|needs?|needing|or|show|me|the|i|want|of|needed|just|jobs|careers|please)\b"
)


def _preparation(words: str) -> Wish | None:
    """ "Only those with little or no preparation"."""
    if not _NAMES_IT.search(words):
        return None
    rest = " ".join(_AROUND.sub(" ", _NAMES_IT.sub(" ", words)).split())
    return next((Wish("preparation", zone) for zone, said in _PREPARATION if rest in said.split("|")), None)
