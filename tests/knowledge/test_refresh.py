"""Hand-made official files in the publishers' formats, and the real ones where the shared folder is present."""

from __future__ import annotations

import contextlib
import csv
import random
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerbot.knowledge.diff import Change
from careerbot.knowledge.figures import TABLES, Figures, Wage
from careerbot.knowledge.problems import BadOfficialFile, KnowledgeError
from careerbot.knowledge.refresh import refresh

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference"
FIGURES = Path(__file__).resolve().parents[2] / "knowledge" / "figures"
with_reference = pytest.mark.skipif(not REFERENCE.is_dir(), reason="the official files are not beside this checkout")

ACTORS, SURGEONS, TEACHERS, BUYERS = "27-2011", "29-1242", "25-2031", "13-1020"
SOCS = [*(f"11-{n}" for n in range(1011, 1027)), BUYERS, TEACHERS, ACTORS, SURGEONS]
ONETS = [f"{soc}.00" for soc in SOCS if soc != BUYERS] + ["13-1021.00", "13-1022.00", "55-1011.00"]
SKILLS = {"2.A.1.a": "Reading Comprehension", "2.B.3.e": "Programming"}


# --- the files ------------------------------------------------------------------------------------------------------

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


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Official:
    """Shared: only for tests that leave the tables alone, as every refused refresh must."""
    return Official(tmp_path_factory.mktemp("official"))


@pytest.fixture
def official(made: Official, tmp_path: Path) -> Official:
    """A copy whose tables a test may change."""
    shutil.copytree(made.folder, tmp_path, dirs_exist_ok=True)
    copy = object.__new__(Official)
    copy.__dict__ = {
        name: tmp_path / value.relative_to(made.folder) if isinstance(value, Path) else value
        for name, value in vars(made).items()
    }
    return copy


def refused(official: Official, kind: type[KnowledgeError] = KnowledgeError, **given: Any) -> KnowledgeError:
    """The error of a refresh that must leave the tables as they were."""
    before = official.snapshot()
    with pytest.raises(kind) as caught:
        refresh(target=official.target, **given)
    assert official.snapshot() == before
    return caught.value


# --- what is read ---------------------------------------------------------------------------------------------------


def test_a_first_refresh_writes_every_table_and_says_where_it_is_from(made: Official) -> None:
    assert {table.name for table in made.report.tables} == set(TABLES)
    assert made.report.changes == ()
    periods = {name: (made.figures.info(name).period, made.figures.info(name).year) for name in TABLES}
    onet = dict.fromkeys(
        ("interests", "job_zones", "related", "titles", "soc_crosswalk", "skills", "subjects"), ("December 2025", 2025)
    )
    bls = {"pay": ("May 2024", 2024), "outlook": ("2024–34", 2024), "entry": ("2024–34", 2024)}
    assert periods == {**bls, "attainment": ("2022–23", 2023), **onet}


def test_a_surgeons_median_is_at_least_the_top_code_of_the_workbooks_note(made: Official) -> None:
    pay = made.figures.pay(SURGEONS)
    assert pay is not None
    assert (pay.annual.p25, pay.annual.median) == (Wage(209730), Wage(239200, top_coded=True))
    assert pay.hourly.median == Wage(115, top_coded=True)
    assert ",#,#,#," in (made.target / "pay.csv").read_text()


def test_actors_have_hourly_wages_only_and_teachers_annual_ones_only(made: Official) -> None:
    actors, teachers = made.figures.pay(ACTORS), made.figures.pay(TEACHERS)
    assert actors is not None
    assert teachers is not None
    assert (actors.annual.median.known, actors.hourly.median) == (False, Wage(25.25))
    assert (teachers.annual.median, teachers.hourly.median.known) == (Wage(52520), False)


def test_the_word_none_is_a_value_and_a_dash_is_missing(made: Official) -> None:
    entry, outlook = made.figures.entry(ACTORS), made.figures.outlook(ACTORS)
    assert entry is not None
    assert outlook is not None
    assert (entry.education, entry.experience, entry.training) == ("Bachelor's degree", "None", "None")
    assert outlook.self_employed_percent is None
    assert not outlook.median_annual.known


def test_thousands_become_jobs(made: Official) -> None:
    outlook = made.figures.outlook(SURGEONS)
    assert outlook is not None
    assert (outlook.employment, outlook.employment_projected, outlook.change) == (12300, 15800, 3500)
    assert (outlook.openings, outlook.change_percent) == (1200, 28.5)
    assert outlook.median_annual == Wage(239200, top_coded=True)


def test_the_average_is_the_row_of_all_occupations_and_no_occupation(made: Official) -> None:
    assert made.figures.average.median_annual == Wage(49500)
    assert made.figures.average.employment == 246000
    assert sorted(made.figures.occupations) == sorted(SOCS)


def test_codes_that_bls_publishes_combined_are_found_and_military_ones_are_not(made: Official) -> None:
    pay = made.figures.pay("13-1021.00")
    assert pay is not None
    assert pay.soc == BUYERS
    assert made.figures.table("soc_crosswalk") == {"13-1021": BUYERS, "13-1022": BUYERS}
    assert made.figures.pay("55-1011") is None


def test_a_subject_has_its_importance_unless_suppressed(made: Official) -> None:
    assert made.figures.subjects(TEACHERS) == {"Mathematics": 3.5}
    assert made.figures.subjects(ACTORS) == {"Mathematics": None}


def test_flagged_levels_are_left_out_and_the_importance_stays(made: Official) -> None:
    for flagged in (ACTORS, TEACHERS):
        skills = made.figures.skills(flagged)
        assert skills is not None
        assert (skills.ratings["Programming"].importance, skills.ratings["Programming"].level) == (3.12, None)
        assert skills.ratings["Reading Comprehension"].level == 2.5


def test_titles_are_those_of_one_or_two_words(made: Official) -> None:
    assert made.figures.titles["11-1011.00"] == ("Aide", "Elementary Instructor")


def test_related_occupations_are_the_ten_primary_ones_in_order(made: Official) -> None:
    assert made.figures.related("11-1011") == tuple(f"11-{n}.00" for n in range(1012, 1022))


def test_the_tables_are_sorted_and_end_lines_plainly(made: Official) -> None:
    for table in made.target.glob("*.csv"):
        data = table.read_bytes()
        codes = [line.split(b",")[0] for line in data.splitlines()[1:]]
        assert codes == sorted(codes)
        assert b"\r" not in data


# --- next year, other forms -----------------------------------------------------------------------------------------


def test_next_years_wages_change_exactly_what_moved(official: Official) -> None:
    rows = oews_rows()
    next(row for row in rows if row[4] == TEACHERS)[OEWS_HEADER.index("A_MEDIAN")] = 55146.0
    before = official.snapshot()
    report = refresh(oews=write_oews(official.folder / "next.xlsx", year=2025, rows=rows), target=official.target)
    after = official.snapshot()
    changed = {Path(name).name for name in before if before[name] != after[name]}
    assert changed == {"pay.csv", "manifest.yml"}
    what = {"table": "pay", "code": TEACHERS, "title": f"Work {TEACHERS}", "field": "annual.median"}
    move = Change(kind="changed", **what, old=52520.0, new=55146.0)
    assert report.changes == (move,)
    assert (official.figures.info("pay").period, official.figures.info("outlook").period) == ("May 2025", "2024–34")


def test_next_years_projections_say_their_own_years(official: Official) -> None:
    path = write_projections(official.folder / "next.xlsx", first=2025)
    report = refresh(projections=path, target=official.target)
    assert official.figures.info("outlook").period == "2025–35"
    assert official.figures.info("entry").year == 2025
    assert report.changes == ()


def test_the_same_files_again_change_no_byte(official: Official) -> None:
    before = official.snapshot()
    assert refresh(oews=official.oews, onet=[official.onet], target=official.target).changes == ()
    assert official.snapshot() == before


def test_columns_may_stand_in_another_order(official: Official) -> None:
    before = official.snapshot()
    rows = [row[::-1] for row in oews_rows()]
    refresh(
        oews=write_oews(official.folder / "turned.xlsx", header=OEWS_HEADER[::-1], rows=rows), target=official.target
    )
    assert official.snapshot() == before


def test_csv_forms_give_the_same_figures(official: Official) -> None:
    before = {name: official.figures.table(name) for name in ("pay", "outlook", "entry")}
    oews, projections = official.folder / "oews_national_M2024_detailed.csv", official.folder / "table_1_2.csv"
    write_csv(oews, [OEWS_HEADER, *(row for row in oews_rows() if row[6] == "detailed")])
    write_csv(official.folder / "oews_field_descriptions.csv", [[row[0].format(year=2024), ""] for row in NOTES])
    write_csv(projections, [projections_header(), *projections_rows()[:-2]])
    refresh(oews=oews, projections=projections, target=official.target)
    after = {name: official.figures.table(name) for name in before}
    assert after["pay"] == {soc: pay for soc, pay in before["pay"].items() if soc != "00-0000"}
    assert (after["outlook"], after["entry"]) == (before["outlook"], before["entry"])


def write_csv(path: Path, rows: list[list[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def test_a_zip_with_a_folder_inside_reads_like_the_folder(official: Official) -> None:
    before = official.snapshot()
    archive = zipped(official.onet, official.folder / "db_30_1_text.zip")
    refresh(onet=[archive], target=official.target)
    assert official.snapshot() == before


def zipped(folder: Path, archive: Path) -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for file in sorted(folder.iterdir()):
            out.write(file, f"{folder.name}/{file.name}")
    return archive


def test_the_newest_release_that_has_a_file_wins(official: Official) -> None:
    old = write_onet(official.folder / "onet-29.3", onet_files(), "O*NET 29.3 Database\nMay 2025 Release\n")
    new = write_onet(
        official.folder / "onet-31.0", onet_files(skills=False), "O*NET 31.0 Database\nAugust 2026 Release\n"
    )
    refresh(onet=[old, new], target=official.target)
    info = official.figures.info
    assert (info("skills").title, info("skills").period) == ("O*NET 29.3 Database", "May 2025")
    assert (info("interests").title, info("interests").period) == ("O*NET 31.0 Database", "August 2026")


def test_without_a_read_me_the_folders_name_says_the_release(official: Official) -> None:
    refresh(onet=[write_onet(official.folder / "onet-30.2", onet_files())], target=official.target)
    info = official.figures.info("related")
    assert (info.title, info.period, info.year) == ("O*NET 30.2 Database", "release 30.2", 2025)


def test_progress_rises_to_one(official: Official) -> None:
    shares: list[float] = []
    refresh(oews=official.oews, target=official.target, progress=lambda _, share: shares.append(share))
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_giving_nothing_is_a_mistake_of_the_caller(made: Official) -> None:
    with pytest.raises(ValueError, match="at least one official file"):
        refresh(target=made.target)


# --- what is refused ------------------------------------------------------------------------------------------------


def test_another_workbook_is_refused_with_the_columns_it_lacks(made: Official) -> None:
    assert "OCC_CODE" in str(refused(made, BadOfficialFile, oews=made.projections))
    assert "Employment change, numeric" in str(refused(made, BadOfficialFile, projections=made.oews))
    assert "Table 1.2" in str(refused(made, BadOfficialFile, attainment=made.projections))


def test_a_changed_header_is_refused_by_its_name(made: Official, tmp_path: Path) -> None:
    header = ["A_MED" if name == "A_MEDIAN" else name for name in OEWS_HEADER]
    error = refused(made, BadOfficialFile, oews=write_oews(tmp_path / "changed.xlsx", header=header))
    assert "A_MEDIAN" in str(error)


def test_state_wages_are_refused(made: Official, tmp_path: Path) -> None:
    states = write_oews(tmp_path / "state.xlsx", rows=oews_rows(area="2"))
    assert "nation" in str(refused(made, BadOfficialFile, oews=states))


def test_a_sheet_and_a_note_of_two_years_are_refused(made: Official, tmp_path: Path) -> None:
    notes = [[cell.format(year=2023) for cell in row] for row in NOTES]
    path = write_workbook(tmp_path / "two.xlsx", {"national_M2024_dl": [OEWS_HEADER, *oews_rows()], "Notes": notes})
    assert "2023 and 2024" in str(refused(made, BadOfficialFile, oews=path))


def test_wages_without_the_note_on_top_codes_are_refused(made: Official, tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "bare.xlsx", {"national_M2024_dl": [OEWS_HEADER, *oews_rows()]})
    assert "#" in str(refused(made, BadOfficialFile, oews=path))


def test_a_table_that_lost_many_rows_is_refused(made: Official, tmp_path: Path) -> None:
    rows = [row for row in oews_rows() if row[6] == "detailed"][:12]
    error = refused(made, BadOfficialFile, oews=write_oews(tmp_path / "short.xlsx", rows=rows))
    assert "cut off" in str(error)


def test_occupations_that_do_not_make_up_the_total_are_refused(made: Official, tmp_path: Path) -> None:
    rows = [row for row in projections_rows() if row[1:2] != ["11-1011"]]
    error = refused(made, projections=write_projections(tmp_path / "gap.xlsx", rows=rows))
    assert "add up to" in str(error)
    assert str(tmp_path / "gap.xlsx") in str(error)


def test_an_occupation_without_all_its_scores_is_refused(made: Official, tmp_path: Path) -> None:
    files = onet_files()
    del files["Interests.txt"][3]
    error = refused(made, BadOfficialFile, onet=[write_onet(tmp_path / "onet", files, READ_ME)])
    assert "artistic for 11-1011.00" in str(error)


def test_a_first_refresh_without_all_files_writes_nothing(made: Official, tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="skills"):
        refresh(oews=made.oews, target=tmp_path / "figures")
    assert list(tmp_path.iterdir()) == []


def test_onet_with_nothing_but_its_list_of_occupations_is_refused_by_itself(made: Official, tmp_path: Path) -> None:
    files = {"Occupation Data.txt": onet_files()["Occupation Data.txt"]}
    folder = write_onet(tmp_path / "onet", files, READ_ME)
    error = refused(made, BadOfficialFile, onet=[folder])
    assert str(error).startswith(f"{folder}: expected an O*NET database with some of: Interests.txt")
    assert "found only Occupation Data.txt" in str(error)


def test_a_missing_file_is_refused(made: Official, tmp_path: Path) -> None:
    refused(made, BadOfficialFile, oews=tmp_path / "nowhere.xlsx")
    refused(made, BadOfficialFile, onet=[tmp_path / "nowhere"])


fuzz = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
KINDS = st.sampled_from(["oews", "projections", "attainment", "onet"])


def given_as(kind: str, path: Path) -> dict[str, Any]:
    return {kind: [path] if kind == "onet" else path}


def pristine(made: Official, kind: str, tmp_path: Path) -> Path:
    return zipped(made.onet, tmp_path / "onet-30.1.zip") if kind == "onet" else getattr(made, kind)


@fuzz
@given(kind=KINDS, share=st.floats(0, 1, exclude_max=True))
def test_a_workbook_or_zip_cut_anywhere_is_refused(made: Official, tmp_path: Path, kind: str, share: float) -> None:
    whole = pristine(made, kind, tmp_path)
    cut = tmp_path / f"cut{whole.suffix}"
    cut.write_bytes(whole.read_bytes()[: int(share * whole.stat().st_size)])
    refused(made, BadOfficialFile, **given_as(kind, cut))


@fuzz
@given(kind=KINDS, share=st.floats(0, 1, exclude_max=True), garbage=st.binary(min_size=1, max_size=200))
def test_a_damaged_workbook_or_zip_never_changes_a_figure(
    made: Official, tmp_path: Path, kind: str, share: float, garbage: bytes
) -> None:
    whole = pristine(made, kind, tmp_path)
    data = bytearray(whole.read_bytes())
    at = int(share * len(data))
    data[at : at + len(garbage)] = garbage
    damaged = tmp_path / f"damaged{whole.suffix}"
    damaged.write_bytes(data)
    before = made.snapshot()
    with contextlib.suppress(KnowledgeError):
        refresh(target=made.target, **given_as(kind, damaged))
    assert made.snapshot() == before


@fuzz
@given(kind=KINDS, garbage=st.binary(max_size=300), suffix=st.sampled_from([".xlsx", ".csv", ".zip", ""]))
def test_garbage_is_refused(made: Official, tmp_path: Path, kind: str, garbage: bytes, suffix: str) -> None:
    path = tmp_path / f"garbage{suffix}"
    path.write_bytes(garbage)
    refused(made, BadOfficialFile, **given_as(kind, path))


@fuzz
@given(
    name=st.sampled_from([n for n in onet_files() if n != "Occupation Data.txt"]),
    share=st.floats(0.02, 1, exclude_max=True),
)
def test_an_onet_file_cut_inside_a_line_is_refused(made: Official, tmp_path: Path, name: str, share: float) -> None:
    shutil.copytree(made.onet, tmp_path / "onet-30.1", dirs_exist_ok=True)
    whole = (made.onet / name).read_bytes()
    kept = whole[: int(share * len(whole))].rstrip(b"\r\n")
    (tmp_path / "onet-30.1" / name).write_bytes(kept)
    refused(made, BadOfficialFile, onet=[tmp_path / "onet-30.1"])


OEWS_USED = [name for name in OEWS_HEADER if name not in ("AREA", "AREA_TITLE", "H_MEAN", "A_MEAN")]


@fuzz
@given(pair=st.lists(st.sampled_from(OEWS_USED), min_size=2, max_size=2, unique=True))
def test_wages_under_each_others_headers_are_refused(made: Official, tmp_path: Path, pair: list[str]) -> None:
    refused(made, oews=write_oews(tmp_path / "swapped.xlsx", header=swapped(OEWS_HEADER, *pair)))


@pytest.mark.parametrize("pair", [(3, 4), (3, 5), (4, 5), (5, 6), (0, 1), (1, 2), (6, 9), (3, 9), (9, 10)])
def test_projections_under_each_others_headers_are_refused(
    made: Official, tmp_path: Path, pair: tuple[int, int]
) -> None:
    header = projections_header()
    turned = swapped(header, header[pair[0]], header[pair[1]])
    refused(made, projections=write_projections(tmp_path / "swapped.xlsx", header=turned))


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Interests.txt", "O*NET-SOC Code", "Element Name"),
        ("Interests.txt", "Element Name", "Scale ID"),
        ("Interests.txt", "Data Value", "Date"),
        ("Job Zones.txt", "Job Zone", "Date"),
        ("Related Occupations.txt", "O*NET-SOC Code", "Related O*NET-SOC Code"),
        ("Related Occupations.txt", "Relatedness Tier", "Index"),
        ("Skills.txt", "Data Value", "Scale ID"),
        ("Skills.txt", "Element Name", "Data Value"),
    ],
)
def test_onet_columns_under_each_others_headers_are_refused(
    made: Official, tmp_path: Path, name: str, first: str, second: str
) -> None:
    files = onet_files()
    files[name][0] = swapped(files[name][0], first, second)
    refused(made, onet=[write_onet(tmp_path / "onet", files, READ_ME)])


def swapped(header: list[str], first: str, second: str) -> list[str]:
    return [{first: second, second: first}.get(name, name) for name in header]


# --- the real files -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("real") / "figures"
    bls = REFERENCE / "bls"
    refresh(
        oews=bls / "national_M2024_dl.xlsx",
        projections=bls / "occupation.xlsx",
        attainment=bls / "education.xlsx",
        onet=[REFERENCE / "onet-30.1", REFERENCE / "onet-29.3"],
        target=target,
    )
    return target


@with_reference
def test_every_bls_figure_of_fifty_occupations_equals_the_official_workbook(real: Path) -> None:
    """Read here by position, without the code under test."""
    figures = Figures.load(real)
    bls = REFERENCE / "bls"
    pay = by_code(bls / "national_M2024_dl.xlsx", "national_M2024_dl", 8)
    outlook = by_code(bls / "occupation.xlsx", "Table 1.2", 1)
    learnt = by_code(bls / "education.xlsx", "Table 5.3", 1)
    for soc in random.Random(2024).sample(sorted(figures.occupations), 50):
        check_pay(figures, soc, pay)
        check_outlook(figures, soc, outlook[soc])
        attainment = figures.attainment(soc)
        assert attainment is not None
        assert [getattr(attainment, name) for name in attainment.__struct_fields__[3:]] == list(learnt[soc][2:9])


def check_pay(figures: Figures, soc: str, official: dict[str, tuple[Any, ...]]) -> None:
    pay = figures.pay(soc)
    if soc not in official:
        assert pay is None
        return
    assert pay is not None
    row = official[soc]
    for percentiles, cells, top in ((pay.annual, row[25:30], 239200), (pay.hourly, row[20:25], 115)):
        published = {"#": Wage(top, top_coded=True), "*": Wage(None)}
        wages = [getattr(percentiles, name) for name in percentiles.__struct_fields__]
        assert wages == [published.get(cell) or Wage(float(cell)) for cell in cells]
    assert (pay.title, pay.employment) == (row[9], row[11])


def check_outlook(figures: Figures, soc: str, row: tuple[Any, ...]) -> None:
    outlook, entry = figures.outlook(soc), figures.entry(soc)
    assert outlook is not None
    assert entry is not None
    jobs = (outlook.employment, outlook.employment_projected, outlook.change, outlook.openings)
    assert jobs == pytest.approx([1000 * row[at] for at in (3, 4, 7, 10)])
    assert outlook.change_percent == row[8]
    assert outlook.self_employed_percent == (None if row[9] == "—" else row[9])
    assert (entry.title, entry.education, entry.experience, entry.training) == (row[0].strip(), *row[12:15])


def by_code(path: Path, sheet: str, column: int) -> dict[str, tuple[Any, ...]]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = {str(row[column]): row for row in book[sheet].iter_rows(values_only=True) if len(row) > column}
    book.close()
    return rows


@with_reference
def test_every_onet_figure_of_fifty_occupations_equals_the_official_files(real: Path) -> None:
    figures = Figures.load(real)
    sample = set(random.Random(2024).sample(sorted(figures.table("interests")), 50))
    scores = {(c[0], c[2]): float(c[4]) for c in lines("onet-30.1/Interests.txt") if c[3] == "OI"}
    zones = {c[0]: int(c[1]) for c in lines("onet-30.1/Job Zones.txt")}
    related: dict[str, list[str]] = {}
    for code, other, tier, _ in lines("onet-30.1/Related Occupations.txt"):
        if tier != "Supplemental":
            related.setdefault(code, []).append(other)
    for code in sample:
        interests = figures.interests(code)
        assert interests is not None
        six = [name for name in interests.__struct_fields__ if name != "onet"]
        assert {name: getattr(interests, name) for name in six} == {n: scores[code, n.title()] for n in six}
        assert figures.job_zone(code) == zones[code]
        assert list(figures.related(code)) == related[code]
    check_skills(figures, sample)
    check_subjects(figures, sample)


def check_subjects(figures: Figures, sample: set[str]) -> None:
    for code, _, _, subject, scale, _, value, *rest in lines("onet-29.3/Knowledge.txt"):
        if code in sample and scale == "IM":
            found = figures.subjects(code)[subject]
            assert found == (None if rest[4] == "Y" else float(value)), (code, subject)


def check_skills(figures: Figures, sample: set[str]) -> None:
    for code, _, _, skill, scale, _, value, *rest in lines("onet-29.3/Skills.txt"):
        if code in sample:
            flagged = "Y" in rest[4:6]
            skills = figures.skills(code)
            assert skills is not None
            rating = skills.ratings[skill]
            found = rating.importance if scale == "IM" else rating.level
            assert found == (None if flagged else float(value)), (code, skill, scale)


def lines(name: str) -> Iterator[list[str]]:
    text = (REFERENCE / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines()[1:])


@with_reference
def test_the_committed_tables_are_what_refresh_writes_from_the_official_files(real: Path) -> None:
    if (FIGURES / "manifest.yml").read_bytes() != (real / "manifest.yml").read_bytes():
        pytest.skip("the committed tables are of another release than the official files beside this checkout")
    for table in real.iterdir():
        assert (FIGURES / table.name).read_bytes() == table.read_bytes(), table.name


@with_reference
def test_the_crosswalk_is_the_published_one(real: Path) -> None:
    with (REFERENCE / "bls" / "onet_code_to_bls_code.csv").open(encoding="utf-8", newline="") as file:
        expected = {row["onet_soc6"]: row["oews_ep_code"] for row in csv.DictReader(file)}
    assert Figures.load(real).table("soc_crosswalk") == expected


@with_reference
def test_the_csv_forms_of_the_reference_give_the_workbooks_figures(real: Path, tmp_path: Path) -> None:
    target = tmp_path / "figures"
    shutil.copytree(real, target)
    bls = REFERENCE / "bls"
    report = refresh(
        oews=bls / "oews_national_M2024_detailed.csv", projections=bls / "ep_2024_34_table_1_2.csv", target=target
    )
    assert [(change.kind, change.table, change.code) for change in report.changes] == [("gone", "pay", "00-0000")]
