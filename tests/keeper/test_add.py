"""`careerbot knowledge add`: asks, and writes a career file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from keeping import run, snapshot

from careerbot.knowledge.catalogue import Catalogue

SUMMARY = (
    "Tea tasters sip and spit: they judge leaves, blend them so that a brand tastes the same each year, and talk with "
    "growers. It suits people with a fine tongue."
)
ANSWERS = {
    "title": ["Tea taster"],
    "id": [""],
    "names": ["tea sampler, tester of teas"],
    "soc": [""],
    "stand-in": ["45-2011", "inspectors of farm products come nearest"],
    "summary": [SUMMARY, "ooh/farming/inspectors"],
    "duties": ["Taste up to 300 cups a day", "Write notes: exact ones", "", ""],
    "environment": ["Tasting rooms", "By day", "It is loud", "", "indoors, hands_on", "onet/45-2011.00"],
    "education": ["None is required", "", "", ""],
    "path": [""],
    "skills": ["a fine tongue", "", "spoons", "", ""],
    "advancement": [""],
    "employers": [""],
    "upsides": [""],
    "downsides": [""],
    "related": ["dentist"],
}


def typed(**instead: list[str]) -> str:
    given = {name.replace("_", "-"): lines for name, lines in instead.items()}
    return "".join(f"{line}\n" for name, lines in ANSWERS.items() for line in given.get(name, lines))


def test_add_writes_a_career_that_loads(folder: Path) -> None:
    result = run("add", "--folder", folder, typed=typed())
    assert result.exit_code == 0, result.output
    assert f"Written and checked: {folder / 'careers' / 'tea_taster.yml'}" in result.output
    career = Catalogue.load(folder).careers["tea_taster"]
    assert career.summary and career.summary.text == SUMMARY
    assert career.stand_in and career.stand_in.soc == "45-2011"
    assert career.duties and career.duties.items == ["Taste up to 300 cups a day", "Write notes: exact ones"]
    assert career.duties.sources == ["ooh/farming/inspectors"]
    assert career.work_environment and career.work_environment.settings == ["indoors", "hands_on"]
    assert career.skills and career.skills.tools == ["spoons"]
    assert career.also_known_as == ["tea sampler", "tester of teas"]


@pytest.mark.parametrize(
    ("title", "id_"), [("Épicier", "epicier"), ("3D artist", "artist_3d"), ("Level 2 welder", "level_2_welder")]
)
def test_the_id_that_add_proposes_is_one_that_it_takes(folder: Path, title: str, id_: str) -> None:
    result = run("add", "--folder", folder, typed=typed(title=[title]))
    assert result.exit_code == 0, result.output
    assert Catalogue.load(folder).careers[id_].title == title


def test_add_writes_a_file_that_reads_like_the_others(folder: Path) -> None:
    run("add", "--folder", folder, typed=typed())
    text = (folder / "careers" / "tea_taster.yml").read_text(encoding="utf-8")
    assert text.startswith(
        "id: tea_taster\ntitle: Tea taster\nalso_known_as: [tea sampler, tester of teas]\nstand_in:\n  soc: 45-2011\n"
    )
    assert "summary:\n  text: >-\n    Tea tasters sip and spit" in text
    assert "  items:\n    - Taste up to 300 cups a day\n" in text
    assert "  sources: [ooh/farming/inspectors]\n" in text
    assert max(map(len, text.splitlines())) <= 130


def test_add_leaves_out_the_sections_that_were_left_empty(folder: Path) -> None:
    run("add", "--folder", folder, typed=typed())
    written = yaml.safe_load((folder / "careers" / "tea_taster.yml").read_text(encoding="utf-8"))
    assert not {"path", "advancement", "employers", "upsides", "downsides", "soc"} & written.keys()
    assert set(written["education"]) == {"usual", "sources"}


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"title": ["", "Dentist", "Tea taster"]}, "is the title of dentist already"),
        ({"id": ["Tea Taster", ""]}, "expected lower-case words joined by underscores"),
        ({"id": ["dentist", ""]}, "careers/dentist.yml exists"),
        ({"soc": ["99-9999", ""]}, "expected a SOC code that knowledge/figures has"),
        ({"soc": ["45-2011", "45-2011", "45-2011.00"], "stand_in": []}, "expected an O*NET code"),
        ({"summary": ["", "x", SUMMARY, "ooh/farming/inspectors"]}, "this cannot be left out"),
        ({"summary": ["a\x00b", SUMMARY, "ooh/farming/inspectors"]}, "characters that cannot be shown"),
        ({"summary": [SUMMARY, "", "ooh/farming/inspectors"]}, "expected ids from sources.yml"),
        ({"summary": [SUMMARY, "gossip", "ooh/farming/inspectors"]}, "found 'gossip'"),
        ({"summary": [SUMMARY, "ooh", "ooh/farming/inspectors"]}, "expected ooh/<page>, found 'ooh'"),
        ({"environment": ["Rooms", "", "By day", "", "", ""]}, "this cannot be left out"),
        ({"environment": ["Rooms", "By day", "", "cosy", "indoors", ""]}, "unknown: cosy"),
        ({"related": ["dentist, wizard", "dentist"]}, "unknown: wizard"),
    ],
)
def test_add_says_what_it_expects_and_asks_again(folder: Path, answers: dict[str, list[str]], said: str) -> None:
    result = run("add", "--folder", folder, typed=typed(**answers))
    assert said in result.output
    assert result.exit_code == 0, result.output
    assert "tea_taster" in Catalogue.load(folder).careers


@pytest.mark.parametrize("lines", range(0, 12, 3))
def test_add_writes_nothing_when_it_is_stopped_midway(folder: Path, lines: int) -> None:
    before = snapshot(folder)
    given = "".join(typed().splitlines(keepends=True)[:lines])
    result = run("add", "--folder", folder, typed=given)
    assert result.exit_code == 1
    assert "nothing was written" in result.output
    assert snapshot(folder) == before


@pytest.mark.parametrize(
    "text",
    ["yes", "12:30", "- a dash", "# no comment", "{a: b}", 'it\'s "quoted"', "à la carte: " + "é " * 200, "null"],
)
def test_add_keeps_every_text_as_it_was_typed(folder: Path, text: str) -> None:
    result = run("add", "--folder", folder, typed=typed(duties=[text, text, "", ""]))
    assert result.exit_code == 0, result.output
    duties = Catalogue.load(folder).careers["tea_taster"].duties
    assert duties and duties.items == [text.strip(), text.strip()]


def test_add_says_that_a_file_cannot_be_written(folder: Path) -> None:
    shutil.move(folder / "careers", folder / "gone")
    (folder / "careers").write_text("a file where the folder should be")
    result = run("add", "--folder", folder, typed=typed(related=[""]))
    assert result.exit_code == 1
    assert "Not written: " in result.output
