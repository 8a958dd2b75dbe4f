"""The classifier's weights: the same as sklearn's own transformers give."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack, random
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import TfidfTransformer

from careerbot.understanding.intent_classifier import Machine, Weights

ROWS, WIDTHS = 60, (50, 80, 8)


def _counts(width: int, seed: int) -> csr_matrix:
    found = random(ROWS, width, 0.1, format="csr", random_state=seed)
    found.data = np.ceil(found.data * 4)
    return found


def test_ngrams_are_weighted_as_by_tf_idf_and_a_vector_as_told() -> None:
    dense = np.random.default_rng(3).normal(size=(ROWS, WIDTHS[2]))
    dense /= np.linalg.norm(dense, axis=1, keepdims=True)
    rows = hstack([_counts(WIDTHS[0], 1), _counts(WIDTHS[1], 2), csr_matrix(dense)], format="csr")
    expected = ColumnTransformer(
        [
            ("words", TfidfTransformer(sublinear_tf=True), slice(0, 50)),
            ("characters", TfidfTransformer(sublinear_tf=True), slice(50, 130)),
            ("sentence", "passthrough", slice(130, 138)),
        ],
        sparse_threshold=1.0,
        transformer_weights={"sentence": 0.8},
    ).fit_transform(rows)

    found = Weights.learn(rows, list(WIDTHS), [True, True, False], 0.8).of(rows)

    np.testing.assert_allclose(found.toarray(), expected.toarray(), atol=1e-12)


def test_a_row_without_ngrams_is_no_error() -> None:
    empty = csr_matrix((2, 13))

    assert Weights.learn(empty, [5, 8], [True, False], 1.0).of(empty).nnz == 0


def test_what_is_read_again_is_as_sure_of_each_intent(tmp_path: Path) -> None:
    rows, numbers = _counts(WIDTHS[0], 1), np.random.default_rng(4)
    weights = Weights.learn(rows, [WIDTHS[0]], [True], 1.0)
    machine = Machine(weights, np.array(["greet", "deny"]), numbers.normal(size=(WIDTHS[0], 2)), np.zeros(2), 5.0)
    machine.save(tmp_path / "machine.npz")

    again = Machine.read(tmp_path / "machine.npz")

    assert list(again.classes_) == ["greet", "deny"]
    np.testing.assert_array_equal(again.predict_proba(rows), machine.predict_proba(rows))
