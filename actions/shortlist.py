"""The list of careers to keep: save, show, remove, clear, compare, and print it all as a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from actions.base import CareerAction, Outcome
from actions.named import exactly
from actions.turn import Turn
from careerbot.advice import compare, quiz, shortlist
from careerbot.advice.reply import Reply
from careerbot.advice.report import report
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.name_index import name_index
from careerbot.understanding.intake import is_command
from careerbot.understanding.pointing import all_of_them, pointed, points
from careerbot.understanding.reading_shortlist import read, thing

_SENT = re.compile(r"\b(?:send|e?-?mail|text me)\b", re.IGNORECASE)


class ActionShortlist(CareerAction):
    """Does one thing with the list."""

    def name(self) -> str:
        """As the domain knows it."""
        return "action_shortlist"

    def answer(self, turn: Turn) -> Outcome:
        """A pressed button says what is wanted, a yes takes up the offer, otherwise the words do."""
        ids = shortlist.kept(catalogue(), turn.slots.get("shortlist"))
        return _OPERATIONS[_wanted(turn)](turn, ids)


def _wanted(turn: Turn) -> str:
    button = turn.entity("list_step")
    if button in _OPERATIONS:
        return str(button)
    offered = (turn.offer or {}).get("list_step")
    if offered in _OPERATIONS and turn.ranking[:1] == ("affirm",):
        return str(offered)
    return "list" if is_command(turn.text) else read(turn.text)


def _save(turn: Turn, ids: list[str]) -> Outcome:
    if unknown := _unknown(turn):
        return Outcome(shortlist.unknown(catalogue(), unknown, name_index().nearest(unknown)))
    meant = _meant(turn, turn.in_play)
    if not meant and turn.focus and not points(turn.text):
        meant = [turn.focus]
    if not meant:
        return Outcome(shortlist.which_to_save(catalogue(), turn.in_play))
    return _keeping(*shortlist.save(catalogue(), ids, meant))


def _remove(turn: Turn, ids: list[str]) -> Outcome:
    if unknown := _unknown(turn):
        return Outcome(shortlist.unknown(catalogue(), unknown, ()))
    meant = _meant(turn, turn.in_play if set(turn.in_play) <= set(ids) else ids)
    if not meant and turn.focus in ids and not points(turn.text):
        meant = [str(turn.focus)]
    if not meant:
        return Outcome(shortlist.which_to_remove(catalogue(), ids) if ids else shortlist.show(catalogue(), ids))
    return _keeping(*shortlist.remove(catalogue(), ids, meant))


def _unknown(turn: Turn) -> str | None:
    """What is to be saved or removed where it is no career that is known."""
    if turn.careers or is_command(turn.text) or _by_bare_name(turn.text):
        return None
    return turn.unknown_career or thing(turn.text)


def _by_bare_name(text: str) -> list[str]:
    """The career that is all a message wants saved or removed, where the linker reads its name as another word."""
    career = exactly(thing(text) or "")
    return [career] if career else []


def _meant(turn: Turn, listed: Sequence[str]) -> list[str]:
    """The careers named, or those pointed at in a list."""
    named = [
        catalogue().careers[each].id for each in (turn.careers or _by_bare_name(turn.text)) if catalogue().find(each)
    ]
    if named or is_command(turn.text):
        return named
    return pointed(turn.text, listed) or (list(listed) if all_of_them(turn.text, len(listed)) else [])


def _keeping(ids: list[str], reply: Reply) -> Outcome:
    return Outcome(reply, {"shortlist": ids})


def _show(turn: Turn, ids: list[str]) -> Outcome:
    return Outcome(shortlist.show(catalogue(), ids), {"shortlist": ids, **({"in_play": ids} if ids else {})})


def _ask_clear(turn: Turn, ids: list[str]) -> Outcome:
    if not ids:
        return _show(turn, ids)
    return Outcome(shortlist.ask_clear(ids), {"offer": {"intent": shortlist.INTENT, "list_step": "clear_now"}})


def _clear(turn: Turn, ids: list[str]) -> Outcome:
    return _keeping([], shortlist.cleared())


def _compare(turn: Turn, ids: list[str]) -> Outcome:
    if len(ids) < 2:
        return Outcome(shortlist.too_few_to_compare(catalogue(), ids))
    compared = ids[: compare.MOST]
    remember = {"comparison": {"careers": compared, "aspect": "all"}, "topic": "compare_careers", "in_play": compared}
    return Outcome(compare.compare(catalogue(), ids), remember)


def _report(turn: Turn, ids: list[str]) -> Outcome:
    state = quiz.State.load(turn.slots.get("quiz"))
    points = state.scores() if state else None
    careers = ids or ([turn.focus] if turn.focus else [])
    taken = (points, state.given) if state and points else None
    return Outcome(report(catalogue(), careers, taken, sent=bool(_SENT.search(turn.text))))


_OPERATIONS: dict[str, Callable[[Turn, list[str]], Outcome]] = {
    "save": _save,
    "list": _show,
    "remove": _remove,
    "clear": _ask_clear,
    "clear_now": _clear,
    "compare": _compare,
    "report": _report,
}
