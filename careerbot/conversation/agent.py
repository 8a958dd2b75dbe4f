"""Rasa's agent with what a turn need not repeat left out, and a tracker store that is believed when it fails."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.core.lock_store import LockStore
from rasa.core.tracker_store import TrackerStore
from rasa.engine.exceptions import GraphComponentException
from rasa.shared.core.domain import Domain
from rasa.shared.exceptions import RasaException

from careerbot.conversation.in_process import InProcessActions
from careerbot.conversation.starting import CannotStart
from careerbot.conversation.tracker_store import MemoryStore
from careerbot.conversation.turn import TurnProcessor
from careerbot.knowledge.problems import KnowledgeError
from careerbot.understanding.encoder_weights import EncoderUnavailable

# What Rasa, and Python under it, make of a model that is damaged, of another version, or not there.
_UNREADABLE = (RasaException, GraphComponentException, OSError, EOFError, KeyError, ValueError, zlib.error)


class CareerAgent(Agent):
    """Runs its turns in a TurnProcessor, with the actions in this process."""

    @classmethod
    def of(
        cls, model: Path, store: TrackerStore | None = None, locks: LockStore | None = None, **more: Any
    ) -> CareerAgent:
        """Load a trained model; takes a while. Conversations live in memory unless a store is given.

        Raises CannotStart where the model, or the encoder that it needs, cannot be read, and KnowledgeError where the knowledge is
        not valid.
        """
        agent = cls(tracker_store=store, lock_store=locks, **{"action_endpoint": InProcessActions(), **more})
        try:
            agent.load_model(str(model))
        except _UNREADABLE as error:
            raise _explained(error, model) from None
        return agent

    def load_model(self, model_path: str | Path, fingerprint: str | None = None) -> None:
        """As Rasa's agent does, with our processor."""
        self.processor = TurnProcessor(
            model_path=model_path,
            tracker_store=self.tracker_store,
            lock_store=self.lock_store,
            action_endpoint=self.action_endpoint,
            generator=self.nlg,
            http_interpreter=self.http_interpreter,
        )
        self.domain = self.tracker_store.domain = self.processor.domain
        self._set_fingerprint(fingerprint)
        self.nlg.responses = self.domain.responses

    def close(self) -> None:
        """Give the store's connections back, where it has any."""
        close = getattr(self.tracker_store, "close", None)
        if close:
            close()

    @staticmethod
    def _create_tracker_store(store: TrackerStore | None, domain: Domain | None) -> TrackerStore:
        """Rasa wraps every store so that a conversation that cannot be read begins anew. Here the turn fails, and is told so."""
        return store or MemoryStore(domain)


def _explained(error: Exception, model: Path) -> Exception:
    """The error that says what to do. Rasa wraps those of the model's components, which know more than it does."""
    reason = error.__cause__ or error
    if isinstance(reason, KnowledgeError):
        return reason
    if isinstance(reason, EncoderUnavailable):
        return CannotStart(str(reason))
    return CannotStart(f"The model cannot be loaded ({reason}). Delete {model} and start again: it is trained anew.")
