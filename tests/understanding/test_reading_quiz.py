"""What words mean in the quiz, and when a message is none of its business."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from careerbot.paths import PROJECT
from careerbot.understanding.reading_quiz import QUIZ, Wish, pressed, read, reading

ANSWERS = {
    4: "sure love it|fuck yes|"
    "love it|I'd love that!|loooove it|lvoe it|5|five|5/5|10 out of 10|a 5|I really like it|strongly like|yes i'd love to|❤️|absolutely",
    3: "like it|4|4 out of 5|8/10|yes|yeah|sounds fun|not bad|👍|i'd enjoy that|sure|kind of like it|pretty cool",
    2: "not sure|meh|3|3 i guess|maybe|idk|i don't know|it's okay i guess|don't mind it|hmm not sure tbh|whatever|so so",
    1: "dislike it|disliek it|2|no|nah|nope|not really|I don't like it|i wouldn't like it|sounds boring|not for me|rather not|👎",
    0: "fuck this|screw that|"
    "hate it|haet it|1|never|no way|hate it, far too loud|i hate that so much|no i would hate it|ewww|not at all|strongly dislike",
}
WISHES = {
    "back": "back|go back|back please|previous question|undo|change my last answer|ugh go back",
    "skip": "skip|skip this one|pass|next question|i'd prefer not to answer",
    "stop": "im bored stop|this is boring, stop|stop|stop the quiz|I want to stop now|that's enough|quit|i'm done",
    "pause": "pause|let's take a break|continue later|brb",
    "restart": "restart the quiz|start over|I want to redo the questionnaire",
    "go_on": "go on|continue|back to the quiz|let's go on with the quiz|resume",
    "status": "where was I|how many are left?|how many more questions are there|what statement am I on|ugh how many more|"
    "how many more of these|are we done yet",
    "results": "show me my results|what are my results|quiz results so far|whats my result so far",
    "explain": "what does that mean?|why do you ask|help",
    "weary": "this quiz is boring|I'm bored|these questions are so dumb|i hate this quiz|this is taking forever|too many questions|"
    "ugh so tedious|omg this takes so long|way too long",
    "start": "take the quiz|quiz|quiz me|can I take the career quiz?|let's do the interest test|is there a quiz",
    "more": "more|show me more matches|what else fits",
}
NO_WISH = (
    "banana", "what does a surveyor do?", "how much do they earn", "", "   ", "tell me about nurses", "6", "0", "11/10", "4 jobs",
    "/help_me_choose", "compare them", "which careers grow", "i have 5 children and like to work from home with computers and people",
)  # fmt: skip


def asking(**changes: Any) -> dict[str, Any]:
    return {"quiz": {"answers": [4, *[None] * 29], "at": 1, **changes}}


@pytest.mark.parametrize(
    ("worth", "text"), [(worth, text) for worth, said in ANSWERS.items() for text in said.split("|")]
)
def test_words_for_an_answer(worth: int, text: str) -> None:
    wish = read(text)

    assert wish
    assert (wish.kind, wish.number) == ("answer", worth)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, said in WISHES.items() for text in said.split("|")])
def test_words_for_a_wish(kind: str, text: str) -> None:
    wish = read(text)

    assert wish
    assert wish.kind == kind


@pytest.mark.parametrize("text", NO_WISH)
def test_other_words_are_no_wish(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "worth"), [("I meant love it", 4), ("no wait, make it a 2", 1), ("oops i meant no", 1)]
)
def test_a_correction(text: str, worth: int) -> None:
    assert read(text) == Wish("correct", worth)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("only those with little preparation", 1),
        ("some training", 2),
        ("any preparation", 0),
        ("extensive education", 5),
    ],
)
def test_the_preparation_wanted(text: str, zone: int) -> None:
    assert read(text) == Wish("preparation", zone)


def test_buttons() -> None:
    assert pressed("answer:3:17") == Wish("answer", 3, 17)
    assert pressed("preparation:2") == Wish("preparation", 2)
    assert pressed("back") == Wish("back")
    assert pressed(None) is None


@pytest.mark.parametrize("text", ["love it", "no", "4", "back", "banana", "where was I", "stop"])
def test_right_after_a_statement_it_is_the_quizs(text: str) -> None:
    assert reading(text, "nlu_fallback", [], asking()) == QUIZ


@pytest.mark.parametrize(
    ("text", "intent", "careers"),
    [
        ("what does a surveyor do?", "ask_duties", ["surveyor"]),
        ("and nurses?", "ask_overview", ["registered_nurse"]),
        ("hello", "greet", []),
        ("hi again", "greet", []),
        ("I'm back", "greet", []),
        ("delete my data", "delete_my_data", []),
        ("who made you", "bot_challenge", []),
        ("save this", "shortlist", []),
        ("how much do they earn on average", "ask_salary", []),
        ("is there work outdoors with no degree", "find_careers", []),
    ],
)
def test_a_question_of_something_else_is_never_swallowed(text: str, intent: str, careers: list[str]) -> None:
    assert reading(text, intent, careers, asking()) is None


def test_a_step_back_is_no_greeting() -> None:
    assert reading("back", "greet", [], asking()) == QUIZ


def test_an_answer_that_names_a_career_is_an_answer() -> None:
    assert reading("love it, like a chef would", "ask_overview", ["chef"], asking()) == QUIZ


def test_what_cannot_be_read_is_explained_once_only() -> None:
    assert reading("banana", "nlu_fallback", [], asking()) == QUIZ
    assert reading("potato", "nlu_fallback", [], asking(misread=True)) is None


def test_after_a_detour_plain_words_are_no_answer_and_clear_ones_are() -> None:
    assert reading("yes", "affirm", [], asking(paused=1)) is None
    assert reading("love it", "feedback_positive", [], asking(paused=1)) == QUIZ
    assert reading("love it", "feedback_positive", [], asking(paused=2)) is None
    assert reading("go on with the quiz", None, [], asking(paused=99)) == QUIZ


def test_after_the_result_only_what_changes_it_is_the_quizs() -> None:
    done = asking(done=True, shown=["dj"])

    assert reading("more", None, [], {**done, "in_play": ["dj"]}) == QUIZ
    assert reading("more", None, [], {**done, "in_play": ["nurse"]}) is None
    assert reading("no", "deny", [], {**done, "in_play": ["dj"]}) is None
    assert reading("show my results", None, [], done) == QUIZ


def test_the_quiz_can_be_asked_for_by_name_at_any_time() -> None:
    assert reading("take the quiz", "out_of_scope", [], {}) == QUIZ
    assert reading("go on with the quiz", "affirm", [], {}) == QUIZ
    assert reading("go on", "affirm", [], {}) is None
    assert reading("love it", "feedback_positive", [], {}) is None


def test_no_training_example_of_another_intent_is_taken_for_the_quiz() -> None:
    taken = []
    for path in (PROJECT / "data" / "nlu").glob("*.yml"):
        for group in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            if group["intent"] != QUIZ:
                examples = [line[2:] for line in group["examples"].splitlines()]
                taken += [(group["intent"], each) for each in examples if reading(each, group["intent"], [], {})]
    assert taken == []


@given(st.text(), st.sampled_from([{}, asking(), asking(paused=1), asking(done=True, shown=["dj"])]))
def test_any_text_can_be_read(text: str, slots: dict[str, Any]) -> None:
    assert reading(text, "nlu_fallback", [], slots) in (None, QUIZ)
