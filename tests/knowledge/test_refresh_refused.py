"""What `refresh` refuses: files of another kind, year or order, cut, damaged or incomplete ones. No table changes."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from official import (
    NOTES,
    OEWS_HEADER,
    READ_ME,
    Official,
    oews_rows,
    onet_files,
    projections_header,
    projections_rows,
    refused,
    write_oews,
    write_onet,
    write_projections,
    write_workbook,
    zipped,
)

from careerbot.knowledge.problems import BadOfficialFile, KnowledgeError
from careerbot.knowledge.refresh import refresh


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


def test_a_workbook_that_asks_for_a_zip_of_the_future_is_refused(made: Official, tmp_path: Path) -> None:
    data = bytearray(made.oews.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 6] = 255  # the version needed to unpack what its list names last
    future = tmp_path / made.oews.name
    future.write_bytes(data)
    error = refused(made, BadOfficialFile, oews=future)
    assert "expected an Excel workbook, found one that cannot be read" in str(error)


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
