"""A table of figures on its way from the official file to `knowledge/figures`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from careerbot.knowledge.figures import TableInfo
from careerbot.knowledge.official_files import Row


class Draft(NamedTuple):
    """A table as `figures.py` will read it, not yet checked."""

    name: str
    origin: Path  # the official file, which a problem is reported for
    info: TableInfo
    columns: Sequence[str]
    rows: list[Row]
