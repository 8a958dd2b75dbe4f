"""`careerbot knowledge refresh`, `diff` and `import-onet`: tables and the store from official files."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from keeping import FIGURES, Write, problems, run, snapshot

from careerbot.keeper import refresh
from careerbot.knowledge.catalogue import Catalogue

# --- refresh and diff -----------------------------------------------------------------------------------------------


def official_attainment(path: Path, doctors: float = 0.0) -> Path:
    """The committed table as BLS gives it out, dental hygienists' doctorates moved from bachelor's degrees."""
    levels = ["Less than high school diploma", "High school diploma or equivalent", "Some college, no degree"]
    levels += ["Associate's degree", "Bachelor's degree", "Master's degree", "Doctoral or professional degree"]
    _, *rows = csv.reader((FIGURES / "attainment.csv").read_text(encoding="utf-8").splitlines())
    for row in rows:
        if row[0] == "29-1292":
            row[-1] = f"{float(row[-1]) + doctors:g}"
            row[-3] = f"{float(row[-3]) - doctors:g}"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(
            ["Educational attainment for workers 25 years and older by detailed occupation, 2024–25 (Percent)"]
        )
        out.writerow(["2026 National Employment Matrix title", "2026 National Employment Matrix code", *levels])
        out.writerows(
            [[f"{title}{'' if exact == 'yes' else '[1]'}", soc, *cells] for soc, title, exact, *cells in rows]
        )
    return path


def onet(folder: Path) -> Path:
    """A database of one occupation and nothing else."""
    folder.mkdir()
    (folder / "Read Me.txt").write_text("O*NET 30.1 Database\nDecember 2025 Release\n---\n")
    (folder / "Occupation Data.txt").write_text(
        "O*NET-SOC Code\tTitle\tDescription\n29-1292.00\tTooth Cleaners\tClean teeth.\n"
    )
    return folder


def test_refresh_writes_the_tables_and_shows_what_moved(folder: Path, tmp_path: Path) -> None:
    official = official_attainment(tmp_path / "education.csv", doctors=2.5)
    result = run("refresh", "--attainment", official, "--target", folder / "figures")
    assert result.exit_code == 0, result.output
    assert "2024–25 (2025)" in result.output
    assert "29-1292 Dental hygienists" in result.output
    assert "2 figures changed, 0 rows are new, 0 are gone." in result.output
    assert Catalogue.load(folder).figures.info("attainment").year == 2025


def test_refresh_leaves_everything_alone_when_a_file_is_not_the_official_one(folder: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "national.xlsx"
    wrong.write_text("no workbook")
    before = snapshot(folder)
    said = problems(run("refresh", "--oews", wrong, "--target", folder / "figures"))
    assert "national.xlsx: expected an Excel workbook" in said
    assert snapshot(folder) == before


def test_refresh_needs_at_least_one_official_file(folder: Path) -> None:
    result = run("refresh", "--target", folder / "figures")
    assert result.exit_code == 2
    assert "give at least one official file" in result.output


def test_refresh_says_that_a_list_of_occupations_alone_makes_no_table(folder: Path, tmp_path: Path) -> None:
    before = snapshot(folder)
    said = problems(run("refresh", "--onet", onet(tmp_path / "db_30_1_text"), "--target", folder / "figures"))
    assert "db_30_1_text: expected an O*NET database with some of: Interests.txt, Job Zones.txt" in said
    assert "found only Occupation Data.txt" in said
    assert snapshot(folder) == before


def test_refresh_says_which_file_does_not_exist(folder: Path) -> None:
    result = run("refresh", "--oews", folder / "nothing.xlsx", "--target", folder / "figures")
    assert result.exit_code == 2
    assert "does not exist" in result.output and "nothing.xlsx" in result.output


def test_diff_of_equal_tables_is_empty() -> None:
    result = run("diff", FIGURES, FIGURES)
    assert result.exit_code == 0
    assert result.output == "0 figures changed, 0 rows are new, 0 are gone.\n"


def test_diff_puts_the_biggest_move_first_and_names_new_releases(folder: Path, edit: Write) -> None:
    edit(
        "figures/job_zones.csv",
        lambda text: text.replace("29-1292.00,3", "29-1292.00,5").replace("29-1021.00,5", "29-1021.00,4"),
    )
    edit(
        "figures/manifest.yml", lambda text: text.replace("May 2024", "May 2025").replace("year: 2024", "year: 2025", 1)
    )
    result = run("diff", FIGURES, folder / "figures")
    assert result.exit_code == 0
    assert result.output.index("+66.7%") < result.output.index("-20.0%")
    assert "2 figures changed" in result.output
    assert re.search(r"Source of pay: .*May 2024 \(2024\) -> .*May 2025 \(2025\)", result.output)


def test_diff_shows_no_more_than_it_is_asked_for(folder: Path, edit: Write) -> None:
    edit(
        "figures/job_zones.csv",
        lambda text: text.replace("29-1292.00,3", "29-1292.00,5").replace("29-1021.00,5", "29-1021.00,4"),
    )
    result = run("diff", FIGURES, folder / "figures", "--most", 1)
    assert "+66.7%" in result.output
    assert "-20.0%" not in result.output
    assert "2 figures changed" in result.output


def test_diff_names_rows_that_are_new_or_gone(folder: Path, edit: Write) -> None:
    edit("figures/job_zones.csv", lambda text: text.replace("29-1292.00,3\n", ""))
    assert "Gone from job_zones: 29-1292.00" in run("diff", FIGURES, folder / "figures").output
    assert "New in job_zones: 29-1292.00" in run("diff", folder / "figures", FIGURES).output


def test_diff_says_which_folder_does_not_exist(tmp_path: Path) -> None:
    result = run("diff", FIGURES, tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.output


def test_diff_says_what_is_wrong_with_a_table(folder: Path, edit: Write) -> None:
    edit("figures/job_zones.csv", lambda text: text.replace("29-1292.00,3", "29-1292.00,9"))
    assert "expected a number from 1 to 5" in problems(run("diff", FIGURES, folder / "figures"))


# --- import-onet ----------------------------------------------------------------------------------------------------


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(refresh, "STATE", tmp_path / "state")
    return tmp_path / "state"


def test_import_onet_fills_the_store_and_counts(tmp_path: Path, state: Path) -> None:
    result = run("import-onet", onet(tmp_path / "db_30_1_text"))
    assert result.exit_code == 0, result.output
    assert "Release: 30.1\nOccupations: 1\n" in result.output
    assert "Not given: " in result.output and "Skills.txt" in result.output
    assert (state / "onet.msgpack").stat().st_size > 0


def test_import_onet_refuses_a_folder_without_onet(tmp_path: Path, state: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "expected an O*NET database" in problems(run("import-onet", tmp_path / "empty"))
    assert not state.exists()


def test_import_onet_says_which_source_does_not_exist(tmp_path: Path) -> None:
    assert "nowhere" in run("import-onet", tmp_path / "nowhere").output
    assert run("import-onet").exit_code == 2
