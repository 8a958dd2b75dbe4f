"""The quiz: which careers suit me?"""

from __future__ import annotations

from actions.base import CareerAction, Outcome
from actions.turn import Turn
from careerbot.advice import quiz
from careerbot.advice.quiz_state import State
from careerbot.knowledge.catalogue import catalogue
from careerbot.understanding.reading_quiz import Wish, pressed, read


class ActionQuiz(CareerAction):
    """Takes one turn of the interest quiz, or offers it."""

    answers_to = ("help_me_choose",)

    keeps_quiz_waiting = False

    def name(self) -> str:
        """As the domain knows it."""
        return "action_quiz"

    def answer(self, turn: Turn) -> Outcome:
        """A pressed button says what is wanted, otherwise the words do."""
        before = State.load(turn.slots.get("quiz"))
        wish = _wish(turn, before)
        state, reply, yes = quiz.talk(catalogue(), before, wish.kind, wish.number, wish.statement)
        shown = {"in_play": state.shown} if state and state.done and state.shown else {}
        offer = {"intent": quiz.INTENT, "quiz_step": yes} if yes else None
        return Outcome(reply, {"quiz": state.save() if state else None, "offer": offer, **shown})


def _wish(turn: Turn, before: State | None) -> Wish:
    if button := pressed(turn.entity("quiz_step")):
        return button
    offered = (turn.offer or {}).get("quiz_step")
    if offered and turn.ranking[:1] == ("affirm",):
        return Wish(offered)
    wish = read(turn.text) or Wish("")
    if wish.kind == "back" and before and before.paused:  # back to the quiz, not to the statement before
        return Wish("go_on")
    return wish
