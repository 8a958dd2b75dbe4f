"""Servers for the tests of load and failure. What a machine lacks is skipped, loudly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from running import PostgreSQL, Redis, Served


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Redis]:
    if Redis.program is None:
        pytest.skip("no redis-server on this machine: apt-get install redis-server")
    server = Redis(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgreSQL]:
    if PostgreSQL.program is None:
        pytest.skip("no PostgreSQL on this machine: apt-get install postgresql")
    server = PostgreSQL(tmp_path_factory.mktemp("postgresql"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def two_workers(model: Path, redis: Redis, postgresql: PostgreSQL, tmp_path: Path) -> Iterator[Served]:
    """Two workers over PostgreSQL and Redis, by configuration alone."""
    served = Served(
        tmp_path / "served.log", "--workers", "2", CAREERBOT_DATABASE=postgresql.url, CAREERBOT_REDIS=redis.url
    ).start()
    yield served
    served.stop()


@pytest.fixture
def alone(model: Path, tmp_path: Path) -> Iterator[Served]:
    """One process over SQLite, as `make run` serves it, with a file of its own."""
    served = Served(tmp_path / "served.log", CAREERBOT_DATABASE=f"sqlite:///{tmp_path}/conversations.db").start()
    yield served
    served.stop()
