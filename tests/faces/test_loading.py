"""How the commands come by an assistant, and what they say where they cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from careerbot.conversation import training
from careerbot.paths import PROJECT
from careerbot.shell.loading import trained

COMMANDS = [["chat"], ["ask", "hello"], ["test", "-k", "pay"], ["test", "-k", "pay", "--jobs", "2"]]
SMALL_TALK = "tests/conversations/small_talk.yml"  # cases that need no knowledge before they are played


def run(model: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command with another model than the project's."""
    script = (
        "import sys; from pathlib import Path; from careerbot import cli; from careerbot.shell import loading\n"
        "if __name__ == '__main__': model = Path(sys.argv.pop(1)); loading.trained = lambda: model; cli.main()"
    )
    return subprocess.run(
        [sys.executable, "-c", script, str(model), *words],
        env={**os.environ, **environment},
        input="",
        capture_output=True,
        text=True,
        timeout=240,
        cwd=PROJECT,
    )


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


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_corrupt_model_is_said_in_a_sentence(model: Path, tmp_path: Path, words: list[str]) -> None:
    broken = tmp_path / "model.tar.gz"
    broken.write_bytes(model.read_bytes()[:5000])

    done = run(broken, *words)

    assert done.returncode == 1
    assert f"Delete {broken} and start again" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_encoder_without_weights_is_said_in_its_own_sentence(model: Path, tmp_path: Path) -> None:
    done = run(model, "ask", "hello", CAREERBOT_ENCODER=str(tmp_path))

    assert done.returncode == 1
    assert done.stderr.startswith(f"The sentence encoder has no weights: {tmp_path}/model.safetensors does not exist.")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [["ask", "hello"], ["test", SMALL_TALK, "--jobs", "2"]], ids=" ".join)
def test_a_damaged_import_is_said_by_its_file(model: Path, tmp_path: Path, words: list[str]) -> None:
    """The model's components read the knowledge as they are loaded, with --jobs in a process of their own."""
    (tmp_path / "onet.msgpack").write_bytes(b"\x00 no store")

    done = run(model, *words, CAREERBOT_STATE=str(tmp_path))

    assert done.returncode == 1
    assert "The career knowledge has 1 problem(s)" in done.stderr
    assert f"{tmp_path}/onet.msgpack: it cannot be read" in done.stderr
    assert "Traceback" not in done.stderr
