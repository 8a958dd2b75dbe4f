"""docs/performance.md and its plots, from what is kept of the measurements. No figure in them is written by hand."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.parts import PARTS, STOCK_LENGTHS, STORED_TURNS
from benchmarks.results import load
from benchmarks.sample import PHRASINGS
from careerbot.paths import PROJECT

PAGE = PROJECT / "docs" / "performance.md"
PLOTS = PROJECT / "docs" / "images"
SYSTEMS = ("ours", "stock", "bare")

Kept = Mapping[str, Mapping[str, Any]]  # part -> its values
Read = Callable[[Kept, str], "float | None"]


def _at(part: str, *keys: str) -> Read:
    def read(kept: Kept, system: str) -> float | None:
        found: Any = kept.get(f"{part}-{system}")
        for key in keys:
            found = found.get(key) if found else None
        return found

    return read


ROWS: dict[str, Read] = {
    "training on the sample, s": lambda kept, system: _at("training", "seconds")(
        kept, "sample" if system == "ours" else system
    ),
    "training on all, s": lambda kept, system: _at("training", "seconds")(kept, system) if system == "ours" else None,
    "start, s": _at("speed", "start"),
    "memory, MB": _at("speed", "memory"),
    **{f"turn {n:,}, ms": _at("speed", "turns", str(n)) for n in (1, 10, 100, 300, 1000)},
    **{f"turns a second, {n} at once": _at("speed", "crowd", str(n)) for n in (1, 8, 32)},
    "stored for a turn, bytes": _at("speed", "stored"),
    "turns left unanswered, %": lambda kept, system: _percent(_at("speed", "unanswered")(kept, system)),
}
DAYS = (10_000, 100_000, 1_000_000)  # turns
PEAK = 4  # how much more than the day's average its busiest minutes bring
LOAD = 0.7  # how busy a worker may be then
MORE_IS_BETTER = ("turns a second",)

# What was set out to be reached: (what, how to compute it, the bound, whether it is a lower one)
TARGETS: list[tuple[str, Callable[[Kept], float | None], float, bool]] = [
    ("turn 10, stock / ours", lambda kept: _ratio(kept, "turn 10, ms"), 3.0, True),
    ("turn 300, stock / ours", lambda kept: _ratio(kept, "turn 300, ms"), 20.0, True),
    (
        "turn 1,000 / turn 10, ours",
        lambda kept: _divided(_ours(kept, "turn 1,000, ms"), _ours(kept, "turn 10, ms")),
        1.25,
        False,
    ),
    (
        "turns a second with 32 at once, ours / stock",
        lambda kept: _ratio(kept, "turns a second, 32 at once"),
        4.0,
        True,
    ),
    ("the same, ours with two workers", lambda kept: _two_workers(kept), 4.0, True),
    ("training on the sample, stock / ours", lambda kept: _ratio(kept, "training on the sample, s"), 5.0, True),
    ("memory, ours / stock", lambda kept: _divided(1.0, _ratio(kept, "memory, MB")), 0.75, False),
]


def _percent(share: float | None) -> float | None:
    return None if share is None else share * 100


def _ours(kept: Kept, row: str) -> float | None:
    return ROWS[row](kept, "ours")


def _ratio(kept: Kept, row: str) -> float | None:
    """How many times better ours is."""
    ours, stock = _ours(kept, row), ROWS[row](kept, "stock")
    return _divided(ours, stock) if row.startswith(MORE_IS_BETTER) else _divided(stock, ours)


def _two_workers(kept: Kept) -> float | None:
    """Grown up by configuration alone: over PostgreSQL and Redis."""
    return _divided(kept.get("workers", {}).get("2"), ROWS["turns a second, 32 at once"](kept, "stock"))


def _divided(one: float | None, other: float | None) -> float | None:
    return one / other if one and other else None


def _cell(value: float | None, digits: int = 1) -> str:
    return "" if value is None else f"{value:,.0f}" if abs(value) >= 100 else f"{value:.{digits}f}"


# --- the page -------------------------------------------------------------------------------------------------------


def write() -> None:
    """Write the page and its plots from what is measured so far."""
    documents = {part.name: kept for part in PARTS if (kept := load(part.name))}
    kept = {name: document["values"] for name, document in documents.items()}
    plots = [name for name, points in _curves(kept).items() if _plot(name, points)]
    PAGE.write_text("\n".join(_lines(kept, documents, plots)) + "\n", encoding="utf-8")


def _lines(kept: Kept, documents: Mapping[str, Mapping[str, Any]], plots: list[str]) -> Iterator[str]:
    yield "# Performance"
    yield ""
    yield "Written by `make bench`; do not edit. Figures of two machines do not compare, the ratios of one do."
    yield f"Measured on {_machine()}, over HTTP on loopback, with the people who ask on the same machine."
    yield ""
    yield "- **ours** is `careerbot serve`: one process, SQLite."
    yield "- **stock** is Rasa's default pipeline and policies, with Rasa's SQL tracker store (SQLite) and a separate action server,"
    yield "  whose memory counts too. Only the component that finds careers by their names is added, so that the actions of both"
    yield f"  have the same work to do. It is trained on a sample of the data, all stories and rules and {PHRASINGS} phrasings an"
    yield "  intent, as all phrasings would take it hours; a training of ours on the same sample stands beside it. Everything else"
    yield "  of ours is measured with the model of all phrasings."
    yield "- **bare** is the floor: Rasa with one keyword, one rule and one sentence, in memory."
    yield ""
    yield "A turn's milliseconds are the median of each of eight questions over several rounds, and the mean of those. With stock"
    yield f"nobody talks for more than {STOCK_LENGTHS[-1]} turns: the thousandth would come after half an hour or more."
    yield ""
    yield "## Set out for, and reached"
    yield ""
    yield "| what | wanted | measured | |\n|---|---:|---:|---|"
    for what, compute, bound, lower in TARGETS:
        value = compute(kept)
        met = "" if value is None else "reached" if (value >= bound if lower else value <= bound) else "**missed**"
        yield f"| {what} | {'at least' if lower else 'at most'} {bound:g} | {_cell(value, 2)} | {met} |"
    yield ""
    yield "## Side by side"
    yield ""
    yield "| | ours | stock | times better | bare |\n|---|---:|---:|---:|---:|"
    for row, read in ROWS.items():
        values = [read(kept, system) for system in SYSTEMS]
        yield f"| {row} | {_cell(values[0])} | {_cell(values[1])} | {_cell(_ratio(kept, row), 2)} | {_cell(values[2])} |"
    yield from _growing(kept)
    yield from _capacity(kept)
    yield from _steps(kept)
    yield ""
    yield "## Plots"
    for name in plots:
        yield ""
        yield f"![{TITLES[name][0]}](images/performance-{name}.svg)"
    yield ""
    yield "## When it was measured"
    yield ""
    yield "| part | date | took, s | of the present content |\n|---|---|---:|---|"
    for part in PARTS:
        if document := documents.get(part.name):
            present = "yes" if document["content"] == part.content() else "of an earlier one"
            yield f"| {part.name} | {document['date']} | {document['seconds']:,} | {present} |"
        else:
            yield f"| {part.name} | not measured | | |"


def _growing(kept: Kept) -> Iterator[str]:
    """The tables of what grows."""
    yield ""
    yield "## Growing"
    yield ""
    yield f"Conversations of {STORED_TURNS} turns stored already, and a turn of a new one:"
    yield ""
    yield "| conversations | ours, ms | stock, ms | ours, MB | stock, MB |\n|---:|---:|---:|---:|---:|"
    ours, stock = kept.get("stored-ours", {}), kept.get("stored-stock", {})
    for count in ours or stock:
        cells = [_cell(each.get(count, {}).get(key)) for key in ("ms", "megabytes") for each in (ours, stock)]
        yield f"| {int(count):,} | {' | '.join(cells)} |"
    yield ""
    yield "Career names known, with parts of O*NET imported, in place of the built-in titles, and with all of it (the last row):"
    yield ""
    yield "| names | turn, ms | start, s | memory, MB |\n|---:|---:|---:|---:|"
    for count, each in sorted(kept.get("titles", {}).items(), key=lambda each: int(each[0])):
        yield f"| {int(count):,} | {_cell(each['ms'])} | {_cell(each['start'])} | {_cell(each['megabytes'])} |"
    yield ""
    yield "Workers over PostgreSQL and Redis, 32 people at once:"
    yield ""
    yield "| workers | turns a second |\n|---:|---:|"
    for count, rate in kept.get("workers", {}).items():
        yield f"| {count} | {_cell(rate)} |"


def _capacity(kept: Kept) -> Iterator[str]:
    """How many workers so many turns a day take."""
    rates, memory, stored = kept.get("workers", {}), _ours(kept, "memory, MB"), _ours(kept, "stored for a turn, bytes")
    if not rates or not memory or not stored:
        return
    count = max(rates, key=int)
    each = rates[count] / int(count)
    yield ""
    yield "## Capacity"
    yield ""
    yield f"One worker does {each:.0f} turns a second (with {count} of them on this machine, which asks, stores and locks too)."
    yield f"A day's busiest minutes are taken for {PEAK} times its average, and workers for {LOAD:.0%} busy then."
    yield ""
    yield "| turns a day | a second, average | a second, peak | workers | memory, GB | stored a day, GB |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for day in DAYS:
        average = day / 86_400
        workers = math.ceil(average * PEAK / (each * LOAD))
        cells = (average, average * PEAK, workers, workers * memory / 1024, day * stored / 1e9)
        numbers = [f"{cell:,}" if isinstance(cell, int) else _cell(cell) for cell in cells]
        yield f"| {day:,} | {' | '.join(numbers)} |"


def _steps(kept: Kept) -> Iterator[str]:
    """Where a turn's time goes."""
    steps = kept.get("steps")
    if not steps:
        return
    named = {step: ms for step, ms in steps.items() if step != "all" and ms >= 0.1}
    yield ""
    yield "## Where a turn's time goes"
    yield ""
    yield "Milliseconds of the processor, in one process without HTTP. The sentence encoder is the SentenceFeaturizer's row."
    yield ""
    yield "| step | ms |\n|---|---:|"
    for step, ms in named.items():
        yield f"| {step} | {ms:.1f} |"
    yield f"| everything else | {steps['all'] - sum(named.values()):.1f} |"
    yield f"| **the whole turn** | {steps['all']:.1f} |"
    yield f"| the whole turn without the encoder | {steps['all'] - steps.get('SentenceFeaturizer', 0):.1f} |"


def _machine() -> str:
    names = [
        line.split(":")[1].strip() for line in _read("/proc/cpuinfo").splitlines() if line.startswith("model name")
    ]
    return f"{os.cpu_count()} cores ({names[0] if names else platform.machine()}), {platform.system()}"


def _read(path: str) -> str:
    return Path(path).read_text() if Path(path).exists() else ""


# --- plots ----------------------------------------------------------------------------------------------------------

TITLES = {  # name -> what it shows, what grows, what is measured
    "turns": ("Milliseconds a turn over the length of the conversation", "turn of the conversation", "ms a turn"),
    "stored": ("Milliseconds a turn over the conversations stored", "conversations stored, thousands", "ms a turn"),
    "titles": ("Milliseconds a turn over the career names known", "career names, thousands", "ms a turn"),
    "workers": ("Turns a second over the workers", "workers", "turns a second"),
}


def _curves(kept: Kept) -> dict[str, dict[str, dict[float, float]]]:
    """plot -> system -> points."""
    both = ("ours", "stock")
    return {
        "turns": {name: _points(kept.get(f"speed-{name}", {}).get("turns", {})) for name in SYSTEMS},
        "stored": {name: _points(kept.get(f"stored-{name}", {}), "ms", 1000) for name in both},
        "titles": {"ours": _points(kept.get("titles", {}), "ms", 1000)},
        "workers": {"ours": _points(kept.get("workers", {}))},
    }


def _points(values: Mapping[str, Any], key: str = "", unit: float = 1) -> dict[float, float]:
    points = {int(count) / unit: each[key] if key else each for count, each in values.items()}
    return dict(sorted(points.items()))


def _plot(name: str, curves: Mapping[str, Mapping[float, float]]) -> bool:
    """Draw what has points; whether any had."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    if not any(curves.values()):
        return False
    pyplot.rcParams.update({"svg.hashsalt": "careerbot", "svg.fonttype": "none", "font.family": "sans-serif"})
    _, across, up = TITLES[name]
    figure, axes = pyplot.subplots(figsize=(6, 3))
    for label, points in curves.items():
        if points:
            axes.plot(list(points), list(points.values()), marker="o", label=label)
    scale = "log" if name == "turns" else "linear"
    axes.set(xscale=scale, yscale=scale, xlabel=across, ylabel=up)
    if scale == "linear":
        axes.set_ylim(bottom=0)
    axes.legend()
    axes.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(PLOTS / f"performance-{name}.svg", metadata={"Date": None})
    pyplot.close(figure)
    return True
