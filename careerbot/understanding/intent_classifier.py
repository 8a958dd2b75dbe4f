"""IntentClassifier: a linear machine over n-grams and sentence vectors, each weighted for what it is."""

from __future__ import annotations

from typing import Any

import numpy as np
import skops.io
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix
from scipy.special import softmax
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

# skops loads only what it is told to trust; the tf-idf weights are kept as a diagonal sparse matrix.
_TRUSTED = ["scipy.sparse._csr.csr_matrix", f"{__name__}.ProbableSVC", f"{__name__}.Weights"]


class Weights(TransformerMixin, BaseEstimator):
    """tf-idf over the columns of each sparse featurizer, brought to length 1; a dense vector has that length already, and counts
    `dense_weight` of it.

    For one row it takes a tenth of what sklearn's own transformers take side by side. `widths`: the columns of each featurizer, in
    their order; `sparse`: which of them count n-grams.
    """

    def __init__(self, widths: list[int], sparse: list[bool], dense_weight: float) -> None:
        self.widths, self.sparse, self.dense_weight = widths, sparse, dense_weight

    def fit(self, rows: csr_matrix, _: object = None) -> Weights:
        """Learn how rare each n-gram is."""
        idf = TfidfTransformer().fit(rows).idf_
        featurizer = np.repeat(np.arange(len(self.widths)), self.widths)
        self.counts_ = np.repeat(self.sparse, self.widths)
        self.featurizer_ = featurizer.astype(np.int8)
        self.scale_ = np.where(self.counts_, idf, self.dense_weight)
        return self

    def transform(self, rows: csr_matrix) -> csr_matrix:
        """The weighted rows."""
        count = self.counts_[rows.indices]
        values = np.where(count, np.log(rows.data, where=count, out=np.zeros(len(count))) + 1, rows.data)
        values *= self.scale_[rows.indices]
        row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
        group = row * len(self.widths) + self.featurizer_[rows.indices]
        lengths = np.sqrt(np.bincount(group, values**2))
        values[count] /= lengths[group[count]]
        return csr_matrix((values, rows.indices, rows.indptr), rows.shape)


class ProbableSVC(LinearSVC):
    """A linear support vector machine that says how sure it is: the softmax of its margins, made steeper by `sharpness`."""

    def __init__(self, C: float = 1.0, sharpness: float = 1.0, random_state: int | None = None) -> None:  # noqa: N803 - sklearn's
        super().__init__(C=C, tol=1e-3, random_state=random_state)  # ten times coarser: nothing lost, half the time
        self.sharpness = sharpness

    def predict_proba(self, rows: csr_matrix) -> NDArray[np.float64]:
        """Probabilities, a row a message, in the order of `classes_`."""
        likely: NDArray[np.float64] = softmax(self.sharpness * self.decision_function(rows), axis=1)
        return likely


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
        """Weigh each featurizer's columns by themselves."""
        featurized = next(example for example in training_data.intent_examples if example.get(TEXT))
        machine = ProbableSVC(self.config["C"], self.config["sharpness"], self.config["random_state"])
        features = _sentence_features(featurized)
        widths, sparse = [each.features.shape[-1] for each in features], [each.is_sparse() for each in features]
        self.clf = make_pipeline(Weights(widths, sparse, self.config["dense_weight"]), machine)
        return super().train(training_data)

    def _create_X(self, messages: list[Message]) -> csr_matrix:  # noqa: N802 - Rasa's name
        rows = [[csr_matrix(each.features) for each in _sentence_features(message)] for message in messages]
        widths = [each.shape[1] for each in rows[0]]
        starts = np.cumsum([0, *widths])
        data = np.concatenate([each.data for row in rows for each in row]).astype(np.float64)
        indices = np.concatenate(
            [each.indices + start for row in rows for each, start in zip(row, starts, strict=False)]
        )
        ends = np.cumsum([0, *(sum(each.nnz for each in row) for row in rows)])
        return csr_matrix((data, indices, ends), (len(rows), sum(widths)))

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentClassifier:
        """Read the trained weights; unlike Rasa's, it raises where they cannot be read instead of going on untrained."""
        component = cls(config, execution_context.node_name, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.clf = skops.io.load(folder / f"{resource.name}.skops", trusted=_TRUSTED)
        machine = component.clf[-1]
        # The other way round, scipy would copy all weights for each message.
        machine.coef_ = np.asfortranarray(machine.coef_)
        return component


def _sentence_features(message: Message) -> list[Features]:
    """What each featurizer says of the message as a whole, in the pipeline's order."""
    return [each for each in message.features if each.type == FEATURE_TYPE_SENTENCE and each.attribute == TEXT]
