"""What `refresh`, `diff` and `import-onet` say of a wrong file: that nothing was changed, and what to give instead."""

from __future__ import annotations

import re
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from careerbot import cli
from careerbot.keeper import knowledge
from careerbot.paths import KNOWLEDGE


def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: object) -> str:
    """What the keeper reads where the command fails."""
    monkeypatch.setattr(sys, "argv", ["careerbot", "knowledge", *map(str, words)])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 1
    return capsys.readouterr().err


@pytest.mark.parametrize("command", ["refresh", "diff", "import-onet"])
def test_a_wrong_file_is_no_problem_of_the_knowledge(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong.xlsx"
    wrong.write_text("no workbook")
    shutil.copytree(KNOWLEDGE / "figures", tmp_path / "figures")
    (tmp_path / "figures" / "pay.csv").write_text("no table")
    words = {
        "refresh": ("--oews", wrong, "--target", tmp_path / "target"),
        "diff": (KNOWLEDGE / "figures", tmp_path / "figures"),
        "import-onet": (wrong,),
    }
    shown = said(monkeypatch, capsys, command, *words[command])

    assert re.search(r"(?m)^Nothing was changed; \d+ problem\(s\) with what was given:\n", shown)
    assert "career knowledge has" not in shown
    assert "wrong.xlsx: expected" in shown or "pay.csv" in shown


@pytest.mark.parametrize(
    ("inside", "instead"), [("oesm24nat/national_M2024_dl.xlsx", "national_M2024_dl.xlsx"), ("a.txt", "the .xlsx")]
)
def test_a_zip_is_to_be_unpacked(
    inside: str, instead: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = tmp_path / "oesm24nat.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(inside, "a workbook")
    shown = said(monkeypatch, capsys, "refresh", "--oews", packed, "--target", tmp_path / "target")

    assert f"oesm24nat.zip: expected an Excel workbook, found a zip: unpack it and give {instead}\n" in shown


def test_refresh_says_which_files_it_takes_and_where_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "240")
    shown = CliRunner().invoke(knowledge, ["refresh", "--help"]).output

    for file, page in (
        ("national_M<year>_dl.xlsx", "www.bls.gov/oes/tables.htm"),
        ("occupation.xlsx", "www.bls.gov/emp/tables.htm"),
        ("education.xlsx", "www.bls.gov/emp/tables/educational-attainment.htm"),
    ):
        assert any(file in line and page in line for line in shown.splitlines())
