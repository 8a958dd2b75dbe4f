"""The project's own cases: enough of them, in people's own words, and over every topic of every career."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerbot.advice.topics import TOPICS
from careerbot.dialogues.files import FOLDER, Dialogue, find, read
from careerbot.paths import PROJECT


def dialogues() -> list[Dialogue]:
    return read(find([FOLDER]))


def typed(dialogue: Dialogue) -> Iterator[str]:
    for step in dialogue.case.steps:
        yield from filter(None, [step.user, *(step.paraphrases or ())])


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def test_there_are_a_hundred_and_fifty_cases_that_are_played() -> None:
    assert sum(not each.case.skip for each in dialogues()) >= 150


def test_no_case_is_copied_from_the_training_data() -> None:
    trained = {
        plain(line.strip()[2:])
        for path in (PROJECT / "data" / "nlu").glob("*.yml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip().startswith("- ")
    }
    asked = {text for each in dialogues() for text in typed(each)}

    # Up to three words, such as "and the pay?", are said by everybody.
    assert {text for text in asked if plain(text) in trained and len(text.split()) > 3} == set()


def test_every_topic_is_asked_of_every_career() -> None:
    visited = {
        step.intent
        for each in dialogues()
        if (each.case.for_each or {}).get("career") == "all" and not each.case.skip
        for step in each.case.steps
    }

    assert visited >= TOPICS.keys()


def test_every_skipped_case_says_what_it_waits_for() -> None:
    reasons = {each.case.skip for each in dialogues() if each.case.skip}

    assert reasons <= {"understanding"}
