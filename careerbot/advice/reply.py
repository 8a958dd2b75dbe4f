"""The Reply: one answer as a document that every channel draws in its own way.

A lead sentence that answers the question, then blocks, then suggestions. `Reply.text()` is the plain-text drawing that
stock channels show; ours draw the document. Every figure is a `Fact` (or a `Bar`) that says its source and its year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

import msgspec
from msgspec import Struct

from careerbot.knowledge.naming import in_sentence


class Citation(Struct, frozen=True):
    """Where facts come from. `when` is the year or period of the data, "" where the source does not say."""

    id: str
    label: str  # publisher and title
    when: str = ""
    url: str | None = None
    licence: str | None = None


class Fact(Struct, frozen=True):
    """One figure or fact with its label. `measured_for` names the occupation that was measured."""

    label: str
    value: str
    source: str  # the id of a citation in this reply
    when: str = ""
    measured_for: str | None = None


class Bar(Struct, frozen=True):
    """One bar: its number in the chart's unit and how it is said."""

    label: str
    value: float
    shown: str


class Text(Struct, frozen=True, tag="text"):
    """A paragraph."""

    text: str


class Listing(Struct, frozen=True, tag="list"):
    """Points under a heading, numbered where their order matters."""

    items: list[str]
    title: str = ""
    ordered: bool = False


class Facts(Struct, frozen=True, tag="facts"):
    """Labelled facts under a heading."""

    rows: list[Fact]
    title: str = ""


class Table(Struct, frozen=True, tag="table"):
    """Rows of texts under column names; the first column names the row."""

    columns: list[str]
    rows: list[list[str]]
    title: str = ""


class BarChart(Struct, frozen=True, tag="bar_chart"):
    """Bars of one unit, to be looked at rather than read."""

    title: str
    unit: str
    bars: list[Bar]
    source: str
    when: str = ""
    most: float | None = None  # where the unit has an end: points of 20

    @property
    def full(self) -> float:
        """What a full bar stands for: `most`, or else the greatest of them by size; never 0."""
        return max([self.most or 0.0, *(abs(bar.value) for bar in self.bars)]) or 1.0


class Notice(Struct, frozen=True, tag="notice"):
    """What a person must not overlook: stand-in figures, something unknown, where help is."""

    text: str
    tone: Literal["info", "caution", "help"] = "info"


class Progress(Struct, frozen=True, tag="progress"):
    """How far something has come that takes several turns: `done` of `total`."""

    done: int
    total: int
    label: str  # what is counted: "statements answered"


class Sources(Struct, frozen=True, tag="sources"):
    """Everything this reply rests on, each once."""

    items: list[Citation]


Block = Text | Listing | Facts | Table | BarChart | Notice | Progress | Sources


class Suggestion(Struct, frozen=True, omit_defaults=True):
    """A next question to press. The payload is Rasa's: `/intent{"career": "id"}`.

    An `aside` leads around what was just asked ("Skip") rather than answering it: a channel may set it apart.
    """

    title: str
    payload: str
    aside: bool = False


class Reply(Struct, frozen=True):
    """One answer.

    A `personal` one (quiz, shortlist, report) is for the asker's eyes only: where several people read along, a channel shows it to
    nobody else. One `to_keep` (the report) is a page of its own: channels offer to print or save it.
    """

    lead: str
    blocks: list[Block] = []
    suggestions: list[Suggestion] = []
    personal: bool = False
    to_keep: bool = False

    def text(self) -> str:
        """The answer as plain text; suggestions are left to the channel's buttons."""
        return "\n".join([self.lead, *(line for block in self.blocks for line in lines(block))])

    def document(self) -> dict[str, Any]:
        """The answer as plain data, as it travels through Rasa and to the channels."""
        return dict(msgspec.to_builtins(self))

    @classmethod
    def from_document(cls, document: object) -> Reply:
        """Raises msgspec.ValidationError where `document` is not a Reply."""
        return msgspec.convert(document, cls)


def suggestion(title: str, intent: str, career: str | list[str] | None = None, **others: str) -> Suggestion:
    """A suggestion that asks `intent`, about `career` or several careers if given; `others` are further entities."""
    entities = {**({"career": career} if career else {}), **others}
    return Suggestion(title, f"/{intent}{msgspec.json.encode(entities).decode() if entities else ''}")


def lines(block: Block) -> Iterator[str]:
    """A block as plain lines."""
    match block:
        case Text(text) | Notice(text):
            yield text
        case Listing(items, title, ordered):
            yield from _heading(title)
            yield from (f"{index}. {item}" if ordered else f"- {item}" for index, item in enumerate(items, 1))
        case Facts(rows, title):
            yield from _heading(title)
            yield from _fact_lines(rows)
        case Table(columns, rows, title):
            yield from _heading(title)
            yield from (
                f"- {row[0]}: "
                + "; ".join(f"{in_sentence(name)} {cell}" for name, cell in zip(columns[1:], row[1:], strict=True))
                for row in rows
            )
        case BarChart():
            return  # pictures figures that the reply says in words too
        case Progress(done, total, label):
            yield f"({done} of {total} {label})"
        case Sources(items):
            yield "Sources: " + "; ".join(cited(items))


def _heading(title: str) -> Iterator[str]:
    if title:
        yield f"{title}:"


def _fact_lines(rows: list[Fact]) -> Iterator[str]:
    """Where all rows were measured together, that is said once, below them."""
    together = {measured(row) for row in rows}
    for row in rows:
        yield f"- {row.label}: {row.value}" + (f" ({measured(row)})" if measured(row) and len(together) > 1 else "")
    if len(together) == 1 and measured(rows[0]):
        yield f"({measured(rows[0])})"


def measured(fact: Fact) -> str:
    """For whom and when a fact was measured: "producers and directors, May 2024"."""
    return ", ".join(part for part in (fact.measured_for, fact.when) if part)


def cited(citations: Sequence[Citation]) -> Iterator[str]:
    """Citations in a line each: publication, period and addresses."""
    return (f"{named}: {' '.join(urls)}" if urls else named for named, urls in publications(citations))


def publications(citations: Sequence[Citation], *, licensed: bool = False) -> Iterable[tuple[str, list[str]]]:
    """The publications cited, named with their period (and licence), and the addresses of their pages, each once."""
    pages: dict[str, list[str]] = {}
    for each in citations:
        named = f"{each.label}, {each.when}" if each.when else f"{each.label} (undated)"
        urls = pages.setdefault(f"{named}, {each.licence}" if licensed and each.licence else named, [])
        urls += [each.url] if each.url and each.url not in urls else []
    return pages.items()
