"""Official files, and the tables made from them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from official import Official


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
