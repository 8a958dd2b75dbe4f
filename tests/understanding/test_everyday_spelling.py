"""Typing errors in everyday words, and where the words stood before they were mended."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerbot.understanding.everyday_spelling import EverydaySpelling, mend

WORDS = {
    "how": 900,
    "who": 400,
    "much": 500,
    "license": 20,
    "hello": 90,
    "want": 700,
    "die": 60,
    "ending": 6,
    "needed": 8,
    "last": 40,
}
SPELLING = EverydaySpelling(WORDS, lambda word: word in {"cello", "nurse"})


def no_names(text: str) -> list[tuple[int, int]]:
    return []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("hwo mcuh", "how much"),
        ("a licnese", "a license"),
        ("helo", "hello"),
        ("cello", "cello"),
        ("Hwo do I", "how do I"),
        ("in Mcuh", "in Mcuh"),
        ("i wnat to dei", "i want to die"),
        ("nite", "nite"),
        ("the lsat", "the lsat"),
        ("neded", "needed"),
    ],
)
def test_slips_are_mended_and_words_left_alone(typed: str, read: str) -> None:
    assert mend(typed, SPELLING, no_names).text == read


def test_an_error_in_a_name_is_left_to_whoever_knows_names() -> None:
    assert mend("hwo is a helo pilot", SPELLING, lambda text: [(9, 19)]).text == "how is a helo pilot"


@given(st.lists(st.sampled_from(["nurse", "hwo", "helo", "licnese", "XY", "neded", ",", "?"]), max_size=12))
def test_what_is_found_in_the_mended_text_is_where_it_was_typed(words: list[str]) -> None:
    typed = " ".join(words)
    mended = mend(typed, SPELLING, no_names)
    places = [at for at in range(len(mended.text)) if mended.text.startswith("nurse", at)]
    assert [typed[slice(*mended.typed(at, at + 5))] for at in places] == ["nurse"] * words.count("nurse")
    assert mended.typed(0, len(mended.text)) == (0, len(typed))
