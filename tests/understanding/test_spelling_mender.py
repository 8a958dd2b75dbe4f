"""What the trained model mends, and what it leaves alone."""

from __future__ import annotations

import pytest

from careerbot.conversation.assistant import Assistant


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("hwo mcuh dose a plubmer mkae", "how much dose a plubmer make"),  # the linker reads names as they are typed
        ("wnat to be a voice acter", "want to be a voice acter"),  # "acter" is no "after" there
        ("and teh oultook", "and the outlook"),
        ("waht liscense do i nede", "what license do i need"),
    ],
)
async def test_typing_errors_are_mended(assistant: Assistant, typed: str, read: str) -> None:
    assert (await assistant.parse(typed)).get("spelt") == read


@pytest.mark.parametrize(
    "typed",
    [
        "add electricians to my shortlist",  # a word that the sentence encoder does not know
        "didnt you say nurses arent well paid",
        "i took the lsat during lockdown",
        "is texting part of a recruiters day",
        "tell me about doulas, luthiers and phlebotomists lol",
    ],
)
async def test_words_of_english_are_left_alone(assistant: Assistant, typed: str) -> None:
    assert "spelt" not in await assistant.parse(typed)
