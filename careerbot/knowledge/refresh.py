"""The writer of `knowledge/figures`: next year's official files in, the tables of `figures.py` out, all or none.

BLS gives workbooks (their tables as CSV are read too), O*NET a zip or folder of tab-separated text. Tables are found by
their headers, and years are read from the files: a release with the same layout needs no change here.
"""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct

from careerbot.knowledge import bls_tables, onet_tables, yaml_files
from careerbot.knowledge.diff import Change, diff
from careerbot.knowledge.drafts import Draft
from careerbot.knowledge.figures import MANIFEST, TABLES, Figures, TableInfo
from careerbot.knowledge.official_files import Progress, Row
from careerbot.knowledge.onet_files import OCCUPATIONS, Release, newest
from careerbot.knowledge.problems import BadOfficialFile, KnowledgeError, Problem

_Step = tuple[str, Callable[[], list[Draft]]]  # what is read, and its reader


class RefreshedTable(Struct, frozen=True):
    """A table that was written, whether or not its figures moved."""

    name: str
    rows: int
    info: TableInfo


class RefreshReport(Struct, frozen=True):
    """What was written. No `changes` where there were no usable tables before."""

    tables: tuple[RefreshedTable, ...]
    changes: tuple[Change, ...]


def refresh(
    *,
    oews: Path | None = None,
    projections: Path | None = None,
    attainment: Path | None = None,
    onet: Sequence[Path] = (),
    target: Path,
    progress: Progress | None = None,
) -> RefreshReport:
    """Rewrite the tables in `target` whose official files are given, and leave the others as they are.

    `oews` is national_M<year>_dl.xlsx (pay), `projections` occupation.xlsx (outlook, entry), `attainment`
    education.xlsx; of several `onet` releases the newest that has a file is read. Whatever is wrong raises
    KnowledgeError (BadOfficialFile for a file that is not the expected one) and leaves `target` untouched.
    `progress` gets a step and the share done.
    """
    releases = [Release(path, onet_tables.FILES) for path in onet]
    steps = [*_bls_steps(oews, projections, attainment), *_onet_steps(releases)]
    if not steps:
        raise _nothing_to_read(releases)
    say = progress or (lambda _step, _share: None)
    drafts: list[Draft] = []
    for done, (step, read_step) in enumerate(steps):
        say(step, done / (len(steps) + 1))
        drafts += read_step()
    say("checking and writing", len(steps) / (len(steps) + 1))
    report = _replace(drafts, releases, target)
    say("done", 1.0)
    return report


def _bls_steps(oews: Path | None, projections: Path | None, attainment: Path | None) -> Iterator[_Step]:
    if oews:
        yield f"wages: {oews.name}", partial(bls_tables.wages, oews)
    if projections:
        yield f"projections: {projections.name}", partial(bls_tables.projections, projections)
    if attainment:
        yield f"attainment: {attainment.name}", partial(bls_tables.attainment, attainment)


def _onet_steps(releases: Sequence[Release]) -> Iterator[_Step]:
    for name, make in onet_tables.MAKERS.items():
        if release := newest(releases, name):
            yield f"O*NET {release.number}: {name}", partial(make, release, name)


def _nothing_to_read(releases: Sequence[Release]) -> Exception:
    if not releases:
        return ValueError("nothing to refresh from: give at least one official file")
    return BadOfficialFile(
        releases[0].path,
        f"expected an O*NET database with some of: {', '.join(onet_tables.MAKERS)}; found only {OCCUPATIONS}, "
        "which makes no table by itself",
    )


# --- writing --------------------------------------------------------------------------------------------------------

_BANNER = "# Written by `careerbot knowledge refresh`: where each table comes from. Do not edit by hand.\n"


def _replace(drafts: list[Draft], releases: list[Release], target: Path) -> RefreshReport:
    old = _usable(target)
    drafts += onet_tables.crosswalk(drafts, releases, old)
    for draft in drafts:
        _refuse_shrunk(draft, old, target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}-") as work:
        new = _prove(drafts, target, Path(work))
        _swap(Path(work), target)
    return RefreshReport(
        tables=tuple(RefreshedTable(draft.name, len(draft.rows), draft.info) for draft in drafts),
        changes=tuple(diff(old, new)) if old else (),
    )


def _usable(folder: Path) -> Figures | None:
    """The tables as they are; None where there are none, or broken ones that this refresh may mend."""
    try:
        figures = Figures.load(folder)
        figures.read_all()
    except KnowledgeError:
        return None
    return figures


def _refuse_shrunk(draft: Draft, old: Figures | None, target: Path) -> None:
    before = len(old.table(draft.name)) if old else 0
    if len(draft.rows) < 0.9 * before:
        raise BadOfficialFile(
            draft.origin,
            f"expected about the {before} rows that {draft.name} has now, found {len(draft.rows)}: is the file "
            f"cut off? If it is right, delete {target / draft.name}.csv first",
        )


def _prove(drafts: list[Draft], target: Path, work: Path) -> Figures:
    """The whole new folder, written to `work` and read back by the reader, who finds what is wrong with it."""
    if target.is_dir():
        shutil.copytree(target, work, dirs_exist_ok=True)
    for draft in drafts:
        (work / f"{draft.name}.csv").write_bytes(_as_csv(draft.columns, draft.rows))
    infos = _infos(target) | {draft.name: draft.info for draft in drafts}
    manifest = msgspec.yaml.encode({name: infos[name] for name in TABLES if name in infos})
    (work / MANIFEST).write_bytes(_BANNER.encode() + manifest)
    try:
        new = Figures.load(work)
        new.read_all()
    except KnowledgeError as error:
        origins = {f"{draft.name}.csv": draft.origin for draft in drafts}
        raise KnowledgeError([_in_terms_of(problem, origins, target) for problem in error.problems]) from error
    return new


def _in_terms_of(problem: Problem, origins: Mapping[str, Path], target: Path) -> Problem:
    """A problem of a table in the work folder, said of the file that the table was read from."""
    table = Path(problem.file).name
    if table not in origins:
        return msgspec.structs.replace(problem, file=str(target / table))
    place = f"line {problem.line} of the {table}" if problem.line else f"the {table}"
    return msgspec.structs.replace(
        problem, file=str(origins[table]), line=0, message=f"{place} read from it: {problem.message}"
    )


def _infos(target: Path) -> dict[str, TableInfo]:
    if not (target / MANIFEST).exists():
        return {}
    infos, problems = yaml_files.read(target / MANIFEST, dict[str, TableInfo])
    if infos is None:
        raise KnowledgeError(problems)
    return infos


def _as_csv(columns: Sequence[str], rows: list[Row]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([columns, *sorted(rows)])
    return text.getvalue().encode()


def _swap(work: Path, target: Path) -> None:
    """Each file is replaced in one go; the manifest last, so that no table ever stands under a year too new for it."""
    target.mkdir(exist_ok=True)
    for name in (*(f"{table}.csv" for table in TABLES), MANIFEST):
        new, old = work / name, target / name
        if new.exists() and not (old.exists() and old.read_bytes() == new.read_bytes()):
            new.replace(old)
