"""Whether a message was answered before, however long ago, without reading the whole conversation."""

from __future__ import annotations

from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.events import UserUttered


async def seen(store: TrackerStore, conversation: str, message_id: str) -> bool:
    """Whether the conversation holds a message of that id."""
    inner = getattr(store, "_tracker_store", store)  # Rasa wraps the store that was configured
    if isinstance(inner, SQLTrackerStore):
        return _in_table(inner, conversation, message_id)
    tracker = await store.retrieve_full_tracker(conversation)
    events = tracker.events if tracker else ()
    return any(isinstance(event, UserUttered) and event.message_id == message_id for event in events)


def _in_table(store: SQLTrackerStore, conversation: str, message_id: str) -> bool:
    """Every event is a row whose `data` is its JSON."""
    row = store.SQLEvent
    with store.session_scope() as session:
        users = session.query(row.id).filter(row.sender_id == conversation, row.type_name == UserUttered.type_name)
        named = users.filter(row.data.contains(f'"message_id": "{message_id}"', autoescape=True))
        return named.first() is not None
