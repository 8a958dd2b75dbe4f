"""WhoAsks: takes out of a message what it says of the person who asks, so that nobody gets another answer for it."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.understanding.crisis_wording import speaks_of_self_harm
from careerbot.understanding.intake import is_command
from careerbot.understanding.self_description import without_self_description


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class WhoAsks(GraphComponent):
    """Must stand after MessageGuard and before the tokenizer. Words of a crisis stay as they are."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> WhoAsks:
        """No state to make."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Training examples stay as people write them."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Replace the text by what of it is the question."""
        for message in messages:
            text = message.get(TEXT) or ""
            if not is_command(text) and not speaks_of_self_harm(text):
                message.set(TEXT, without_self_description(text))
        return messages
