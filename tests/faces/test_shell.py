"""The commands of the shell, run as a person runs them; the conversation in a terminal of its own."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from rich.console import Console
from running import BOT
from typing_person import LOADING, Person

from careerbot.advice.reply import Bar, BarChart, Reply
from careerbot.paths import PROJECT
from careerbot.shell.chat import career_names
from careerbot.shell.drawing import draw
from careerbot.shell.reading import Names

NOBODY = "http://127.0.0.1:9"  # the discard port: nobody listens


def run(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    plain = {**os.environ, "NO_COLOR": "1", "COLUMNS": "200"}
    return subprocess.run(
        [BOT, *words], input=typed, capture_output=True, text=True, timeout=600, cwd=PROJECT, env=plain
    )


def test_ask_prints_one_answer(model: Path) -> None:
    done = run("ask", "how much do electricians earn?")

    assert done.returncode == 0
    assert "$62,350 a year" in done.stdout
    assert "May 2024" in done.stdout
    assert "Warning" not in done.stdout + done.stderr


def test_ask_json_prints_the_document(server: str) -> None:
    done = run("ask", "--json", "--url", server, "how much do electricians earn?")

    assert "$62,350 a year" in Reply.from_document(json.loads(done.stdout)).lead


def test_chat_holds_a_conversation_and_a_number_presses_a_suggestion(model: Path) -> None:
    done = run("chat", typed="tell me about electricians\n2\nand a registered nurse?\n/quit\n")

    assert done.returncode == 0
    assert "2  Pay" in done.stdout
    assert "$62,350 a year" in done.stdout
    assert "$93,600 a year" in done.stdout


def test_chat_talks_to_a_server_and_ends_with_its_input(server: str) -> None:
    done = run("chat", "--url", server, typed="what do electricians earn\n1")

    assert done.returncode == 0
    assert "$62,350 a year" in done.stdout
    assert "How people become electricians" in done.stdout


def test_plain_is_plain(server: str) -> None:
    done = run("chat", "--plain", "--url", server, typed="what do electricians earn\n")

    assert "[1] How to get in" in done.stdout
    assert not re.search(r"[\x1b─-╿█]", done.stdout), "no colours, boxes or bars"


def test_a_server_that_is_not_there_is_said_in_a_sentence() -> None:
    for words in (("chat",), ("ask", "hi"), ("test", "-k", "pay")):
        done = run(*words, "--url", NOBODY, typed="hello\n")

        assert done.returncode == 1, words
        assert f"No assistant answers at {NOBODY}" in done.stderr
        assert "Traceback" not in done.stderr


def test_with_url_no_rasa_is_imported() -> None:
    script = "import sys, careerbot.cli, careerbot.shell.reading; sys.exit('rasa' in sys.modules or 'tensorflow' in sys.modules)"

    assert subprocess.run([PROJECT / ".venv" / "bin" / "python", "-c", script], cwd=PROJECT).returncode == 0


def test_commands_that_a_server_cannot_do_say_so(server: str) -> None:
    done = run("chat", "--plain", "--url", server, typed="/why\n/undo\nhello\n/why\n/undo\n/sources\n/nonsense\n")

    assert "Nothing was answered yet." in done.stdout
    assert "A server does not tell why." in done.stdout
    assert "Not possible with --url: taking a turn back." in done.stdout
    assert "The last answer names no source." in done.stdout
    assert done.returncode == 0


@pytest.fixture
def person(model: Path, tmp_path: Path) -> Iterator[Person]:
    """Somebody at the prompt of `careerbot chat`, in a terminal."""
    person = Person(BOT, "chat", settings={"XDG_STATE_HOME": str(tmp_path / "state")})
    try:
        person.sees("Ask about a career", patience=LOADING)
        person.sees("(?m)^>$")
        yield person
    finally:
        person.leaves()


def test_a_talk_in_the_terminal_becomes_a_test_that_passes(person: Person, tmp_path: Path) -> None:
    kept, page = tmp_path / "kept.yml", tmp_path / "talk.html"
    person.types("what do electricia\t")
    person.sees("(?m)^> what do electrician$")  # the only career that begins so
    person.types(" earn\r")
    person.sees(r"Median +\$62,350 a year +electricians, May 2024")
    person.sees("█ +\\$62,350 a year")
    person.sees("1  How to get in")

    person.types("/why\r")
    person.sees(r"understood as ask_salary \(\d\.\d\d\)")
    person.sees("career electrician")
    person.sees(r"ran: action_answer \(chosen by RulePolicy\)")
    person.sees(r"rests on: knowledge/figures/pay\.csv:\d+ row 47-2111: .*Median\s\$62,350\sa\syear")

    person.types("2\r")
    person.sees(r"grow by 9\.5%")
    person.types("/sources\r")
    person.sees(r"Employment Projections \| 2024–34 \| https://www\.bls\.gov/emp/tables\.htm")
    person.types("/undo\r")
    person.sees("Taken back: Job outlook")

    person.types("compare electricians and plumbers\r")
    person.sees(r"┃ +Electrician +┃ Plumber")
    person.sees(r"│ Median pay .*│ +\$62,350 a year +│ +\$62,970 a year")

    person.types("/he\t")
    person.sees("(?m)^> /help$")
    person.types("\r")
    person.sees("/save +Write the conversation to FILE as a test case")
    person.types("/export\r")
    person.sees(r"- Median: \*\*\$62,350 a year\*\* \(electricians, May 2024\)")
    person.types(f"/export {page}\r")
    person.sees(re.escape(f"Written: {page}"))
    person.types(f"/save {kept}\r")
    person.sees(re.escape(f"Written: {kept}"))
    person.types("/restart\r")
    person.sees("A new conversation")
    person.types("/quit\r")
    assert person.sees_the_end() == 0

    assert "<h2>compare electricians and plumbers</h2>" in page.read_text(encoding="utf-8")
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(kept.read_text(encoding="utf-8").replace("career: electrician", "career: plumber"))
    outputs = ("--junit", str(tmp_path / "junit.xml"), "--json", str(tmp_path / "results.json"))
    done = run("test", str(kept), str(wrong), *outputs)
    assert done.returncode == 1
    assert "1 passed, 1 failed" in done.stdout
    assert f"FAILED {wrong}:6: kept: what do electrician earn" in done.stdout
    assert "career: expected the career plumber in focus" in done.stdout
    assert ElementTree.parse(tmp_path / "junit.xml").getroot().attrib["failures"] == "1"
    assert json.loads((tmp_path / "results.json").read_text())["failed"] == 1


def test_what_was_typed_is_kept_for_the_next_time_and_for_nobody_else(server: str, tmp_path: Path) -> None:
    person = Person(BOT, "chat", "--url", server, settings={"XDG_STATE_HOME": str(tmp_path / "state")})
    person.sees("(?m)^>$")
    person.types("hello there\r")
    person.sees("I answer questions about careers")
    person.types("\x1b[A")  # up
    person.sees(r"(?m)^> hello there\Z")
    person.types("\x15/quit\r")
    assert person.sees_the_end() == 0
    history = tmp_path / "state" / "careerbot" / "history"

    assert "+hello there" in history.read_text(encoding="utf-8")
    assert stat.S_IMODE(history.stat().st_mode) == 0o600


def completed(text: str) -> list[str]:
    return [each.text for each in Names(career_names).get_completions(Document(text), CompleteEvent())]


def test_every_career_is_completed_by_its_names() -> None:
    assert completed("is it hard to be a registered nur") == ["registered nurse", "registered nurse anesthetist"]
    assert completed("what do glazie") == ["glaziers"], "one that has figures only"
    assert completed("/sa") == ["/save"]
    assert completed("e") == [], "too many begin so"


def test_a_bar_is_as_long_as_its_value_is_of_the_most_and_a_chart_may_be_empty() -> None:
    bars = [Bar("Social", 8, "8"), Bar("Artistic", 5, "5")]
    charts = [BarChart("Interests", "points of 20", bars, "onet", most=20), BarChart("None", "points", [], "onet")]
    console = Console(width=80)

    with console.capture() as drawn:
        console.print(draw(Reply("Lead.", [*charts]), 80))

    assert [line.count("█") for line in drawn.get().splitlines() if "█" in line] == [12, 8], "of 30 places"


def test_a_file_that_cannot_be_played_ends_with_two(tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_text("test_cases:\n- test_case: pay\n  steps:\n  - usr: hi\n")
    done = run("test", str(tmp_path / "bad.yml"))

    assert done.returncode == 2
    assert "bad.yml:4: test_cases[0].steps[0].usr: unknown field 'usr'" in done.stderr


def test_no_case_of_that_name_ends_with_two() -> None:
    done = run("test", "-k", "no such thing")

    assert done.returncode == 2
    assert "has 'no such thing' in its name or file" in done.stderr


def test_cases_are_played_against_a_server_in_two_processes(server: str) -> None:
    done = run("test", "--url", server, "--jobs", "2", "-k", "the median pay of plumbers")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout
    assert "expectations left out: 1;" in done.stdout


def test_record_talks_and_writes_a_case(model: Path, tmp_path: Path) -> None:
    kept = tmp_path / "recorded.yml"
    done = run("test", "--record", str(kept), typed="what do plumbers earn\n")

    assert f"careerbot test {kept}" in done.stdout
    assert "user: what do plumbers earn" in kept.read_text()


def test_coverage_and_fail_fast_and_updated_snapshots(model: Path, tmp_path: Path) -> None:
    cases = tmp_path / "drawn.yml"
    cases.write_text(
        "test_cases:\n- test_case: one\n  steps:\n  - user: hi there\n    channels: [text]\n"
        "- test_case: two\n  steps:\n  - user: hi there\n    contains: a pony\n"
        "- test_case: three\n  steps:\n  - user: hi there\n"
    )
    done = run("test", str(cases), "--update", "--coverage", "--fail-fast")

    assert done.returncode == 1
    assert "1 passed, 1 failed" in done.stdout, "the third was not played"
    assert "no snapshot yet" in done.stdout
    assert re.search(r"1 +│ 3 +│ channels ", done.stdout)
    assert "Hello!" in (tmp_path / "snapshots" / "drawn" / "one" / "1.text.txt").read_text()


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


@pytest.mark.parametrize(
    "words", [["ask"], ["no-such-command"], ["serve", "--port", "99999999"], ["test", "--jobs", "0"]]
)
def test_a_wrong_command_line_says_what_is_wrong(words: list[str]) -> None:
    done = run(*words)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "Error" in done.stderr
