"""The tables that come from BLS: pay, outlook, entry, attainment. Years are read from the files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import msgspec

from careerbot.knowledge.drafts import Draft
from careerbot.knowledge.figures import ALL_OCCUPATIONS, COLUMNS, TableInfo, TopCode
from careerbot.knowledge.official_files import Row, Sheet, find, heads, number_in, plain, sheets_of
from careerbot.knowledge.problems import BadOfficialFile

_BLS = partial(TableInfo, publisher="U.S. Bureau of Labor Statistics", licence="U.S. government work")

# --- wages ------------------------------------------------------------------------------------------------------------


def wages(path: Path) -> list[Draft]:
    """The table `pay`, from national_M<year>_dl.xlsx."""
    sheets = sheets_of(path)
    if path.suffix.lower() == ".csv":  # the CSV form keeps its notes in a file of their own
        sheets += [
            sheet for notes in sorted(path.parent.glob("*field_descriptions*.csv")) for sheet in sheets_of(notes)
        ]
    found = find(path, sheets, _WAGE_COLUMNS)
    for line, cells in found.rows:
        if (cells["area"], cells["industries"]) != ("1", "cross-industry"):
            place = f"area type {cells['area']!r}, {cells['industries']!r}"
            raise BadOfficialFile(path, f"expected wages of the nation in all industries, found {place}", line=line)
    rows = [_wage_row(path, line, cells) for line, cells in found.rows if cells["level"] in ("detailed", "total")]
    return [Draft("pay", path, _wage_info(path, sheets), COLUMNS["pay"], rows)]


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


def _wage_row(path: Path, line: int, cells: Mapping[str, str]) -> Row:
    def figure(field: str) -> str:
        return cells[field] if cells[field] in ("*", "#", "**") else number_in(path, line, field, cells[field])

    return [cells["soc"], cells["title"], *(figure(field) for field in COLUMNS["pay"][2:])]


def _wage_info(path: Path, sheets: list[Sheet]) -> TableInfo:
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


# --- projections ------------------------------------------------------------------------------------------------------


def projections(path: Path) -> list[Draft]:
    """The tables `outlook` and `entry`, from occupation.xlsx."""
    sheets = sheets_of(path)
    first, last = _projected_years(path, sheets)
    period = f"{first}–{last % 100:02d}"
    wanted = {name: header.format(first=first, last=last, period=period) for name, header in _OUTLOOK_COLUMNS.items()}
    found = find(path, sheets, wanted)
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
        Draft("outlook", path, info, COLUMNS["outlook"], outlook),
        Draft("entry", path, entry_info, COLUMNS["entry"], entry),
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


def _projected_years(path: Path, sheets: list[Sheet]) -> tuple[int, int]:
    for cell in heads(sheets):
        if years := re.fullmatch(r"employment change, numeric, (\d{4})-(\d\d)", cell):
            first = int(years[1])
            return first, first + (int(years[2]) - first) % 100
    raise BadOfficialFile(path, "expected a column such as 'Employment change, numeric, 2024–34', found none")


def _outlook_row(path: Path, line: int, cells: Mapping[str, str]) -> Row:
    def number(field: str) -> str:
        return number_in(path, line, field, cells[field])

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
    return at_least + number_in(path, line, "median_annual", cell.removeprefix(">=").removeprefix("$"))


def _title(cells: Mapping[str, str]) -> str:
    return re.sub(r"\[\d+\]$", "", cells["title"]).strip()


def _said(cell: str) -> str:
    """BLS prints a dash where it says nothing. The word "None" is a statement."""
    return "" if cell in ("—", "–", "-") else cell


# --- attainment -------------------------------------------------------------------------------------------------------


def attainment(path: Path) -> list[Draft]:
    """The table `attainment`, from education.xlsx."""
    sheets = sheets_of(path)
    matrix = next((year[1] for cell in heads(sheets) if (year := re.match(r"(\d{4}) national employment", cell))), "")
    wanted = {name: header.format(matrix=matrix) for name, header in _ATTAINMENT_COLUMNS.items()}
    found = find(path, sheets, wanted)
    period = re.search(r"attainment.*?(\d{4})-(\d\d)\b", plain(found.above))
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
    return [Draft("attainment", path, info, COLUMNS["attainment"], rows)]


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


def _attainment_row(path: Path, line: int, cells: Mapping[str, str]) -> Row:
    exact = "yes" if _title(cells) == cells["title"] else "no"
    return [
        cells["soc"],
        _title(cells),
        exact,
        *(number_in(path, line, f, cells[f]) for f in COLUMNS["attainment"][3:]),
    ]
