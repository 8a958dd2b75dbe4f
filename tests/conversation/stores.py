"""Conversations to keep, the loaded assistant over any store, and what a store holds."""

from __future__ import annotations

from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    ConversationPaused,
    ConversationResumed,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)

from careerbot.conversation.agent import CareerAgent
from careerbot.conversation.assistant import Assistant
from careerbot.conversation.tracker_store import ConversationStore

SCRIPT = (
    "What does an electrician do?",
    "how much do they earn?",
    "and plumbers?",
    "is the job growing?",
    "what do wizards earn",
    "how do I become a registered nurse?",
    "how long does that take?",
    "thanks",
    "start over",
    "how much does it pay?",
    "carpenter",
    "where does that come from",
    "asdf qwer",
)
ANSWERS = ("love it", "I'd like that", "hate it", "dislike it", "meh", "not sure")
QUIZ = (
    "help me choose a career",
    "yes please",
    *ANSWERS * 2,
    "how much do electricians earn?",  # the quiz waits
    "go on",
    *ANSWERS * 3,
    "what about a nurse?",
    "add that to my shortlist",
    "show my shortlist",
    "take the quiz",
    "love it",
    "stop the quiz",
)


def over(assistant: Assistant, store: TrackerStore) -> Assistant:
    """The loaded assistant, with another store."""
    agent = CareerAgent(tracker_store=store, action_endpoint=assistant.agent.action_endpoint)
    agent.nlg, agent.domain = assistant.agent.nlg, assistant.agent.domain
    agent.processor = type(assistant.agent.processor).__new__(type(assistant.agent.processor))
    agent.processor.__dict__.update(assistant.agent.processor.__dict__, tracker_store=store)
    store.domain = assistant.agent.domain
    return Assistant(agent)


def events_of(turn: tuple[Any, ...]) -> list[Event]:
    spoken = [ActionExecuted("action_listen"), UserUttered("x", {"name": "greet"}), ActionExecuted("utter_greet")]
    kinds: dict[str, Any] = {
        "say": lambda n: [BotUttered(f"said {n}", {"buttons": [{"title": f"{n}", "payload": f"/greet{n}"}]})],
        "set": lambda slot, value: [SlotSet(slot, value)],
        "restart": lambda: [Restarted(), ActionExecuted("action_session_start"), SessionStarted()],
        "session": lambda: [ActionExecuted("action_session_start"), SessionStarted(), SlotSet("topic", "carried")],
        "pause": lambda: [ConversationPaused()],
        "resume": lambda: [ConversationResumed()],
    }
    return [*spoken, *kinds[turn[0]](*turn[1:])]


def with_message(tracker: Any, text: str) -> Any:
    tracker.update_with_events([ActionExecuted("action_listen"), UserUttered(text, message_id=text)], None)
    return tracker


async def said(store: ConversationStore) -> list[str | None]:
    tracker = await store.retrieve_full_tracker("me")
    return [event.text for event in tracker.events if isinstance(event, UserUttered)] if tracker else []
