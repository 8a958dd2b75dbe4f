"""The store under test, and the trained assistant over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from stores import over

from careerbot.conversation.assistant import Assistant
from careerbot.conversation.tracker_store import ConversationStore
from careerbot.paths import PROJECT


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(PROJECT / "domain.yml"))


@pytest.fixture
def store(tmp_path: Path, domain: Domain) -> Iterator[ConversationStore]:
    made = ConversationStore(domain, db=str(tmp_path / "ours.db"))
    yield made
    made.close()


@pytest.fixture
def kept(assistant: Assistant, store: ConversationStore) -> Assistant:
    """The trained assistant over the store under test."""
    return over(assistant, store)
