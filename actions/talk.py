"""Turns that are about the conversation itself: yes, no, what can you do, and what was not understood."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import Restarted
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import about
from actions.base import CareerAction, Outcome
from actions.turn import Turn
from careerbot.advice import outside as outside_talk
from careerbot.advice import small_talk, topics
from careerbot.knowledge.catalogue import catalogue
from careerbot.understanding import outside
from careerbot.understanding.feelings import is_unhappy_at_work, is_worried
from careerbot.understanding.intake import MAX_LENGTH, is_too_long
from careerbot.understanding.privacy import asks_about_privacy, names_what_is_kept

# Kinds of questions from outside of which a career's file may tell all the same: "visas" of citizenship, "tasks" of a SOC code.
_MAY_BE_TOLD = (None, "visas", "tasks")


class ActionAffirm(CareerAction):
    """Takes up what was offered last."""

    def name(self) -> str:
        """As the domain knows it."""
        return "action_affirm"

    def answer(self, turn: Turn) -> Outcome:
        """Without an offer, a yes is a yes to going on."""
        if turn.offer:
            return about(turn.offer["career"], turn.offer["intent"])
        return Outcome(small_talk.go_on(catalogue(), turn.focus))


class ActionDeny(CareerAction):
    """Lets an offer go."""

    def name(self) -> str:
        """As the domain knows it."""
        return "action_deny"

    def answer(self, turn: Turn) -> Outcome:
        """Asks what else; a career that is not wanted is none to go on about."""
        if turn.excluded:
            refused = next(each for each in turn.named if each.role == "excluded")
            said = refused.said if refused.candidates else ""  # "a teacher" is not one of them
            return Outcome(small_talk.without(catalogue(), refused.id, said))
        return Outcome(small_talk.what_else(catalogue(), turn.focus))


class ActionCapabilities(CareerAction):
    """Says what can be asked."""

    def name(self) -> str:
        """As the domain knows it."""
        return "action_capabilities"

    def answer(self, turn: Turn) -> Outcome:
        """With the career in focus, if there is one; what becomes of what is said is told where that is asked."""
        if asks_about_privacy(turn.text):
            return Outcome(small_talk.privacy())
        return Outcome(small_talk.capabilities(catalogue(), turn.focus))


class ActionChitchat(CareerAction):
    """Meets what is said for the sake of talking."""

    def name(self) -> str:
        """As the domain knows it."""
        return "action_chitchat"

    def answer(self, turn: Turn) -> Outcome:
        """A worry gets a kind word first."""
        return Outcome(small_talk.chitchat(worried=is_worried(turn.text)))


class ActionJobSearch(CareerAction):
    """Meets questions of looking for a job, which is near what is known here, but not it."""

    answers_to = ("job_search_help",)

    def name(self) -> str:
        """As the domain knows it."""
        return "action_job_search"

    def answer(self, turn: Turn) -> Outcome:
        """Points to who helps, and offers what there is; who is unhappy where they are is shown ways on."""
        if is_unhappy_at_work(turn.text):
            return Outcome(small_talk.unhappy(catalogue(), turn.own_career or turn.focus))
        return Outcome(small_talk.job_search(catalogue(), turn.careers[0] if turn.careers else turn.focus))


class ActionOutOfScope(CareerAction):
    """Meets what has nothing to do with careers, and what is said in another language."""

    def name(self) -> str:
        """As the domain knows it."""
        return "action_out_of_scope"

    def answer(self, turn: Turn) -> Outcome:
        """Says so in a sentence that fits, and offers what there is."""
        if in_another := _in_another_language(turn):
            return in_another
        career, kind = turn.careers[0] if turn.careers else None, outside.kind(turn.text)
        about_it = career or turn.own or turn.focus
        if about_it and kind in _MAY_BE_TOLD and (told := topics.detail(catalogue(), about_it, turn.question)):
            return Outcome(told, {"career": about_it})
        return Outcome(outside_talk.out_of_scope(catalogue(), kind, career))


def _in_another_language(turn: Turn) -> Outcome | None:
    language = outside.language(turn.typed)
    if language == "en":
        return None
    named = turn.careers[-1] if turn.careers else None  # the first may be a word that only looks like English: "quanto"
    return Outcome(outside_talk.english_only(catalogue(), language, named))


class ActionAskBack(CareerAction):
    """Meets what was not understood: nothing typed, too much typed, or words that could mean several things."""

    def name(self) -> str:
        """As the domain knows it."""
        return "action_ask_back"

    def answer(self, turn: Turn) -> Outcome:
        """Offers the likeliest readings."""
        career = turn.careers[0] if turn.careers else turn.focus
        if is_too_long(turn.text):
            return Outcome(small_talk.too_long(catalogue(), MAX_LENGTH, career))
        if in_another := _in_another_language(turn):
            return in_another
        reply = small_talk.not_understood(catalogue(), turn.text, turn.ranking, career)
        return Outcome(reply, {"career": career} if career else {})


class ActionForget(CareerAction):
    """Has everything erased that this conversation holds; the tracker store does it when the turn is saved."""

    keeps_quiz_waiting = False

    def name(self) -> str:
        """As the domain knows it."""
        return "action_forget"

    def answer(self, turn: Turn) -> Outcome:
        """The slot is the request; it goes with the rest. Whoever only asks what is kept, speaks of a career, or does not say
        what is to go ("delete it") loses nothing."""
        if asks_about_privacy(turn.text):
            return Outcome(small_talk.privacy())
        # "do nurses ever forget things", "forget what I said about welders"
        if (turn.careers or not names_what_is_kept(turn.text)) and not turn.pressed:
            return Outcome(small_talk.ask_forget())
        return Outcome(small_talk.forgotten(), {"forget": True})


class ActionRestart(CareerAction):
    """Starts over: Rasa's own `action_restart`, with an answer of ours."""

    keeps_quiz_waiting = False

    def name(self) -> str:
        """As Rasa knows it."""
        return "action_restart"

    def answer(self, turn: Turn) -> Outcome:
        """Nothing of the old conversation is offered."""
        return Outcome(small_talk.started_over(catalogue()))

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Answer, then forget what was talked about."""
        return [*await super().run(dispatcher, tracker, domain), Restarted()]
