"""How the commands come by an assistant: the model is looked for once, and how long a training takes is said the same everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerbot.conversation import training
from careerbot.paths import PROJECT
from careerbot.shell.loading import trained


def test_a_model_that_is_there_is_looked_for_once(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading all that it is made of takes a second, which every command would wait for again."""
    looked = []
    monkeypatch.setattr(training, "content_hash", lambda read=training.content_hash: looked.append(read()) or looked[0])

    assert trained() == model
    assert len(looked) == 1


def test_the_training_announces_how_long_it_takes_as_the_readme_does(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(training, "MODELS", tmp_path)
    monkeypatch.setattr(training, "_train", lambda path, progress: progress("step by step"))
    monkeypatch.setenv("TTY_COMPATIBLE", "1")  # what a terminal is shown

    trained()

    assert f"Training, {training.TAKES} ..." in capfd.readouterr().err
    assert f"trains for {training.TAKES}" in (PROJECT / "README.md").read_text(encoding="utf-8")
