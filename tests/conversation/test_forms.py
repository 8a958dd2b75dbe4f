"""Rasa's forms over our store: a small bot with a form, whose conversations outgrow the window while the form runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.api import train
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from tests_support import plain

from careerbot.conversation.agent import CareerAgent
from careerbot.conversation.assistant import Assistant
from careerbot.conversation.tracker_store import ConversationStore
from careerbot.conversation.window import KEPT

CONFIG = """
recipe: default.v1
assistant_id: forms
language: en
pipeline:
  - name: KeywordIntentClassifier
    case_sensitive: false
policies:
  - name: RulePolicy
"""
DOMAIN = """
version: "3.1"
intents: [begin, stop, other]
slots:
  first:
    type: text
    influence_conversation: false
    mappings: [{type: from_text, conditions: [{active_loop: asking, requested_slot: first}]}]
  second:
    type: text
    influence_conversation: false
    mappings: [{type: from_text, conditions: [{active_loop: asking, requested_slot: second}]}]
  third:
    type: text
    influence_conversation: false
    mappings: [{type: from_text, not_intent: other, conditions: [{active_loop: asking, requested_slot: third}]}]
forms:
  asking: {required_slots: [first, second, third], ignored_intents: [stop]}
responses:
  utter_ask_first: [{text: "The first?"}]
  utter_ask_second: [{text: "After {first}, the second?"}]
  utter_ask_third: [{text: "After {second}, the third?"}]
  utter_done: [{text: "You said {first}, {second}, {third}."}]
  utter_stopped: [{text: Stopped.}]
  utter_other: [{text: Something else.}]
"""
DATA = """
version: "3.1"
nlu:
  - {intent: begin, examples: "- begin\\n- begin now\\n"}
  - {intent: stop, examples: "- stop\\n- stop it\\n"}
  - {intent: other, examples: "- weather\\n- the weather\\n"}
rules:
  - rule: begin
    steps: [{intent: begin}, {action: asking}, {active_loop: asking}]
  - rule: done
    condition: [{active_loop: asking}]
    steps: [{action: asking}, {active_loop: null}, {action: utter_done}]
  - rule: stop within
    condition: [{active_loop: asking}]
    steps: [{intent: stop}, {action: action_deactivate_loop}, {active_loop: null}, {action: utter_stopped}]
  - rule: something else
    steps: [{intent: other}, {action: utter_other}]
"""
SCRIPT = ("weather", "begin", "one", "two", *["weather"] * 12, "stop", "weather", "begin", "three", "weather", "begin")


@pytest.fixture(scope="module")
def form_bot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("forms")
    for name, text in (("config.yml", CONFIG), ("domain.yml", DOMAIN), ("data.yml", DATA)):
        (folder / name).write_text(text)
    trained = train(str(folder / "domain.yml"), str(folder / "config.yml"), str(folder / "data.yml"), str(folder))
    assert trained.model
    return Path(trained.model)


async def test_a_form_goes_on_as_over_rasas_own_store(form_bot: Path, tmp_path: Path) -> None:
    def over(store: TrackerStore) -> Assistant:
        return Assistant(CareerAgent.of(form_bot, store))

    ours = over(ConversationStore(db=str(tmp_path / "ours.db")))
    theirs = over(SQLTrackerStore(db=str(tmp_path / "theirs.db")))

    said = []
    for text in SCRIPT * 2:
        replies = [[each.lead for each in await either.say(text, "me")] for either in (ours, theirs)]
        assert replies[0] == replies[1], text
        said += replies[0]

    assert "You said one, two, three." in said
    assert "Stopped." in said
    kept = [await either.agent.tracker_store.retrieve_full_tracker("me") for either in (ours, theirs)]
    assert plain(kept[0].events) == plain(kept[1].events)
    assert len(kept[0].events) > 4 * KEPT
