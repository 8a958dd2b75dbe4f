"""What has happened in a conversation of this process: explained, taken back, or moved into the past."""

from __future__ import annotations

from rasa.core.agent import Agent
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker

from careerbot.conversation.explanation import Explanation, explain, last_said


class History:
    """The stored conversations of an agent whose store keeps whole conversations, as the in-memory one does."""

    def __init__(self, agent: Agent) -> None:
        self._agent = agent

    async def explain(self, conversation: str) -> Explanation | None:
        """Why the last answer is what it is; None where nothing was said."""
        return explain([event.as_dict() for event in await self._events(conversation)])

    async def rewind(self, conversation: str) -> bool:
        """Take the last turn back; False where there is none."""
        events = await self._events(conversation)
        start = last_said([event.as_dict() for event in events])
        if start is None:
            return False
        await self._replace(conversation, events[:start])
        return True

    async def age(self, conversation: str, seconds: float) -> None:
        """Let the conversation so far have happened earlier."""
        events = await self._events(conversation)
        for event in events:
            event.timestamp -= seconds
        await self._replace(conversation, events)

    async def _events(self, conversation: str) -> list[Event]:
        tracker = await self._agent.tracker_store.retrieve_full_tracker(conversation)
        return list(tracker.events) if tracker else []

    async def _replace(self, conversation: str, events: list[Event]) -> None:
        slots = self._agent.domain.slots if self._agent.domain else []
        await self._agent.tracker_store.save(DialogueStateTracker.from_events(conversation, events, slots))
