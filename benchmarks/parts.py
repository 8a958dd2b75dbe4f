"""What is measured, a part at a time: each starts what it needs, stops it again and says its figures."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.results import content_of
from benchmarks.systems import SYSTEMS, ours
from benchmarks.talking import ROUND, Person, growth, speed_now, throughput
from careerbot.paths import PROJECT
from tests.scale.running import PostgreSQL, Redis

LENGTHS = (1, 10, 100, 300, 1000)
STOCK_LENGTHS = LENGTHS[:-1]  # a thousand turns take it half an hour and more
PEOPLE = (1, 8, 32)
SECONDS = 20.0
STORED = (0, 1_000, 10_000, 50_000)  # conversations
WITNESSED = 20  # turns of a conversation from which the bytes a turn leaves are taken
STORED_TURNS = 3  # of each of them
OCCUPATIONS = (0, 100, 300, 1_016)  # of O*NET, each with its many titles
ONET = Path(os.environ.get("CAREERBOT_ONET") or PROJECT.parent / "shared" / "reference" / "onet-30.1")

Values = dict[str, Any]


def training(name: str) -> Values:
    return {"seconds": SYSTEMS[name][0].train()}


def speed(name: str) -> Values:
    """Start, turns by length of the conversation, turns of many people, memory after them, disk."""
    with tempfile.TemporaryDirectory() as folder, _start(name, Path(folder)) as system:
        Person(system.url, "first").turns(ROUND)  # what is made once, at the first questions, is no part of a turn
        before = system.on_disk()
        witnesses = [Person(system.url, f"witness-{n}") for n in range(10)]
        for each in witnesses:
            each.turns(WITNESSED)
        said = WITNESSED * len(witnesses)
        stored = (system.on_disk() - before) / said
        lengths = growth(system.url, STOCK_LENGTHS if name == "stock" else LENGTHS)
        return {
            "start": system.started_in,
            "turns": {str(n): ms for n, ms in lengths.items()},
            "crowd": {str(n): throughput(system.url, n, SECONDS) for n in PEOPLE},
            "memory": system.megabytes(),
            "stored": stored if system.database else None,
            "unanswered": sum(each.unanswered for each in witnesses) / said,
        }


def stored(name: str) -> Values:
    """Milliseconds a turn, by how many conversations are stored already."""
    found: Values = {}
    with tempfile.TemporaryDirectory() as folder, _start(name, Path(folder)) as system:
        Person(system.url, "template").turns(STORED_TURNS)
        speed_now(system.url, "warm")
        for count, more in zip(STORED, _steps(STORED), strict=True):
            _copy_conversations(system.database, count - more, count)
            found[str(count)] = {"ms": speed_now(system.url, f"new-{count}"), "megabytes": system.on_disk() / 2**20}
    return found


def _steps(counts: Sequence[int]) -> Iterable[int]:
    return (after - before for before, after in zip((0, *counts), counts, strict=False))


def _copy_conversations(database: Path | None, start: int, end: int) -> None:
    """Make conversations `start` to `end` like the template, in the tables that name one."""
    assert database
    holder = sqlite3.connect(database, timeout=60)
    with holder:
        tables = [name for (name,) in holder.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            columns = [row[1] for row in holder.execute(f"PRAGMA table_info({table})") if row[1] != "id"]
            if "sender_id" not in columns:
                continue
            copied = ", ".join("'copy-' || n" if each == "sender_id" else each for each in columns)
            holder.execute(
                f"WITH RECURSIVE numbers(n) AS (SELECT {start} UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < {end}) "
                f"INSERT INTO {table} ({', '.join(columns)}) SELECT {copied} FROM numbers, {table} "
                f"WHERE sender_id = 'template' AND {start} < {end}"
            )
    holder.close()


def titles(name: str) -> Values:
    """Start, memory and milliseconds a turn, by how many career names are known."""
    from careerbot.knowledge.catalogue import Catalogue
    from careerbot.knowledge.name_index import index_of
    from careerbot.knowledge.onet_import import import_onet
    from careerbot.knowledge.onet_store import load_store

    if not ONET.is_dir():
        raise SystemExit(f"This part needs O*NET's text files in {ONET}.")
    found: Values = {}
    with tempfile.TemporaryDirectory() as kept:
        everything = Path(kept) / "onet.msgpack"
        import_onet([ONET], everything)
        full = load_store(everything)
        assert full
        for count in OCCUPATIONS:
            folder = Path(kept) / str(count)
            folder.mkdir()
            store = folder / "onet.msgpack"
            if count:
                store.write_bytes(msgspec.msgpack.encode(msgspec.structs.replace(full, careers=full.careers[:count])))
            names = len(index_of(Catalogue.load(imported=store)))
            with SYSTEMS[name][1](folder) as system:
                Person(system.url, "first").turns(ROUND)
                ms = speed_now(system.url, "me", 6)
                found[str(names)] = {"ms": ms, "start": system.started_in, "megabytes": system.megabytes()}
    return found


def workers(name: str) -> Values:
    """Turns a second of 32 people, by how many workers share PostgreSQL and Redis."""
    found: Values = {}
    with ExitStack() as stack:
        redis = Redis(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        redis.start()
        stack.callback(redis.stop)
        database = PostgreSQL(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        database.start()
        stack.callback(database.stop)
        for count in (1, 2):
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            shared = {"CAREERBOT_DATABASE": database.url, "CAREERBOT_REDIS": redis.url}
            with ours(folder, "--workers", str(count), **shared) as system:
                throughput(system.url, 8, 5.0)  # every worker has answered something
                found[str(count)] = throughput(system.url, max(PEOPLE), SECONDS)
    return found


def steps(name: str) -> Values:
    """Where the time of a turn goes, in a process of its own: step -> milliseconds of the processor."""
    command = [sys.executable, "-m", "benchmarks.steps"]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _start(name: str, folder: Path) -> Any:
    trained, run = SYSTEMS[name]
    if name != "ours" and not trained.model.exists():
        raise SystemExit(f"{trained.model.name} is not there: measure the part training-{name} first.")
    return run(folder)


# --- all of them ----------------------------------------------------------------------------------------------------

_CODE = [
    PROJECT / name
    for name in ("benchmarks/parts.py", "benchmarks/talking.py", "benchmarks/systems.py", "benchmarks/steps.py")
]
_ASSISTANT = [PROJECT / name for name in ("careerbot", "actions", "knowledge", "credentials.yml")]


@dataclass(frozen=True)
class Part:
    """Something to measure, and what its figures depend on: where that is as it was, they hold."""

    name: str
    minutes: float  # about so many on two quiet cores
    measure: Callable[[str], Values]
    system: str

    def content(self) -> str:
        trained = SYSTEMS[self.system][0].ingredients
        if self.measure is training and self.system != "ours":
            return content_of(trained)
        return content_of([*trained, *_CODE, *(_ASSISTANT if self.system == "ours" else ())])

    def run(self) -> Values:
        return self.measure(self.system)


PARTS = [
    Part("training-bare", 0.3, training, "bare"),
    Part("training-ours", 2, training, "ours"),
    Part("training-sample", 1, training, "sample"),
    Part("training-stock", 20, training, "stock"),
    Part("speed-bare", 2, speed, "bare"),
    Part("speed-ours", 3, speed, "ours"),
    Part("speed-stock", 15, speed, "stock"),
    Part("stored-ours", 3, stored, "ours"),
    Part("stored-stock", 5, stored, "stock"),
    Part("titles", 4, titles, "ours"),
    Part("workers", 3, workers, "ours"),
    Part("steps", 1, steps, "ours"),
]
