"""The tables of `knowledge/figures`: their columns, what a row becomes, and what no single row can show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from careerbot.knowledge import figure_cells as cells
from careerbot.knowledge import yaml_files
from careerbot.knowledge.figure_rows import (
    INTERESTS,
    Attainment,
    Entry,
    Interests,
    Outlook,
    Pay,
    Percentiles,
    SkillRating,
    SkillRatings,
    TableInfo,
    TopCode,
    Wage,
)
from careerbot.knowledge.problems import KnowledgeError, Problem
from careerbot.knowledge.table_files import Layout

ALL_OCCUPATIONS = "00-0000"
MANIFEST = "manifest.yml"
SOC_CODE = re.compile(r"\d\d-\d{4}", re.ASCII)
ONET_CODE = re.compile(r"\d\d-\d{4}\.\d\d", re.ASCII)

# --- layouts: the columns of each table, in their order, and what a row becomes -------------------------------------


class Tables(NamedTuple):
    """What is read at once; skills and subjects are read when first asked for."""

    pay: Mapping[str, Pay]
    outlook: Mapping[str, Outlook]
    entry: Mapping[str, Entry]
    attainment: Mapping[str, Attainment]
    interests: Mapping[str, Interests]
    job_zones: Mapping[str, int]
    related: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, tuple[str, ...]]
    soc_crosswalk: Mapping[str, str]


_soc = cells.code(SOC_CODE, "29-1141")
_onet_soc = cells.code(ONET_CODE, "29-1141.00")
_NAMED = {"soc": _soc, "title": cells.text}
_NO_TOP_CODE = TopCode(annual=cells.FAR, hourly=cells.FAR)
RELATED = 10  # what O*NET calls the primary ones
TITLES_BETWEEN = "; "


def layouts(infos: Mapping[str, TableInfo]) -> dict[str, Layout[Any]]:
    """The layouts of `Tables`. The manifest says what `#` stands for in wages."""
    top = (infos["pay"].top_code if "pay" in infos else None) or _NO_TOP_CODE
    percent = cells.number(0, 100)
    words = cells.unless("", cells.text)
    return {
        "pay": Layout(
            {
                **_NAMED,
                "employment": cells.unless("**", cells.whole(0)),
                **{f"annual_{name}": cells.wage(top.annual) for name in Percentiles.__struct_fields__},
                **{f"hourly_{name}": cells.wage(top.hourly) for name in Percentiles.__struct_fields__},
            },
            _pay,
        ),
        "outlook": Layout(
            {
                **_NAMED,
                "employment": cells.whole(0),
                "employment_projected": cells.whole(0),
                "change": cells.whole(),
                "change_percent": cells.number(),
                "openings": cells.whole(0),
                "self_employed_percent": cells.unless("", percent),
                "median_annual": cells.median_wage,
            },
            _outlook,
        ),
        "entry": Layout({**_NAMED, "education": words, "experience": words, "training": words}, Entry),
        "attainment": Layout(
            {**_NAMED, "exact": cells.yes_or_no, **dict.fromkeys(Attainment.__struct_fields__[3:], percent)},
            _attainment,
        ),
        "interests": Layout({"onet": _onet_soc, **dict.fromkeys(INTERESTS, cells.number(1, 7))}, Interests),
        "job_zones": Layout({"onet": _onet_soc, "job_zone": cells.whole(1, 5)}, lambda _, zone: zone),
        "related": Layout(
            {"onet": _onet_soc, **{f"related_{nth}": _onet_soc for nth in range(1, RELATED + 1)}},
            lambda _, *codes: codes,
        ),
        "titles": Layout(
            {"onet": _onet_soc, "titles": cells.text}, lambda _, titles: tuple(titles.split(TITLES_BETWEEN))
        ),
        "soc_crosswalk": Layout({"soc": _soc, "bls_soc": _soc}, lambda _, bls: bls),
    }


def skills_layout(header: Iterable[str]) -> Layout[SkillRatings]:
    """The table's own header says which skills there are: "<skill> importance" and "<skill> level" for each."""
    skills = list(dict.fromkeys(column.rpartition(" ")[0] for column in header if column != "onet"))
    scales = {"importance": cells.unless("", cells.number(1, 5)), "level": cells.unless("", cells.number(0, 7))}
    columns = {f"{skill} {scale}": convert for skill in skills for scale, convert in scales.items()}

    def build(onet: str, *numbers: float | None) -> SkillRatings:
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        return SkillRatings(onet, {skill: SkillRating(*pair) for skill, pair in zip(skills, pairs, strict=True)})

    return Layout({"onet": _onet_soc, **columns}, build)


def subjects_layout(header: Iterable[str]) -> Layout[Mapping[str, float | None]]:
    """The table's own header says which subjects there are."""
    subjects = [column for column in dict.fromkeys(header) if column != "onet"]
    rating = cells.unless("", cells.number(1, 5))

    def build(_: str, *ratings: float | None) -> Mapping[str, float | None]:
        return dict(zip(subjects, ratings, strict=True))

    return Layout({"onet": _onet_soc, **dict.fromkeys(subjects, rating)}, build)


def _pay(soc: str, title: str, employment: int | None, *wages: Wage) -> Pay:
    return Pay(soc, title, employment, _percentiles("annual", wages[:5]), _percentiles("hourly", wages[5:]))


def _percentiles(unit: str, wages: tuple[Wage, ...]) -> Percentiles:
    amounts = [wage.amount for wage in wages if wage.amount is not None]
    if amounts != sorted(amounts):
        raise ValueError(f"expected {unit} wages that rise from p10 to p90, found {amounts}")
    return Percentiles(*wages)


_ROUNDING = 200  # jobs: published numbers are rounded to the nearest hundred, and three of them are held together


def _outlook(*values: Any) -> Outlook:
    row = Outlook(*values)
    found = f"{row.employment} + {row.change} ({row.change_percent:g} percent) = {row.employment_projected}"
    if abs(row.employment + row.change - row.employment_projected) > _ROUNDING:
        raise ValueError(f"expected employment and change to give the projected employment, found {found}")
    if abs(row.change - row.employment * row.change_percent / 100) > _ROUNDING + row.employment / 1000:
        raise ValueError(f"expected a change of as many jobs as its percentage says, found {found}")
    return row


def _attainment(*values: Any) -> Attainment:
    if not 99 <= sum(values[3:]) <= 101:
        raise ValueError(f"expected shares that add up to 100 percent, found {sum(values[3:]):g}")
    return Attainment(*values)


COLUMNS: Mapping[str, tuple[str, ...]] = {name: tuple(layout.columns) for name, layout in layouts({}).items()}
OPTIONAL = frozenset({"attainment", "subjects", "titles"})
TABLES = (*COLUMNS, "skills", "subjects")


# --- files ----------------------------------------------------------------------------------------------------------


def read_manifest(folder: Path) -> tuple[Mapping[str, TableInfo], list[Problem]]:
    """Where the tables of a folder come from, and what is wrong with that; KnowledgeError where nobody can say."""
    path = folder / MANIFEST
    infos, problems = yaml_files.read(path, dict[str, TableInfo])
    if infos is None:
        raise KnowledgeError(problems)
    for name in TABLES:
        if name not in infos and (name not in OPTIONAL or (folder / f"{name}.csv").exists()):
            problems.append(Problem(str(path), 0, name, "expected an entry that says where this table comes from"))
    for name in infos.keys() - set(TABLES):
        problems.append(Problem(str(path), 0, name, f"unknown table; there are {', '.join(TABLES)}"))
    if "pay" in infos and not infos["pay"].top_code:
        problems.append(Problem(str(path), 0, "pay.top_code", "expected the annual and hourly wage that # stands for"))
    for late in ("skills", "subjects"):  # read when first asked for
        if late in infos and not (folder / f"{late}.csv").exists():
            problems.append(Problem(str(folder / f"{late}.csv"), 0, "", "expected this table, it is missing"))
    return infos, problems


def unfit(folder: Path, tables: Tables) -> Iterator[Problem]:
    """What no single row can show."""
    if ALL_OCCUPATIONS not in tables.outlook:
        yield Problem(str(folder / "outlook.csv"), 0, "soc", f"expected a row for all occupations, {ALL_OCCUPATIONS}")
    for name, rows in (("pay", tables.pay), ("outlook", tables.outlook)):
        yield from _not_adding_up(folder / f"{name}.csv", {soc: row.employment for soc, row in rows.items()})
    for soc, bls in tables.soc_crosswalk.items():
        if bls not in tables.pay and bls not in tables.outlook:
            yield Problem(str(folder / "soc_crosswalk.csv"), 0, soc, f"expected a code that BLS uses, found {bls}")


def _not_adding_up(path: Path, employment: dict[str, int | None]) -> Iterator[Problem]:
    """The occupations make up the total, but for rounding: otherwise some of them are missing."""
    total = employment.pop(ALL_OCCUPATIONS, None)
    known = [jobs for jobs in employment.values() if jobs is not None]
    if total is not None and len(known) == len(employment) and abs(sum(known) - total) > total / 200:
        yield Problem(str(path), 0, "employment", f"expected occupations that add up to {total}, found {sum(known)}")
