"""A small set of official files as the publishers write them, the tables made from them, and a refresh that must fail."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from careerbot.knowledge.figures import Figures
from careerbot.knowledge.problems import KnowledgeError
from careerbot.knowledge.refresh import refresh

ACTORS, SURGEONS, TEACHERS, BUYERS = "27-2011", "29-1242", "25-2031", "13-1020"
SOCS = [*(f"11-{n}" for n in range(1011, 1027)), BUYERS, TEACHERS, ACTORS, SURGEONS]
ONETS = [f"{soc}.00" for soc in SOCS if soc != BUYERS] + ["13-1021.00", "13-1022.00", "55-1011.00"]
SKILLS = {"2.A.1.a": "Reading Comprehension", "2.B.3.e": "Programming"}


OEWS_HEADER = [
    *("AREA", "AREA_TITLE", "AREA_TYPE", "I_GROUP", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "H_MEAN", "A_MEAN"),
    *("H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"),
]
NOTES = [
    ["May {year} OEWS Estimates"],
    ["Notes:"],
    ["#  = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year "],
]


def wages(soc: str) -> list[Any]:
    hourly: list[Any] = [15.5, 20.0, 25.25, 30.0, 40.0]
    annual: list[Any] = [32240.0, 41600.0, 52520.0, 62400.0, 83200.0]
    if soc == ACTORS:
        annual = ["*"] * 5
    if soc == TEACHERS:
        hourly = ["*"] * 5
    if soc == SURGEONS:
        hourly, annual = [40.09, 100.83, "#", "#", "#"], [83390.0, 209730.0, "#", "#", "#"]
    return [*hourly, *annual]


def oews_rows(area: str = "1") -> list[list[Any]]:
    def row(soc: str, title: str, level: str, employment: float) -> list[Any]:
        return ["99", "U.S.", area, "cross-industry", soc, title, level, employment, 30.0, 60000.0, *wages(soc)]

    total = row("00-0000", "All Occupations", "total", 1000.0 * len(SOCS))
    return [total, row("11-0000", "Management", "major", 9.0), *(row(s, f"Job {s}", "detailed", 1000.0) for s in SOCS)]


def write_workbook(path: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def write_oews(
    path: Path, *, year: int = 2024, header: list[str] = OEWS_HEADER, rows: list[list[Any]] | None = None
) -> Path:
    notes = [[cell.format(year=year) for cell in row] for row in NOTES]
    data = [header, *(rows or oews_rows())]
    return write_workbook(path, {f"national_M{year}_dl": data, "Field Descriptions": notes})


def projections_header(first: int = 2024) -> list[str]:
    period = f"{first}–{(first + 10) % 100}"
    return [
        f"{first} National Employment Matrix title",
        f"{first} National Employment Matrix code",
        "Occupation type",
        f"Employment, {first}",
        f"Employment, {first + 10}",
        f"Employment change, numeric, {period}",
        f"Employment change, percent, {period}",
        f"Percent self employed, {first}",
        f"Occupational openings, {period} annual average",
        f"Median annual wage, dollars, {first}[1]",
        "Typical education needed for entry",
        "Work experience in a related occupation",
        "Typical on-the-job training needed to attain competency in the occupation",
    ]


def projections_rows() -> list[list[Any]]:
    def row(soc: str) -> list[Any]:
        median = {SURGEONS: ">=$239,200", ACTORS: "—"}.get(soc, 52520)
        numbers = [12.3, 15.8, 3.5, 28.5, "—", 1.2, median]
        return [f"    Work {soc}", soc, "Line item", *numbers, "Bachelor's degree", "None", "None"]

    share = len(SOCS)
    sums = [round(12.3 * share, 1), round(15.8 * share, 1), round(3.5 * share, 1), 28.5, 5.8, 24, 49500]
    total = ["Total, all occupations", "00-0000", "Summary", *sums, "—", "—", "—"]
    summary = ["  Management", "11-0000", "Summary", 1, 2, 1, 100, 1, 1, 1, "—", "—", "—"]
    return [total, summary, *map(row, SOCS), ["Footnotes:"], ["[1] Data are from the OEWS program."]]


def write_projections(
    path: Path, *, first: int = 2024, header: list[str] | None = None, rows: list[list[Any]] | None = None
) -> Path:
    other = [["Table 1.1 Employment by major group"], ["Title", f"Employment, {first}"], ["All", 1]]
    table = [["Table 1.2 Occupational projections"], header or projections_header(first), *(rows or projections_rows())]
    return write_workbook(path, {"Index": [["Occupation.xlsx contents"]], "Table 1.1": other, "Table 1.2": table})


def write_attainment(path: Path) -> Path:
    levels = ["Less than high school diploma", "High school diploma or equivalent", "Some college, no degree"]
    levels += ["Associate's degree", "Bachelor's degree", "Master's degree", "Doctoral or professional degree"]
    head = ["2024 National Employment Matrix title", "2024 National Employment Matrix code", *levels]
    above = [
        "Table 5.3 Educational attainment for workers 25 years and older by detailed occupation, 2022–23 (Percent)"
    ]
    rows = [[f"Job {soc}[1]", soc, 5, 10.5, 14.5, 10, 40, 15, 5] for soc in SOCS]
    total = ["Total, all occupations", "00-0000", 7.4, 22.5, 18.6, 9.5, 25.2, 11.9, 4.9]
    return write_workbook(path, {"Table 5.3": [above, head, total, *rows, ["Footnotes:"]]})


def onet_files(*, skills: bool = True) -> dict[str, list[list[str]]]:
    """The tables by file name, header first."""
    code = "O*NET-SOC Code"
    rated = [onet for onet in ONETS if not onet.startswith("55")]
    six = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
    files = {
        "Occupation Data.txt": [[code, "Title", "Description"], *([onet, "A", "B"] for onet in ONETS)],
        "Interests.txt": [[code, "Element Name", "Scale ID", "Data Value", "Date"]],
        "Job Zones.txt": [[code, "Job Zone", "Date"], *([onet, "4", "08/2023"] for onet in rated)],
        "Alternate Titles.txt": [[code, "Alternate Title", "Short Title", "Source(s)"]],
        "Related Occupations.txt": [[code, "Related O*NET-SOC Code", "Relatedness Tier", "Index"]],
    }
    for onet in ONETS:
        called = ("Elementary Instructor", "3rd Grade Teacher", "Chief of the Whole School", "Teacher (TCHR)", "Aide")
        files["Alternate Titles.txt"] += [[onet, title, "n/a", "08"] for title in called]
    for onet in rated:
        values = [[onet, name, "OI", f"{score}.50", "11/2023"] for score, name in enumerate(six, 1)]
        files["Interests.txt"] += [*values, [onet, "First Interest High-Point", "IH", "6.00", "11/2023"]]
        others = [other for other in rated if other != onet]
        tiers = ["Primary-Short"] * 5 + ["Primary-Long"] * 5 + ["Supplemental"] * 5
        files["Related Occupations.txt"] += [
            [onet, other, tier, str(nth)] for nth, (other, tier) in enumerate(zip(others, tiers, strict=False), 1)
        ]
    if skills:
        files["Skills.txt"] = skill_lines(rated)
        files["Knowledge.txt"] = subject_lines(rated)
    return files


def subject_lines(onets: list[str]) -> list[list[str]]:
    lines = [["O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value", "Recommend Suppress", "Date"]]
    for onet in onets:
        suppress = "Y" if onet == f"{ACTORS}.00" else "N"
        lines.append([onet, "2.C.4.a", "Mathematics", "IM", "3.50", suppress, "05/2025"])
        lines.append([onet, "2.C.4.a", "Mathematics", "LV", "4.25", "N", "05/2025"])
    return lines


def skill_lines(onets: list[str]) -> list[list[str]]:
    flags = ["Recommend Suppress", "Not Relevant"]
    lines = [["O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value", *flags, "Date"]]
    for onet in onets:
        for element, skill in SKILLS.items():
            irrelevant = "Y" if (onet, skill) == (f"{ACTORS}.00", "Programming") else "N"
            suppress = "Y" if (onet, skill) == (f"{TEACHERS}.00", "Programming") else "N"
            lines.append([onet, element, skill, "IM", "3.12", "N", "", "05/2025"])
            lines.append([onet, element, skill, "LV", "2.5", suppress, irrelevant, "05/2025"])
    return lines


def write_onet(folder: Path, files: dict[str, list[list[str]]], read_me: str = "") -> Path:
    folder.mkdir(parents=True)
    for name, lines in files.items():
        (folder / name).write_bytes("".join("\t".join(line) + "\r\n" for line in lines).encode())
    if read_me:
        (folder / "Read Me.txt").write_text(read_me)
    return folder


READ_ME = "O*NET 30.1 Database\nDecember 2025 Release\n---\n"


class Official:
    """A set of official files and the tables that were made from them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.target = folder / "knowledge" / "figures"
        self.oews = write_oews(folder / "national_M2024_dl.xlsx")
        self.projections = write_projections(folder / "occupation.xlsx")
        self.attainment = write_attainment(folder / "education.xlsx")
        self.onet = write_onet(folder / "db_30_1_text", onet_files(), READ_ME)
        self.report = refresh(
            oews=self.oews,
            projections=self.projections,
            attainment=self.attainment,
            onet=[self.onet],
            target=self.target,
        )

    @property
    def figures(self) -> Figures:
        return Figures.load(self.target)

    def snapshot(self) -> dict[str, bytes]:
        """Everything under the knowledge folder, so that a forgotten work folder shows too."""
        return {str(path): path.read_bytes() for path in sorted(self.target.parent.rglob("*")) if path.is_file()}


def refused(official: Official, kind: type[KnowledgeError] = KnowledgeError, **given: Any) -> KnowledgeError:
    """The error of a refresh that must leave the tables as they were."""
    before = official.snapshot()
    with pytest.raises(kind) as caught:
        refresh(target=official.target, **given)
    assert official.snapshot() == before
    return caught.value


def write_csv(path: Path, rows: list[list[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def zipped(folder: Path, archive: Path) -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for file in sorted(folder.iterdir()):
            out.write(file, f"{folder.name}/{file.name}")
    return archive
