"""All careers, sources and figures together: what the advice floor reads from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from careerbot.knowledge import known_names, usable_names, yaml_files
from careerbot.knowledge.figures import Figures
from careerbot.knowledge.known_names import KnownNames
from careerbot.knowledge.onet_store import load_store
from careerbot.knowledge.problems import KnowledgeError, Problem
from careerbot.knowledge.schema import Career, CareerFile, Source
from careerbot.paths import KNOWLEDGE, STATE


class Catalogue:
    """The knowledge of one folder, checked, and what was imported from O*NET.

    A career has a file, or is imported and named by its O*NET code, or has figures only and is named by its SOC code.
    """

    def __init__(
        self,
        careers: Mapping[str, Career],
        sources: Mapping[str, Source],
        figures: Figures,
        further_names: Mapping[str, tuple[str, ...]] | None = None,
        called: KnownNames | None = None,
    ) -> None:
        self.careers = careers
        self.sources = sources
        self.figures = figures
        self.further_names = further_names or {}  # id -> what O*NET calls the career besides
        self.called = called or KnownNames()

    @classmethod
    def load(cls, folder: Path = KNOWLEDGE, imported: Path | None = None) -> Catalogue:
        """Read and check a knowledge folder, and the store of `import_onet` if there is one at `imported`.

        Raises KnowledgeError naming every problem found in them.
        """
        problems: list[Problem] = []
        sources = _read_sources(folder, problems)
        figures = _read_figures(folder, problems)
        written = _read_careers(folder, problems)
        called, found = known_names.read(folder)
        problems += found
        problems += usable_names.problems(written.values(), called)
        onet, onet_sources = _read_imported(imported, problems)
        if figures:
            problems += _dead_references(written, sources, figures)
            problems += known_names.problems(called, {*written, *figures.occupations})
        if problems or not figures:
            raise KnowledgeError([_with_line(folder, problem) for problem in problems])
        codes = _by_code(written.values())
        careers = _Careers({**written, **_unwritten(written, codes, onet, figures)})
        further = {codes[code]: (each.title, *each.also_known_as) for code, each in onet.items() if code in codes}
        known = cls(careers, {**sources, **onet_sources}, figures, further, known_names.together(called.values()))
        return known if onet else known._with_titles()

    def _with_titles(self) -> Catalogue:
        """The further names that the table of titles has, which an import knows in full."""
        further: dict[str, tuple[str, ...]] = {}
        for code, titles in self.figures.titles.items():
            soc = code.partition(".")[0]
            career = self.find(code) or self.find(self.figures.table("soc_crosswalk").get(soc, soc))
            if career:
                further[career.id] = (*further.get(career.id, ()), *titles)
        return Catalogue(self.careers, self.sources, self.figures, further, self.called)

    @property
    def written(self) -> list[Career]:
        """The careers that have a file."""
        return [career for career in self.careers.values() if isinstance(career, CareerFile)]

    def find(self, code: str) -> Career | None:
        """The career that an id, a SOC or an O*NET code stands for, if there is one."""
        try:
            return self.careers[code]
        except KeyError:
            return None

    def related(self, career: Career) -> list[Career]:
        """Careers that are alike: those its file names, else those O*NET holds to be so, the nearest first."""
        codes = career.related or self.figures.related(career.onet or career.figures_code or "")
        found = {each.id: each for code in codes if (each := self.find(code)) and each.id != career.id}
        return list(found.values())

    def employment(self, career: Career) -> int:
        """How many people the career's occupation employs; 0 where that is not published."""
        pay = self.figures.pay(career.figures_code) if career.figures_code else None
        return (pay.employment if pay else None) or 0

    def source(self, reference: str) -> tuple[Source, str | None]:
        """The publication a reference names, and the address of its page."""
        source_id, _, page = reference.partition("/")
        source = self.sources[source_id]
        return source, source.url.replace("{page}", page) if source.url else None


def _with_line(folder: Path, problem: Problem) -> Problem:
    """What is found between files knows its field only; the file is read again for the line."""
    if problem.line or not problem.field or not problem.file.startswith(("careers/", f"{known_names.FOLDER}/")):
        return problem
    return msgspec.structs.replace(problem, line=yaml_files.line_of(folder / problem.file, problem.field))


@cache
def catalogue() -> Catalogue:
    """The project's own knowledge with what was imported, read once."""
    return Catalogue.load(imported=STATE / "onet.msgpack")


class _Careers(dict[str, Career]):
    """Careers by id. A SOC or O*NET code that is no id finds the career that stands for it.

    Conversations remember ids: one of before an import must find its career after it, and the other way round.
    """

    def __init__(self, careers: Mapping[str, Career]) -> None:
        super().__init__(careers)
        self._codes = _by_code(careers.values())

    def __missing__(self, code: str) -> Career:
        return self[self._codes[code if "." in code else f"{code}.00"]]


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
        for index, related in enumerate(career.related):
            if related not in careers and related not in figures.occupations:
                yield Problem(
                    name, 0, f"related[{index}]", f"{related!r} is neither a career file nor a SOC code with figures"
                )
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


def _read_imported(store: Path | None, problems: list[Problem]) -> tuple[dict[str, Career], dict[str, Source]]:
    """The imported occupations by their O*NET code, and the publications they name."""
    try:
        imported = load_store(store) if store else None
    except KnowledgeError as error:
        problems += error.problems
        return {}, {}
    return ({career.id: career for career in imported.careers}, imported.sources) if imported else ({}, {})


def _onet_code(career: Career) -> str | None:
    """The O*NET occupation that a career is; a SOC code stands for its O*NET code ending in .00."""
    return career.onet or (f"{career.soc}.00" if career.soc else None)


def _by_code(careers: Iterable[Career]) -> dict[str, str]:
    """The id of the first career that is an O*NET occupation, by its code."""
    codes: dict[str, str] = {}
    for career in careers:
        if code := _onet_code(career):
            codes.setdefault(code, career.id)
    return codes


def _unwritten(
    written: Mapping[str, Career], codes: Mapping[str, str], onet: Mapping[str, Career], figures: Figures
) -> dict[str, Career]:
    """The careers without a file, in the order of their codes: imported ones, and figures alone for the rest."""
    taken = {career.soc for career in written.values()}
    unwritten = {
        soc: Career(id=soc, title=title, plural=title, soc=soc)
        for soc, title in figures.occupations.items()
        if soc not in taken and f"{soc}.00" not in onet
    }
    unwritten |= {code: _linked(career, codes, onet, figures) for code, career in onet.items() if code not in codes}
    return dict(sorted(unwritten.items()))


def _linked(career: Career, codes: Mapping[str, str], onet: Mapping[str, Career], figures: Figures) -> Career:
    """An imported career with the code of its figures, and with its relatives by their ids here."""
    six_digits = career.id.partition(".")[0]
    soc = figures.table("soc_crosswalk").get(six_digits, six_digits)
    related = [codes.get(code, code) for code in career.related if code in onet]
    return msgspec.structs.replace(career, soc=soc if soc in figures.occupations else None, related=related)
