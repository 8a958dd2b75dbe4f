"""MessageGuard: what must not reach the classifier as it was typed. Stands first in the pipeline, so it holds in every channel."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.understanding.intake import admitted, is_command


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class MessageGuard(GraphComponent):
    """Lets a command run only if it was offered as a button just now; cuts over-long text."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> MessageGuard:
        """No state to make."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Training examples are ours; nothing to guard."""
        return training_data

    def process(self, messages: list[Message], tracker: DialogueStateTracker) -> list[Message]:
        """Replace the text by what of it may be read."""
        for message in messages:
            text = message.get(TEXT) or ""
            if not (is_command(text) and text in _offered(tracker)):
                message.set(TEXT, admitted(text))
        return messages


def _offered(tracker: DialogueStateTracker) -> set[str]:
    """The payloads of every suggestion that is still to be seen in the conversation."""
    said = [event for event in tracker.events if isinstance(event, BotUttered)]
    return {button["payload"] for event in said for button in event.data.get("buttons") or () if "payload" in button}
