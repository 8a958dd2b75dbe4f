"""What a cell of a table of figures may hold: each converter says by ValueError what it expected."""

from __future__ import annotations

import re

from careerbot.knowledge.figure_rows import Wage
from careerbot.knowledge.table_files import Convert

NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
FAR = 1e12  # no figure here comes near it


def code(pattern: re.Pattern[str], example: str) -> Convert:
    """A code of this form; `example` shows one."""

    def convert(cell: str) -> str:
        if not pattern.fullmatch(cell):
            raise ValueError(f"expected a code such as {example}")
        return cell

    return convert


def number(low: float = -FAR, high: float = FAR) -> Convert:
    """A number from `low` to `high`."""

    def convert(cell: str) -> float:
        if not NUMBER.fullmatch(cell) or not low <= (value := float(cell)) <= high:
            raise ValueError(f"expected a number from {low:.10g} to {high:.10g}")
        return value

    return convert


def whole(low: float = -FAR, high: float = FAR) -> Convert:
    """The same, without a fraction."""
    convert_number = number(low, high)

    def convert(cell: str) -> int:
        if "." in cell:
            raise ValueError("expected a whole number")
        return int(convert_number(cell))

    return convert


def text(cell: str) -> str:
    """Some text, as it stands."""
    if not cell.strip():
        raise ValueError("expected some text")
    return cell


def yes_or_no(cell: str) -> bool:
    """In these words."""
    if cell not in ("yes", "no"):
        raise ValueError("expected yes or no")
    return cell == "yes"


def unless(absent: str, convert: Convert) -> Convert:
    """What `convert` makes of a cell; None for the one that says that nothing is published."""
    return lambda cell: None if cell == absent else convert(cell)


def wage(top: float) -> Convert:
    """In dollars: BLS prints "#" for `top` or more, "*" for what it does not publish."""
    published = {"#": Wage(top, top_coded=True), "*": Wage(None)}
    dollars = number(0, top)
    return lambda cell: published.get(cell) or Wage(dollars(cell))


def median_wage(cell: str) -> Wage:
    """The projections table prints ">=239200" where the wage tables print "#"."""
    dollars = number(0)
    if cell.startswith(">="):
        return Wage(dollars(cell[2:]), top_coded=True)
    return Wage(dollars(cell)) if cell else Wage(None)
