"""The commands `careerbot knowledge ...`, for whoever keeps the career knowledge. Imports no Rasa.

Knowledge that cannot be used raises KnowledgeError, which `careerbot.cli.main` prints without a trace.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, NamedTuple, NoReturn, TypeVar, get_args

import msgspec
import typer
import yaml
from rich.console import Console
from rich.padding import Padding
from rich.progress import Progress
from rich.table import Table

from careerbot.advice import phrasing
from careerbot.knowledge.catalogue import Catalogue, catalogue, references
from careerbot.knowledge.diff import Change, diff
from careerbot.knowledge.figures import ONET_CODE, SOC_CODE, TABLES, Figures, TableInfo, Wage
from careerbot.knowledge.schema import Career, CareerFile, Setting
from careerbot.knowledge.titles import names, stems
from careerbot.paths import KNOWLEDGE, STATE

T = TypeVar("T")

knowledge = typer.Typer(help="Keep the career knowledge: check, show, add, refresh.", no_args_is_help=True)

out = Console(highlight=False, markup=False, emoji=False)
err = Console(stderr=True, highlight=False, markup=False, emoji=False)

_NAMING = ("id", "title", "plural", "also_known_as", "soc", "onet", "stand_in")
SECTIONS = tuple(field for field in Career.__struct_fields__ if field not in _NAMING)

_Folder = Annotated[Path, typer.Option(help="The knowledge folder.")]
_Official = Annotated[Path | None, typer.Option(exists=True, dir_okay=False)]
_TablesFolder = Annotated[Path, typer.Argument(exists=True, file_okay=False, help="A folder of tables.")]
_Most = Annotated[int, typer.Option(min=1, help="How many changes to show.")]


def _fail(sentence: str) -> NoReturn:
    err.print(sentence, style="bold red", soft_wrap=True)
    raise typer.Exit(1)


@contextmanager
def _writing() -> Iterator[None]:
    """A full disk or a folder that may not be written to is said in a sentence."""
    try:
        yield
    except OSError as error:
        _fail(f"Not written: {error}")


# --- check ----------------------------------------------------------------------------------------------------------


@knowledge.command()
def check(
    folder: Annotated[Path, typer.Argument(help="The knowledge folder.")] = KNOWLEDGE,
    older_than: Annotated[int, typer.Option(metavar="YEARS", min=0, help="Warn of what is older.")] = 3,
) -> None:
    """Read everything and name every problem with its file, line and field; then what deserves a look."""
    loaded = Catalogue.load(folder)
    oldest = datetime.date.today().year - older_than
    warnings = [*_claimed_twice(loaded.written), *_old_sources(loaded, oldest), *_old_tables(loaded.figures, oldest)]
    for warning in warnings:
        out.print(f"Warning: {warning}", style="yellow", soft_wrap=True)
    out.print(
        f"All right: {len(loaded.written)} careers in full, {len(loaded.figures.occupations)} occupations with "
        f"figures, {len(loaded.sources)} sources; {len(warnings)} warning(s).",
        soft_wrap=True,
    )


def _claimed_twice(careers: Iterable[Career]) -> Iterator[str]:
    """Names compare as a question is read, so "nurses" and "nurse" are the same."""
    claims: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for career in careers:
        for name in names(career):
            claims[stems(name)].setdefault(career.id, name)
    for claimed in claims.values():
        if len(claimed) > 1:
            name = next(iter(claimed.values()))
            yield f"careers: {name!r} is a name of {phrasing.listed(list(claimed))}; a question with it means the first"


def _old_sources(loaded: Catalogue, oldest: int) -> Iterator[str]:
    for name, source in loaded.sources.items():
        if source.year and source.year < oldest:
            yield f"sources.yml: {name}: from {source.year}; look for a newer edition of {source.title!r}"


def _old_tables(figures: Figures, oldest: int) -> Iterator[str]:
    for name, info in _infos(figures).items():
        if info.year < oldest:
            yield f"figures/manifest.yml: {name}: from {info.year}; refresh it from a newer release of {info.title!r}"


def _infos(figures: Figures) -> dict[str, TableInfo]:
    return {name: figures.info(name) for name in TABLES if figures.table(name)}


# --- show -----------------------------------------------------------------------------------------------------------


@knowledge.command()
def show(career: Annotated[str, typer.Argument(metavar="ID", help="An id, a SOC code or a name.")]) -> None:
    """Show all that is known of one career, with the sources."""
    known = catalogue()
    found = known.careers[_career_id(known, career.strip())]
    _print_names(known, found)
    for section in SECTIONS:
        _print_section(known, section, getattr(found, section))
    _print_figures(known.figures, found)


def _career_id(known: Catalogue, asked: str) -> str:
    ids = _meant(known, asked)
    if len(ids) == 1:
        return ids[0]
    if ids:
        _fail(f"{asked!r} may be {phrasing.listed(ids, last='or')}: ask for one of them.")
    from careerbot.knowledge.name_index import name_index

    near = name_index().nearest(asked)
    hint = f"The nearest: {', '.join(near)}." if near else "Give an id, a SOC code such as 29-1141, or a name."
    _fail(f"No career is called {asked!r}. {hint}")


def _meant(known: Catalogue, asked: str) -> list[str]:
    """The ids that `asked` may stand for; careers with a file before those that only have figures."""
    if asked in known.careers:
        return [asked]
    if SOC_CODE.fullmatch(asked) or ONET_CODE.fullmatch(asked):
        return _coded(known, asked)
    from careerbot.knowledge.name_index import name_index

    mentions = name_index().find(asked)
    whole = len(mentions) == 1 and mentions[0].start == 0 and mentions[0].end == len(asked)
    return _written_first(known, mentions[0].career_ids) if whole else []


def _coded(known: Catalogue, code: str) -> list[str]:
    """By its SOC or O*NET code; of the O*NET parts of an occupation, the one that is the whole of it (.00)."""
    careers = [career for career in known.careers.values() if code in (career.soc, career.onet)]
    ids = _written_first(known, [career.id for career in careers])
    return [each for each in ids if each == f"{code}.00"] or ids


def _written_first(known: Catalogue, ids: Sequence[str]) -> list[str]:
    return [each for each in ids if isinstance(known.careers[each], CareerFile)] or list(ids)


def _print_names(known: Catalogue, career: Career) -> None:
    out.print(career.title, style="bold")
    lines = {
        "id": career.id,
        "also": ", ".join(career.also_known_as),
        "also, in O*NET": ", ".join(known.further_names.get(career.id, ())),
        "SOC": career.soc,
        "O*NET": career.onet,
    }
    for label, value in lines.items():
        if value:
            _print_indented(f"{label}: {value}")
    if career.stand_in:
        _print_indented(f"figures of {career.stand_in.soc} stand in: {career.stand_in.why}")


def _print_indented(content: str | Table, style: str = "") -> None:
    out.print(Padding(content, (0, 0, 0, 2), expand=False), style=style)


def _print_section(known: Catalogue, section: str, value: Any) -> None:
    if not value:
        return
    out.print(f"\n{_label(section)}", style="underline")
    for line in _lines(value):
        _print_indented(line)
    for reference in dict.fromkeys(reference for _, reference in references(value)):
        _print_indented(_cited(known, reference), "dim")


def _label(field: str) -> str:
    return field.replace("_", " ").replace(".", ", ").capitalize()


def _lines(value: Any, label: str = "") -> Iterator[str]:
    if isinstance(value, list):
        yield from [f"{label}:"] if label and value else []
        for item in value:
            yield from _lines(item) if isinstance(item, msgspec.Struct) else [f"• {item}"]
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            if field != "sources":
                yield from _lines(getattr(value, field), "" if field in ("text", "items") else _label(field))
    elif value is not None:
        yield f"{label}: {_shown(value, {})}" if label else str(value)


def _cited(known: Catalogue, reference: str) -> str:
    source, url = known.source(reference)
    parts = (source.publisher, source.title, source.year, url)
    return f"Source {reference}: {', '.join(str(part) for part in parts if part)}"


_LOOKUPS: Mapping[str, Callable[[Figures, str], Any]] = {
    "pay": Figures.pay,
    "outlook": Figures.outlook,
    "entry": Figures.entry,
    "attainment": Figures.attainment,
    "interests": Figures.interests,
    "job_zones": Figures.job_zone,
    "related": Figures.related,
    "skills": Figures.skills,
}
_BY_ONET = ("interests", "job_zones", "related", "skills")


def _print_figures(figures: Figures, career: Career) -> None:
    for table, look_up in _LOOKUPS.items():
        code = (table in _BY_ONET and career.onet) or career.figures_code or ""
        record = look_up(figures, code)
        if record:
            _print_figure(figures, table, code, record)
    if not career.figures_code:
        out.print("\nNo official figures: it has no SOC code and no stand-in.")


def _print_figure(figures: Figures, table: str, code: str, record: Any) -> None:
    info = figures.info(table)
    measured = getattr(record, "soc", code)
    title = getattr(record, "title", figures.occupations.get(code.partition(".")[0], ""))
    out.print(f"\nFigures: {_label(table)}", style="underline")
    grid = Table.grid(padding=(0, 2))
    for label, value in _figures(getattr(record, "ratings", record), figures.occupations):
        grid.add_row(_label(label), value)
    _print_indented(grid)
    _print_indented(f"Measured for {title} ({measured})", "dim")
    _print_indented(f"Source: {_released(info)}", "dim")


def _figures(record: Any, titles: Mapping[str, str], at: str = "") -> Iterator[tuple[str, str]]:
    """Each figure of a record by its dotted path."""
    if isinstance(record, Mapping):
        for name, part in record.items():
            yield from _figures(part, titles, f"{at}.{name}".lstrip("."))
    elif isinstance(record, msgspec.Struct) and not isinstance(record, Wage):
        parts = {name: getattr(record, name) for name in record.__struct_fields__}
        yield from _figures({k: v for k, v in parts.items() if k not in ("soc", "onet", "title")}, titles, at)
    else:
        yield at, _shown(record, titles)


def _shown(value: Any, titles: Mapping[str, str]) -> str:
    match value:
        case Wage():
            return phrasing.wage(value, per="").strip()
        case bool():
            return "yes" if value else "no"
        case int():
            return f"{value:,}"
        case float():
            return f"{value:,.10g}"
        case tuple():
            return "\n".join(f"{code} {titles.get(code.partition('.')[0], '')}".strip() for code in value)
    return "not published" if value is None else str(value)


def _released(info: TableInfo) -> str:
    return f"{info.publisher}, {info.title}, {info.period} ({info.year})"


# --- refresh, diff, import-onet -------------------------------------------------------------------------------------


@knowledge.command()
def refresh(
    oews: _Official = None,
    projections: _Official = None,
    attainment: _Official = None,
    onet: Annotated[list[Path] | None, typer.Option(exists=True, help="A folder or zip; may be repeated.")] = None,
    target: Annotated[Path, typer.Option(file_okay=False, help="The tables to rewrite.")] = KNOWLEDGE / "figures",
) -> None:
    """Rewrite the tables of figures from the official files: all of those that are given, or none."""
    from careerbot.knowledge.refresh import refresh

    given = {"oews": oews, "projections": projections, "attainment": attainment}
    try:
        with _writing(), _progress() as step:
            report = refresh(**given, onet=onet or (), target=target, progress=step)
    except ValueError as error:  # none of the options, or an O*NET folder without any of the tables
        raise typer.BadParameter(str(error)) from error
    written = Table("Table", "Rows", "From", title=f"Written to {target}")
    for table in report.tables:
        written.add_row(table.name, f"{table.rows:,}", _released(table.info))
    out.print(written)
    _print_changes(report.changes, 15)


@knowledge.command("diff")
def show_diff(old: _TablesFolder, new: _TablesFolder, most: _Most = 40) -> None:
    """Show what changed between two folders of figures, the biggest moves first."""
    before, after = Figures.load(old), Figures.load(new)
    changes = diff(before, after)
    _print_changes(changes, most)
    _print_new_releases(before, after)


@knowledge.command("import-onet")
def import_onet(sources: Annotated[list[Path], typer.Argument(exists=True, help="Folders or zips of O*NET.")]) -> None:
    """Add the occupations of the full O*NET database to a local store that is never committed."""
    from careerbot.knowledge.onet_import import import_onet

    with _writing(), _progress() as step:
        report = import_onet(sources, STATE / "onet.msgpack", step)
    for field, count in msgspec.structs.asdict(report).items():
        out.print(f"{_label(field)}: {', '.join(count) or 'none' if isinstance(count, tuple) else _shown(count, {})}")


@contextmanager
def _progress() -> Iterator[Callable[[str, float], None]]:
    """A bar that takes a step and the share done, from 0 to 1."""
    with Progress(console=err, transient=True) as bar:
        task = bar.add_task("starting", total=1.0)
        yield lambda step, share: bar.update(task, description=step, completed=share)


def _print_changes(changes: Sequence[Change], most: int) -> None:
    moved = [change for change in changes if change.kind == "changed"]
    if moved:
        table = Table("Table", "Occupation", "Figure", "Before", "After", "Move", title="The biggest changes")
        for change in moved[:most]:
            table.add_row(change.table, _occupation(change), change.field, *_move(change))
        out.print(table)
    for kind, word in (("added", "New in"), ("gone", "Gone from")):
        codes = [change for change in changes if change.kind == kind]
        for change in codes[:most]:
            out.print(f"{word} {change.table}: {_occupation(change)}", soft_wrap=True)
    kinds = Counter(change.kind for change in changes)
    out.print(f"{kinds['changed']:,} figures changed, {kinds['added']:,} rows are new, {kinds['gone']:,} are gone.")


def _occupation(change: Change) -> str:
    return f"{change.code} {change.title}".strip()


def _move(change: Change) -> Iterator[str]:
    for value in (change.old, change.new):
        yield "–" if value is None else value if isinstance(value, str) else f"{value:,.10g}"
    yield "" if change.relative is None else f"{change.relative:+.1%}"


def _print_new_releases(before: Figures, after: Figures) -> None:
    olds, news = _infos(before), _infos(after)
    for name in TABLES:
        old, new = (_released(infos[name]) if name in infos else "not there" for infos in (olds, news))
        if old != new:
            out.print(f"Source of {name}: {old} -> {new}", soft_wrap=True)


# --- coverage -------------------------------------------------------------------------------------------------------

_GROUPS = {  # the major groups of the 2018 SOC that have civilian jobs
    "11": "Management",
    "13": "Business and financial operations",
    "15": "Computer and mathematical",
    "17": "Architecture and engineering",
    "19": "Life, physical, and social science",
    "21": "Community and social service",
    "23": "Legal",
    "25": "Educational instruction and library",
    "27": "Arts, design, entertainment, sports, and media",
    "29": "Healthcare practitioners and technical",
    "31": "Healthcare support",
    "33": "Protective service",
    "35": "Food preparation and serving related",
    "37": "Building and grounds cleaning and maintenance",
    "39": "Personal care and service",
    "41": "Sales and related",
    "43": "Office and administrative support",
    "45": "Farming, fishing, and forestry",
    "47": "Construction and extraction",
    "49": "Installation, maintenance, and repair",
    "51": "Production",
    "53": "Transportation and material moving",
}
_NO_GROUP = "–"
_MADE_BY = "careerbot knowledge coverage --markdown > docs/coverage.md"


@knowledge.command()
def coverage(
    folder: _Folder = KNOWLEDGE,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print it as docs/coverage.md.")] = False,
) -> None:
    """Count the written careers and their sections in each major group of occupations."""
    loaded = Catalogue.load(folder)
    columns = [_column(loaded, group) for group in (*_GROUPS, _NO_GROUP)]
    if markdown:
        typer.echo("\n".join(_as_markdown(loaded, columns)))
        return
    header, *rows = zip(("", "careers", "% of jobs", *SECTIONS), *columns, strict=True)
    table = Table(*header, box=None, padding=(0, 1, 0, 0))
    for row in rows:
        table.add_row(*row)
    Console(width=max(out.width, 100)).print(table)  # narrower, rich would cut the numbers
    for group, name in _GROUPS.items():
        out.print(f"{group} {name}")
    out.print(f"{_NO_GROUP}  without a code\n{_share_meant(loaded)}", soft_wrap=True)


def _column(loaded: Catalogue, group: str) -> tuple[str, ...]:
    """The group's code, how many careers it has, the share of jobs they cover, and how many have each section."""
    careers = [career for career in loaded.written if (career.figures_code or _NO_GROUP).startswith(group)]
    having = [sum(bool(getattr(career, section)) for career in careers) for section in SECTIONS]
    return (group, str(len(careers)), _share_of_jobs(loaded, careers, group), *map(str, having))


def _share_of_jobs(loaded: Catalogue, careers: list[Career], group: str) -> str:
    """In percent. Two careers of one occupation count it once; a stand-in covers only a part of it, and counts none."""
    jobs = {soc: row.employment for soc, row in loaded.figures.table("outlook").items() if soc.startswith(group)}
    rows = [loaded.figures.outlook(career.soc) for career in careers if career.soc]
    covered = {row.soc: row.employment for row in rows if row}
    return f"{100 * sum(covered.values()) / sum(jobs.values()):.0f}" if jobs else _NO_GROUP


def _share_meant(loaded: Catalogue) -> str:
    info = loaded.figures.info("outlook")
    return (
        "The share of jobs counts the occupations whose own SOC code a written career has; a career whose figures "
        f"another occupation lends stands in that one's group and adds no share. Jobs: {info.publisher}, "
        f"{info.title}, {info.period}, the first year."
    )


def _as_markdown(loaded: Catalogue, columns: list[tuple[str, ...]]) -> Iterator[str]:
    yield f"<!-- Written by `{_MADE_BY}`. Do not edit by hand. -->\n"
    yield "# What the written careers cover\n"
    yield f"{_share_meant(loaded)}\n"
    yield f"| group | careers | % of jobs | {' | '.join(section.replace('_', ' ') for section in SECTIONS)} |"
    yield f"|---|{'---:|' * (len(SECTIONS) + 2)}"
    for group, *cells in columns:
        yield f"| {group} {_GROUPS.get(group, 'without a code')} | {' | '.join(cells)} |"


# --- add ------------------------------------------------------------------------------------------------------------


@knowledge.command()
def add(folder: _Folder = KNOWLEDGE) -> None:
    """Ask for a career and write its file. Nothing is written before the last answer."""
    known = Catalogue.load(folder)
    out.print("An empty answer leaves a field out; Ctrl-C stops and writes nothing.")
    try:
        career = _Interview(known, folder).career()
    except (typer.Abort, KeyboardInterrupt):
        out.print()
        _fail("Stopped: nothing was written.")
    path = folder / "careers" / f"{career['id']}.yml"
    with _writing():
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(_as_yaml(career))
    Catalogue.load(folder)
    out.print(f"Written and checked: {path}", soft_wrap=True)
    out.print("docs/career-files.md names the fields that were not asked for.")


class _Flow(list[str]):
    """A list that stands on one line: [a, b]."""


class _Question(NamedTuple):
    field: str
    text: str
    needed: bool = True  # the first of a section may stay empty all the same, and leaves the section out


_SECTION_QUESTIONS: Mapping[str, tuple[_Question, ...]] = {
    "summary": (_Question("text", "What the people do and whom it suits, in a few sentences"),),
    "duties": (_Question("items", "Duty"),),
    "work_environment": (
        _Question("places", "Where they work"),
        _Question("schedule", "When they work"),
        _Question("conditions", "Condition", needed=False),
        _Question("settings", f"Settings, of {', '.join(get_args(Setting))}", needed=False),
    ),
    "education": (
        _Question("usual", "The usual education, in a sentence"),
        _Question("fields", "Field of study", needed=False),
        _Question("licence", "A license that is required", needed=False),
    ),
    "path": (_Question("steps", "Step on the way in"),),
    "skills": (_Question("items", "Skill"), _Question("tools", "Tool", needed=False)),
    "advancement": (_Question("text", "How the career goes on"),),
    "employers": (_Question("items", "Kind of employer"),),
    "upsides": (_Question("items", "What speaks for it"),),
    "downsides": (_Question("items", "What speaks against it"),),
}
_LISTS = ("items", "conditions", "fields", "steps", "tools")
_REQUIRED = "summary"


@dataclass
class _Interview:
    """Asks for one career. Each answer is checked as it comes, and asked for again where it does not fit."""

    known: Catalogue
    folder: Path
    last_sources: str = ""

    def career(self) -> dict[str, Any]:
        """The career as its file holds it, without what was left empty."""
        title = _ask("Title, such as Dental hygienist", _needed(self._new_title))
        proposed = re.sub(r"\W+", "_", title.lower(), flags=re.ASCII).strip("_")
        answers: dict[str, Any] = {
            "id": _ask("Id, the name of the file", self._new_id, proposed),
            "title": title,
            "also_known_as": _Flow(_ask("Other names, with commas between", _commas)),
        }
        answers |= self._codes()
        answers |= {section: self._section(section, asked) for section, asked in _SECTION_QUESTIONS.items()}
        answers["related"] = _Flow(_ask("Related careers: ids or SOC codes, with commas between", self._related))
        return {field: answer for field, answer in answers.items() if answer}

    def _codes(self) -> dict[str, Any]:
        if soc := _ask("SOC code, such as 29-1292 (empty: it has none of its own)", self._soc):
            return {"soc": soc, "onet": _ask("O*NET code, such as 29-1292.00", self._onet)}
        if soc := _ask("SOC code of the occupation whose figures stand in (empty: none)", self._soc):
            return {"stand_in": {"soc": soc, "why": _ask("Why that one stands in", _needed(_phrase))}}
        return {}

    def _section(self, section: str, questions: tuple[_Question, ...]) -> dict[str, Any]:
        first, *others = questions
        answers = {first.field: self._answer(first, needed=section == _REQUIRED)}
        if not answers[first.field]:
            return {}
        answers |= {question.field: self._answer(question, needed=question.needed) for question in others}
        answers["sources"] = _Flow(_ask(f"Sources of the {_label(section).lower()}", self._sources, self.last_sources))
        self.last_sources = ", ".join(answers["sources"])
        return {field: answer for field, answer in answers.items() if answer}

    def _answer(self, question: _Question, *, needed: bool) -> Any:
        if question.field == "settings":
            return _Flow(_ask(question.text, _settings))
        if question.field in _LISTS:
            return list(iter(lambda: _ask(f"{question.text} (empty: no more)", _phrase), ""))
        return _ask(question.text, _needed(_phrase) if needed else _phrase)

    def _new_title(self, answer: str) -> str:
        title = _phrase(answer)
        taken = next((each for each in self.known.written if each.title.casefold() == title.casefold()), None)
        _expect(not taken, f"{title!r} is the title of {taken.id if taken else ''} already")
        return title

    def _new_id(self, answer: str) -> str:
        _expect(re.fullmatch(r"[a-z][a-z0-9_]*", answer), "expected lower-case words joined by underscores")
        taken = answer in self.known.careers or (self.folder / "careers" / f"{answer}.yml").exists()
        _expect(not taken, f"careers/{answer}.yml exists; expected an id that is not taken")
        return answer

    def _soc(self, answer: str) -> str:
        code = answer.strip()
        expected = "expected a SOC code that knowledge/figures has, such as 29-1292"
        _expect(not code or code in self.known.figures.occupations, f"{expected}, found {code!r}")
        return code

    def _onet(self, answer: str) -> str:
        code = answer.strip()
        expected = "expected an O*NET code that knowledge/figures has, such as 29-1292.00"
        known = not code or (ONET_CODE.fullmatch(code) and self.known.figures.job_zone(code))
        _expect(known, f"{expected}, found {code!r}")
        return code

    def _related(self, answer: str) -> list[str]:
        related = _commas(answer)
        unknown = [each for each in related if each not in self.known.careers]
        _expect(
            not unknown, f"expected ids of careers, or SOC codes of those without a file; unknown: {', '.join(unknown)}"
        )
        return related

    def _sources(self, answer: str) -> list[str]:
        known = self.known.sources
        cited = _commas(answer)
        expected = f"expected ids from sources.yml ({', '.join(known)}), with commas between"
        _expect(cited, expected)
        for reference in cited:
            source, _, page = reference.partition("/")
            _expect(source in known and " " not in reference, f"{expected}, found {reference!r}")
            wanted = f"{source}/<page>" if "{page}" in (known[source].url or "") else source
            _expect(bool(page) == (wanted != source), f"expected {wanted}, found {reference!r}")
        return cited


def _ask(question: str, check: Callable[[str], T], proposed: str = "") -> T:
    answer: T = typer.prompt(question, default=proposed, show_default=bool(proposed), value_proc=check)
    return answer


def _expect(fulfilled: object, sentence: str) -> None:
    if not fulfilled:
        raise typer.BadParameter(sentence)


def _phrase(answer: str) -> str:
    text = " ".join(answer.split())
    _expect(len(text) != 1, f"expected some text, found {text!r}")
    _expect(text.isprintable(), f"expected plain text, found characters that cannot be shown: {text!r}")
    return text


def _needed(check: Callable[[str], str]) -> Callable[[str], str]:
    def checked(answer: str) -> str:
        _expect(answer.strip(), "expected an answer: this cannot be left out")
        return check(answer)

    return checked


def _commas(answer: str) -> list[str]:
    return [phrase for part in answer.split(",") if (phrase := _phrase(part))]


def _settings(answer: str) -> list[str]:
    chosen = _commas(answer)
    unknown = [each for each in chosen if each not in get_args(Setting)]
    _expect(not unknown, f"expected some of {', '.join(get_args(Setting))}; unknown: {', '.join(unknown)}")
    return chosen


class _Dumper(yaml.SafeDumper):
    """Writes a career file as people write them: indented lists, long texts folded under `>-`."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


_WIDTH = 120


def _text_node(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=">" if len(text) > _WIDTH - 20 else None)


def _flow_node(dumper: yaml.SafeDumper, items: _Flow) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


_Dumper.add_representer(str, _text_node)
_Dumper.add_representer(_Flow, _flow_node)


def _as_yaml(career: Mapping[str, Any]) -> str:
    text: str = yaml.dump(career, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return text
