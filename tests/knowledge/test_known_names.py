"""`knowledge/names/`: what is wrong with it is said, and what it says holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerbot.knowledge import known_names
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.known_names import Elsewhere, KnownNames
from careerbot.knowledge.name_index import index_of
from careerbot.knowledge.words import stems


def problems(known: KnownNames) -> list[str]:
    return [str(each) for each in known_names.problems({"names/trades.yml": known}, {"nurse", "plumber", "29-1171"})]


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (KnownNames(names={"medic": "healer"}), "names.medic: 'healer' is neither"),
        (KnownNames(elsewhere={"sister": Elsewhere("healer", "the UK")}), "elsewhere.sister: 'healer' is neither"),
        (KnownNames(several={"carer": ["nurse"]}), "several.carer: expected two careers"),
        (
            KnownNames(names={"pipe guy": "nurse"}, fields={"Pipe guys": "nurse"}),
            "fields.Pipe guys: 'Pipe guys' stands in names of names/trades.yml",
        ),
        (
            KnownNames(names={"medic": "nurse"}, plain={"medic": "plumber"}),
            "plain.medic: 'medic' stands in names of names/trades.yml",
        ),
    ],
)
def test_what_is_wrong_is_named(known: KnownNames, said: str) -> None:
    (problem,) = problems(known)
    assert said in problem


def test_a_name_that_another_file_has_is_a_problem() -> None:
    one, other = KnownNames(names={"medic": "nurse"}), KnownNames(names={"medics": "plumber"})
    (problem,) = known_names.problems({"names/army.yml": one, "names/health.yml": other}, {"nurse", "plumber"})

    assert str(problem).startswith("names/health.yml")
    assert "'medics' stands in names of names/army.yml too" in str(problem)


@pytest.mark.parametrize("several", [{}, {"medic": ["nurse", "plumber"]}])
def test_an_everyday_word_that_another_file_has_is_a_problem(several: dict[str, list[str]]) -> None:
    one, other = KnownNames(plain={"medic": "nurse"}, several=several), KnownNames(plain={"medics": "plumber"})
    (problem,) = known_names.problems({"names/army.yml": one, "names/health.yml": other}, {"nurse", "plumber"})

    assert "'medics' stands in plain of names/army.yml too" in str(problem)


def test_a_name_that_is_asked_about_may_be_an_everyday_word_too() -> None:
    asked = KnownNames(plain={"medic": "nurse"}, several={"medic": ["nurse", "plumber"]})
    assert problems(asked) == []

    sense = known_names.senses(asked, str)[stems("medic")]
    assert (sense.ids, sense.asked, sense.in_context) == (("nurse", "plumber"), True, True)


def test_clown_and_landlord_are_everyday_words_and_agent_is_asked_about(known: Catalogue) -> None:
    index = index_of(known)
    meant = {name: index.means(stems(name)) for name in ("clown", "landlord", "agent")}

    assert all(sense and sense.in_context for sense in meant.values())
    assert [name for name, sense in meant.items() if sense and sense.asked] == ["agent"]


def test_good_names_have_no_problem() -> None:
    assert problems(KnownNames(names={"RN": "nurse"}, fields={"pipes": "29-1171"})) == []


def test_a_misspelt_section_is_a_problem_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "trades.yml").write_text("names: {}\nfeilds: {}\n")
    _, found = known_names.read(tmp_path)
    assert "names/trades.yml:2" in str(found[0])


def test_every_name_means_what_it_says(known: Catalogue) -> None:
    index, called = index_of(known), known.called
    single = (
        called.names | called.plain | called.fields | {name: each.career for name, each in called.elsewhere.items()}
    )
    wrong = [
        name
        for name, code in single.items()
        if name not in called.several and code not in _codes(known, index.means(stems(name)))
    ]
    assert wrong == []


def _codes(known: Catalogue, sense: known_names.Sense | None) -> set[str | None]:
    ids = sense.ids if sense else ()
    return {code for each in ids for code in (each, known.careers[each].soc)}
