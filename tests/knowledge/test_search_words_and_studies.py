"""The files that searches and questions of study rest on: what is wrong in them is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerbot.knowledge import particulars, search_words, studies
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.problems import KnowledgeError


def _problems(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as raised:
        if name == studies.FILE:
            studies.load(folder, catalogue())
        else:
            search_words.load(folder, catalogue().figures)
    return "\n".join(f"{each.line}: {each.message}" for each in raised.value.problems)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("kind: field, says: in space, means: ['99-'], names: [space]", "1: no occupation's code begins with '99-'"),
        (
            "kind: subject, says: that use magic, means: [Magic], names: [magic]",
            "1: 'Magic' is no subject of the tables",
        ),
        ("kind: setting, says: under water, means: [wet], names: [wet]", "1: 'wet' is no setting of the tables"),
    ],
)
def test_a_term_that_points_nowhere_is_named(tmp_path: Path, entry: str, problem: str) -> None:
    assert problem in _problems(tmp_path, search_words.FILE, f"some: {{{entry}}}\n")


def test_a_name_of_two_terms_is_named(tmp_path: Path) -> None:
    term = "{kind: theme, says: with cats, means: [cat], names: [cats]}"
    assert "2: 'cats' is a name of one too" in _problems(tmp_path, search_words.FILE, f"one: {term}\nother: {term}\n")


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        ("title: alchemy, usual: [alchemist]", "there is no career 'alchemist'"),
        ("title: wiring, usual: [electrician], common: [electrician]", "a career stands twice"),
        ("title: nothing", "expected at least one career"),
        ("title: wiring, cip: '4603', usual: [electrician]", "expected"),
        ("title: alchemy, common: [electrician]", "no source says that it leads to 'electrician'"),
        (
            "title: alchemy, common: [electrician], sources: {electrician: [rumor/page]}",
            "there is no source 'rumor/page'",
        ),
        (
            "title: law, usual: [lawyer], sources: {judge: [ooh/legal/lawyers]}",
            "it has sources for 'judge', but does not lead there",
        ),
    ],
)
def test_a_field_that_leads_nowhere_is_named(tmp_path: Path, field: str, problem: str) -> None:
    assert problem in _problems(tmp_path, studies.FILE, f"one: {{{field}}}\n")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("what can I do with a CS degree", "computer_science"),
        ("poli sci", "political_science"),
        ("I did a B.Com.", "business"),
        ("EEE graduate here", "electrical_engineering"),
        ("ten years of retail", "retail_experience"),
        ("English literature", "english"),
    ],
)
def test_fields_are_found_by_the_names_people_use(text: str, field: str) -> None:
    assert studies.studies().find(text) == [field]


def test_every_link_names_what_it_rests_on() -> None:
    read, known = studies.studies(), catalogue()
    links = [(id, career) for id, field in read.fields.items() for career in field.careers]
    assert all(read.rests_on(id, known.careers[career]) for id, career in links)


def test_there_are_at_least_eighty_fields_with_a_code() -> None:
    assert sum(field.cip is not None for field in studies.studies().fields.values()) >= 80


def test_a_pattern_that_is_none_is_named_with_its_line(tmp_path: Path) -> None:
    text = "age:\n  asks: ['(age']\n  unknown: Nobody says.\n"
    (tmp_path / particulars.FILE).write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"particulars\.yml:2: age\.asks: '\(age' is no regular expression"):
        particulars.load(tmp_path)


def test_every_part_that_is_looked_through_is_known(tmp_path: Path) -> None:
    (tmp_path / particulars.FILE).write_text("age:\n  asks: [old]\n  where: [anywhere]\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"particulars\.yml:3: age\.where"):
        particulars.load(tmp_path)
