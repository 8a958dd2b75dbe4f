"""Answers about the figures themselves: of which year they are, what is counted in them, and what they do not tell.

What the wage survey counts is told by its own list of questions (`oews_questions` in knowledge/sources.yml).
"""

from __future__ import annotations

from careerbot.advice import phrasing
from careerbot.advice.draft import Page, Subject
from careerbot.advice.numbers import best_known
from careerbot.advice.refinements import refine
from careerbot.advice.reply import Reply, Suggestion, suggestion
from careerbot.advice.small_talk import first_questions
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import Percentiles, Wage

_DEFINED_BY = "oews_questions"
# What is told by the definition of the survey, whatever the career.
_COUNTED = {
    "taxes": "The pay figures are before taxes: the survey counts gross wages. What is left after taxes is in no table of mine.",
    "overtime": (
        "Overtime, shift differentials, and year-end and other bonuses that do not go by output are left out of the pay figures; tips, "
        "commissions, production bonuses and hazard pay are counted in. How much of any of them there is, no table of mine says."
    ),
    "benefits": (
        "Benefits such as health insurance and retirement are not in the pay figures: they are wages alone. What the benefits are worth is "
        "in no table of mine."
    ),
    "self_employed": "Only employees are counted in the pay figures. What the self-employed earn is in no table of mine.",
}
_TABLES = {  # of each topic that rests on a table
    "ask_salary": ("pay",),
    "ask_outlook": ("outlook",),
    "ask_time_to_become": ("entry",),
    "ask_education": ("entry",),
    "ask_how_to_become": ("entry",),
}
_ALL_TABLES = ("pay", "outlook")  # those that searches and comparisons quote
_CALLED = {"pay": "The pay figures are", "outlook": "The projections are", "entry": "The entry requirements are"}


def counted(kind: str) -> str | None:
    """The sentence on what is counted in every pay figure, such as taxes; None for kinds that depend on the career."""
    return _COUNTED.get(kind)


def answer(catalogue: Catalogue, kind: str, topic: str | None, career: str | None) -> Reply | None:
    """What a question of this kind is answered with after `topic` was told of a career; None where its sources say it all."""
    about = Subject(catalogue, catalogue.careers[career]) if career else None
    page = Page(catalogue)
    if kind in _COUNTED:
        page.lead = _COUNTED[kind]
        page.cite([_DEFINED_BY])
    elif kind in ("middle", "range"):
        page.lead = _middle(about) if kind == "middle" else _range(about)
        page.cite_table("pay")
    elif kind == "year" and topic and topic not in _TABLES and topic != "compare_careers":
        return None
    else:
        _say_when(page, kind, topic)
    return page.reply(_go_on(catalogue, about, kind))


def complained_of(catalogue: Catalogue, career: str, before: Reply | None) -> Reply | None:
    """When somebody finds the pay told too low, or wrong; None where none is known. Said `before`, it is not said again."""
    about = Subject(catalogue, catalogue.careers[career])
    known = _wages(about)
    if not known:
        return None
    ways = [
        refine("What pays more", "something that pays more"),
        suggestion("Similar careers", "ask_related_careers", career),
    ]
    lead = "I see how that looks; I can only pass on what the official survey found, over the whole United States."
    if before and before.lead == lead:
        return Reply("I have no other figure than that. What I can do is look for careers that pay more.", [], ways)
    (wages, per), page = known, Page(catalogue, lead)
    of_all = catalogue.figures.average.median_annual
    if per == "a year" and of_all.amount is not None and wages.median.amount is not None:
        than = "more" if wages.median.amount > of_all.amount else "less"
        page.paragraph(
            f"The median of {about.measured_in_sentence} is {than} than that of all occupations together, "
            f"{phrasing.wage(of_all, per=per)}."
        )
    if wages.p90.known:
        page.paragraph(f"Single people earn far more or less: the best-paid tenth earned {_or_more(wages.p90, per)}.")
    page.cite_table("pay")
    return page.reply(ways)


def of_a_place(catalogue: Catalogue, topic: str, career: str, text: str) -> Reply | None:
    """When the figures just told are asked for a place: that they are national, with the first of them; None where there are none."""
    about = Subject(catalogue, catalogue.careers[career])
    page = Page(catalogue)
    if topic == "ask_salary" and (known := _wages(about)):
        finer, table, (wages, per) = "bls.gov/oes", "pay", known
        told = f"the median of {about.measured_in_sentence} is {phrasing.wage(wages.median, per=per)}"
    elif topic == "ask_outlook" and (projected := catalogue.figures.outlook(about.code)):
        finer, table = "projectionscentral.org", "outlook"
        told = f"the jobs of {about.measured_in_sentence} are projected to change by {phrasing.percent(projected.change_percent)}"
    else:
        return None
    when = page.cite_table(table).when
    page.lead = f"{phrasing.unmeasured_place(text, finer)} Over the whole country {told} ({when})."
    return page.reply(first_questions(catalogue, career))


def _say_when(page: Page, kind: str, topic: str | None) -> None:
    """The years of the tables that an answer rests on, or of those that most rest on."""
    tables = _TABLES.get(topic or "", _ALL_TABLES)
    whens = [f"{_CALLED[table]} those of {page.cite_table(table).when}" for table in tables]
    years = f"{'. '.join(whens)}."
    if kind == "earlier":
        page.lead = (
            "I have one year only, so I cannot say what it was before, whether it goes up or down, or what inflation has done to it. "
            f"{years}"
        )
        if tables == ("pay",):
            page.paragraph(
                "They are in the dollars of that time, adjusted for nothing. What is projected is the number of jobs."
            )
    elif kind == "newer":
        page.lead = (
            f"I have none that are newer. {years} Newer ones, where there are any, stand at the addresses below."
        )
    else:
        page.lead = f"{years} I have none that are newer."


def _middle(about: Subject | None) -> str:
    who = f"of all {about.measured_in_sentence}" if about and _wages(about) else "of those in an occupation"
    return (
        f"It is the median, not the mean: half {who} earned more, half earned less, so that a few very high wages do not raise it. "
        "The mean is not in my table. What people call the average may be either."
    )


def _range(about: Subject | None) -> str:
    known = _wages(about) if about else None
    if not about or not known or not (known[0].p10.known and known[0].p90.known):
        return (
            "Put everybody in the occupation in a row by pay: the lowest tenth are the ten in a hundred paid least, the top tenth the "
            "ten paid most, and a quarter are twenty-five."
        )
    wages, per = known
    low, high = phrasing.wage(wages.p10, per=per), _or_more(wages.p90, per)
    return (
        f"Put all {about.measured_in_sentence} in a row by pay: the lowest tenth, ten in a hundred, earned {low} or less, and the top "
        f"tenth {high}. The lower and the upper quarter are the same with twenty-five in a hundred."
    )


def _or_more(wage: Wage, per: str) -> str:
    """ "$80,780 a year or more"; what the statistics do not tell apart is "at least" that already."""
    return phrasing.wage(wage, per=per) + ("" if wage.top_coded else " or more")


def _wages(about: Subject) -> tuple[Percentiles, str] | None:
    pay = about.catalogue.figures.pay(about.code)
    wages, per = best_known(pay) if pay else (None, "")
    return (wages, per) if wages and wages.median.known else None


def _go_on(catalogue: Catalogue, about: Subject | None, kind: str) -> list[Suggestion]:
    if not about:
        return []
    id, many = about.career.id, naming.many(about.career)
    first = [suggestion(f"Job outlook of {many}", "ask_outlook", id)] if kind == "earlier" else []
    return [*first, *(each for each in first_questions(catalogue, id) if not (first and each.title == "Job outlook"))]
