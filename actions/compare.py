"""Comparing two to four careers, and going on with it: one more, one less, another aspect."""

from __future__ import annotations

from collections.abc import Sequence

from actions.answers import about
from actions.base import CareerAction, Outcome
from actions.named import exactly, noticed
from actions.turn import Turn
from careerbot.advice import compare, which_one
from careerbot.advice.reply import Reply
from careerbot.knowledge import places
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.near_names import among, near
from careerbot.knowledge.words import stems
from careerbot.understanding import comparison_words, reading_comparison
from careerbot.understanding.comparison_words import Question
from careerbot.understanding.own_career import put_in
from careerbot.understanding.reading_comparison import Before

_OF_FIGURES = frozenset({"all", "pay", "growth", "openings"})


class ActionCompare(CareerAction):
    """Compares the careers named, or those the conversation has before it."""

    answers_to = ("compare_careers",)

    def name(self) -> str:
        """As the domain knows it."""
        return "action_compare"

    def answer(self, turn: Turn) -> Outcome:
        """What is missing is asked for; what was said so far stays."""
        before = Before.read(turn.slots)
        wording, named = _read(turn)
        careers = list(named) if turn.pressed else _to_compare(turn, wording, named, before)
        asked = _question(turn, goes_on=before.open and (len(named) < 2 or bool({*named} & {*before.compared})))
        aspect = asked.aspect or "all"
        unknown = _unknown(turn)
        if unknown and (completed := _completed(turn, unknown)):
            return _remembering(compare.compare(catalogue(), completed, aspect, asked.unmeasured), completed, aspect)
        if unknown:
            known = list(named) or careers
            return _remembering(compare.unknown(catalogue(), unknown, known, near(unknown), aspect), known, aspect)
        if len(careers) < 2 and (said := _names_of_one(turn)):
            return Outcome(which_one.one_career(catalogue(), said, careers[0]), {"career": careers[0]})
        if len(careers) < 2 and not turn.pressed and reading_comparison.lacks_own(turn.text, turn.own_career):
            return _remembering(compare.ask_what_you_do(catalogue(), careers[0]), careers, aspect)
        if len(careers) == 1 and places.holds_places_apart(turn.text):  # "a lawyer in Texas or in California"
            return about(careers[0], "ask_salary", turn.question)
        if len(careers) < 2:
            return _remembering(
                compare.ask_for_another(catalogue(), next(iter(careers), None), aspect), careers, aspect
            )
        local = aspect in _OF_FIGURES and places.names_a_place(turn.text)
        unmeasured = asked.unmeasured or (places.UNMEASURED if local else "")
        reply = compare.compare(catalogue(), careers, aspect, unmeasured)
        return _remembering(noticed(reply, turn.named, careers), careers, aspect)


def _to_compare(turn: Turn, wording: str, named: Sequence[str], before: Before) -> list[str]:
    """A name that is none of those compared may still be short for one of them: "the nurse" for the nurse practitioner."""
    short = {each.id: among(before.them, each.said) for each in turn.named if each.id not in before.them}
    meant = {id: of_them[0] for id, of_them in short.items() if len(of_them) == 1}
    return reading_comparison.to_compare(wording, named, before, meant)


def _read(turn: Turn) -> tuple[str, list[str]]:
    """The wording of a message, and the careers in it that are to be compared, "my job" among them."""
    named = reading_comparison.to_weigh(turn.worded(turn.mentioned), turn.mentioned, turn.careers)
    return put_in(turn.worded(named), named, turn.own_career)


def _names_of_one(turn: Turn) -> list[str]:
    """The different names by which a message calls one career, "nurse vs rn"; empty where it names no more than one."""
    said = list({stems(each.said): each.said for each in turn.named if each.said}.values())
    return said if len(said) > 1 and len(turn.mentioned) == 1 else []


def _unknown(turn: Turn) -> str | None:
    """What is named like a career and is none. "And the growth?" names an aspect."""
    if len(turn.mentioned) > 1 or turn.pressed:
        return None
    if turn.unknown_career and not comparison_words.question(turn.unknown_career).aspect:
        return turn.unknown_career
    return reading_comparison.other_name(turn.worded(turn.mentioned))


def _completed(turn: Turn, name: str) -> list[str]:
    """The two careers of "mechanical vs civil engineer", where the last word belongs to both names."""
    for each in turn.named[:1]:
        career = exactly(f"{name} {each.said.split()[-1]}") if each.said else None
        if career and career != each.id:
            return [career, each.id]
    return []


def _question(turn: Turn, *, goes_on: bool) -> Question:
    """A pressed suggestion names the aspect, otherwise the words do. What names none stays with the aspect before, and
    "is that better?" with what was asked of the career in focus."""
    pressed = turn.entity("aspect")
    if pressed in compare.ASPECTS:
        return Question(pressed)
    wording, named = _read(turn)
    if goes_on:
        asked = comparison_words.follow_up(wording, () if named else turn.ranking)
        aspect = (turn.slots.get("comparison") or {}).get("aspect")
        return asked if asked.aspect else Question(aspect, asked.unmeasured)
    asked = comparison_words.question(wording)
    before = comparison_words.TOPICS.get(turn.topic or "") if len(named) == 1 else None
    return Question(before, asked.unmeasured) if before and asked.aspect in (None, "weigh") else asked


def _remembering(reply: Reply, careers: list[str], aspect: str) -> Outcome:
    """The winner is the career to go on about: "how do I become one?"."""
    chosen = careers[: compare.MOST]
    focus = compare.ahead(catalogue(), chosen, aspect) if len(chosen) > 1 else None
    remember = {"comparison": {"careers": chosen, "aspect": aspect}, "topic": reading_comparison.INTENT}
    if len(chosen) > 1:
        remember["in_play"] = chosen
    return Outcome(reply, {**remember, **({"career": focus or chosen[0]} if chosen else {})})
