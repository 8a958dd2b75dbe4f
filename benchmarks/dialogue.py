"""What a turn costs beside Rasa's defaults: `.venv/bin/python -m benchmarks.dialogue`, which writes docs/performance.md.

`--quick` takes minutes less and prints instead of writing; `--without stock` leaves the baseline, whose first training takes long, out.
All systems are measured one after the other in the same run, over HTTP.
"""

from __future__ import annotations

import argparse
import http.client
import json
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.systems import SYSTEMS, Running
from careerbot.paths import PROJECT

QUESTIONS = (
    "What does an electrician do?",
    "how much do they earn?",
    "what about plumbers?",
    "what skills do I need?",
    "is the job growing?",
    "how do I become a registered nurse?",
    "how long does that take?",
    "who employs them?",
)
REPORT = PROJECT / "docs" / "performance.md"
PLOT = PROJECT / "docs" / "images" / "turns.svg"
FULL = {"turns": (1, 10, 100, 300, 1000), "people": (1, 8, 32), "seconds": 20.0}
QUICK = {"turns": (1, 10, 50), "people": (1, 8), "seconds": 4.0}
AROUND = 5  # a figure "at turn n" is the median of so many turns from n on, over CONVERSATIONS conversations
CONVERSATIONS = 3


class Person:
    """Talks over one connection that is kept open."""

    def __init__(self, system: Running, name: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(system.url).netloc, timeout=120)
        self._name, self._said = name, 0

    def turn(self) -> float:
        """Milliseconds until the answer is there."""
        body = json.dumps({"sender": self._name, "message": QUESTIONS[self._said % len(QUESTIONS)]})
        self._said += 1
        start = time.perf_counter()
        self._connection.request("POST", "/webhooks/rest/webhook", body, {"Content-Type": "application/json"})
        response = self._connection.getresponse()
        answers = json.loads(response.read())
        took = (time.perf_counter() - start) * 1000
        if response.status != 200 or not answers:
            raise SystemExit(f"turn {self._said} of {self._name} got no answer: {response.status} {answers}")
        return took


def growth(system: Running, turns: Sequence[int]) -> dict[int, float]:
    """Milliseconds a turn, by how long the conversation is already."""
    took = [_conversation(Person(system, f"long-{n}"), turns[-1] + AROUND) for n in range(CONVERSATIONS)]
    return {n: statistics.median(each for one in took for each in one[n - 1 : n - 1 + AROUND]) for n in turns}


def _conversation(person: Person, length: int) -> list[float]:
    return [person.turn() for _ in range(length)]


def throughput(system: Running, people: int, seconds: float) -> float:
    """Turns a second, of so many people who each ask again as soon as they are answered, a new conversation every 20 turns."""
    end, counts = time.perf_counter() + seconds, [0] * people

    def talk(place: int) -> None:
        while time.perf_counter() < end:
            person = Person(system, f"crowd-{people}-{place}-{counts[place]}")
            while time.perf_counter() < end and (counts[place] % 20 or not person._said):
                person.turn()
                counts[place] += 1

    threads = [threading.Thread(target=talk, args=(n,)) for n in range(people)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return sum(counts) / seconds


def measure(name: str, scale: dict[str, Any]) -> dict[str, Any]:
    """All of one system."""
    train, run = SYSTEMS[name]
    _, trained_in = train()
    with tempfile.TemporaryDirectory() as folder, run(Path(folder)) as system:
        for _ in _conversation(
            Person(system, "first"), 3
        ):  # what is made once, at the first question, is no part of a turn
            pass
        turns = growth(system, scale["turns"])
        conversations = CONVERSATIONS * (scale["turns"][-1] + AROUND)
        stored = system.on_disk() / conversations if system.database else None
        return {
            "training, s": trained_in,
            "start, s": system.started_in,
            "memory, MB": system.megabytes(),
            **{f"turn {n}, ms": ms for n, ms in turns.items()},
            **{f"turns a second, {n} people": throughput(system, n, scale["seconds"]) for n in scale["people"]},
            "stored for a turn, bytes": stored,
        }


def table(results: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Markdown, with ratios to the stock baseline where there is one."""
    stock = results.get("stock")
    columns = ["ours", *(["stock", "stock / ours"] if stock else []), *(["bare"] if "bare" in results else [])]
    yield f"| | {' | '.join(columns)} |\n|---|{'---:|' * len(columns)}"
    for row, value in results["ours"].items():
        cells = [_cell(value)]
        if stock:
            cells += [_cell(stock[row]), f"{stock[row] / value:.2f}" if value and stock[row] else ""]
        if "bare" in results:
            cells.append(_cell(results["bare"][row]))
        yield f"| {row} | {' | '.join(cells)} |"


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def plot(results: dict[str, dict[str, Any]]) -> None:
    """Milliseconds a turn over the length of the conversation."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    pyplot.rcParams["svg.hashsalt"] = "careerbot"
    figure, axes = pyplot.subplots(figsize=(7, 3.5))
    for name, result in results.items():
        points = {int(row.split()[1].rstrip(",")): ms for row, ms in result.items() if row.endswith(", ms")}
        axes.plot(list(points), list(points.values()), marker="o", label=name)
    axes.set(xscale="log", yscale="log", xlabel="turn of the conversation", ylabel="ms a turn")
    axes.legend()
    figure.tight_layout()
    figure.savefig(PLOT, metadata={"Date": None})


def report(results: dict[str, dict[str, Any]]) -> str:
    """The page."""
    return "\n".join(
        [
            "# Performance",
            "",
            "Written by `.venv/bin/python -m benchmarks.dialogue`; do not edit. Figures of two machines do not compare, the ratios",
            "of one run do. `ours` is `careerbot serve` with SQLite. `stock` is Rasa's default pipeline and policies on the same",
            "data, with Rasa's SQL tracker store and a separate action server. `bare` is Rasa with one rule and one sentence.",
            "",
            *table(results),
            "",
            "![Milliseconds a turn over the length of the conversation](images/turns.svg)",
            "",
        ]
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="smaller, and printed only")
    options.add_argument("--without", action="append", default=[], choices=list(SYSTEMS), help="leave a system out")
    chosen = options.parse_args()
    results = {}
    for name in SYSTEMS:
        if name not in chosen.without:
            print(f"measuring {name} ...", file=sys.stderr, flush=True)
            results[name] = measure(name, QUICK if chosen.quick else FULL)
            print(json.dumps(results[name]), file=sys.stderr, flush=True)
    if chosen.quick:
        print("\n".join(table(results)))
        return
    plot(results)
    REPORT.write_text(report(results), encoding="utf-8")


if __name__ == "__main__":
    main()
