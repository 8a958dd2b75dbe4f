"""Changing careers: from the one a person has to the one they want, or to whatever is near and better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerbot.advice import phrasing
from careerbot.advice.compare import say_stand_ins
from careerbot.advice.comparison import by_time, measures
from careerbot.advice.comparison.by_figures import GROWTH, PAY
from careerbot.advice.comparison.skills import cite_ratings, not_rated, ratings_of
from careerbot.advice.comparison.table import figure_rows
from careerbot.advice.draft import Page, Subject
from careerbot.advice.reply import Reply, Suggestion, Table, suggestion
from careerbot.advice.skill_profile import Skill, carried_over, missing, needed, stepping_stones
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue

_SKILLS = 6  # named of each kind
_CHANGE = "ask_career_change"
SCHOOLING_DEPENDS = "That depends on where you go: some ask for no more schooling than what you do now, others do."


def between(catalogue: Catalogue, start: str, goal: str) -> Reply:
    """What carries over from one career to another, what is missing, both side by side, and careers between them.

    Raises KeyError for an unknown career, ValueError where both are the same.
    """
    here, there = (Subject(catalogue, catalogue.careers[each]) for each in (start, goal))
    if here.career.id == there.career.id:
        raise ValueError(f"a change leads to another career than {start}")
    page = Page(catalogue)
    known = _skills(page, here, there)
    page.lead = f"From {here.many} to {there.many}: {known}, and {schooling(here, there)}."
    page.listing("Still to get", list(_to_get(page, there)))
    _side_by_side(page, here, there)
    stones = [catalogue.careers[each] for each in stepping_stones(here, there)]
    if stones:
        page.listing("Steps between, nearest to where you are first", [naming.plural_title(each) for each in stones])
        page.cite_table("related")
    say_stand_ins(page, (here, there))
    return page.reply(_go_on(here, there, [each.id for each in stones]))


def _skills(page: Page, here: Subject, there: Subject) -> str:
    """The skills as two lists; in a clause, how many carry over."""
    now, then = ratings_of(here), ratings_of(there)
    if not now or not then:
        unrated = [each for each, known in ((here, now), (there, then)) if not known]
        return f"{not_rated(unrated)}, so I cannot say which carry over"
    kept, lacking = carried_over(now, then), missing(now, then)
    page.listing("Skills that carry over", [_said(skill) for skill in kept[:_SKILLS]])
    page.listing("Skills to build up", [_said(skill) for skill in lacking[:_SKILLS]])
    page.paragraph("Levels run from 0 to 7. They describe the two occupations; you may have more or less of each.")
    cite_ratings(page, (now, then))
    return f"{len(kept)} of the {len(needed(then))} skills that matter there are asked of you already"


def _said(skill: Skill) -> str:
    return f"{skill.name}: level {skill.there:g} there, {skill.now:g} where you are"


def schooling(here: Subject, there: Subject) -> str:
    """What the goal asks of schooling by level, beside what the present career does, as a clause."""
    now, then = measures.education((here, there))
    if then.value is None:
        return "I know no typical schooling for it"
    if now.value is None:
        return f"it typically asks for {naming.with_article(then.shown)}"
    if then.value < now.value:
        return f"it typically asks for {naming.with_article(then.shown)}, where you are for {naming.with_article(now.shown)}"
    return f"by level it asks for no more schooling than your present career ({then.shown})"


def _to_get(page: Page, there: Subject) -> Iterator[str]:
    """Schooling, licence, training and time, as far as they are known."""
    known, path = there.career.education, there.career.path
    if known:
        page.cite(known.sources)
        yield f"Schooling: {phrasing.lower(known.usual)}"
        if known.licence:
            yield f"License: {phrasing.lower(known.licence)}"
    entry = there.catalogue.figures.entry(there.code)
    if entry and entry.training not in (None, "None"):
        page.cite_table("entry")
        yield f"Training on the job: {phrasing.lower(entry.training or '')}"
    if entry and entry.experience not in (None, "None"):
        page.cite_table("entry")
        yield f"Experience in a related occupation: {phrasing.lower(entry.experience or '')}"
    if path and path.time:
        page.cite(path.sources)
        yield f"Time, counted from high school: {by_time.years(there)} ({path.time.made_of.rstrip('.')}); what you have may shorten it"


def _side_by_side(page: Page, here: Subject, there: Subject) -> None:
    pair = (here, there)
    rows = figure_rows(page, pair)
    verdicts = [each.verdict(each.standing(pair), page.cite_table(each.table).when) for each in (PAY, GROWTH)]
    page.paragraph(" ".join(verdicts))
    page.blocks.append(Table(["", here.career.title, there.career.title], rows))


def _go_on(here: Subject, there: Subject, stones: Sequence[str]) -> list[Suggestion]:
    steps = [here.catalogue.careers[each] for each in stones[:1]]
    return [
        suggestion(f"How to become {there.one}", "ask_how_to_become", there.career.id),
        *(suggestion(f"From {here.many} to {naming.many(each)}", _CHANGE, [here.career.id, each.id]) for each in steps),
        suggestion("Everything side by side", "compare_careers", [here.career.id, there.career.id], aspect="all"),
        suggestion(f"Other ways on for {here.many}", _CHANGE, here.career.id),
    ]


def toward(catalogue: Catalogue, goal: str, perhaps: Sequence[str] = (), unknown: str = "") -> Reply:
    """When it is known where a person wants to go, and not where from.

    `unknown` is what they said they are, where that is no career here; `perhaps` are careers they may mean.
    """
    about = Subject(catalogue, catalogue.careers[goal])
    page = Page(catalogue)
    page.lead = f"{_not_known(unknown)}. " if unknown else ""
    page.lead += f"What do you do now? Name your career, and I say what carries over to {about.many}."
    page.listing(f"What {about.many} need in any case", list(_to_get(page, about)))
    here = [catalogue.careers[each] for each in perhaps if each != goal]
    return page.reply(
        [
            *(suggestion(f"I am {naming.one(each)}", _CHANGE, [each.id, goal]) for each in here),
            suggestion(f"How to become {about.one}", "ask_how_to_become", goal),
        ]
    )


def ask_both() -> Reply:
    """When neither end of the change is known."""
    return Reply(
        "Tell me what you do now and what you would like to do, such as “from retail salesperson to accountant”. "
        "If you have no goal yet, your present career is enough: I look for others that are near it."
    )


def unknown_start(catalogue: Catalogue, name: str, perhaps: Sequence[str] = ()) -> Reply:
    """When what a person does now is in no list, and no goal is known either."""
    here = [catalogue.careers[each] for each in perhaps]
    return Reply(
        f"{_not_known(name)}, so I cannot say what is near it, and I don't guess. Try its usual job title.",
        suggestions=[suggestion(f"I am {naming.one(each)}", _CHANGE, each.id) for each in here],
    )


def unknown_goal(catalogue: Catalogue, start: str, name: str, perhaps: Sequence[str] = ()) -> Reply:
    """When it is known what a person does, and what they want to be is in no list."""
    here = Subject(catalogue, catalogue.careers[start])
    there = [catalogue.careers[each] for each in perhaps if each != start]
    ask = "Did you mean one of these?" if there else "Try its usual job title."
    return Reply(
        f"{_not_known(name)}, so I cannot say what carries over from {here.many}. {ask}",
        suggestions=[
            *(suggestion(f"To {naming.many(each)}", _CHANGE, [start, each.id]) for each in there),
            suggestion(f"Other ways on for {here.many}", _CHANGE, start),
        ],
    )


def _not_known(name: str) -> str:
    return f"I don't know which career “{name}” is"
