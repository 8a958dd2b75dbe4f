"""What a person's own pay is beside that of an occupation."""

from __future__ import annotations

from careerbot.advice import phrasing
from careerbot.advice.draft import Subject
from careerbot.advice.numbers import best_known
from careerbot.knowledge.figures import Percentiles, Wage


def beside(about: Subject, amount: float, per: str) -> str | None:
    """A sentence on a wage of `amount` dollars a "year" or "hour" (`per`) beside an occupation's; None where none is published so."""
    pay = about.catalogue.figures.pay(about.code)
    if not pay:
        return None
    wages, unit = best_known(pay, by_the_hour=per == "hour")
    if not unit.endswith(per) or wages.median.amount is None:
        return None
    yours = phrasing.wage(Wage(amount), per=unit)
    who = about.measured_in_sentence
    return f"The {yours} that you named {_against_median(amount, wages.median)} of {who}: {_place(amount, wages)}."


def beside_all(about: Subject) -> str | None:
    """A sentence on an occupation's median beside that of all occupations together."""
    pay, of_all = about.catalogue.figures.pay(about.code), about.catalogue.figures.average.median_annual
    median = pay.annual.median if pay else Wage(None)
    if median.amount is None or of_all.amount is None:
        return None
    than = phrasing.against(median.amount, of_all.amount)
    return f"Their median is {than} that of all occupations together, {phrasing.wage(of_all, per='a year')}."


def _against_median(amount: float, median: Wage) -> str:
    apart = abs(amount - (median.amount or 0))
    if not apart:
        return "is exactly the median"
    share = phrasing.share(100 * apart / (median.amount or 1))
    at_least = "at least " if median.top_coded and amount < (median.amount or 0) else ""
    return f"is {at_least}{phrasing.money(apart)} ({share}) {'more' if amount > (median.amount or 0) else 'less'} than the median"


def _place(amount: float, wages: Percentiles) -> str:
    """Where a wage lies among those of the occupation, as far as the percentiles are published."""
    edges = (
        (wages.p10, "in the lowest tenth"),
        (wages.p25, "in the lowest quarter"),
        (wages.median, "in the lower half, above the lowest quarter"),
        (wages.p75, "in the upper half, below the top quarter"),
        (wages.p90, "in the top quarter, below the top tenth"),
    )
    for edge, place in edges:
        if edge.amount is not None and amount < edge.amount:
            return place
    return (
        "in the top tenth"
        if wages.p90.known and not wages.p90.top_coded
        else "above all that the statistics tell apart"
    )
