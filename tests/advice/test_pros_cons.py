"""Pros and cons are facts held against all occupations, not praise."""

from __future__ import annotations

from careerbot.advice.reply import Facts, Listing, Reply
from careerbot.advice.topics import answer
from careerbot.knowledge.catalogue import catalogue


def _rows(career: str) -> dict[str, str]:
    reply = _reply(career)
    return {row.label: row.value for block in reply.blocks if isinstance(block, Facts) for row in block.rows}


def _reply(career: str) -> Reply:
    return answer(catalogue(), "ask_pros_cons", career)


def test_pay_is_held_against_the_median_of_all_occupations() -> None:
    assert (
        _rows("electrician")["Median pay"]
        == "$62,350 a year; all occupations: $49,500 a year ($12,850, or 26%, above it)"
    )
    assert _rows("cashier")["Median pay"].endswith("($18,310, or 37%, below it)")
    assert "at least $189,700" in _rows("psychiatrist")["Median pay"]


def test_hourly_pay_is_not_held_against_a_yearly_median() -> None:
    assert _rows("actor")["Median pay"] == "$23.33 an hour; that of all occupations is published by the year only"


def test_growth_is_held_against_the_average() -> None:
    assert _rows("electrician")["Projected growth"] == "9.5%; all occupations: 3.1%"


def test_competition_is_openings_for_the_size_and_says_what_is_not_counted() -> None:
    said = _rows("electrician")["Openings a year"]
    assert (
        said
        == "81,000 (9.9 for every 100 jobs; all occupations: 11.1); how many people compete for them is not counted"
    )


def test_training_in_years_and_hours_are_named() -> None:
    text = _reply("electrician").text()
    assert "Training: 4 to 5 years after high school" in text
    assert "Hours: Nearly everyone works full time" in text


def test_what_is_for_it_stands_beside_what_is_against_it() -> None:
    headings = [block.title for block in _reply("electrician").blocks if isinstance(block, Listing)]
    assert headings == ["For it", "Against it"]
    assert _reply("electrician").lead.startswith("Whether it is right for you, only you can say.")
