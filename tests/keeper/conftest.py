"""A knowledge to keep."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from keeping import FIGURES, Write

from careerbot.paths import KNOWLEDGE


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal wide enough that no sentence is broken."""
    monkeypatch.setenv("COLUMNS", "240")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the knowledge with three careers."""
    copy = tmp_path / "knowledge"
    shutil.copytree(FIGURES, copy / "figures")
    shutil.copy(KNOWLEDGE / "sources.yml", copy)
    (copy / "careers").mkdir()
    for name in ("dental_hygienist", "dentist", "music_production_manager"):
        text = (KNOWLEDGE / "careers" / f"{name}.yml").read_text(encoding="utf-8")
        (copy / "careers" / f"{name}.yml").write_text(
            re.sub(r"^related:.*\n?(?:  .*\n?)*", "", text, flags=re.MULTILINE)
        )
    return copy


@pytest.fixture
def edit(folder: Path) -> Write:
    def change(name: str, how: Callable[[str], str]) -> None:
        path = folder / name
        path.write_text(how(path.read_text(encoding="utf-8")), encoding="utf-8")

    return change
