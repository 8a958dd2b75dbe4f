"""What a criterion is: a test of one career that can say what it asks and what it found; and the criteria that exclude."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from careerbot.advice.search_rows import Row
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue

NONE = "but none "  # begins what is said of an exclusion: "careers with food, but none in sales or in transport"

Test = Callable[[Row], bool | None]  # None: nothing is known, so the career is no hit either way


@dataclass(frozen=True)
class Criterion:
    """One constraint. `name` is what a person forgets it by; `says` completes "careers ..."."""

    name: str
    says: str
    holds: Test
    column: str = ""  # heads what `shown` says of each hit; "" where there is nothing to show
    shown: Callable[[Row], str] = lambda row: ""
    strength: Callable[[Row], float] | None = None  # from 0 to 1, where there are degrees of it
    tables: tuple[str, ...] = ()  # the figures it rests on
    excludes: bool = False  # says what a hit must not be


def meets(row: Row, tests: Sequence[Criterion]) -> bool:
    """Whether a career is known to meet every constraint."""
    return all(test.holds(row) for test in tests)


def strength(test: Criterion, row: Row) -> float:
    """How strongly a constraint holds, from 0 to 1; 0 where it has no degrees."""
    return test.strength(row) if test.strength else 0.0


def exclusion(test: Criterion) -> Criterion:
    """That a constraint is known not to hold."""

    def holds(row: Row) -> bool | None:
        found = test.holds(row)
        return None if found is None else not found

    return Criterion(test.name, f"{NONE}{test.says}", holds, tables=test.tables, excludes=True)


def without(id: str, catalogue: Catalogue) -> Criterion:
    """That a career is not a certain one."""
    left_out = naming.many(catalogue.careers[id])
    return Criterion(id, f"other than {left_out}", lambda row: row.career.id != id, excludes=True)
