"""What every action does: it always answers, and remembers no more than it should."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import ActionAnswer
from actions.base import CareerAction, Outcome
from actions.change import ActionChange
from actions.compare import ActionCompare
from actions.find import ActionFind
from actions.talk import ActionAffirm, ActionForget
from actions.turn import Turn
from careerbot.advice.reply import Reply, suggestion
from careerbot.advice.small_talk import apology
from careerbot.paths import PROJECT

Slots = dict[str, Any]
OFFER = {"intent": "ask_salary", "career": "electrician"}


def tracker(text: str = "hello", intent: str = "greet", slots: Slots | None = None, **message: object) -> Tracker:
    """The tracker that Rasa would send along."""
    latest = {"text": text, "intent": {"name": intent}, **message}
    events = [{"event": "action", "name": "action_listen"}, {"event": "user", "text": text, "parse_data": latest}]
    remembered = {"career": None, "topic": None, "offer": None, **(slots or {})}
    return Tracker("somebody", remembered, latest, events, False, None, {}, "action_listen")


async def run(action: CareerAction, at: Tracker) -> tuple[dict[str, Any], Slots]:
    """The one message said, and the slots that changed."""
    dispatcher = CollectingDispatcher()
    events = await action.run(dispatcher, at, {})
    (message,) = dispatcher.messages
    return message, {event["name"]: event["value"] for event in events if event["event"] == "slot"}


class Echo(CareerAction):
    """Says what was typed."""

    def name(self) -> str:
        return "action_echo"

    def answer(self, turn: Turn) -> Outcome:
        return Outcome(Reply(turn.text, [], [suggestion("Pay", "ask_salary", "dj")]), {"topic": "ask_salary"})


class Failing(Echo):
    def answer(self, turn: Turn) -> Outcome:
        raise RuntimeError("the knowledge is gone")


class Hanging(Echo):
    patience = 0.2

    def __init__(self) -> None:
        self.released = threading.Event()

    def answer(self, turn: Turn) -> Outcome:
        self.released.wait(30)
        return super().answer(turn)


async def test_an_answer_is_said_as_text_buttons_and_document() -> None:
    message, changed = await run(Echo(), tracker("What do DJs earn?"))
    assert message["text"] == "What do DJs earn?"
    assert message["buttons"] == [{"title": "Pay", "payload": '/ask_salary{"career":"dj"}'}]
    assert Reply.from_document(message["reply"]).lead == "What do DJs earn?"
    assert changed == {"topic": "ask_salary"}


async def test_an_action_that_fails_says_so_and_forgets_nothing() -> None:
    message, changed = await run(Failing(), tracker(slots={"career": "dj", "topic": "ask_salary"}))
    assert message["text"] == apology().text()
    assert message["reply"] == apology().document()
    assert changed == {}


async def test_an_action_that_hangs_says_so_and_forgets_nothing() -> None:
    hanging = Hanging()
    try:
        message, changed = await run(hanging, tracker(slots={"career": "dj", "topic": "ask_salary"}))
        assert message["text"] == apology().text()
        assert changed == {}
        message, _ = await run(Echo(), tracker("Still there?"))
        assert message["text"] == "Still there?"
    finally:
        hanging.released.set()


async def test_an_action_that_runs_out_of_something_says_so_at_once() -> None:
    class Exhausted(Echo):
        patience = 60.0

        def answer(self, turn: Turn) -> Outcome:
            return next(iter(()))

    message, _ = await asyncio.wait_for(run(Exhausted(), tracker()), timeout=30)
    assert message["text"] == apology().text()


async def test_an_answer_that_comes_too_late_is_not_said() -> None:
    hanging, dispatcher = Hanging(), CollectingDispatcher()
    await hanging.run(dispatcher, tracker(), {})
    hanging.released.set()
    await run(Echo(), tracker())
    assert [message["text"] for message in dispatcher.messages] == [apology().text()]


@pytest.mark.parametrize("broken", [{"entities": [{"value": "dj"}]}, {"intent_ranking": [{}]}])
async def test_a_message_that_cannot_be_read_is_answered_too(broken: dict[str, Any]) -> None:
    message, changed = await run(Echo(), tracker(**broken))
    assert message["text"] == apology().text()
    assert changed == {}


async def test_an_offer_is_forgotten_on_the_next_answer() -> None:
    _, changed = await run(Echo(), tracker(slots={"offer": OFFER}))
    assert changed == {"topic": "ask_salary", "offer": None}


async def test_a_yes_takes_up_the_offer_and_ends_it() -> None:
    message, changed = await run(ActionAffirm(), tracker("yes", "affirm", {"offer": OFFER}))
    assert "lectricians" in message["text"] and "$" in message["text"]
    assert changed == {"career": "electrician", "topic": "ask_salary", "offer": None}


async def test_an_unknown_career_is_said_to_be_unknown_and_the_nearest_offered() -> None:
    entities = [{"entity": "unknown_career", "value": "elektrishian"}]
    message, changed = await run(ActionAnswer(), tracker("what do they earn", "ask_salary", entities=entities))
    assert "“elektrishian”" in message["text"]
    assert changed["offer"] == OFFER
    assert "career" not in changed


async def test_what_is_remembered_already_is_not_set_again() -> None:
    _, changed = await run(Echo(), tracker(slots={"topic": "ask_salary"}))
    assert changed == {}


def test_a_turn_without_entities_has_no_careers() -> None:
    turn = Turn.read(tracker("What do they earn?", "ask_salary", {"career": "dj", "topic": "ask_duties"}))
    assert (turn.text, turn.intent, turn.careers, turn.unknown_career) == ("What do they earn?", "ask_salary", (), None)
    assert (turn.focus, turn.topic, turn.offer, turn.ranking) == ("dj", "ask_duties", None, ())


@pytest.mark.parametrize("message", [{}, {"text": None, "intent": None, "entities": None, "intent_ranking": None}])
def test_a_turn_of_an_empty_conversation_can_be_read(message: dict[str, Any]) -> None:
    turn = Turn.read(Tracker("somebody", {}, message, [], False, None, {}, None))
    assert (turn.text, turn.read_as, turn.intent, turn.ranking, turn.careers, turn.in_play) == ("", "", "", (), (), ())
    assert (turn.unknown_career, turn.focus, turn.topic, turn.offer) == (None, None, None, None)


def test_a_turn_names_each_career_once_in_their_order_and_keeps_the_words_typed() -> None:
    entities = [
        {"entity": "career", "value": "dj"},
        {"entity": "career", "value": "actor"},
        {"entity": "career", "value": "dj"},
        {"entity": "unknown_career", "value": "wizard"},
    ]
    ranking = [{"name": "ask_salary"}, {"name": "ask_duties"}]
    at = tracker("/DJ, actor, wizard", "ask_salary", entities=entities, intent_ranking=ranking)
    at.latest_message["text"] = "DJ, actor, wizard"
    turn = Turn.read(at)
    assert turn.careers == ("dj", "actor")
    assert turn.unknown_career == "wizard"
    assert turn.ranking == ("ask_salary", "ask_duties")
    assert turn.text == "/DJ, actor, wizard"


GONE = "lamp_lighter"  # a career that the conversation remembers and its keeper has removed since
SEARCH = {
    "asked": {"wanted": ["outdoors", "gaslight|animals", "gaslight"], "without": [GONE]},
    "shown": ["electrician"],
}


@pytest.mark.parametrize(
    ("action", "text", "intent", "slots", "said"),
    [
        (ActionAnswer(), "what do they earn?", "ask_salary", {"career": GONE}, "Which career"),
        (
            ActionAnswer(),
            "and the first one?",
            "ask_salary",
            {"in_play": [GONE, "electrician"]},
            "all electricians earned",
        ),
        (
            ActionAffirm(),
            "yes",
            "affirm",
            {"offer": {"intent": "ask_salary", "career": GONE}},
            "What would you like to know?",
        ),
        (
            ActionCompare(),
            "and the pay?",
            "compare_careers",
            {
                "topic": "compare_careers",
                "comparison": {"careers": ["plumber", GONE, "electrician"], "aspect": "growth"},
            },
            "$62,970 a year against $62,350 a year for electricians",
        ),
        (
            ActionChange(),
            "what would it take?",
            "ask_career_change",
            {"topic": "ask_career_change", "change": {"start": GONE, "goal": "electrician"}},
            "what carries over to electricians",
        ),
        (
            ActionFind(),
            "more",
            "find_careers",
            {"search": SEARCH, "in_play": ["electrician"]},
            "outdoors and with animals, here are numbers 2",
        ),
    ],
)
async def test_what_was_removed_from_the_knowledge_is_no_longer_talked_about(
    action: CareerAction, text: str, intent: str, slots: Slots, said: str
) -> None:
    message, _ = await run(action, tracker(text, intent, slots))
    assert message["text"] != apology().text()
    assert said in message["text"]


async def test_an_old_suggestion_of_a_removed_career_is_answered_with_its_name_and_not_with_another_career() -> None:
    entities = [{"entity": "career", "value": GONE}]
    pressed = f'/ask_salary{{"career":"{GONE}"}}'
    message, _ = await run(ActionAnswer(), tracker(pressed, "ask_salary", {"career": "electrician"}, entities=entities))
    assert "“lamp lighter”" in message["text"]
    assert "$" not in message["text"]


def test_the_actions_load_no_rasa() -> None:
    code = (
        "import sys, pkgutil, importlib, actions\n"
        "names = [found.name for found in pkgutil.walk_packages(actions.__path__, 'actions.')]\n"
        "for name in names: importlib.import_module(name)\n"
        "print(len(names) >= 3, [name for name in sys.modules if name.partition('.')[0] in ('rasa', 'tensorflow')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True []"


@pytest.mark.parametrize(
    "text",
    [
        "forget me",
        "erase everything you know about me",
        "delete my data",
        "wipe this chat",
        "delete everything",
        "remove all my information",
    ],
)
async def test_one_sentence_erases_everything(text: str) -> None:
    _, changed = await run(ActionForget(), tracker(text, "delete_my_data"))
    assert changed == {"forget": True}


@pytest.mark.parametrize("text", ["delete it", "forget that", "delete the first", "erase number 2"])
async def test_what_does_not_say_what_is_to_go_erases_nothing_yet(text: str) -> None:
    message, changed = await run(ActionForget(), tracker(text, "delete_my_data"))
    assert message["text"].startswith("Shall I erase this whole conversation")
    assert changed == {}
    _, changed = await run(ActionForget(), tracker("/delete_my_data", "delete_my_data"))
    assert changed == {"forget": True}
