"""SentenceFeaturizer: what a message means as a whole, for what n-grams have not seen in these words."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.paths import STATE
from careerbot.understanding.encoder_weights import PRECISION, WEIGHTS
from careerbot.understanding.intake import is_command
from careerbot.understanding.linker import NEUTRAL_WORD
from careerbot.understanding.sentence_encoder import DIMENSIONS, SentenceEncoder, Vectors, sentence_encoder

# What the encoder reads in the place of a career's name: to it, unlike to n-grams, words mean something.
_ANY_CAREER = "nurse"
_KEPT = STATE / "sentence_vectors.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceFeaturizer(DenseFeaturizer, GraphComponent):
    """Adds the sentence encoder's vector as a dense feature. Must stand after the CareerLinker."""

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(name, config)
        self._encoder: SentenceEncoder = sentence_encoder()

    @classmethod
    def required_components(cls) -> list[type]:
        """Something must have made tokens."""
        return [Tokenizer]

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing can be set."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceFeaturizer:
        """Load the encoder. Raises EncoderUnavailable."""
        return cls(config, execution_context.node_name)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Other weights, other features."""
        return f"{WEIGHTS} {PRECISION}"

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Encode the examples, those aside that an earlier training has encoded."""
        examples = [example for example in training_data.training_examples if example.get(TEXT)]
        vectors = _KeptVectors(_KEPT)
        self._add(examples, vectors.of([_read(example) for example in examples], self._encoder))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Encode what was typed; a pressed suggestion needs no reading."""
        typed = [message for message in messages if message.get(TEXT) and not is_command(message.get(TEXT))]
        if typed:
            self._add(typed, self._encoder.encode([_read(message) for message in typed]))
        rest = [message for message in messages if message not in typed]
        self._add(rest, np.zeros((len(rest), DIMENSIONS), np.float32))
        return messages

    def _add(self, messages: list[Message], vectors: Vectors) -> None:
        for message, vector in zip(messages, vectors, strict=True):
            self.add_features_to_message(None, vector[None, :], TEXT, message)


def _read(message: Message) -> str:
    """The text with the neutral career in the place of each name."""
    text: str = message.get(TEXT)
    for token in reversed(message.get(TOKENS_NAMES[TEXT]) or []):
        if token.lemma == NEUTRAL_WORD:
            text = text[: token.start] + _ANY_CAREER + text[token.end :]
    return text


class _KeptVectors:
    """The vectors of training examples, kept in a file between trainings: encoding them is most of a training."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def of(self, texts: list[str], encoder: SentenceEncoder) -> Vectors:
        """The vectors of `texts`, encoded now where they are new."""
        kept = self._load()
        keys = [hashlib.sha256(f"{WEIGHTS} {PRECISION}\n{text}".encode()).hexdigest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in kept}
        kept.update(zip(new, encoder.encode(list(new.values())), strict=True))
        vectors = np.array([kept[key] for key in keys])
        if new:
            self._save(keys, vectors)
        return vectors

    def _load(self) -> dict[str, Any]:
        try:
            with np.load(self._path) as file:
                return dict(zip(file["keys"].tolist(), file["vectors"], strict=True))
        except (OSError, ValueError, KeyError):
            return {}  # the first training, or a file cut short: encode anew

    def _save(self, keys: list[str], vectors: Vectors) -> None:
        self._path.parent.mkdir(exist_ok=True)
        partial = self._path.with_suffix(".partial.npz")
        np.savez_compressed(partial, keys=np.array(keys), vectors=vectors)
        partial.replace(self._path)
