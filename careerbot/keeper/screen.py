"""What the commands of the keeper print with, and print alike: failures, progress, figures and where they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.padding import Padding
from rich.progress import Progress as Bar
from rich.table import Table

from careerbot.advice import phrasing
from careerbot.console import err, out
from careerbot.knowledge.figures import TABLES, Figures, TableInfo, Wage
from careerbot.knowledge.official_files import Progress
from careerbot.knowledge.schema import Career

_NAMING = ("id", "title", "plural", "also_known_as", "soc", "onet", "stand_in")
SECTIONS = tuple(field for field in Career.__struct_fields__ if field not in _NAMING)

KnowledgeFolder = Annotated[Path, typer.Option(help="The knowledge folder.")]


def fail(sentence: str) -> NoReturn:
    """End the command with this sentence and exit code 1."""
    err.print(sentence, style="bold red", soft_wrap=True)
    raise typer.Exit(1)


@contextmanager
def writing() -> Iterator[None]:
    """A full disk or a folder that may not be written to is said in a sentence."""
    try:
        yield
    except OSError as error:
        fail(f"Not written: {error}")


@contextmanager
def progress() -> Iterator[Progress]:
    """A bar that shows how far something has come."""
    with Bar(console=err, transient=True) as bar:
        task = bar.add_task("starting", total=1.0)
        yield lambda step, share: bar.update(task, description=step, completed=share)


def print_indented(content: str | Table, style: str = "") -> None:
    """Under its title, two columns in."""
    out.print(Padding(content, (0, 0, 0, 2), expand=False), style=style)


def heading(field: str) -> str:
    """A field, or its dotted path, as people read it: "annual.median" is "Annual, median"."""
    return field.replace("_", " ").replace(".", ", ").capitalize()


def value_text(value: Any, titles: Mapping[str, str]) -> str:
    """A value as people read it; `titles` are the occupations by SOC code, for a value that is codes."""
    match value:
        case Wage():
            return phrasing.wage(value, per="").strip()
        case bool():
            return "yes" if value else "no"
        case int():
            return f"{value:,}"
        case float():
            return f"{value:,.10g}"
        case tuple():
            return "\n".join(f"{code} {titles.get(code.partition('.')[0], '')}".strip() for code in value)
    return "not published" if value is None else str(value)


def table_infos(figures: Figures) -> dict[str, TableInfo]:
    """Where each table comes from, of those that have rows."""
    return {name: figures.info(name) for name in TABLES if figures.table(name)}


def released(info: TableInfo) -> str:
    """Publisher, title, period and year of the release that a table was read from."""
    return f"{info.publisher}, {info.title}, {info.period} ({info.year})"
