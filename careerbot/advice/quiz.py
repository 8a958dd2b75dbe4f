"""The interest quiz as a conversation: each function takes the state and what somebody wants, and gives the next state and a Reply.

The state is plain data in between (`quiz_state.py`), so the quiz waits through other questions and later sessions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec

from careerbot.advice import quiz_result
from careerbot.advice.interests import NEEDED
from careerbot.advice.quiz_state import State
from careerbot.advice.reply import Block, Notice, Progress, Reply, Suggestion, Text, suggestion
from careerbot.advice.suggestions import quiz_step, start_the_quiz_over
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import INTERESTS
from careerbot.knowledge.quiz import quiz

INTENT = "help_me_choose"
_REMINDED = 3  # so many answers to something else say that the quiz waits
_OUT_OF_SIGHT = 99


class Step(NamedTuple):
    """The next state, what is said, and the wish that a yes to it takes up ("" for none)."""

    state: State | None
    reply: Reply
    yes: str = ""


# --- before and between ----------------------------------------------------------------------------------------------


def offer(state: State | None) -> Step:
    """What to do for somebody who does not know what to choose."""
    total = len(quiz().statements)
    if state and not state.done:
        lead = f"Your quiz waits at statement {state.at + 1} of {total}. Shall we go on with it?"
        return Step(state, _personal(lead, [_go_on(), _so_far(), start_the_quiz_over()]), yes="go_on")
    if state:
        lead = "You have taken the quiz. I can show your result again, or we start it over. Shall I show it?"
        return Step(
            state,
            _personal(lead, [quiz_step("Show my result", "results"), start_the_quiz_over(), _search()]),
            yes="results",
        )
    welcome = Reply(
        f"Not knowing yet is a fair place to start from. A quiz of {total} short statements finds out what kinds of work you would "
        "like, and which careers fit them. Shall we take it?",
        [
            Text(
                "If you would rather not, tell me what the work must have, such as “outdoors, no degree”, or name any career "
                "you have thought of."
            )
        ],
        [quiz_step(f"Take the quiz ({total} statements, about 4 minutes)", "start"), _search()],
    )
    return Step(None, welcome, yes="start")


def begin() -> Step:
    """The first statement, with how it works."""
    state = State([None] * len(quiz().statements))
    how = Text(
        "Think of it as part of a job. Pay, training and whether you can do it yet do not count. Press an answer, or type one: "
        "“love it”, “meh”, or a number from 1 (hate it) to 5 (love it). Back, skip, pause and stop work at any time, and you may "
        "ask me something else in between."
    )
    return Step(state, _statement(state, how))


def waiting(state: State) -> Step:
    """The statement that waits."""
    return _asking(state)


def paused(state: State) -> Step:
    """Wait until somebody wants to go on."""
    lead = (
        f"The quiz waits at statement {state.at + 1} of {len(state.answers)}, with what you have answered. "
        "Say “go on with the quiz” whenever you like."
    )
    return Step(_out_of_sight(state), _personal(lead, [_go_on(), _so_far()]), yes="go_on")


def status(state: State) -> Step:
    """How many are left."""
    return _asking(state, Text(f"{_left(state)}."))


def weary(state: State) -> Step:
    """A way out for somebody who has had enough, beside the statement that waits."""
    stop = "“Stop” ends it and shows what your answers say so far" if state.scores() else "“Stop” ends it"
    lead = (
        f"I see, it drags. {_left(state)}, and you need not finish: {stop}, “pause” keeps it for later, and what "
        "you want of a job you can also just tell me, such as “outdoors, no degree”. Or go on:"
    )
    asked = _statement(state)
    asked = msgspec.structs.replace(asked, lead=lead, blocks=[Text(asked.lead), *asked.blocks])
    return Step(state.but(paused=0, misread=False), asked)


def explain(state: State) -> Step:
    """How a statement is meant."""
    return _asking(
        state,
        Text(
            "There is no right answer: say how you would feel about doing this often, as part of your work. "
            "“Not sure” and skip are fine too."
        ),
    )


def misread(state: State) -> Step:
    """A message that is no answer, explained once."""
    how = Notice(
        "I could not read that as an answer. Press one, or type “love it”, “like it”, “not sure”, “dislike it”, “hate it” or a "
        "number from 1 (hate it) to 5 (love it). “Stop” ends the quiz."
    )
    return Step(state.but(paused=0, misread=True), _statement(state, how))


def torn(state: State) -> Step:
    """Somebody wavers between two answers."""
    return _asking(state, Text("Only one of them, please: the one that is nearer. “Not sure” is a full answer too."))


def interrupted(slot: object, reply: Reply) -> tuple[dict[str, Any] | None, Reply]:
    """A reply to something else, with a way back to the quiz that waits; and the quiz's slot from now on."""
    state = State.load(slot)
    if not state or state.done or state.paused >= _REMINDED:
        return None, reply
    blocks: list[Block] = [] if state.paused else [Notice(f"The quiz waits: {_question(state)}")]
    suggestions = [*reply.suggestions, _go_on()]
    reminded = msgspec.structs.replace(reply, blocks=[*reply.blocks, *blocks], suggestions=suggestions, personal=True)
    return state.but(paused=state.paused + 1).save(), reminded


# --- answering -------------------------------------------------------------------------------------------------------


def answer(catalogue: Catalogue, state: State, worth: int, statement: int | None = None) -> Step:
    """Take an answer, worth 0 to 4, to the statement that waits, or to an earlier one whose button was pressed."""
    place = state.at if statement is None else statement
    if place > state.at:
        return _asking(state)
    answers = _with(state, place, worth)
    if state.done:
        return result(catalogue, state.but(answers=answers))
    if place < state.at:
        return _asking(state.but(answers=answers), Text(f"Noted: “{_said(place)}”: {quiz().answers[worth].lower()}."))
    return _next(catalogue, state.but(answers=answers))


def correct(catalogue: Catalogue, state: State, worth: int) -> Step:
    """Change the answer before."""
    if state.done:
        return answer(catalogue, state, worth, state.at)
    return answer(catalogue, state, worth, max(state.at - 1, 0))


def skip(catalogue: Catalogue, state: State) -> Step:
    """Leave a statement out, and forget what was answered to it."""
    return _next(catalogue, state.but(answers=_with(state, state.at, None)))


def back(state: State) -> Step:
    """Return to the statement before."""
    if state.done:
        return _asking(state.but(done=False))
    return _asking(state.but(at=max(state.at - 1, 0)), *([] if state.at else [Text("This is the first statement.")]))


def _with(state: State, place: int, worth: int | None) -> list[int | None]:
    return [*state.answers[:place], worth, *state.answers[place + 1 :]]


def _next(catalogue: Catalogue, state: State) -> Step:
    if state.at + 1 == len(state.answers):
        return result(catalogue, state)
    return _asking(state.but(at=state.at + 1))


# --- the result ------------------------------------------------------------------------------------------------------


def result(catalogue: Catalogue, state: State) -> Step:
    """The scores and the careers that fit, from whatever was answered so far."""
    points = state.scores()
    if not points:
        return _too_little(state)
    reply, shown = quiz_result.whole(catalogue, points, state.given, state.preparation)
    if state.at + 1 < len(state.answers):
        reply = msgspec.structs.replace(reply, suggestions=[_go_on(), *reply.suggestions])
    return Step(state.but(done=True, paused=0, misread=False, skipped=0, shown=shown), reply)


def prepared(catalogue: Catalogue, state: State, preparation: int) -> Step:
    """Only careers of one job zone; 0 for any."""
    return _listed(catalogue, state.but(preparation=preparation), 0)


def more(catalogue: Catalogue, state: State) -> Step:
    """The next matches."""
    return _listed(catalogue, state, state.skipped + quiz_result.PAGE)


def _listed(catalogue: Catalogue, state: State, skipped: int) -> Step:
    points = state.scores()
    if not points:
        return _too_little(state)
    reply, shown = quiz_result.careers(catalogue, points, state.preparation, skipped)
    return Step(state.but(skipped=skipped, shown=shown), reply)


def _too_little(state: State) -> Step:
    lead = (
        f"So far you have answered {state.given} of {len(state.answers)} statements. That is too little to say anything: I need at least "
        f"{NEEDED} answers for each of the {len(INTERESTS)} interests. What you have answered is kept."
    )
    return Step(_out_of_sight(state.but(done=False)), _personal(lead, [_go_on(), _search()]), yes="go_on")


# --- wording ---------------------------------------------------------------------------------------------------------


def _aside(title: str, wish: str) -> Suggestion:
    return msgspec.structs.replace(quiz_step(title, wish), aside=True)


def _asking(state: State, *blocks: Block) -> Step:
    return Step(state.but(paused=0, misread=False, done=False), _statement(state, *blocks))


def _out_of_sight(state: State) -> State:
    return state.but(paused=_OUT_OF_SIGHT, misread=False)


def _statement(state: State, *blocks: Block) -> Reply:
    answers = [quiz_step(title, f"answer:{worth}:{state.at}") for worth, title in enumerate(quiz().answers)]
    ways = [*([_aside("Back", "back")] if state.at else []), _aside("Skip", "skip"), _aside("Stop", "stop")]
    progress = Progress(state.at, len(state.answers), "statements done")
    return _personal(_question(state), [*answers, *ways], [*blocks, progress])


def _question(state: State) -> str:
    said = _said(state.at)
    return f"How would you like to {said[:1].lower()}{said[1:]}?"


def _left(state: State) -> str:
    left = len(state.answers) - state.at
    return f"{left} {'is' if left == 1 else 'are'} left, this one included"


def _said(place: int) -> str:
    return quiz().statements[place][1]


def _personal(lead: str, suggestions: list[Suggestion], blocks: Sequence[Block] = ()) -> Reply:
    return Reply(lead, list(blocks), suggestions, personal=True)


def _go_on() -> Suggestion:
    return quiz_step("Go on with the quiz", "go_on")


def _so_far() -> Suggestion:
    return quiz_step("What is known so far", "results")


def _search() -> Suggestion:
    return suggestion("Search by what I want", "find_careers")


Talk = Callable[[Catalogue, State], Step]
# What somebody may want of a quiz under way, by the names that buttons and readers use; answers are taken by `talk`.
_WAYS: dict[str, Talk] = {
    "start": lambda catalogue, state: begin() if state.done else waiting(state),
    "restart": lambda catalogue, state: begin(),
    "go_on": lambda catalogue, state: result(catalogue, state) if state.finished else waiting(state),
    "back": lambda catalogue, state: back(state),
    "skip": skip,
    "pause": lambda catalogue, state: paused(state),
    "status": lambda catalogue, state: offer(state) if state.done else status(state),
    "weary": lambda catalogue, state: offer(state) if state.done else weary(state),
    "explain": lambda catalogue, state: offer(state) if state.done else explain(state),
    "torn": lambda catalogue, state: offer(state) if state.done else torn(state),
    "stop": result,
    "results": result,
    "more": more,
}


def talk(
    catalogue: Catalogue, state: State | None, wish: str, number: int | None = None, statement: int | None = None
) -> Step:
    """The next turn of the quiz. `wish` is a name such as "back"; "" for a message that says nothing to the quiz."""
    if not state:
        return begin() if wish in ("start", "restart", "go_on") else offer(None)
    if wish == "answer" and number is not None:
        return offer(state) if state.done and statement is None else answer(catalogue, state, number, statement)
    if wish == "correct" and number is not None:
        return correct(catalogue, state, number)
    if wish == "preparation" and number is not None:
        return prepared(catalogue, state, number)
    if wish in _WAYS:
        return _WAYS[wish](catalogue, state)
    return offer(state) if state.done or state.paused else misread(state)
