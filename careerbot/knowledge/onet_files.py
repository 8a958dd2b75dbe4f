"""The reader of O*NET databases as they are given out: a zip or folder of tab-separated text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from careerbot.knowledge.figures import ONET_CODE, TableInfo
from careerbot.knowledge.official_files import Row, decoded, delimited, members
from careerbot.knowledge.problems import BadOfficialFile

CODE = "O*NET-SOC Code"
ALTERNATE_TITLES = "Alternate Titles.txt"
OCCUPATIONS = "Occupation Data.txt"
RELATED_OCCUPATIONS = "Related Occupations.txt"
SKILLS = "Skills.txt"
SUBJECTS = "Knowledge.txt"
FLAGS = ("Recommend Suppress", "Not Relevant")  # columns of SKILLS: "Y" where a rating is not to be used


class Release:
    """One O*NET database, as its zip or unpacked; its files may stand in a folder of their own."""

    def __init__(self, path: Path, wanted: Collection[str]) -> None:
        """BadOfficialFile where none of the `wanted` files is there."""
        self.path = path
        self.files = members(path)
        if not any(name in self.files for name in wanted):
            raise BadOfficialFile(path, f"expected an O*NET database with some of: {', '.join(sorted(wanted))}")
        self.number, self.period, self.year = self._release(wanted)
        self.version = tuple(map(int, self.number.split(".")))

    def info(self, note: str = "") -> TableInfo:
        """Where a table that was read from this release comes from."""
        return TableInfo(
            publisher="U.S. Department of Labor, Employment and Training Administration",
            title=f"O*NET {self.number} Database",
            year=self.year,
            period=self.period,
            url="https://www.onetcenter.org/database.html",
            licence="CC BY 4.0",
            note=note,
        )

    def origin(self, name: str) -> Path:
        """The file that a problem is reported for."""
        return self.path / name

    def rows(self, name: str, *columns: str) -> list[tuple[int, list[str]]]:
        """The asked-for columns of a tab-separated file, with their line numbers; the first is an O*NET code."""
        lines = delimited(self.origin(name), self.files[name], "\t")
        header = lines[0] if lines else []
        lacking = [column for column in columns if header.count(column) != 1]
        if lacking:
            raise BadOfficialFile(self.origin(name), f"expected one column each of: {', '.join(lacking)}", line=1)
        plan = [header.index(column) for column in columns]
        return [(n, self._cells(name, n, cells, header, plan)) for n, cells in enumerate(lines[1:], 2)]

    def _cells(self, name: str, line: int, cells: Row, header: Row, plan: list[int]) -> Row:
        if len(cells) != len(header):
            raise BadOfficialFile(self.origin(name), f"expected {len(header)} cells, found {len(cells)}", line=line)
        if not ONET_CODE.fullmatch(cells[plan[0]]):
            message = f"expected a code such as 29-1141.00, found {cells[plan[0]]!r}"
            raise BadOfficialFile(self.origin(name), message, line=line, field=header[plan[0]])
        return [cells[at] for at in plan]

    def _release(self, wanted: Collection[str]) -> tuple[str, str, int]:
        """Number, period and year, by its Read Me; without one, the folder's name and the newest date in the data."""
        if "Read Me.txt" in self.files:
            said = re.search(r"O\*NET (\d+\.\d+) Database\s+(\w+ (\d{4})) Release", self._text("Read Me.txt"))
            if said:
                return said[1], said[2], int(said[3])
        named = re.search(r"(\d+)[._](\d+)", self.path.name)
        tables = [self._text(name) for name in self.files if name in wanted]
        dates = [year for text in tables for year in re.findall(r"\t\d\d/(\d{4})\s", text)]
        if not named or not dates:
            raise BadOfficialFile(self.path, "expected a Read Me.txt that says which O*NET release this is, found none")
        return f"{named[1]}.{named[2]}", f"release {named[1]}.{named[2]}", max(map(int, dates))

    def _text(self, name: str) -> str:
        return decoded(self.origin(name), self.files[name])


def newest(releases: Iterable[Release], name: str) -> Release | None:
    """Of the releases that have a file, the newest."""
    return max((release for release in releases if name in release.files), key=lambda it: it.version, default=None)
