"""The commands of the shell, run as a person runs them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from careerbot.advice.reply import Reply
from careerbot.paths import PROJECT

BOT = PROJECT / ".venv" / "bin" / "careerbot"


def run(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    plain = {**os.environ, "NO_COLOR": "1", "COLUMNS": "200"}
    return subprocess.run(
        [BOT, *words], input=typed, capture_output=True, text=True, timeout=240, cwd=PROJECT, env=plain
    )


def test_ask_prints_one_answer(model: Path) -> None:
    done = run("ask", "how much do electricians earn?")

    assert done.returncode == 0
    assert "$62,350 a year" in done.stdout
    assert "May 2024" in done.stdout
    assert "Warning" not in done.stdout + done.stderr


def test_ask_json_prints_the_document(model: Path) -> None:
    done = run("ask", "--json", "how much do electricians earn?")

    assert "$62,350 a year" in Reply.from_document(json.loads(done.stdout)).lead


def test_chat_holds_a_conversation_and_a_number_presses_a_suggestion(model: Path) -> None:
    done = run("chat", typed="tell me about electricians\n2\nand a registered nurse?\n/quit\n")

    assert done.returncode == 0
    assert "2  Pay" in done.stdout
    assert "$62,350 a year" in done.stdout
    assert "$93,600 a year" in done.stdout


def test_chat_ends_with_its_input(model: Path) -> None:
    assert run("chat", typed="hello").returncode == 0


def test_a_port_in_use_is_said_in_a_sentence(server: str) -> None:
    done = run("serve", "--port", server.rsplit(":", 1)[1])

    assert done.returncode == 1
    assert "Cannot listen on" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_training_trains_nothing(model: Path) -> None:
    before = model.stat().st_mtime
    done = run("train")

    assert done.stdout.strip() == str(model)
    assert model.stat().st_mtime == before


@pytest.mark.parametrize("words", [["ask"], ["no-such-command"], ["serve", "--port", "99999999"]])
def test_a_wrong_command_line_says_what_is_wrong(words: list[str]) -> None:
    done = run(*words)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "Error" in done.stderr
