"""Which kind is meant of a name that was said before."""

from __future__ import annotations

import pytest

from careerbot.knowledge.name_index import name_index
from careerbot.understanding.which_kind import head_meant, kind_meant, leaves_it_open, other_kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("software", "engineer", "software engineer"),
        ("uh, those for the heart I guess", "doctors", "heart doctor"),
        ("the travel one", "agents", "travel agent"),
        ("little kids, kindergarten", "teacher", "kindergarten teacher"),
        ("what do the mechanical ones do all day", "civil engineer", "mechanical engineer"),
    ],
)
def test_a_kind_is_told_without_its_name(text: str, name: str, kind: str) -> None:
    meant = kind_meant(text, name, name_index(), asked=True)
    assert meant is not None
    assert meant.name == kind
    assert text[meant.start : meant.end] == kind.split()[0]


@pytest.mark.parametrize("text", ["thanks", "what's the weather", "yes", "tell me about welders please", ""])
def test_what_tells_no_kind_means_something_else(text: str) -> None:
    assert kind_meant(text, "engineer", name_index(), asked=True) is None


def test_a_bare_word_is_a_kind_only_where_it_was_asked_for() -> None:
    assert kind_meant("software", "engineer", name_index(), asked=False) is None
    assert kind_meant("the software ones", "engineer", name_index(), asked=False) is not None
    assert kind_meant("no, travel", "nurse", name_index(), asked=False) is not None
    assert kind_meant("no travel", "nurse", name_index(), asked=False) is None


def test_what_stands_behind_the_word_for_a_kind_tells_none_of_it() -> None:
    text = "which one of them works most in nice warm places with travel"
    assert kind_meant(text, "nurse", name_index(), asked=False) is None


def test_only_a_correction_keeps_the_words_before_the_last() -> None:
    assert head_meant("no, I meant the manager", "manager", "music producer", name_index()) is not None
    assert head_meant("and the manager?", "manager", "music producer", name_index()) is None


@pytest.mark.parametrize(("text", "is_open"), [("no idea", True), ("any of them", True), ("any with animals", False)])
def test_no_preference(text: str, is_open: bool) -> None:
    assert leaves_it_open(text) is is_open


def test_one_word_tells_another_kind_of_what_was_named() -> None:
    index = name_index()

    assert (kind := other_kind("and mechanical?", "civil engineer", index)) and kind.sense.ids[
        0
    ] == "mechanical_engineer"
    assert other_kind("training?", "police officer", index) is None
    assert other_kind("pay?", "civil engineer", index) is None
    assert other_kind("mechanical?", "engineer", index) is None
