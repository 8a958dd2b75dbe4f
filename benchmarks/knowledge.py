"""How fast the knowledge loads and answers, and how that grows: `.venv/bin/python -m benchmarks.knowledge`.

Every number is taken in a fresh process. Numbers of two machines do not compare; the ratios of one run do.
"""

from __future__ import annotations

import csv
import gc
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from careerbot.paths import KNOWLEDGE, PROJECT

RUNS = 5
SIZES = {1: 3, 10: 1, 100: 1}  # size: runs; the biggest takes a while
QUESTIONS = 300
_STATM = Path("/proc/self/statm")


class Measured(NamedTuple):
    """Seconds to load, megabytes that what was loaded takes, milliseconds for one answer (0: not asked)."""

    seconds: float
    megabytes: float
    answer: float = 0.0


# --- what a fresh process measures ----------------------------------------------------------------------------------


def load_catalogue(folder: Path) -> Measured:
    """The catalogue, then a few hundred questions spread over all topics and careers."""
    from careerbot.advice import topics
    from careerbot.knowledge.catalogue import Catalogue

    loaded, seconds, megabytes = _measured(lambda: Catalogue.load(folder))
    ids, intents = list(loaded.careers), list(topics.TOPICS)
    asked = [(intents[n % len(intents)], ids[n * 7919 % len(ids)]) for n in range(QUESTIONS)]
    for intent in intents:  # what is made once, at the first question, is no part of a turn
        topics.answer(loaded, intent, ids[0])
    start = time.perf_counter()
    for intent, career_id in asked:
        topics.answer(loaded, intent, career_id)
    return Measured(seconds, megabytes, (time.perf_counter() - start) / QUESTIONS * 1000)


def load_plain(folder: Path) -> Measured:
    """The baseline: the same files without types and checks."""
    import yaml

    def read() -> list[object]:
        documents = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.yml"))]
        return [*documents, *(list(_rows(path)) for path in _tables(folder) if path.stem != "skills")]

    return Measured(*_measured(read)[1:])


def _measured(load: Callable[[], object]) -> tuple[Any, float, float]:
    gc.collect()
    before, start = _resident(), time.perf_counter()
    loaded = load()
    seconds = time.perf_counter() - start
    gc.collect()
    return loaded, seconds, _resident() - before


def _resident() -> float:
    """Megabytes in memory now; where the system does not tell (no /proc), the most there ever were."""
    if _STATM.exists():
        return int(_STATM.read_text().split()[1]) * resource.getpagesize() / 2**20
    unit = 2**20 if sys.platform == "darwin" else 2**10  # ru_maxrss is in bytes there, in kilobytes elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _tables(folder: Path) -> list[Path]:
    return sorted((folder / "figures").glob("*.csv"))


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file)


MEASURES = {"catalogue": load_catalogue, "plain": load_plain}


def fresh(measure: str, folder: Path, runs: int) -> Measured:
    """The best of several processes: what disturbs a run only ever makes it slower."""
    command = [sys.executable, "-m", "benchmarks.knowledge", measure, str(folder)]
    done = [subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True) for _ in range(runs)]
    return Measured(*map(min, zip(*(json.loads(run.stdout) for run in done), strict=True)))


# --- bigger knowledge -----------------------------------------------------------------------------------------------

BY_SOC = ("pay", "outlook", "entry", "attainment")
TOTAL = "00-0000"
COUNTS = ("employment", "employment_projected", "change", "openings")


def multiply(size: int, target: Path) -> Path:
    """`size` times the occupations and the written careers, with names and codes of their own; sources stay."""
    (target / "figures").mkdir(parents=True)
    (target / "careers").mkdir()
    codes = _codes()
    for path in [KNOWLEDGE / "sources.yml", KNOWLEDGE / "figures" / "manifest.yml", *_tables(KNOWLEDGE)]:
        copy = target / path.relative_to(KNOWLEDGE)
        if path.stem in BY_SOC:
            _multiply_table(path, copy, size, codes)
        else:
            copy.write_bytes(path.read_bytes())
    for path in (KNOWLEDGE / "careers").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        for nth in range(size):
            name = f"{path.stem}_{nth}" if nth else path.stem
            (target / "careers" / f"{name}.yml").write_text(_career(text, nth, codes), encoding="utf-8")
    return target


def _codes() -> dict[str, int]:
    """Each occupation's place, from which the codes of its copies are made."""
    found = {row[0] for path in _tables(KNOWLEDGE) if path.stem in BY_SOC for row in _rows(path)}
    return {code: place for place, code in enumerate(sorted(found - {"soc", TOTAL}))}


def _copy_of(soc: str, nth: int, codes: dict[str, int]) -> str:
    """Copies take codes from 60-0000 on and then from 00-0001, where no occupation has its own."""
    if not nth:
        return soc
    number = (nth - 1) * len(codes) + codes[soc]
    group, rest = divmod(number, 9_999)
    return f"{(60 + group) % 100:02d}-{rest + 1:04d}"


def _multiply_table(path: Path, copy: Path, size: int, codes: dict[str, int]) -> None:
    header, *rows = _rows(path)
    with copy.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        for soc, title, *cells in rows:
            if soc == TOTAL:
                counts = [str(int(c) * size) if h in COUNTS else c for h, c in zip(header[2:], cells, strict=True)]
                out.writerow([soc, title, *counts])
                continue
            for nth in range(size):
                out.writerow([_copy_of(soc, nth, codes), _title(title, nth), *cells])


def _title(title: str, nth: int) -> str:
    return f"{title} of guild {nth}" if nth else title


def _career(text: str, nth: int, codes: dict[str, int]) -> str:
    if not nth:
        return text
    text = re.sub(r"^id: (\S+)", rf"id: \1_{nth}", text, flags=re.MULTILINE)
    text = re.sub(r"^title: (.+)", lambda found: f"title: {_title(found[1], nth)}", text, flags=re.MULTILINE)
    return re.sub(r"^( *soc: )(\S+)", lambda found: found[1] + _copy_of(found[2], nth, codes), text, flags=re.MULTILINE)


# --- the report -----------------------------------------------------------------------------------------------------


def report() -> Iterator[str]:
    """Two Markdown tables, line by line as they are measured."""
    ours, plain = (fresh(measure, KNOWLEDGE, RUNS) for measure in MEASURES)
    yield f"Loading the knowledge as it is, best of {RUNS} fresh processes:\n"
    yield "| | seconds | ratio | MB | ratio |\n|---|---:|---:|---:|---:|"
    yield f"| baseline: `yaml.safe_load`, and `csv.reader` for tables | {plain.seconds:.2f} | 1 | {plain.megabytes:.0f} | 1 |"
    seconds, megabytes = ours.seconds / plain.seconds, ours.megabytes / plain.megabytes
    yield f"| `Catalogue.load`: typed, checked | {ours.seconds:.2f} | {seconds:.2f} | {ours.megabytes:.0f} | {megabytes:.2f} |"
    yield "\nGrowth, occupations and written careers multiplied:\n"
    yield "| size | load, s | ratio | MB | ratio | one answer, ms | ratio |\n|---|---:|---:|---:|---:|---:|---:|"
    first: Measured | None = None
    for size, runs in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            now = fresh("catalogue", multiply(size, Path(folder) / "knowledge"), runs)
        first = first or now
        cells = [f"{value:.2f} | {value / base:.1f}" for value, base in zip(now, first, strict=True)]
        yield f"| x{size} | {' | '.join(cells)} |"


def main() -> None:
    if len(sys.argv) == 3:
        print(json.dumps(MEASURES[sys.argv[1]](Path(sys.argv[2]))))
        return
    for line in report():
        print(line, flush=True)


if __name__ == "__main__":
    main()
