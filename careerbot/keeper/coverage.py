"""`careerbot knowledge coverage`: what the written careers cover; it makes docs/coverage.md too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from careerbot.console import out
from careerbot.keeper.screen import SECTIONS, KnowledgeFolder
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.schema import Career
from careerbot.paths import KNOWLEDGE

_GROUPS = {  # the major groups of the 2018 SOC that have civilian jobs
    "11": "Management",
    "13": "Business and financial operations",
    "15": "Computer and mathematical",
    "17": "Architecture and engineering",
    "19": "Life, physical, and social science",
    "21": "Community and social service",
    "23": "Legal",
    "25": "Educational instruction and library",
    "27": "Arts, design, entertainment, sports, and media",
    "29": "Healthcare practitioners and technical",
    "31": "Healthcare support",
    "33": "Protective service",
    "35": "Food preparation and serving related",
    "37": "Building and grounds cleaning and maintenance",
    "39": "Personal care and service",
    "41": "Sales and related",
    "43": "Office and administrative support",
    "45": "Farming, fishing, and forestry",
    "47": "Construction and extraction",
    "49": "Installation, maintenance, and repair",
    "51": "Production",
    "53": "Transportation and material moving",
}
_NO_GROUP = "–"
_MADE_BY = "careerbot knowledge coverage --markdown > docs/coverage.md"


def coverage(
    folder: KnowledgeFolder = KNOWLEDGE,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print it as docs/coverage.md.")] = False,
) -> None:
    """Count the written careers and their sections in each major group of occupations."""
    loaded = Catalogue.load(folder)
    columns = [_column(loaded, group) for group in (*_GROUPS, _NO_GROUP)]
    if markdown:
        typer.echo("\n".join(_as_markdown(loaded, columns)))
        return
    header, *rows = zip(("", "careers", "% of jobs", *SECTIONS), *columns, strict=True)
    table = Table(*header, box=None, padding=(0, 1, 0, 0))
    for row in rows:
        table.add_row(*row)
    Console(width=max(out.width, 100)).print(table)  # narrower, rich would cut the numbers
    for group, name in _GROUPS.items():
        out.print(f"{group} {name}")
    out.print(f"{_NO_GROUP}  without a code\n{_share_meant(loaded)}", soft_wrap=True)


def _column(loaded: Catalogue, group: str) -> tuple[str, ...]:
    """The group's code, how many careers it has, the share of jobs they cover, and how many have each section."""
    careers = [career for career in loaded.written if (career.figures_code or _NO_GROUP).startswith(group)]
    having = [sum(bool(getattr(career, section)) for career in careers) for section in SECTIONS]
    return (group, str(len(careers)), _share_of_jobs(loaded, careers, group), *map(str, having))


def _share_of_jobs(loaded: Catalogue, careers: list[Career], group: str) -> str:
    """In percent. Two careers of one occupation count it once; a stand-in covers only a part of it, and counts none."""
    jobs = {soc: row.employment for soc, row in loaded.figures.table("outlook").items() if soc.startswith(group)}
    rows = [loaded.figures.outlook(career.soc) for career in careers if career.soc]
    covered = {row.soc: row.employment for row in rows if row}
    return f"{100 * sum(covered.values()) / sum(jobs.values()):.0f}" if jobs else _NO_GROUP


def _share_meant(loaded: Catalogue) -> str:
    info = loaded.figures.info("outlook")
    return (
        "The share of jobs counts the occupations whose own SOC code a written career has; a career whose figures "
        f"another occupation lends stands in that one's group and adds no share. Jobs: {info.publisher}, "
        f"{info.title}, {info.period}, the first year."
    )


def _as_markdown(loaded: Catalogue, columns: list[tuple[str, ...]]) -> Iterator[str]:
    yield f"<!-- Written by `{_MADE_BY}`. Do not edit by hand. -->\n"
    yield "# What the written careers cover\n"
    yield f"{_share_meant(loaded)}\n"
    yield f"| group | careers | % of jobs | {' | '.join(section.replace('_', ' ') for section in SECTIONS)} |"
    yield f"|---|{'---:|' * (len(SECTIONS) + 2)}"
    for group, *cells in columns:
        yield f"| {group} {_GROUPS.get(group, 'without a code')} | {' | '.join(cells)} |"
