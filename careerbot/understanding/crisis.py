"""Help comes first: wording that speaks of self-harm or suicide is recognised by pattern, whatever the classifier thinks."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from careerbot.understanding.crisis_wording import speaks_of_self_harm


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class CrisisGuard(GraphComponent):
    """Sets the intent `crisis` with full confidence where the wording is plain. Must stand last in the pipeline."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CrisisGuard:
        """No state to make."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Overrule the classifier where a life may be at stake."""
        for message in messages:
            if speaks_of_self_harm(message.get(TEXT) or ""):
                message.set(INTENT, {INTENT_NAME_KEY: "crisis", PREDICTED_CONFIDENCE_KEY: 1.0}, add_to_output=True)
        return messages
