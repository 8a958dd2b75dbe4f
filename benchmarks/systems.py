"""The assistants that are measured beside each other, each as its users run it, over HTTP on loopback."""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from careerbot.paths import PROJECT, STATE

_BIN = PROJECT / ".venv" / "bin"
_HERE = PROJECT / "benchmarks"
_CACHE = STATE / "benchmarks"
_QUIET = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}


@dataclass
class Running:
    """A system that answers."""

    url: str
    started_in: float  # seconds
    database: Path | None
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def megabytes(self) -> float:
        """In memory, all its processes together, what they share counted once (Linux: proportional set size)."""
        return sum(_pss(each.pid) for each in self.processes)

    def on_disk(self) -> int:
        """Bytes of the stored conversations."""
        files = self.database.parent.glob(f"{self.database.name}*") if self.database else ()
        return sum(each.stat().st_size for each in files)


def _pss(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# --- training -------------------------------------------------------------------------------------------------------


def _trained(name: str, config: Path, domain: Path, data: Path) -> tuple[Path, float]:
    """A model of its content, trained once; and how many seconds that took when it was."""
    content = hashlib.sha256()
    for path in sorted([config, domain, *data.rglob("*.yml")]):
        content.update(path.read_bytes())
    model = _CACHE / f"{name}-{content.hexdigest()[:16]}.tar.gz"
    took = model.with_suffix(".seconds")
    if not (model.exists() and took.exists()):
        _CACHE.mkdir(parents=True, exist_ok=True)
        start = time.perf_counter()
        words = ["--config", config, "--domain", domain, "--data", data, "--out", _CACHE]
        with (_CACHE / f"{name}.log").open("w") as log:
            subprocess.run(
                [_BIN / "rasa", "train", *words, "--fixed-model-name", model.name.removesuffix(".tar.gz"), "--force"],
                check=True, cwd=PROJECT, env=_QUIET, stdout=log, stderr=log,
            )  # fmt: skip
        took.write_text(f"{time.perf_counter() - start:.1f}")
    return model, float(took.read_text())


def train_stock() -> tuple[Path, float]:
    """Rasa's default pipeline and policies on our data. Takes ten minutes or more."""
    return _trained("stock", _HERE / "stock" / "config.yml", PROJECT / "domain.yml", PROJECT / "data")


def train_bare() -> tuple[Path, float]:
    """The floor."""
    return _trained("bare", _HERE / "bare" / "config.yml", _HERE / "bare" / "domain.yml", _HERE / "bare" / "data")


def train_ours() -> tuple[Path, float]:
    """Our pipeline, from nothing and without Rasa's cache, as the others."""
    return _trained("ours", PROJECT / "config.yml", PROJECT / "domain.yml", PROJECT / "data")


# --- running --------------------------------------------------------------------------------------------------------


@contextmanager
def ours(folder: Path) -> Iterator[Running]:
    """`careerbot serve`, SQLite."""
    port, database = free_port(), folder / "ours.db"
    environment = {"CAREERBOT_DATABASE": f"sqlite:///{database}"}
    with _running([_BIN / "careerbot", "serve", "--port", str(port)], port, folder, environment) as (process, seconds):
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
        process, seconds = stack.enter_context(_rasa(train_stock()[0], port, folder, endpoints))
        yield Running(f"http://127.0.0.1:{port}", seconds, database, [process, helper])


@contextmanager
def bare(folder: Path) -> Iterator[Running]:
    """`rasa run` with one rule and one sentence, in memory."""
    port = free_port()
    with _rasa(train_bare()[0], port, folder, "{}\n") as (process, seconds):
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
        process.wait(timeout=60)


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


SYSTEMS = {"ours": (train_ours, ours), "stock": (train_stock, stock), "bare": (train_bare, bare)}
