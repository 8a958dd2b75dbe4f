"""Finding careers by constraints: every career that is known to meet them all, in a declared order."""

from __future__ import annotations

from collections.abc import Sequence

from careerbot.advice import criteria
from careerbot.advice.constraints import Constraints
from careerbot.advice.criteria import Criterion
from careerbot.advice.search_rows import Row, rows
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.search_words import search_words

_UNKNOWN = float("-inf")


def tests_of(asked: Constraints, catalogue: Catalogue) -> list[Criterion]:
    """The constraints as tests of a career."""
    return criteria.criteria(asked, search_words(), catalogue)


def hits(asked: Constraints, catalogue: Catalogue) -> list[Row]:
    """Every career that is known to meet all constraints, best first."""
    tests = tests_of(asked, catalogue)
    found = (row for row in rows(catalogue) if criteria.meets(row, tests))
    return sorted(found, key=lambda row: rank(row, asked, tests))


def rank(row: Row, asked: Constraints, tests: Sequence[Criterion]) -> tuple[float, float, str]:
    """What a hit is sorted by: the order asked for, or how strongly the constraints hold (to a tenth); then openings."""
    if asked.order:
        return -_measure(row, asked), -float(row.openings), row.career.id
    return -round(sum(criteria.strength(test, row) for test in tests), 1), -float(row.openings), row.career.id


def _measure(row: Row, asked: Constraints) -> float:
    if asked.order == "pay":
        amount = criteria.median(row, asked.pay_per).amount
        return _UNKNOWN if amount is None else amount
    if asked.order == "growth":
        return row.outlook.change_percent if row.outlook else _UNKNOWN
    return float(row.openings)
