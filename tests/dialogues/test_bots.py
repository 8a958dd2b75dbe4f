"""Answers as they come back from a server, which sends text."""

from __future__ import annotations

import pytest

from careerbot.advice.reply import Listing, Reply, Text
from careerbot.channels.printed import markdown
from careerbot.dialogues.bots import _reply

TEXT = "Lead.\nWhat they do:\n- Taste tea\n- Write notes\nThe way in:\n1. Learn\n2. Taste\nSources: a; b"


@pytest.mark.parametrize(
    "text", [TEXT, "", "Lead.", "Lead.\n\nMore.", "Lead.\n- \n-", "Lead.\n1. a\n1. b", "Lead.\n2. a\n- b"]
)
def test_what_a_server_said_is_kept_word_for_word(text: str) -> None:
    assert _reply({"text": text}).text() == text


def test_lists_are_lists_again() -> None:
    assert _reply({"text": TEXT}) == Reply(
        "Lead.",
        [
            Text("What they do:"),
            Listing(["Taste tea", "Write notes"]),
            Text("The way in:"),
            Listing(["Learn", "Taste"], ordered=True),
            Text("Sources: a; b"),
        ],
    )


def test_they_are_printed_as_lists() -> None:
    assert "- Taste tea\n- Write notes\n\nThe way in:\n\n1. Learn\n2. Taste\n" in markdown(_reply({"text": TEXT}))
