"""One server: how it tells its state, what it writes down, what it refuses, and how it ends."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

from running import BOT, Served, free_port, wait_for

from careerbot.paths import PROJECT

SECRET_WORDS = "I am Zebulon Quartermaine and want to know what electricians earn"


def database_of(served: Served) -> Path:
    return served.log.parent / "conversations.db"


def test_health_readiness_and_metrics(alone: Served) -> None:
    assert alone.get("/health")[0] == 200
    assert json.loads(alone.get("/ready")[1]) == {"status": "ready", "problems": []}
    alone.say("me", "what do electricians earn?")
    alone.say("me", "what do wizards earn?")

    told = alone.get("/metrics")[1]

    assert 'careerbot_turns_total{intent="ask_salary"}' in told
    assert 'careerbot_unanswered_total{why="unknown career"}' in told
    assert "careerbot_turn_seconds_count" in told


def test_logs_and_metrics_hold_nothing_a_person_said_and_no_conversation_id(alone: Served) -> None:
    alone.say("person-4711", SECRET_WORDS)
    alone.post({"sender": "person-4711", "message": 12})

    told = alone.log.read_text() + alone.get("/metrics")[1]

    assert "turn" in {line["event"] for line in alone.lines()}
    for personal in ("Zebulon", "Quartermaine", "person-4711"):
        assert personal not in told


def test_an_error_is_told_by_its_kind_and_place_and_not_in_its_own_words(alone: Served) -> None:
    """A database that fails quotes what it was to store."""
    with sqlite3.connect(database_of(alone)) as database:
        database.execute("CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    try:
        assert "went wrong" in alone.say("person-4712", SECRET_WORDS)
    finally:
        with sqlite3.connect(database_of(alone)) as database:
            database.execute("DROP TRIGGER full")

    told = [line for line in alone.lines() if line["event"] == "error"]
    assert told
    assert told[-1]["kind"] == "IntegrityError"
    assert ".py:" in told[-1]["where"]
    for personal in ("Zebulon", "Quartermaine", "person-4712", "Traceback"):
        assert personal not in alone.log.read_text()


def test_each_answer_carries_the_request_id_of_its_line_in_the_journal(alone: Served) -> None:
    _, _, headers = alone.post({"sender": "me", "message": "hello"}, **{"X-Request-ID": "abcd-1234-efgh"})
    assert headers["X-Request-ID"] == "abcd-1234-efgh"
    assert any(line["request"] == "abcd-1234-efgh" and line["event"] == "turn" for line in alone.lines())

    _, _, headers = alone.post({"sender": "me", "message": "hello"}, **{"X-Request-ID": 'forged"} {"event'})
    assert "forged" not in headers["X-Request-ID"]


def test_it_is_reached_at_127_0_0_1_and_at_no_other_address(alone: Served) -> None:
    """All of 127.0.0.0/8 is this machine: whoever listens everywhere answers there too."""
    with socket.socket() as stranger:
        assert stranger.connect_ex(("127.0.0.2", alone.port)) != 0


def test_a_body_that_is_too_big_is_refused(alone: Served) -> None:
    try:
        status = alone.post({"sender": "me", "message": "x" * 200_000})[0]
    except OSError:  # the server hung up while we were still sending
        status = 413
    assert status == 413
    assert "$62,350" in alone.say("me", "what do electricians earn?")


def test_headers_that_shield_a_browser(alone: Served) -> None:
    _, _, headers = alone.post({"sender": "me", "message": "hello"})

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"


def test_the_management_api_is_off_without_a_token(alone: Served) -> None:
    alone.say("me", "hello")

    for path in ("/conversations/me/tracker", "/model", "/domain", "/status"):
        assert alone.get(path)[0] == 404
    assert alone.post({}, "/model/train")[0] == 404


def test_a_short_token_is_refused(model: Path) -> None:
    done = subprocess.run(
        [BOT, "serve", "--port", str(free_port())],
        env={**os.environ, "CAREERBOT_API_TOKEN": "short"},
        capture_output=True,
        text=True,
        timeout=240,
        cwd=PROJECT,
    )

    assert done.returncode == 1
    assert "CAREERBOT_API_TOKEN is too short" in done.stderr


def test_a_full_disk_is_an_apology_and_nothing_is_lost(alone: Served) -> None:
    """The system lets no file of the server grow any more, which to SQLite is what a full disk is."""
    alone.say("me", "what does an electrician do?")
    assert alone.process
    _, most = resource.prlimit(alone.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(alone.process.pid, resource.RLIMIT_FSIZE, (1, most))
    try:
        assert "went wrong" in alone.say("me", "how much do they earn?")
    finally:
        resource.prlimit(alone.process.pid, resource.RLIMIT_FSIZE, (most, most))

    assert "$62,350" in alone.say("me", "how much do they earn?")
    assert alone.get("/ready")[0] == 200
    with sqlite3.connect(database_of(alone)) as database:
        said = "SELECT count(*) FROM events WHERE sender_id = 'me' AND data LIKE '%\"how much do they earn?\"%'"
        assert database.execute(said).fetchone()[0] == 1


def test_what_it_makes_can_be_read_by_its_owner_only(alone: Served) -> None:
    alone.say("me", "hello")

    for file in alone.log.parent.glob("conversations.db*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_the_same_person_twice_at_once_is_served_in_turn(alone: Served) -> None:
    answers: list[str] = []
    together = threading.Barrier(16)

    def ask() -> None:
        together.wait()
        answers.append(alone.say("twice", "what do electricians earn?"))

    people = [threading.Thread(target=ask) for _ in range(16)]
    for each in people:
        each.start()
    for each in people:
        each.join()

    assert len(answers) == 16
    assert all("$62,350" in each for each in answers)


def test_old_conversations_are_erased_by_a_command(alone: Served) -> None:
    alone.say("me", "what do electricians earn?")
    environment = {**os.environ, "CAREERBOT_DATABASE": f"sqlite:///{database_of(alone)}"}
    command = [BOT, "forget", "--days"]

    kept = subprocess.run([*command, "1"], env=environment, capture_output=True, text=True, timeout=240, check=True)
    assert "Erased 0 conversations." in kept.stdout
    with sqlite3.connect(database_of(alone)) as database:
        database.execute("UPDATE events SET timestamp = timestamp - 2 * 86400 WHERE sender_id = 'me'")
        others = database.execute("SELECT count(DISTINCT sender_id) FROM events WHERE sender_id != 'me'").fetchone()[0]
    subprocess.run([*command, "1"], env=environment, capture_output=True, timeout=240, check=True)
    with sqlite3.connect(database_of(alone)) as database:
        assert database.execute("SELECT count(*) FROM events WHERE sender_id = 'me'").fetchone()[0] == 0
        assert database.execute("SELECT count(DISTINCT sender_id) FROM events").fetchone()[0] == others


def test_a_killed_server_goes_on_where_it_was(alone: Served) -> None:
    alone.say("me", "what does an electrician do?")
    assert alone.process
    alone.process.kill()
    alone.process.wait()
    alone.start()

    assert "$62,350" in alone.say("me", "how much do they earn?")


def test_the_turn_in_flight_is_finished_before_the_server_ends(alone: Served) -> None:
    answers: list[str] = []
    people = [
        threading.Thread(target=lambda n=n: answers.append(alone.say(f"p{n}", "what do electricians earn?")))
        for n in range(6)
    ]
    for each in people:
        each.start()
    wait_for(lambda: len(answers) > 0)
    assert alone.process
    alone.process.send_signal(signal.SIGTERM)
    for each in people:
        each.join()

    assert alone.process.wait(timeout=60) == 0
    assert len(answers) == 6
    assert all("$62,350" in each for each in answers)
    alone.start()


def test_a_corrupt_model_and_unusable_settings_are_said_in_a_sentence(model: Path, tmp_path: Path) -> None:
    broken = tmp_path / "model.tar.gz"
    broken.write_bytes(model.read_bytes()[:5000])
    script = (
        "import sys; from pathlib import Path; from careerbot.conversation.server import listen, serve\n"
        "from careerbot.conversation.starting import CannotStart\n"
        "try: serve(Path(sys.argv[1]), listen('127.0.0.1', 0), lambda: None, Path(sys.argv[2]))\n"
        "except CannotStart as error: sys.exit(str(error))"
    )
    python = PROJECT / ".venv" / "bin" / "python"
    database = {"CAREERBOT_DATABASE": f"sqlite:///{tmp_path}/x.db"}
    away = f"postgresql://x:passw0rd@127.0.0.1:{free_port()}/x"
    credentials = PROJECT / "credentials.yml"
    misspelt = tmp_path / "credentials.yml"
    misspelt.write_text("careerbot.channels.web.WebImput:\n")
    for file, channels, environment, says in (
        (broken, credentials, database, "The model cannot be loaded"),
        (tmp_path / "missing", credentials, database, "The model cannot be loaded"),
        (model, credentials, {"CAREERBOT_DATABASE": away}, "The conversations' database cannot be used"),
        (model, credentials, {**database, "CAREERBOT_SECRET": "short"}, "CAREERBOT_SECRET is too short"),
        (model, credentials, {**database, "CAREERBOT_ENCODER": str(tmp_path)}, "The sentence encoder has no weights"),
        (model, misspelt, database, "input channel class for 'careerbot.channels.web.WebImput'"),
    ):
        done = subprocess.run(
            [python, "-c", script, file, channels],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            timeout=240,
            cwd=PROJECT,
        )
        assert done.returncode == 1
        assert says in done.stderr
        assert "Traceback" not in done.stderr
        assert "passw0rd" not in done.stderr


def test_damaged_knowledge_is_said_in_a_sentence_at_the_start(tmp_path: Path) -> None:
    """In a copy of the project, whose career files nobody else reads."""
    for name in ("careerbot", "actions", "data", "knowledge", "requirements"):
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("config.yml", "domain.yml", "endpoints.yml", "credentials.yml"):
        shutil.copy(PROJECT / name, tmp_path)
    career = tmp_path / "knowledge" / "careers" / "electrician.yml"
    career.write_text(career.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")

    said = _serve_fails(tmp_path, tmp_path)

    assert "electrician.yml" in said
    assert "titel" in said


def test_a_damaged_import_is_said_in_a_sentence_at_the_start(model: Path, tmp_path: Path) -> None:
    (tmp_path / "onet.msgpack").write_bytes(b"\x00 no store")

    assert "onet.msgpack" in _serve_fails(PROJECT, tmp_path)


def _serve_fails(project: Path, state: Path) -> str:
    command = [sys.executable, "-c", "from careerbot.cli import main; main()", "serve", "--port", str(free_port())]
    environment = {**os.environ, "CAREERBOT_STATE": str(state), "CAREERBOT_DATABASE": f"sqlite:///{state}/x.db"}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, timeout=240)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr
