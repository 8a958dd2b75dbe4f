"""NgramFeaturizer: which n-grams a message has, as a whole."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeaturizer(CountVectorsFeaturizer):
    """Rasa's n-grams without those of each single word: no component here reads them, and they cost most of its time."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Give each message a row of counts; all are counted at once, as each call to count costs more than its counting."""
        tokens = [self._get_processed_message_tokens_by_attribute(message, TEXT) for message in messages]
        counts = self.vectorizers[TEXT].transform(" ".join(each) for each in tokens)
        for at, message in enumerate(messages):
            self.add_features_to_message(None, counts.getrow(at), TEXT, message)
        return messages
