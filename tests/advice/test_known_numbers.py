"""The checker of numbers itself: it lets figures and declared formulas pass, and nothing else."""

from __future__ import annotations

import pytest
from known_numbers import unknown_numbers

from careerbot.advice.reply import Reply


@pytest.mark.parametrize(
    "said",
    [
        "Electricians earn $62,350 a year (May 2024).",
        "Plumbers earn $620 more than electricians, or 1%.",
        "Electricians: mathematics rated 3.4 of 5, growth +9.5% (2024–34).",
    ],
)
def test_figures_and_formulas_pass(said: str) -> None:
    assert unknown_numbers(Reply(said)) == []


@pytest.mark.parametrize(
    ("said", "unknown"),
    [
        ("Electricians earn $62,351 a year.", ["$62351"]),
        ("Welders earn $62,350 a year.", ["$62350"]),  # the electricians' figure
        ("Electricians grow by 77.7%, and 123,456 of them do.", ["%77.7", "123456"]),
    ],
)
def test_a_number_nobody_published_or_of_somebody_else_is_noticed(said: str, unknown: list[str]) -> None:
    assert unknown_numbers(Reply(said)) == unknown
