"""What is wanted of the saved list, and which careers are meant."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from careerbot.paths import PROJECT
from careerbot.understanding.pointing import all_of_them, pointed, reading
from careerbot.understanding.privacy import names_what_is_kept
from careerbot.understanding.reading_shortlist import SHORTLIST, goes_on
from careerbot.understanding.reading_shortlist import reading as reading_list
from careerbot.understanding.shortlist_words import both_ways, read, thing

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
        ("erase the first", "remove"),
        ("erase my list", "clear"),
        ("I don't want carpenter on my list any more", "remove"),
        ("clear my list", "clear"),
        ("remove everything from my list", "clear"),
        ("drop everything except welders", "keep_only"),
        ("remove all but the second", "keep_only"),
        ("keep only the nurse", "keep_only"),
        ("all but the welder can go", "keep_only"),
        ("compare my list", "compare"),
        ("compare the careers on my list", "compare"),
        ("which on my list pays more", "compare"),
        ("which of my saved ones needs less school", "compare"),
        ("which jobs are on my list again?", "list"),
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
        ("save 1 and 3", ["dj", "chef"]),
        ("keep number two, four", ["nurse", "judge"]),
        ("drop 2 to 4", ["nurse", "chef", "judge"]),
        ("add one and four to my list", ["dj", "judge"]),
        ("save one", []),
        ("save 2 hours", []),
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


KEPT = {"shortlist": ["civil_engineer", "administrative_assistant"]}
JUST_SAVED = {**KEPT, "list_change": {"operation": "save", "careers": ["civil_engineer"]}}
ASKED = {"in_play": LISTED, "list_change": {"operation": "save", "careers": []}}


@pytest.mark.parametrize(
    "text",
    [
        "delete the first", "erase the first", "delete number 2", "delete the other", "delete it", "forget that", "erase that",
        "remove civil", "remove the engineer", "remove the assistant", "delete all of them",
    ],
)  # fmt: skip
def test_what_is_to_go_is_a_career_of_the_list(text: str) -> None:
    assert reading_list(text, "delete_my_data", [], KEPT) == SHORTLIST


@pytest.mark.parametrize(
    "text", ["forget me", "delete my data", "wipe this chat", "delete everything", "forget the data"]
)
def test_a_list_keeps_nobody_from_being_forgotten(text: str) -> None:
    assert reading_list(text, "delete_my_data", [], {"shortlist": ["data_scientist"]}) is None


def test_all_who_ask_to_be_forgotten_say_what_is_to_go() -> None:
    groups = yaml.safe_load((PROJECT / "data" / "nlu" / "delete_my_data.yml").read_text(encoding="utf-8"))["nlu"]
    examples = [line[2:] for group in groups for line in group["examples"].splitlines()]
    assert [each for each in examples if not names_what_is_kept(each)] == []


@pytest.mark.parametrize(
    "text", ["delete everything that is saved here", "erase all that has been kept", "wipe everything you have on me"]
)
def test_everything_that_is_kept_is_no_search(text: str) -> None:
    assert names_what_is_kept(text)


@pytest.mark.parametrize(
    "text",
    [
        "delete it",
        "forget that",
        "erase the first one",
        "remove civil",
        "delete that for me",
        "delete the other",
        "remove everything with a boss",
        "delete everything in sales",
        "erase all jobs that need a degree",
    ],
)
def test_what_names_nothing_kept_is_seen(text: str) -> None:
    assert not names_what_is_kept(text)


def test_the_list_is_the_one_shown_where_nothing_is_saved() -> None:
    assert reading_list("whats the best paid of the list", "find_careers", [], {"in_play": LISTED}) is None
    assert reading_list("what is the best paid of my list", "find_careers", [], {"in_play": LISTED}) == SHORTLIST


def test_dropping_one_of_a_comparison_of_others_is_no_matter_of_the_list() -> None:
    compared = {"topic": "compare_careers", "comparison": {"careers": LISTED}, "in_play": LISTED}
    assert reading_list("drop the second", "delete_my_data", [], {**KEPT, **compared}) is None


@pytest.mark.parametrize(
    ("text", "slots", "operation"),
    [
        ("and the second one too", {**JUST_SAVED, "in_play": LISTED}, "save"),
        ("and the help desk one too", {**JUST_SAVED, "in_play": ["it_support_specialist"]}, "save"),
        ("plumbers as well", JUST_SAVED, "save"),
        ("and the third", {**JUST_SAVED, "in_play": LISTED}, "save"),
        ("and the third?", {**JUST_SAVED, "in_play": LISTED}, None),
        ("actually both", ASKED, "save"),
        ("the second one", ASKED, "save"),
        ("plumber", ASKED, "save"),
        ("the second one", {**JUST_SAVED, "in_play": LISTED}, None),
        ("and the second one too", {"in_play": LISTED}, None),
        ("is there a quiz too", JUST_SAVED, None),
        ("thanks to you too", JUST_SAVED, None),
        ("what do plumbers earn", ASKED, None),
    ],
)
def test_going_on_with_what_was_just_done(text: str, slots: dict[str, Any], operation: str | None) -> None:
    assert goes_on(text, slots) == operation
    assert reading_list(text, "ask_overview", [], slots) == (SHORTLIST if operation else None)


def test_what_was_taken_off_is_put_back() -> None:
    taken_off = {"list_change": {"operation": "remove", "careers": ["plumber"]}}
    assert reading_list("put it back", "out_of_scope", [], taken_off) == SHORTLIST
    assert reading_list("put it back", "out_of_scope", [], {}) is None


def test_a_message_that_saves_and_takes_off_has_two_parts() -> None:
    text = "take the first off and save receptionist"
    assert [text[start:end] for start, end in both_ways(text)] == ["take the first off", "save receptionist"]
    assert both_ways("save nurse and put it on my list") == []
    assert both_ways("save nurse and welder") == []


@pytest.mark.parametrize(
    "text", ["clear it", "ok wipe that please", "is it empty?", "so what's left", "how many are on it now"]
)
def test_right_after_talk_of_the_list_it_is_the_list(text: str) -> None:
    assert reading_list(text, "ask_outlook", [], {"list_change": {"operation": "save", "careers": ["dj"]}}) == SHORTLIST
    assert reading_list(text, "ask_outlook", [], {"shortlist": ["dj"], "in_play": ["nurse", "chef"]}) is None


def test_what_a_search_asks_is_not_kept_on_the_list() -> None:
    search = {"search": {"asked": {"wanted": ["outdoors"]}}, **KEPT}
    assert reading_list("remove everything but outdoors", "find_careers", [], search) is None
    assert reading_list("remove everything but the assistant", "find_careers", [], search) == SHORTLIST
