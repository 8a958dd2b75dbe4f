"""What changed between two folders: the committed tables, and copies of them with a few cells changed."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from careerbot.knowledge.diff import Change, diff
from careerbot.knowledge.figures import Figures

FIGURES = Path(__file__).resolve().parents[2] / "knowledge" / "figures"
Rows = list[dict[str, str]]
Edit = Callable[[str, Callable[[Rows], Rows]], None]


@pytest.fixture(scope="module")
def old() -> Figures:
    return Figures.load(FIGURES)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(FIGURES, tmp_path / "figures")


@pytest.fixture
def edit(copy: Path) -> Edit:
    """Rewrite the rows of one table of the copy."""

    def rewrite(table: str, change: Callable[[Rows], Rows]) -> None:
        path = copy / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = change(list(csv.DictReader(file)))
        with path.open("w", encoding="utf-8", newline="") as file:
            out = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            out.writeheader()
            out.writerows(rows)

    return rewrite


def setting(key: str, code: str, **cells: str) -> Callable[[Rows], Rows]:
    return lambda rows: [{**row, **cells} if row[key] == code else row for row in rows]


def test_equal_folders_have_no_changes(old: Figures, copy: Path) -> None:
    assert diff(old, Figures.load(copy)) == []


def test_the_biggest_relative_moves_come_first(old: Figures, copy: Path, edit: Edit) -> None:
    rows = {soc: old.table("pay")[soc] for soc in ("11-1021", "15-1252")}
    medians = {soc: row.annual.median.amount for soc, row in rows.items()}
    edit("pay", setting("soc", "11-1021", annual_median=str(medians["11-1021"] * 1.01)))
    edit("pay", setting("soc", "15-1252", annual_median=str(medians["15-1252"] * 1.02)))
    changes = diff(old, Figures.load(copy))
    assert [(change.code, change.field) for change in changes] == [
        ("15-1252", "annual.median"),
        ("11-1021", "annual.median"),
    ]
    assert [change.relative for change in changes] == pytest.approx([0.02, 0.01])


def test_a_change_says_the_table_the_occupation_and_both_values(old: Figures, copy: Path, edit: Edit) -> None:
    edit("job_zones", lambda rows: [{**row, "job_zone": "1"} if row["onet"] == "29-1141.00" else row for row in rows])
    before, title = old.job_zone("29-1141"), old.occupations["29-1141"]
    (change,) = diff(old, Figures.load(copy))
    assert change == Change(
        kind="changed", table="job_zones", code="29-1141.00", title=title, field="job_zones", old=before, new=1
    )


def test_a_move_into_the_top_code_has_no_relative_size(old: Figures, copy: Path, edit: Edit) -> None:
    cells = dict.fromkeys(("annual_median", "annual_p75", "annual_p90"), "#")
    edit("pay", setting("soc", "11-1021", **cells))
    changes = diff(old, Figures.load(copy))
    assert {(change.field, change.new, change.relative) for change in changes} == {
        ("annual.median", "#", None),
        ("annual.p75", "#", None),
    }


def test_words_and_suppressed_ratings_are_changes_without_a_size(old: Figures, copy: Path, edit: Edit) -> None:
    edit("entry", setting("soc", "29-1141", education="Master's degree"))
    edit("skills", setting("onet", "29-1141.00", **{"Writing level": ""}))
    changes = diff(old, Figures.load(copy))
    assert [(change.field, change.new, change.relative) for change in changes] == [
        ("education", "Master's degree", None),
        ("ratings.Writing.level", None, None),
    ]


def test_added_and_gone_codes_come_last(old: Figures, copy: Path, edit: Edit) -> None:
    edit("job_zones", lambda rows: [*rows[1:], {"onet": "99-9999.00", "job_zone": "3"}])
    edit("related", setting("onet", "29-1141.00", related_1="11-1011.00"))
    changes = diff(old, Figures.load(copy))
    assert [(change.kind, change.table, change.code) for change in changes] == [
        ("changed", "related", "29-1141.00"),
        ("added", "job_zones", "99-9999.00"),
        ("gone", "job_zones", min(old.table("job_zones"))),
    ]


def test_a_move_from_zero_has_no_relative_size() -> None:
    move = Change(kind="changed", table="outlook", code="11-1011", title="", field="change", old=0, new=5)
    assert move.relative is None
