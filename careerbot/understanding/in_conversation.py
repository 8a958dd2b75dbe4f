"""InConversation: what a message means to a conversation that is under way.

"Love it" answers the quiz's statement, "and welders" joins a comparison, "yes" takes up an offer. Each conversation has a
reader, a plain function that knows its wording; the first that knows the message decides. What no reader knows keeps the
intent it had, so a question of something else is answered and the conversation waits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from careerbot.understanding import (
    figure_questions,
    pointing,
    reading_change,
    reading_comparison,
    reading_offer,
    reading_quiz,
    reading_return,
    reading_search,
    reading_shortlist,
    reading_studies,
    the_same,
)
from careerbot.understanding.intake import is_command
from careerbot.understanding.intent_classifier import CRISIS
from careerbot.understanding.question_splitter import QUESTIONS
from careerbot.understanding.several_questions import only_asking
from careerbot.understanding.stories import is_story
from careerbot.understanding.wording import worded

# (text, intent so far, ids of the careers named, slots) -> the intent the message has in that conversation, or None.
# Those of _OF_NAMES get the wording for a text: in the place of each career's name its place among the ids, "is a {0} or a {1} ...".
Reader = Callable[[str, str | None, list[str], Mapping[str, Any]], str | None]
READERS: tuple[Reader, ...] = (
    reading_quiz.reading,
    figure_questions.reading,  # before the search: "is that number growing"
    reading_return.reading,
    reading_shortlist.reading,  # before the comparison: "compare my list"
    reading_studies.reading,
    reading_search.reading,  # before the comparison: "which of those need no degree?" is about all that was found
    the_same.reading,  # before the change: "my dad is an electrician, could I do that"
    reading_change.reading,
    reading_comparison.reading,
    reading_offer.reading,
    pointing.reading,
    reading_return.unclear,  # the last: "back to the first two" points, "go back to 60k" searches
)
# What readers may find in a first message although the classifier is sure of something else: a choice between things named,
# which it cannot know. Of anything else it is right more often.
_CHOICES = frozenset({"compare_careers", "ask_which_education"})
_GUESSING = frozenset(
    {reading_studies.reading, reading_search.reading, reading_change.reading, reading_comparison.reading}
)
_OF_NAMES = frozenset({the_same.reading, reading_return.reading, reading_change.reading, reading_comparison.reading})
_SURE = 0.9
_CALLS = 0.5  # how sure the classifier must be of a call for help, for it to go before all conversation
# What is left behind by what was said before. Without any of it a message stands for itself.
_TRACES = ("career", "topic", "in_play", "comparison", "search", "change", "study", "quiz", "offer")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class InConversation(GraphComponent):
    """Sets the intent where a conversation under way decides it. Must stand after FollowUps and before CrisisGuard."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> InConversation:
        """No state to make."""
        return cls()

    def process(self, messages: list[Message], tracker: DialogueStateTracker) -> list[Message]:
        """Ask the readers. A pressed suggestion says itself what it means."""
        slots = tracker.current_slot_values()
        for message in messages:
            text = message.get(TEXT) or ""
            intent = None if not text or is_command(text) else _read(message, text, slots)
            if intent:
                message.set(INTENT, {INTENT_NAME_KEY: intent, PREDICTED_CONFIDENCE_KEY: 1.0}, add_to_output=True)
        return messages


def _read(message: Message, text: str, slots: Mapping[str, Any]) -> str | None:
    read = message.get(INTENT) or {}
    intent, sure = read.get(INTENT_NAME_KEY), read.get(PREDICTED_CONFIDENCE_KEY) or 0.0
    if intent == CRISIS and sure >= _CALLS:  # "save optician. nobody can save me" is no matter of a list
        return None
    named = [entity for entity in message.get(ENTITIES) or () if entity["entity"] == "career"]
    if is_story(text):  # "or" and "than" tell nothing of what is asked
        text = only_asking(text)
        named = [entity for entity in named if text[entity["start"] : entity["end"]].strip()] or named
    careers = [entity["value"] for entity in named]
    places = [(entity["start"], entity["end"], entity["value"]) for entity in named]
    wording = worded(text, places, list(dict.fromkeys(careers)))
    alone = sure >= _SURE and not any(slots.get(each) for each in _TRACES)
    asked = [each["intent"] for each in message.get(QUESTIONS) or ()]
    for reader in READERS:
        found = reader(wording if reader in _OF_NAMES else text, intent, careers, slots)
        is_known = found in asked or (alone and reader in _GUESSING and found not in _CHOICES)
        if found and not is_known:
            return found
    return None
