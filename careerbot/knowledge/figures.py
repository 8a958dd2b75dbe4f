"""The reader of `knowledge/figures`: official tables in, typed figures out. `careerbot knowledge refresh` writes them.

A table is `<name>.csv`, keyed by its first column; where it comes from and for which year stands in `manifest.yml`.
BLS tables go by SOC code (29-1141), O*NET tables by O*NET-SOC code (29-1141.00). Every lookup takes either: the codes
that BLS publishes only combined go through `soc_crosswalk.csv`, and a figure's own `soc` and `title` say whose it is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from msgspec import Struct

from careerbot.knowledge import yaml_files
from careerbot.knowledge.problems import KnowledgeError, Problem

T = TypeVar("T")

ALL_OCCUPATIONS = "00-0000"
MANIFEST = "manifest.yml"
INTERESTS = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
SOC_CODE = re.compile(r"\d\d-\d{4}", re.ASCII)
ONET_CODE = re.compile(r"\d\d-\d{4}\.\d\d", re.ASCII)
NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


class Wage(Struct, frozen=True):
    """A wage in dollars as published. Top-coded: at least `amount`. No amount: not published."""

    amount: float | None
    top_coded: bool = False

    @property
    def known(self) -> bool:
        """Whether anything was published, be it only "at least"."""
        return self.amount is not None


class Percentiles(Struct, frozen=True):
    """A tenth of the workers earn less than `p10`, half of them less than `median`."""

    p10: Wage
    p25: Wage
    median: Wage
    p75: Wage
    p90: Wage


class Pay(Struct, frozen=True):
    """Wages of employees. Actors have no annual wage, teachers no hourly one: BLS publishes the other only."""

    soc: str
    title: str
    employment: int | None  # employees, without the self-employed
    annual: Percentiles
    hourly: Percentiles


class Outlook(Struct, frozen=True):
    """Employment at both ends of the projection, in jobs; `openings` in jobs a year."""

    soc: str
    title: str
    employment: int
    employment_projected: int
    change: int
    change_percent: float
    openings: int
    self_employed_percent: float | None
    median_annual: Wage  # as printed beside the projection, for its first year; an occupation's own wages are in `Pay`


class Entry(Struct, frozen=True):
    """What is typically needed to start, in BLS's words. "None": nothing is needed. None: nothing is said."""

    soc: str
    title: str
    education: str | None
    experience: str | None
    training: str | None


class Attainment(Struct, frozen=True):
    """Percent of the workers of 25 years and older by their highest education. Not `exact`: a wider group stands in."""

    soc: str
    title: str
    exact: bool
    less_than_high_school: float
    high_school: float
    some_college: float
    associate: float
    bachelor: float
    master: float
    doctoral_or_professional: float


class Interests(Struct, frozen=True):
    """How far the work meets each of Holland's six interests, from 1 to 7."""

    onet: str
    realistic: float
    investigative: float
    artistic: float
    social: float
    enterprising: float
    conventional: float


class SkillRating(Struct, frozen=True):
    """Importance from 1 to 5, level from 0 to 7. None where O*NET flags it: "recommend suppress" or "not relevant"."""

    importance: float | None
    level: float | None


class SkillRatings(Struct, frozen=True):
    """The ratings of one occupation by the skill's published name, such as "Active Listening"."""

    onet: str
    ratings: Mapping[str, SkillRating]


class TopCode(Struct, frozen=True, forbid_unknown_fields=True):
    """The wage from which on BLS publishes only `#`."""

    annual: float
    hourly: float


class TableInfo(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Where a table comes from. `period` is what its figures are of, such as "May 2024" or "2024–34"."""

    publisher: str
    title: str
    year: int
    period: str
    url: str
    licence: str
    note: str = ""
    top_code: TopCode | None = None


class Figures:
    """All tables of one folder. A lookup answers None where nothing was published."""

    def __init__(self, folder: Path, infos: Mapping[str, TableInfo], tables: _Tables) -> None:
        self._folder = folder
        self._infos = infos
        self._tables = tables
        self.occupations = _titles(tables)

    @classmethod
    def load(cls, folder: Path) -> Figures:
        """Read a folder of tables; KnowledgeError names all that is wrong. Skills are read when first asked for."""
        infos, problems = _manifest(folder)
        tables = _Tables(
            **{
                name: _read(folder / f"{name}.csv", layout, problems) if name in infos else {}
                for name, layout in _layouts(infos).items()
            }
        )
        problems += _unfit(folder, tables) if not problems else ()
        if problems:
            raise KnowledgeError(problems)
        return cls(folder, infos, tables)

    def pay(self, code: str) -> Pay | None:
        """Wages of the occupation that BLS counts `code` under."""
        return self._tables.pay.get(self._bls(code))

    def outlook(self, code: str) -> Outlook | None:
        """The projection for the occupation that BLS counts `code` under."""
        return self._tables.outlook.get(self._bls(code))

    def entry(self, code: str) -> Entry | None:
        """What one needs to start."""
        return self._tables.entry.get(self._bls(code))

    def attainment(self, code: str) -> Attainment | None:
        """What the people in the job have learnt; None too where the table was never given."""
        return self._tables.attainment.get(self._bls(code))

    def interests(self, code: str) -> Interests | None:
        """The six scores; a SOC code stands for its O*NET code ending in .00."""
        return self._tables.interests.get(_onet(code))

    def job_zone(self, code: str) -> int | None:
        """Preparation needed, from 1 (little or none) to 5 (extensive)."""
        return self._tables.job_zones.get(_onet(code))

    def related(self, code: str) -> tuple[str, ...]:
        """The ten O*NET codes nearest to this one, nearest first; empty where O*NET names none."""
        return self._tables.related.get(_onet(code), ())

    def skills(self, code: str) -> SkillRatings | None:
        """The ratings of all skills. The first call reads the table and may raise KnowledgeError."""
        return self._skills.get(_onet(code))

    @property
    def average(self) -> Outlook:
        """All occupations together: the median wage and growth to hold one against. Its source is `info("outlook")`."""
        return self._tables.outlook[ALL_OCCUPATIONS]

    def info(self, table: str) -> TableInfo:
        """Source and year of a table; KeyError where this folder does not have it."""
        return self._infos[table]

    def table(self, name: str) -> Mapping[str, Any]:
        """One whole table by code, in the order of its codes; empty where an optional one was never given."""
        table: Mapping[str, Any] = self._skills if name == "skills" else getattr(self._tables, name)
        return table

    def _bls(self, code: str) -> str:
        soc = code.partition(".")[0]
        return self._tables.soc_crosswalk.get(soc, soc)

    @cached_property
    def _skills(self) -> Mapping[str, SkillRatings]:
        problems: list[Problem] = []
        ratings = _read(self._folder / "skills.csv", _skills_layout, problems)
        if problems:
            raise KnowledgeError(problems)
        return ratings


def _titles(tables: _Tables) -> Mapping[str, str]:
    """Every detailed SOC code with a figure; the projections' titles ("Chief executives") fit into a sentence."""
    titles = {soc: row.title for soc, row in tables.pay.items()} | {
        soc: row.title for soc, row in tables.outlook.items()
    }
    return {soc: titles[soc] for soc in sorted(titles) if soc != ALL_OCCUPATIONS}


def _onet(code: str) -> str:
    return code if "." in code else f"{code}.00"


# --- cells: each converter says by ValueError what it expected ------------------------------------------------------

_Convert = Callable[[str], Any]


def _code(pattern: re.Pattern[str], example: str) -> _Convert:
    def convert(cell: str) -> str:
        if not pattern.fullmatch(cell):
            raise ValueError(f"expected a code such as {example}")
        return cell

    return convert


_FAR = 1e12  # no figure here comes near it


def _number(low: float = -_FAR, high: float = _FAR) -> _Convert:
    def convert(cell: str) -> float:
        if not NUMBER.fullmatch(cell) or not low <= (value := float(cell)) <= high:
            raise ValueError(f"expected a number from {low:.10g} to {high:.10g}")
        return value

    return convert


def _whole(low: float = -_FAR, high: float = _FAR) -> _Convert:
    number = _number(low, high)

    def convert(cell: str) -> int:
        if "." in cell:
            raise ValueError("expected a whole number")
        return int(number(cell))

    return convert


def _text(cell: str) -> str:
    if not cell.strip():
        raise ValueError("expected some text")
    return cell


def _yes_or_no(cell: str) -> bool:
    if cell not in ("yes", "no"):
        raise ValueError("expected yes or no")
    return cell == "yes"


def _unless(absent: str, convert: _Convert) -> _Convert:
    return lambda cell: None if cell == absent else convert(cell)


def _wage(top: float) -> _Convert:
    published = {"#": Wage(top, top_coded=True), "*": Wage(None)}
    number = _number(0, top)
    return lambda cell: published.get(cell) or Wage(number(cell))


def _median_wage(cell: str) -> Wage:
    """The projections table prints ">=239200" where the wage tables print "#"."""
    number = _number(0)
    if cell.startswith(">="):
        return Wage(number(cell[2:]), top_coded=True)
    return Wage(number(cell)) if cell else Wage(None)


# --- layouts: the columns of each table, in their order, and what a row becomes -------------------------------------


@dataclass(frozen=True)
class _Layout(Generic[T]):
    columns: Mapping[str, _Convert]  # the first is the key
    build: Callable[..., T]  # takes the converted cells; ValueError where they contradict each other


class _Tables(NamedTuple):
    pay: Mapping[str, Pay]
    outlook: Mapping[str, Outlook]
    entry: Mapping[str, Entry]
    attainment: Mapping[str, Attainment]
    interests: Mapping[str, Interests]
    job_zones: Mapping[str, int]
    related: Mapping[str, tuple[str, ...]]
    soc_crosswalk: Mapping[str, str]


_soc = _code(SOC_CODE, "29-1141")
_onet_soc = _code(ONET_CODE, "29-1141.00")
_NAMED = {"soc": _soc, "title": _text}
_NO_TOP_CODE = TopCode(annual=_FAR, hourly=_FAR)
RELATED = 10  # what O*NET calls the primary ones


def _layouts(infos: Mapping[str, TableInfo]) -> dict[str, _Layout[Any]]:
    top = (infos["pay"].top_code if "pay" in infos else None) or _NO_TOP_CODE
    percent = _number(0, 100)
    words = _unless("", _text)
    return {
        "pay": _Layout(
            {
                **_NAMED,
                "employment": _unless("**", _whole(0)),
                **{f"annual_{name}": _wage(top.annual) for name in Percentiles.__struct_fields__},
                **{f"hourly_{name}": _wage(top.hourly) for name in Percentiles.__struct_fields__},
            },
            _pay,
        ),
        "outlook": _Layout(
            {
                **_NAMED,
                "employment": _whole(0),
                "employment_projected": _whole(0),
                "change": _whole(),
                "change_percent": _number(),
                "openings": _whole(0),
                "self_employed_percent": _unless("", percent),
                "median_annual": _median_wage,
            },
            _outlook,
        ),
        "entry": _Layout({**_NAMED, "education": words, "experience": words, "training": words}, Entry),
        "attainment": _Layout(
            {**_NAMED, "exact": _yes_or_no, **dict.fromkeys(Attainment.__struct_fields__[3:], percent)}, _attainment
        ),
        "interests": _Layout({"onet": _onet_soc, **dict.fromkeys(INTERESTS, _number(1, 7))}, Interests),
        "job_zones": _Layout({"onet": _onet_soc, "job_zone": _whole(1, 5)}, lambda _, zone: zone),
        "related": _Layout(
            {"onet": _onet_soc, **{f"related_{nth}": _onet_soc for nth in range(1, RELATED + 1)}},
            lambda _, *codes: codes,
        ),
        "soc_crosswalk": _Layout({"soc": _soc, "bls_soc": _soc}, lambda _, bls: bls),
    }


def _skills_layout(header: Iterable[str]) -> _Layout[SkillRatings]:
    """The table's own header says which skills there are: "<skill> importance" and "<skill> level" for each."""
    skills = list(dict.fromkeys(column.rpartition(" ")[0] for column in header if column != "onet"))
    scales = {"importance": _unless("", _number(1, 5)), "level": _unless("", _number(0, 7))}
    columns = {f"{skill} {scale}": convert for skill in skills for scale, convert in scales.items()}

    def build(onet: str, *numbers: float | None) -> SkillRatings:
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        return SkillRatings(onet, {skill: SkillRating(*pair) for skill, pair in zip(skills, pairs, strict=True)})

    return _Layout({"onet": _onet_soc, **columns}, build)


def _pay(soc: str, title: str, employment: int | None, *wages: Wage) -> Pay:
    return Pay(soc, title, employment, _percentiles("annual", wages[:5]), _percentiles("hourly", wages[5:]))


def _percentiles(unit: str, wages: tuple[Wage, ...]) -> Percentiles:
    amounts = [wage.amount for wage in wages if wage.amount is not None]
    if amounts != sorted(amounts):
        raise ValueError(f"expected {unit} wages that rise from p10 to p90, found {amounts}")
    return Percentiles(*wages)


_ROUNDING = 200  # jobs: published numbers are rounded to the nearest hundred, and three of them are held together


def _outlook(*cells: Any) -> Outlook:
    row = Outlook(*cells)
    found = f"{row.employment} + {row.change} ({row.change_percent:g} percent) = {row.employment_projected}"
    if abs(row.employment + row.change - row.employment_projected) > _ROUNDING:
        raise ValueError(f"expected employment and change to give the projected employment, found {found}")
    if abs(row.change - row.employment * row.change_percent / 100) > _ROUNDING + row.employment / 1000:
        raise ValueError(f"expected a change of as many jobs as its percentage says, found {found}")
    return row


def _attainment(*cells: Any) -> Attainment:
    if not 99 <= sum(cells[3:]) <= 101:
        raise ValueError(f"expected shares that add up to 100 percent, found {sum(cells[3:]):g}")
    return Attainment(*cells)


COLUMNS: Mapping[str, tuple[str, ...]] = {name: tuple(layout.columns) for name, layout in _layouts({}).items()}
OPTIONAL = frozenset({"attainment"})
TABLES = (*COLUMNS, "skills")


# --- files ----------------------------------------------------------------------------------------------------------


def _manifest(folder: Path) -> tuple[Mapping[str, TableInfo], list[Problem]]:
    path = folder / MANIFEST
    infos, problems = yaml_files.read(path, dict[str, TableInfo])
    if infos is None:
        raise KnowledgeError(problems)
    for name in TABLES:
        if name not in infos and (name not in OPTIONAL or (folder / f"{name}.csv").exists()):
            problems.append(Problem(str(path), 0, name, "expected an entry that says where this table comes from"))
    for name in infos.keys() - set(TABLES):
        problems.append(Problem(str(path), 0, name, f"unknown table; there are {', '.join(TABLES)}"))
    if "pay" in infos and not infos["pay"].top_code:
        problems.append(Problem(str(path), 0, "pay.top_code", "expected the annual and hourly wage that # stands for"))
    if "skills" in infos and not (folder / "skills.csv").exists():
        problems.append(Problem(str(folder / "skills.csv"), 0, "", "expected this table, it is missing"))
    return infos, problems


def _read(path: Path, layout: _Layout[T] | Callable[[list[str]], _Layout[T]], problems: list[Problem]) -> dict[str, T]:
    """One table by its key. What is wrong goes to `problems`, and the row is left out."""
    try:
        reader = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""), strict=True)
        lines = [(reader.line_num, cells) for cells in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        problems.append(Problem(str(path), 0, "", f"not readable as a table: {error}"))
        return {}
    header = lines[0][1] if lines else []
    table = _Table(path, header, layout if isinstance(layout, _Layout) else layout(header), problems)
    return table.rows(lines[1:]) if table.fits() else {}


class _Table(Generic[T]):
    def __init__(self, path: Path, header: list[str], layout: _Layout[T], problems: list[Problem]) -> None:
        self._path = path
        self._header = header
        self._layout = layout
        self._problems = problems

    def fits(self) -> bool:
        """Whether the header has each column once and no other, in any order."""
        names = self._layout.columns
        wrong = [(name, "this column is missing") for name in names if name not in self._header]
        wrong += [(name, "unknown column") for name in self._header if name not in names]
        wrong += [(name, "this column stands twice") for name in names if self._header.count(name) > 1]
        for name, message in wrong:
            self._report(1, name, message)
        return not wrong

    def rows(self, lines: Iterable[tuple[int, list[str]]]) -> dict[str, T]:
        key = self._header.index(next(iter(self._layout.columns)))
        plan = [(convert, self._header.index(name)) for name, convert in self._layout.columns.items()]
        rows: dict[str, T] = {}
        for line, cells in lines:
            if len(cells) != len(self._header):
                self._report(line, "", f"expected {len(self._header)} cells, found {len(cells)}")
            elif cells[key] in rows:
                self._report(line, self._header[key], f"{cells[key]} stands twice")
            elif (row := self._row(line, cells, plan)) is not None:
                rows[cells[key]] = row
        if not rows:
            self._report(0, "", "expected at least one usable row")
        return rows

    def _row(self, line: int, cells: list[str], plan: list[tuple[_Convert, int]]) -> T | None:
        try:
            return self._layout.build(*[convert(cells[at]) for convert, at in plan])
        except ValueError as error:
            wrong = [(self._header[at], message) for convert, at in plan for message in _refusal(convert, cells[at])]
            for field, message in wrong or [("", str(error))]:
                self._report(line, field, message)
            return None

    def _report(self, line: int, field: str, message: str) -> None:
        self._problems.append(Problem(str(self._path), line, field, message))


def _refusal(convert: _Convert, cell: str) -> Iterator[str]:
    try:
        convert(cell)
    except ValueError as error:
        yield f"{error}, found {cell!r}"


def _unfit(folder: Path, tables: _Tables) -> Iterator[Problem]:
    """What no single row can show."""
    if ALL_OCCUPATIONS not in tables.outlook:
        yield Problem(str(folder / "outlook.csv"), 0, "soc", f"expected a row for all occupations, {ALL_OCCUPATIONS}")
    for name, rows in (("pay", tables.pay), ("outlook", tables.outlook)):
        yield from _not_adding_up(folder / f"{name}.csv", {soc: row.employment for soc, row in rows.items()})
    for soc, bls in tables.soc_crosswalk.items():
        if bls not in tables.pay and bls not in tables.outlook:
            yield Problem(str(folder / "soc_crosswalk.csv"), 0, soc, f"expected a code that BLS uses, found {bls}")


def _not_adding_up(path: Path, employment: dict[str, int | None]) -> Iterator[Problem]:
    """The occupations make up the total, but for rounding: otherwise some of them are missing."""
    total = employment.pop(ALL_OCCUPATIONS, None)
    known = [jobs for jobs in employment.values() if jobs is not None]
    if total is not None and len(known) == len(employment) and abs(sum(known) - total) > total / 200:
        yield Problem(str(path), 0, "employment", f"expected occupations that add up to {total}, found {sum(known)}")
