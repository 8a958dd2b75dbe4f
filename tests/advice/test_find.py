"""Searching: every hit meets every constraint, none that meets them is missing or ranked wrongly, and the replies say why."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests_support import assert_known

from careerbot.advice.constraints import OR, WORD, Constraints
from careerbot.advice.find import hits
from careerbot.advice.found import PAGE, TOO_MANY, Search, search
from careerbot.advice.reply import Listing, Table
from careerbot.advice.search_rows import EDUCATION
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import Wage
from careerbot.knowledge.schema import Career
from careerbot.knowledge.search_words import search_words
from careerbot.knowledge.titles import names, stems

TERMS = st.sampled_from(sorted(search_words()))
CONSTRAINTS = st.builds(
    Constraints,
    wanted=st.lists(st.one_of(TERMS, st.tuples(TERMS, TERMS).map(OR.join)), max_size=2, unique=True).map(tuple),
    unwanted=st.lists(TERMS, max_size=2, unique=True).map(tuple),
    without=st.lists(st.sampled_from(["electrician", "surgeon", "farmer", "actor"]), max_size=1).map(tuple),
    pay_at_least=st.none() | st.integers(20_000, 260_000).map(float),
    pay_at_most=st.none() | st.integers(20_000, 260_000).map(float),
    education_at_most=st.none() | st.integers(0, len(EDUCATION) - 1),
    years_at_most=st.none() | st.floats(0, 12),
    growth_above=st.none() | st.floats(-10, 30),
    openings_at_least=st.none() | st.integers(0, 200_000),
    no_experience=st.booleans(),
    order=st.sampled_from(["", "pay", "growth", "openings"]),
    turned=st.booleans(),
)


# --- a plain scan of the tables, written apart from the search ----------------------------------------------------


def _term_holds(career: Career, name: str) -> bool | None:
    """Whether a term holds for a career by the tables and its file; None where they do not say."""
    term, figures = search_words()[name], catalogue().figures
    code = career.figures_code or ""
    onet = career.onet or code
    if term.kind == "field":
        return any(code.startswith(each) for each in term.means)
    if term.kind == "subject":
        rating = figures.subjects(onet).get(term.means[0])
        return None if rating is None else rating >= 3.5
    if term.kind == "skill":
        ratings = figures.skills(onet)
        importance = ratings.ratings[term.means[0]].importance if ratings else None
        return None if importance is None else importance >= 3.5
    if term.kind == "theme":
        return bool(_words(career.id) & set(term.means))
    if term.kind == "setting" and career.work_environment:
        return term.means[0] in career.work_environment.settings
    interest = term.means[-1] if term.kind == "interest" or len(term.means) > 1 else None
    scores = figures.interests(onet)
    return None if interest is None or scores is None else getattr(scores, interest) >= 5


@cache
def _words(id: str) -> set[str]:
    career = catalogue().careers[id]
    texts = [
        *(re.split(r",? except ", name.lower())[0] for name in names(career)),
        *([career.summary.text] if career.summary else []),
    ]
    texts += career.duties.items if career.duties else []
    return {stem for text in texts for stem in stems(text)}


def _any_holds(career: Career, wanted: str) -> bool | None:
    found = [_term_holds(career, name) for name in wanted.split(OR)]
    return True if True in found else None if None in found else False


def _years(career: Career) -> float | None:
    if career.path and career.path.time:
        return career.path.time.max_years
    entry = catalogue().figures.entry(career.figures_code or "")
    study = {EDUCATION[0]: 0, EDUCATION[1]: 0, EDUCATION[4]: 2, EDUCATION[5]: 4, EDUCATION[6]: 6, EDUCATION[7]: 8}
    training = {"None": 0, "Short-term on-the-job training": 1 / 12, "Moderate-term on-the-job training": 1}
    if (
        not entry
        or entry.experience != "None"
        or entry.education not in study
        or (entry.training or "None") not in training
    ):
        return None
    return study[entry.education] + training[entry.training or "None"]


def _meets(career: Career, asked: Constraints) -> bool:
    figures, code = catalogue().figures, career.figures_code or ""
    pay, entry, projected = figures.pay(code), figures.entry(code), figures.outlook(code)
    median = pay.annual.median.amount if pay else None
    years = _years(career)
    return (
        career.id not in asked.without
        and all(_any_holds(career, each) for each in asked.wanted)
        and all(_term_holds(career, each) is False for each in asked.unwanted)
        and (asked.pay_at_least is None or (median is not None and median >= asked.pay_at_least))
        and (asked.pay_at_most is None or (pay is not None and _is_at_most(pay.annual.median, asked.pay_at_most)))
        and (
            asked.education_at_most is None
            or bool(entry and entry.education and EDUCATION.index(entry.education) <= asked.education_at_most)
        )
        and (not asked.no_experience or bool(entry and entry.experience == "None"))
        and (asked.years_at_most is None or (years is not None and years <= asked.years_at_most))
        and (asked.growth_above is None or bool(projected and projected.change_percent > asked.growth_above))
        and (asked.openings_at_least is None or bool(projected and projected.openings >= asked.openings_at_least))
    )


def _is_at_most(wage: Wage, most: float) -> bool:
    return wage.amount is not None and wage.amount <= most and not wage.top_coded


def _scan(asked: Constraints) -> set[str]:
    searched = [
        c for c in catalogue().careers.values() if c.figures_code and not c.title.lower().endswith(", all other")
    ]
    return {career.id for career in searched if _meets(career, asked)}


def _ordered_by(id: str, order: str) -> float | None:
    code = catalogue().careers[id].figures_code or ""
    pay, projected = catalogue().figures.pay(code), catalogue().figures.outlook(code)
    if order == "pay":
        return pay.annual.median.amount if pay else None
    if not projected:
        return None
    return projected.change_percent if order == "growth" else float(projected.openings)


@settings(max_examples=300, deadline=None)
@given(asked=CONSTRAINTS)
def test_hits_are_those_of_a_plain_scan_in_the_order_asked_for(asked: Constraints) -> None:
    found = [row.career.id for row in hits(asked, catalogue())]
    assert len(found) == len(set(found))
    assert set(found) == _scan(asked)
    if asked.order:
        measures = [_ordered_by(id, asked.order) for id in found]
        known = [each for each in measures if each is not None]
        assert known == sorted(known, reverse=not asked.turned)
        assert measures[len(known) :] == [None] * (len(measures) - len(known))


@settings(max_examples=60, deadline=None)
@given(asked=CONSTRAINTS)
def test_every_page_says_only_known_numbers_and_shows_the_next_hits(asked: Constraints) -> None:
    expected = [row.career.id for row in hits(asked, catalogue())]
    reply, after = search(Search(asked), catalogue())
    if not asked.empty or asked.order:
        assert list(after.shown) == expected[:PAGE]
    stated = (
        [f"${asked.pay_at_least:,.0f} {asked.growth_above:g}%"] if asked.pay_at_least and asked.growth_above else []
    )
    if not any(
        [asked.pay_at_least, asked.pay_at_most, asked.growth_above, asked.openings_at_least, asked.years_at_most]
    ):
        assert_known(reply, stated)


# --- what a user would see ------------------------------------------------------------------------------------------


def _ask(**asked: Any) -> tuple[Any, Search]:
    return search(Search(Constraints(**asked)), catalogue())


def test_each_hit_shows_the_figures_that_met_the_constraints() -> None:
    reply, _ = _ask(pay_at_least=60_000.0, education_at_most=3)
    table = next(block for block in reply.blocks if isinstance(block, Table))
    assert table.columns[1:3] == ["Median pay (May 2024)", "Typical education at entry"]
    assert ["Electricians", "$62,350 a year", "high school diploma or equivalent"] in [row[:3] for row in table.rows]


@pytest.mark.parametrize(
    ("order", "head"),
    [
        ("pay", "animal caretakers have the lowest median pay ($33,470 a year)"),
        ("growth", "have the lowest projected growth"),
        ("openings", "have the fewest openings a year"),
        ("education", "typically ask for the most schooling at entry (doctoral or professional degree)"),
        ("time", "take the most time to get into (up to"),
    ],
)
def test_an_order_turned_round_names_the_other_end(order: str, head: str) -> None:
    reply, _ = _ask(wanted=("animals",), order=order, turned=True)
    assert head in reply.lead


def test_too_many_ask_what_matters_most() -> None:
    reply, _ = _ask(education_at_most=3)
    assert len(hits(Constraints(education_at_most=3), catalogue())) > TOO_MANY
    assert "What matters most to you besides?" in reply.text()
    assert {"Growing", "Pay above the median"} <= {each.title for each in reply.suggestions}


def test_none_says_what_excludes_most_and_what_letting_go_gives() -> None:
    reply, after = _ask(wanted=("animals",), pay_at_least=200_000.0, education_at_most=3)
    assert reply.lead.startswith("I know no careers with animals")
    assert "What excludes most is “with a median pay of at least $200,000 a year”." in reply.text()
    without_pay = hits(Constraints(wanted=("animals",), education_at_most=3), catalogue())
    given_up = next(block for block in reply.blocks if isinstance(block, Listing))
    assert f": {len(without_pay)}, such as" in given_up.items[0]
    assert after.shown == ()


def test_a_top_coded_wage_is_at_least_its_threshold_and_no_more() -> None:
    over = {row.career.id for row in hits(Constraints(pay_at_least=239_200.0), catalogue())}
    assert "surgeon" in over
    assert hits(Constraints(pay_at_least=239_201.0), catalogue()) == []


def test_a_later_limit_of_pay_goes_before_an_earlier_one_that_it_contradicts() -> None:
    both = Constraints(pay_at_least=60_000.0).and_also(Constraints(pay_at_most=80_000.0))
    assert (both.pay_at_least, both.pay_at_most) == (60_000.0, 80_000.0)
    assert both.and_also(Constraints(pay_at_most=50_000.0)) == Constraints(pay_at_most=50_000.0)
    by_hour = Constraints(pay_at_least=20.0, pay_per="hour")
    assert both.and_also(by_hour) == by_hour
    assert both.leaving_out(["pay"]) == Constraints()


def test_an_hourly_wage_is_held_against_hourly_wages() -> None:
    found = {row.career.id for row in hits(Constraints(pay_at_least=20.0, pay_per="hour"), catalogue())}
    assert "dj" in found  # published by the hour only
    assert "high_school_teacher" not in found  # published by the year only


def test_clauses_come_behind_phrases() -> None:
    reply, _ = _ask(wanted=("biology", "helping"))
    assert "careers for social interests that use biology. Here" in reply.lead
    reply, _ = _ask(wanted=("children", "mathematics", "outdoors"), education_at_most=3)
    assert "outdoors that use mathematics and that typically ask for no more than" in reply.lead


def test_a_word_is_said_once_in_a_row() -> None:
    reply, _ = _ask(wanted=(f"{WORD}license",))
    assert "speaks of “license” among its names" in reply.text()


def test_what_a_title_excepts_is_none_of_it() -> None:
    found = {row.career.title for row in hits(Constraints(wanted=(f"{WORD}police",)), catalogue())}
    assert "Police officer" in found
    assert not [title for title in found if "except police" in title.lower()]


def test_stand_ins_are_marked_and_said() -> None:
    reply, _ = _ask(wanted=("music",))
    assert "*" in reply.text()
    assert "have no figures of their own" in reply.text()


def test_a_setting_is_said_to_be_known_of_described_careers_only() -> None:
    reply, _ = _ask(wanted=("outdoors",))
    assert f"the {len(catalogue().written)} careers I have described" in reply.text()


@pytest.mark.parametrize("passed", [0, PAGE, 1_000_000])
def test_paging_never_runs_off_the_end(passed: int) -> None:
    reply, after = search(Search(Constraints(wanted=("animals",)), passed), catalogue())
    assert after.shown
    assert ("from the start" in reply.text()) == (passed == 1_000_000)
