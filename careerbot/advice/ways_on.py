"""Where people of a career could go: careers with similar skills and better pay or growth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerbot.advice.comparison import measures
from careerbot.advice.comparison.measures import Measured
from careerbot.advice.comparison.skills import Ratings, ratings_of
from careerbot.advice.comparison.verdicts import dollars
from careerbot.advice.draft import Page, Subject
from careerbot.advice.reply import Reply, suggestion
from careerbot.advice.skill_profile import profiles, related_codes
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue

ALIKE = 0.6  # the least cosine of two skill profiles at which their skills are called similar
_SHOWN = 4  # of each kind


def ways_on(catalogue: Catalogue, start: str) -> tuple[Reply, list[str]]:
    """Careers to change to without a goal in mind, and their ids in the order shown. Raises KeyError for an unknown career.

    Those whose skill profile is alike and whose median pay or projected growth is higher, the most alike first: first those that
    ask for no more schooling at entry, then those that ask for more; of the latter only such as O*NET holds to be related.
    """
    here = Subject(catalogue, catalogue.careers[start])
    ratings = ratings_of(here)
    if not ratings:
        return _no_ratings(here), []
    better = [each for each in _alike(here, ratings) if next(_gains(here, each), None)]
    easy = [each for each in better if not _more_schooling(here, each)][:_SHOWN]
    field = related_codes(here)
    far = [each for each in better if _more_schooling(here, each) and _code(each) in field][:_SHOWN]
    page = Page(catalogue)
    page.lead = _lead(here, [*easy, *far])
    page.listing("No more schooling at entry", [_line(here, each) for each in easy])
    page.listing("More schooling at entry", [_line(here, each) for each in far])
    for table in ("skills", "pay", "outlook", "entry"):
        page.cite_table(table)
    if ratings.why:
        page.notice(ratings.why)
    shown = [each.career.id for each in [*easy, *far]]
    towards = [
        suggestion(f"To {each.many}", "ask_career_change", [start, each.career.id]) for each in [*easy, *far][:3]
    ]
    return page.reply([*towards, suggestion("Similar careers", "ask_related_careers", start)]), shown


def _lead(here: Subject, found: Sequence[Subject]) -> str:
    if not found:
        return f"I found no career that takes skills like those of {here.many} and has higher pay or faster growth."
    return f"These take skills like those of {here.many} and pay more or are projected to grow faster, the most alike first:"


def _alike(here: Subject, ratings: Ratings) -> Iterator[Subject]:
    space = profiles(here.catalogue)
    for id, cosine in space.nearest(space.of(ratings)):
        if cosine < ALIKE:
            return
        if id != here.career.id and here.catalogue.careers[id].figures_code != here.career.figures_code:
            yield Subject(here.catalogue, here.catalogue.careers[id])


def _gains(here: Subject, there: Subject) -> Iterator[str]:
    """What gets better, with figures."""
    now, then = measures.pay((here, there))
    if _higher(then, now):
        yield f"median pay {then.shown} ({dollars(then, now)}, more)"
    now, then = measures.growth((here, there))
    if _higher(then, now):
        yield f"projected change {then.shown} against {now.shown}"


def _higher(then: Measured, now: Measured) -> bool:
    return then.value is not None and now.value is not None and then.value > now.value


def _line(here: Subject, there: Subject) -> str:
    (asked,) = measures.education([there])
    return f"{naming.capital(there.many)}: {'; '.join(_gains(here, there))}; asks for {asked.shown}"


def _more_schooling(here: Subject, there: Subject) -> bool:
    now, then = measures.education((here, there))
    return now.value is None or then.value is None or then.value < now.value


def _code(about: Subject) -> str:
    return about.career.onet or f"{about.code}.00"


def _no_ratings(here: Subject) -> Reply:
    lead = f"O*NET has not rated the skills of {here.many}, so I cannot say which careers take similar ones."
    return Reply(lead, suggestions=[suggestion("Similar careers", "ask_related_careers", here.career.id)])
