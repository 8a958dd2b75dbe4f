"""Answers about a career: one action for all topics, and the sources of the last answer."""

from __future__ import annotations

import re

from msgspec.structs import replace

from actions.base import CareerAction, Outcome
from actions.find import ActionFind, like
from actions.named import Named
from actions.turn import Turn
from careerbot.advice import about_figures, numbers, own_career, own_pay, small_talk, topics, which_one
from careerbot.advice.draft import Subject
from careerbot.advice.reply import Notice, Reply, suggestion
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.name_index import name_index
from careerbot.knowledge.places import holds_places_apart, names_a_place
from careerbot.understanding import figure_questions
from careerbot.understanding.asking import asks_of_all, asks_of_everybody, asks_why
from careerbot.understanding.own_career import asks_for_more_school, is_about_own_job
from careerbot.understanding.own_pay import holds_against_own_pay
from careerbot.understanding.pointing import pointed

# Nobody asks these of their own career, but where it is about keeping its license.
_ABOUT_GETTING_IN = frozenset({"ask_how_to_become", "ask_time_to_become", "ask_education"})
_ABOUT_WORK = frozenset(topics.TOPICS) - _ABOUT_GETTING_IN
_RENEWS = re.compile(r"\b(?:licen[sc]es?|certificat\w+|renew\w*|ceus?)\b", re.IGNORECASE)
_MOST_CANDIDATES = 5
# "My husband drives a truck": the next question is about that. "My daughter is a waitress, what else could she do?"
_OF_SOMEBODY = frozenset({"ask_overview", "ask_related_careers"})


class ActionAnswer(CareerAction):
    """Answers the topic that the intent names, about the career named or pointed at now or else the one in focus."""

    answers_to = tuple(topics.TOPICS)

    def name(self) -> str:
        """As the domain knows it."""
        return "action_answer"

    def answer(self, turn: Turn) -> Outcome:
        """The answer; to a question of pay or of going back to school, with what the person earns or is beside it, if they said so."""
        outcome = self._answer(turn)
        career = outcome.remember.get("career")
        if counted := _counted(turn):
            return Outcome(replace(outcome.reply, lead=f"{counted} {outcome.reply.lead}"), outcome.remember)
        beside = _beside(turn, Subject(catalogue(), catalogue().careers[career])) if career else None
        if not beside:
            return outcome
        reply = replace(outcome.reply, lead=f"{beside} {outcome.reply.lead}")
        held = {"own_pay": {**turn.own_pay, "beside": career}} if turn.own_pay and turn.intent == "ask_salary" else {}
        return Outcome(reply, {**outcome.remember, **held})

    def _answer(self, turn: Turn) -> Outcome:
        """Unknown careers are said to be unknown; without any career the person is asked which."""
        if turn.careers:
            return _named(turn, next(each for each in turn.named if each.role is None))
        if listed := pointed(turn.text, turn.in_play, turn.focus):
            return about(listed[0], turn.intent, turn.question, others=tuple(listed[1:]))
        if turn.unknown_career:
            return _unknown(turn.unknown_career, turn.intent)
        if turn.own_career and turn.intent in _ABOUT_WORK and is_about_own_job(turn.text):  # "will my job be around"
            return about(turn.own_career, turn.intent, turn.question)
        if turn.own and (turn.intent not in _ABOUT_GETTING_IN or _RENEWS.search(turn.text)):
            return about(turn.own, turn.intent, turn.question)
        if turn.persons and turn.intent in _OF_SOMEBODY:
            return about(turn.persons[0], turn.intent, turn.question)
        if turn.excluded and turn.intent == "ask_related_careers":  # "not a teacher, something like it"
            return about(turn.excluded[0], turn.intent, turn.question)
        if turn.focus and turn.focus not in turn.excluded:
            return _of_a_place(turn, turn.focus) or about(turn.focus, turn.intent, turn.question)
        if turn.intent == "ask_salary" and asks_of_everybody(turn.text):
            return Outcome(numbers.salary_of_everybody(catalogue()))
        if asks_of_all(turn.text):
            return ActionFind().answer(turn)
        return Outcome(small_talk.which_career(catalogue(), turn.intent, turn.in_play), {"topic": turn.intent})


def _counted(turn: Turn) -> str | None:
    """What comes first where the pay of a career that is named is asked with "before taxes" or "with overtime"."""
    kind = figure_questions.kind_of_pay(turn.text) if turn.careers and turn.intent == "ask_salary" else None
    return about_figures.counted(kind) if kind else None


def _of_a_place(turn: Turn, career: str) -> Outcome | None:
    """What was just told, asked for a place: not all of it again."""
    again = turn.topic == turn.intent and names_a_place(turn.text) and not holds_places_apart(turn.text)
    reply = about_figures.of_a_place(catalogue(), turn.intent, career, turn.text) if again else None
    return Outcome(reply, {"career": career}) if reply else None


def _beside(turn: Turn, told_of: Subject) -> str | None:
    """What a person said of themselves beside the career told of, as far as the question asks for it."""
    own = turn.own_career if turn.own_career != told_of.career.id else None
    here = Subject(catalogue(), catalogue().careers[own]) if own else None
    if turn.intent in _ABOUT_GETTING_IN:
        return own_career.schooling_beside(here, told_of) if here and asks_for_more_school(turn.text) else None
    if turn.intent != "ask_salary":
        return None
    if own_wage := turn.own_pay:
        told = own_wage.get("beside") == told_of.career.id and not holds_against_own_pay(turn.text)  # once is enough
        return None if told else own_pay.beside(told_of, own_wage["amount"], own_wage["per"])
    if not holds_against_own_pay(turn.text) or holds_places_apart(turn.text):
        return None
    return own_career.pay_beside(here, told_of) if here else own_pay.beside_all(told_of)


def about(
    career_id: str, intent: str, text: str = "", others: tuple[str, ...] = (), notice: Notice | None = None
) -> Outcome:
    """The answer, with the same question about the other careers named as suggestions; `notice` comes before all blocks."""
    if intent == "ask_related_careers" and (narrowed := like(career_id, text)):
        return narrowed
    reply = topics.answer(catalogue(), intent, career_id, text)
    same = [suggestion(f"The same for {naming.many(catalogue().careers[each])}", intent, each) for each in others]
    blocks = [notice, *reply.blocks] if notice else reply.blocks
    reply = Reply(reply.lead, blocks, same + reply.suggestions)
    listed = catalogue().related(catalogue().careers[career_id]) if intent == "ask_related_careers" else []
    in_play = {"in_play": [each.id for each in listed]} if len(listed) > 1 else {}
    return Outcome(reply, {"career": career_id, "topic": intent, **in_play})


def _named(turn: Turn, named: Named) -> Outcome:
    """The answer about a career named alone or first; asked which one it is where the name has several meanings."""
    exactly = (each.id for each in turn.named if each.role is None and not each.candidates)
    if again := next((each for each in exactly if each in named.candidates), None):
        # "a teacher, an elementary teacher"
        others = tuple(each for each in turn.careers if each not in named.candidates)
        return about(again, turn.intent, turn.question, others)
    others = turn.careers[1:]
    if turn.focus in named.candidates:
        return about(turn.focus, turn.intent, turn.question, others)
    if named.candidates and not others:
        # "tourr mannnager" is no special kind of manager
        misspelt = name_index().nearest(named.said) if named.head else []
        candidates = list(dict.fromkeys([*misspelt, *named.candidates]))[:_MOST_CANDIDATES]
        reply = which_one.ask_which(catalogue(), named.said, turn.intent, candidates, known=not named.head)
        return Outcome(
            reply, {"topic": turn.intent, "in_play": candidates, "called": {"name": named.said, "which": candidates}}
        )
    told = about(named.id, turn.intent, turn.question, others, named.notice(catalogue()))
    return Outcome(told.reply, {**told.remember, "called": {"name": named.said, "which": None} if named.said else None})


def _unknown(name: str, intent: str) -> Outcome:
    near = name_index().nearest(name)
    offer = {"intent": intent, "career": near[0]} if near else None
    pointable = {"in_play": near} if near else {}  # "the second one"
    return Outcome(
        small_talk.unknown_career(catalogue(), name, intent, near), {"topic": intent, "offer": offer, **pointable}
    )


class ActionSources(CareerAction):
    """Says where the last answer comes from; without one, where everything comes from."""

    def name(self) -> str:
        """As the domain knows it."""
        return "action_sources"

    def answer(self, turn: Turn) -> Outcome:
        """What is asked of the figure itself; else where it comes from, after the word that no source gives reasons where those
        are asked for."""
        if asked := _of_the_figure(turn):
            return asked
        outcome = self._sources(turn)
        if not asks_why(turn.text):
            return outcome
        reply = replace(outcome.reply, lead=f"{small_talk.NO_REASONS} {outcome.reply.lead}")
        return Outcome(reply, outcome.remember)

    def _sources(self, turn: Turn) -> Outcome:
        """A career named in the question counts before the one in focus; what is about several, the reply itself says."""
        career = turn.careers[0] if turn.careers else turn.focus
        if not turn.careers and turn.topic not in topics.TOPICS and turn.last_reply:
            told = small_talk.sources_of_reply(turn.last_reply)
            if told:
                return Outcome(told)
        topic = figure_questions.topic_named(turn.text) or turn.topic
        if career and topic in topics.TOPICS:
            return Outcome(small_talk.sources_of(catalogue(), topic, career), {"career": career})
        return Outcome(small_talk.all_sources(catalogue()))


def _of_the_figure(turn: Turn) -> Outcome | None:
    """What the figures told last are, and are not; None where only their sources are asked for."""
    if turn.pressed or turn.careers:
        return None
    kind, career = figure_questions.kind(turn.text), turn.focus if turn.topic in topics.TOPICS else None
    reply = about_figures.answer(catalogue(), kind, turn.topic, career) if kind else None
    if not reply and career and turn.topic == "ask_salary" and figure_questions.complains(turn.text):
        reply = about_figures.complained_of(catalogue(), career, turn.last_reply)
    return Outcome(reply) if reply else None
