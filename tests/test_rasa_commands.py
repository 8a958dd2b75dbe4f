"""Rasa's own commands work in the project's root, as any Rasa developer expects."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from careerbot.paths import PROJECT

RASA = PROJECT / ".venv" / "bin" / "rasa"
QUIET = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}


def rasa(*words: str, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [RASA, *words], input=typed, capture_output=True, text=True, timeout=600, cwd=PROJECT, env=QUIET
    )


def test_rasa_data_validate_finds_nothing_to_mend() -> None:
    done = rasa("data", "validate", "--fail-on-warnings")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "UserWarning" not in done.stderr
    assert "No story structure conflicts found" in done.stdout + done.stderr


def test_rasa_test_passes_the_test_stories(model: Path, tmp_path: Path) -> None:
    stories = str(PROJECT / "tests" / "test_stories.yml")
    done = rasa(
        "test",
        "core",
        "--stories",
        stories,
        "--model",
        str(model),
        "--out",
        str(tmp_path),
        "--fail-on-prediction-errors",
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def action_server() -> Iterator[None]:
    """`rasa run actions`, as endpoints.yml expects it."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", 5055)) == 0:
            raise RuntimeError("port 5055 is taken: stop what listens there, the test needs it for `rasa run actions`")
    process = subprocess.Popen(
        [RASA, "run", "actions"], cwd=PROJECT, env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for_port(5055)
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _wait_for_port(port: int) -> None:
    for _ in range(120):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.5)
    raise AssertionError(f"nothing listens on {port}")


@pytest.mark.usefixtures("action_server")
def test_rasa_shell_holds_the_conversation_with_the_action_server(model: Path) -> None:
    shell = pexpect.spawn(
        str(RASA), ["shell", "--model", str(model)], cwd=str(PROJECT), env=QUIET, encoding="utf-8", timeout=120
    )
    try:
        shell.expect("Your input ->")
        shell.send("how much does a music production manager make\r")
        shell.expect(r"\$83,480 a year")
        shell.expect("Type out your own message")
        shell.send("\x1b[B" * 4 + "\r")  # past the suggestions, to an own message
        shell.expect("Type your own message|Your input ->|own message")
        shell.send("and an electrician?\r")
        shell.expect(r"\$62,350 a year")
    finally:
        shell.close(force=True)


@pytest.mark.usefixtures("action_server")
def test_rasa_interactive_begins_a_conversation_with_the_action_server(model: Path) -> None:
    interactive = pexpect.spawn(
        str(RASA),
        ["interactive", "core", "--model", str(model), "--skip-visualization", "--conversation-id", "tried"],
        cwd=str(PROJECT),
        env=QUIET,
        encoding="utf-8",
        timeout=300,
    )
    try:
        interactive.expect("Your input ->")
        interactive.send("how much do electricians make\r")
        interactive.expect("ask_salary")
        interactive.send("\r")  # yes, the intent is right
        interactive.expect("action_answer")
    finally:
        interactive.close(force=True)


def test_rasa_test_nlu_reads_questions_with_the_model(model: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.yml"
    questions.write_text(
        'version: "3.1"\nnlu:\n'
        "- intent: ask_salary\n  examples: |\n    - what do people in that line earn\n    - is it well paid\n"
        "- intent: greet\n  examples: |\n    - hello\n    - hi there\n"
    )
    out = tmp_path / "results"
    done = rasa("test", "nlu", "--nlu", str(questions), "--model", str(model), "--out", str(out), "--no-plot")

    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads((out / "intent_report.json").read_text())["accuracy"] == 1.0
