"""Where in the knowledge an answer's facts stand: table rows, and sections of career files, with their lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from careerbot.advice.reply import Fact, Facts, Reply
from careerbot.dialogues.checks import Turn
from careerbot.dialogues.facts import plain
from careerbot.knowledge import yaml_files
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import TABLES
from careerbot.knowledge.schema import CareerFile
from careerbot.paths import KNOWLEDGE, PROJECT

_NAMES = {"id", "title", "plural", "also_known_as", "sources", "soc", "onet", "settings", "related"}


def evidence(turn: Turn) -> list[str]:
    """A line a place, in the order of the answer: files first that hold figures, then those that hold sentences."""
    memory = turn.explanation.memory if turn.explanation else {}
    careers = dict.fromkeys([*filter(None, [memory.get("career")]), *(memory.get("in_play") or ())])
    return [*_rows(turn.replies), *_sections(careers, turn.text)]


def _rows(replies: Iterable[Reply]) -> Iterator[str]:
    facts = [fact for reply in replies for block in reply.blocks if isinstance(block, Facts) for fact in block.rows]
    rows: dict[str, list[str]] = {}
    for fact in facts:
        rows.setdefault(_row(fact), []).append(f"{fact.label} {fact.value}")
    return (f"{place}: {'; '.join(said)}" for place, said in rows.items())


def _row(fact: Fact) -> str:
    """The table's row, with its line in the file."""
    table = fact.source.removeprefix("figures/")
    path = KNOWLEDGE / "figures" / f"{table}.csv"
    code = _codes().get((fact.measured_for or "").casefold())
    if table not in TABLES or not code:
        return f"{fact.source}, {fact.measured_for or 'no occupation named'}"
    return f"{_place(path, _line_of_row(path, code))} row {code}"


def _codes() -> dict[str, str]:
    return {title.casefold(): code for code, title in catalogue().figures.occupations.items()}


def _line_of_row(path: Path, code: str) -> int:
    with path.open(encoding="utf-8") as rows:
        return next((number for number, row in enumerate(rows, 1) if row.startswith(code)), 0)


def _sections(careers: Iterable[str], text: str) -> Iterator[str]:
    said = plain(text)
    for each in careers:
        career = catalogue().find(each)
        if isinstance(career, CareerFile):
            path = KNOWLEDGE / "careers" / f"{career.id}.yml"
            for field in _shown_fields(msgspec.to_builtins(career), said):
                yield f"{_place(path, yaml_files.line_of(path, field))} {field}"


def _shown_fields(part: Any, said: str, field: str = "") -> list[str]:
    """The fields whose text stands in the answer; of a list, the field once."""
    if isinstance(part, str):
        return [field] if plain(part) in said else []
    if isinstance(part, list):
        return list(dict.fromkeys(found for item in part for found in _shown_fields(item, said, field)))
    if not isinstance(part, dict):
        return []
    inner = {name: value for name, value in part.items() if name not in _NAMES}
    return [
        found for name, value in inner.items() for found in _shown_fields(value, said, f"{field}.{name}".lstrip("."))
    ]


def _place(path: Path, line: int) -> str:
    return f"{path.relative_to(PROJECT)}:{line}"
