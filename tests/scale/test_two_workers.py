"""Two workers over PostgreSQL and Redis: every reply right and in order, every turn stored once, whatever is stopped meanwhile.

CAREERBOT_CONVERSATIONS and CAREERBOT_TURNS make it bigger (the full run: 200 and 20).
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import jwt
import pytest
import sqlalchemy as sa
from running import BOT, PostgreSQL, Redis, Served, accepts, wait_for

from careerbot.paths import PROJECT

CONVERSATIONS = int(os.environ.get("CAREERBOT_CONVERSATIONS", "40"))
TURNS = int(os.environ.get("CAREERBOT_TURNS", "20"))
SAYS = {  # what is asked, and what the answer must hold: all but the first need what was said before
    "how much do electricians earn?": "$62,350",
    "is the job growing?": "electricians",
    "what about plumbers?": "plumbers",
    "and how much do they earn?": "plumbers",
}
EXPECTED = [list(SAYS)[turn % len(SAYS)] for turn in range(TURNS)]


class Person:
    """Talks on the web channel as its widget does: what was not answered is sent again under the same id."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._headers = {"Authorization": f"Bearer {json.loads(self._patiently({}, '/chat/session'))['token']}"}
        self.id = str(jwt.decode(self._headers["Authorization"].split()[1], options={"verify_signature": False})["sub"])

    def says(self, text: str) -> str:
        document = json.loads(self._patiently({"id": uuid.uuid4().hex, "text": text}, "/chat/conversation"))
        (reply,) = document["replies"]
        return json.dumps(reply, ensure_ascii=False)

    def _patiently(self, body: object, path: str) -> str:
        deadline = time.monotonic() + 180
        while True:
            try:
                status, answer, _ = self._served.post(body, path, **getattr(self, "_headers", {}))
            except OSError:  # the connection broke, with the worker
                status, answer = 0, ""
            if status in (200, 201) and "went wrong" not in answer:
                return answer
            assert status in (0, 200, 429, 503), (status, answer)
            assert time.monotonic() < deadline, f"{body!r} was never answered"
            time.sleep(0.5)


def talk(says: Callable[[str], str]) -> None:
    for question in EXPECTED:
        answer = says(question)
        assert SAYS[question] in answer, (question, answer)


def all_talk(talks: list[Callable[[], None]], meanwhile: Callable[[], None] = lambda: None) -> None:
    with ThreadPoolExecutor(8) as people:
        running = [people.submit(each) for each in talks]
        meanwhile()
        for each in running:
            each.result()


def stored(postgresql: PostgreSQL) -> dict[str, list[str]]:
    """What each person said, as it is kept."""
    engine = sa.create_engine(postgresql.url)
    with engine.connect() as connection:
        rows = connection.execute(
            sa.text("SELECT sender_id, data::json ->> 'text' FROM events WHERE type_name = 'user' ORDER BY id")
        ).all()
    engine.dispose()
    said: dict[str, list[str]] = {}
    for sender, text in rows:
        said.setdefault(sender, []).append(text)
    return said


def turns_counted(served: Served) -> float:
    lines = served.get("/metrics")[1].splitlines()
    return sum(float(line.split()[-1]) for line in lines if line.startswith("careerbot_turns_total"))


def test_every_reply_is_right_and_every_turn_is_stored_once(two_workers: Served, postgresql: PostgreSQL) -> None:
    before = turns_counted(two_workers)

    names = [f"calm-{n}" for n in range(CONVERSATIONS)]
    all_talk([partial(talk, partial(two_workers.say, name)) for name in names])

    said = stored(postgresql)
    assert all(said[name] == EXPECTED for name in names)
    assert turns_counted(two_workers) - before == CONVERSATIONS * TURNS, "and counted once, by both workers together"


def test_killed_workers_and_restarted_servers_lose_and_double_nothing(
    two_workers: Served, postgresql: PostgreSQL, redis: Redis
) -> None:
    wait_for(lambda: len(two_workers.workers()) == 2)

    def break_things() -> None:
        time.sleep(1)
        os.kill(two_workers.workers()[0], signal.SIGKILL)
        time.sleep(1)
        postgresql.stop()
        postgresql.start()
        time.sleep(1)
        redis.stop()
        redis.start()

    people = [Person(two_workers) for _ in range(CONVERSATIONS)]
    all_talk([partial(talk, person.says) for person in people], break_things)

    said = stored(postgresql)
    assert all(said[person.id] == EXPECTED for person in people)
    wait_for(lambda: len(two_workers.workers()) == 2, why=two_workers.log.read_text)


def test_ready_says_what_is_missing_and_recovers(two_workers: Served, postgresql: PostgreSQL, redis: Redis) -> None:
    token = json.loads(two_workers.post({}, "/chat/session")[1])["token"]

    def say_on_the_web(id: str) -> tuple[int, str]:
        said = {"id": id, "text": "how much do electricians earn?"}
        return two_workers.post(said, "/chat/conversation", Authorization=f"Bearer {token}")[:2]

    redis.stop()
    status, body = two_workers.get("/ready")
    assert status == 503
    assert "locks" in body
    assert "went wrong" in two_workers.say("me", "how much do electricians earn?")
    status, body = say_on_the_web("message-1")
    assert status == 503, "the widget shows the sentence and sends the message again"
    assert "went wrong" in body
    assert two_workers.get("/health")[0] == 200
    redis.start()
    assert "$62,350" in say_on_the_web("message-1")[1]

    postgresql.stop()
    status, body = two_workers.get("/ready")
    assert status == 503
    assert "conversations" in body
    assert "went wrong" in two_workers.say("me", "how much do electricians earn?")
    assert say_on_the_web("message-2")[0] == 503
    postgresql.start()
    assert "$62,350" in say_on_the_web("message-2")[1]

    assert "$62,350" in two_workers.say("me", "how much do electricians earn?")
    assert two_workers.get("/ready")[0] == 200


def test_delete_my_data_leaves_nothing_in_postgresql(two_workers: Served, postgresql: PostgreSQL) -> None:
    two_workers.say("me", "how much do electricians earn?")
    two_workers.say("you", "how much do electricians earn?")
    two_workers.say("me", "delete my data")

    engine = sa.create_engine(postgresql.url)
    with engine.connect() as connection:
        for table in ("events", "messages", "conversations"):
            left = connection.execute(sa.text(f"SELECT DISTINCT sender_id FROM {table}")).scalars().all()
            assert "you" in left, table
            assert "me" not in left, table
    engine.dispose()


def test_behind_nginx_only_the_channels_can_be_reached(two_workers: Served, tmp_path: Path) -> None:
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        pytest.skip("no nginx on this machine: apt-get install nginx-light")
    front = Served(tmp_path / "unused")
    example = (PROJECT / "docs" / "nginx-workers.conf").read_text(encoding="utf-8")
    for there, here in (
        ("127.0.0.1:5005", f"127.0.0.1:{two_workers.port}"),
        ("127.0.0.1:8080", f"127.0.0.1:{front.port}"),
    ):
        assert there in example
        example = example.replace(there, here)
    (tmp_path / "nginx.conf").write_text(example, encoding="utf-8")
    settings = f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log;"
    process = subprocess.Popen([program, "-p", tmp_path, "-c", tmp_path / "nginx.conf", "-g", settings])
    try:
        wait_for(lambda: accepts(front.port))
        token = json.loads(front.post({}, "/chat/session")[1])["token"]
        said = {"id": "message-1", "text": "how much do electricians earn?"}
        assert "$62,350" in front.post(said, "/chat/conversation", Authorization=f"Bearer {token}")[1]
        assert [front.get(path)[0] for path in ("/metrics", "/ready", "/conversations/me/tracker")] == [404, 404, 404]
        assert front.post({"sender": "me", "message": "hello"})[0] == 404, "REST believes whoever it is told speaks"
    finally:
        process.terminate()
        process.wait(timeout=30)


def test_no_more_than_one_worker_is_served_without_shared_locks(model: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "CAREERBOT_REDIS"}
    done = subprocess.run(
        [BOT, "serve", "--workers", "2"], capture_output=True, text=True, env=environment, timeout=240
    )

    assert done.returncode == 1
    assert "set CAREERBOT_REDIS" in done.stderr
