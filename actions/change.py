"""Changing careers: from one to another, or to whatever is near and better."""

from __future__ import annotations

from msgspec.structs import replace

from actions.base import CareerAction, Outcome
from actions.named import exactly, noticed
from actions.turn import Turn
from careerbot.advice import change
from careerbot.advice.reply import Reply
from careerbot.advice.ways_on import ways_on
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.near_names import near
from careerbot.understanding import reading_change
from careerbot.understanding.own_career import asks_for_more_school
from careerbot.understanding.reading_change import INTENT, Ends


class ActionChange(CareerAction):
    """Says what a change takes; which end of it is missing is asked for."""

    answers_to = ("ask_career_change",)

    def name(self) -> str:
        """As the domain knows it."""
        return "action_change"

    def answer(self, turn: Turn) -> Outcome:
        """A career that nobody knows cannot be left, but its people can still be told what the goal needs."""
        ends = _ends(turn)
        if ends.start and ends.goal:
            both = [ends.start, ends.goal]
            return _remembering(noticed(change.between(catalogue(), *both), turn.named, both), ends, both)
        if ends.start:
            return _onward(turn, ends)
        unknown = turn.unknown_career or reading_change.called(turn.worded(turn.mentioned)) or ""
        perhaps = near(unknown) if unknown else [turn.focus] if turn.focus else []
        if ends.goal:
            return _remembering(change.toward(catalogue(), ends.goal, perhaps, unknown), ends)
        reply = change.unknown_start(catalogue(), unknown, perhaps) if unknown else change.ask_both()
        return Outcome(reply, {"topic": INTENT})


def _onward(turn: Turn, ends: Ends) -> Outcome:
    """From a career, without a goal that is known."""
    start = ends.start or ""
    typed = "" if turn.pressed else turn.worded(turn.mentioned)
    wishes = reading_change.wishes(typed)
    goal = reading_change.called_goal(typed) if turn.mentioned and wishes.empty else None
    if goal:
        return _remembering(change.unknown_goal(catalogue(), start, goal, near(goal)), ends)
    if asks_for_more_school(turn.text):  # "back to school" wishes for no work in schools
        reply, shown = ways_on(catalogue(), start)
        reply = replace(reply, lead=f"{change.SCHOOLING_DEPENDS} {reply.lead}")
        return _remembering(reply, ends, shown)
    reply, shown = ways_on(catalogue(), start, wishes)
    return _remembering(reply, ends, shown)


def _ends(turn: Turn) -> Ends:
    """A pressed suggestion names the start first, then the goal."""
    if turn.pressed:
        return Ends(*turn.careers[:2])
    before = Ends(**(turn.slots.get("change") or {}))
    wording, named = _with_bare_names(turn)
    goes_on = turn.topic == INTENT or (not named and before.goal is not None and before.goal == turn.focus)
    if turn.own_career and not reading_change.called(wording):
        from_own = reading_change.from_own(wording, named, before, turn.focus, turn.own_career, goes_on=goes_on)
        if from_own:
            return from_own
    return reading_change.ends(wording, named, before, turn.focus, goes_on=goes_on)


def _with_bare_names(turn: Turn) -> tuple[str, tuple[str, ...]]:
    """The message with a mark for each career, and the careers; those too that only "from" and "to" tell from verbs: "from cook"."""
    named, wording = turn.mentioned, turn.worded(turn.mentioned)
    for said in (reading_change.called(wording), reading_change.called_goal(wording)):
        career = exactly(said) if said else None
        if said and career and career not in named:
            wording, named = wording.replace(said, f"{{{len(named)}}}", 1), (*named, career)
    return wording, named


def _remembering(reply: Reply, ends: Ends, shown: list[str] | None = None) -> Outcome:
    """The goal is the career to go on about: "how long does that take?"."""
    remember = {"change": {"start": ends.start, "goal": ends.goal}, "topic": INTENT, "career": ends.goal or ends.start}
    return Outcome(reply, remember | ({"in_play": shown} if shown else {}))
