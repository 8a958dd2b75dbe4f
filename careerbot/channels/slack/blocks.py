"""A Reply drawn in Slack's Block Kit, within its limits. https://docs.slack.dev/reference/block-kit/blocks"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ContextBlock,
    MarkdownTextObject,
    RawTextObject,
    RichTextBlock,
    RichTextElementParts,
    RichTextListElement,
    RichTextPreformattedElement,
    RichTextSectionElement,
    SectionBlock,
    TableBlock,
    TableBlockColumnSettings,
)

from careerbot.advice import reply as document
from careerbot.advice.reply import Citation, Fact, Reply, measured, publications
from careerbot.channels.slack.aligned import bars_text, table_text
from careerbot.channels.slack.markup import addresses, bold, cut, escaped, link, linked, quoted
from careerbot.channels.slack.suggestions import suggestion_blocks

MOST_BLOCKS = 50 - 1  # a pressed suggestion will stand in one more
_SECTION = SectionBlock.text_max_length
_FIELDS = SectionBlock.fields_max_length
_FIELD = 2000
_CONTEXTS = ContextBlock.elements_max_length
_TABLE_ROWS, _TABLE_COLUMNS, _TABLE_CHARACTERS = 100, 20, 10_000
_FALLBACK = 4000  # of the text beside the blocks, which notifications and screen readers use
_TEXT_ALONE = 40_000
_PROGRESS_WIDTH = 20
_CORNER = "Compared"  # above the names of the rows, where Slack allows no empty cell


@dataclass(frozen=True)
class Drawn:
    """A message as Slack takes it: its blocks, and its text for where blocks are not shown."""

    text: str
    blocks: list[dict[str, Any]]
    text_alone: str  # the whole answer, should Slack refuse the blocks


def draw(reply: Reply) -> Drawn:
    """The reply as one message."""
    suggestions = suggestion_blocks(reply.suggestions, _is_a_step(reply))
    blocks = [*_drawn_blocks(reply), *suggestions]
    if len(blocks) > MOST_BLOCKS:
        blocks = [*islice(_sections(reply.text()), MOST_BLOCKS - len(suggestions)), *suggestions]
    text = reply.text()
    return Drawn(_within(_FALLBACK, text), [block.to_dict() for block in blocks], _within(_TEXT_ALONE, text))


def _within(limit: int, text: str) -> str:
    """A text escaped, and cut where that is too long; no escape is cut in two."""
    room = limit
    while len(safe := escaped(cut(text, room))) > limit:
        room = room * 3 // 4
    return safe


def _is_a_step(reply: Reply) -> bool:
    """Where something comes step by step, a step is answered once; a second press would answer the next one."""
    return any(isinstance(block, document.Progress) for block in reply.blocks)


def _drawn_blocks(reply: Reply) -> Iterator[Block]:
    yield from _sections(reply.lead)
    tables = 0
    for block in reply.blocks:
        tables += isinstance(block, document.Table)
        yield from _drawn(block, first_table=tables == 1)


def _drawn(block: document.Block, first_table: bool) -> Iterator[Block]:
    match block:
        case document.Text(text):
            yield from _sections(text)
        case document.Notice(text):
            yield from _quoted(text)
        case document.Listing(items, title, ordered) if items:
            yield _listing(items, title, ordered)
        case document.Facts(rows, title):
            yield from _facts(rows, title)
        case document.Table():
            yield from _table(block, native=first_table)
        case document.BarChart(title, unit, bars) if bars:
            yield _preformatted(f"{title} ({unit})", bars_text(block))
        case document.Progress(done, total, label):
            yield _context([_progress(done, total, label)])
        case document.Sources(items) if items:
            yield from _sources(items)


def _sections(text: str) -> Iterator[Block]:
    yield from (SectionBlock(text=_marked(piece)) for piece in _pieces(text, linked))


def _quoted(text: str) -> Iterator[Block]:
    """What must not be overlooked stands behind a bar."""
    yield from (SectionBlock(text=_marked(piece)) for piece in _pieces(text, quoted))


def _pieces(text: str, marked: Callable[[str], str]) -> Iterator[str]:
    """A text in as many pieces as Slack's limit asks for, cut between words; most are one."""
    while text := text.strip():
        room = min(len(text), _SECTION)  # marks only make a text longer
        while len(marked(text[:room])) > _SECTION:
            room = room * 3 // 4
        if room < len(text):
            room = text.rfind(" ", 0, room) + 1 or room
        yield marked(text[:room].rstrip())
        text = text[room:]


def _listing(items: Sequence[str], title: str, ordered: bool) -> Block:
    points = RichTextListElement(
        style="ordered" if ordered else "bullet",
        elements=[RichTextSectionElement(elements=_rich(item)) for item in items],
    )
    return RichTextBlock(elements=[*_rich_heading(title), points])


def _rich(text: str) -> list[Any]:
    return [
        RichTextElementParts.Link(url=address, text=piece) if address else RichTextElementParts.Text(text=piece)
        for piece, address in addresses(text or " ")
    ]


def _rich_heading(title: str) -> list[Any]:
    if not title:
        return []
    return [RichTextSectionElement(elements=[RichTextElementParts.Text(text=title, style={"bold": True})])]


def _facts(rows: Sequence[Fact], title: str) -> Iterator[Block]:
    """Fields side by side; where all were measured together, that is said once, below them."""
    if title:
        yield SectionBlock(text=_marked(bold(title)))
    together = {measured(row) for row in rows}
    for start in range(0, len(rows), _FIELDS):
        fields = [_field(row, say_when=len(together) > 1) for row in rows[start : start + _FIELDS]]
        yield SectionBlock(fields=fields)
    if len(together) == 1 and any(together):
        yield _context([escaped(measured(rows[0]))])


def _field(row: Fact, say_when: bool) -> MarkdownTextObject:
    note = f"\n_{escaped(measured(row))}_" if say_when and measured(row) else ""
    return _marked(f"{bold(cut(row.label, 300))}\n{linked(cut(row.value, (_FIELD - 800) // 2))}{note}")


def _table(table: document.Table, native: bool) -> Iterator[Block]:
    """Slack shows one table a message; a second one, or one too big, stands in columns of text."""
    if native and _fits(table):
        if table.title:
            yield SectionBlock(text=_marked(bold(table.title)))
        header = [name or _CORNER for name in table.columns]
        yield TableBlock(
            rows=[[RawTextObject(text=cell or "–") for cell in row] for row in (header, *table.rows)],
            column_settings=[TableBlockColumnSettings(is_wrapped=True) for _ in table.columns],
        )
    else:
        yield _preformatted(table.title, table_text(table))


def _fits(table: document.Table) -> bool:
    rows = [table.columns, *table.rows]
    characters = sum(len(cell) for row in rows for cell in row)
    return len(rows) <= _TABLE_ROWS and len(table.columns) <= _TABLE_COLUMNS and characters <= _TABLE_CHARACTERS


def _preformatted(title: str, text: str) -> Block:
    lines = RichTextPreformattedElement(elements=[RichTextElementParts.Text(text=text)])
    return RichTextBlock(elements=[*_rich_heading(title), lines])


def _progress(done: int, total: int, label: str) -> str:
    filled = round(done / total * _PROGRESS_WIDTH) if total else 0
    return f"{'█' * filled}{'░' * (_PROGRESS_WIDTH - filled)} {done} of {total} {escaped(label)}"


def _sources(items: Sequence[Citation]) -> Iterator[Block]:
    """Small print. Several pages of one publication share a line."""
    first, *others = (_cited(named, urls) for named, urls in publications(items))
    yield _context(_packed([f"Sources: {first}", *others]))


def _packed(lines: Sequence[str]) -> list[str]:
    """Lines in as few texts as Slack's limit lets them be; several texts would stand beside each other."""
    texts: list[str] = []
    for line in lines:
        if texts and len(texts[-1]) + 1 + len(line) <= _SECTION:
            texts[-1] += f"\n{line}"
        else:
            texts.append(line)
    return texts[:_CONTEXTS]


def _cited(named: str, urls: Sequence[str]) -> str:
    if len(urls) == 1:
        return link(urls[0], named)
    numbered = [link(url, f"page {number}") for number, url in enumerate(urls, 1)]
    line = escaped(named)
    for each in numbered:  # a link is never cut in two
        line = f"{line} {each}" if len(line) + len(each) < _SECTION else line
    return line


def _context(lines: Sequence[str]) -> Block:
    return ContextBlock(elements=[_marked(line) for line in lines])


def _marked(text: str) -> MarkdownTextObject:
    """Text in Slack's markup, taken word for word: no name or address in it becomes a mention or a link by itself."""
    return MarkdownTextObject(text=text, verbatim=True)
