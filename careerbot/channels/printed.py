"""A Reply on paper: as Markdown, and as one HTML page to print. Whatever a text holds, it is shown as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from careerbot.advice.reply import (
    BarChart,
    Block,
    Citation,
    Facts,
    Listing,
    Notice,
    Progress,
    Reply,
    Sources,
    Table,
    Text,
    measured,
)

# --- Markdown --------------------------------------------------------------------------------------------------------

_MARKS = re.compile(r"([\\`*_\[\]|#~])")
_AT_START = re.compile(r"^(?:([-+])|(\d+)([.)]) )")


def markdown(reply: Reply) -> str:
    """The reply as a Markdown document (GitHub's tables), without its suggestions."""
    parts = [f"# {_plain(reply.lead)}", *(part for block in reply.blocks for part in _markdown(block))]
    return "\n\n".join(parts) + "\n"


def _markdown(block: Block) -> Iterator[str]:
    match block:
        case Text(text):
            yield _plain(text)
        case Notice(text):
            yield f"> {_plain(text)}"
        case Listing(items, title, ordered):
            yield from _markdown_heading(title)
            yield "\n".join(f"{f'{place}.' if ordered else '-'} {_plain(item)}" for place, item in enumerate(items, 1))
        case Facts(rows, title):
            yield from _markdown_heading(title)
            yield _markdown_table(["", "", "For"], [[row.label, row.value, measured(row)] for row in rows])
        case Table(columns, rows, title):
            yield from _markdown_heading(title)
            yield _markdown_table(columns, rows)
        case BarChart(title, unit, bars):
            yield from _markdown_heading(f"{title} ({unit})")
            yield _markdown_table(["", unit], [[bar.label, bar.shown] for bar in bars])
        case Progress(done, total, label):
            yield _plain(f"{done} of {total} {label}")
        case Sources(items):
            yield "## Sources"
            yield "\n".join(
                f"- {_plain(_cited(item))}{f' <{_address(item)}>' if _address(item) else ''}" for item in items
            )


def _markdown_heading(title: str) -> Iterator[str]:
    if title:
        yield f"## {_plain(title)}"


def _markdown_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [
        [_plain(cell) for cell in columns],
        ["---"] * len(columns),
        *([_plain(cell) for cell in row] for row in rows),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _plain(text: str) -> str:
    marked = _MARKS.sub(r"\\\1", escape(" ".join(text.split()), quote=False))
    return _AT_START.sub(lambda start: f"\\{start[1]}" if start[1] else f"{start[2]}\\{start[3]} ", marked)


# --- HTML ------------------------------------------------------------------------------------------------------------

_STYLE = """
body { font: 11pt/1.5 Georgia, serif; color: #111; max-width: 44em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin: 1.6em 0 .4em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; break-inside: avoid; } th, td { text-align: left; padding: .2em .8em .2em 0;
border-bottom: 1px solid #ccc; vertical-align: top; } .for, footer { color: #555; font-size: .85em; }
.notice { border-left: 3px solid #888; padding-left: .8em; } .bar { background: #4a6f8a; height: .8em; min-width: 2px;
print-color-adjust: exact; -webkit-print-color-adjust: exact; } td.drawn { width: 60%; } a { color: inherit; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } }
"""


def html(reply: Reply) -> str:
    """The reply as one page that stands alone: no script, nothing loaded from anywhere; without its suggestions."""
    body = "\n".join(part for block in reply.blocks for part in _html(block))
    lead = escape(reply.lead)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{lead}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{lead}</h1>\n{body}\n</body>\n</html>\n"
    )


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
                "<footer><h2>Sources</h2><ul>"
                + "".join(f"<li>{_html_source(item)}</li>" for item in items)
                + "</ul></footer>"
            )


def _html_heading(title: str) -> Iterator[str]:
    if title:
        yield f"<h2>{escape(title)}</h2>"


def _html_rows(rows: Iterator[str] | Sequence[str]) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _html_bars(chart: BarChart) -> str:
    longest = max((abs(bar.value) for bar in chart.bars), default=0) or 1
    return _html_rows(
        f'<th scope="row">{escape(bar.label)}</th>'
        f'<td class="drawn"><div class="bar" style="width: {abs(bar.value) / longest:.0%}"></div></td><td>{escape(bar.shown)}</td>'
        for bar in chart.bars
    )


def _html_source(item: Citation) -> str:
    address = escape(_address(item))
    return escape(_cited(item)) + (f' <a href="{address}">{address}</a>' if address else "")


def _cited(item: Citation) -> str:
    return ", ".join(part for part in (item.label, item.when or "undated", item.licence) if part)


def _address(item: Citation) -> str:
    """The address where it is one that is safe to follow and to print; "" otherwise."""
    return item.url if item.url and re.fullmatch(r"https?://[^\s<>\"']+", item.url) else ""
