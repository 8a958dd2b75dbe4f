"""The readers of official files as they are given out: workbooks, delimited text, zips; tables are found by their headers."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, Literal, NamedTuple

from careerbot.knowledge.figure_cells import NUMBER
from careerbot.knowledge.figures import SOC_CODE
from careerbot.knowledge.problems import BadOfficialFile

Row = list[str]
Progress = Callable[[str, float], None]  # takes the step that begins, and the share done

# --- text and zips --------------------------------------------------------------------------------------------------


def delimited(path: Path, read: Callable[[], bytes], delimiter: Literal[",", "\t"]) -> list[Row]:
    """All rows of a comma- or tab-separated text, the header among them; BadOfficialFile where it is none or cut off."""
    text = decoded(path, read)
    if not text.endswith("\n"):
        raise BadOfficialFile(path, "expected a line end after the last line, found none: is the file cut off?")
    quoting: Literal[0, 3] = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, strict=True))
    except csv.Error as error:
        raise BadOfficialFile(path, f"expected cells separated by {delimiter!r}, found: {error}") from error


def decoded(path: Path, read: Callable[[], bytes]) -> str:
    """The text of a file in UTF-8; `path` is the file that a problem is reported for."""
    try:
        return read().decode("utf-8-sig")
    except Exception as error:  # a damaged zip makes its reader raise nearly anything
        raise BadOfficialFile(path, f"expected text in UTF-8, found a file that is not: {error}") from error


def members(path: Path) -> dict[str, Callable[[], bytes]]:
    """The readers of the files in a folder or zip by their bare names, in whatever folder inside it they stand."""
    if path.is_dir():
        return {file.name: file.read_bytes for file in sorted(path.rglob("*.txt"))}
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except Exception as error:  # as above
        raise BadOfficialFile(
            path, f"expected a folder of O*NET text files or its zip, found neither: {error}"
        ) from error
    return {PurePosixPath(name).name: partial(_member, path, name) for name in names}


def _member(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


# --- workbooks ------------------------------------------------------------------------------------------------------


class Sheet(NamedTuple):
    """A sheet of a workbook, or a CSV file as one."""

    name: str
    rows: list[Row]  # cells as text, stripped; empty where there is nothing


class Found(NamedTuple):
    """A table in a sheet: its rows by the names we asked for, with their line numbers."""

    above: str  # what stands over the header
    rows: list[tuple[int, dict[str, str]]]


_HEADER_WITHIN = 20  # rows: a title and a note or two may stand above the header


def sheets_of(path: Path) -> list[Sheet]:
    """All sheets of a workbook, or the one of a CSV file."""
    if path.suffix.lower() == ".csv":
        return [Sheet(path.stem, [[cell.strip() for cell in row] for row in delimited(path, path.read_bytes, ",")])]
    if inside := _workbooks_in(path):
        raise BadOfficialFile(
            path, f"expected an Excel workbook, found a zip: unpack it and give {' or '.join(inside)}"
        )
    import openpyxl  # slow to load, and O*NET has no workbooks

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            return [_sheet(sheet) for sheet in book.worksheets]
        finally:
            book.close()
    except Exception as error:  # a damaged workbook makes openpyxl raise nearly anything
        raise BadOfficialFile(path, f"expected an Excel workbook, found one that cannot be read: {error}") from error


def _workbooks_in(path: Path) -> list[str]:
    """What to give instead of a zip, as workbooks are handed out in; none where it is no such zip (a workbook is one too)."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except Exception:  # of a damaged zip nearly anything; whoever reads the workbook says what is wrong
        return []
    if "[Content_Types].xml" in names:
        return []
    return [PurePosixPath(name).name for name in names if name.endswith(".xlsx")] or ["the .xlsx"]


def _sheet(sheet: Any) -> Sheet:
    sheet.reset_dimensions()  # what a workbook says of its size is not always so, and cells beyond it would be cut off
    return Sheet(sheet.title, [[_as_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)])


def _as_text(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:.12g}"  # 23.33 was stored as 23.329999999999998
    return "" if cell is None else str(cell).strip()


def plain(text: str) -> str:
    """A header for comparison: footnote marks, kinds of dash, spaces and capitals aside."""
    return " ".join(re.sub(r"[‐-―]", "-", re.sub(r"\[\d+\]", "", text)).split()).casefold()


def heads(sheets: list[Sheet]) -> Iterator[str]:
    """The cells in which a header may stand, plainly."""
    return (plain(cell) for sheet in sheets for row in sheet.rows[:_HEADER_WITHIN] for cell in row)


def find(path: Path, sheets: list[Sheet], wanted: Mapping[str, str]) -> Found:
    """The table that has all the `wanted` columns (our name: header), wherever it stands in the file."""
    places = [
        (sheet, at, [plain(cell) for cell in row])
        for sheet in sheets
        for at, row in enumerate(sheet.rows[:_HEADER_WITHIN])
    ]
    headers = {name: plain(header) for name, header in wanted.items()}
    sheet, at, found = max(places, key=lambda place: len({*headers.values()} & {*place[2]}), default=(None, 0, [""]))
    lacking = [wanted[name] for name, header in headers.items() if found.count(header) != 1]
    if sheet is None or lacking:
        nearest = f"; nearest to it is row {at + 1} of sheet {sheet.name!r}" if sheet else ""
        raise BadOfficialFile(path, f"expected a table with one column each of: {'; '.join(lacking)}{nearest}")
    columns = {name: found.index(header) for name, header in headers.items()}
    above = " ".join(cell for row in sheet.rows[:at] for cell in row)
    return Found(above, list(_coded_rows(path, sheet, at + 1, columns)))


def _coded_rows(
    path: Path, sheet: Sheet, start: int, columns: Mapping[str, int]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Footnotes below a table have no code and one cell."""
    for line, row in enumerate(sheet.rows[start:], start + 1):
        cells = [*row, *[""] * (len(sheet.rows[start - 1]) - len(row))]
        values = {name: cells[at] for name, at in columns.items()}
        if SOC_CODE.fullmatch(values["soc"]):
            yield line, values
        elif values["soc"] or len(list(filter(None, cells))) > 1:
            raise BadOfficialFile(
                path, f"expected a code such as 29-1141, found {values['soc']!r}", line=line, field="soc"
            )


def number_in(path: Path, line: int, field: str, cell: str) -> str:
    """A cell that must hold a number, without the commas of its thousands."""
    digits = cell.replace(",", "")
    if not NUMBER.fullmatch(digits):
        raise BadOfficialFile(path, f"expected a number, found {cell!r}", line=line, field=field)
    return f"{float(digits):.12g}"
