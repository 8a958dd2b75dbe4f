"""`careerbot knowledge refresh`, `diff` and `import-onet`: new releases of the official files, and what they changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from rich.table import Table

from careerbot.console import out
from careerbot.keeper.screen import heading, progress, released, table_infos, value_text, writing
from careerbot.knowledge.diff import Change, diff
from careerbot.knowledge.figures import TABLES, Figures
from careerbot.knowledge.problems import KnowledgeError, NotDone
from careerbot.paths import KNOWLEDGE, STATE


def _official(what: str) -> Any:
    return typer.Option(exists=True, dir_okay=False, help=what)


_Oews = Annotated[
    Path | None, _official("Pay: national_M<year>_dl.xlsx, from the zip “National” of www.bls.gov/oes/tables.htm.")
]
_Projections = Annotated[Path | None, _official("Outlook and entry: occupation.xlsx, of www.bls.gov/emp/tables.htm.")]
_Attainment = Annotated[
    Path | None,
    _official("Education of those in the job: education.xlsx, of www.bls.gov/emp/tables/educational-attainment.htm."),
]
_TablesFolder = Annotated[Path, typer.Argument(exists=True, file_okay=False, help="A folder of tables.")]
_Most = Annotated[int, typer.Option(min=1, help="How many changes to show.")]


def refresh(
    oews: _Oews = None,
    projections: _Projections = None,
    attainment: _Attainment = None,
    onet: Annotated[
        list[Path] | None,
        typer.Option(exists=True, help="A zip of www.onetcenter.org/database.html, or its folder; may be repeated."),
    ] = None,
    target: Annotated[Path, typer.Option(file_okay=False, help="The tables to rewrite.")] = KNOWLEDGE / "figures",
) -> None:
    """Rewrite the tables of figures from the official files: all of those that are given, or none."""
    from careerbot.knowledge.refresh import refresh

    given = {"oews": oews, "projections": projections, "attainment": attainment}
    try:
        with _all_or_nothing(), writing(), progress() as step:
            report = refresh(**given, onet=onet or (), target=target, progress=step)
    except ValueError as error:  # none of the options
        raise typer.BadParameter(str(error)) from error
    written = Table("Table", "Rows", "From", title=f"Written to {target}")
    for table in report.tables:
        written.add_row(table.name, f"{table.rows:,}", released(table.info))
    out.print(written)
    _print_changes(report.changes, 15)


def show_diff(old: _TablesFolder, new: _TablesFolder, most: _Most = 40) -> None:
    """Show what changed between two folders of figures, the biggest moves first."""
    with _all_or_nothing():
        before, after = Figures.load(old), Figures.load(new)
        changes = diff(before, after)
    _print_changes(changes, most)
    _print_new_releases(before, after)


def import_onet(sources: Annotated[list[Path], typer.Argument(exists=True, help="Folders or zips of O*NET.")]) -> None:
    """Add the occupations of the full O*NET database to a local store that is never committed."""
    from careerbot.knowledge.onet_import import import_onet

    with _all_or_nothing(), writing(), progress() as step:
        report = import_onet(sources, STATE / "onet.msgpack", step)
    for field, count in msgspec.structs.asdict(report).items():
        out.print(
            f"{heading(field)}: {', '.join(count) or 'none' if isinstance(count, tuple) else value_text(count, {})}"
        )


@contextmanager
def _all_or_nothing() -> Iterator[None]:
    """What is wrong here is wrong with what was given: the knowledge itself may be all right."""
    try:
        yield
    except KnowledgeError as error:
        raise NotDone(error.problems) from error


def _print_changes(changes: Sequence[Change], most: int) -> None:
    moved = [change for change in changes if change.kind == "changed"]
    if moved:
        table = Table("Table", "Occupation", "Figure", "Before", "After", "Move", title="The biggest changes")
        for change in moved[:most]:
            table.add_row(change.table, _occupation(change), change.field, *_move(change))
        out.print(table)
    for kind, word in (("added", "New in"), ("gone", "Gone from")):
        codes = [change for change in changes if change.kind == kind]
        for change in codes[:most]:
            out.print(f"{word} {change.table}: {_occupation(change)}", soft_wrap=True)
    kinds = Counter(change.kind for change in changes)
    out.print(f"{kinds['changed']:,} figures changed, {kinds['added']:,} rows are new, {kinds['gone']:,} are gone.")


def _occupation(change: Change) -> str:
    return f"{change.code} {change.title}".strip()


def _move(change: Change) -> Iterator[str]:
    for value in (change.old, change.new):
        yield "–" if value is None else value if isinstance(value, str) else f"{value:,.10g}"
    yield "" if change.relative is None else f"{change.relative:+.1%}"


def _print_new_releases(before: Figures, after: Figures) -> None:
    olds, news = table_infos(before), table_infos(after)
    for name in TABLES:
        old, new = (released(infos[name]) if name in infos else "not there" for infos in (olds, news))
        if old != new:
            out.print(f"Source of {name}: {old} -> {new}", soft_wrap=True)
