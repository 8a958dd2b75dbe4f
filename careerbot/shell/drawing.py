"""The terminal face: a Reply drawn with rich."""

from __future__ import annotations

from collections.abc import Iterator

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
    measured,
)

_BAR_WIDTH = 30
_TONES = {"info": "cyan", "caution": "yellow", "help": "bold magenta"}


def draw(reply: Reply) -> RenderableType:
    """The reply for a terminal, its suggestions numbered."""
    parts: list[RenderableType] = [RichText(reply.lead, style="bold" if reply.blocks else "")]
    parts += [part for block in reply.blocks for part in _drawn(block)]
    parts += [RichText(f"  {number}  {each.title}", style="cyan") for number, each in enumerate(reply.suggestions, 1)]
    return Group(*parts)


def _drawn(block: Block) -> Iterator[RenderableType]:
    match block:
        case Text(text):
            yield RichText(text)
        case Notice(text, tone):
            yield RichText(text, style=_TONES[tone])
        case Listing(items, title, ordered):
            yield from _heading(title)
            yield _marked(items, ordered)
        case Facts(rows, title):
            yield from _heading(title)
            yield Padding(_facts(rows), (0, 0, 0, 2))
        case Table(columns, rows, title):
            yield _table(columns, rows, title)
        case BarChart(title, unit):
            yield from _heading(f"{title} ({unit})")
            yield Padding(_bars(block), (0, 0, 0, 2))
        case Progress(done, total, label):
            filled = round(done / total * _BAR_WIDTH)
            yield RichText(f"  {'█' * filled}{'░' * (_BAR_WIDTH - filled)} {done} of {total} {label}", style="dim")
        case Sources(items):
            yield from (RichText(f"  {line}", style="dim") for line in cited(items))


def _heading(title: str) -> Iterator[RenderableType]:
    if title:
        yield RichText(title, style="underline")


def _marked(items: list[str], ordered: bool) -> RenderableType:
    grid = RichTable.grid(padding=(0, 1, 0, 1))
    for number, item in enumerate(items, 1):
        grid.add_row(f"{number}." if ordered else "•", RichText(item))
    return grid


def _facts(rows: list[Fact]) -> RenderableType:
    grid = RichTable.grid(padding=(0, 2, 0, 0))
    for row in rows:
        grid.add_row(RichText(row.label), RichText(row.value, style="bold"), RichText(measured(row), style="dim"))
    return grid


def _table(columns: list[str], rows: list[list[str]], title: str) -> RenderableType:
    table = RichTable(title=title or None)
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*map(RichText, row))
    return table


def _bars(chart: BarChart) -> RenderableType:
    grid = RichTable.grid(padding=(0, 1, 0, 0))
    for bar in chart.bars:
        grid.add_row(bar.label, "█" * max(1, round(abs(bar.value) / chart.full * _BAR_WIDTH)), bar.shown)
    return grid
