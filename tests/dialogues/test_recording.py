"""A talk that was held becomes a case that passes, and fails once the answer changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerbot.dialogues import recording
from careerbot.dialogues.bots import BotHere
from careerbot.dialogues.files import read
from careerbot.dialogues.runner import Job, run
from careerbot.shell.session import Session

TALK = ("hi there", "what do surveyors do", "2", "and the wizards?", "where does that come from")


async def test_a_recorded_talk_passes_as_a_case(bot: BotHere, tmp_path: Path) -> None:
    session = Session(bot)
    for text in TALK:
        await session.say(text)
    recording.write(tmp_path / "kept.yml", "a talk", session.turns)
    dialogue = read([tmp_path / "kept.yml"])[0]

    assert [step.user or step.press for step in dialogue.case.steps][2] == "How to get in"
    assert dialogue.case.steps[1].facts == ["duties"]
    assert dialogue.case.steps[1].career == "surveyor"
    assert (await run(bot, Job(dialogue, {}))).failure is None


async def test_a_recorded_talk_fails_once_the_answer_changes(
    bot: BotHere, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(bot)
    await session.say("how much do electricians make?")
    recording.write(tmp_path / "kept.yml", "a talk", session.turns)
    monkeypatch.setattr("careerbot.advice.phrasing.wage", lambda value, per: "a fortune")
    result = await run(bot, Job(read([tmp_path / "kept.yml"])[0], {}))

    assert result.failure
    assert result.failure.miss.expected == "pay.median of electrician, “$62,350”, in the answer"


async def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "kept.yml").write_text("mine")

    with pytest.raises(recording.Exists, match="is there already"):
        recording.write(tmp_path / "kept.yml", "a talk", [])
