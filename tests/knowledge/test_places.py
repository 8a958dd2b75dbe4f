"""Places that a question names."""

from __future__ import annotations

import pytest

from careerbot.knowledge.places import names_a_place


@pytest.mark.parametrize(
    "text",
    [
        "pay in Ohio",
        "new york welders",
        "nurse salary in TX",
        "in the UK",
        "jobs near me",
        "does my state need any",
        "which states pay best",
    ],
)
def test_less_or_more_than_the_country_is_a_place(text: str) -> None:
    assert names_a_place(text)


@pytest.mark.parametrize(
    "text",
    ["what do welders earn", "tell me or else", "my area of study", "in general", "ohio state university grads earn"],
)
def test_other_words_are_none(text: str) -> None:
    assert not names_a_place(text)
