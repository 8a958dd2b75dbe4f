"""An answer or a conversation on paper: as Markdown, and as one HTML page to print. Whatever a text holds is shown as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from careerbot.advice.reply import (
    BarChart,
    Block,
    Citation,
    Fact,
    Facts,
    Listing,
    Notice,
    Progress,
    Reply,
    Sources,
    Table,
    Text,
    measured,
    publications,
)

Talk = Iterable[tuple[str, list[Reply]]]  # what was said, and what was answered
_WEB = re.compile(r"https?://[^\s<>\"']+")
_TITLE = "A conversation with Careerbot"

# --- Markdown --------------------------------------------------------------------------------------------------------

_MARKS = re.compile(r"([\\`*_\[\]|#~])")
_AT_START = re.compile(r"^(?:([-+>])|(\d+)([.)]) )")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def markdown(reply: Reply) -> str:
    """One answer, with its suggestions as a last line. Charts are left out: they picture figures that are said besides."""
    parts = [_plain(reply.lead), *(part for block in reply.blocks for part in _markdown(block))]
    if reply.suggestions:
        parts.append("Next: " + " · ".join(_plain(each.title) for each in reply.suggestions))
    return "\n\n".join(parts)


def markdown_talk(talk: Talk) -> str:
    """A conversation as a Markdown document."""
    parts = [f"# {_TITLE}"]
    for said, replies in talk:
        parts += [f"> {_plain(said)}", *map(markdown, replies)]
    return "\n\n".join(parts) + "\n"


def _markdown(block: Block) -> Iterator[str]:
    match block:
        case Text(text):
            yield _plain(text)
        case Notice(text):
            yield f"**Note:** {_plain(text)}"
        case Listing(items, title, ordered):
            yield from _markdown_heading(title)
            yield "\n".join(f"{f'{place}.' if ordered else '-'} {_plain(item)}" for place, item in enumerate(items, 1))
        case Facts(rows, title):
            yield from _markdown_heading(title)
            yield "\n".join(map(_markdown_fact, rows))
        case Table(columns, rows, title):
            yield from _markdown_heading(title)
            yield "\n".join(map(_markdown_row, [columns, ["---"] * len(columns), *rows]))
        case BarChart():
            return
        case Progress(done, total, label):
            yield f"{done} of {total} {_plain(label)}"
        case Sources(items):
            listed = (
                " ".join([f"- {_plain(name)}", *(f"<{each}>" for each in pages)]) for name, pages in _cited(items)
            )
            yield "Sources:\n\n" + "\n".join(listed)


def _markdown_heading(title: str) -> Iterator[str]:
    if title:
        yield f"**{_plain(title)}**"


def _markdown_fact(row: Fact) -> str:
    when = f" ({_inline(measured(row))})" if measured(row) else ""
    return f"- {_plain(row.label)}: **{_inline(row.value)}**{when}"


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell if cell == '---' else _inline(cell) for cell in cells)} |"


def _plain(text: str) -> str:
    """Text in which Markdown finds no marks, at the beginning of a line or an item."""
    return _AT_START.sub(lambda start: f"\\{start[1]}" if start[1] else f"{start[2]}\\{start[3]} ", _inline(text))


def _inline(text: str) -> str:
    """The same within a line; a line break would end the paragraph."""
    return _MARKS.sub(r"\\\1", _ENTITY.sub("&amp;", " ".join(text.split())).replace("<", "&lt;"))


# --- HTML ------------------------------------------------------------------------------------------------------------

_STYLE = """
body { font: 11pt/1.5 Georgia, serif; color: #111; max-width: 44em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; } h2 { font-size: 1.25em; margin: 2em 0 .4em; } h3 { font-size: 1em; margin: 1.2em 0 .4em; }
h2, h3 { break-after: avoid; } .lead { font-weight: bold; }
table { border-collapse: collapse; width: 100%; break-inside: avoid; } th, td { text-align: left; padding: .2em .8em .2em 0;
border-bottom: 1px solid #ccc; vertical-align: top; } .for, footer { color: #555; font-size: .85em; }
.notice { border-left: 3px solid #888; padding-left: .8em; } .bar { background: #4a6f8a; height: .8em; min-width: 2px;
print-color-adjust: exact; -webkit-print-color-adjust: exact; } td.drawn { width: 60%; } a { color: inherit; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } }
"""


def html_talk(talk: Talk) -> str:
    """A conversation as one page that stands alone: no script, nothing loaded from anywhere; without suggestions."""
    body = "\n".join(part for said, replies in talk for part in _html_turn(said, replies))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_TITLE}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{_TITLE}</h1>\n{body}\n</body>\n</html>\n"
    )


def _html_turn(said: str, replies: list[Reply]) -> Iterator[str]:
    yield f"<h2>{escape(said)}</h2>"
    for reply in replies:
        yield f'<p class="lead">{escape(reply.lead)}</p>'
        yield from (part for block in reply.blocks for part in _html(block))


def _html(block: Block) -> Iterator[str]:
    match block:
        case Text(text):
            yield f"<p>{escape(text)}</p>"
        case Notice(text):
            yield f'<p class="notice">{escape(text)}</p>'
        case Listing(items, title, ordered):
            yield from _html_heading(title)
            kind = "ol" if ordered else "ul"
            yield f"<{kind}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{kind}>"
        case Facts(rows, title):
            yield from _html_heading(title)
            yield _html_rows(
                f'<th scope="row">{escape(row.label)}</th><td>{escape(row.value)}</td><td class="for">{escape(measured(row))}</td>'
                for row in rows
            )
        case Table(columns, rows, title):
            yield from _html_heading(title)
            head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
            yield _html_rows([head, *("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)])
        case BarChart():
            yield from _html_heading(f"{block.title} ({block.unit})")
            yield _html_bars(block)
        case Progress(done, total, label):
            yield f"<p>{done} of {total} {escape(label)}</p>"
        case Sources(items):
            yield (
                "<footer><h3>Sources</h3><ul>"
                + "".join(
                    f"<li>{' '.join([escape(name), *map(_html_link, pages)])}</li>" for name, pages in _cited(items)
                )
                + "</ul></footer>"
            )


def _html_heading(title: str) -> Iterator[str]:
    if title:
        yield f"<h3>{escape(title)}</h3>"


def _html_rows(rows: Iterator[str] | Sequence[str]) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _html_bars(chart: BarChart) -> str:
    return _html_rows(
        f'<th scope="row">{escape(bar.label)}</th>'
        f'<td class="drawn"><div class="bar" style="width: {abs(bar.value) / chart.full:.0%}"></div></td><td>{escape(bar.shown)}</td>'
        for bar in chart.bars
    )


def _html_link(address: str) -> str:
    return f'<a href="{escape(address)}">{escape(address)}</a>'


# --- Sources ---------------------------------------------------------------------------------------------------------


def _cited(items: list[Citation]) -> Iterator[tuple[str, list[str]]]:
    """Publications with the addresses of their pages: those that are safe to follow and to print."""
    for name, pages in publications(items, licensed=True):
        yield name, [page for page in pages if _WEB.fullmatch(page)]
