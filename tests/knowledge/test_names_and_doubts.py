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


# --- what deserves a second look -----------------------------------------------------------------------------------------

TWO = "47-2111.00 belongs to 47-2111 (Electricians), and soc is 29-1141 (Registered nurses)"


def test_check_warns_of_the_code_of_another_occupation(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "nurse", "title: Nurse\nsoc: 29-1141\nonet: 47-2111.00")
    write(folder, "buyer", "title: Buyer\nsoc: 13-1020\nonet: 13-1023.00")  # which BLS counts under 13-1020
    said = check(monkeypatch, folder)

    assert f"Warning: careers/nurse.yml: onet: {TWO}: is it the same work?" in said
    assert "1 warning(s)" in said


def test_the_committed_careers_give_no_cause_for_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "0 warning(s)" in check(monkeypatch, KNOWLEDGE)


def test_of_two_careers_with_a_name_the_larger_is_named_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "dentist", "title: Dentist\nalso_known_as: [tooth person]\nsoc: 29-1021")
    write(folder, "nurse", "title: Nurse\nalso_known_as: [tooth persons]\nsoc: 29-1141")

    assert "is a name of nurse and dentist; a question with it means the first" in check(monkeypatch, folder)


def test_add_says_what_deserves_a_look_and_asks_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ["Floss nurse", "", "RDHs, RDHs, rdhs", "29-1141", "47-2111.00", "n"]
    done = add(monkeypatch, folder, *first, "Floss nurse", "", "flosser", "29-1141", "29-1141.00")

    assert "'RDHs' is a name of floss_nurse and dental_hygienist; a question with it means the first" in done.output
    assert TWO in done.output
    career = Catalogue.load(folder).careers["floss_nurse"]
    assert (career.also_known_as, career.onet) == (["flosser"], "29-1141.00")


def test_add_lets_the_person_go_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(monkeypatch, folder, "Floss nurse", "", "RDHs, RDHs, rdhs", "29-1141", "47-2111.00", "")

    career = Catalogue.load(folder).careers["floss_nurse"]
    assert (career.also_known_as, career.onet) == (["RDHs"], "47-2111.00")


# --- small things about `add` --------------------------------------------------------------------------------------------


def test_add_proposes_an_id_in_plain_letters(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(monkeypatch, folder, "Épicier de Łódź", "", "", "", "")

    assert "epicier_de_lodz" in Catalogue.load(folder).careers


def test_add_asks_again_for_an_id_that_is_no_name_of_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = add(monkeypatch, folder, "Tea taster", "x" * 300, "", "", "", "")

    assert "expected at most 100 letters, found 300" in done.output
    assert "tea_taster" in Catalogue.load(folder).careers


def test_add_says_what_cannot_be_left_empty(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["Tea taster", "", "", "", "", "It is work.", "ooh/x", "", "A room", "", "By day"]
    done = run(monkeypatch, "add", "--folder", folder, typed="\n".join([*lines, *[""] * 11]) + "\n")

    assert "but for those that are needed" in done.output
    assert done.output.count("When they work (needed)") == 2
    assert "tea_taster" in Catalogue.load(folder).careers
