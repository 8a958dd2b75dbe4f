"""Help comes first: wording that speaks of self-harm or suicide is recognised by pattern, whatever the classifier thinks, and
where the classifier thinks of it at all, its doubt counts for help too."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from careerbot.understanding.crisis_wording import speaks_of_self_harm
from careerbot.understanding.everyday_spelling import Mended
from careerbot.understanding.intent_classifier import CRISIS
from careerbot.understanding.spelling_mender import MENDED

# How sure the classifier must be, though another reading is likelier. On the test sets this adds no false alarm.
_HINTED = 0.3


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class CrisisGuard(GraphComponent):
    """Sets the intent `crisis` with full confidence where the wording is plain or hints at it. Must stand after all that sets an intent."""

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
            if any(map(speaks_of_self_harm, _wordings(message))) or _is_hinted(message):
                message.set(INTENT, {INTENT_NAME_KEY: CRISIS, PREDICTED_CONFIDENCE_KEY: 1.0}, add_to_output=True)
        return messages


def _wordings(message: Message) -> list[str]:
    """A message as it is spelt right, and as it was typed."""
    mended: Mended | None = message.get(MENDED)
    return [message.get(TEXT) or "", *([mended.typed_text] if mended else [])]


def _is_hinted(message: Message) -> bool:
    if (message.get(INTENT) or {}).get(PREDICTED_CONFIDENCE_KEY) == 1.0:
        return False  # read as part of the conversation: "this is taking forever", said of the quiz
    return any(
        each[INTENT_NAME_KEY] == CRISIS and each[PREDICTED_CONFIDENCE_KEY] >= _HINTED
        for each in message.get(INTENT_RANKING_KEY) or ()
    )
