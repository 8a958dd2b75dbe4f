"""The tables that `refresh` makes of the real official files, beside those files."""

from __future__ import annotations

import csv
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from knowledge_support import FIGURES, REFERENCE, with_reference

from careerbot.knowledge.figures import Figures, Wage
from careerbot.knowledge.refresh import refresh


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
