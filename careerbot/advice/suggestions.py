"""The suggestions that several kinds of answers make, each worded once."""

from __future__ import annotations

from collections.abc import Sequence

from careerbot.advice.reply import Suggestion, suggestion

_QUIZ = "help_me_choose"


def what_suits_me() -> Suggestion:
    """The way to the quiz for who has no career in mind: it is described first."""
    return suggestion("Find out what suits me", _QUIZ)


def take_the_quiz() -> Suggestion:
    """The first statement of the quiz, at once."""
    return quiz_step("Take the quiz", "start")


def start_the_quiz_over() -> Suggestion:
    """The first statement of the quiz, with all answers forgotten."""
    return quiz_step("Start the quiz over", "restart")


def quiz_step(title: str, wish: str) -> Suggestion:
    """A button of the quiz; `wish` is one that `quiz.talk` knows."""
    return suggestion(title, _QUIZ, quiz_step=wish)


def compare_the_first_two(careers: Sequence[str]) -> list[Suggestion]:
    """The first two of the careers shown (ids) side by side; nothing where there is only one."""
    return [suggestion("Compare the first two", "compare_careers", list(careers[:2]))] if len(careers) > 1 else []
