"""Things whose names have the word for a career in them, and how far they reach."""

from __future__ import annotations

import pytest

from careerbot.knowledge.words import words
from careerbot.understanding.things import Thing, things_in


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("he was a model student", [Thing(3, 5)]),
        ("model student or not", [Thing(0, 2)]),
        ("model train set", [Thing(0, 2), Thing(0, 3)]),
        ("a model", []),
    ],
)
def test_a_thing_is_as_long_as_its_words(text: str, things: list[Thing]) -> None:
    assert things_in(words(text)) == things
