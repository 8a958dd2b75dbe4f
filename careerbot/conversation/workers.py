"""Several workers on one address: started, replaced when they die, and stopped together.

The address is opened here once and handed down, so that nobody is refused while a worker is replaced: connections wait for the
others. This process loads no model and stays small.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

_PAUSE = 2.0  # seconds before a worker that died is started again
_TO_FINISH = 30.0  # seconds for the turns in flight when all is stopped


class Workers:
    """`count` processes that serve the connections of `listening`."""

    def __init__(self, count: int, listening: socket.socket, model: Path, credentials: Path) -> None:
        self._count = count
        self._listening = listening
        self._arguments = [str(model), str(credentials)]
        self._running: list[subprocess.Popen[bytes]] = []
        self._stopping = False
        self._counts = tempfile.TemporaryDirectory(prefix="careerbot-metrics-")

    def run(self, announce: Callable[[str], None]) -> None:
        """Until SIGTERM or SIGINT."""
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, self._stop)
        self._running = [self._start() for _ in range(self._count)]
        while not self._stopping:
            time.sleep(0.2)
            self._replace_the_dead(announce)
        self._finish()

    def _start(self) -> subprocess.Popen[bytes]:
        descriptor = self._listening.fileno()
        command = [sys.executable, "-m", "careerbot.conversation.worker", str(descriptor), *self._arguments]
        environment = {**os.environ, "PROMETHEUS_MULTIPROC_DIR": self._counts.name}
        # A session of its own: Ctrl-C reaches this process only, which then stops the workers in order.
        return subprocess.Popen(command, pass_fds=[descriptor], env=environment, start_new_session=True)

    def _replace_the_dead(self, announce: Callable[[str], None]) -> None:
        for place, worker in enumerate(self._running):
            if worker.poll() is not None and not self._stopping:
                announce(f"Worker {worker.pid} ended ({worker.returncode}); starting another.")
                time.sleep(_PAUSE)
                self._running[place] = self._start()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True

    def _finish(self) -> None:
        for worker in self._running:
            worker.terminate()
        deadline = time.monotonic() + _TO_FINISH
        for worker in self._running:
            _wait(worker, deadline)
        self._counts.cleanup()


def _wait(worker: subprocess.Popen[bytes], deadline: float) -> None:
    try:
        worker.wait(max(0.1, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        worker.kill()
