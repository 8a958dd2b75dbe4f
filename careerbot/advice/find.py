"""Finding careers by constraints: every career that is known to meet them all, in a declared order."""

from __future__ import annotations

from collections.abc import Sequence

from careerbot.advice.constraints import Constraints
from careerbot.advice.criteria.by_figures import by_figures
from careerbot.advice.criteria.by_terms import any_of
from careerbot.advice.criteria.criterion import Criterion, exclusion, meets, strength, without
from careerbot.advice.search_order import place
from careerbot.advice.search_rows import Row, rows
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.search_words import search_words


def tests_of(asked: Constraints, catalogue: Catalogue) -> list[Criterion]:
    """The tests that a hit must pass, in the order in which they are said."""
    terms = search_words()
    return [
        *(any_of(wanted, terms) for wanted in asked.wanted),
        *by_figures(asked, catalogue),
        *(exclusion(any_of(unwanted, terms)) for unwanted in asked.unwanted),
        *(without(id, catalogue) for id in asked.without),
    ]


def hits(asked: Constraints, catalogue: Catalogue) -> list[Row]:
    """Every career that is known to meet all constraints, best first."""
    tests = tests_of(asked, catalogue)
    looked_through = (row for row in rows(catalogue) if not asked.among or row.career.id in asked.among)
    found = (row for row in looked_through if meets(row, tests))
    return sorted(found, key=lambda row: rank(row, asked, tests))


def rank(row: Row, asked: Constraints, tests: Sequence[Criterion]) -> tuple[float, float, str]:
    """What a hit is sorted by: the order asked for, or its place in the list looked through, or how strongly the constraints hold (to
    a tenth); then openings."""
    if asked.order:
        return place(row, asked), -float(row.openings), row.career.id
    if asked.among:
        return asked.among.index(row.career.id), 0.0, ""
    return -round(sum(strength(test, row) for test in tests), 1), -float(row.openings), row.career.id
