"""The writer of `knowledge/figures`: next year's official files in, the tables of `figures.py` out, all or none.

BLS gives workbooks (their tables as CSV are read too), O*NET a zip or folder of tab-separated text. Tables are found by
their headers, and years are read from the files: a release with the same layout needs no change here.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import openpyxl
from msgspec import Struct

from careerbot.knowledge import yaml_files
from careerbot.knowledge.diff import Change, diff
from careerbot.knowledge.figures import (
    ALL_OCCUPATIONS,
    COLUMNS,
    MANIFEST,
    NUMBER,
    SOC_CODE,
    TABLES,
    Figures,
    TableInfo,
    TopCode,
)
from careerbot.knowledge.onet_files import (
    CODE,
    OCCUPATIONS,
    RELATED_OCCUPATIONS,
    SKILLS,
    Release,
    delimited,
    newest,
)
from careerbot.knowledge.problems import BadOfficialFile, KnowledgeError, Problem

Progress = Callable[[str, float], None]
_Row = list[str]


class RefreshedTable(Struct, frozen=True):
    """A table that was written, whether or not its figures moved."""

    name: str
    rows: int
    info: TableInfo


class RefreshReport(Struct, frozen=True):
    """What was written. No `changes` where there were no usable tables before."""

    tables: tuple[RefreshedTable, ...]
    changes: tuple[Change, ...]


class _Draft(NamedTuple):
    name: str
    origin: Path  # the official file, which a problem is reported for
    info: TableInfo
    columns: Sequence[str]
    rows: list[_Row]


def refresh(
    *,
    oews: Path | None = None,
    projections: Path | None = None,
    attainment: Path | None = None,
    onet: Sequence[Path] = (),
    target: Path,
    progress: Progress | None = None,
) -> RefreshReport:
    """Rewrite the tables in `target` whose official files are given, and leave the others as they are.

    `oews` is national_M<year>_dl.xlsx (pay), `projections` occupation.xlsx (outlook, entry), `attainment`
    education.xlsx; of several `onet` releases the newest that has a file is read. Whatever is wrong raises
    KnowledgeError (BadOfficialFile for a file that is not the expected one) and leaves `target` untouched.
    `progress` gets a step and the share done.
    """
    steps: list[tuple[str, Callable[[], list[_Draft]]]] = []
    steps += [(f"wages: {oews.name}", partial(_wages, oews))] if oews else []
    steps += [(f"projections: {projections.name}", partial(_projections, projections))] if projections else []
    steps += [(f"attainment: {attainment.name}", partial(_attainment, attainment))] if attainment else []
    releases = [Release(path, _ONET_FILES) for path in onet]
    for name, read in _ONET_TABLES.items():
        if release := newest(releases, name):
            steps.append((f"O*NET {release.number}: {name}", partial(read, release, name)))
    if not steps:
        raise ValueError("nothing to refresh from: give at least one official file")
    say = progress or (lambda _step, _share: None)
    drafts: list[_Draft] = []
    for done, (step, read_step) in enumerate(steps):
        say(step, done / (len(steps) + 1))
        drafts += read_step()
    say("checking and writing", len(steps) / (len(steps) + 1))
    report = _replace(drafts, releases, target)
    say("done", 1.0)
    return report


# --- writing --------------------------------------------------------------------------------------------------------

_BANNER = "# Written by `careerbot knowledge refresh`: where each table comes from. Do not edit by hand.\n"


def _replace(drafts: list[_Draft], releases: list[Release], target: Path) -> RefreshReport:
    old = _usable(target)
    drafts += _crosswalk(drafts, releases, old)
    for draft in drafts:
        _refuse_shrunk(draft, old, target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}-") as work:
        new = _prove(drafts, target, Path(work))
        _swap(Path(work), target)
    return RefreshReport(
        tables=tuple(RefreshedTable(draft.name, len(draft.rows), draft.info) for draft in drafts),
        changes=tuple(diff(old, new)) if old else (),
    )


def _usable(folder: Path) -> Figures | None:
    """The tables as they are; None where there are none, or broken ones that this refresh may mend."""
    try:
        figures = Figures.load(folder)
        figures.table("skills")
    except KnowledgeError:
        return None
    return figures


def _refuse_shrunk(draft: _Draft, old: Figures | None, target: Path) -> None:
    before = len(old.table(draft.name)) if old else 0
    if len(draft.rows) < 0.9 * before:
        raise BadOfficialFile(
            draft.origin,
            f"expected about the {before} rows that {draft.name} has now, found {len(draft.rows)}: is the file "
            f"cut off? If it is right, delete {target / draft.name}.csv first",
        )


def _prove(drafts: list[_Draft], target: Path, work: Path) -> Figures:
    """The whole new folder, written to `work` and read back by the reader, who finds what is wrong with it."""
    if target.is_dir():
        shutil.copytree(target, work, dirs_exist_ok=True)
    for draft in drafts:
        (work / f"{draft.name}.csv").write_bytes(_as_csv(draft.columns, draft.rows))
    infos = _infos(target) | {draft.name: draft.info for draft in drafts}
    manifest = msgspec.yaml.encode({name: infos[name] for name in TABLES if name in infos})
    (work / MANIFEST).write_bytes(_BANNER.encode() + manifest)
    try:
        new = Figures.load(work)
        new.table("skills")
    except KnowledgeError as error:
        origins = {f"{draft.name}.csv": draft.origin for draft in drafts}
        raise KnowledgeError([_in_terms_of(problem, origins, target) for problem in error.problems]) from error
    return new


def _in_terms_of(problem: Problem, origins: Mapping[str, Path], target: Path) -> Problem:
    """A problem of a table in the work folder, said of the file that the table was read from."""
    table = Path(problem.file).name
    if table not in origins:
        return msgspec.structs.replace(problem, file=str(target / table))
    place = f"line {problem.line} of the {table}" if problem.line else f"the {table}"
    return msgspec.structs.replace(
        problem, file=str(origins[table]), line=0, message=f"{place} read from it: {problem.message}"
    )


def _infos(target: Path) -> dict[str, TableInfo]:
    if not (target / MANIFEST).exists():
        return {}
    infos, problems = yaml_files.read(target / MANIFEST, dict[str, TableInfo])
    if infos is None:
        raise KnowledgeError(problems)
    return infos


def _as_csv(columns: Sequence[str], rows: list[_Row]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([columns, *sorted(rows)])
    return text.getvalue().encode()


def _swap(work: Path, target: Path) -> None:
    """Each file is replaced in one go; the manifest last, so that no table ever stands under a year too new for it."""
    target.mkdir(exist_ok=True)
    for name in (*(f"{table}.csv" for table in TABLES), MANIFEST):
        new, old = work / name, target / name
        if new.exists() and not (old.exists() and old.read_bytes() == new.read_bytes()):
            new.replace(old)


# --- the files of BLS -----------------------------------------------------------------------------------------------


class _Sheet(NamedTuple):
    name: str
    rows: list[_Row]  # cells as text, stripped; empty where there is nothing


class _Found(NamedTuple):
    """A table in a sheet: its rows by the names we asked for, with their line numbers."""

    above: str  # what stands over the header
    rows: list[tuple[int, dict[str, str]]]


_HEADER_WITHIN = 20  # rows: a title and a note or two may stand above the header
_BLS = partial(TableInfo, publisher="U.S. Bureau of Labor Statistics", licence="U.S. government work")


def _sheets(path: Path) -> list[_Sheet]:
    if path.suffix.lower() == ".csv":
        return [_Sheet(path.stem, [[cell.strip() for cell in row] for row in delimited(path, path.read_bytes, ",")])]
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            return [_sheet(sheet) for sheet in book.worksheets]
        finally:
            book.close()
    except Exception as error:  # a damaged workbook makes openpyxl raise nearly anything
        raise BadOfficialFile(path, f"expected an Excel workbook, found one that cannot be read: {error}") from error


def _sheet(sheet: Any) -> _Sheet:
    sheet.reset_dimensions()  # what a workbook says of its size is not always so, and cells beyond it would be cut off
    return _Sheet(sheet.title, [[_as_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)])


def _as_text(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:.12g}"  # 23.33 was stored as 23.329999999999998
    return "" if cell is None else str(cell).strip()


def _plain(text: str) -> str:
    """A header for comparison: footnote marks, kinds of dash, spaces and capitals aside."""
    return " ".join(re.sub(r"[‐-―]", "-", re.sub(r"\[\d+\]", "", text)).split()).casefold()


def _heads(sheets: list[_Sheet]) -> Iterator[str]:
    return (_plain(cell) for sheet in sheets for row in sheet.rows[:_HEADER_WITHIN] for cell in row)


def _find(path: Path, sheets: list[_Sheet], wanted: Mapping[str, str]) -> _Found:
    """The table that has all the `wanted` columns (our name: header), wherever it stands in the file."""
    places = [
        (sheet, at, [_plain(cell) for cell in row])
        for sheet in sheets
        for at, row in enumerate(sheet.rows[:_HEADER_WITHIN])
    ]
    headers = {name: _plain(header) for name, header in wanted.items()}
    sheet, at, found = max(places, key=lambda place: len({*headers.values()} & {*place[2]}), default=(None, 0, [""]))
    lacking = [wanted[name] for name, header in headers.items() if found.count(header) != 1]
    if sheet is None or lacking:
        nearest = f"; nearest to it is row {at + 1} of sheet {sheet.name!r}" if sheet else ""
        raise BadOfficialFile(path, f"expected a table with one column each of: {'; '.join(lacking)}{nearest}")
    columns = {name: found.index(header) for name, header in headers.items()}
    above = " ".join(cell for row in sheet.rows[:at] for cell in row)
    return _Found(above, list(_coded_rows(path, sheet, at + 1, columns)))


def _coded_rows(
    path: Path, sheet: _Sheet, start: int, columns: Mapping[str, int]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Footnotes below a table have no code and one cell."""
    for line, row in enumerate(sheet.rows[start:], start + 1):
        cells = [*row, *[""] * (len(sheet.rows[start - 1]) - len(row))]
        values = {name: cells[at] for name, at in columns.items()}
        if SOC_CODE.fullmatch(values["soc"]):
            yield line, values
        elif values["soc"] or len(list(filter(None, cells))) > 1:
            raise BadOfficialFile(
                path, f"expected a code such as 29-1141, found {values['soc']!r}", line=line, field="soc"
            )


def _number(path: Path, line: int, field: str, cell: str) -> str:
    plain = cell.replace(",", "")
    if not NUMBER.fullmatch(plain):
        raise BadOfficialFile(path, f"expected a number, found {cell!r}", line=line, field=field)
    return f"{float(plain):.12g}"


# wages


def _wages(path: Path) -> list[_Draft]:
    sheets = _sheets(path)
    if path.suffix.lower() == ".csv":  # the CSV form keeps its notes in a file of their own
        sheets += [sheet for notes in sorted(path.parent.glob("*field_descriptions*.csv")) for sheet in _sheets(notes)]
    found = _find(path, sheets, _WAGE_COLUMNS)
    for line, cells in found.rows:
        if (cells["area"], cells["industries"]) != ("1", "cross-industry"):
            place = f"area type {cells['area']!r}, {cells['industries']!r}"
            raise BadOfficialFile(path, f"expected wages of the nation in all industries, found {place}", line=line)
    rows = [_wage_row(path, line, cells) for line, cells in found.rows if cells["level"] in ("detailed", "total")]
    return [_Draft("pay", path, _wage_info(path, sheets), COLUMNS["pay"], rows)]


_PERCENTILES = ("PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90")
_WAGES = {
    f"{unit}_{ours}": f"{letter}_{theirs}"
    for unit, letter in (("annual", "A"), ("hourly", "H"))
    for ours, theirs in zip(("p10", "p25", "median", "p75", "p90"), _PERCENTILES, strict=True)
}
_WAGE_COLUMNS = {
    "soc": "OCC_CODE",
    "title": "OCC_TITLE",
    "level": "O_GROUP",
    "area": "AREA_TYPE",
    "industries": "I_GROUP",
    "employment": "TOT_EMP",
    **_WAGES,
}


def _wage_row(path: Path, line: int, cells: Mapping[str, str]) -> _Row:
    def figure(field: str) -> str:
        return cells[field] if cells[field] in ("*", "#", "**") else _number(path, line, field, cells[field])

    return [cells["soc"], cells["title"], *(figure(field) for field in COLUMNS["pay"][2:])]


def _wage_info(path: Path, sheets: list[_Sheet]) -> TableInfo:
    notes = "\n".join(
        cell for sheet in sheets for row in sheet.rows if len(list(filter(None, row))) < 3 for cell in row
    )
    years = {year for sheet in sheets for year in re.findall(r"_M(\d{4})(?!\d)", sheet.name)}
    years |= set(re.findall(r"\bMay (\d{4}) OEWS\b", notes))
    top = re.search(r"#\s*=.*\$([\d.]+) per hour or \$([\d,]+) per year", notes)
    if len(years) != 1:
        found = " and ".join(sorted(years)) or "none"
        raise BadOfficialFile(
            path, f"expected one year (sheet national_M2024_dl, note May 2024 OEWS Estimates), found {found}"
        )
    if not top:
        raise BadOfficialFile(
            path, "expected a note that says which wage # stands for (Field Descriptions), found none"
        )
    (year,) = years
    return _BLS(
        title="Occupational Employment and Wage Statistics",
        year=int(year),
        period=f"May {year}",
        url="https://www.bls.gov/oes/tables.htm",
        top_code=TopCode(annual=float(top[2].replace(",", "")), hourly=float(top[1])),
    )


# projections


def _projections(path: Path) -> list[_Draft]:
    sheets = _sheets(path)
    first, last = _projected_years(path, sheets)
    period = f"{first}–{last % 100:02d}"
    wanted = {name: header.format(first=first, last=last, period=period) for name, header in _OUTLOOK_COLUMNS.items()}
    found = _find(path, sheets, wanted)
    for line, cells in found.rows:
        if cells["type"] not in ("Line item", "Summary"):
            raise BadOfficialFile(
                path, f"expected Line item or Summary, found {cells['type']!r}", line=line, field="type"
            )
    items = [(line, cells) for line, cells in found.rows if cells["type"] == "Line item"]
    total = [(line, cells) for line, cells in found.rows if cells["soc"] == ALL_OCCUPATIONS]
    info = _BLS(
        title="Employment Projections", year=first, period=period, url="https://www.bls.gov/emp/tables.htm", note=_JOBS
    )
    entry_info = msgspec.structs.replace(info, note="")
    outlook = [_outlook_row(path, line, cells) for line, cells in [*total, *items]]
    entry = [[cells["soc"], _title(cells), *(_said(cells[name]) for name in _ENTRY)] for _, cells in items]
    return [
        _Draft("outlook", path, info, COLUMNS["outlook"], outlook),
        _Draft("entry", path, entry_info, COLUMNS["entry"], entry),
    ]


_JOBS = "employment, change and openings in jobs; published in thousands"
_ENTRY = ("education", "experience", "training")
_OUTLOOK_COLUMNS = {
    "title": "{first} National Employment Matrix title",
    "soc": "{first} National Employment Matrix code",
    "type": "Occupation type",
    "employment": "Employment, {first}",
    "employment_projected": "Employment, {last}",
    "change": "Employment change, numeric, {period}",
    "change_percent": "Employment change, percent, {period}",
    "self_employed_percent": "Percent self employed, {first}",
    "openings": "Occupational openings, {period} annual average",
    "median_annual": "Median annual wage, dollars, {first}",
    "education": "Typical education needed for entry",
    "experience": "Work experience in a related occupation",
    "training": "Typical on-the-job training needed to attain competency in the occupation",
}


def _projected_years(path: Path, sheets: list[_Sheet]) -> tuple[int, int]:
    for cell in _heads(sheets):
        if years := re.fullmatch(r"employment change, numeric, (\d{4})-(\d\d)", cell):
            first = int(years[1])
            return first, first + (int(years[2]) - first) % 100
    raise BadOfficialFile(path, "expected a column such as 'Employment change, numeric, 2024–34', found none")


def _outlook_row(path: Path, line: int, cells: Mapping[str, str]) -> _Row:
    def number(field: str) -> str:
        return _number(path, line, field, cells[field])

    def jobs(field: str) -> str:
        return str(round(float(number(field)) * 1000))

    return [
        cells["soc"],
        _title(cells),
        *(jobs(field) for field in ("employment", "employment_projected", "change")),
        number("change_percent"),
        jobs("openings"),
        number("self_employed_percent") if _said(cells["self_employed_percent"]) else "",
        _median_wage(path, line, cells["median_annual"]),
    ]


def _median_wage(path: Path, line: int, cell: str) -> str:
    if not _said(cell):
        return ""
    at_least = ">=" if cell.startswith(">=") else ""
    return at_least + _number(path, line, "median_annual", cell.removeprefix(">=").removeprefix("$"))


def _title(cells: Mapping[str, str]) -> str:
    return re.sub(r"\[\d+\]$", "", cells["title"]).strip()


def _said(cell: str) -> str:
    """BLS prints a dash where it says nothing. The word "None" is a statement."""
    return "" if cell in ("—", "–", "-") else cell


# attainment


def _attainment(path: Path) -> list[_Draft]:
    sheets = _sheets(path)
    matrix = next((year[1] for cell in _heads(sheets) if (year := re.match(r"(\d{4}) national employment", cell))), "")
    wanted = {name: header.format(matrix=matrix) for name, header in _ATTAINMENT_COLUMNS.items()}
    found = _find(path, sheets, wanted)
    period = re.search(r"attainment.*?(\d{4})-(\d\d)\b", _plain(found.above))
    if not period:
        raise BadOfficialFile(path, "expected the years above the table, such as 'Educational attainment ..., 2022–23'")
    first, last = int(period[1]), int(period[2])
    info = _BLS(
        title="Employment Projections, educational attainment by occupation",
        year=first + (last - first) % 100,
        period=f"{first}–{last:02d}",
        url="https://www.bls.gov/emp/tables/educational-attainment.htm",
        note="percent of the workers of 25 years and older; not exact: the survey counts a wider group of occupations",
    )
    rows = [_attainment_row(path, line, cells) for line, cells in found.rows]
    return [_Draft("attainment", path, info, COLUMNS["attainment"], rows)]


_ATTAINMENT_COLUMNS = {
    "title": "{matrix} National Employment Matrix title",
    "soc": "{matrix} National Employment Matrix code",
    "less_than_high_school": "Less than high school diploma",
    "high_school": "High school diploma or equivalent",
    "some_college": "Some college, no degree",
    "associate": "Associate's degree",
    "bachelor": "Bachelor's degree",
    "master": "Master's degree",
    "doctoral_or_professional": "Doctoral or professional degree",
}


def _attainment_row(path: Path, line: int, cells: Mapping[str, str]) -> _Row:
    exact = "yes" if _title(cells) == cells["title"] else "no"
    return [cells["soc"], _title(cells), exact, *(_number(path, line, f, cells[f]) for f in COLUMNS["attainment"][3:])]


# --- the files of O*NET ---------------------------------------------------------------------------------------------


_Cell = tuple[int, str, str, str]  # line, code, column, what stands in it


def _wide(origin: Path, cells: Iterable[_Cell], columns: Sequence[str]) -> list[_Row]:
    """One row a code out of one line a cell; each code must have each column once."""
    table: dict[str, dict[str, str]] = {}
    for line, code, column, value in cells:
        row = table.setdefault(code, {})
        if column in row or column not in columns:
            problem = "once" if column in row else f"as one of: {', '.join(columns)}"
            raise BadOfficialFile(origin, f"expected {column!r} {problem} for {code}", line=line)
        row[column] = value
    for code, row in table.items():
        if len(row) != len(columns):
            lacking = [column for column in columns if column not in row]
            raise BadOfficialFile(origin, f"expected {', '.join(lacking)} for {code}, found none: is the file cut off?")
    return [[code, *(row[column] for column in columns)] for code, row in table.items()]


def _interests(release: Release, name: str) -> list[_Draft]:
    lines = release.rows(name, CODE, "Element Name", "Scale ID", "Data Value")
    cells = [(n, code, interest.lower(), value) for n, (code, interest, scale, value) in lines if scale == "OI"]
    return [_draft("interests", release, name, cells)]


def _job_zones(release: Release, name: str) -> list[_Draft]:
    lines = release.rows(name, CODE, "Job Zone")
    return [_draft("job_zones", release, name, [(n, code, "job_zone", zone) for n, (code, zone) in lines])]


def _related(release: Release, name: str) -> list[_Draft]:
    lines = release.rows(name, CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index")
    cells = [
        (n, code, f"related_{index}", related)
        for n, (code, related, tier, index) in lines
        if tier.startswith("Primary")
    ]
    return [_draft("related", release, name, cells)]


def _skills(release: Release, name: str) -> list[_Draft]:
    flags = ("Recommend Suppress", "Not Relevant")
    lines = release.rows(name, CODE, "Element ID", "Element Name", "Scale ID", "Data Value", *flags)
    scales = {"IM": "importance", "LV": "level"}
    skills = [skill for _, skill in sorted({(element, skill) for _, (_, element, skill, *_) in lines})]
    cells = [
        (n, code, f"{skill} {scales.get(scale, scale)}", "" if "Y" in flagged else value)
        for n, (code, _, skill, scale, value, *flagged) in lines
    ]
    columns = [f"{skill} {scale}" for skill in skills for scale in scales.values()]
    return [_draft("skills", release, name, cells, columns, note=_LEFT_OUT)]


_LEFT_OUT = "ratings that O*NET advises to suppress or marks as not relevant are left out"


def _draft(
    table: str, release: Release, name: str, cells: Iterable[_Cell], columns: Sequence[str] = (), *, note: str = ""
) -> _Draft:
    columns = columns or COLUMNS[table][1:]
    rows = _wide(release.origin(name), cells, columns)
    return _Draft(table, release.origin(name), release.info(note), ("onet", *columns), rows)


_ONET_TABLES: Mapping[str, Callable[[Release, str], list[_Draft]]] = {
    "Interests.txt": _interests,
    "Job Zones.txt": _job_zones,
    RELATED_OCCUPATIONS: _related,
    SKILLS: _skills,
}
_ONET_FILES = {*_ONET_TABLES, OCCUPATIONS}


def _crosswalk(drafts: list[_Draft], releases: list[Release], old: Figures | None) -> list[_Draft]:
    """The O*NET codes that BLS publishes only combined, from the codes that the two use."""
    release = newest(releases, OCCUPATIONS)
    if not release:
        return []
    onet = {code.partition(".")[0] for _, (code,) in release.rows(OCCUPATIONS, CODE)}
    drafted = {draft.name: {row[0] for row in draft.rows} for draft in drafts}
    bls = {soc for table in ("pay", "outlook") for soc in drafted.get(table, old.table(table) if old else ())}
    rows = [[soc, combined] for soc in onet - bls if (combined := _combined(soc, bls, onet))]
    return [_Draft("soc_crosswalk", release.origin(OCCUPATIONS), release.info(), COLUMNS["soc_crosswalk"], rows)]


def _combined(soc: str, bls: set[str], onet: set[str]) -> str | None:
    """BLS combines under the broad code (13-1021 in 13-1020) or one of its own beside it (21-1011 in 21-1018)."""
    if (broad := f"{soc[:-1]}0") in bls:
        return broad
    own = [code for code in bls - onet if code[:-1] == soc[:-1]]
    return own[0] if len(own) == 1 else None
