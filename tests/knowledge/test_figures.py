"""The reader: on a handful of rows written here, and on the committed tables."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from careerbot.knowledge.figures import EDUCATION, TABLES, Figures, SkillRating, TableInfo, TopCode, Wage
from careerbot.knowledge.problems import KnowledgeError, Problem

FIGURES = Path(__file__).resolve().parents[2] / "knowledge" / "figures"

WAGES = ",".join(f"{unit}_{name}" for unit in ("annual", "hourly") for name in ("p10", "p25", "median", "p75", "p90"))
FILES = {
    "pay.csv": f"""soc,title,employment,{WAGES}
00-0000,All Occupations,1000,29990,36730,49500,78810,125720,14.42,17.66,23.8,37.89,60.44
13-1020,Buyers,600,40000,50000,60000,70000,80000,19,24,29,34,39
27-2011,Actors,**,*,*,*,*,*,14,16.94,23.33,41.09,97.19
29-1242,Orthopedic Surgeons,100,83390,209730,#,#,#,40.09,100.83,#,#,#
""",
    "outlook.csv": """soc,title,employment,employment_projected,change,change_percent,openings,\
self_employed_percent,median_annual
00-0000,"Total, all occupations",1000000,1031000,31000,3.1,99000,5.8,49500
13-1020,Buyers and purchasing agents,900000,927000,27000,3,80000,,60000
29-1242,"Orthopedic surgeons, except pediatric",100000,104000,4000,4,500,12,>=239200
""",
    "entry.csv": """soc,title,education,experience,training
13-1020,Buyers and purchasing agents,Bachelor's degree,None,
""",
    "attainment.csv": """soc,title,exact,less_than_high_school,high_school,some_college,\
associate,bachelor,master,doctoral_or_professional
13-1020,Buyers and purchasing agents,no,5,10.5,14.5,10,40,15,5
""",
    "interests.csv": """onet,realistic,investigative,artistic,social,enterprising,conventional
13-1021.00,1.5,2,3,4,5,6.99
29-1242.01,5,6,1,3,2,1
""",
    "job_zones.csv": "onet,job_zone\n13-1021.00,4\n",
    "related.csv": f"onet,{','.join(f'related_{n}' for n in range(1, 11))}\n"
    f"13-1021.00,{','.join(f'11-10{n}.00' for n in range(20, 10, -1))}\n",
    "skills.csv": """onet,Active Listening importance,Active Listening level,Programming importance,Programming level
13-1021.00,4,4.75,1.5,
""",
    "subjects.csv": "onet,Mathematics,Biology\n13-1021.00,3.5,\n",
    "titles.csv": "onet,titles\n13-1021.00,Grain Buyer; Tobacco Buyer\n",
    "soc_crosswalk.csv": "soc,bls_soc\n13-1021,13-1020\n",
}
ENTRY = """{name}:
  publisher: Some Bureau
  title: Some Survey
  year: 2024
  period: May 2024
  url: https://example.org
  licence: public
"""
FILES["manifest.yml"] = "".join(ENTRY.format(name=name) for name in ("pay", *TABLES)[1:]).replace(
    "  licence: public\n", "  licence: public\n  top_code: {annual: 239200, hourly: 115}\n", 1
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def figures(folder: Path) -> Figures:
    return Figures.load(folder)


def problems_after(folder: Path, file: str, old: str, new: str) -> list[Problem]:
    """What the reader says once `old` stands as `new` in one file."""
    assert old in FILES[file]
    (folder / file).write_text(FILES[file].replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        Figures.load(folder).read_all()
    return caught.value.problems


def said(problems: list[Problem]) -> list[tuple[str, int, str]]:
    return [(Path(problem.file).name, problem.line, problem.field) for problem in problems]


def test_a_top_coded_wage_carries_the_threshold_of_the_manifest(figures: Figures) -> None:
    pay = figures.pay("29-1242")
    assert pay is not None
    assert (pay.annual.median, pay.hourly.p90) == (Wage(239200, top_coded=True), Wage(115, top_coded=True))
    assert (pay.annual.p25, pay.annual.p25.known) == (Wage(209730), True)


def test_actors_have_no_annual_wage(figures: Figures) -> None:
    pay = figures.pay("27-2011")
    assert pay is not None
    assert (pay.annual.median.known, pay.hourly.median, pay.employment) == (False, Wage(23.33), None)


def test_none_is_a_value_and_an_empty_cell_is_missing(figures: Figures) -> None:
    entry, outlook = figures.entry("13-1020"), figures.outlook("13-1020")
    assert entry is not None
    assert outlook is not None
    assert (entry.experience, entry.training, outlook.self_employed_percent) == ("None", None, None)


def test_bls_tables_take_either_code_and_the_row_says_whose_figure_it_is(figures: Figures) -> None:
    for code in ("13-1020", "13-1021", "13-1021.00"):
        pay = figures.pay(code)
        assert pay is not None
        assert (pay.soc, figures.outlook(code), figures.entry(code)) == (
            "13-1020",
            figures.outlook("13-1020"),
            figures.entry("13-1020"),
        )


def test_onet_tables_take_a_soc_code_for_its_main_occupation_only(figures: Figures) -> None:
    assert figures.interests("13-1021") == figures.interests("13-1021.00") is not None
    assert figures.job_zone("13-1021") == 4
    assert figures.related("13-1021")[0] == "11-1020.00"
    assert figures.interests("29-1242") is None
    assert figures.interests("29-1242.01") is not None


def test_titles_stand_in_one_cell(figures: Figures) -> None:
    assert figures.titles == {"13-1021.00": ("Grain Buyer", "Tobacco Buyer")}


def test_what_is_not_known_is_none(figures: Figures) -> None:
    for lookup in (figures.pay, figures.outlook, figures.entry, figures.attainment, figures.interests, figures.skills):
        assert lookup("99-9999") is None
        assert lookup("nonsense") is None
    assert figures.job_zone("99-9999") is None
    assert figures.related("99-9999") == ()


def test_a_suppressed_rating_is_none(figures: Figures) -> None:
    skills = figures.skills("13-1021")
    assert skills is not None
    assert skills.ratings == {"Active Listening": SkillRating(4, 4.75), "Programming": SkillRating(1.5, None)}
    assert figures.subjects("13-1021") == {"Mathematics": 3.5, "Biology": None}
    assert figures.subjects("29-1141") == {}


def test_the_average_is_in_the_tables_and_not_among_the_occupations(figures: Figures) -> None:
    assert (figures.average.median_annual, figures.average.change_percent) == (Wage(49500), 3.1)
    assert list(figures.occupations) == ["13-1020", "27-2011", "29-1242"]
    assert figures.occupations["13-1020"] == "Buyers and purchasing agents"
    assert figures.occupations["27-2011"] == "Actors"


def test_a_table_says_where_it_is_from(figures: Figures) -> None:
    assert figures.info("pay") == TableInfo(
        publisher="Some Bureau",
        title="Some Survey",
        year=2024,
        period="May 2024",
        url="https://example.org",
        licence="public",
        top_code=TopCode(annual=239200, hourly=115),
    )
    with pytest.raises(KeyError):
        figures.info("weather")


def test_attainment_may_be_absent(folder: Path) -> None:
    (folder / "attainment.csv").unlink()
    manifest = FILES["manifest.yml"].replace(ENTRY.format(name="attainment"), "")
    (folder / "manifest.yml").write_text(manifest, encoding="utf-8")
    figures = Figures.load(folder)
    assert figures.attainment("13-1020") is None
    assert figures.table("attainment") == {}


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("pay.csv", "hourly_median", "hourly_middle", (1, "hourly_median")),
        ("pay.csv", "13-1020", "13-10200", (3, "soc")),
        ("pay.csv", ",60000,", ",sixty,", (3, "annual_median")),
        ("pay.csv", ",80000,", ",999999,", (3, "annual_p90")),
        ("pay.csv", ",60000,", ",45000,", (3, "")),
        ("pay.csv", "27-2011,Actors", "13-1020,Actors", (4, "soc")),
        ("outlook.csv", "00-0000", "11-0000", (0, "soc")),
        ("outlook.csv", "927000", "827000", (3, "")),
        ("outlook.csv", "27000,3,", "27000,30,", (3, "")),
        ("outlook.csv", "100000,104000", "NaN,104000", (4, "employment")),
        ("entry.csv", "Buyers and purchasing agents", "", (2, "title")),
        ("attainment.csv", ",40,", ",60,", (2, "")),
        ("attainment.csv", ",no,", ",perhaps,", (2, "exact")),
        ("interests.csv", "6.99", "7.01", (2, "conventional")),
        ("job_zones.csv", ",4", ",6", (2, "job_zone")),
        ("job_zones.csv", ",4", ",4,4", (2, "")),
        ("related.csv", "11-1020.00", "11-1020", (2, "related_1")),
        ("skills.csv", "4.75", "7.75", (2, "Active Listening level")),
        ("subjects.csv", "3.5", "5.5", (2, "Mathematics")),
        ("skills.csv", ",Programming level", ",Programming", (1, "Programming level")),
        ("soc_crosswalk.csv", "13-1020", "13-1029", (0, "13-1021")),
    ],
)
def test_a_broken_table_is_reported_by_file_line_and_field(
    folder: Path, file: str, old: str, new: str, place: tuple[int, str]
) -> None:
    assert (file, *place) in said(problems_after(folder, file, old, new))


def test_occupations_that_do_not_make_up_the_total_are_reported(folder: Path) -> None:
    lost = '29-1242,"Orthopedic surgeons, except pediatric",100000,104000,4000,4,500,12,>=239200\n'
    assert said(problems_after(folder, "outlook.csv", lost, "")) == [("outlook.csv", 0, "employment")]


def test_every_problem_of_every_table_is_reported_at_once(folder: Path) -> None:
    (folder / "entry.csv").write_text("soc,title\n", encoding="utf-8")
    (folder / "related.csv").unlink()
    problems = problems_after(folder, "job_zones.csv", ",4", ",x")
    assert {Path(problem.file).name for problem in problems} == {"entry.csv", "related.csv", "job_zones.csv"}


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        (ENTRY.format(name="entry"), "", "entry"),
        (ENTRY.format(name="attainment"), "", "attainment"),
        ("  top_code: {annual: 239200, hourly: 115}\n", "", "pay.top_code"),
        ("year: 2024", "year: soon", "pay.year"),
        ("skills:\n", "weather:\n", "weather"),
    ],
)
def test_a_manifest_with_a_hole_is_reported(folder: Path, old: str, new: str, field: str) -> None:
    assert field in {problem.field for problem in problems_after(folder, "manifest.yml", old, new)}


def test_a_file_that_is_no_table_is_reported(folder: Path) -> None:
    (folder / "pay.csv").write_bytes(b"\x00\xff\x00")
    with pytest.raises(KnowledgeError, match=re.escape("pay.csv")):
        Figures.load(folder)


def test_a_folder_without_figures_is_reported(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=re.escape("manifest.yml")):
        Figures.load(tmp_path)


# --- the committed tables -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def committed() -> Figures:
    return Figures.load(FIGURES)


def test_the_committed_tables_load_quickly(committed: Figures) -> None:
    started = time.process_time()
    Figures.load(FIGURES)
    assert time.process_time() - started < 0.3


def test_the_committed_tables_are_small_and_name_no_year_in_their_columns() -> None:
    tables = list(FIGURES.glob("*.csv"))
    assert {table.stem for table in tables} == set(TABLES)
    assert sum(table.stat().st_size for table in tables) < 1_500_000
    for table in tables:
        assert not re.search(r"\d{4}", table.read_text(encoding="utf-8").partition("\n")[0]), table.name


def test_every_occupation_has_a_figure_and_every_combined_code_leads_to_one(committed: Figures) -> None:
    assert len(committed.occupations) > 800
    assert all(committed.pay(soc) or committed.outlook(soc) for soc in committed.occupations)
    assert all(committed.outlook(soc) for soc in committed.table("soc_crosswalk"))


def test_some_committed_wages_are_top_coded_and_some_are_hourly_only(committed: Figures) -> None:
    pay = committed.table("pay").values()
    assert any(row.annual.median.top_coded for row in pay)
    hourly_only = {row.title for row in pay if not row.annual.median.known and row.hourly.median.known}
    assert "Actors" in hourly_only


def test_committed_education_at_entry_is_one_of_the_ranked_levels(committed: Figures) -> None:
    assert {row.education for row in committed.table("entry").values()} - {None} == set(EDUCATION)


def test_committed_skills_have_thirty_five_ratings_each(committed: Figures) -> None:
    assert {len(row.ratings) for row in committed.table("skills").values()} == {35}


def test_committed_subjects_are_the_thirty_three_of_onet(committed: Figures) -> None:
    assert {len(row) for row in committed.table("subjects").values()} == {33}
    assert committed.info("subjects").title == "O*NET 29.3 Database"


def test_the_reader_imports_no_rasa() -> None:
    code = "import sys, careerbot.knowledge.refresh; print([name for name in sys.modules if name.startswith('rasa')])"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=FIGURES.parents[1], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
