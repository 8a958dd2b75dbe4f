"""The reader of one table as a CSV file: every row that fits its layout, and every problem with file, line and field."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from careerbot.knowledge.problems import Problem

T = TypeVar("T")
Convert = Callable[[str], Any]  # says by ValueError what a cell should have been


@dataclass(frozen=True)
class Layout(Generic[T]):
    """The columns of a table in their order, and what a row becomes."""

    columns: Mapping[str, Convert]  # the first is the key
    build: Callable[..., T]  # takes the converted cells; ValueError where they contradict each other


def read_table(
    path: Path, layout: Layout[T] | Callable[[list[str]], Layout[T]], problems: list[Problem]
) -> dict[str, T]:
    """One table by its key. What is wrong goes to `problems`, and the row is left out."""
    try:
        reader = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""), strict=True)
        lines = [(reader.line_num, cells) for cells in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        problems.append(Problem(str(path), 0, "", f"not readable as a table: {error}"))
        return {}
    header = lines[0][1] if lines else []
    table = _Table(path, header, layout if isinstance(layout, Layout) else layout(header), problems)
    return table.rows(lines[1:]) if table.fits() else {}


class _Table(Generic[T]):
    def __init__(self, path: Path, header: list[str], layout: Layout[T], problems: list[Problem]) -> None:
        self._path = path
        self._header = header
        self._layout = layout
        self._problems = problems

    def fits(self) -> bool:
        """Whether the header has each column once and no other, in any order."""
        names = self._layout.columns
        wrong = [(name, "this column is missing") for name in names if name not in self._header]
        wrong += [(name, "unknown column") for name in self._header if name not in names]
        wrong += [(name, "this column stands twice") for name in names if self._header.count(name) > 1]
        for name, message in wrong:
            self._report(1, name, message)
        return not wrong

    def rows(self, lines: Iterable[tuple[int, list[str]]]) -> dict[str, T]:
        key = self._header.index(next(iter(self._layout.columns)))
        plan = [(convert, self._header.index(name)) for name, convert in self._layout.columns.items()]
        rows: dict[str, T] = {}
        for line, cells in lines:
            if len(cells) != len(self._header):
                self._report(line, "", f"expected {len(self._header)} cells, found {len(cells)}")
            elif cells[key] in rows:
                self._report(line, self._header[key], f"{cells[key]} stands twice")
            elif (row := self._row(line, cells, plan)) is not None:
                rows[cells[key]] = row
        if not rows:
            self._report(0, "", "expected at least one usable row")
        return rows

    def _row(self, line: int, cells: list[str], plan: list[tuple[Convert, int]]) -> T | None:
        try:
            return self._layout.build(*[convert(cells[at]) for convert, at in plan])
        except ValueError as error:
            wrong = [(self._header[at], message) for convert, at in plan for message in _refusal(convert, cells[at])]
            for field, message in wrong or [("", str(error))]:
                self._report(line, field, message)
            return None

    def _report(self, line: int, field: str, message: str) -> None:
        self._problems.append(Problem(str(self._path), line, field, message))


def _refusal(convert: Convert, cell: str) -> Iterator[str]:
    try:
        convert(cell)
    except ValueError as error:
        yield f"{error}, found {cell!r}"
