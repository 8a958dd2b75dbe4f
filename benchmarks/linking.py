"""How long it takes to find the careers in a message: `.venv/bin/python -m benchmarks.linking [O*NET store]`.

Messages are those of the tests, each read once by a fresh index, so that nothing was seen before, and then once more.
Processor time, so that other work on the machine does not count. Numbers of two machines do not compare; the ratios of one
run do.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.name_index import index_of
from careerbot.knowledge.titles import TitleIndex
from careerbot.paths import PROJECT, STATE
from careerbot.understanding.mentions import careers_in

SETS = ("tests/understanding/linking.jsonl", "tests/nlu/questions.jsonl")


def messages() -> list[str]:
    """The texts of the test sets, each once."""
    lines = [line for name in SETS for line in (PROJECT / name).read_text(encoding="utf-8").splitlines()]
    return list(dict.fromkeys(json.loads(line)["text"] for line in lines))


def report(store: Path) -> Iterator[str]:
    """A Markdown table, line by line as it is measured; `store` is left out where nothing was imported."""
    texts = messages()
    yield f"{len(texts)} messages, milliseconds a message:\n"
    yield "| names | index built, s | first time: p50 | p99 | worst | again: p50 | p99 |\n|---|---:|---:|---:|---:|---:|---:|"
    for imported in [None, *([store] if store.exists() else [])]:
        known = Catalogue.load(imported=imported)
        start = time.perf_counter()
        index = index_of(known)
        built = time.perf_counter() - start
        careers_in("warm up the regular expressions: a nurse", index)
        first, again = ([_milliseconds(text, index) for text in texts] for _ in range(2))
        cells = (_at(first, 50), _at(first, 99), max(first), _at(again, 50), _at(again, 99))
        yield f"| {len(index):,} | {built:.1f} | {' | '.join(f'{cell:.2f}' for cell in cells)} |"


def _milliseconds(text: str, index: TitleIndex) -> float:
    start = time.process_time()
    careers_in(text, index)
    return (time.process_time() - start) * 1000


def _at(values: list[float], percent: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def main() -> None:
    store = Path(sys.argv[1]) if len(sys.argv) > 1 else STATE / "onet.msgpack"
    for line in report(store):
        print(line, flush=True)


if __name__ == "__main__":
    main()
