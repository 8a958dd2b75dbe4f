"""Long messages: what of them asks, and a call for help in one sentence."""

from __future__ import annotations

import numpy as np
import pytest

from careerbot.understanding.several_questions import only_asking, pieces
from careerbot.understanding.stories import weighed, with_call

CRISIS, SALARY, DUTIES = range(3)


def test_the_question_of_a_story_counts_beside_the_story() -> None:
    whole, told, asked = (np.array(each) for each in ([0.0, 0.4, 0.6], [0.0, 0.0, 1.0], [0.0, 1.0, 0.0]))
    assert weighed(whole, [told, asked], [False, True], CRISIS).argmax() == SALARY


@pytest.mark.parametrize(("story", "is_crisis"), [(0.1, True), (0.0, False)])
def test_a_call_for_help_counts_where_it_is_told_too(story: float, is_crisis: bool) -> None:
    whole, call = np.array([story, 1 - story, 0.0]), np.array([0.95, 0.0, 0.05])
    assert (weighed(whole, [call], [False], CRISIS)[CRISIS] > 0.3) == is_crisis


@pytest.mark.parametrize(("calls", "is_crisis"), [(0.97, True), (0.9, False)])
def test_beside_a_question_only_a_plain_call_counts(calls: float, is_crisis: bool) -> None:
    whole, call = np.array([0.0, 1.0, 0.0]), np.array([calls, 0.0, 1 - calls])
    likely = with_call(whole, [whole, call], CRISIS)
    assert (likely.argmax() == CRISIS) == is_crisis
    assert likely.sum() == pytest.approx(1)


def test_each_sentence_of_a_message_is_read_but_what_tells_is_no_question() -> None:
    read = pieces("What does a court reporter make in a year? I would not be there to see it.")
    assert [each.text for each in read] == [
        "What does a court reporter make in a year",
        "I would not be there to see it",
    ]
    assert all(each.told for each in read)
    assert pieces("What does a court reporter make?") == []


def test_what_only_tells_is_blanked_where_it_stands() -> None:
    text = "My aunt is a welder or was. What does a baker earn? She laughed."
    asked = only_asking(text)
    assert asked.strip() == "What does a baker earn?"
    assert text.index("baker") == asked.index("baker")
