"""An assistant's server under test, and what a browser or a program asks of it."""

from __future__ import annotations

import json
import subprocess
import time
import urllib.error
import urllib.request
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from running import BOT

from careerbot.paths import PROJECT

START = 240  # seconds it may take on a machine that is busy with other things


@dataclass
class Foreign:
    """A site of somebody else: what it hands out at every address."""

    origin: str
    html: str = ""
    policy: str = ""


class WebServer:
    """`careerbot serve`, to be stopped and started at will."""

    def __init__(self, port: int, credentials: Path, log: Path) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self._command = [str(BOT), "serve", "--port", str(port), "--credentials", str(credentials)]
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command, cwd=PROJECT, stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )
        deadline = time.monotonic() + START
        while not self._answers():
            assert self._process.poll() is None, self._log.read_text()
            assert time.monotonic() < deadline, f"the server did not start: {self._log.read_text()}"
            time.sleep(0.5)

    def _answers(self) -> bool:
        try:
            return bool(urllib.request.urlopen(self.address, timeout=2).read())
        except OSError:
            return False

    def stop(self) -> None:
        if self._process:
            self._process.terminate()
            self._process.wait(timeout=30)


@dataclass
class Answer:
    """What the server said."""

    status: int
    headers: Any
    body: Any

    @property
    def lead(self) -> str:
        """The first sentence of the one reply."""
        (reply,) = self.body["replies"]
        return str(reply["lead"])


def ask(address: str, method: str = "GET", body: object = None, headers: dict[str, str] | None = None) -> Answer:
    """One request; JSON is read, everything else is text."""
    data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, headers or {}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return _read(response)
    except urllib.error.HTTPError as error:
        return _read(error)


def _read(response: Any) -> Answer:
    body = response.read()
    is_json = "json" in (response.headers["Content-Type"] or "")
    return Answer(response.status, response.headers, json.loads(body) if is_json else body.decode())


class Person:
    """Somebody who talks to the web channel without a widget."""

    def __init__(self, server: WebServer) -> None:
        self.base = server.address + "/chat/"
        self.token = ask(self.base + "session", "POST").body["token"]

    def ask(self, method: str, path: str = "conversation", body: object = None, token: str | None = None) -> Answer:
        return ask(self.base + path, method, body, {"Authorization": f"Bearer {token or self.token}"})

    def say(self, text: str, id: str | None = None) -> Answer:
        return self.ask("POST", body={"id": id or new_id(), "text": text})

    def press(self, payload: str, id: str | None = None) -> Answer:
        return self.ask("POST", body={"id": id or new_id(), "payload": payload})

    def history(self) -> list[dict[str, Any]]:
        return list(self.ask("GET").body["messages"])


def new_id() -> str:
    return uuid.uuid4().hex
