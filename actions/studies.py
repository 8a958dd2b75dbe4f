"""What one can do with a study or with experience, and which study to choose."""

from __future__ import annotations

from actions.base import CareerAction, Outcome
from actions.find import ActionFind, in_play
from actions.turn import Turn
from careerbot.advice import studies as advice
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.studies import studies
from careerbot.understanding.reading_constraints import read


class ActionStudies(CareerAction):
    """Answers careers_for_degree and ask_which_education."""

    answers_to = ("careers_for_degree", "ask_which_education")

    def name(self) -> str:
        """As the domain knows it."""
        return "action_studies"

    def answer(self, turn: Turn) -> Outcome:
        """Fields named decide; without one, a question of constraints is a search."""
        pressed = turn.entity("study")
        fields = [pressed] if pressed in studies().fields else studies().find(turn.text)
        if turn.intent == "ask_which_education":
            return _which(turn, fields)
        if fields:
            return _leads_to(turn, fields)
        if not read(turn.text).asked.empty:
            return ActionFind().answer(turn)
        return Outcome(advice.which_field(studies(), catalogue(), unknown=not pressed))


def _leads_to(turn: Turn, fields: list[str]) -> Outcome:
    """Where one field leads; several are held against each other."""
    if len(fields) > 1:
        reply, listed = advice.against_each_other(fields, studies(), catalogue())
    else:
        reply, listed = advice.leads_to(fields[0], studies(), catalogue(), read(turn.text).asked.without)
    return Outcome(reply, {"study": fields, "search": None, "topic": None, **in_play(listed)})


def _which(turn: Turn, fields: list[str]) -> Outcome:
    career = next((each.id for each in turn.named if each.role is None and not studies().find(each.said)), None)
    if career:
        return Outcome(advice.for_goal(career, fields, studies(), catalogue()), {"career": career, "study": fields})
    if fields:
        return _leads_to(turn, fields)
    return Outcome(advice.no_goal(studies(), catalogue()))
