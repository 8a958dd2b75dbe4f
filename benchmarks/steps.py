"""Where a turn's time goes: `.venv/bin/python -m benchmarks.steps`, which prints JSON: step -> milliseconds a turn.

Processor time, so that other work on the machine does not count; in one process and without HTTP. "all" is the whole turn.
"""

from __future__ import annotations

import asyncio
import json
import re
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.talking import QUESTIONS
from careerbot.conversation.assistant import Assistant
from careerbot.conversation.tracker_store import ConversationStore
from careerbot.conversation.training import ensure_trained

ROUNDS = 20


class Watch:
    """Adds up the processor time of what it is put around."""

    def __init__(self) -> None:
        self.milliseconds: dict[str, float] = defaultdict(float)

    def around(self, step: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any) -> Any:
            start = time.process_time()
            result = work(*given)
            self.milliseconds[step] += (time.process_time() - start) * 1000
            return result

        return timed

    def around_async(self, step: str, work: Callable[..., Any]) -> Callable[..., Any]:
        async def timed(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            result = await work(*given, **named)
            self.milliseconds[step] += (time.process_time() - start) * 1000
            return result

        return timed


async def measure(folder: Path) -> dict[str, float]:
    store = ConversationStore(db=str(folder / "steps.db"))
    assistant = Assistant.load(ensure_trained(lambda step: None), store)
    watch, processor = Watch(), assistant.agent.processor
    nodes = processor.graph_runner._instantiated_nodes
    nodes.update({name: watch.around(_plain(name), node) for name, node in nodes.items()})
    store.retrieve = watch.around_async("reading the conversation", store.retrieve)
    store.save = watch.around_async("storing the turn", store.save)
    actions = processor.action_endpoint
    actions.request = watch.around_async("the action", actions.request)
    for question in QUESTIONS * 3:
        await assistant.say(question, "first")
    watch.milliseconds.clear()
    start = time.process_time()
    for question in QUESTIONS * ROUNDS:
        await assistant.say(question, "me")
    watch.milliseconds["all"] = (time.process_time() - start) * 1000
    store.close()
    turns = len(QUESTIONS) * ROUNDS
    return {step: spent / turns for step, spent in sorted(watch.milliseconds.items(), key=lambda each: -each[1])}


def _plain(node: str) -> str:
    """`run_careerbot.understanding.linker.CareerLinker4` -> `CareerLinker`."""
    return re.sub(r"\d+$", "", node.removeprefix("run_").rsplit(".", 1)[-1])


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(asyncio.run(measure(Path(folder)))))


if __name__ == "__main__":
    main()
