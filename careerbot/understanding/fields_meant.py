"""FieldsMeant: a field of work ("nursing") is a career only where one is asked about.

In a search it is something to search by, in a question of study something to learn, and beside the career that is asked about it is
where somebody comes from, which only a change of career needs to know.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY
from rasa.shared.nlu.training_data.message import Message

_ASK_OF_NO_CAREER = frozenset(
    {
        "find_careers",
        "careers_for_degree",
        "help_me_choose",
        "ask_which_education",
        "out_of_scope",
        "crisis",
        "deny",
        "feedback_negative",
    }
)
_CHANGE = "ask_career_change"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class FieldsMeant(GraphComponent):
    """Takes the fields out of a message's careers where they are none. Must stand after the classifier and before FollowUps."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FieldsMeant:
        """No state to make."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Keep the fields that are asked about."""
        for message in messages:
            entities = message.get(ENTITIES) or []
            intent = (message.get(INTENT) or {}).get(INTENT_NAME_KEY)
            kept = [each for each in entities if not each.get("field") or _is_meant(each, entities, intent)]
            if len(kept) < len(entities):
                message.set(ENTITIES, kept, add_to_output=True)
        return messages


def _is_meant(field: dict[str, Any], entities: list[dict[str, Any]], intent: str | None) -> bool:
    if intent in _ASK_OF_NO_CAREER:
        return False
    named = any(each["entity"] == "career" and not each.get("field") for each in entities)
    return not (field.get("role") and named) or intent == _CHANGE
