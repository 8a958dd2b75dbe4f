"""Rasa's own commands work in the project's root, as any Rasa developer expects."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from running import free_port
from typing_person import LOADING, Person

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
def endpoints(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The project's endpoints, with `rasa run actions` on a free port: the usual one may be somebody else's."""
    port = free_port()
    folder = tmp_path_factory.mktemp("endpoints")
    settings = yaml.safe_load((PROJECT / "endpoints.yml").read_text(encoding="utf-8"))
    settings["action_endpoint"]["url"] = f"http://127.0.0.1:{port}/webhook"
    settings["tracker_store"]["db"] = str(folder / "conversations.db")
    (folder / "endpoints.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    log = (folder / "log").open("w+")
    process = subprocess.Popen(
        [RASA, "run", "actions", "--port", str(port)], cwd=PROJECT, env=QUIET, stdout=log, stderr=log
    )
    try:
        _wait_for(port, process, folder / "log")
        yield folder / "endpoints.yml"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.5)
    raise AssertionError(f"`rasa run actions` does not listen on {port}: {log.read_text()}")


@pytest.fixture
def person(model: Path, endpoints: Path) -> Iterator[Callable[..., Person]]:
    """Somebody who talks through one of Rasa's commands, beside `rasa run actions`."""
    started: list[Person] = []

    def runs(*words: str) -> Person:
        where = ("--model", str(model), "--endpoints", str(endpoints), "--port", str(free_port()))
        started.append(Person(RASA, *words, *where, settings=QUIET))
        return started[-1]

    yield runs
    for each in started:
        each.leaves()


def test_rasa_shell_holds_the_conversation_with_the_action_server(person: Callable[..., Person]) -> None:
    talk = person("shell")
    talk.sees("Your input ->", patience=LOADING)
    talk.types("how much does a music production manager make\r")
    talk.sees(r"\$83,480 a year")
    talk.sees("Type out your own message")
    talk.types("\x1b[A\r")  # up from the first suggestion to the last line: an own message
    talk.sees(r"Your input ->\s*\Z")
    talk.types("and an electrician?\r")
    talk.sees(r"\$62,350 a year")


def test_rasa_interactive_begins_a_conversation_with_the_action_server(person: Callable[..., Person]) -> None:
    talk = person("interactive", "core", "--skip-visualization", "--conversation-id", "tried")
    talk.sees("Your input ->", patience=LOADING)
    talk.types("how much do electricians make\r")
    talk.sees("ask_salary")
    talk.types("\r")  # yes, the intent is right
    talk.sees("action_answer")


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
