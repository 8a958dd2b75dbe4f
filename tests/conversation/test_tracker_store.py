"""Conversations as they are kept: nothing lost, nothing doubled, and at the same price however long they are."""

from __future__ import annotations

import asyncio
import stat
import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet, UserUttered
from stores import SCRIPT, events_of, said, with_message
from tests_support import titles

from careerbot.conversation.assistant import Assistant
from careerbot.conversation.tracker_store import ConversationStore, Overtaken

# --- flat ------------------------------------------------------------------------------------------------------------


async def test_a_turn_is_handed_as_much_after_a_hundred_turns_as_after_ten(kept: Assistant) -> None:
    handed = []
    for n in range(100):
        await kept.say(SCRIPT[n % 8], "me")
        tracker = await kept.agent.tracker_store.retrieve("me")
        assert tracker is not None
        handed.append(len(tracker.events))

    assert max(handed) <= 45
    assert max(handed[50:]) <= max(handed[:15]) + 3
    full = await kept.agent.tracker_store.retrieve_full_tracker("me")
    assert full is not None
    assert len(full.events) > 500, "and nothing is lost"


async def test_a_suggestion_of_long_ago_can_still_be_pressed(kept: Assistant) -> None:
    (first,) = await kept.say("tell me about electricians", "me")
    pay = next(each for each in first.suggestions if each.title == "Pay")
    for n in range(12):
        await kept.say(f"how do I become a {('nurse', 'plumber')[n % 2]}?", "me")

    (reply,) = await kept.say(pay.payload, "me")

    assert "$62,350" in reply.lead
    assert titles(reply)
    tracker = await kept.agent.tracker_store.retrieve("me")
    assert tracker is not None
    assert tracker.latest_message is not None
    assert tracker.latest_message.intent["confidence"] == 1.0, "run as a command, not read as words"


async def test_a_message_is_found_by_its_id_however_long_ago(store: ConversationStore) -> None:
    tracker = store.init_tracker("me")
    tracker.update(UserUttered("first", message_id="m-1"))
    await store.save(tracker)

    assert await store.has_message("me", "m-1")
    assert not await store.has_message("me", "m-2")
    assert not await store.has_message("you", "m-1")


async def test_channels_can_query_the_events_as_in_rasas_own_store(store: ConversationStore) -> None:
    tracker = store.init_tracker("me")
    tracker.update(UserUttered("first", message_id="m-1"))
    await store.save(tracker)

    assert isinstance(store, SQLTrackerStore)
    with store.session_scope() as session:
        rows = session.query(store.SQLEvent.id).filter(store.SQLEvent.sender_id == "me")
        assert rows.filter(store.SQLEvent.data.contains('"message_id": "m-1"', autoescape=True)).first() is not None


# --- nothing lost, nothing doubled -----------------------------------------------------------------------------------


async def test_a_turn_that_outlived_its_lock_does_not_overwrite_the_one_that_came_after(
    store: ConversationStore,
) -> None:
    await store.save(with_message(store.init_tracker("me"), "first"))
    slow, fast = await store.retrieve("me"), await store.retrieve("me")
    await store.save(with_message(fast, "fast"))

    with pytest.raises(Overtaken):
        await store.save(with_message(slow, "slow"))

    assert await said(store) == ["first", "fast"]


async def test_two_first_turns_at_once_leave_one(store: ConversationStore) -> None:
    both = [with_message(store.init_tracker("me"), text) for text in ("one", "two")]

    results = await asyncio.gather(*(store.save(each) for each in both), return_exceptions=True)

    assert sorted(type(each).__name__ for each in results) == ["NoneType", "Overtaken"]
    assert len(await said(store)) == 1


async def test_a_turn_that_runs_while_the_conversation_is_erased_brings_nothing_back(store: ConversationStore) -> None:
    await store.save(with_message(store.init_tracker("me"), "first"))
    running = await store.retrieve("me")
    await store.erase("me")

    with pytest.raises(Overtaken):
        await store.save(with_message(running, "late"))

    assert await store.retrieve("me") is None


async def test_a_turn_is_stored_whole_or_not_at_all(store: ConversationStore) -> None:
    await store.save(with_message(store.init_tracker("me"), "first"))
    tracker = await store.retrieve("me")
    with store.engine.begin() as connection:
        connection.execute(
            sa.text("CREATE TRIGGER full BEFORE INSERT ON messages BEGIN SELECT RAISE(ABORT, 'disk full'); END")
        )

    with pytest.raises(sa.exc.SQLAlchemyError):
        await store.save(with_message(tracker, "lost"))
    assert await said(store) == ["first"]

    with store.engine.begin() as connection:
        connection.execute(sa.text("DROP TRIGGER full"))
    await store.save(with_message(await store.retrieve("me"), "again"))
    assert await said(store) == ["first", "again"]


async def test_saving_twice_in_a_turn_stores_each_event_once(store: ConversationStore) -> None:
    tracker = with_message(store.init_tracker("me"), "first")
    await store.save(tracker)
    await store.save(tracker)
    await store.save(with_message(tracker, "second"))

    assert await said(store) == ["first", "second"]


async def test_a_store_that_cannot_be_read_fails_the_turn_and_a_retry_goes_on_where_it_was(
    kept: Assistant, store: ConversationStore
) -> None:
    await kept.say("What does an electrician do?", "me")
    with store.engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE events RENAME TO hidden"))
    with pytest.raises(sa.exc.SQLAlchemyError):
        await kept.say("how much do they earn?", "me")
    with store.engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE hidden RENAME TO events"))

    (reply,) = await kept.say("how much do they earn?", "me")

    assert "$62,350" in reply.lead


async def test_clock_jumps_do_not_reorder_a_conversation(
    kept: Assistant, store: ConversationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    for at, text in ((now, SCRIPT[0]), (now - 86400, SCRIPT[1]), (now - 2 * 86400, SCRIPT[2])):
        monkeypatch.setattr("time.time", lambda at=at: at)
        await kept.say(text, "me")

    assert await said(store) == list(SCRIPT[:3])


async def test_half_a_character_does_not_wedge_a_conversation(kept: Assistant, store: ConversationStore) -> None:
    await kept.say("\ud800 what does an electrician do?", "me")
    tracker = await store.retrieve("me")
    assert tracker is not None
    tracker.update(UserUttered("left by another program: \ud800"))
    await store.save(tracker)

    (reply,) = await kept.say("how much do they earn?", "me")

    assert "$62,350" in reply.lead


async def test_a_new_model_that_knows_other_slots_takes_the_conversation_up(
    store: ConversationStore, domain: Domain
) -> None:
    for n in range(12):
        tracker = await store.get_or_create_tracker("me", append_action_listen=False)
        slots = [SlotSet("career", "electrician"), SlotSet("topic", "ask_salary")] if n == 0 else []
        tracker.update_with_events([*events_of(("say", n)), *slots], domain)
        await store.save(tracker)
    store.domain = Domain.from_dict({"slots": {"career": {"type": "any", "mappings": [{"type": "custom"}]}}})

    tracker = await store.retrieve("me")

    assert tracker is not None
    assert tracker.get_slot("career") == "electrician"
    assert "topic" not in tracker.slots


def test_the_file_can_be_read_by_its_owner_only(store: ConversationStore, tmp_path: Path) -> None:
    assert stat.S_IMODE((tmp_path / "ours.db").stat().st_mode) == 0o600


def test_a_database_of_another_kind_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="SQLite or PostgreSQL"):
        ConversationStore(host="mysql://somewhere/db")
