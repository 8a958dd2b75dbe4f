"""Where conversations are kept: every event for good, and at hand only what the next turn needs.

A turn costs one short read and one transaction, however long the conversation is.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from careerbot.conversation.database import CONNECTIONS, CONVERSATIONS, EVENTS, MESSAGES, connect, create_tables
from careerbot.conversation.window import Memory, WindowedTracker, revive

T = TypeVar("T")
_encode, _decode = msgspec.json.encode, msgspec.json.decode
_NO_MEMORY = _encode(Memory()).decode()


class Overtaken(Exception):
    """The conversation went on, or was erased, while this turn ran; nothing of the turn was stored."""


class ConversationStore(SQLTrackerStore):
    """Rasa's table of events and a row for each conversation: how far it is, and what its older events left behind.

    Takes the settings of Rasa's SQL store; `host` may be a whole address such as postgresql://name:password@host/database.
    Calls raise sqlalchemy.exc.SQLAlchemyError where the database cannot be used; nothing is half stored then.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        dialect: str = "sqlite",
        host: str | None = None,
        port: int | None = None,
        db: str = "rasa.db",
        username: str | None = None,
        password: str | None = None,
        event_broker: EventBroker | None = None,
        query: dict[str, str] | None = None,
    ) -> None:
        TrackerStore.__init__(self, domain, event_broker)  # Rasa's SQL store would wait for its database without end
        self.engine = connect(self.get_db_url(dialect, host, port, db, username, password, query=query))
        self.sessionmaker = sa.orm.sessionmaker(bind=self.engine)
        self._threads = ThreadPoolExecutor(CONNECTIONS, "conversations")
        create_tables(self.engine)

    # --- what Rasa asks for ------------------------------------------------------------------------------------------

    def init_tracker(self, sender_id: str) -> WindowedTracker:
        """A tracker without events."""
        return WindowedTracker(sender_id, self.domain.slots)

    async def retrieve(self, sender_id: str) -> WindowedTracker | None:
        """What the next turn needs of a conversation; None for one that never was."""
        return await self._off_the_loop(lambda connection: self._read(connection, sender_id))

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """Every event there ever was."""
        rows = await self._off_the_loop(lambda connection: _rows(connection, conversation_id, 0))
        events = [revive(json.loads(row.data)) for row in rows]
        return DialogueStateTracker.from_events(conversation_id, events, self.domain.slots) if events else None

    async def keys(self) -> Iterable[str]:
        """The ids of all conversations."""
        select = sa.select(EVENTS.c.sender_id).distinct()
        return await self._off_the_loop(lambda connection: list(connection.execute(select).scalars()))

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store what is new, all or nothing; erase everything where the slot `forget` is set. Raises Overtaken."""
        if tracker.get_slot("forget"):
            await self.erase(tracker.sender_id)
            return
        if not isinstance(tracker, WindowedTracker):
            tracker = await self._adopted(tracker)
        new = tracker.new_events()
        if not new:
            return
        start, memory = tracker.moved_on()
        window_start = tracker.ids[start] if tracker.ids else 0
        await self._off_the_loop(lambda connection: _write(connection, tracker, window_start, memory))
        tracker.saved()
        if self.event_broker:
            await self._stream_new_events(self.event_broker, new, tracker.sender_id)

    # --- what the channels and the keeper ask for beyond that --------------------------------------------------------

    async def erase(self, sender_id: str) -> None:
        """Leave nothing of a conversation."""
        await self._off_the_loop(lambda connection: _erase(connection, [sender_id]))

    async def erase_older_than(self, seconds: float) -> int:
        """Erase the conversations in which nothing was said for so long; how many they were."""
        before = time.time() - seconds
        latest = (
            sa.select(EVENTS.c.sender_id).group_by(EVENTS.c.sender_id).having(sa.func.max(EVENTS.c.timestamp) < before)
        )

        def erase(connection: Connection) -> int:
            old = list(connection.execute(latest).scalars())
            _erase(connection, old)
            return len(old)

        return await self._off_the_loop(erase)

    async def has_message(self, sender_id: str, message_id: str) -> bool:
        """Whether a message of that id stands in the conversation, however long ago; looked up in an index."""
        named = (MESSAGES.c.sender_id == sender_id) & (MESSAGES.c.message_id == message_id)
        select = sa.select(MESSAGES.c.sender_id).where(named)
        found = await self._off_the_loop(lambda connection: connection.execute(select).first())
        return found is not None

    async def check(self) -> None:
        """Raise what a turn would raise if the database cannot be reached."""
        await self._off_the_loop(lambda connection: connection.execute(sa.text("SELECT 1 FROM conversations LIMIT 1")))

    def close(self) -> None:
        """Finish what runs and give the connections back."""
        self._threads.shutdown()
        self.engine.dispose()

    # --- how ---------------------------------------------------------------------------------------------------------

    async def _off_the_loop(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in one transaction, in a thread: the other conversations go on meanwhile."""

        def transaction() -> T:
            with self.engine.begin() as connection:
                return work(connection)

        return await asyncio.get_running_loop().run_in_executor(self._threads, transaction)

    def _read(self, connection: Connection, sender_id: str) -> WindowedTracker | None:
        known = connection.execute(sa.select(CONVERSATIONS).where(CONVERSATIONS.c.sender_id == sender_id)).first()
        rows = _rows(connection, sender_id, known.window_start if known else _last_session(connection, sender_id))
        if not rows:
            return None
        memory = _decode(known.memory if known else _NO_MEMORY, type=Memory)
        ids = [row.id for row in rows]
        events = (json.loads(row.data) for row in rows)
        tracker = WindowedTracker.restore(sender_id, self.domain.slots, memory, ids, events)
        tracker.version = known.version if known else 0
        return tracker

    async def _adopted(self, tracker: DialogueStateTracker) -> WindowedTracker:
        """A tracker that was made elsewhere, as Rasa's own store would take it: its first events are those stored already."""
        adopted = await self.retrieve(tracker.sender_id) or self.init_tracker(tracker.sender_id)
        for event in list(tracker.events)[len(adopted.ids) :]:
            adopted.update(event)
        return adopted


class MemoryStore(InMemoryTrackerStore):
    """Conversations that last as long as the process; what is to be forgotten is forgotten at once."""

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the conversation, or drop it."""
        if tracker.get_slot("forget"):
            self.store.pop(tracker.sender_id, None)
        else:
            await super().save(tracker)


def _rows(connection: Connection, sender_id: str, start: int) -> list[Any]:
    select = sa.select(EVENTS.c.id, EVENTS.c.data).where(EVENTS.c.sender_id == sender_id, EVENTS.c.id >= start)
    return list(connection.execute(select.order_by(EVENTS.c.id)))


def _last_session(connection: Connection, sender_id: str) -> int:
    """Where a conversation that Rasa's own store kept is taken up: at its last session."""
    starts = sa.select(sa.func.max(EVENTS.c.id)).where(
        EVENTS.c.sender_id == sender_id, EVENTS.c.type_name == SessionStarted.type_name
    )
    return connection.execute(starts).scalar() or 0


def _write(connection: Connection, tracker: WindowedTracker, start: int, memory: Memory) -> None:
    row = {
        "version": tracker.version + 1,
        "window_start": start,
        "memory": _encode(memory).decode(),
    }
    if tracker.version:
        ours = (CONVERSATIONS.c.sender_id == tracker.sender_id) & (CONVERSATIONS.c.version == tracker.version)
        if not connection.execute(CONVERSATIONS.update().where(ours).values(row)).rowcount:
            raise Overtaken(tracker.sender_id)
    else:
        try:
            connection.execute(CONVERSATIONS.insert().values(sender_id=tracker.sender_id, **row))
        except IntegrityError:
            raise Overtaken(tracker.sender_id) from None
    new = tracker.new_events()
    connection.execute(EVENTS.insert(), [_row(tracker.sender_id, event) for event in new])
    heard = [event.message_id for event in new if isinstance(event, UserUttered) and event.message_id]
    if heard:
        named = [{"sender_id": tracker.sender_id, "message_id": message_id} for message_id in heard]
        connection.execute(MESSAGES.insert(), named)


def _erase(connection: Connection, sender_ids: list[str]) -> None:
    for sender_id in sender_ids:
        for table in (EVENTS, MESSAGES, CONVERSATIONS):
            connection.execute(table.delete().where(table.c.sender_id == sender_id))


def _row(sender_id: str, event: Event) -> dict[str, Any]:
    """As Rasa's own store writes it."""
    data = event.as_dict()
    return {
        "sender_id": sender_id,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }
