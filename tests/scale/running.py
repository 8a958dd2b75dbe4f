"""Real servers on loopback, started and stopped by the tests: PostgreSQL, Redis, and the assistant over them."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from careerbot.paths import PROJECT

BOT = PROJECT / ".venv" / "bin" / "careerbot"
START = 240  # seconds it may take on a machine that is busy with other things


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(what: Callable[[], bool], seconds: float = START, why: Callable[[], str] = str) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, why() or "it did not happen in time"
        time.sleep(0.1)


def accepts(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Redis:
    """redis-server that keeps nothing on disk."""

    program = shutil.which("redis-server")

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/1"
        self._folder = folder

    def start(self) -> None:
        settings = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self._folder)]
        self._process = subprocess.Popen([str(self.program), *settings], stdout=subprocess.DEVNULL)
        wait_for(lambda: accepts(self.port))

    def stop(self) -> None:
        self._process.kill()
        self._process.wait(timeout=30)


def _postgresql() -> str | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    return str(found[-1].parent) if found else None


class PostgreSQL:
    """A cluster of its own. Its server refuses to run as root, so root runs it as the user `postgres`, who must reach `folder`:
    pytest's own folders are for their owner only."""

    program = _postgresql()

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.url = f"postgresql://careerbot@127.0.0.1:{self.port}/postgres"
        self._data = folder / "data"
        self._as: dict[str, Any] = {}
        if os.getuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(folder, user.pw_uid, user.pw_gid)
            self._as = {"user": "postgres", "group": user.pw_gid}
        self._run("initdb", "-D", str(self._data), "-U", "careerbot", "--auth", "trust", "--no-sync")

    def _run(self, program: str, *words: str) -> None:
        done = subprocess.run(
            [f"{self.program}/{program}", *words],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd="/",
            **self._as,
        )
        assert done.returncode == 0, done.stderr.decode()

    def start(self) -> None:
        settings = f"-p {self.port} -h 127.0.0.1 -k {self._data}"
        self._run("pg_ctl", "-D", str(self._data), "-o", settings, "-l", f"{self._data}/log", "-w", "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "stop")


class Served:
    """`careerbot serve` with whatever else it needs."""

    def __init__(self, log: Path, *options: str, **environment: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = log
        self._command = [str(BOT), "serve", "--port", str(self.port), *options]
        self._environment = {**os.environ, **environment}
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> Served:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self._command, cwd=PROJECT, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=self._environment
            )
        try:
            wait_for(lambda: self._ready() or self.process.poll() is not None, why=self.log.read_text)
        except AssertionError:
            self.stop()
            raise
        assert self.process.poll() is None, self.log.read_text()
        return self

    def _ready(self) -> bool:
        return self.get("/ready", timeout=1)[0] == 200

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=60)

    def lines(self) -> list[dict[str, Any]]:
        """The journal."""
        return [json.loads(line) for line in self.log.read_text().splitlines() if line.startswith("{")]

    def workers(self) -> list[int]:
        """Process ids of the workers that said they are ready and still run."""
        ids = [line["worker"] for line in self.lines() if line["event"] == "ready"]
        return [each for each in ids if Path(f"/proc/{each}").exists()]

    def get(self, path: str, timeout: float = 30) -> tuple[int, str]:
        return self._ask(urllib.request.Request(self.url + path), timeout)[:2]

    def post(self, body: object, path: str = "/webhooks/rest/webhook", **headers: str) -> tuple[int, str, Any]:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self._ask(
            urllib.request.Request(self.url + path, data, {"Content-Type": "application/json", **headers}), 90
        )

    def say(self, sender: str, text: str) -> str:
        """The answer; raises OSError where there was none, AssertionError where it was no answer."""
        status, body, _ = self.post({"sender": sender, "message": text})
        assert status == 200, (status, body)
        messages = json.loads(body)
        assert len(messages) == 1, messages or "silence"
        return str(messages[0]["text"])

    def _ask(self, request: urllib.request.Request, timeout: float) -> tuple[int, str, Any]:
        try:
            with urllib.request.urlopen(request, timeout=timeout) as response:
                return response.status, response.read().decode(), response.headers
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(), error.headers
        except OSError:
            if request.data is None:
                return 0, "", {}
            raise
