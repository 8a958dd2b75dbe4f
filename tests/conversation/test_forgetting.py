"""Conversations that are erased: by the person, and by their age."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.shared.core.events import UserUttered
from stores import ANSWERS, over

from careerbot.conversation.assistant import Assistant
from careerbot.conversation.tracker_store import ConversationStore, MemoryStore


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
