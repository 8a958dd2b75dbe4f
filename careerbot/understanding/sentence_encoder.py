"""The sentence encoder all-MiniLM-L6-v2: texts in, vectors of meaning out."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from ctranslate2 import Encoder
from numpy.typing import NDArray
from tokenizers import Tokenizer

from careerbot.understanding.encoder_weights import PRECISION, checked, convert, weights_folder

DIMENSIONS = 384
_LONGEST = 128  # word pieces read of one text; questions have about 15
_BATCH = 16  # three quarters of the time that 32 take, half of what 128 take

Vectors = NDArray[np.float32]


class SentenceEncoder:
    """Encodes on the processor, without PyTorch. `folder` holds model.safetensors, config.json and tokenizer.json."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(_LONGEST)
        self._tokenizer.no_padding()
        # One thread a batch: a message is too short to share, and other cores have other turns.
        self._batches = os.cpu_count() or 1
        with TemporaryDirectory() as converted:
            convert(folder, Path(converted))
            self._bert = Encoder(converted, compute_type=PRECISION, inter_threads=self._batches, intra_threads=1)

    def words(self) -> frozenset[str]:
        """The words that it knows whole, in small letters: the most frequent ones of English, names among them."""
        return frozenset(piece for piece in self._tokenizer.get_vocab() if piece.isalpha())

    def encode(self, texts: list[str]) -> Vectors:
        """One vector of length 1 a text; texts of like length go together, as short ones are padded to the longest."""
        vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
        by_length = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        batches = [by_length[start : start + _BATCH] for start in range(0, len(texts), _BATCH)]

        def encode_batch(batch: list[int]) -> None:
            vectors[batch] = self._encode_batch([texts[index] for index in batch])

        if len(batches) < 2:
            for batch in batches:
                encode_batch(batch)
        else:
            with ThreadPoolExecutor(self._batches) as pool:
                list(pool.map(encode_batch, batches))
        return vectors

    def _encode_batch(self, texts: list[str]) -> Vectors:
        """The mean of the vectors of a text's word pieces."""
        pieces = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]
        words = np.array(self._bert.forward_batch(pieces).last_hidden_state)
        means = np.stack([row[: len(ids)].mean(0) for row, ids in zip(words, pieces, strict=True)])
        vectors: Vectors = means / np.linalg.norm(means, axis=1, keepdims=True)
        return vectors


@cache
def sentence_encoder() -> SentenceEncoder:
    """The encoder with the published weights, loaded once a process. Raises EncoderUnavailable."""
    return SentenceEncoder(checked(weights_folder()))
