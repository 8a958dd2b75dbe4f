"""What is said of a search: its hits and why they are there, and what rules out all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from careerbot.advice import phrasing
from careerbot.advice.constraints import OR, WORD, Constraints
from careerbot.advice.criteria.by_figures import median
from careerbot.advice.criteria.criterion import NONE, Criterion
from careerbot.advice.draft import Page
from careerbot.advice.find import hits, tests_of
from careerbot.advice.refinements import MOST_LET_GO, everywhere, go_on, let_go, narrow, plain, refine, start_over
from careerbot.advice.reply import Reply, Suggestion, Table
from careerbot.advice.search_order import measure, said_of_head, said_of_list
from careerbot.advice.search_rows import Row
from careerbot.advice.suggestions import what_suits_me
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.search_words import search_words

PAGE = 5
TOO_MANY = 25
_MOST_COLUMNS = 5
_SMALL = ("no", "one", "two", "three", "four", "five")


class Search(Struct, frozen=True, omit_defaults=True):
    """A search that a conversation keeps: what is asked, how many hits came before, and which were shown last."""

    asked: Constraints = Constraints()
    passed: int = 0
    shown: tuple[str, ...] = ()


def search(state: Search, catalogue: Catalogue, notes: Iterable[str] = ()) -> tuple[Reply, Search]:
    """The answer to a search and the search after it. `notes` are said right after the first sentence."""
    asked = state.asked
    if asked.empty and not asked.order:
        return _what_matters(catalogue, notes), Search()
    found = hits(asked, catalogue)
    if not found:
        return _none(asked, catalogue, notes), Search(asked)
    passed = state.passed if state.passed < len(found) else 0
    notes = [*notes, *(["That was the last one. Here they are from the start."] * (passed != state.passed))]
    page = found[passed : passed + PAGE]
    reply = _some(asked, found, passed, catalogue, notes)
    return reply, Search(asked, passed, tuple(row.career.id for row in page))


def in_force(state: Search, catalogue: Catalogue) -> Reply:
    """What a search asks by now, and how many careers meet it; each constraint can be let go of."""
    asked = state.asked
    if asked.empty and not asked.order:
        return _what_matters(catalogue, ())
    tests, found = tests_of(asked, catalogue), hits(asked, catalogue)
    among = f"among {_those(asked, catalogue)}, " * bool(asked.among)
    meet = {0: "None meets that.", 1: "One meets that."}.get(len(found), f"{phrasing.count(len(found))} meet that.")
    page = _page(catalogue, f"You are looking for careers{described(tests)}, {among}{_order(asked, tests)}. {meet}", ())
    return page.reply(_take_back(state, tests, found))


def how_many(state: Search, catalogue: Catalogue) -> Reply:
    """How many careers meet a search by now, and how many of them have been shown."""
    tests, found = tests_of(state.asked, catalogue), hits(state.asked, catalogue)
    if not found:
        return _none(state.asked, catalogue, ())
    careers = "one career" if len(found) == 1 else f"{phrasing.count(len(found))} careers"
    of_those = f"Of {_those(state.asked, catalogue)}, that" if state.asked.among else "That"
    seen = state.passed + len(state.shown)
    shown = f" You have seen the first {seen}." if seen < len(found) else ""
    page = _page(catalogue, f"{of_those} leaves {careers}{described(tests)}.{shown}", ())
    return page.reply(_take_back(state, tests, found))


def _take_back(state: Search, tests: Sequence[Criterion], found: Sequence[Row]) -> list[Suggestion]:
    more = [refine("More", "more")] * (state.passed + len(state.shown) < len(found))
    return [*everywhere(state.asked), *(let_go(test) for test in tests[:MOST_LET_GO]), start_over(), *more]


# --- nothing asked --------------------------------------------------------------------------------------------------


def _what_matters(catalogue: Catalogue, notes: Iterable[str]) -> Reply:
    page = _page(catalogue, "Tell me what the career should be like, and I look for it.", notes)
    page.listing(
        "You can mix such things",
        [
            "A field, a school subject or something you like: “in healthcare”, “with maths”, “with animals”",
            "What the work is like: “outdoors”, “hands-on”, “creative”, “with people”, “from home”",
            "Figures: “over 60k”, “no degree”, “growing”, “many openings”, “under a year of training”",
            "What to leave out: “but not farming”",
        ],
    )
    return page.reply([*narrow(Constraints())[:4], what_suits_me()])


def _page(catalogue: Catalogue, lead: str, notes: Iterable[str]) -> Page:
    page = Page(catalogue, lead)
    for note in notes:
        page.notice(note)
    return page


# --- hits -----------------------------------------------------------------------------------------------------------


def _some(asked: Constraints, found: Sequence[Row], passed: int, catalogue: Catalogue, notes: Iterable[str]) -> Reply:
    tests, shown = tests_of(asked, catalogue), found[passed : passed + PAGE]
    page = _page(catalogue, _lead(asked, tests, found, passed, catalogue), notes)
    _table(page, asked, tests, shown)
    for note in _provisos(tests, catalogue):
        page.notice(note)
    many = len(found) > TOO_MANY and not passed
    if many:
        page.paragraph("That is a lot. What matters most to you besides?")
    return page.reply(go_on(asked, shown, many=many, more=passed + len(shown) < len(found)))


def _lead(
    asked: Constraints, tests: Sequence[Criterion], found: Sequence[Row], passed: int, catalogue: Catalogue
) -> str:
    what, total, shown = described(tests), phrasing.count(len(found)), len(found[passed : passed + PAGE])
    if passed:
        which = f"numbers {passed + 1} to {passed + shown}" if shown > 1 else f"number {passed + 1}"
        return f"Of {total} careers{what}, here are {which}, {_order(asked, tests)}."
    if asked.among:
        return _lead_among(asked, tests, found, catalogue)
    if len(found) == 1:
        return f"Of all careers{what}, I know one."
    which = "they are" if shown == len(found) else f"are the first {_SMALL[shown]}"
    head = _head(asked, found, catalogue) if asked.order else ""
    return f"I know {total} careers{what}{f'; {head}' if head else ''}. Here {which}, {_order(asked, tests)}:"


def _lead_among(asked: Constraints, tests: Sequence[Criterion], found: Sequence[Row], catalogue: Catalogue) -> str:
    """Of a list that was shown before: how many of it meet the constraints, or which of them comes first."""
    those, what = f"Of {_those(asked, catalogue)}", described(tests)
    if not (what or asked.order):
        return f"Here are {_those(asked, catalogue)} again, {_order(asked, tests)}:"
    if what:
        all_of = "all " * (len(found) == len(asked.among))
        left = "one is left" if len(found) == 1 else f"{all_of}{len(found)} are left"
        return f"{those}, {left}{what}, {_order(asked, tests)}:" if len(found) > 1 else f"{those}, {left}{what}."
    head = _head(asked, found, catalogue)
    if not head:
        return f"{those}, none has a published figure for that."
    return f"{those}, {head}. {naming.capital(_order(asked, tests))}:"


def _head(asked: Constraints, found: Sequence[Row], catalogue: Catalogue) -> str:
    """What comes first in the order asked for, and its figure; "" where no figure is known."""
    best = measure(found[0], asked)
    if best is None:
        return ""
    equal = [naming.many(row.career) for row in found if measure(row, asked) == best]
    first = phrasing.listed(equal) if len(equal) <= _MOST_NAMED else f"{len(equal)} of them"
    return f"{first} {said_of_head(asked)} ({_figures(asked, catalogue)[asked.order].shown(found[0])})"


def _those(asked: Constraints, catalogue: Catalogue) -> str:
    if asked.like:
        return f"the {len(asked.among)} careers related to {naming.many(catalogue.careers[asked.like])}"
    return f"those {len(asked.among)} careers"


_MOST_NAMED = 3

_CLAUSES = ("that ", "whose ")


def described(tests: Sequence[Criterion]) -> str:
    """All constraints as a phrase that follows "careers"; "" for none. Clauses come last: "outdoors and with children that use maths"."""
    says = [test.says for test in tests if not test.excludes]
    phrases = [each for each in says if not each.startswith(_CLAUSES)]
    clauses = [each for each in says if each.startswith(_CLAUSES)]
    wanted = " ".join(filter(None, (phrasing.listed(phrases), phrasing.listed(clauses))))
    excluded = [test.says for test in tests if test.excludes]
    none = phrasing.listed([each.removeprefix(NONE) for each in excluded if each.startswith(NONE)], last="or")
    others = "".join(f", {each}" for each in excluded if not each.startswith(NONE))
    return (f" {wanted}" if wanted else "") + (f", {NONE}{none}" if none else "") + others


def _order(asked: Constraints, tests: Sequence[Criterion]) -> str:
    if asked.order:
        return said_of_list(asked)
    if asked.among:
        return "in the order they were listed"
    return "the nearest first" if any(test.strength for test in tests) else "those with the most openings a year first"


def _table(page: Page, asked: Constraints, tests: Sequence[Criterion], shown: Sequence[Row]) -> None:
    columns = _columns(asked, tests, page.catalogue)
    rows = [[row.name, *(each.shown(row) for each in columns)] for row in shown]
    page.blocks.append(Table(["Career", *(each.column for each in columns)], rows))
    order = [_figures(asked, page.catalogue)[asked.order]] if asked.order else []
    for table in dict.fromkeys(table for each in (*columns, *tests, *order) for table in each.tables):
        page.cite_table(table)
    for row in shown:
        page.cite(_written_sources(row, asked))
    stand_ins = [row for row in shown if row.career.stand_in]
    if stand_ins:
        page.notice("* " + " ".join(_stand_in(row, page.catalogue) for row in stand_ins))


def _columns(asked: Constraints, tests: Sequence[Criterion], catalogue: Catalogue) -> list[Criterion]:
    """What the hits are shown by: the constraints they meet, then pay, education and growth for those who go on."""
    own = [test for test in tests if test.column]
    wanted = ["pay", "education", asked.order if asked.order in ("openings", "time") else "growth"]
    figures = _figures(asked, catalogue)
    taken = {test.name for test in own}
    return (own + [figures[name] for name in wanted if name not in taken])[: max(_MOST_COLUMNS, len(own))]


def _figures(asked: Constraints, catalogue: Catalogue) -> dict[str, Criterion]:
    """Every figure that hits can be shown by, by its name, whatever is asked of it."""
    of_each = Constraints(
        pay_at_least=0,
        pay_per=asked.pay_per,
        education_at_most=0,
        years_at_most=0,
        growth_above=0,
        openings_at_least=0,
    )
    return {each.name: each for each in tests_of(of_each, catalogue)}


def _written_sources(row: Row, asked: Constraints) -> list[str]:
    """Where the career's own file has the settings and words from that were searched."""
    terms, career = search_words(), row.career
    kinds = {"theme" if part.startswith(WORD) else terms[part].kind for each in asked.wanted for part in each.split(OR)}
    sections = [career.work_environment] * ("setting" in kinds) + [career.summary] * ("theme" in kinds)
    return [source for section in sections if section for source in section.sources[:1]]


def _stand_in(row: Row, catalogue: Catalogue) -> str:
    measured = naming.in_sentence(catalogue.figures.occupations.get(row.code, row.code))
    return f"{naming.plural_title(row.career)} have no figures of their own; those of {measured} stand in."


def _provisos(tests: Sequence[Criterion], catalogue: Catalogue) -> Iterator[str]:
    terms = search_words()
    settings = [
        terms[part] for test in tests for part in test.name.split(OR) if part in terms and terms[part].kind == "setting"
    ]
    if any(len(term.means) == 1 for term in settings):
        yield (
            f"No official table says this of every occupation. I know it of the {len(catalogue.written)} careers I have "
            "described, and left the others out."
        )
    if any(len(term.means) > 1 for term in settings):
        yield "Where I have described a career, its description decides; for the others, O*NET's interest scores stand in."


# --- none -----------------------------------------------------------------------------------------------------------


def none_to_show(state: Search, catalogue: Catalogue) -> Reply:
    """When one of the hits is asked for, or more of them, and there are none."""
    return _none(state.asked, catalogue, (), "There is none to show. ")


def _none(asked: Constraints, catalogue: Catalogue, notes: Iterable[str], first: str = "") -> Reply:
    """Which constraint excludes most, and what each gives when it is let go; `first` is said before it."""
    tests = tests_of(asked, catalogue)
    lead = f"None of {_those(asked, catalogue)} are careers" if asked.among else "I know no careers"
    page = _page(catalogue, f"{first}{lead}{described(tests)}.", notes)
    eased = sorted(
        ((hits(asked.leaving_out([test.name]), catalogue), test) for test in tests), key=lambda it: -len(it[0])
    )
    helpful = [(found, test) for found, test in eased if found and len(tests) > 1]
    if helpful:
        most = helpful[0][1]
        page.paragraph(f"What excludes most is “{plain(most)}”.")
        page.listing("Letting go of one thing would give", [_eased(found, test) for found, test in helpful])
        page.blocks.extend(_nearest_pay(asked, tests, helpful))
    for test in tests:
        for table in test.tables:
            page.cite_table(table)
    return page.reply([*everywhere(asked), *(let_go(test) for _, test in helpful[:MOST_LET_GO]), start_over()])


def _eased(found: Sequence[Row], test: Criterion) -> str:
    few = [naming.many(row.career) for row in found[:3]]
    named = f"{', such as' if len(found) > len(few) else ':'} {'; '.join(few)}"
    return f"Without “{plain(test)}”: {phrasing.count(len(found))}{named}"


def _nearest_pay(
    asked: Constraints, tests: Sequence[Criterion], helpful: Sequence[tuple[list[Row], Criterion]]
) -> Iterator[Table]:
    """Where pay is what is in the way: the best-paid careers of those that meet the rest."""
    rest = next((found for found, test in helpful if test.name == "pay"), [])
    paid = [row for row in rest if median(row, asked.pay_per).amount is not None]
    best = sorted(paid, key=lambda row: -(median(row, asked.pay_per).amount or 0))[:3]
    if best and asked.pay_at_most is None:
        pay = next(test for test in tests if test.name == "pay")
        rows = [[naming.plural_title(row.career), pay.shown(row)] for row in best]
        yield Table(["Career", pay.column], rows, "The best paid that meet the rest")
