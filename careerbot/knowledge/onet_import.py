"""The full O*NET database into the local store: which of its files become what part of a career."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from careerbot.knowledge.official_files import Progress
from careerbot.knowledge.onet_files import (
    ALTERNATE_TITLES,
    CODE,
    FLAGS,
    OCCUPATIONS,
    RELATED_OCCUPATIONS,
    SKILLS,
    Release,
    newest,
)
from careerbot.knowledge.onet_store import STORE_VERSION, ImportedCareers, save_store
from careerbot.knowledge.problems import BadOfficialFile
from careerbot.knowledge.schema import Career, Listing, Prose, Skills, Source

_DUTIES = 10
_SKILLS = 8
_TOOLS = 10


class ImportReport(Struct, frozen=True, kw_only=True):
    """What the store holds after an import; `not_given` are the files that no source had."""

    release: str
    occupations: int
    alternate_titles: int
    tasks: int
    skills: int
    technologies: int
    related: int
    not_given: tuple[str, ...]


def import_onet(sources: Sequence[Path], store: Path, progress: Progress | None = None) -> ImportReport:
    """Replace `store` by the occupations of O*NET, read from folders or zips of its text files.

    Of several sources the newest that has a file is read. Whatever is wrong raises KnowledgeError (BadOfficialFile for a
    file that is not the expected one) and leaves the old store as it was. `progress` gets a step and the share done.
    """
    if not sources:
        raise ValueError("nothing to import from: give at least one O*NET folder or zip")
    say = progress or (lambda _step, _share: None)
    releases = [Release(path, _FILES) for path in sources]
    main = newest(releases, OCCUPATIONS)
    if not main:
        raise BadOfficialFile(sources[0], f"expected {OCCUPATIONS} in it or in another source, found it in none")
    tables = _read(releases, say)
    cited = {name: _source_id(release) for name in _FILES if (release := newest(releases, name))}
    say("writing", len(_FILES) / (len(_FILES) + 1))
    publications = {_source_id(release): _source(release) for release in releases}
    imported = ImportedCareers(STORE_VERSION, main.number, publications, _careers(_occupations(main), tables, cited))
    save_store(store, imported, main.path)
    say("done", 1.0)
    return _report(imported, tables)


# --- the files ------------------------------------------------------------------------------------------------------

_Line = tuple[int, list[str]]
_Table = Mapping[str, list[str]]  # O*NET code -> its entries, the most telling first


def _read(releases: list[Release], say: Progress) -> dict[str, _Table]:
    tables: dict[str, _Table] = {}
    for done, (name, read) in enumerate(_TABLES.items()):
        release = newest(releases, name)
        if release:
            say(f"O*NET {release.number}: {name}", done / (len(_FILES) + 1))
            tables[name] = read(release)
    return tables


class _Occupation(NamedTuple):
    code: str
    title: str
    description: str


def _occupations(release: Release) -> list[_Occupation]:
    found: dict[str, _Occupation] = {}
    for line, cells in _filled(release, OCCUPATIONS, "Title", "Description"):
        occupation = _Occupation(*cells)
        if occupation.code in found:
            message = f"{occupation.code} stands twice"
            raise BadOfficialFile(release.origin(OCCUPATIONS), message, line=line, field=CODE)
        found[occupation.code] = occupation
    return list(found.values())


def _alternate_titles(release: Release) -> _Table:
    lines = _filled(release, ALTERNATE_TITLES, "Alternate Title")
    return _by_code((code, title) for _, (code, title) in lines)


def _tasks(release: Release) -> _Table:
    """Core tasks before supplemental ones, and those before the ones that are not rated."""
    lines = _filled(release, _TASKS, "Task", "Task Type")
    kinds = ("Core", "Supplemental")
    lines.sort(key=lambda line: kinds.index(line[1][2]) if line[1][2] in kinds else len(kinds))
    return _by_code((code, task) for _, (code, task, _) in lines)


def _skills(release: Release) -> _Table:
    """The most important first; without the ratings that O*NET advises to suppress or marks as not relevant."""
    lines = _filled(release, SKILLS, "Element Name", "Scale ID", "Data Value", unchecked=FLAGS)
    rated = [
        (_number(release, SKILLS, line, "Data Value", value), code, skill.lower())
        for line, (code, skill, scale, value, *flagged) in lines
        if scale == "IM" and "Y" not in flagged
    ]
    rated.sort(key=lambda rating: -rating[0])
    return _by_code((code, skill) for _, code, skill in rated)


def _technologies(release: Release) -> _Table:
    """What employers ask for much in this occupation, then what they ask for much in general."""
    lines = _filled(release, _TECHNOLOGIES, "Example", "Commodity Title", "Hot Technology", "In Demand")
    asked_for = [
        (demand, code, _tool(example, commodity))
        for _, (code, example, commodity, hot, demand) in lines
        if "Y" in (hot, demand)
    ]
    asked_for.sort(key=lambda row: row[0] != "Y")
    return _by_code((code, tool) for _, code, tool in asked_for)


def _tool(example: str, commodity: str) -> str:
    """The technology's name; a lone letter ("R") says what it is."""
    return example if len(example) > 1 else f"{example} ({commodity[:1].lower()}{commodity[1:]})"


def _related(release: Release) -> _Table:
    """The primary ones, the nearest first."""
    name = RELATED_OCCUPATIONS
    lines = _filled(release, name, "Related O*NET-SOC Code", "Relatedness Tier", "Index")
    near = [
        (_number(release, name, line, "Index", index), code, related)
        for line, (code, related, tier, index) in lines
        if tier.startswith("Primary")
    ]
    return _by_code((code, related) for _, code, related in sorted(near))


_TASKS = "Task Statements.txt"
_TECHNOLOGIES = "Technology Skills.txt"
_TABLES: Mapping[str, Callable[[Release], _Table]] = {
    ALTERNATE_TITLES: _alternate_titles,
    _TASKS: _tasks,
    SKILLS: _skills,
    _TECHNOLOGIES: _technologies,
    RELATED_OCCUPATIONS: _related,
}
_FILES = (OCCUPATIONS, *_TABLES)


def _filled(release: Release, name: str, *columns: str, unchecked: Collection[str] = ()) -> list[_Line]:
    """The code and these columns of each line; only an `unchecked` column may be empty."""
    lines = release.rows(name, CODE, *columns, *unchecked)
    for line, cells in lines:
        for column, cell in zip(columns, cells[1:], strict=False):
            if not cell.strip():
                raise BadOfficialFile(release.origin(name), "expected some text, found none", line=line, field=column)
    return lines


def _number(release: Release, name: str, line: int, field: str, cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        message = f"expected a number, found {cell!r}"
        raise BadOfficialFile(release.origin(name), message, line=line, field=field) from None


def _by_code(pairs: Iterable[tuple[str, str]]) -> _Table:
    """The entries of each code in their order, each once."""
    table: dict[str, dict[str, None]] = defaultdict(dict)
    for code, entry in pairs:
        table[code][entry] = None
    return {code: list(entries) for code, entries in table.items()}


# --- careers --------------------------------------------------------------------------------------------------------


def _source_id(release: Release) -> str:
    return f"onet_{release.number.replace('.', '_')}"


def _source(release: Release) -> Source:
    info = release.info()
    page = "https://www.onetonline.org/link/summary/{page}"
    return Source(title=info.title, publisher=info.publisher, year=info.year, url=page, licence=info.licence)


def _careers(
    occupations: Iterable[_Occupation], tables: Mapping[str, _Table], cited: Mapping[str, str]
) -> list[Career]:
    return [_career(occupation, tables, cited) for occupation in occupations]


def _career(occupation: _Occupation, tables: Mapping[str, _Table], cited: Mapping[str, str]) -> Career:
    """`cited` says which source a file was read from."""
    code, title, description = occupation

    def sources(*names: str) -> list[str]:
        return list(dict.fromkeys(f"{cited[name]}/{code}" for name in names if name in cited))

    def of(name: str, most: int | None = None) -> list[str]:
        return tables.get(name, {}).get(code, [])[:most]

    duties, skills = of(_TASKS, _DUTIES), of(SKILLS, _SKILLS)
    return Career(
        id=code,
        title=title,
        plural=title,  # O*NET's titles are plurals
        also_known_as=of(ALTERNATE_TITLES),
        onet=code,
        summary=Prose(text=description, sources=sources(OCCUPATIONS)),
        duties=Listing(items=duties, sources=sources(_TASKS)) if duties else None,
        skills=Skills(items=skills, tools=of(_TECHNOLOGIES, _TOOLS), sources=sources(SKILLS, _TECHNOLOGIES))
        if skills
        else None,
        related=of(RELATED_OCCUPATIONS),
    )


def _report(imported: ImportedCareers, tables: Mapping[str, _Table]) -> ImportReport:
    careers = imported.careers
    return ImportReport(
        release=imported.release,
        occupations=len(careers),
        alternate_titles=sum(len(career.also_known_as) for career in careers),
        tasks=sum(len(career.duties.items) for career in careers if career.duties),
        skills=sum(len(career.skills.items) for career in careers if career.skills),
        technologies=sum(len(career.skills.tools) for career in careers if career.skills),
        related=sum(len(career.related) for career in careers),
        not_given=tuple(name for name in _TABLES if name not in tables),
    )
