"""What a keeper is told of a career file that is not right: file, line, field and what was expected, all at once."""

from __future__ import annotations

import copy
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from careerbot.knowledge import yaml_files
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.problems import KnowledgeError, Problem
from careerbot.knowledge.schema import CareerFile
from careerbot.paths import KNOWLEDGE

Edit = Callable[[str, Callable[[str], str]], None]
CAREERS = ("dental_hygienist", "dentist", "music_production_manager")


def _make_folder(at: Path) -> Path:
    (at / "careers").mkdir(parents=True)
    shutil.copytree(KNOWLEDGE / "figures", at / "figures")
    shutil.copy(KNOWLEDGE / "sources.yml", at)
    for name in CAREERS:
        text = (KNOWLEDGE / "careers" / f"{name}.yml").read_text(encoding="utf-8")
        without_relatives = re.sub(r"^related:.*\n?(?:  .*\n?)*", "", text, flags=re.MULTILINE)
        (at / "careers" / f"{name}.yml").write_text(without_relatives, encoding="utf-8")
    return at


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small knowledge folder that is all right."""
    return _make_folder(tmp_path / "knowledge")


@pytest.fixture
def edit(folder: Path) -> Edit:
    def change(career: str, how: Callable[[str], str]) -> None:
        path = folder / "careers" / f"{career}.yml"
        before = path.read_text(encoding="utf-8")
        after = how(before)
        assert after != before, "the edit must change something"
        path.write_text(after, encoding="utf-8")

    return change


def problems(folder: Path) -> list[Problem]:
    with pytest.raises(KnowledgeError) as refused:
        Catalogue.load(folder)
    return refused.value.problems


def line_of(folder: Path, career: str, start: str) -> int:
    """The line of a career file that begins with `start`, counted from 1."""
    lines = (folder / "careers" / f"{career}.yml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))


def test_knowledge_that_is_all_right_loads(folder: Path) -> None:
    assert [career.id for career in Catalogue.load(folder).written] == list(CAREERS)


def _without(field: str) -> Callable[[str], str]:
    """Drop a top-level field and what stands under it."""
    return lambda text: re.sub(rf"^{field}:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)


# what is wrong -> the edit, the line it is said of (how that begins), the field, what is said
IN_ONE_FILE: dict[str, tuple[Callable[[str], str], str, str, str]] = {
    "an unknown field": (
        lambda text: text + "colour: white\n",
        "colour:",
        "colour",
        "unknown field 'colour'; the fields here are id, title",
    ),
    "an unknown field inside a section": (
        lambda text: text.replace("  places:", "  colour: white\n  places:"),
        "  colour:",
        "work_environment.colour",
        "unknown field 'colour'; the fields here are places, schedule",
    ),
    "a required field that is missing": (_without("summary"), "id:", "", "'summary' is missing"),
    "a section without its source": (
        lambda text: re.sub(r"(duties:\n(?:    ?.*\n|  items:\n)+?)  sources:.*\n", r"\1", text),
        "duties:",
        "duties",
        "'sources' is missing",
    ),
    "a section with an empty list of sources": (
        lambda text: re.sub(r"(duties:\n(?:.*\n)+?  sources:).*", r"\1 []", text, count=1),
        "  sources: []",
        "duties.sources",
        "too short, found []",
    ),
    "text where a list is expected": (
        lambda text: re.sub(r"also_known_as:.*", "also_known_as: tooth doctor", text),
        "also_known_as:",
        "also_known_as",
        "expected a list, found 'tooth doctor'",
    ),
    "a number where text is expected": (
        lambda text: re.sub(r"^title:.*", "title: 7", text, flags=re.MULTILINE),
        "title:",
        "title",
        "expected text, found 7",
    ),
    "a list where a section is expected": (
        lambda text: _without("duties")(text) + "duties: [drill]\n",
        "duties:",
        "duties",
        "expected a block of fields, found ['drill']",
    ),
    "an id with capitals": (
        lambda text: re.sub(r"^id:.*", "id: Dentist", text),
        "id:",
        "id",
        "expected lower-case words joined by underscores, found 'Dentist'",
    ),
    "a code that is none": (
        lambda text: re.sub(r"^soc:.*", "soc: 29.1021", text, flags=re.MULTILINE),
        "soc:",
        "soc",
        "expected text, found 29.1021",
    ),
    "a code of the wrong shape": (
        lambda text: re.sub(r"^soc:.*", "soc: 291-021", text, flags=re.MULTILINE),
        "soc:",
        "soc",
        "expected a SOC code such as 29-1141, found '291-021'",
    ),
    "a setting that is none": (
        lambda text: re.sub(r"  settings: \[", "  settings: [underwater, ", text),
        "  settings:",
        "work_environment.settings[0]",
        "expected one of creative, from_home_possible, hands_on, indoors",
    ),
    "a field that stands twice": (
        lambda text: text + "title: Tooth doctor\n",
        "title: Tooth",
        "title",
        "stands twice; first in line 2",
    ),
    "a field of a section that stands twice": (
        lambda text: re.sub(r"(  places:.*)", r"\1\n  places: Twice", text),
        "  places: Twice",
        "work_environment.places",
        "stands twice; first in line",
    ),
}


@pytest.mark.parametrize("case", IN_ONE_FILE)
def test_a_mistake_is_said_with_file_line_and_field(folder: Path, edit: Edit, case: str) -> None:
    mistake, at, field, expected = IN_ONE_FILE[case]
    edit("dentist", mistake)
    found = problems(folder)
    assert [(each.file, each.line, each.field) for each in found] == [
        ("careers/dentist.yml", line_of(folder, "dentist", at), field)
    ]
    assert expected in found[0].message


UNREADABLE = {
    "a tab": (b"id: dentist\n\ttitle: Dentist\n", 2, "found a tab character"),
    "a quote that is never closed": (b'id: dentist\ntitle: "Dentist\n', 3, "unexpected end of stream"),
    "a bracket that is never closed": (b"id: dentist\nalso_known_as: [DDS\n", 3, "expected ',' or ']'"),
    "two documents": (b"id: dentist\n---\nid: dentist\n", 2, "another document"),
    "a command for Python": (b"id: !!python/object/apply:os.getcwd []\n", 1, "could not determine a constructor"),
    "bytes that are no text": (b"\x89PNG\r\n\x1a\n\xff\xfe", 0, "not readable: 'utf-8' codec"),
    "a control character": (b"id: \x00", 0, "control characters are not allowed"),
    "no day of the calendar": (b"id: 2024-13-45\n", 0, "month must be in 1..12"),
    "nothing": (b"", 0, "expected a block of fields, found None"),
    "only a comment": (b"# a dentist\n", 0, "expected a block of fields, found None"),
    "a list": (b"- dentist\n", 1, "expected a block of fields, found ['dentist']"),
    "a truth value that is none": (b"id: !!bool dentist\n", 0, "not readable"),
    "a number that is none": (b"id: !!int ''\n", 0, "not readable"),
    "a time that is none": (b"id: !!timestamp dentist\n", 0, "not readable"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_file_that_cannot_be_read_is_named_with_its_line(folder: Path, case: str) -> None:
    content, line, expected = UNREADABLE[case]
    (folder / "careers" / "dentist.yml").write_bytes(content)
    (found,) = problems(folder)
    assert (found.file, found.line) == ("careers/dentist.yml", line)
    assert expected in found.message


@pytest.mark.parametrize(
    "content",
    ["related: &a [*a]", "&a {id: *a}", "[" * 5000 + "]" * 5000],
    ids=["a list in itself", "a block in itself", "5000 brackets"],
)
def test_a_file_that_never_ends_is_named(folder: Path, content: str) -> None:
    (folder / "careers" / "dentist.yml").write_text(content)
    assert problems(folder)[0].file == "careers/dentist.yml"


def test_unknown_fields_of_which_one_is_no_text_are_named(folder: Path, edit: Edit) -> None:
    edit("dentist", lambda text: text + "7: x\ncolour: white\n")
    assert problems(folder)[0].file == "careers/dentist.yml"


# what is wrong between files -> the edit, how the line begins, the field, what is said
BETWEEN_FILES: dict[str, tuple[Callable[[str], str], str, str, str]] = {
    "an id that is not the name of the file": (
        lambda text: re.sub(r"^id:.*", "id: tooth_doctor", text),
        "id:",
        "id",
        "expected 'dentist', the name of the file, found 'tooth_doctor'",
    ),
    "a source that nobody knows": (
        lambda text: re.sub(r"(duties:\n(?:.*\n)+?  sources: \[).*", r"\1hearsay/teeth]", text, count=1),
        "  sources: [hearsay",
        "duties.sources",
        "'hearsay/teeth' is no source in sources.yml",
    ),
    "a related career that nobody knows": (
        lambda text: text + "related: [dental_hygienist, tooth_fairy]\n",
        "related:",
        "related[1]",
        "'tooth_fairy' is neither a career file nor a SOC code with figures",
    ),
    "a code without figures": (
        lambda text: re.sub(r"^soc:.*", "soc: 99-9999", text, flags=re.MULTILINE),
        "soc:",
        "soc",
        "no figures for 99-9999",
    ),
    "a stand-in without figures": (
        lambda text: re.sub(r"^soc:.*", "stand_in: {soc: 99-9999, why: nearest}", text, flags=re.MULTILINE),
        "stand_in:",
        "stand_in.soc",
        "no figures for 99-9999",
    ),
    "both a code and a stand-in": (
        lambda text: text + "stand_in: {soc: 29-1292, why: they work together}\n",
        "stand_in:",
        "stand_in",
        "expected either soc or stand_in",
    ),
}


@pytest.mark.parametrize("case", BETWEEN_FILES)
def test_what_does_not_fit_the_rest_is_said_with_file_and_field(folder: Path, edit: Edit, case: str) -> None:
    mistake, _, field, expected = BETWEEN_FILES[case]
    edit("dentist", mistake)
    (found,) = [each for each in problems(folder) if each.field == field]
    assert found.file == "careers/dentist.yml" or case.startswith("an id")
    assert expected in found.message


@pytest.mark.parametrize("case", BETWEEN_FILES)
def test_what_does_not_fit_the_rest_is_said_with_its_line(folder: Path, edit: Edit, case: str) -> None:
    mistake, at, field, _ = BETWEEN_FILES[case]
    edit("dentist", mistake)
    (found,) = [each for each in problems(folder) if each.field == field]
    assert found.line == line_of(folder, "dentist", at)


def test_two_careers_with_one_title_are_both_named(folder: Path, edit: Edit) -> None:
    edit("dentist", lambda text: re.sub(r"^title:.*", "title: DENTAL hygienist", text, flags=re.MULTILINE))
    found = [each for each in problems(folder) if each.field == "title"]
    assert {each.file for each in found} == {"careers/dentist.yml", "careers/dental_hygienist.yml"}
    assert all("is the title of another career too" in each.message for each in found)


def test_all_problems_of_all_files_come_at_once(folder: Path, edit: Edit) -> None:
    edit("dentist", lambda text: text.replace("title:", "titel:", 1) + "colour: white\n")
    edit("dental_hygienist", lambda text: re.sub(r"^id:.*", "id: N0", text) + "title: Again\n")
    edit("music_production_manager", lambda text: text + "related: [tooth_fairy]\n")
    (folder / "sources.yml").write_text(
        (folder / "sources.yml").read_text(encoding="utf-8") + "rumour: {titel: x}\n", encoding="utf-8"
    )
    with pytest.raises(KnowledgeError) as refused:
        Catalogue.load(folder)
    said = str(refused.value).splitlines()
    for file, message in {
        "careers/dentist.yml:": "'titel'",
        "careers/dental_hygienist.yml:1: id:": "found 'N0'",
        "careers/music_production_manager.yml:": "'tooth_fairy'",
        "sources.yml:": "rumour",
    }.items():
        assert any(line.startswith(file) and message in line for line in said), (file, said)
    assert any("dental_hygienist.yml" in line and "stands twice" in line for line in said)
    assert any("dentist.yml" in line and "'colour'" in line for line in said)
    assert refused.value.problems == sorted(refused.value.problems)


# --- whatever a file holds, it is either read or refused with a KnowledgeError ----------------------------------------


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _make_folder(tmp_path_factory.mktemp("fuzzed") / "knowledge")


DENTIST: dict[str, Any] = yaml.safe_load((KNOWLEDGE / "careers" / "dentist.yml").read_text(encoding="utf-8"))


def _places(part: object, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every field and item of a document."""
    items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in items:
        yield (*at, key)
        yield from _places(value, (*at, key))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates() | st.binary(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9) | st.integers(), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, Any]:
    """The dentist with one to three fields dropped, renamed or given another value."""
    document = copy.deepcopy(DENTIST)
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(list(_places(document)) or [("id",)]))
        part: Any = document
        for step in way:
            part = part[step]
        how = draw(st.sampled_from(["drop", "rename", "retype"]))
        if how == "retype":
            part[last] = draw(VALUES)
        else:
            value = part.pop(last)
            if how == "rename" and isinstance(part, dict):
                part[draw(st.text(max_size=9) | st.integers() | st.none() | st.booleans())] = value
    return document


def _refused_or_read(folder: Path) -> None:
    try:
        Catalogue.load(folder)
    except KnowledgeError as error:
        assert error.problems
        assert all(problem.file and problem.message and problem.line >= 0 for problem in error.problems)


@settings(max_examples=120, deadline=None)
@given(document=mutated())
def test_no_mutation_of_a_career_gives_a_trace(fuzzed: Path, document: dict[str, Any]) -> None:
    text = yaml.safe_dump(document, allow_unicode=True)
    (fuzzed / "careers" / "dentist.yml").write_text(text, encoding="utf-8", errors="surrogatepass")
    _refused_or_read(fuzzed)


# YAML's own signs.
YAML_LIKE = st.text(alphabet="!&*[]{}:,-? \n\tab10'\"|>%#<=.~_+", max_size=60).map(str.encode)


@settings(max_examples=120, deadline=None)
@given(content=st.binary(max_size=200) | YAML_LIKE)
def test_no_content_of_a_file_gives_a_trace(fuzzed: Path, content: bytes) -> None:
    (fuzzed / "careers" / "dentist.yml").write_bytes(content)
    _refused_or_read(fuzzed)


@settings(max_examples=400, deadline=None)
@given(content=YAML_LIKE, before=st.sampled_from([b"", b"id: ", b"id: !!int ", b"id: !!float ", b"title: !!set "]))
def test_no_yaml_gives_a_trace(fuzzed: Path, before: bytes, content: bytes) -> None:
    path = fuzzed / "careers" / "dentist.yml"
    path.write_bytes(before + content)
    career, found = yaml_files.read(path, CareerFile)
    assert (career is None) == bool(found)
