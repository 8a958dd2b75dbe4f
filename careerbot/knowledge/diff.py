"""What changed between two folders of figures: for the keeper to look over after a refresh."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from careerbot.knowledge.figures import ALL_OCCUPATIONS, TABLES, Figures, Wage

Value: TypeAlias = float | str | None  # "#" for a top-coded wage, None where nothing is published


class Change(Struct, frozen=True, kw_only=True):
    """One figure that moved, or (with an empty `field`) a code that a table has gained or lost."""

    kind: Literal["changed", "added", "gone"]
    table: str
    code: str
    title: str  # empty where the codes have no title of their own, as O*NET's parts of an occupation
    field: str = ""  # such as "annual.median"
    old: Value = None
    new: Value = None

    @property
    def relative(self) -> float | None:
        """The move as a share of the old value: 0.1 for 10 percent more. None where that cannot be said."""
        if isinstance(self.old, str) or isinstance(self.new, str) or self.new is None or not self.old:
            return None
        return (self.new - self.old) / abs(self.old)


def diff(old: Figures, new: Figures) -> list[Change]:
    """Moved figures, the biggest relative moves first and those without one last; then added codes, then gone ones."""
    return sorted((change for table in TABLES for change in _in_table(table, old, new)), key=_rank)


def _rank(change: Change) -> tuple[int, bool, float, str, str, str]:
    kinds = ("changed", "added", "gone")
    move = change.relative
    return kinds.index(change.kind), move is None, -abs(move or 0), change.table, change.code, change.field


def _in_table(table: str, old: Figures, new: Figures) -> Iterator[Change]:
    before, after = old.table(table), new.table(table)
    for code in before.keys() | after.keys():
        if code not in before:
            yield Change(kind="added", table=table, code=code, title=_title(new, code))
        elif code not in after:
            yield Change(kind="gone", table=table, code=code, title=_title(old, code))
        elif before[code] != after[code]:
            yield from _in_row(table, code, _title(new, code), dict(_leaves(before[code])), dict(_leaves(after[code])))


def _in_row(table: str, code: str, title: str, before: dict[str, Value], after: dict[str, Value]) -> Iterator[Change]:
    for field in before | after:
        old, new = before.get(field), after.get(field)
        if old != new:
            yield Change(kind="changed", table=table, code=code, title=title, field=field or table, old=old, new=new)


def _leaves(record: Any, at: str = "") -> Iterator[tuple[str, Value]]:
    """Every value of a row by its dotted path; the path is empty where the row is one value."""
    if isinstance(record, Wage):
        yield at, "#" if record.top_coded else record.amount
    elif isinstance(record, tuple):
        yield at, " ".join(record)
    elif isinstance(record, Struct | Mapping):
        parts = (
            record
            if isinstance(record, Mapping)
            else {name: getattr(record, name) for name in record.__struct_fields__}
        )
        for name, part in parts.items():
            yield from _leaves(part, f"{at}.{name}".lstrip("."))
    else:
        yield at, record


def _title(figures: Figures, code: str) -> str:
    soc, _, part = code.partition(".")
    if soc == ALL_OCCUPATIONS:
        return figures.average.title
    return figures.occupations.get(soc, "") if part in ("", "00") else ""
