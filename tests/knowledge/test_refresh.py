"""What `refresh` reads of official files: every table, next year's release, and the other forms the files come in."""

from __future__ import annotations

from pathlib import Path

import pytest
from official import (
    ACTORS,
    BUYERS,
    NOTES,
    OEWS_HEADER,
    SOCS,
    SURGEONS,
    TEACHERS,
    Official,
    oews_rows,
    onet_files,
    projections_header,
    projections_rows,
    write_csv,
    write_oews,
    write_onet,
    write_projections,
    zipped,
)

from careerbot.knowledge.diff import Change
from careerbot.knowledge.figures import TABLES, Wage
from careerbot.knowledge.refresh import refresh

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


def test_a_zip_with_a_folder_inside_reads_like_the_folder(official: Official) -> None:
    before = official.snapshot()
    archive = zipped(official.onet, official.folder / "db_30_1_text.zip")
    refresh(onet=[archive], target=official.target)
    assert official.snapshot() == before


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
