"""Conversation tests that are made up on the spot, and played by the real assistant."""

from __future__ import annotations

import itertools
import textwrap
from pathlib import Path

import pytest
from tests_support import Play, Write

from careerbot.conversation.assistant import Assistant
from careerbot.dialogues.bots import BotHere
from careerbot.dialogues.files import Dialogue, read
from careerbot.dialogues.runner import Job, Result, run


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A file of conversation tests with this text."""
    numbers = itertools.count(1)

    def to_file(text: str) -> Path:
        path = tmp_path / f"made_up_{next(numbers)}.yml"
        path.write_text(textwrap.dedent(text).lstrip(), encoding="utf-8")
        return path

    return to_file


@pytest.fixture
def bot(assistant: Assistant) -> BotHere:
    """The real assistant, as the runner talks to it."""
    return BotHere(assistant)


@pytest.fixture
def play(write: Write, bot: BotHere) -> Play:
    """Play the first case of a file with this text; the first combination of its `for_each`."""

    async def played(text: str) -> Result:
        dialogue: Dialogue = read([write(text)])[0]
        return await run(bot, Job(dialogue, next(dialogue.cells())))

    return played
