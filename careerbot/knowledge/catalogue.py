"""All careers, sources and figures together: what the advice floor reads from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from careerbot.knowledge import yaml_files
from careerbot.knowledge.figures import Figures
from careerbot.knowledge.problems import KnowledgeError, Problem
from careerbot.knowledge.schema import Career, CareerFile, Source
from careerbot.paths import KNOWLEDGE


class Catalogue:
    """The knowledge of one folder, checked. Careers without a file are named by their SOC code and have figures only."""

    def __init__(self, careers: Mapping[str, Career], sources: Mapping[str, Source], figures: Figures) -> None:
        self.careers = careers
        self.sources = sources
        self.figures = figures

    @classmethod
    def load(cls, folder: Path = KNOWLEDGE) -> Catalogue:
        """Read and check a knowledge folder. Raises KnowledgeError naming every problem found in it."""
        problems: list[Problem] = []
        sources = _read_sources(folder, problems)
        figures = _read_figures(folder, problems)
        written = _read_careers(folder, problems)
        if figures:
            problems += _dead_references(written, sources, figures)
        if problems or not figures:
            raise KnowledgeError(problems)
        return cls(_with_unwritten(written, figures), sources, figures)

    @property
    def written(self) -> list[Career]:
        """The careers that have a file."""
        return [career for career in self.careers.values() if career.summary]

    def source(self, reference: str) -> tuple[Source, str | None]:
        """The publication a reference names, and the address of its page."""
        source_id, _, page = reference.partition("/")
        source = self.sources[source_id]
        return source, source.url.replace("{page}", page) if source.url else None


@cache
def catalogue() -> Catalogue:
    """The project's own knowledge, read once."""
    return Catalogue.load()


def _read_sources(folder: Path, problems: list[Problem]) -> dict[str, Source]:
    sources, found = yaml_files.read(folder / "sources.yml", dict[str, Source], shown_as="sources.yml")
    problems += found
    return sources or {}


def _read_figures(folder: Path, problems: list[Problem]) -> Figures | None:
    try:
        return Figures.load(folder / "figures")
    except KnowledgeError as error:
        problems += error.problems
        return None


def _read_careers(folder: Path, problems: list[Problem]) -> dict[str, Career]:
    careers: dict[str, Career] = {}
    for path in sorted((folder / "careers").glob("*.yml")):
        name = f"careers/{path.name}"
        career, found = yaml_files.read(path, CareerFile, shown_as=name)
        problems += found
        if not career:
            continue
        if career.id in careers:
            problems.append(Problem(name, 0, "id", f"{career.id!r} is the id of another career file too"))
        elif career.id != path.stem:
            problems.append(
                Problem(name, 0, "id", f"expected {path.stem!r}, the name of the file, found {career.id!r}")
            )
        careers[career.id] = career
    return careers


def _dead_references(
    careers: Mapping[str, Career], sources: Mapping[str, Source], figures: Figures
) -> Iterator[Problem]:
    titles = Counter(career.title.casefold() for career in careers.values())
    for career in careers.values():
        name = f"careers/{career.id}.yml"
        if titles[career.title.casefold()] > 1:
            yield Problem(name, 0, "title", f"{career.title!r} is the title of another career too")
        if career.soc and career.stand_in:
            yield Problem(
                name,
                0,
                "stand_in",
                "expected either soc or stand_in: a career with a code of its own needs no stand-in",
            )
        if career.figures_code and career.figures_code not in figures.occupations:
            yield Problem(
                name, 0, "stand_in.soc" if career.stand_in else "soc", f"no figures for {career.figures_code}"
            )
        for related in career.related:
            if related not in careers and related not in figures.occupations:
                yield Problem(name, 0, "related", f"{related!r} is neither a career file nor a SOC code with figures")
        for field, reference in references(career):
            if reference.partition("/")[0] not in sources:
                yield Problem(name, 0, field, f"{reference!r} is no source in sources.yml")


def references(part: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """Every source reference inside a career (field path, reference)."""
    if isinstance(part, list):
        for index, item in enumerate(part):
            yield from references(item, f"{field}[{index}]")
    elif isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            path = f"{field}.{name}".lstrip(".")
            value = getattr(part, name)
            yield from ((path, each) for each in value) if name == "sources" else references(value, path)


def _with_unwritten(written: Mapping[str, Career], figures: Figures) -> dict[str, Career]:
    taken = {career.soc for career in written.values()}
    unwritten = {
        soc: Career(id=soc, title=title, plural=title, soc=soc)
        for soc, title in figures.occupations.items()
        if soc not in taken
    }
    return {**written, **unwritten}
