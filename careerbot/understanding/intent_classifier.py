"""IntentClassifier: Rasa's logistic regression on weighted n-grams, with a regularisation that can be set."""

from __future__ import annotations

from typing import Any

import skops.io
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

# skops loads only what it is told to trust; the tf-idf weights are kept as a diagonal sparse matrix.
_TRUSTED = ["scipy.sparse._csr.csr_matrix"]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(LogisticRegressionClassifier):
    """What Rasa's classifier leaves out: rare n-grams count more than common ones (tf-idf), and `C` can be chosen.

    On the project's held-out questions that is worth several points, at a third of the training time.
    """

    def __init__(self, config: dict[str, Any], name: str, model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, model_storage, resource)
        regression = LogisticRegression(
            C=self.config["C"],
            class_weight="balanced",
            solver=self.config["solver"],
            max_iter=self.config["max_iter"],
            tol=self.config["tol"],
            random_state=self.config["random_state"],
        )
        self.clf = make_pipeline(TfidfTransformer(sublinear_tf=True), regression)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Rasa's, and `C`, the inverse of how strongly weights are held down."""
        return {**LogisticRegressionClassifier.get_default_config(), "C": 10.0, "max_iter": 60, "tol": 1e-2}

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
        return component
