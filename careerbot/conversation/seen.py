"""Whether a message was answered before, however long ago, without reading the whole conversation."""

from __future__ import annotations

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import UserUttered

from careerbot.conversation.tracker_store import ConversationStore


async def seen(store: TrackerStore, conversation: str, message_id: str) -> bool:
    """Whether the conversation holds a message of that id. Other stores than ours are read from end to end."""
    inner = getattr(store, "_tracker_store", store)  # Rasa's own server wraps the store that was configured
    if isinstance(inner, ConversationStore):
        return await inner.has_message(conversation, message_id)
    tracker = await store.retrieve_full_tracker(conversation)
    events = tracker.events if tracker else ()
    return any(isinstance(event, UserUttered) and event.message_id == message_id for event in events)
