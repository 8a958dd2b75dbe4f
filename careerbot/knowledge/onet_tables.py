"""The tables that come from O*NET: interests, job zones, related occupations, titles, skills, and the crosswalk of its codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from careerbot.knowledge.drafts import Draft
from careerbot.knowledge.figure_tables import TITLES_BETWEEN
from careerbot.knowledge.figures import COLUMNS, Figures
from careerbot.knowledge.official_files import Row
from careerbot.knowledge.onet_files import (
    ALTERNATE_TITLES,
    CODE,
    FLAGS,
    OCCUPATIONS,
    RELATED_OCCUPATIONS,
    SKILLS,
    SUBJECTS,
    Release,
    newest,
)
from careerbot.knowledge.problems import BadOfficialFile

_Cell = tuple[int, str, str, str]  # line, code, column, what stands in it


def _wide(origin: Path, cells: Iterable[_Cell], columns: Sequence[str]) -> list[Row]:
    """One row a code out of one line a cell; each code must have each column once."""
    table: dict[str, dict[str, str]] = {}
    for line, code, column, value in cells:
        row = table.setdefault(code, {})
        if column in row or column not in columns:
            problem = "once" if column in row else f"as one of: {', '.join(columns)}"
            raise BadOfficialFile(origin, f"expected {column!r} {problem} for {code}", line=line)
        row[column] = value
    for code, row in table.items():
        if len(row) != len(columns):
            lacking = [column for column in columns if column not in row]
            raise BadOfficialFile(origin, f"expected {', '.join(lacking)} for {code}, found none: is the file cut off?")
    return [[code, *(row[column] for column in columns)] for code, row in table.items()]


def _interests(release: Release, name: str) -> list[Draft]:
    lines = release.rows(name, CODE, "Element Name", "Scale ID", "Data Value")
    cells = [(n, code, interest.lower(), value) for n, (code, interest, scale, value) in lines if scale == "OI"]
    return [_draft("interests", release, name, cells)]


def _job_zones(release: Release, name: str) -> list[Draft]:
    lines = release.rows(name, CODE, "Job Zone")
    return [_draft("job_zones", release, name, [(n, code, "job_zone", zone) for n, (code, zone) in lines])]


def _related(release: Release, name: str) -> list[Draft]:
    lines = release.rows(name, CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index")
    cells = [
        (n, code, f"related_{index}", related)
        for n, (code, related, tier, index) in lines
        if tier.startswith("Primary")
    ]
    return [_draft("related", release, name, cells)]


def _titles(release: Release, name: str) -> list[Draft]:
    """What people call the occupations in a word or two: longer titles are special kinds, which are found by these."""
    titles: dict[str, list[str]] = {}
    for _, (code, title) in release.rows(name, CODE, "Alternate Title"):
        if _SHORT_TITLE.fullmatch(title):
            titles.setdefault(code, []).append(title)
    rows = [[code, TITLES_BETWEEN.join(sorted(set(called)))] for code, called in titles.items()]
    return [Draft("titles", release.origin(name), release.info(_SHORT), ("onet", "titles"), rows)]


_SHORT_TITLE = re.compile(r"[A-Za-z][\w&'’+#-]*( [\w&'’+#-]+)?")
_SHORT = "alternate titles of one or two words"


def _skills(release: Release, name: str) -> list[Draft]:
    lines = release.rows(name, CODE, "Element ID", "Element Name", "Scale ID", "Data Value", *FLAGS)
    scales = {"IM": "importance", "LV": "level"}
    skills = [skill for _, skill in sorted({(element, skill) for _, (_, element, skill, *_) in lines})]
    cells = [
        (n, code, f"{skill} {scales.get(scale, scale)}", "" if "Y" in flagged else value)
        for n, (code, _, skill, scale, value, *flagged) in lines
    ]
    columns = [f"{skill} {scale}" for skill in skills for scale in scales.values()]
    return [_draft("skills", release, name, cells, columns, note=_LEFT_OUT)]


def _subjects(release: Release, name: str) -> list[Draft]:
    """O*NET's areas of knowledge, as far as a search needs them: how important each is."""
    lines = release.rows(name, CODE, "Element ID", "Element Name", "Scale ID", "Data Value", "Recommend Suppress")
    rated = [
        (n, code, subject, "" if flag == "Y" else value)
        for n, (code, _, subject, scale, value, flag) in lines
        if scale == "IM"
    ]
    subjects = [subject for _, subject in sorted({(element, subject) for _, (_, element, subject, *_) in lines})]
    return [_draft("subjects", release, name, rated, subjects, note=_IMPORTANCE)]


_IMPORTANCE = "importance from 1 to 5; ratings that O*NET advises to suppress are left out"
_LEFT_OUT = "ratings that O*NET advises to suppress or marks as not relevant are left out"


def _draft(
    table: str, release: Release, name: str, cells: Iterable[_Cell], columns: Sequence[str] = (), *, note: str = ""
) -> Draft:
    columns = columns or COLUMNS[table][1:]
    rows = _wide(release.origin(name), cells, columns)
    return Draft(table, release.origin(name), release.info(note), ("onet", *columns), rows)


MAKERS: Mapping[str, Callable[[Release, str], list[Draft]]] = {
    "Interests.txt": _interests,
    "Job Zones.txt": _job_zones,
    RELATED_OCCUPATIONS: _related,
    ALTERNATE_TITLES: _titles,
    SKILLS: _skills,
    SUBJECTS: _subjects,
}
FILES = {*MAKERS, OCCUPATIONS}


def crosswalk(drafts: list[Draft], releases: list[Release], old: Figures | None) -> list[Draft]:
    """The O*NET codes that BLS publishes only combined, from the codes that the two use."""
    release = newest(releases, OCCUPATIONS)
    if not release:
        return []
    onet = {code.partition(".")[0] for _, (code,) in release.rows(OCCUPATIONS, CODE)}
    drafted = {draft.name: {row[0] for row in draft.rows} for draft in drafts}
    bls = {soc for table in ("pay", "outlook") for soc in drafted.get(table, old.table(table) if old else ())}
    rows = [[soc, combined] for soc in onet - bls if (combined := _combined(soc, bls, onet))]
    return [Draft("soc_crosswalk", release.origin(OCCUPATIONS), release.info(), COLUMNS["soc_crosswalk"], rows)]


def _combined(soc: str, bls: set[str], onet: set[str]) -> str | None:
    """BLS combines under the broad code (13-1021 in 13-1020) or one of its own beside it (21-1011 in 21-1018)."""
    if (broad := f"{soc[:-1]}0") in bls:
        return broad
    own = [code for code in bls - onet if code[:-1] == soc[:-1]]
    return own[0] if len(own) == 1 else None
