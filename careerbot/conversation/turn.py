"""One turn of a conversation, without what Rasa repeats in each: same events, same replies, a fraction of the time."""

from __future__ import annotations

import os
import tarfile
import time
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jsonschema.validators import validator_for
from rasa.core.actions.action import Action, RemoteAction
from rasa.core.channels.channel import UserMessage
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.engine import loader
from rasa.engine.graph import GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata
from rasa.exceptions import ModelNotFound
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.core.events import ActionExecutionRejected, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from careerbot.conversation import metrics
from careerbot.conversation.journal import note


class TurnProcessor(MessageProcessor):
    """Rasa's processor with a plain graph runner and CheckedActions."""

    @staticmethod
    def _load_model(model_path: str | Path) -> tuple[str, ModelMetadata, GraphRunner]:
        """Raises ModelNotFound where there is no model, or one that cannot be read."""
        if not Path(model_path).is_file():
            raise ModelNotFound(f"No model found at path '{model_path}'.")
        with TemporaryDirectory() as unpacked:
            try:
                metadata, runner = loader.load_predict_graph_runner(
                    Path(unpacked), Path(model_path), LocalModelStorage, PlainRunner
                )
            except (tarfile.ReadError, EOFError) as error:
                raise ModelNotFound(f"The model {model_path} cannot be read: {error}.") from error
            return os.path.basename(model_path), metadata, runner  # noqa: PTH119 - a str may come in

    async def handle_message(self, message: UserMessage) -> list[dict[str, Any]] | None:
        """Answer and store a message, and count it. Whatever is raised, nothing of the turn was stored."""
        start = time.perf_counter()
        try:
            messages: list[dict[str, Any]] | None = await super().handle_message(message)
        except Exception as error:
            metrics.ERRORS.labels(type(error).__name__).inc()
            note("turn failed", kind=type(error).__name__)
            raise
        seconds = time.perf_counter() - start
        metrics.SECONDS.observe(seconds)
        note("turn", channel=message.input_channel, ms=round(seconds * 1000, 1))
        return messages

    async def save_tracker(self, tracker: DialogueStateTracker) -> None:
        """Store the turn, and only then count what it was about."""
        await super().save_tracker(tracker)
        if tracker.latest_message:
            _count(tracker.latest_message)

    async def parse_message(
        self, message: UserMessage, tracker: DialogueStateTracker | None = None, only_output_properties: bool = True
    ) -> dict[str, Any]:
        """What the pipeline understands. Rasa copies it for a log that nobody reads."""
        tracker = tracker or DialogueStateTracker.from_events(message.sender_id, [])
        parsed = self._parse_message_with_graph(message, tracker, only_output_properties)
        self._update_full_retrieval_intent(parsed)
        return dict(parsed)

    def predict_next_with_tracker_if_should(self, tracker: DialogueStateTracker) -> tuple[Action, PolicyPrediction]:
        """The next action, checked in our way if it is a custom one."""
        action, prediction = super().predict_next_with_tracker_if_should(tracker)
        return _checked(action), prediction

    def _get_action(self, action_name: str) -> Action | None:
        action = super()._get_action(action_name)
        return _checked(action) if action else None

    def _log_action_on_tracker(
        self, tracker: DialogueStateTracker, action: Action, events: list[Event] | None, prediction: PolicyPrediction
    ) -> None:
        """As Rasa does, without deep copies of every reply for its log."""
        events = events or []
        if not any(isinstance(event, ActionExecutionRejected) for event in events):
            tracker.update_with_events(prediction.events, self.domain)
            tracker.update(action.event_for_successful_execution(prediction))
        tracker.update_with_events(events, self.domain)


def _count(heard: UserUttered) -> None:
    intent = heard.intent_name or "none"
    metrics.TURNS.labels(intent).inc()
    if intent == DEFAULT_NLU_FALLBACK_INTENT_NAME:
        metrics.UNANSWERED.labels("not understood").inc()
    elif any(entity.get("entity") == "unknown_career" for entity in heard.entities):
        metrics.UNANSWERED.labels("unknown career").inc()


class CheckedAction(RemoteAction):
    """Checks what an action returned against Rasa's schema, as Rasa does; but the schema itself only once, not each time."""

    def _validate_action_result(self, result: dict[str, Any]) -> bool:
        _action_results().validate(result)
        return True


def _checked(action: Action) -> Action:
    return CheckedAction(action.name(), action.action_endpoint) if type(action) is RemoteAction else action


@lru_cache(maxsize=1)
def _action_results() -> Any:
    schema = RemoteAction.action_response_format_spec()
    validator = validator_for(schema)
    validator.check_schema(schema)
    return validator(schema)


class PlainRunner(DaskGraphRunner):
    """Runs the nodes one after the other, in an order found once; Rasa plans the graph anew in each run."""

    def __init__(self, graph_schema: GraphSchema, *more: Any, **named: Any) -> None:
        super().__init__(graph_schema, *more, **named)
        self._order = lru_cache(maxsize=8)(self._ordered)

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """What the targets give."""
        targets = targets or self._graph_schema.target_names
        done: dict[str, Any] = {name: (name, value) for name, value in (inputs or {}).items()}
        for name, needs in self._order(tuple(targets)):
            done[name] = self._instantiated_nodes[name](*(done[need] for need in needs))
        return dict(done[target] for target in targets)

    def _ordered(self, targets: tuple[str, ...]) -> list[tuple[str, list[str]]]:
        nodes = self._graph_schema.minimal_graph_schema(list(targets)).nodes
        order: dict[str, list[str]] = {}

        def visit(name: str) -> None:
            if name in nodes and name not in order:
                needs = list(dict.fromkeys(nodes[name].needs.values()))
                for need in needs:
                    visit(need)
                order[name] = needs

        for target in targets:
            visit(target)
        return list(order.items())
