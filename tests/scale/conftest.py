"""Servers for the tests of load and failure. What a machine lacks is skipped, loudly."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import PostgreSQL, Redis, Served


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    if Redis.program is None:
        pytest.skip("no redis-server on this machine: apt-get install redis-server")
    server = Redis(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def postgresql() -> Iterator[PostgreSQL]:
    if PostgreSQL.program is None:
        pytest.skip("no PostgreSQL on this machine: apt-get install postgresql")
    with tempfile.TemporaryDirectory(prefix="careerbot-postgresql-") as folder:
        server = PostgreSQL(Path(folder))
        server.start()
        yield server
        server.stop()


@pytest.fixture(scope="module")
def two_workers(
    model: Path, redis: Redis, postgresql: PostgreSQL, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """Two workers over PostgreSQL and Redis, by configuration alone."""
    folder = tmp_path_factory.mktemp("two")
    credentials = folder / "credentials.yml"  # people ask faster here than people do
    credentials.write_text(
        "careerbot.channels.rest.RestInput:\n"
        "careerbot.channels.web.WebInput: {per_minute: 1000000, per_minute_and_address: 1000000}\n"
    )
    options = ("--workers", "2", "--credentials", str(credentials))
    served = Served(folder / "log", *options, CAREERBOT_DATABASE=postgresql.url, CAREERBOT_REDIS=redis.url).start()
    yield served
    served.stop()


@pytest.fixture(scope="module")
def alone(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One process over SQLite, as `make run` serves it, with a file of its own; shared, and started again where it was ended."""
    folder = tmp_path_factory.mktemp("alone")
    served = Served(folder / "served.log", CAREERBOT_DATABASE=f"sqlite:///{folder}/conversations.db").start()
    yield served
    served.stop()
