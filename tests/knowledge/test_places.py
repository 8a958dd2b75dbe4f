"""Places that a question names."""

from __future__ import annotations

import pytest

from careerbot.knowledge.places import holds_places_apart, names_a_place


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


@pytest.mark.parametrize(
    "text",
    [
        "lawyer pay in texas vs california",
        "in Ohio or in Utah",
        "TX or CA for nurses",
        "more in Maine than here in Iowa",
        "which state is best",
    ],
)
def test_places_are_held_apart(text: str) -> None:
    assert holds_places_apart(text)


@pytest.mark.parametrize(
    "text", ["pay in austin texas", "welders in Houston, Texas", "lawyer or judge in texas", "in Ohio"]
)
def test_one_place_is_held_against_none(text: str) -> None:
    assert not holds_places_apart(text)
