"""Everyday words that are careers' names too, and words of English that only look like a mistyped name."""

from __future__ import annotations

import pytest

from careerbot.knowledge.name_index import name_index
from careerbot.understanding.mentions import careers_in


def _names(text: str) -> list[str]:
    return [text[each.start : each.end] for each in careers_in(text, name_index())]


@pytest.mark.parametrize(
    "frame",
    [
        *("is {} stressful", "{} hours?", "{} union", "school for {}", "similar to {}", "{} next step", "years to {}"),
        *(
            "explain {}",
            "{} pros and cons",
            "{} worth it?",
            "{} in texas pay",
            "what's above {}",
            "books 4 a {}",
            "wats {}",
        ),
    ],
)
@pytest.mark.parametrize("word", ["cook", "judge", "coach", "driver"])
def test_in_few_words_an_everyday_word_is_a_career(frame: str, word: str) -> None:
    assert _names(frame.format(word)) == [word]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("nurse 2 driver", ["nurse", "driver"]),
        ("nurse to cook possible?", ["nurse", "cook"]),
        ("swap nurse for server", ["nurse", "server"]),
        ("learn to cook", []),
        ("can you coach", []),
        ("salary guide", []),
        ("college planner", []),
        ("judge me", []),
    ],
)
def test_a_few_words_name_it_or_do_not(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("cook tryna be a nurse", ["cook", "nurse"]),
        ("guard tryna become a cop", ["guard", "cop"]),
        ("dealer at a casino wanna do accounting", ["dealer", "accounting"]),
        ("can a server slide into bartending", ["server", "bartending"]),
        ("former model going into teaching", ["model", "teaching"]),
        ("ex server to flight attendant", ["server", "flight attendant"]),
        ("server → nurse", ["server", "nurse"]),
        ("a guide to becoming a nurse", ["nurse"]),
    ],
)
def test_who_wants_to_be_something_else_is_something(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("need a driver to the airport", ["driver"]),
        ("hire a dj for my wedding", ["dj"]),
        ("my agent stole my deposit", ["agent"]),
        ("coach near me", ["coach"]),
        ("how much do i tip a driver", ["driver"]),
        ("the best cook in the world", ["cook"]),
        ("a guard yelled at me", ["guard"]),
        ("our server forgot my daughter's allergy", ["server"]),
        ("the server keeps crashing", []),
        ("armed guards, do they earn more", ["armed guards"]),
        ("a guard dog", []),
        ("took the coach to Boston", []),
        ("my landlord won't fix the heat", []),
        ("my dishwasher keeps leaking", []),
        ("my graphics driver crashes", []),
        ("my manager won't give me a raise", []),
    ],
)
def test_people_one_has_to_do_with_are_named(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    "word",
    [
        "communists",
        "mythology",
        "corruption",
        "calories",
        "quieter",
        "agitation",
        "protesters",
        "piglets",
        "memoir",
        "generic",
        "banter",
        "colder",
        "execution",
    ],
)
def test_a_word_of_english_is_no_typing_error(word: str) -> None:
    assert _names(f"they talk about {word} all day") == []


@pytest.mark.parametrize("typed", ["acountant", "librarien", "project manger", "gardner", "electritian", "pharmasist"])
def test_typing_errors_are_still_read(typed: str) -> None:
    assert _names(f"what does a {typed} earn") == [typed]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("duties of an instrumentation and controls technician", ["instrumentation and controls technician"]),
        ("a research and development engineer", ["research and development engineer"]),
        ("a wife and ER nurse", ["ER nurse"]),
        ("a veteran and truck driver", ["truck driver"]),
        ("a youth care worker", ["youth care worker"]),
        ("working nights as a hotel night auditor", ["hotel night auditor"]),
        ("building maintenance supervisor", ["building maintenance supervisor"]),
        ("the principal duties of a chef", ["chef"]),
        ("not cleaning cages all day", []),
        ("is the nursing profession worth it", ["nursing"]),
        ("books for spanish-speaking nurses", ["nurses"]),
        ("captain salary", ["captain"]),
        ("aye aye captain, go ahead", []),
        ("the pay of a licensed architect", ["architect"]),
    ],
)
def test_where_a_name_begins_and_ends(text: str, names: list[str]) -> None:
    assert _names(text) == names
