"""CareerLinker: marks the careers a message names as `career` entities, by dictionary."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.knowledge.known_names import Sense
from careerbot.knowledge.name_index import linking_files, name_index, training_index, training_names_hash
from careerbot.knowledge.titles import TitleIndex
from careerbot.understanding.advising import is_asked_for_others
from careerbot.understanding.everyday_spelling import Mended
from careerbot.understanding.mentions import Mention, careers_in
from careerbot.understanding.spelling_mender import MENDED
from careerbot.understanding.unknown_careers import is_imaginary, unknown_career, unknown_kinds

NEUTRAL_WORD = "somecareer"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class CareerLinker(GraphComponent):
    """Adds an entity `career` (value: career id) for each career named, or `unknown_career` (value: the words).

    The classifier that follows sees one neutral word in the place of the name: what is asked of a welder and of a judge
    is the same question. Must stand after the tokenizer and before the featurizers.
    """

    def __init__(self, index: TitleIndex) -> None:
        self._index = index

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CareerLinker:
        """Index the project's own knowledge, as it stands when the model is loaded."""
        return cls(name_index())

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Other names or another way to find them, other training: Rasa's cache must notice. Imported names ask for none."""
        read = [*linking_files(), *sorted(Path(__file__).parent.glob("*.py"))]
        return training_names_hash() + hashlib.sha256(b"".join(path.read_bytes() for path in read)).hexdigest()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Put the neutral word into the training examples too."""
        trained_with = CareerLinker(training_index())
        for example in training_data.training_examples:
            trained_with._mark(example)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Mark the careers and put the neutral word in their place."""
        for message in messages:
            message.set(ENTITIES, message.get(ENTITIES, []) + self._mark(message), add_to_output=True)
        return messages

    def _mark(self, message: Message) -> list[dict[str, Any]]:
        """Neutralise the names in a message; their entities."""
        text = message.get(TEXT) or ""
        named = _also_typed(careers_in(text, self._index), message, self._index)
        unknown = [(each.start, each.end) for each in named if each.head and is_imaginary(text[each.start : each.end])]
        found = [_entity(text, each) for each in named if (each.start, each.end) not in unknown]
        taken = [(each.start, each.end) for each in named]
        unknown += unknown_kinds(text, taken, self._index)
        if not unknown and not any("role" not in entity for entity in found):
            unknown = [span for span in [unknown_career(text, taken)] if span]
        found += [_unknown(text, *span) for span in unknown]
        if len(found) > 1 and is_asked_for_others(text):
            found = [{**each, "whose": "other"} if each.get("whose") == "own" else each for each in found]
        for entity in found:
            _neutralise(message, entity["start"], entity["end"])
        return found


def _also_typed(named: list[Mention], message: Message, index: TitleIndex) -> list[Mention]:
    """With the careers of what was typed that mending other words around them has hidden."""
    mended: Mended | None = message.get(MENDED)
    if not mended or not mended.changes:
        return named
    hidden = []
    for each in careers_in(mended.typed_text, index):
        start = mended.text.find(mended.typed_text[each.start : each.end])
        moved = replace(each, start=start, end=start + each.end - each.start)
        if start >= 0 and not any(moved.start < other.end and other.start < moved.end for other in named):
            hidden.append(moved)
    return sorted([*named, *hidden], key=lambda each: each.start)


def _neutralise(message: Message, start: int, end: int) -> None:
    tokens = message.get(TOKENS_NAMES[TEXT]) or []
    inside = [token for token in tokens if token.start < end and token.end > start]
    if inside:
        first, last = inside[0], inside[-1]
        merged = Token(message.get(TEXT)[first.start : last.end], first.start, last.end, lemma=NEUTRAL_WORD)
        at = tokens.index(first)
        message.set(TOKENS_NAMES[TEXT], [*tokens[:at], merged, *tokens[at + len(inside) :]])


def _entity(text: str, mention: Mention) -> dict[str, Any]:
    """The career with what an action must know of how it was named; a role only where it is not what is asked about."""
    entity = {
        "entity": "career",
        "start": mention.start,
        "end": mention.end,
        **as_sense(text[mention.start : mention.end], mention.sense),
        "confidence_entity": mention.confidence,
        "extractor": CareerLinker.__name__,
        "role": None if mention.part.role == "query" else mention.part.role,
        "whose": mention.part.whose,
        "head": mention.head,
    }
    return {key: value for key, value in entity.items() if value is not None}


def as_sense(name: str, sense: Sense) -> dict[str, Any]:
    """What an entity says of the name by which a career is called; every key is there, as one entity may take over another's place."""
    return {
        "value": sense.ids[0],
        "text": name,
        "candidates": list(sense.ids) if sense.asked else None,
        "used_in": sense.used_in,
        "counted": sense.kind or None,
        "field": sense.field or None,
    }


def _unknown(text: str, start: int, end: int) -> dict[str, Any]:
    return {
        "entity": "unknown_career",
        "value": text[start:end],
        "start": start,
        "end": end,
        "extractor": CareerLinker.__name__,
    }
