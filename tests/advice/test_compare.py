"""Comparisons: who is ahead is ahead, every figure is the knowledge's, and what cannot be compared is said to be so."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable

import pytest
from tests_support import assert_known, titles

from careerbot.advice import phrasing
from careerbot.advice.compare import ASPECTS, MOST, ahead, ask_for_another, compare, unknown
from careerbot.advice.reply import BarChart, Facts, Listing, Reply, Sources, Table
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import Wage

_RANDOM = random.Random(2024)
PAIRS = [tuple(_RANDOM.sample(list(catalogue().careers), 2)) for _ in range(200)]


def _median(career: str) -> tuple[Wage, Wage]:
    """The yearly and the hourly median as the table has them."""
    pay = catalogue().figures.pay(catalogue().careers[career].figures_code or "")
    return (pay.annual.median, pay.hourly.median) if pay else (Wage(None), Wage(None))


def _pay(career: str) -> float | None:
    return _median(career)[0].amount


def _growth(career: str) -> float | None:
    row = catalogue().figures.outlook(catalogue().careers[career].figures_code or "")
    return row.change_percent if row else None


def _openings(career: str) -> float | None:
    row = catalogue().figures.outlook(catalogue().careers[career].figures_code or "")
    return row.openings if row else None


@pytest.mark.parametrize(("aspect", "figure"), [("growth", _growth), ("openings", _openings)])
def test_the_winner_of_200_pairs_is_the_one_with_the_higher_figure(
    aspect: str, figure: Callable[[str], float | None]
) -> None:
    for pair in PAIRS:
        one, other = map(figure, pair)
        higher = None if one is None or other is None or one == other else pair[one < other]
        assert ahead(catalogue(), pair, aspect) == higher, pair
        if higher:
            assert compare(catalogue(), pair, aspect).lead.startswith(naming.capital(_many(higher))), pair


def test_the_winner_in_pay_of_200_pairs_is_the_one_with_the_higher_median() -> None:
    for pair in PAIRS:
        reply, (one, other) = compare(catalogue(), pair, "pay"), map(_pay, pair)
        if one is None or other is None:
            continue
        if one == other:
            assert ahead(catalogue(), pair, "pay") is None
            continue
        high, low = max(one, other), min(one, other)
        winner = pair[one < other]
        assert ahead(catalogue(), pair, "pay") == winner
        assert reply.lead.startswith(f"{naming.capital(_many(winner))}")
        assert f"${high - low:,.0f}, or {phrasing.share(100 * (high - low) / low)}" in reply.lead, reply.lead
        for amount in (high, low):
            assert f"${amount:,.0f} a year" in reply.lead


def _many(career: str) -> str:
    return naming.many(catalogue().careers[career])


def test_the_chart_and_the_facts_of_200_pairs_show_the_medians_of_the_table() -> None:
    for pair in PAIRS:
        reply = compare(catalogue(), pair, "pay")
        (facts,) = (block for block in reply.blocks if isinstance(block, Facts))
        for career, row in zip(pair, facts.rows, strict=True):
            annual, hourly = _median(career)
            shown = {phrasing.wage(annual, per="a year"), phrasing.wage(hourly, per="an hour")}
            assert any(row.value.startswith(each) for each in shown) or row.value == "not published"
            assert row.when == "May 2024"
        for chart in (block for block in reply.blocks if isinstance(block, BarChart)):
            known = {wage.amount for career in pair for wage in _median(career)}
            assert {bar.value for bar in chart.bars} <= known


def test_less_schooling_wins_in_education() -> None:
    assert ahead(catalogue(), ["registered_nurse", "plumber"], "education") == "plumber"
    lead = compare(catalogue(), ["registered_nurse", "plumber"], "education").lead
    assert lead == (
        "Plumbers ask for less schooling at entry: high school diploma or equivalent against bachelor's degree for registered nurses."
    )


def test_of_two_spans_the_one_that_is_shorter_at_both_ends_is_quicker() -> None:
    assert ahead(catalogue(), ["surgeon", "psychiatrist"], "time") == "psychiatrist"
    actor = compare(catalogue(), ["actor", "elementary_teacher"], "time")
    assert ahead(catalogue(), ["actor", "elementary_teacher"], "time") is None
    assert actor.lead.startswith("None is clearly quicker")


def test_equal_spans_are_said_to_be_equal() -> None:
    lead = compare(catalogue(), ["electrician", "plumber"], "time").lead
    assert lead == "As long for all: to become electricians and plumbers takes 4 to 5 years after high school."


def test_who_shrinks_does_not_grow_faster() -> None:
    lead = compare(catalogue(), ["cashier", "retail_salesperson"], "growth").lead
    assert lead.startswith("Retail salespeople have the better outlook: a projected change of −0.5% against −9.9%")


def test_medians_beyond_the_top_code_cannot_be_told_apart() -> None:
    lead = compare(catalogue(), ["surgeon", "psychiatrist"], "pay").lead
    assert "level as far as the statistics count" in lead
    assert "at least $239,200" in lead


def test_a_difference_to_a_top_coded_median_is_at_least_that() -> None:
    assert "a difference of at least $" in compare(catalogue(), ["psychiatrist", "plumber"], "pay").lead


def test_yearly_and_hourly_wages_are_not_compared() -> None:
    reply = compare(catalogue(), ["actor", "elementary_teacher"], "pay")
    assert reply.lead.startswith("I cannot say who earns more")
    assert "$23.33 an hour" in reply.lead
    assert "$62,340 a year" in reply.lead
    assert ahead(catalogue(), ["actor", "elementary_teacher"], "pay") is None


def test_two_hourly_wages_are_compared_by_the_hour() -> None:
    reply = compare(catalogue(), ["actor", "musician"], "pay")
    assert reply.lead.startswith("Musicians earn more: a median of $42.45 an hour against $23.33 an hour for actors")
    assert "$19.12, or 82%" in reply.lead
    assert "By the hour" in reply.text()


def test_careers_counted_together_share_their_figure() -> None:
    reply = compare(catalogue(), ["music_production_manager", "film_producer"], "pay")
    assert "share one figure, because the statistics count them together as producers and directors" in reply.lead
    assert ahead(catalogue(), ["music_production_manager", "film_producer"], "pay") is None


def test_stand_in_figures_are_marked_in_the_sentence_and_explained() -> None:
    reply = compare(catalogue(), ["registered_nurse", "music_production_manager"], "pay")
    assert "music production managers (by the figures of producers and directors)" in reply.lead
    assert "has no occupation code of its own" in reply.text()


def test_what_has_no_figures_is_said_to_have_none() -> None:
    reply = compare(catalogue(), ["military_officer", "plumber"], "pay")
    assert reply.lead.startswith(
        "I cannot say who earns more: for plumbers $62,970 a year and for military officers not published."
    )
    assert "For military officers there are no official figures." in reply.text()


@pytest.mark.parametrize(
    ("aspect", "lead"),
    [
        ("pay", "Electricians earn the least: a median of $62,350 a year against $62,970 a year for plumbers"),
        ("growth", "Plumbers are projected to grow the slowest: by 4.5%"),
        ("openings", "Plumbers have the fewest openings: 44,000 a year"),
        ("education", "Registered nurses ask for the most schooling at entry: bachelor's degree"),
        (
            "time",
            "Electricians and plumbers take the longest to become: 4 to 5 years after high school, against 2 to 4",
        ),
    ],
)
def test_the_other_end_comes_first_where_it_is_asked_for(aspect: str, lead: str) -> None:
    assert compare(catalogue(), ["electrician", "plumber", "registered_nurse"], aspect, turned=True).lead.startswith(
        lead
    )


def test_the_difference_is_the_same_from_both_ends() -> None:
    pair = ["electrician", "plumber"]
    assert "a difference of $620, or 1%" in compare(catalogue(), pair, "pay", turned=True).lead
    assert ahead(catalogue(), pair, "pay", turned=True) == "electrician"
    assert ahead(catalogue(), pair, "pay") == "plumber"


def test_three_careers_are_ranked() -> None:
    lead = compare(catalogue(), ["software_developer", "welder", "paramedic"], "growth").lead
    assert lead.startswith("Software developers are projected to grow the fastest: by 15.8% against 5% for paramedics")
    assert "Then welders (2.2%)." in lead


def test_everything_is_a_table_with_a_period_at_every_figure() -> None:
    reply = compare(catalogue(), ["electrician", "plumber"], "all")
    (table,) = (block for block in reply.blocks if isinstance(block, Table))
    assert table.columns == ["", "Electrician", "Plumber"]
    assert table.rows[0] == ["Median pay (May 2024)", "$62,350 a year", "$62,970 a year"]
    assert {row[0] for row in table.rows} >= {"Projected growth (2024–34)", "Openings (2024–34)", "Hours"}
    assert reply.lead == "Plumbers earn more; electricians are projected to grow faster."
    (skills,) = (block for block in reply.blocks if isinstance(block, Listing))
    assert skills.items[0] == "Important to both: critical thinking, troubleshooting and repairing"


def test_nobody_is_picked_for_a_person() -> None:
    reply = compare(catalogue(), ["electrician", "plumber"], "weigh")
    assert reply.lead.startswith("I don't pick for you")
    electricians, plumbers = (block.items for block in reply.blocks if isinstance(block, Listing))
    assert any(point.startswith("Faster projected growth: by 9.5% against 4.5%") for point in electricians)
    assert any(point.startswith("Higher median pay: a median of $62,970 a year") for point in plumbers)


def test_skills_of_an_unrated_occupation_are_those_of_the_nearest_and_say_so() -> None:
    reply = compare(catalogue(), ["software_developer", "electrician"], "skills")
    assert "O*NET has not rated the skills of software developers" in reply.text()
    assert "systems analysts" in reply.text()


def test_what_no_table_has_is_put_side_by_side() -> None:
    reply = compare(catalogue(), ["electrician", "plumber"], "duties")
    electricians, plumbers = (block for block in reply.blocks if isinstance(block, Listing))
    assert (electricians.title, plumbers.title) == ("Electricians", "Plumbers")
    assert len(electricians.items) == len(plumbers.items) == 4


def test_what_is_not_measured_is_said_first() -> None:
    reply = compare(catalogue(), ["electrician", "plumber"], "setting", unmeasured="stress")
    assert reply.lead.startswith("My sources do not measure stress.")


def test_more_than_four_are_cut_to_the_first_four_and_told_so() -> None:
    six = ["electrician", "plumber", "welder", "carpenter", "lawyer", "actuary"]
    reply = compare(catalogue(), six, "pay")
    assert "I compare up to 4 careers at a time" in reply.text()
    assert len(next(block for block in reply.blocks if isinstance(block, Facts)).rows) == MOST
    assert "lawyer" not in reply.text().casefold()


@pytest.mark.parametrize("careers", [[], ["electrician"], ["electrician", "electrician"]])
def test_one_career_is_no_comparison(careers: list[str]) -> None:
    with pytest.raises(ValueError, match="two careers at least"):
        compare(catalogue(), careers)


def test_an_unknown_career_cannot_be_compared() -> None:
    with pytest.raises(KeyError):
        compare(catalogue(), ["electrician", "wizard"])


@pytest.mark.parametrize("aspect", ASPECTS)
def test_no_number_in_a_comparison_is_of_unknown_origin(aspect: str) -> None:
    for pair in PAIRS if aspect == "all" else PAIRS[:20]:  # "all" has every figure
        assert_known(compare(catalogue(), pair, aspect))


@pytest.mark.parametrize("aspect", ASPECTS)
def test_every_aspect_says_something_of_any_two_careers_with_its_sources(aspect: str) -> None:
    for pair in PAIRS[:60]:
        reply = compare(catalogue(), pair, aspect)
        assert reply.lead.rstrip().endswith((".", ":"))
        figures = [block for block in reply.blocks if isinstance(block, Facts | Table | BarChart)]
        assert not figures or any(isinstance(block, Sources) for block in reply.blocks)
        _cites_what_it_uses(reply)


def _cites_what_it_uses(reply: Reply) -> None:
    cited = {each.id for block in reply.blocks if isinstance(block, Sources) for each in block.items}
    used = {row.source for block in reply.blocks if isinstance(block, Facts) for row in block.rows}
    used |= {block.source for block in reply.blocks if isinstance(block, BarChart)}
    assert used <= cited


def test_the_order_of_the_names_changes_no_winner() -> None:
    for pair, aspect in itertools.product(PAIRS[:100], ("pay", "growth", "openings", "education", "time")):
        assert ahead(catalogue(), pair, aspect) == ahead(catalogue(), pair[::-1], aspect)


def test_a_missing_career_is_asked_for_with_like_ones_offered() -> None:
    reply = ask_for_another(catalogue(), "electrician", "pay")
    assert reply.lead == "Which career shall I compare with electricians?"
    assert "Plumber" in titles(reply)
    assert '"aspect":"pay"' in reply.suggestions[0].payload


def test_an_unknown_career_is_said_to_be_unknown() -> None:
    reply = unknown(catalogue(), "wizard", ["electrician"], [])
    assert "I don't know a career called “wizard”" in reply.lead
    assert reply.suggestions


def test_who_earns_less_does_so_in_percent_of_who_earns_more() -> None:
    careers = ["registered_nurse", "plumber"]
    nurse, plumber = (_pay(each) or 0 for each in careers)
    more, less = (compare(catalogue(), careers, "pay", turned=turned).lead for turned in (False, True))

    assert f", or {100 * (nurse - plumber) / plumber:.1f}%" in more
    assert f", or {100 * (nurse - plumber) / nurse:.1f}%" in less
