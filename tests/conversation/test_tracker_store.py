"""Conversations as they are kept: the same as with Rasa's own store, for good, and at the same price however long they are."""

from __future__ import annotations

import asyncio
import json
import stat
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasa.core.brokers.file import FileEventBroker
from rasa.core.exporter import Exporter
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
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
from tests_support import plain, titles

from careerbot.conversation.agent import CareerAgent
from careerbot.conversation.assistant import Assistant
from careerbot.conversation.tracker_store import ConversationStore, MemoryStore, Overtaken
from careerbot.paths import PROJECT

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


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(PROJECT / "domain.yml"))


@pytest.fixture
def store(tmp_path: Path, domain: Domain) -> Iterator[ConversationStore]:
    made = ConversationStore(domain, db=str(tmp_path / "ours.db"))
    yield made
    made.close()


def over(assistant: Assistant, store: TrackerStore) -> Assistant:
    """The loaded assistant, with another store."""
    agent = CareerAgent(tracker_store=store, action_endpoint=assistant.agent.action_endpoint)
    agent.nlg, agent.domain = assistant.agent.nlg, assistant.agent.domain
    agent.processor = type(assistant.agent.processor).__new__(type(assistant.agent.processor))
    agent.processor.__dict__.update(assistant.agent.processor.__dict__, tracker_store=store)
    store.domain = assistant.agent.domain
    return Assistant(agent)


@pytest.fixture
def kept(assistant: Assistant, store: ConversationStore) -> Assistant:
    """The trained assistant over the store under test."""
    return over(assistant, store)


# --- the same as Rasa's own store ------------------------------------------------------------------------------------


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
    await store.save(_with(store.init_tracker("me"), "first"))
    slow, fast = await store.retrieve("me"), await store.retrieve("me")
    await store.save(_with(fast, "fast"))

    with pytest.raises(Overtaken):
        await store.save(_with(slow, "slow"))

    assert await _said(store) == ["first", "fast"]


async def test_two_first_turns_at_once_leave_one(store: ConversationStore) -> None:
    both = [_with(store.init_tracker("me"), text) for text in ("one", "two")]

    results = await asyncio.gather(*(store.save(each) for each in both), return_exceptions=True)

    assert sorted(type(each).__name__ for each in results) == ["NoneType", "Overtaken"]
    assert len(await _said(store)) == 1


async def test_a_turn_that_runs_while_the_conversation_is_erased_brings_nothing_back(store: ConversationStore) -> None:
    await store.save(_with(store.init_tracker("me"), "first"))
    running = await store.retrieve("me")
    await store.erase("me")

    with pytest.raises(Overtaken):
        await store.save(_with(running, "late"))

    assert await store.retrieve("me") is None


async def test_a_turn_is_stored_whole_or_not_at_all(store: ConversationStore) -> None:
    await store.save(_with(store.init_tracker("me"), "first"))
    tracker = await store.retrieve("me")
    with store.engine.begin() as connection:
        connection.execute(
            sa.text("CREATE TRIGGER full BEFORE INSERT ON messages BEGIN SELECT RAISE(ABORT, 'disk full'); END")
        )

    with pytest.raises(sa.exc.SQLAlchemyError):
        await store.save(_with(tracker, "lost"))
    assert await _said(store) == ["first"]

    with store.engine.begin() as connection:
        connection.execute(sa.text("DROP TRIGGER full"))
    await store.save(_with(await store.retrieve("me"), "again"))
    assert await _said(store) == ["first", "again"]


async def test_saving_twice_in_a_turn_stores_each_event_once(store: ConversationStore) -> None:
    tracker = _with(store.init_tracker("me"), "first")
    await store.save(tracker)
    await store.save(tracker)
    await store.save(_with(tracker, "second"))

    assert await _said(store) == ["first", "second"]


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

    assert await _said(store) == list(SCRIPT[:3])


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


# --- forgetting ------------------------------------------------------------------------------------------------------


async def test_delete_my_data_erases_every_trace(kept: Assistant, store: ConversationStore, tmp_path: Path) -> None:
    sa.event.listen(store.engine, "connect", _only_unlink, insert=True)
    store.engine.dispose()
    await kept.say("What does a zymurgist do?", "me")
    await kept.say("What does an electrician do?", "you")
    await kept.say("delete my data", "me")

    assert list(await store.keys()) == ["you"]
    with store.engine.begin() as connection:
        for table in ("events", "messages", "conversations"):
            assert connection.execute(sa.text(f"SELECT count(*) FROM {table} WHERE sender_id = 'me'")).scalar() == 0
    store.close()
    assert b"zymurgist" not in (tmp_path / "ours.db").read_bytes()


def _only_unlink(connection: Any, _: Any) -> None:
    """As SQLite is built by default; some distributions build it to overwrite."""
    connection.execute("PRAGMA secure_delete=OFF")


@pytest.mark.parametrize("kind", ["database", "memory"])
async def test_delete_my_data_takes_the_shortlist_and_the_quiz_along(
    assistant: Assistant, store: ConversationStore, kind: str
) -> None:
    kept = over(assistant, store if kind == "database" else MemoryStore(None))
    for text in ("add electricians to my shortlist", "take the quiz", *ANSWERS * 2):
        await kept.say(text, "me")
    (report,) = await kept.say("show my report", "me")
    assert "lectrician" in report.text()
    assert "12 of the 30 statements" in report.text()

    await kept.say("delete my data", "me")

    tracker = await kept.agent.tracker_store.get_or_create_tracker("me")
    assert tracker.current_slot_values() == kept.agent.tracker_store.init_tracker("me").current_slot_values()
    (report,) = await kept.say("show my report", "me")
    assert "lectrician" not in report.text()
    assert "12 of the 30 statements" not in report.text()


async def test_the_store_in_memory_forgets_too(assistant: Assistant) -> None:
    kept_in_memory = over(assistant, MemoryStore(None))
    await kept_in_memory.say("What does an electrician do?", "me")
    await kept_in_memory.say("delete my data", "me")

    assert list(await kept_in_memory.agent.tracker_store.keys()) == []


async def test_conversations_not_spoken_in_for_long_are_erased(store: ConversationStore) -> None:
    for name, age in (("old", 40 * 86400), ("new", 20 * 86400)):
        tracker = store.init_tracker(name)
        tracker.update(UserUttered("x", timestamp=time.time() - age, message_id="m"))
        await store.save(tracker)

    assert await store.erase_older_than(30 * 86400) == 1

    assert list(await store.keys()) == ["new"]


def test_the_file_can_be_read_by_its_owner_only(store: ConversationStore, tmp_path: Path) -> None:
    assert stat.S_IMODE((tmp_path / "ours.db").stat().st_mode) == 0o600


def test_a_database_of_another_kind_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="SQLite or PostgreSQL"):
        ConversationStore(host="mysql://somewhere/db")


def _with(tracker: Any, text: str) -> Any:
    tracker.update_with_events([ActionExecuted("action_listen"), UserUttered(text, message_id=text)], None)
    return tracker


async def _said(store: ConversationStore) -> list[str | None]:
    tracker = await store.retrieve_full_tracker("me")
    return [event.text for event in tracker.events if isinstance(event, UserUttered)] if tracker else []
