"""Where conversations are kept."""

from __future__ import annotations

from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.trackers import DialogueStateTracker


class ForgettingTrackerStore(SQLTrackerStore):
    """Rasa's SQL store that erases a conversation when its slot `forget` is set."""

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Save the new events, or erase them all."""
        if not tracker.get_slot("forget"):
            await super().save(tracker)
            return
        with self.session_scope() as session:
            session.query(self.SQLEvent).filter_by(sender_id=tracker.sender_id).delete()
            session.commit()
