"""The sentence encoder: the published weights, and a clear word where they are missing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from careerbot.understanding.encoder_weights import EncoderUnavailable, checked, weights_folder
from careerbot.understanding.sentence_encoder import DIMENSIONS, sentence_encoder


def test_alike_questions_have_alike_vectors() -> None:
    pay, wage, snakes = sentence_encoder().encode(
        ["How much does a nurse earn?", "what's the pay for nursing", "Are there snakes in Ireland?"]
    )

    assert pay.shape == (DIMENSIONS,)
    assert float(pay @ wage) > 0.6 > 0.3 > float(pay @ snakes)


def test_a_text_has_the_same_vector_alone_and_among_longer_ones() -> None:
    short, long = "pay?", "how long would it take somebody with a degree in art history to become a welder " * 3
    together = sentence_encoder().encode([long, short])

    np.testing.assert_allclose(together[1], sentence_encoder().encode([short])[0], atol=1e-5)


def test_an_empty_list_has_no_vectors() -> None:
    assert sentence_encoder().encode([]).shape == (0, DIMENSIONS)


def test_other_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"something else")

    with pytest.raises(EncoderUnavailable, match="does not hold the published weights"):
        checked(tmp_path)


def test_a_folder_without_weights_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERBOT_ENCODER", str(tmp_path))

    with pytest.raises(EncoderUnavailable, match="does not exist"):
        checked(weights_folder())
