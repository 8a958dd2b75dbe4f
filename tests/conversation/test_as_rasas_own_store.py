"""Conversations as they are kept: the same as with Rasa's own store."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasa.core.brokers.file import FileEventBroker
from rasa.core.exporter import Exporter
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SessionStarted
from stores import QUIZ, SCRIPT, events_of, over
from tests_support import plain

from careerbot.conversation.assistant import Assistant
from careerbot.conversation.tracker_store import ConversationStore


@pytest.mark.parametrize("script", [SCRIPT * 2, QUIZ], ids=["questions", "quiz"])
async def test_the_same_conversation_gets_the_same_replies_and_leaves_the_same_events(
    assistant: Assistant, kept: Assistant, tmp_path: Path, script: tuple[str, ...]
) -> None:
    stock = over(assistant, SQLTrackerStore(db=str(tmp_path / "stock.db")))

    for text in script:
        ours, theirs = await kept.say(text, "me"), await stock.say(text, "me")
        assert [each.document() for each in ours] == [each.document() for each in theirs], text

    theirs = await stock.agent.tracker_store.retrieve_full_tracker("me")
    ours = await kept.agent.tracker_store.retrieve_full_tracker("me")
    assert theirs is not None and ours is not None
    assert plain(ours.events) == plain(theirs.events)


async def test_an_expired_session_begins_anew_as_with_rasas_own_store(
    assistant: Assistant, kept: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stock = over(assistant, SQLTrackerStore(db=str(tmp_path / "stock.db")))
    for assistant_of_either in (kept, stock):
        await assistant_of_either.say("What does an electrician do?", "me")
        monkeypatch.setattr(assistant_of_either.agent.processor, "_has_session_expired", lambda tracker: True)
        await assistant_of_either.say("how much do they earn?", "me")

    ours = await kept.agent.tracker_store.retrieve("me")
    theirs = await stock.agent.tracker_store.retrieve("me")
    assert ours is not None and theirs is not None
    assert ours.current_slot_values() == theirs.current_slot_values()
    assert sum(isinstance(event, SessionStarted) for event in ours.events) == 2, (
        "both are at hand until they are stored"
    )
    await kept.say("how much do they earn?", "me")
    ours = await kept.agent.tracker_store.retrieve("me")
    assert ours is not None
    assert sum(isinstance(event, SessionStarted) for event in ours.events) <= 2


async def test_rasas_own_store_reads_what_we_wrote_and_we_take_up_what_it_wrote(
    assistant: Assistant, tmp_path: Path
) -> None:
    db = str(tmp_path / "shared.db")
    stock = over(assistant, SQLTrackerStore(db=db))
    await stock.say("What does an electrician do?", "me")

    ours = over(assistant, ConversationStore(db=db))
    (reply,) = await ours.say("how much do they earn?", "me")
    assert "$62,350" in reply.lead

    (reply,) = await stock.say("is the job growing?", "me")
    assert "electricians" in reply.lead


async def test_rasa_export_publishes_the_same_as_from_rasas_own_store(
    assistant: Assistant, kept: Assistant, tmp_path: Path
) -> None:
    stock = over(assistant, SQLTrackerStore(db=str(tmp_path / "stock.db")))
    for either in (kept, stock):
        for text in SCRIPT * 2:  # long enough for the window to have moved on
            await either.say(text, "me")
        await either.say("hello", "you")

    ours, theirs = [await _exported(each.agent.tracker_store, tmp_path) for each in (kept, stock)]

    assert len(ours) > 100
    assert ours == theirs


async def _exported(store: TrackerStore, folder: Path) -> list[dict[str, Any]]:
    """What `rasa export` sends to an event broker that writes into a file."""
    file = folder / f"{uuid.uuid4().hex}.events"
    broker = FileEventBroker(str(file))
    await Exporter(store, broker, "endpoints.yml").publish_events()
    for handler in list(broker.event_logger.handlers):  # Rasa's broker never lets go of its file
        broker.event_logger.removeHandler(handler)
        handler.close()
    events = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for each in [*events, *(each["parse_data"] for each in events if "parse_data" in each)]:
        for differs in ("timestamp", "message_id"):
            each.pop(differs, None)
    return sorted(events, key=lambda each: str(each["sender_id"]))


turns = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.integers(0, 5)),
        st.tuples(st.just("set"), st.sampled_from(["career", "topic"]), st.sampled_from(["a", "b", None])),
        st.just(("restart",)),
        st.just(("session",)),
        st.just(("pause",)),
        st.just(("resume",)),
    ),
    min_size=1,
    max_size=60,
)


@given(turns)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_happens_the_next_turn_finds_the_state_that_rasas_own_store_hands_out(
    domain: Domain, tmp_path: Path, script: list[tuple[Any, ...]]
) -> None:
    name = uuid.uuid4().hex
    stock = SQLTrackerStore(domain, db=str(tmp_path / f"{name}.stock"))
    ours = ConversationStore(domain, db=str(tmp_path / f"{name}.ours"))
    for turn in script:
        for store in (stock, ours):
            tracker = await store.get_or_create_tracker("me", append_action_listen=False)
            tracker.update_with_events(events_of(turn), domain)
            await store.save(tracker)
    theirs, flat = await stock.retrieve("me"), await ours.retrieve("me")
    assert theirs is not None and flat is not None
    assert flat.current_slot_values() == theirs.current_slot_values()
    assert flat.is_paused() == theirs.is_paused()
    assert flat.latest_action_name == theirs.latest_action_name
    last = min(len(theirs.events), 20)
    assert plain(flat.events)[-last:] == plain(theirs.events)[-last:]
    full = await ours.retrieve_full_tracker("me")
    assert full is not None
    assert plain(full.events) == [each for turn in script for each in plain(events_of(turn))]
    ours.close()
    stock.engine.dispose()
