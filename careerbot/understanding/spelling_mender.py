"""SpellingMender and AsTyped: a message is read with its typing errors mended, and given back as it was typed.

The mender stands before all that reads words, `AsTyped` last: spans of careers are those of what was typed again, and what was
read in its place is kept under `spelt`, for the actions.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.knowledge.name_index import name_index, training_index
from careerbot.knowledge.titles import TitleIndex
from careerbot.knowledge.words import stem
from careerbot.understanding.english import english_words
from careerbot.understanding.everyday_spelling import EverydaySpelling, Mended, mend
from careerbot.understanding.intake import is_command
from careerbot.understanding.mentions import careers_in

MENDED = "mended"
SPELT = "spelt"  # the text as it was read, where that is not what was typed
_FILE = "frequency.json"
_WORD = re.compile(r"[^\W\d_]+")
_FAR_MORE = (
    10  # times as often a word near it must be used, for what is no word of English to be an error: "teh", "waht"
)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SpellingMender(GraphComponent):
    """Mends a message towards the everyday words of the training examples."""

    def __init__(self, config: Mapping[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._frequency: dict[str, int] = {}
        self._spelling = EverydaySpelling({}, lambda word: True)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`at_least`: how often a word must stand in the examples to be one that others are mended towards; `slang_at_least`: the
        same of one that is no word of English."""
        return {"at_least": 4, "slang_at_least": 30}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SpellingMender:
        """One that has learnt no word yet."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn which words are used, and how often."""
        texts = (example.get(TEXT) or "" for example in training_data.intent_examples)
        used = Counter(word for text in texts for word in _WORD.findall(text.casefold()))
        known, least, least_of_slang = english_words(), self._config["at_least"], self._config["slang_at_least"]
        english = {word: count for word, count in used.items() if word in known and count >= least}
        errors = EverydaySpelling(english, lambda word: False)
        slang = {
            word: count
            for word, count in used.items()
            if word not in known and count >= max(least_of_slang, english.get(errors.mended(word), 0) / _FAR_MORE)
        }
        self._frequency = english | slang
        with self._storage.write_to(self._resource) as folder:
            (folder / _FILE).write_text(json.dumps(self._frequency), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SpellingMender:
        """The words as they were learnt."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._frequency = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        component._spelling = component._towards(name_index())
        return component

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Mend the examples as messages are."""
        index = training_index()
        spelling, names_in = self._towards(index), partial(_names_in, index=index)
        for example in training_data.training_examples:
            if text := example.get(TEXT):
                example.set(TEXT, mend(text, spelling, names_in).text)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Put the mended text in the place of what was typed; the CareerLinker mends the names of careers itself."""
        names_in = partial(_names_in, index=name_index())
        for message in messages:
            text = message.get(TEXT) or ""
            if not is_command(text):
                mended = mend(text, self._spelling, names_in)
                message.set(TEXT, mended.text)
                message.set(MENDED, mended)
        return messages

    def _towards(self, index: TitleIndex) -> EverydaySpelling:
        """Spelling that leaves alone what is a word of English, or of a career's name however mistyped."""
        words = english_words()

        def is_known(word: str) -> bool:
            singular = stem(word)
            if word in words or singular in words or index.has_word(singular):
                return True
            meant = index.word_meant(singular)
            return meant != singular and meant not in self._frequency

        return EverydaySpelling(self._frequency, is_known)


def _names_in(text: str, index: TitleIndex) -> Iterator[tuple[int, int]]:
    """Where a text names careers, without what only makes them special ones: the linker reads these as they are typed."""
    for each in careers_in(text, index):
        yield each.end - len(each.head) if each.head else each.start, each.end


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class AsTyped(GraphComponent):
    """Gives a message back as it was typed. Must stand last in the pipeline."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> AsTyped:
        """No state to make."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Put the careers' spans where they were typed."""
        for message in messages:
            mended: Mended | None = message.get(MENDED)
            if mended and mended.changes:
                message.set(SPELT, mended.text, add_to_output=True)
                message.set(TEXT, mended.typed_text, add_to_output=True)
                message.set(
                    ENTITIES, [_as_typed(each, mended) for each in message.get(ENTITIES) or ()], add_to_output=True
                )
        return messages


def _as_typed(entity: Mapping[str, Any], mended: Mended) -> dict[str, Any]:
    start, end = mended.typed(entity["start"], entity["end"])
    return {**entity, "start": start, "end": end}
