"""IntentClassifier: a linear machine over n-grams and sentence vectors, each weighted for what it is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.constants import (
    FEATURE_TYPE_SENTENCE,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack, vstack
from scipy.special import softmax
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.svm import LinearSVC

from careerbot.understanding.stories import is_story, weighed, with_call

CRISIS = "crisis"
TOLD = "told"  # the intent of training examples that are a sentence of a story: no call for help, more is not known of them
SENTENCE_ASKS = "sentence_asks"  # of a part of a message that is a sentence: whether it asks; None for part of one
_FILE = "machine.npz"
_TOLERANCE = 1e-3  # of the fit; ten times coarser than usual: nothing lost, half the time


@dataclass(frozen=True)
class Weights:
    """tf-idf over the columns of each sparse featurizer, brought to length 1; a dense vector has that length already.

    For one row it takes a tenth of what sklearn's own transformers take side by side. All by column: `scale` is its weight,
    `counts` whether it counts an n-gram, `featurizer` the number of the featurizer it is of.
    """

    scale: NDArray[np.float64]
    counts: NDArray[np.bool_]
    featurizer: NDArray[np.int8]

    @classmethod
    def learn(cls, rows: csr_matrix, widths: list[int], sparse: list[bool], dense_weight: float) -> Weights:
        """Learn how rare each n-gram is.

        `widths`: the columns of each featurizer, in their order; `sparse`: which of them count n-grams; `dense_weight`: how
        much the others count.
        """
        counts = np.repeat(sparse, widths)
        featurizer = np.repeat(np.arange(len(widths)), widths).astype(np.int8)
        return cls(np.where(counts, TfidfTransformer().fit(rows).idf_, dense_weight), counts, featurizer)

    def of(self, rows: csr_matrix) -> csr_matrix:
        """The weighted rows."""
        count = self.counts[rows.indices]
        values = np.where(count, np.log(rows.data, where=count, out=np.zeros(len(count))) + 1, rows.data)
        values *= self.scale[rows.indices]
        row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
        group = row * (int(self.featurizer[-1]) + 1) + self.featurizer[rows.indices]
        lengths = np.sqrt(np.bincount(group, values**2))
        values[count] /= lengths[group[count]]
        return csr_matrix((values, rows.indices, rows.indptr), rows.shape)


@dataclass(frozen=True)
class Machine:
    """A linear support vector machine that says how sure it is: the softmax of its margins, made steeper by `sharpness`.

    `coef` has a row for each column of the weights and a column for each intent of `classes_`, `intercept` a number for each.
    """

    weights: Weights
    classes_: NDArray[np.str_]
    coef: NDArray[np.float64]
    intercept: NDArray[np.float64]
    sharpness: float

    def predict_proba(self, rows: csr_matrix) -> NDArray[np.float64]:
        """Probabilities, a row a message, in the order of `classes_`."""
        margins = self.weights.of(rows) @ self.coef + self.intercept
        likely: NDArray[np.float64] = softmax(self.sharpness * margins, axis=1)
        return likely

    def save(self, path: Path) -> None:
        """Keep the numbers as numbers: what Rasa keeps is a whole object, whose reader alone takes seconds to import."""
        np.savez(
            path,
            **vars(self.weights),
            classes=self.classes_,
            coef=self.coef,
            intercept=self.intercept,
            sharpness=self.sharpness,
        )

    @classmethod
    def read(cls, path: Path) -> Machine:
        """The machine as it was saved. Raises OSError, ValueError or KeyError where it cannot be read."""
        with np.load(path) as kept:
            weights = Weights(kept["scale"], kept["counts"], kept["featurizer"])
            return cls(weights, kept["classes"], kept["coef"], kept["intercept"], float(kept["sharpness"]))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(LogisticRegressionClassifier):
    """Rasa's linear classifier with another machine in it: a support vector machine, the n-grams of each featurizer weighted by
    tf-idf among themselves, so that rare ones count more and no featurizer drowns another.

    Each is worth points on questions that the training has not seen, and it trains in a fifth of the time (`careerbot evaluate`).
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`C`: the inverse of how strongly weights are held down. `dense_weight`: how much a sentence vector counts beside the
        n-grams of one featurizer. `sharpness`: how margins become confidences; chosen so that of the questions it is 80% sure
        of, four in five are right."""
        return {
            **LogisticRegressionClassifier.get_default_config(),
            "C": 0.3,
            "dense_weight": 0.8,
            "sharpness": 5.0,
        }

    def train(self, training_data: TrainingData) -> Resource:
        """Weigh each featurizer's columns by themselves, and fit the machine to them."""
        featurized = next(example for example in training_data.intent_examples if example.get(TEXT))
        features = _sentence_features(featurized)
        widths, sparse = [each.features.shape[-1] for each in features], [each.is_sparse() for each in features]
        rows, intents = self._create_training_matrix(training_data)
        weights = Weights.learn(rows, widths, sparse, self.config["dense_weight"])
        fitted = self._fit(weights.of(rows), np.array(intents))
        # The way round that a row is multiplied with, or scipy copies it each time.
        coef = np.ascontiguousarray(np.vstack([each.coef_ for each in fitted.values()]).T)
        intercept = np.concatenate([each.intercept_ for each in fitted.values()])
        self.clf = Machine(weights, np.array(list(fitted)), coef, intercept, self.config["sharpness"])
        self.persist()
        return self._resource

    def _fit(self, rows: csr_matrix, intents: NDArray[np.str_]) -> dict[str, LinearSVC]:
        """A machine for each intent, which tells it from all others; as many at a time as there are cores.

        That of calls for help is shown the sentences of stories too: out of its story many a one on grief sounds like a call.
        """
        asked = intents != TOLD
        rows_asked, intents_asked = rows[asked], intents[asked]

        def fit(intent: str) -> LinearSVC:
            machine = LinearSVC(C=self.config["C"], tol=_TOLERANCE, random_state=self.config["random_state"])
            if intent == CRISIS:
                return machine.fit(rows, intents == intent)
            return machine.fit(rows_asked, intents_asked == intent)

        names = np.unique(intents_asked).tolist()
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return dict(zip(names, pool.map(fit, names), strict=True))

    def process(self, messages: list[Message]) -> list[Message]:
        """Add intent and ranking. What stands behind a message are its parts: of a story its sentences count too, and
        wherever one of them calls for help."""
        likely = self.clf.predict_proba(self._create_X(messages))
        message, *parts = messages
        sentences = [at for at, part in enumerate(parts, 1) if part.get(SENTENCE_ASKS) is not None]
        crisis = self.clf.classes_.tolist().index(CRISIS)
        if sentences and is_story(message.get(TEXT)):
            asking = [messages[at].get(SENTENCE_ASKS) for at in sentences]
            likely[0] = weighed(likely[0], [likely[at] for at in sentences], asking, crisis)
        elif sentences:
            likely[0] = with_call(likely[0], [likely[at] for at in sentences], crisis)
        for each, row in zip(messages, likely, strict=True):
            best = row.argsort()[::-1][: self.config["ranking_length"] or None]
            ranking = [{INTENT_NAME_KEY: self.clf.classes_[at], PREDICTED_CONFIDENCE_KEY: row[at]} for at in best]
            each.set(INTENT, ranking[0], add_to_output=True)
            each.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nobody reads what the machine makes of its own examples."""
        return training_data

    def _create_X(self, messages: list[Message]) -> csr_matrix:  # noqa: N802 - Rasa's name
        by_featurizer = zip(*map(_sentence_features, messages), strict=True)
        return hstack([_stacked(features) for features in by_featurizer], format="csr", dtype=np.float64)

    def persist(self) -> None:
        """Keep what was trained."""
        with self._model_storage.write_to(self._resource) as folder:
            self.clf.save(folder / _FILE)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentClassifier:
        """Read what was trained; unlike Rasa's, it raises where that cannot be read instead of going on untrained."""
        component = cls(config, execution_context.node_name, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.clf = Machine.read(folder / _FILE)
        return component


def _sentence_features(message: Message) -> list[Features]:
    """What each featurizer says of the message as a whole, in the pipeline's order."""
    return [each for each in message.features if each.type == FEATURE_TYPE_SENTENCE and each.attribute == TEXT]


def _stacked(features: Sequence[Features]) -> csr_matrix:
    """What one featurizer says of each message, a row each."""
    rows = [each.features for each in features]
    return vstack(rows, format="csr") if features[0].is_sparse() else csr_matrix(np.vstack(rows))
