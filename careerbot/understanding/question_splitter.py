"""QuestionSplitter and QuestionJoiner: a message that asks two things is read in parts as well as whole.

The splitter stands before the tokenizer and puts the parts beside the message, so that every component between reads them all;
the joiner stands behind the classifier, notes the questions found under `questions`, and lets the parts go.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.understanding.intake import is_command
from careerbot.understanding.intent_classifier import CRISIS, SENTENCE_ASKS, TOLD
from careerbot.understanding.several_questions import Piece, Read, pieces, questions
from careerbot.understanding.stories import is_story

_NO_READING = frozenset({DEFAULT_NLU_FALLBACK_INTENT_NAME})
QUESTIONS = "questions"  # [{"intent": ..., "text": ..., "entities": [...]}], in the order asked


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class QuestionSplitter(GraphComponent):
    """Puts the parts of a message beside it."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> QuestionSplitter:
        """No state to make."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """An example is one question; what its story tells beside it stands by itself too, as it will when a story is read."""
        stories = [each for each in training_data.intent_examples if is_story(each.get(TEXT) or "")]
        told = [
            Message({TEXT: piece.text, INTENT: TOLD})
            for story in stories
            if story.get(INTENT) != CRISIS
            for piece in pieces(story.get(TEXT))
            if piece.told
        ]
        return training_data.merge(TrainingData(told))

    def process(self, messages: list[Message]) -> list[Message]:
        """The message first, its parts after it."""
        text = messages[0].get(TEXT) or ""
        return messages if is_command(text) else [*messages, *map(_part, pieces(text))]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class QuestionJoiner(GraphComponent):
    """Notes which questions a message asks, where it asks more than one; its intent becomes one of theirs."""

    def __init__(self, at_least: float) -> None:
        self._at_least = at_least

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`at_least`: how sure the classifier must be of a part for it to count as a question of its own."""
        return {"at_least": 0.35}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> QuestionJoiner:
        """As sure as the configuration asks."""
        return cls(config["at_least"])

    def process(self, messages: list[Message]) -> list[Message]:
        """The message alone, with its questions."""
        message, *parts = messages
        text, names_career = message.get(TEXT) or "", _names_career(message)
        read = (
            [_read(piece, part, names_career) for piece, part in zip(pieces(text), parts, strict=True)] if parts else []
        )
        whole = message.get(INTENT) or {}
        intent, sure = whole.get(INTENT_NAME_KEY) or "", whole.get(PREDICTED_CONFIDENCE_KEY) or 0.0
        found = questions(intent, sure, read, self._at_least)
        if found:
            if all(each.intent != intent for each in found):
                first = {INTENT_NAME_KEY: found[0].intent, PREDICTED_CONFIDENCE_KEY: found[0].confidence}
                message.set(INTENT, first, add_to_output=True)
            named = [{"intent": each.intent, "text": each.piece.text, "entities": each.entities} for each in found]
            message.set(QUESTIONS, named, add_to_output=True)
        return [message]


def _part(piece: Piece) -> Message:
    """A piece as a message; the classifier must know which are sentences, and whether they ask."""
    return Message({TEXT: piece.text, SENTENCE_ASKS: piece.asks if piece.split is None else None})


def _read(piece: Piece, part: Message, names_career: bool) -> Read:
    """What the classifier made of a part, however unsure it was: the joiner has a measure of its own.

    "What should I study" beside a named career asks of that career's education.
    """
    best: dict[str, Any] = next(
        (each for each in part.get(INTENT_RANKING_KEY) or () if each[INTENT_NAME_KEY] not in _NO_READING), {}
    )
    intent = best.get(INTENT_NAME_KEY) or ""
    if intent == "ask_which_education" and names_career:
        intent = "ask_education"
    return Read(piece, intent, best.get(PREDICTED_CONFIDENCE_KEY) or 0.0, part.get(ENTITIES) or [])


def _names_career(message: Message) -> bool:
    """Whether a career is asked about: those of people in the story have a role."""
    return any(each["entity"] == "career" and not each.get("role") for each in message.get(ENTITIES) or ())
