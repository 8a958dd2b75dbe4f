"""The terminal face: a Reply drawn with rich, and the conversation around it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table as RichTable
from rich.text import Text as RichText

from careerbot.advice.reply import (
    Bar,
    BarChart,
    Block,
    Fact,
    Facts,
    Listing,
    Notice,
    Progress,
    Reply,
    Sources,
    Suggestion,
    Table,
    Text,
    cited,
    measured,
)

_BAR_WIDTH = 30
_TONES = {"info": "cyan", "caution": "yellow", "help": "bold magenta"}
Say = Callable[[str], Awaitable[list[Reply]]]


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
        case BarChart(title, unit, bars):
            yield from _heading(f"{title} ({unit})")
            yield Padding(_bars(bars), (0, 0, 0, 2))
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


def _bars(bars: list[Bar]) -> RenderableType:
    longest = max(abs(bar.value) for bar in bars) or 1
    grid = RichTable.grid(padding=(0, 1, 0, 0))
    for bar in bars:
        grid.add_row(bar.label, "█" * max(1, round(abs(bar.value) / longest * _BAR_WIDTH)), bar.shown)
    return grid


async def converse(console: Console, say: Say, read: Callable[[], str]) -> None:
    """Talk until the input ends or the person leaves. A number presses the suggestion it stands before."""
    offered: list[Suggestion] = []
    console.print(Panel("Ask about a career. Type a number to press a suggestion, /quit to leave.", title="Careerbot"))
    while True:
        try:
            text = read().strip()
        except (EOFError, KeyboardInterrupt):
            return
        if text in ("/quit", "/exit", "/stop"):
            return
        if text:
            replies = await say(_pressed(text, offered))
            for reply in replies:
                console.print(draw(reply))
                console.print()
            offered = [each for reply in replies for each in reply.suggestions]


def _pressed(text: str, offered: list[Suggestion]) -> str:
    if text.isdigit() and 1 <= int(text) <= len(offered):
        return offered[int(text) - 1].payload
    return text
