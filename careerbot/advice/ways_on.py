"""Where people of a career could go: careers with similar skills and better pay or growth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerbot.advice import phrasing
from careerbot.advice.comparison import measures
from careerbot.advice.comparison.measures import Measured
from careerbot.advice.comparison.skills import Ratings, not_rated, ratings_of
from careerbot.advice.comparison.verdicts import dollars
from careerbot.advice.constraints import Constraints
from careerbot.advice.criteria.criterion import meets
from careerbot.advice.draft import Page, Subject
from careerbot.advice.find import tests_of
from careerbot.advice.found import described
from careerbot.advice.reply import Reply, suggestion
from careerbot.advice.search_rows import rows
from careerbot.advice.skill_profile import profiles, related_codes
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue

NO_WISHES = Constraints()
ALIKE = 0.6  # the least cosine of two skill profiles at which their skills are called similar
_SHOWN = 4  # of each kind


def ways_on(catalogue: Catalogue, start: str, wishes: Constraints = NO_WISHES) -> tuple[Reply, list[str]]:
    """Careers to change to without a goal in mind, and their ids in the order shown. Raises KeyError for an unknown career.

    Those whose skill profile is alike and whose median pay or projected growth is higher, the most alike first: first those that
    ask for no more schooling at entry, then those that ask for more; of the latter only such as O*NET holds to be related. With
    `wishes`, instead, of those that meet them the most alike there are.
    """
    here = Subject(catalogue, catalogue.careers[start])
    ratings = ratings_of(here)
    if not ratings:
        return _no_ratings(here), []
    if wishes.empty:
        better = [each for each in _alike(here, ratings, ALIKE) if next(_gains(here, each), None)]
        field = related_codes(here)
        near = [each for each in better if not _more_schooling(here, each)]
        far = [each for each in better if _more_schooling(here, each) and each.onet in field]
    else:
        tests = tests_of(wishes, catalogue)
        meeting = {row.career.id for row in rows(catalogue) if meets(row, tests)}
        wished = [each for each in _alike(here, ratings) if each.career.id in meeting]
        near = [each for each in wished if not _more_schooling(here, each)]
        far = [each for each in wished if _more_schooling(here, each)]
    near, far = near[:_SHOWN], far[:_SHOWN]
    page = Page(catalogue, _lead(here, [*near, *far], wishes))
    page.listing("No more schooling at entry", [_line(here, each) for each in near])
    page.listing("More schooling at entry", [_line(here, each) for each in far])
    for table in ("skills", "pay", "outlook", "entry"):
        page.cite_table(table)
    if ratings.why:
        page.notice(ratings.why)
    shown = [each.career.id for each in [*near, *far]]
    towards = [
        suggestion(f"To {each.many}", "ask_career_change", [start, each.career.id]) for each in [*near, *far][:3]
    ]
    return page.reply([*towards, suggestion("Similar careers", "ask_related_careers", start)]), shown


def _lead(here: Subject, found: Sequence[Subject], wishes: Constraints) -> str:
    kind = described(tests_of(wishes, here.catalogue))
    if not found and kind:
        return f"I know no careers{kind}, so I cannot say which come nearest to the work of {here.many}."
    if not found:
        return f"I found no career that takes skills like those of {here.many} and has higher pay or faster growth."
    if kind:
        return f"Of all careers{kind}, these take the skills most like those of {here.many}, the nearest first:"
    return f"These take skills like those of {here.many} and pay more or are projected to grow faster, the most alike first:"


def _alike(here: Subject, ratings: Ratings, least: float = -1.0) -> Iterator[Subject]:
    """Careers with other figures, the nearest in skills first, down to a cosine of `least`."""
    space = profiles(here.catalogue)
    for id, cosine in space.nearest(space.of(ratings)):
        if cosine < least:
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
    (asked,), entry = measures.education([there]), there.catalogue.figures.entry(there.code)
    after = (
        f", and {phrasing.lower(entry.experience)} in a related occupation"
        if entry and entry.experience not in (None, "None")
        else ""
    )
    facts = [*(list(_gains(here, there)) or _pay(here, there)), f"asks for {asked.shown}{after}"]
    return f"{naming.capital(there.many)}: {'; '.join(facts)}"


def _pay(here: Subject, there: Subject) -> list[str]:
    now, then = measures.pay((here, there))
    less = f" ({dollars(then, now)}, less)" if _higher(now, then) else ""
    return [f"median pay {then.shown}{less}"]


def _more_schooling(here: Subject, there: Subject) -> bool:
    now, then = measures.education((here, there))
    return now.value is None or then.value is None or then.value < now.value


def _no_ratings(here: Subject) -> Reply:
    lead = f"{not_rated([here])}, so I cannot say which careers take similar ones."
    return Reply(lead, suggestions=[suggestion("Similar careers", "ask_related_careers", here.career.id)])
