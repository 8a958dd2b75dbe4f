"""The list of careers to keep: save, show, remove, clear, compare, and print it all as a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from actions.base import CareerAction, Outcome
from actions.named import exactly
from actions.turn import Turn
from careerbot.advice import compare, shortlist
from careerbot.advice.joining import joined
from careerbot.advice.quiz_state import State
from careerbot.advice.reply import Reply
from careerbot.advice.report import report
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.name_index import name_index
from careerbot.knowledge.near_names import among
from careerbot.understanding.comparison_words import question
from careerbot.understanding.intake import is_command
from careerbot.understanding.pointing import all_of_them, pointed, points
from careerbot.understanding.reading_comparison import Before
from careerbot.understanding.reading_shortlist import compares_others, goes_on, undoes
from careerbot.understanding.shortlist_words import both_ways, kept_only, means_saved, read, telling, thing

_SENT = re.compile(r"\b(?:send|e?-?mail|text me)\b", re.IGNORECASE)
_ONE_OF_THEM = re.compile(r"\bone of (?:them|these|those)\b", re.IGNORECASE)
_EVERY_ONE = re.compile(r"\b(?:all|every)\b", re.IGNORECASE)
_BACK = re.compile(r"\b(?:back|again)\b", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|this|that)\b(?! list)", re.IGNORECASE)
_COMPARISON = re.compile(r"\b(?:comparison|table|both|those|these|them|the two)\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:best|better|most|more|(?:high|quick|fast|short|soon)(?:er|est))\b", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:not|less|least|worse|worst|(?:low|slow|long|small)(?:er|est))\b", re.IGNORECASE)
_CONTESTED = ("pay", "growth", "openings", "time")  # aspects in which the career ahead is the "better" one


class ActionShortlist(CareerAction):
    """Does one thing with the list, or saves one career and takes another off."""

    def name(self) -> str:
        """As the domain knows it."""
        return "action_shortlist"

    def answer(self, turn: Turn) -> Outcome:
        """A pressed button says what is wanted, a yes takes up the offer, otherwise the words do."""
        ids = shortlist.kept(catalogue(), turn.slots.get("shortlist"))
        parts = _apart(turn)
        if not parts:
            return _OPERATIONS[_wanted(turn)](turn, ids)
        remember: dict[str, Any] = {"shortlist": ids}
        replies = []
        for each in parts:
            outcome = _OPERATIONS[_wanted(each)](each, remember["shortlist"])
            replies.append(outcome.reply)
            remember |= outcome.remember
        return Outcome(joined(replies, asked=()), remember)


def _apart(turn: Turn) -> list[Turn]:
    """ "Take the first off and save nurse" as a turn for each; none where only one of the two is wanted."""
    parts = []
    for start, end in [] if turn.pressed else both_ways(turn.read_as):
        text = turn.read_as[start:end]
        named = tuple(each for each in turn.named if start <= each.start < end)
        careers = tuple(each.id for each in named if each.id in turn.careers)
        unknown = turn.unknown_career if (turn.unknown_career or "") in text else None
        parts.append(replace(turn, text=text, read_as=text, named=named, careers=careers, unknown_career=unknown))
    return parts


def _wanted(turn: Turn) -> str:
    button = turn.entity("list_step")
    if button in _OPERATIONS:
        return str(button)
    offered = (turn.offer or {}).get("list_step")
    if offered in _OPERATIONS and turn.ranking[:1] == ("affirm",):
        return str(offered)
    if undoes(turn.text, turn.slots):
        return "undo"
    return "list" if is_command(turn.text) else goes_on(turn.text, turn.slots) or read(turn.text)


def _save(turn: Turn, ids: list[str]) -> Outcome:
    meant = _named(turn) or _ranked(turn) or among(turn.in_play, _said(turn))
    if len(meant) > 1 and not turn.careers:  # "save the nurse" of several
        return _asking("save", shortlist.which_to_save(catalogue(), meant))
    if not meant and (unknown := _unknown(turn)):
        return Outcome(shortlist.unknown(catalogue(), unknown, name_index().nearest(unknown)))
    meant = meant or _pointed(turn, turn.in_play)
    if not meant and not _chooses(turn, turn.in_play):
        last = _changed(turn) if _BACK.search(turn.text) else []
        meant = last or _focus(turn)
    if not meant:
        return _asking("save", shortlist.which_to_save(catalogue(), turn.in_play))
    return _changing("save", meant, *shortlist.save(catalogue(), ids, meant))


def _remove(turn: Turn, ids: list[str]) -> Outcome:
    """What is on the list is looked at first: "the engineer" is the one that was saved."""
    named = _named(turn)
    if not {*named} & {*ids} or any(each.candidates for each in turn.named):
        named = among(ids, _said(turn)) or named
    if len(named) > 1 and len(turn.careers) < 2:
        return _asking("remove", shortlist.which_to_remove(catalogue(), named))
    if not named and (unknown := _unknown(turn)):
        return Outcome(shortlist.unknown(catalogue(), unknown, ()))
    last, meant = _changed(turn), named
    if not meant and (means_saved(turn.text) or not compares_others(turn.slots)):
        listed = turn.in_play if turn.in_play and {*turn.in_play} <= {*ids} else ids
        meant = _pointed(turn, listed, last) or _pointed(turn, ids, last)
    if not meant and not _chooses(turn, ids):
        meant = last if len(last) == 1 else [each for each in _focus(turn) if each in ids]
    if not meant:
        return _asking("remove", shortlist.which_to_remove(catalogue(), ids)) if ids else _show(turn, ids)
    return _changing("remove", meant, *shortlist.remove(catalogue(), ids, meant))


def _keep_only(turn: Turn, ids: list[str]) -> Outcome:
    """Takes off all but the careers named; "but" and "except" do not mean that those are not wanted."""
    if not ids:
        return _show(turn, ids)
    said = kept_only(turn.text) or ""
    kept = [each for each in turn.mentioned if each in ids] or among(ids, telling(said))
    kept = kept or pointed(said, ids) or [*turn.mentioned]
    if not kept:
        return Outcome(shortlist.unknown(catalogue(), telling(said) or said, ()))
    shorter, reply = shortlist.keep_only(catalogue(), ids, kept)
    return _changing("remove", [each for each in ids if each not in shorter], shorter, reply)


def _unknown(turn: Turn) -> str | None:
    """What is to be saved or removed where it is no career that is known, nor told by what is best in it."""
    if turn.careers or is_command(turn.text) or _ranks(turn):
        return None
    return turn.unknown_career or thing(turn.text)


def _said(turn: Turn) -> str:
    """The words that tell which career is to be saved or removed."""
    if is_command(turn.text):
        return ""
    return telling(thing(turn.text) or (turn.text if goes_on(turn.text, turn.slots) else ""))


def _named(turn: Turn) -> list[str]:
    """The careers named; the linker reads some names as another word where they are all that a message wants saved."""
    by_bare_name = exactly(thing(turn.text) or _said(turn))
    named = turn.careers or ([by_bare_name] if by_bare_name else [])
    return [catalogue().careers[each].id for each in named if catalogue().find(each)]


def _pointed(turn: Turn, listed: Sequence[str], last: Sequence[str] = ()) -> list[str]:
    """The careers of a list that are pointed at. "Them" are those of the `last` change where it was of several."""
    if is_command(turn.text):
        return []
    placed = pointed(turn.text, listed, (_changed(turn) or [turn.focus or ""])[-1])
    if placed or _ONE_OF_THEM.search(turn.text):
        return placed
    them = last if len(last) > 1 and not _EVERY_ONE.search(turn.text) else listed
    return list(them) if all_of_them(turn.text, len(them)) else []


def _chooses(turn: Turn, listed: Sequence[str]) -> bool:
    """Whether a message wants some of a list rather than the career talked about, which "both" never are."""
    both = all_of_them(turn.text) and not all_of_them(turn.text, 1)
    return points(turn.text) or _ranks(turn) or both or (bool(listed) and all_of_them(turn.text))


def _focus(turn: Turn) -> list[str]:
    return [turn.focus] if turn.focus else []


def _changed(turn: Turn) -> list[str]:
    """The careers that the turn before has saved or taken off."""
    return list((turn.slots.get("list_change") or {}).get("careers") or ())


def _ranks(turn: Turn) -> bool:
    """Whether a message tells the career by what it is ahead in: "the best paid one"."""
    text = "" if is_command(turn.text) else thing(turn.text) or ""
    return bool(question(text).aspect and (_AHEAD.search(text) or _BEHIND.search(text)))


def _ranked(turn: Turn) -> list[str]:
    """The winner that such a message means, of the careers compared last."""
    compared = list((turn.slots.get("comparison") or {}).get("careers") or ())
    aspect = question(turn.text).aspect
    if not _ranks(turn) or _BEHIND.search(turn.text) or aspect not in _CONTESTED or list(turn.in_play) != compared:
        return []
    winner = compare.ahead(catalogue(), compared, aspect)
    return [winner] if winner else []


def _asking(operation: str, reply: Reply) -> Outcome:
    return _changing(operation, [], None, reply)


def _changing(operation: str, careers: Sequence[str], ids: list[str] | None, reply: Reply) -> Outcome:
    """What was done is remembered for a turn: "it", "the other" and "and the second too" go on from there."""
    change = {"operation": operation, "careers": list(careers)}
    return Outcome(reply, {"list_change": change, **({} if ids is None else {"shortlist": ids})})


def _show(turn: Turn, ids: list[str]) -> Outcome:
    told = turn.pressed or means_saved(turn.text) or _changed(turn)
    if not ids and turn.in_play and not told:  # "the list from before"
        return Outcome(shortlist.shown_last(catalogue(), turn.in_play))
    return Outcome(shortlist.show(catalogue(), ids), {"shortlist": ids, **({"in_play": ids} if ids else {})})


def _ask_clear(turn: Turn, ids: list[str]) -> Outcome:
    if not ids:
        return _show(turn, ids)
    return Outcome(shortlist.ask_clear(ids), {"offer": {"intent": shortlist.INTENT, "list_step": "clear_now"}})


def _clear(turn: Turn, ids: list[str]) -> Outcome:
    return _changing("remove", ids, [], shortlist.cleared())


def _undo(turn: Turn, ids: list[str]) -> Outcome:
    """Does the opposite of what the turn before has done."""
    saved, careers = turn.slots["list_change"]["operation"] == "save", _changed(turn)
    change = shortlist.remove if saved else shortlist.save
    return _changing("remove" if saved else "save", careers, *change(catalogue(), ids, careers))


def _compare(turn: Turn, ids: list[str]) -> Outcome:
    """Those on the list; with the one talked about where a message says "it", and only those named where it names several."""
    it = _focus(turn) if _IT.search(turn.text) and not is_command(turn.text) else []
    careers = list(turn.careers) if len(turn.careers) > 1 else list(dict.fromkeys([*(turn.careers or it), *ids]))
    if len(careers) < 2:
        return Outcome(shortlist.too_few_to_compare(ids))
    asked = question("" if is_command(turn.text) else turn.text)
    aspect, compared = asked.aspect or "all", careers[: compare.MOST]
    ahead = compare.ahead(catalogue(), compared, aspect, turned=asked.turned)
    remember = {"comparison": {"careers": compared, "aspect": aspect}, "topic": "compare_careers", "in_play": compared}
    reply = compare.compare(catalogue(), careers, aspect, asked.unmeasured, turned=asked.turned)
    return Outcome(reply, {**remember, **({"career": ahead} if ahead else {})})


def _report(turn: Turn, ids: list[str]) -> Outcome:
    state = State.load(turn.slots.get("quiz"))
    points = state.scores() if state else None
    compared = Before.read(turn.slots)
    shown = list(compared.them) if compared.shown else _focus(turn)
    this = bool(shown and not turn.pressed and (_IT.search(turn.text) or _COMPARISON.search(turn.text)))
    careers = shown if this or not ids else ids
    taken = (points, state.given) if state and points and not this else None
    sent, saved = bool(_SENT.search(turn.text)), {*careers} <= {*ids}
    return Outcome(report(catalogue(), careers, taken, sent=sent, saved=saved))


_OPERATIONS: dict[str, Callable[[Turn, list[str]], Outcome]] = {
    "save": _save,
    "list": _show,
    "remove": _remove,
    "keep_only": _keep_only,
    "clear": _ask_clear,
    "clear_now": _clear,
    "undo": _undo,
    "compare": _compare,
    "report": _report,
}
