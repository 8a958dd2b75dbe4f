"""One conversation on the web: say something, read what was said, begin anew, be forgotten. All of it lives in the tracker store."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

from msgspec import Struct
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.events import BotUttered, Event, Restarted, SlotSet, UserUttered

from careerbot.advice.reply import Reply
from careerbot.advice.small_talk import apology
from careerbot.channels.refusal import Refused
from careerbot.conversation.assistant import Collected, as_reply
from careerbot.conversation.seen import seen

logger = logging.getLogger(__name__)
_CHANNEL = "web"
_SAID = "said"  # metadata of a message: what the person saw themselves say


class Entry(Struct, omit_defaults=True):
    """One line of the history: what a person said (`text`), or the answer to it (`reply`). `id` is the message's."""

    who: str
    id: str
    text: str | None = None
    reply: Reply | None = None


class WebConversation:
    """The conversation called `id`. No two turns of it run at once, whichever worker they reach."""

    def __init__(self, agent: Agent, id: str) -> None:
        self._agent = agent
        self._id = id
        self._store = agent.tracker_store

    async def type(self, message_id: str, text: str) -> list[Reply]:
        """Answer what a person typed, which is never a command: what follows a slash is read as text."""
        return await self._turn(message_id, text.lstrip("/ \t\n"), text)

    async def press(self, message_id: str, payload: str) -> list[Reply]:
        """Answer a pressed suggestion. Raises Refused where it was not offered."""
        title = await self._offered(payload)
        if title is None and not await seen(self._store, self._id, message_id):
            raise Refused(409, "That suggestion is no longer on offer. Ask in your own words instead.")
        return await self._turn(message_id, payload, title or "")

    async def history(self) -> list[Entry]:
        """What was said since the conversation was last begun anew."""
        return list(_entries(_since_restart(await self._events())))

    async def restart(self) -> list[Reply]:
        """Begin anew, with the assistant's own words for it. What was said before stays until the person has it erased."""
        output = Collected(_CHANNEL)
        async with self._agent.lock_store.lock(self._id):
            tracker = await self._agent.processor.fetch_tracker_with_initial_session(self._id, output)
            tracker.update(SlotSet("shortlist", None))  # "start over" keeps the list, a new conversation begins without
            await self._agent.processor.trigger_external_user_uttered("restart", None, tracker, output)
        return output.replies

    async def forget(self) -> None:
        """Erase everything. Raises Refused where that did not work."""
        async with self._agent.lock_store.lock(self._id):
            tracker = await self._store.get_or_create_tracker(self._id, append_action_listen=False)
            tracker.update(SlotSet("forget", True))
            await self._store.save(tracker)
        if await self._events():
            raise Refused(503, "Your data could not be deleted just now. Please try again.")

    async def _turn(self, message_id: str, text: str, said: str) -> list[Reply]:
        output = Collected(_CHANNEL)
        message = UserMessage(text, output, self._id, None, _CHANNEL, message_id, {_SAID: said})
        async with self._agent.lock_store.lock(self._id):
            if await seen(self._store, self._id, message_id):
                return _answers(await self._events(), message_id)
            try:
                await self._agent.processor.handle_message(message)
            except Exception:
                logger.exception("a turn failed; the person was told so")
                return [apology()]  # whatever it had said by then was not stored
        return output.replies or [apology()]

    async def _offered(self, payload: str) -> str | None:
        """The title of the suggestion that carries `payload`."""
        tracker = await self._store.retrieve(self._id)
        said = [_as_said(event) for event in (tracker.events if tracker else ()) if isinstance(event, BotUttered)]
        return next((each.title for reply in said for each in reply.suggestions if each.payload == payload), None)

    async def _events(self) -> list[Event]:
        tracker = await self._store.retrieve_full_tracker(self._id)
        return list(tracker.events) if tracker else []


def _as_said(event: BotUttered) -> Reply:
    """The reply that a stored message was."""
    return as_reply({"text": event.text, "buttons": event.data.get("buttons"), **event.metadata})


def _entries(events: Iterable[Event]) -> Iterator[Entry]:
    answered = ""
    for event in events:
        if isinstance(event, UserUttered):
            answered = event.message_id or ""
            if _SAID in event.metadata:  # not where the conversation was begun anew by a button
                yield Entry("person", answered, text=event.metadata[_SAID])
        elif isinstance(event, BotUttered):
            yield Entry("bot", answered, reply=_as_said(event))


def _answers(events: Iterable[Event], message_id: str) -> list[Reply]:
    return [entry.reply for entry in _entries(events) if entry.id == message_id and entry.reply]


def _since_restart(events: list[Event]) -> list[Event]:
    """From the turn that began anew, its answer included."""
    begun = max((at for at, event in enumerate(events) if isinstance(event, Restarted)), default=0)
    return events[max((at for at in range(begun) if isinstance(events[at], UserUttered)), default=0) :]
