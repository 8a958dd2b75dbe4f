"""Careers that load and deserve a second look, or that must not load, as `careerbot knowledge add` and `check` say it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from careerbot.keeper import knowledge
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.problems import KnowledgeError
from careerbot.paths import KNOWLEDGE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The figures, the sources and one career."""
    copy = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE / "figures", copy / "figures")
    shutil.copy(KNOWLEDGE / "sources.yml", copy)
    (copy / "careers").mkdir()
    write(copy, "dental_hygienist", "title: Dental hygienist\nalso_known_as: [RDH]\nsoc: 29-1292")
    return copy


def write(folder: Path, career: str, fields: str) -> None:
    text = f"id: {career}\n{fields}\nsummary:\n  text: Somebody works.\n  sources: [ooh/healthcare/dental-hygienists]\n"
    (folder / "careers" / f"{career}.yml").write_text(text, encoding="utf-8")


def run(monkeypatch: pytest.MonkeyPatch, *words: object, typed: str = "") -> Result:
    monkeypatch.setenv("COLUMNS", "240")
    return CliRunner().invoke(knowledge, list(map(str, words)), input=typed)


def check(monkeypatch: pytest.MonkeyPatch, folder: Path) -> str:
    return run(monkeypatch, "check", folder, "--older-than", 100).output


def add(monkeypatch: pytest.MonkeyPatch, folder: Path, *lines: str) -> Result:
    """Type these lines, then a summary, and nothing else."""
    rest = ["It is work.", "ooh/healthcare/dental-hygienists", *[""] * 10]
    return run(monkeypatch, "add", "--folder", folder, typed="\n".join([*lines, *rest]) + "\n")


# --- names that no question can hold -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ('title: "???"', "careers/x.yml:2: title: '???' has no letter and no digit"),
        ('title: Tea taster\nalso_known_as: [sipper, "***"]', "careers/x.yml:3: also_known_as[1]: '***' has no letter"),
        ("title: Tea taster\nplural: The", "careers/x.yml:3: plural: 'The' stands in all kinds of questions"),
        (
            "title: Tea taster\nalso_known_as: [or and]",
            "careers/x.yml:3: also_known_as[0]: 'or and' stands in all kinds",
        ),
    ],
)
def test_a_name_that_no_question_can_hold_is_a_problem(folder: Path, fields: str, said: str) -> None:
    write(folder, "x", fields)
    with pytest.raises(KnowledgeError, match=re.escape(said)):
        Catalogue.load(folder)


def test_a_further_name_without_words_is_a_problem(folder: Path) -> None:
    (folder / "names").mkdir()
    (folder / "names" / "health.yml").write_text('names:\n  "***": dental_hygienist\n')
    with pytest.raises(KnowledgeError, match=re.escape("names/health.yml:2: names.***: '***' has no letter")):
        Catalogue.load(folder)


def test_add_asks_again_for_a_name_that_no_question_can_hold(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = add(monkeypatch, folder, "???", "Tea taster", "", "sipper, ***", "sipper, the", "sipper", "", "")

    assert "'???' has no letter and no digit" in done.output
    assert "'***' has no letter and no digit" in done.output
    assert "'the' stands in all kinds of questions" in done.output
    assert Catalogue.load(folder).careers["tea_taster"].also_known_as == ["sipper"]
