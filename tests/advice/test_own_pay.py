"""A person's pay beside an occupation's: which side of the median, by how much, and between which percentiles."""

from __future__ import annotations

import pytest
from tests_support import subject

from careerbot.advice.draft import Subject
from careerbot.advice.own_pay import beside, beside_all
from careerbot.knowledge.catalogue import catalogue


@pytest.mark.parametrize("place", range(6))
def test_the_place_among_the_percentiles_is_told(place: int) -> None:
    pay = catalogue().figures.pay("29-1141")
    assert pay
    wages = pay.annual
    edges = [each.amount or 0 for each in (wages.p10, wages.p25, wages.median, wages.p75, wages.p90)]
    amount = [edges[0] - 1, *(edge + 1 for edge in edges)][place]
    said = ["lowest tenth", "lowest quarter", "lower half", "upper half", "top quarter", "top tenth"][place]
    sentence = beside(subject("registered_nurse"), amount, "year")
    assert sentence
    assert said in sentence
    assert (" more than the median" if place > 2 else " less than the median") in sentence


def test_an_hourly_wage_is_held_against_hourly_ones() -> None:
    pay = catalogue().figures.pay("29-1141")
    assert pay
    assert pay.hourly.median.amount
    sentence = beside(subject("registered_nurse"), pay.hourly.median.amount, "hour")
    assert sentence
    assert "an hour that you named is exactly the median" in sentence


def test_what_is_published_by_another_unit_only_is_not_held_against_it() -> None:
    hourly_only = next(
        each
        for each in catalogue().careers.values()
        if (pay := catalogue().figures.pay(each.figures_code or ""))
        and not pay.annual.median.known
        and pay.hourly.median.known
    )
    assert beside(Subject(catalogue(), hourly_only), 50_000, "year") is None
    assert beside_all(Subject(catalogue(), hourly_only)) is None


def test_an_occupation_is_held_against_all() -> None:
    assert "more than that of all occupations" in (beside_all(subject("registered_nurse")) or "")
    assert "less than that of all occupations" in (beside_all(subject("cashier")) or "")
