"""The assistants that are measured beside each other, each as its users run it, over HTTP on loopback."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from benchmarks.results import KEPT, content_of
from benchmarks.sample import sample
from careerbot.paths import PROJECT
from tests.scale.running import free_port

_BIN = PROJECT / ".venv" / "bin"
_HERE = PROJECT / "benchmarks"
_QUIET = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}


@dataclass
class Running:
    """A system that answers."""

    url: str
    started_in: float  # seconds
    database: Path | None = None
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def megabytes(self) -> float:
        """In memory: what each process has for itself, and the files they map, each once and whoever else maps them (Linux)."""
        own, files = 0.0, dict[str, float]()
        for process in self.processes:
            for file, resident, anonymous in _mappings(process.pid):
                own += anonymous
                files[file] = max(files.get(file, 0), resident - anonymous)
        return (own + sum(files.values())) / 1024

    def on_disk(self) -> int:
        """Bytes of the stored conversations."""
        if not self.database:
            return 0
        with closing(sqlite3.connect(self.database, timeout=60)) as holder:
            holder.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # what waits in the log belongs to the file
        return sum(each.stat().st_size for each in self.database.parent.glob(f"{self.database.name}*"))


def _mappings(pid: int) -> Iterator[tuple[str, float, float]]:
    """(file and place in it, kilobytes resident, of those the process's own) of each mapping."""
    place, resident = "", 0.0
    for line in Path(f"/proc/{pid}/smaps").read_text().splitlines():
        name, _, value = line.partition(":")
        if name == "Rss":
            resident = int(value.split()[0])
        elif name == "Anonymous":
            yield place, resident, int(value.split()[0])
        elif "-" in line.split()[0]:
            _, rights, offset, _, inode, *_ = line.split()
            place = f"{inode} {offset} {rights}"


# --- training -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Trained:
    """What a system is trained from."""

    name: str
    config: Path
    domain: Path
    find_data: Callable[[], Path]

    @cached_property
    def data(self) -> Path:
        return self.find_data()

    @property
    def ingredients(self) -> list[Path]:
        return [self.config, self.domain, self.data, PROJECT / "requirements" / "runtime.txt"]

    @property
    def model(self) -> Path:
        return KEPT / f"{self.name}-{content_of(self.ingredients)}.tar.gz"

    def train(self) -> float:
        """Seconds that a training takes from nothing: without Rasa's cache, and without what an earlier one left."""
        KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as nothing, (KEPT / f"{self.name}.log").open("w") as log:
            environment = {**_QUIET, "CAREERBOT_STATE": nothing, "RASA_CACHE_DIRECTORY": f"{nothing}/cache"}
            start = time.perf_counter()
            subprocess.run(self._command(), check=True, cwd=PROJECT, env=environment, stdout=log, stderr=log)
            took = time.perf_counter() - start
        for older in KEPT.glob(f"{self.name}-*.tar.gz"):
            if older != self.model:
                older.unlink()
        return took

    def _command(self) -> list[object]:
        """`rasa train`; for ours what `careerbot train` does."""
        if self.config == PROJECT / "config.yml":
            ours = "import sys, pathlib; from careerbot.conversation.training import train; train(*map(pathlib.Path, sys.argv[1:]))"
            return [sys.executable, "-c", ours, self.model, self.data]
        words = ["--config", self.config, "--domain", self.domain, "--data", self.data, "--out", KEPT, "--force"]
        return [_BIN / "rasa", "train", *words, "--fixed-model-name", self.model.name.removesuffix(".tar.gz")]


_DOMAIN = PROJECT / "domain.yml"
OURS = Trained("ours", PROJECT / "config.yml", _DOMAIN, lambda: PROJECT / "data")
OURS_ON_SAMPLE = Trained("sample", PROJECT / "config.yml", _DOMAIN, sample)
STOCK = Trained("stock", _HERE / "stock" / "config.yml", _DOMAIN, sample)
BARE = Trained("bare", _HERE / "bare" / "config.yml", _HERE / "bare" / "domain.yml", lambda: _HERE / "bare" / "data")


# --- running --------------------------------------------------------------------------------------------------------


@contextmanager
def ours(folder: Path, *options: str, **environment: str) -> Iterator[Running]:
    """`careerbot serve`, with SQLite unless told otherwise."""
    subprocess.run([_BIN / "careerbot", "train"], check=True, cwd=PROJECT, env=_QUIET, stdout=subprocess.DEVNULL)
    port, database = free_port(), folder / "ours.db"
    settings = {"CAREERBOT_DATABASE": f"sqlite:///{database}", "CAREERBOT_STATE": str(folder), **environment}
    command = [_BIN / "careerbot", "serve", "--port", str(port), *options]
    with _running(command, port, folder, settings) as (process, seconds):
        yield Running(f"http://127.0.0.1:{port}", seconds, database, [process])


@contextmanager
def stock(folder: Path) -> Iterator[Running]:
    """`rasa run` with its own SQL tracker store, and `rasa run actions`."""
    port, actions, database = free_port(), free_port(), folder / "stock.db"
    endpoints = (
        f"action_endpoint: {{url: 'http://127.0.0.1:{actions}/webhook'}}\n"
        f"tracker_store: {{type: SQL, dialect: sqlite, db: {database}}}\n"
    )
    with ExitStack() as stack:
        command = [_BIN / "rasa", "run", "actions", "--port", str(actions)]
        helper, _ = stack.enter_context(_running(command, actions, folder))
        process, seconds = stack.enter_context(_rasa(STOCK.model, port, folder, endpoints))
        yield Running(f"http://127.0.0.1:{port}", seconds, database, [process, helper])


@contextmanager
def bare(folder: Path) -> Iterator[Running]:
    """`rasa run` with one rule and one sentence, in memory."""
    port = free_port()
    with _rasa(BARE.model, port, folder, "{}\n") as (process, seconds):
        yield Running(f"http://127.0.0.1:{port}", seconds, None, [process])


@contextmanager
def _rasa(model: Path, port: int, folder: Path, endpoints: str) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    (folder / "endpoints.yml").write_text(endpoints)
    (folder / "credentials.yml").write_text("rest:\n")
    files = ["--endpoints", folder / "endpoints.yml", "--credentials", folder / "credentials.yml"]
    listen = ["--interface", "127.0.0.1", "--port", str(port)]
    with _running([_BIN / "rasa", "run", "--model", model, *listen, *files], port, folder) as started:
        yield started


@contextmanager
def _running(
    command: list[object], port: int, folder: Path, environment: dict[str, str] | None = None
) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """The process, and the seconds until it answered."""
    start = time.perf_counter()
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(
            [str(word) for word in command], cwd=PROJECT, env={**_QUIET, **(environment or {})}, stdout=log, stderr=log
        )
    try:
        _wait(lambda: _answers(port), process, folder / "log")
        yield process, time.perf_counter() - start
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()


def _answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1)
    except urllib.error.HTTPError:
        return True  # an action server has nothing at /
    except OSError:
        return False
    return True


def _wait(ready: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    while not ready():
        if process.poll() is not None:
            raise SystemExit(f"A server ended at its start: {log.read_text()}")
        time.sleep(0.1)


SYSTEMS: dict[str, tuple[Trained, Callable[[Path], AbstractContextManager[Running]]]] = {
    "ours": (OURS, ours),
    "sample": (OURS_ON_SAMPLE, ours),
    "stock": (STOCK, stock),
    "bare": (BARE, bare),
}
