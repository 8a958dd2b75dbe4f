"""Snapshots: an answer drawn for a channel is held against what was reviewed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests_support import Write

from careerbot.dialogues.bots import BotHere
from careerbot.dialogues.files import FOLDER, find, read
from careerbot.dialogues.runner import Job, Options, Result, run
from careerbot.dialogues.snapshots import Snapshots

CASE = """
    test_cases:
    - test_case: Drawn, and kept!
      steps:
      - user: hello there
        channels: [text, terminal, markdown]
"""


async def played(path: Path, bot: BotHere, options: Options = Options()) -> Result:  # noqa: B008 - frozen
    return await run(bot, Job(read([path])[0], {}), options)


async def test_a_drawing_without_a_snapshot_fails_and_says_how_to_keep_it(write: Write, bot: BotHere) -> None:
    result = await played(write(CASE), bot)

    assert result.failure
    assert "no snapshot yet; `careerbot test --update` writes it" in result.failure.miss.found


async def test_an_update_lets_every_drawing_pass_and_hands_it_over(write: Write, bot: BotHere) -> None:
    path = write(CASE)
    result = await played(path, bot, Options(ignore_drawings=True))

    assert result.failure is None
    folder = path.parent / "snapshots" / path.stem / "drawn-and-kept"
    assert [change.path for change in result.changes] == [
        folder / f"1.{name}.txt" for name in ("text", "terminal", "markdown")
    ]


async def test_a_broken_renderer_fails_with_the_lines_that_changed(
    write: Write, bot: BotHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(CASE)
    for change in (await played(path, bot, Options(ignore_drawings=True))).changes:
        change.path.parent.mkdir(parents=True, exist_ok=True)
        change.path.write_text(change.drawn, encoding="utf-8")
    assert (await played(path, bot)).failure is None

    monkeypatch.setattr("careerbot.channels.printed._plain", str.upper)
    result = await played(path, bot)

    assert result.failure
    assert result.failure.miss.expected.startswith("the markdown drawing as in ")
    assert "-Hello!" in result.failure.miss.found
    assert "+HELLO!" in result.failure.miss.found


def test_every_snapshot_is_of_a_step_that_asks_for_it() -> None:
    wanted = {
        Snapshots.of(dialogue.file, dialogue.name, index).path(channel)
        for dialogue in read(find([FOLDER]))
        for index, step in enumerate(dialogue.case.steps)
        for channel in step.channels or ()
    }

    assert set((FOLDER / "snapshots").rglob("*.txt")) <= wanted
