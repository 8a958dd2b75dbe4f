"""The database behind the conversations: SQLite in a file of the keeper's own, or PostgreSQL by its address."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.pool import QueuePool

CONNECTIONS = 8  # of one worker: turns that may read or write at once
_PATIENCE = 10  # seconds until a database that does not answer counts as unreachable

EVENTS: sa.Table = SQLTrackerStore.SQLEvent.__table__  # Rasa's own table, so that its other tools read it too

_OURS = sa.MetaData()

CONVERSATIONS = sa.Table(
    "conversations",
    _OURS,
    sa.Column("sender_id", sa.String(255), primary_key=True),
    sa.Column("version", sa.Integer, nullable=False),  # counts the turns saved: a turn that was overtaken sees it
    sa.Column("window_start", sa.Integer, nullable=False),  # id of the first event that Rasa is handed
    sa.Column("memory", sa.Text, nullable=False),  # what the events before that one left behind, as JSON
)

MESSAGES = sa.Table(
    "messages",
    _OURS,
    sa.Column("sender_id", sa.String(255), nullable=False),
    sa.Column("message_id", sa.Text, nullable=False),
    sa.Index("ix_messages", "sender_id", "message_id"),
)

_BY_CONVERSATION = (
    "CREATE INDEX IF NOT EXISTS ix_events_sender_id_id ON events (sender_id, id)"  # Rasa has it on sender_id alone
)


def connect(url: Any) -> Engine:
    """An engine for `url`; nothing is opened yet. Raises ValueError for a database that is neither of the two."""
    url = make_url(url)
    backend = url.get_backend_name()
    if backend == "sqlite":
        return _sqlite(url)
    if backend == "postgresql":
        limits = {"connect_timeout": _PATIENCE, "options": f"-c statement_timeout={_PATIENCE * 1000}"}
        return sa.create_engine(url, pool_size=CONNECTIONS, max_overflow=0, pool_pre_ping=True, connect_args=limits)
    raise ValueError(f"Conversations are kept in SQLite or PostgreSQL, not in “{backend}”.")


def _sqlite(url: sa.engine.URL) -> Engine:
    if url.database and url.database != ":memory:":
        _create_for_owner_only(Path(url.database))
    settings = {"check_same_thread": False, "timeout": _PATIENCE}
    engine = sa.create_engine(url, poolclass=QueuePool, pool_size=CONNECTIONS, max_overflow=0, connect_args=settings)
    sa.event.listen(engine, "connect", _prepare)
    return engine


def _create_for_owner_only(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))


def _prepare(connection: Any, _: Any) -> None:
    """WAL lets readers go on while one turn is written; NORMAL survives a killed process, FULL a power cut at the price of a
    disk flush for each turn."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA secure_delete=ON")  # what a person had erased is overwritten, not only unlinked


def create_tables(engine: Engine) -> None:
    """Make what is missing; several workers may do so at once."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":  # its IF NOT EXISTS is not safe against a second session
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(20260101)"))
        SQLTrackerStore.Base.metadata.create_all(connection)
        _OURS.create_all(connection)
        connection.execute(sa.text(_BY_CONVERSATION))
