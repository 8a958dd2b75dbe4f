"""A turn of a Slack conversation: worked on once, in the conversation it belongs to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.events import BotUttered, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from careerbot.advice.joining import joined
from careerbot.advice.reply import Reply
from careerbot.advice.small_talk import apology
from careerbot.channels.slack.incoming import Incoming, own_conversation
from careerbot.channels.slack.suggestions import payload_of
from careerbot.conversation.assistant import Collected
from careerbot.conversation.seen import seen
from careerbot.understanding.intake import kept

NAME = "slack"
# For the asker's eyes only, and often going on for several turns: it belongs into their own conversation.
PERSONAL = frozenset({"help_me_choose", "shortlist", "crisis"})
_CONTEXT = ("career", "topic", "in_play")  # what such a turn takes along from the channel: "save the second one"
_FORGET = "delete_my_data"
Handle = Callable[[UserMessage], Awaitable[Any]]


@dataclass(frozen=True)
class Turn:
    """What was said, in the conversation where it was taken in the end, and the answer."""

    asked: Incoming
    reply: Reply


class Turns:
    """Takes turns with the assistant; `handle` is what every channel of Rasa's gives its messages to."""

    def __init__(self, agent: Callable[[], Agent], handle: Handle) -> None:
        self._agent = agent
        self._handle = handle

    async def take(self, asked: Incoming) -> Turn | None:
        """The answer; None where this was answered before, by whichever worker.

        Copies of one message wait for each other at a lock of the lock store, and then find it in the tracker store.
        """
        agent = self._agent()
        async with agent.lock_store.lock(f"{asked.conversation}-{NAME}"):
            if await seen(agent.tracker_store, asked.conversation, asked.id):
                return None
            tracker = await agent.tracker_store.retrieve(asked.conversation)
            understood = await self._understood(asked, tracker)
            if understood is None:
                return Turn(asked, _gone())
            intent = understood[INTENT][INTENT_NAME_KEY]
            if intent in PERSONAL and not asked.private:
                await self._take_along(asked, tracker)
                return await self.take(asked.in_private())
            reply = await self._said(asked.conversation, kept(asked.text), understood, asked.id)
            if intent == _FORGET:
                await self._forget_all(asked, understood)
        return Turn(asked, reply)

    async def knows(self, conversation: str) -> bool:
        """Whether anything was said in a conversation."""
        return await self._agent().tracker_store.retrieve(conversation) is not None

    async def slot(self, team: str, user: str, name: str) -> Any:
        """What a person's own conversation remembers under a name; None where it remembers nothing."""
        tracker = await self._agent().tracker_store.retrieve(own_conversation(team, user))
        return tracker.slots[name].value if tracker and name in tracker.slots else None

    async def _understood(self, asked: Incoming, tracker: DialogueStateTracker | None) -> dict[str, Any] | None:
        """What was typed goes through the pipeline; what was pressed means what its payload says."""
        if asked.payload is None:
            return dict(await self._agent().processor.parse_message(UserMessage(kept(asked.text)), tracker))
        payload = payload_of(asked.payload, _offered(tracker))
        return _command(payload) if payload else None

    async def _said(
        self, conversation: str, typed: str, understood: dict[str, Any], message: str | None = None
    ) -> Reply:
        """Take the turn and collect its answer. What was typed is kept as it was: the pipeline lets less of it through."""
        collected = Collected(NAME)
        await self._handle(
            UserMessage(
                typed or understood[TEXT], collected, conversation, understood, input_channel=NAME, message_id=message
            )
        )
        return _as_one(collected.replies)

    async def _take_along(self, asked: Incoming, tracker: DialogueStateTracker | None) -> None:
        """Let the person's own conversation know what they talked about in the channel."""
        slots = tracker.slots if tracker else {}
        known = [SlotSet(name, slots[name].value) for name in _CONTEXT if name in slots and slots[name].value]
        agent, own = self._agent(), own_conversation(asked.team, asked.user)
        async with agent.lock_store.lock(own):
            theirs = await agent.processor.fetch_tracker_and_update_session(own)
            theirs.update_with_events(known, agent.domain)
            await agent.processor.save_tracker(theirs)

    async def _forget_all(self, asked: Incoming, understood: dict[str, Any]) -> None:
        """Who asks to be forgotten means every conversation with them, wherever they asked."""
        own = own_conversation(asked.team, asked.user)
        known = set(await self._agent().tracker_store.keys()) - {asked.conversation}
        for conversation in known:
            if conversation == own or conversation.startswith(f"{own}-"):
                await self._said(conversation, kept(asked.text), understood)


def _offered(tracker: DialogueStateTracker | None) -> Iterator[str]:
    """The payloads of every suggestion made in a conversation, the latest first."""
    for event in reversed(tracker.events if tracker else ()):
        if isinstance(event, BotUttered):
            yield from (button["payload"] for button in event.data.get("buttons") or () if "payload" in button)


def _command(payload: str) -> dict[str, Any]:
    """A payload as Rasa reads it at the end of its pipeline: its intent and its entities."""
    return dict(YAMLStoryReader.unpack_regex_message(Message({TEXT: payload})).as_dict(only_output_properties=True))


def _as_one(replies: list[Reply]) -> Reply:
    """All that a turn says, as one answer; an apology where it says nothing."""
    if len(replies) > 1:
        return joined(replies, asked=())
    return replies[0] if replies else apology()


def _gone() -> Reply:
    return Reply("I no longer know what that suggestion was. Please ask me in words.")
