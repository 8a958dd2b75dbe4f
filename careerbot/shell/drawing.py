"""The terminal face: a Reply drawn with rich."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text as RichText

from careerbot.advice.reply import (
    BarChart,
    Block,
    Fact,
    Facts,
    Listing,
    Notice,
    Progress,
    Reply,
    Sources,
    Table,
    Text,
    cited,
    lines,
    measured,
)

_BAR_WIDTH = 30
_SHORTEST_BAR = 8  # the most that a bar may become in a narrow terminal; shorter ones are all alike
_INDENT = 2
_GAP = 2  # between the columns of facts
_TONES = {"info": "cyan", "caution": "yellow", "help": "bold magenta"}


def draw(reply: Reply, width: int) -> RenderableType:
    """The reply for a terminal of so many columns, its suggestions numbered."""
    parts: list[RenderableType] = [RichText(reply.lead, style="bold" if reply.blocks else "")]
    parts += [part for block in reply.blocks for part in _drawn(block, width)]
    parts += [RichText(f"  {number}  {each.title}", style="cyan") for number, each in enumerate(reply.suggestions, 1)]
    return Group(*parts)


def _drawn(block: Block, width: int) -> Iterator[RenderableType]:
    match block:
        case Text(text):
            yield RichText(text)
        case Notice(text, tone):
            yield RichText(text, style=_TONES[tone])
        case Listing(items, title, ordered):
            yield from _heading(title)
            yield _marked(items, ordered)
        case Facts(rows, title):
            if grid := _facts(rows, width - _INDENT):
                yield from _heading(title)
                yield _indented(grid)
            else:
                yield from map(RichText, lines(block))
        case Table(columns, rows, title):
            table = _table(columns, rows, title, width)
            yield from [table] if table else map(RichText, lines(block))
        case BarChart(title, unit):
            if bars := _bars(block, width - _INDENT):
                yield from _heading(f"{title} ({unit})")
                yield _indented(bars)
        case Progress(done, total, label):
            places = min(_BAR_WIDTH, width - _INDENT)
            filled = round(done / total * places)
            yield RichText(f"  {'█' * filled}{'░' * (places - filled)} {done} of {total} {label}", style="dim")
        case Sources(items):
            yield from (RichText(f"  {line}", style="dim") for line in cited(items))


def _heading(title: str) -> Iterator[RenderableType]:
    if title:
        yield RichText(title, style="underline")


def _indented(part: RenderableType) -> RenderableType:
    return Padding(part, (0, 0, 0, _INDENT))


def _marked(items: list[str], ordered: bool) -> RenderableType:
    grid = RichTable.grid(padding=(0, 1, 0, 1))
    for number, item in enumerate(items, 1):
        grid.add_row(f"{number}." if ordered else "•", RichText(item))
    return grid


def _facts(rows: list[Fact], room: int) -> RichTable | None:
    cells = [(row.label, row.value, measured(row)) for row in rows]
    widths = _widths(cells, room - 2 * _GAP)
    if not widths:
        return None
    grid = RichTable.grid(padding=(0, _GAP, 0, 0))
    for style, width in zip(("", "bold", "dim"), widths, strict=True):
        grid.add_column(style=style, width=width)
    for row in cells:
        grid.add_row(*map(RichText, row))
    return grid


def _table(columns: list[str], rows: list[list[str]], title: str, room: int) -> RichTable | None:
    widths = _widths([columns, *rows], room - 3 * len(columns) - 1)  # lines, and a space on both sides of a cell
    if not widths:
        return None
    table = RichTable(title=title or None)
    for column, width in zip(columns, widths, strict=True):
        table.add_column(column, width=width)
    for row in rows:
        table.add_row(*map(RichText, row))
    return table


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide columns are in so much room, each at least as its longest word; none where that is not to be had.

    rich alone makes room by cutting words, and half a figure is another figure.
    """
    columns = list(zip(*rows, strict=True))
    least = [max(map(_longest_word, cells)) for cells in columns]
    most = [max(map(cell_len, cells)) for cells in columns]
    for widest in range(max(most, default=0), 0, -1):  # the widest give way first
        widths = [max(low, min(high, widest)) for low, high in zip(least, most, strict=True)]
        if sum(widths) <= room:
            return widths
    return []


def _longest_word(text: str) -> int:
    return max(map(cell_len, text.split()), default=0)


def _bars(chart: BarChart, room: int) -> RichTable | None:
    """Labels give way to the bars, and the bars to the room; none where they would be too short to tell apart."""
    labels, shown, longest_word = (
        max(each, default=0)
        for each in (
            [cell_len(bar.label) for bar in chart.bars],
            [cell_len(bar.shown) for bar in chart.bars],
            [_longest_word(bar.label) for bar in chart.bars],
        )
    )
    left = room - shown - 3  # a space behind each column
    full = min(_BAR_WIDTH, max(left - labels, _SHORTEST_BAR))
    if left - full < longest_word:
        return None
    grid = RichTable.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=min(labels, left - full))
    for bar in chart.bars:
        grid.add_row(bar.label, "█" * max(1, round(abs(bar.value) / chart.full * full)), bar.shown)
    return grid
