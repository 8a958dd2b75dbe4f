"""`careerbot knowledge show`: all that is known of one career, in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, Any

import msgspec
import typer
from rich.table import Table

from careerbot.advice import phrasing
from careerbot.console import out
from careerbot.keeper.screen import SECTIONS, fail, heading, print_indented, released, value_text
from careerbot.knowledge.catalogue import Catalogue, catalogue, references
from careerbot.knowledge.figures import ONET_CODE, SOC_CODE, Figures, Wage
from careerbot.knowledge.schema import Career, CareerFile


def show(career: Annotated[str, typer.Argument(metavar="ID", help="An id, a SOC code or a name.")]) -> None:
    """Show all that is known of one career, with the sources."""
    known = catalogue()
    found = known.careers[_career_id(known, career.strip())]
    _print_names(known, found)
    for section in SECTIONS:
        _print_section(known, section, getattr(found, section))
    _print_figures(known.figures, found)


def _career_id(known: Catalogue, asked: str) -> str:
    ids = _meant(known, asked)
    if len(ids) != 1:
        fail(f"{asked!r} may be {phrasing.listed(ids, last='or')}: ask for one of them." if ids else _unknown(asked))
    return ids[0]


def _unknown(asked: str) -> str:
    from careerbot.knowledge.name_index import name_index

    near = name_index().nearest(asked)
    hint = f"The nearest: {', '.join(near)}." if near else "Give an id, a SOC code such as 29-1141, or a name."
    return f"No career is called {asked!r}. {hint}"


def _meant(known: Catalogue, asked: str) -> list[str]:
    """The ids that `asked` may stand for; careers with a file before those that only have figures."""
    if asked in known.careers:
        return [asked]
    if SOC_CODE.fullmatch(asked) or ONET_CODE.fullmatch(asked):
        return _coded(known, asked)
    from careerbot.knowledge.name_index import name_index

    mentions = name_index().find(asked)
    whole = len(mentions) == 1 and mentions[0].start == 0 and mentions[0].end == len(asked)
    return _written_first(known, mentions[0].career_ids) if whole else []


def _coded(known: Catalogue, code: str) -> list[str]:
    """By its SOC or O*NET code; of the O*NET parts of an occupation, the one that is the whole of it (.00)."""
    careers = [career for career in known.careers.values() if code in (career.soc, career.onet)]
    ids = _written_first(known, [career.id for career in careers])
    return [each for each in ids if each == f"{code}.00"] or ids


def _written_first(known: Catalogue, ids: Sequence[str]) -> list[str]:
    return [each for each in ids if isinstance(known.careers[each], CareerFile)] or list(ids)


def _print_names(known: Catalogue, career: Career) -> None:
    out.print(career.title, style="bold")
    lines = {
        "id": career.id,
        "also": ", ".join(career.also_known_as),
        "also, in O*NET": ", ".join(known.further_names.get(career.id, ())),
        "SOC": career.soc,
        "O*NET": career.onet,
    }
    for label, value in lines.items():
        if value:
            print_indented(f"{label}: {value}")
    if career.stand_in:
        print_indented(f"figures of {career.stand_in.soc} stand in: {career.stand_in.why}")


def _print_section(known: Catalogue, section: str, value: Any) -> None:
    if not value:
        return
    out.print(f"\n{heading(section)}", style="underline")
    for line in _lines(value):
        print_indented(line)
    for reference in dict.fromkeys(reference for _, reference in references(value)):
        print_indented(_cited(known, reference), "dim")


def _lines(value: Any, label: str = "") -> Iterator[str]:
    if isinstance(value, list):
        yield from [f"{label}:"] if label and value else []
        for item in value:
            yield from _lines(item) if isinstance(item, msgspec.Struct) else [f"• {item}"]
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            if field != "sources":
                yield from _lines(getattr(value, field), "" if field in ("text", "items") else heading(field))
    elif value is not None:
        yield f"{label}: {value_text(value, {})}" if label else str(value)


def _cited(known: Catalogue, reference: str) -> str:
    source, url = known.source(reference)
    parts = (source.publisher, source.title, source.year, url)
    return f"Source {reference}: {', '.join(str(part) for part in parts if part)}"


_LOOKUPS: Mapping[str, Callable[[Figures, str], Any]] = {
    "pay": Figures.pay,
    "outlook": Figures.outlook,
    "entry": Figures.entry,
    "attainment": Figures.attainment,
    "interests": Figures.interests,
    "job_zones": Figures.job_zone,
    "related": Figures.related,
    "skills": Figures.skills,
    "subjects": Figures.subjects,
}
_BY_ONET = ("interests", "job_zones", "related", "skills", "subjects")


def _print_figures(figures: Figures, career: Career) -> None:
    for table, look_up in _LOOKUPS.items():
        code = (table in _BY_ONET and career.onet) or career.figures_code or ""
        record = look_up(figures, code)
        if record:
            _print_figure(figures, table, code, record)
    if not career.figures_code:
        out.print("\nNo official figures: it has no SOC code and no stand-in.")


def _print_figure(figures: Figures, table: str, code: str, record: Any) -> None:
    info = figures.info(table)
    measured = getattr(record, "soc", code)
    title = getattr(record, "title", figures.occupations.get(code.partition(".")[0], ""))
    out.print(f"\nFigures: {heading(table)}", style="underline")
    grid = Table.grid(padding=(0, 2))
    for label, value in _figures(getattr(record, "ratings", record), _titles(figures)):
        grid.add_row(heading(label), value)
    print_indented(grid)
    print_indented(f"Measured for {title} ({measured})", "dim")
    print_indented(f"Source: {released(info)}", "dim")


def _titles(figures: Figures) -> dict[str, str]:
    """Titles by SOC code, also for the codes that are counted only together with others."""
    occupations = figures.occupations
    together = figures.table("soc_crosswalk").items()
    return {part: f"(part of: {occupations[whole]})" for part, whole in together} | dict(occupations)


def _figures(record: Any, titles: Mapping[str, str], at: str = "") -> Iterator[tuple[str, str]]:
    """Each figure of a record by its dotted path."""
    if isinstance(record, Mapping):
        for name, part in record.items():
            yield from _figures(part, titles, f"{at}.{name}".lstrip("."))
    elif isinstance(record, msgspec.Struct) and not isinstance(record, Wage):
        parts = {name: getattr(record, name) for name in record.__struct_fields__}
        yield from _figures({k: v for k, v in parts.items() if k not in ("soc", "onet", "title")}, titles, at)
    else:
        yield at, value_text(record, titles)
