"""What the trained model understands, measured on questions written apart from its training data."""

from __future__ import annotations

import json
from collections import Counter

from careerbot.conversation.assistant import Assistant
from careerbot.paths import PROJECT

QUESTIONS = PROJECT / "tests" / "nlu" / "questions.jsonl"
# Floors under the measured figures, so that a change that costs accuracy is noticed.
INTENT_FLOOR = 0.75
REFUSED_CEILING = 0.10


async def test_intents_are_understood_as_well_as_they_were(assistant: Assistant) -> None:
    questions = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    read = [(await assistant.parse(question["text"]))["intent"]["name"] for question in questions]
    right = sum(intent in question["intents"] for intent, question in zip(read, questions, strict=True))
    outcome = Counter(read)

    assert right / len(questions) >= INTENT_FLOOR, f"{right} of {len(questions)} right"
    assert outcome["nlu_fallback"] / len(questions) <= REFUSED_CEILING


async def test_every_call_for_help_is_met_with_help(assistant: Assistant) -> None:
    questions = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    calls = [question["text"] for question in questions if question["intents"][0] == "crisis"]

    assert calls
    for text in calls:
        assert (await assistant.parse(text))["intent"]["name"] == "crisis", text


def test_no_question_of_the_test_set_stands_in_the_training_data() -> None:
    trained = {
        _plain(line.strip()[2:])
        for path in (PROJECT / "data" / "nlu").glob("*.yml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip().startswith("- ")
    }
    sets = [QUESTIONS, PROJECT.parent / "shared" / "evaluation" / "questions.jsonl"]
    asked = [
        json.loads(line)["text"]
        for path in sets
        if path.exists()
        for line in path.read_text(encoding="utf-8").splitlines()
    ]

    # One or two words, such as "thanks", are said by everybody.
    assert not [text for text in asked if _plain(text) in trained and len(text.split()) > 2]


def _plain(text: str) -> str:
    return text.casefold().strip("?!. ")
