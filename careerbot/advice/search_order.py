"""The orders that a search can put its hits in, either way round: what each goes by, and how it is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from careerbot.advice.constraints import Constraints
from careerbot.advice.criteria.by_figures import median
from careerbot.advice.search_rows import Row


class _Said(NamedTuple):
    """How one direction is said: of the list, and of the career at its head."""

    list: str
    head: str


class _Order(NamedTuple):
    """What an order goes by, None where that is not known; its usual direction begins at `first`, turned round at `last`."""

    measure: Callable[[Row, Constraints], float | None]
    highest_first: bool
    first: _Said
    last: _Said


_ORDERS = {
    "pay": _Order(
        lambda row, asked: median(row, asked.pay_per).amount,
        True,
        _Said("best paid first", "have the highest median pay"),
        _Said("worst paid first", "have the lowest median pay"),
    ),
    "growth": _Order(
        lambda row, _: row.outlook.change_percent if row.outlook else None,
        True,
        _Said("fastest growing first", "are projected to grow fastest"),
        _Said("slowest growing first", "have the lowest projected growth"),
    ),
    "openings": _Order(
        lambda row, _: row.outlook.openings if row.outlook else None,
        True,
        _Said("most openings a year first", "have the most openings a year"),
        _Said("fewest openings a year first", "have the fewest openings a year"),
    ),
    "education": _Order(
        lambda row, _: row.education,
        False,
        _Said("those with the least schooling first", "typically ask for the least schooling at entry"),
        _Said("those with the most schooling first", "typically ask for the most schooling at entry"),
    ),
    "time": _Order(
        lambda row, _: row.years,
        False,
        _Said("those with the shortest way in first", "take the least time to get into"),
        _Said("those with the longest way in first", "take the most time to get into"),
    ),
}


def measure(row: Row, asked: Constraints) -> float | None:
    """What the order asked for goes by; None where it is not known of a career."""
    return _ORDERS[asked.order].measure(row, asked)


def place(row: Row, asked: Constraints) -> float:
    """What hits are sorted by: a lower number comes first, and what is not known last."""
    found = measure(row, asked)
    if found is None:
        return float("inf")
    return -found if _ORDERS[asked.order].highest_first != asked.turned else found


def said_of_list(asked: Constraints) -> str:
    """The order asked for, as it is said of the list: "worst paid first"."""
    return _said(asked).list


def said_of_head(asked: Constraints) -> str:
    """The same as it is said of the career that comes first: "have the lowest median pay"."""
    return _said(asked).head


def _said(asked: Constraints) -> _Said:
    order = _ORDERS[asked.order]
    return order.last if asked.turned else order.first
