"""What is wanted of the saved list, and which careers are meant."""

from __future__ import annotations

import pytest
import yaml

from careerbot.paths import PROJECT
from careerbot.understanding.pointing import all_of_them, pointed, reading
from careerbot.understanding.reading_shortlist import SHORTLIST, read, thing
from careerbot.understanding.reading_shortlist import reading as reading_list

LISTED = ["dj", "nurse", "chef", "judge"]


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("save this", "save"),
        ("add nurse to my list", "save"),
        ("can you keep that one for me", "save"),
        ("shortlist air traffic controller", "save"),
        ("my list", "list"),
        ("what did I save?", "list"),
        ("show me my saved careers", "list"),
        ("is surveyor on my list", "list"),
        ("remove it from my list", "remove"),
        ("take pilot off my list", "remove"),
        ("I don't want carpenter on my list any more", "remove"),
        ("clear my list", "clear"),
        ("remove everything from my list", "clear"),
        ("compare my list", "compare"),
        ("compare the careers on my list", "compare"),
        ("send me all this", "report"),
        ("print my report", "report"),
        ("email me my list", "report"),
        ("can I get a pdf", "report"),
    ],
)
def test_what_is_wanted(text: str, operation: str) -> None:
    assert read(text) == operation


def test_a_name_that_is_no_pointer_is_seen() -> None:
    assert thing("add wizards to my list") == "wizards"
    assert thing("save this one for later") is None
    assert thing("remove the second one from my list") is None


@pytest.mark.parametrize(
    "text", ["print my report", "send me all this", "save it", "compare my list", "what's on my list"]
)
def test_clear_wording_needs_no_classifier(text: str) -> None:
    assert reading_list(text, "out_of_scope", [], {}) == SHORTLIST


@pytest.mark.parametrize(
    "text",
    [
        "how do I save money",
        "jobs that save lives",
        "make a list of jobs outdoors",
        "what does a report writer do",
        "send help",
    ],
)
def test_other_talk_of_lists_and_saving_is_left_alone(text: str) -> None:
    assert reading_list(text, "find_careers", [], {}) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the second one", ["nurse"]),
        ("save the first two", ["dj", "nurse"]),
        ("the first and the third", ["dj", "chef"]),
        ("number 4", ["judge"]),
        ("the last one", ["judge"]),
        ("the last two", ["chef", "judge"]),
        ("the seventh", []),
        ("number 9", []),
        ("how did it change last year", []),
        ("a second job", []),
        ("what do they do", []),
    ],
)
def test_places_in_the_last_list(text: str, meant: list[str]) -> None:
    assert pointed(text, LISTED) == meant


def test_all_of_them() -> None:
    assert all_of_them("save both of those")
    assert all_of_them("put all of them on my list")
    assert not all_of_them("save this")


def test_a_message_that_only_points_repeats_the_last_question() -> None:
    assert reading("the second one", "nlu_fallback", [], {"in_play": LISTED, "topic": "ask_salary"}) == "ask_salary"
    assert reading("what about the third?", "nlu_fallback", [], {"in_play": LISTED}) == "ask_overview"
    assert reading("the second one", "nlu_fallback", [], {}) is None
    assert reading("what does the second one earn", "ask_salary", [], {"in_play": LISTED}) is None


def test_no_training_example_of_another_intent_is_taken_for_the_list() -> None:
    unread = {SHORTLIST, "crisis"}  # a call for help goes before all conversation
    taken = []
    for path in (PROJECT / "data" / "nlu").glob("*.yml"):
        for group in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            if group["intent"] not in unread:
                examples = [line[2:] for line in group["examples"].splitlines()]
                taken += [(group["intent"], each) for each in examples if reading_list(each, None, [], {})]
    assert taken == []
