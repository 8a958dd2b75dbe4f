"""Answers in a terminal that is too narrow for their tables and bars."""

from __future__ import annotations

import pytest
from rich.console import Console

from careerbot.advice.reply import Bar, BarChart, Block, Fact, Facts, Table
from careerbot.advice.reply import Reply as Answer
from careerbot.shell.drawing import draw

PAY = Table(
    ["", "Electrician", "Plumber", "Registered nurse", "Software developer"],
    [["Median pay (May 2024)", "$62,350 a year", "$62,970 a year", "$93,600 a year", "$133,080 a year"]],
)
RANGE = Facts([Fact("Lowest tenth, up to", "$39,430 a year", "pay", "May 2024", "software quality assurance analysts")])
BARS = BarChart(
    "Pay",
    "dollars a year",
    [Bar("Software developers", 133_080, "$133,080 a year"), Bar("Electricians", 62_350, "$62,350 a year")],
    "pay",
)


def drawn(block: Block, width: int) -> list[str]:
    console = Console(width=width)
    with console.capture() as capture:
        console.print(draw(Answer("Lead.", [block]), width))
    return capture.get().splitlines()


@pytest.mark.parametrize("width", [20, 30, 40, 60, 80])
def test_no_figure_and_no_word_is_cut(width: int) -> None:
    table, facts = (" ".join(drawn(block, width)) for block in (PAY, RANGE))

    assert "…" not in table + facts
    assert all(figure in table for figure in ("$62,350", "$62,970", "$93,600", "$133,080"))
    assert all(word in facts for word in ("Lowest", "$39,430", "software", "assurance", "2024"))


def test_a_table_without_room_is_read_row_by_row() -> None:
    assert any("┃" in line for line in drawn(PAY, 80))
    assert not any("┃" in line or "│" in line for line in drawn(PAY, 40))
    assert drawn(PAY, 40)[1].startswith("- Median pay (May 2024):")


@pytest.mark.parametrize(("width", "lengths"), [(80, [30, 14]), (50, [11, 5]), (40, [8, 4]), (24, [])])
def test_bars_share_the_room_that_is_left(width: int, lengths: list[int]) -> None:
    lines = drawn(BARS, width)

    assert [line.count("█") for line in lines if "█" in line] == lengths
    assert ("Pay (dollars a year)" in lines) == bool(lengths), "bars all alike would say nothing"
