"""The reader of `knowledge/figures`: official tables in, typed figures out. `careerbot knowledge refresh` writes them.

A table is `<name>.csv`, keyed by its first column; where it comes from and for which year stands in `manifest.yml`.
BLS tables go by SOC code (29-1141), O*NET tables by O*NET-SOC code (29-1141.00). Every lookup takes either: the codes
that BLS publishes only combined go through `soc_crosswalk.csv`, and a figure's own `soc` and `title` say whose it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from careerbot.knowledge.figure_rows import (
    EDUCATION,
    INTERESTS,
    Attainment,
    Entry,
    Interests,
    Outlook,
    Pay,
    Percentiles,
    SkillRating,
    SkillRatings,
    TableInfo,
    TopCode,
    Wage,
)
from careerbot.knowledge.figure_tables import (
    ALL_OCCUPATIONS,
    COLUMNS,
    MANIFEST,
    ONET_CODE,
    SOC_CODE,
    TABLES,
    Tables,
    layouts,
    read_manifest,
    skills_layout,
    subjects_layout,
    unfit,
)
from careerbot.knowledge.problems import KnowledgeError, Problem
from careerbot.knowledge.table_files import Layout, read_table

__all__ = [
    "ALL_OCCUPATIONS",
    "COLUMNS",
    "EDUCATION",
    "INTERESTS",
    "MANIFEST",
    "ONET_CODE",
    "SOC_CODE",
    "TABLES",
    "Attainment",
    "Entry",
    "Figures",
    "Interests",
    "Outlook",
    "Pay",
    "Percentiles",
    "SkillRating",
    "SkillRatings",
    "TableInfo",
    "TopCode",
    "Wage",
]

T = TypeVar("T")


class Figures:
    """All tables of one folder. A lookup answers None where nothing was published."""

    def __init__(self, folder: Path, infos: Mapping[str, TableInfo], tables: Tables) -> None:
        self._folder = folder
        self._infos = infos
        self._tables = tables
        self.occupations = _titles(tables)

    @classmethod
    def load(cls, folder: Path) -> Figures:
        """Read a folder of tables; KnowledgeError names all that is wrong. Skills are read when first asked for."""
        infos, problems = read_manifest(folder)
        tables = Tables(
            **{
                name: read_table(folder / f"{name}.csv", layout, problems) if name in infos else {}
                for name, layout in layouts(infos).items()
            }
        )
        problems += unfit(folder, tables) if not problems else ()
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

    @property
    def titles(self) -> Mapping[str, tuple[str, ...]]:
        """What O*NET calls the occupations besides, by its codes; empty where the table was never given."""
        return self._tables.titles

    def subjects(self, code: str) -> Mapping[str, float | None]:
        """How important each subject is to the work, from 1 to 5; empty where nobody rated it."""
        return self._subjects.get(_onet(code), {})

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

    def read_all(self) -> None:
        """Read now what is otherwise read when first asked for; KnowledgeError where it is not valid."""
        for name in TABLES:
            self.table(name)

    def table(self, name: str) -> Mapping[str, Any]:
        """One whole table by code, in the order of its codes; empty where an optional one was never given."""
        late = {"skills": "_skills", "subjects": "_subjects"}
        table: Mapping[str, Any] = getattr(self, late[name]) if name in late else getattr(self._tables, name)
        return table

    def _bls(self, code: str) -> str:
        soc = code.partition(".")[0]
        return self._tables.soc_crosswalk.get(soc, soc)

    @cached_property
    def _skills(self) -> Mapping[str, SkillRatings]:
        return _read_late(self._folder / "skills.csv", skills_layout)

    @cached_property
    def _subjects(self) -> Mapping[str, Mapping[str, float | None]]:
        return _read_late(self._folder / "subjects.csv", subjects_layout) if "subjects" in self._infos else {}


def _read_late(path: Path, layout: Callable[[list[str]], Layout[T]]) -> dict[str, T]:
    problems: list[Problem] = []
    rows = read_table(path, layout, problems)
    if problems:
        raise KnowledgeError(problems)
    return rows


def _titles(tables: Tables) -> Mapping[str, str]:
    """Every detailed SOC code with a figure; the projections' titles ("Chief executives") fit into a sentence."""
    titles = {soc: row.title for soc, row in tables.pay.items()} | {
        soc: row.title for soc, row in tables.outlook.items()
    }
    return {soc: titles[soc] for soc in sorted(titles) if soc != ALL_OCCUPATIONS}


def _onet(code: str) -> str:
    return code if "." in code else f"{code}.00"
