"""What the tests share: one trained model, conversations with it, and a running server."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import BOT, free_port
from tests_support import Say, assert_known, loaded_assistant

from careerbot.advice.reply import Reply
from careerbot.conversation.assistant import Assistant
from careerbot.conversation.training import ensure_trained
from careerbot.knowledge.catalogue import Catalogue, catalogue
from careerbot.paths import PROJECT


@pytest.fixture(scope="session")
def model() -> Path:
    """The trained model of the present content."""
    return ensure_trained(lambda step: None)


@pytest.fixture(scope="session")
def assistant(model: Path) -> Assistant:
    """The real model with the real actions, in this process."""
    return loaded_assistant()


@pytest.fixture
def say(assistant: Assistant) -> Say:
    """A conversation of its own: say something, get the one answer. A number of unknown origin in it is a failure."""
    conversation = uuid.uuid4().hex
    said: list[str] = []

    async def turn(text: str) -> Reply:
        replies = await assistant.say(text, conversation)
        assert len(replies) == 1, f"one answer is expected to {text!r}, not {len(replies)}"
        said.append(text)
        assert_known(replies[0], said)
        return replies[0]

    return turn


@pytest.fixture(scope="session")
def known() -> Catalogue:
    """The project's knowledge."""
    return catalogue()


@pytest.fixture(scope="session")
def server(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an assistant served as `make run` serves it."""
    port = free_port()
    log = (tmp_path_factory.mktemp("server") / "log").open("w+")
    process = subprocess.Popen(
        [BOT, "serve", "--port", str(port)], cwd=PROJECT, stdout=log, stderr=log, stdin=subprocess.DEVNULL
    )
    try:
        _wait_until_ready(f"http://127.0.0.1:{port}/", process, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], log: object) -> None:
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(url, timeout=2).read()
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
        else:
            return
    raise AssertionError(f"the server did not start: {Path(log.name).read_text()}")  # type: ignore[attr-defined]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
    """Say loudly what was skipped, and fail on it where everything must run."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.section("NOT TESTED ON THIS MACHINE", sep="!", red=True)
        for report in skipped:
            terminalreporter.line(
                f"{report.nodeid}: {report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr}"
            )


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI a skip is a failure, but for the reference files, which a plain clone does not have."""
    if not os.environ.get("CAREERBOT_NO_SKIPS"):
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = (
        [each for each in reporter.stats.get("skipped", []) if "reference" not in str(each.longrepr)]
        if reporter
        else []
    )
    if skipped and exitstatus == 0:
        session.exitstatus = 1


@pytest.fixture(scope="session")
def tsc() -> list[str]:
    """The command that checks types with TypeScript."""
    compiler = PROJECT / "node_modules" / "typescript" / "bin" / "tsc"
    node = shutil.which("node")
    if node is None or not compiler.exists():
        pytest.skip("TypeScript is not installed: npm ci (needs Node)")
    assert subprocess.run([node, "--version"], check=True, capture_output=True)
    return [node, str(compiler)]
