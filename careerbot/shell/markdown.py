"""A Reply and a whole conversation as Markdown, to keep or to paste."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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


def markdown(reply: Reply) -> str:
    """One answer, with its suggestions as a last line."""
    parts = [_plain(reply.lead), *(part for block in reply.blocks for part in _drawn(block))]
    if reply.suggestions:
        parts.append("Next: " + " · ".join(_plain(each.title) for each in reply.suggestions))
    return "\n\n".join(parts)


def transcript(turns: Iterable[tuple[str, list[Reply]]]) -> str:
    """A conversation: what was said, quoted, and what was answered."""
    parts = ["# A conversation with Careerbot"]
    for said, replies in turns:
        parts += [f"> {_plain(said)}", *map(markdown, replies)]
    return "\n\n".join(parts) + "\n"


def _drawn(block: Block) -> Iterator[str]:
    match block:
        case Text(text):
            yield _plain(text)
        case Notice(text):
            yield f"**Note:** {_plain(text)}"
        case Listing(items, title, ordered):
            yield from _heading(title)
            yield "\n".join(f"{f'{at}.' if ordered else '-'} {_plain(item)}" for at, item in enumerate(items, 1))
        case Facts(rows, title):
            yield from _heading(title)
            yield "\n".join(map(_fact, rows))
        case Table(columns, rows, title):
            yield from _heading(title)
            yield "\n".join(map(_row, [columns, ["---"] * len(columns), *rows]))
        case BarChart():
            return  # pictures figures that the reply says in words too
        case Progress(done, total, label):
            yield f"{done} of {total} {_plain(label)}"
        case Sources(items):
            yield "Sources:\n\n" + "\n".join(f"- {line}" for line in cited(items))


def _heading(title: str) -> Iterator[str]:
    if title:
        yield f"**{_plain(title)}**"


def _fact(row: Fact) -> str:
    when = f" ({_plain(measured(row))})" if measured(row) else ""
    return f"- {_plain(row.label)}: **{_plain(row.value)}**{when}"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(_plain(cell).replace('|', chr(92) + '|') for cell in cells)} |"


def _plain(text: str) -> str:
    """Text that Markdown must not read as marks; a line break would end the paragraph."""
    for mark in "\\`*_[]<>#":
        text = text.replace(mark, f"\\{mark}")
    return " ".join(text.split())
