"""NgramFeaturizer: which n-grams a message has, as a whole."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer
from rasa.shared.nlu.constants import TEXT
from scipy.sparse import csr_matrix

_Rows = list[csr_matrix | None]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeaturizer(CountVectorsFeaturizer):
    """Rasa's n-grams without those of each single word: no component here reads them, and they cost most of its time."""

    def _create_features(self, attribute: str, all_tokens: list[list[str]]) -> tuple[_Rows, _Rows]:
        """For each message None for its words, and a row of counts for its text."""
        vectorizer = self.vectorizers.get(attribute) if attribute == TEXT else None
        rows = [vectorizer.transform([" ".join(tokens)]) if vectorizer and tokens else None for tokens in all_tokens]
        return [None] * len(all_tokens), rows
