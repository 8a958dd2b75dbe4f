"""Looking for careers by what they should be like, over as many turns as it takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from actions.base import CareerAction, Outcome
from actions.turn import Turn
from careerbot.advice.constraints import OR, Constraints
from careerbot.advice.criteria.by_figures import median
from careerbot.advice.find import hits
from careerbot.advice.found import TOO_MANY, Search, how_many, in_force, none_to_show, search
from careerbot.advice.phrasing import listed
from careerbot.advice.search_rows import rows
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.search_words import search_words
from careerbot.understanding.own_career import speaks_of_own_work
from careerbot.understanding.reading_constraints import Reading, read
from careerbot.understanding.reading_return import shows_search_again
from careerbot.understanding.reading_search import (
    asks_for_no_hit,
    asks_how_many,
    asks_what_is_asked,
    goes_on,
    likens,
    looked_through,
)
from careerbot.understanding.self_description import asks_for_a_group

_THAN_THE_CAREER = re.compile(r"\bthan (?:it|that|this|those|they)\b", re.IGNORECASE)  # and not than one's own pay
_SAME_FOR_ALL = (
    "Careers have no sex, age, origin or belief: everybody gets the same list from me, with the same figures."
)


class ActionFind(CareerAction):
    """Finds careers, and narrows, widens and pages through what was found."""

    answers_to = ("find_careers",)

    def name(self) -> str:
        """As the domain knows it."""
        return "action_find"

    def answer(self, turn: Turn) -> Outcome:
        """A pressed suggestion says its words to the search; a typed question begins a new one unless it goes on with the last."""
        pressed = turn.entity("refine") or turn.entity("let_go")
        before = msgspec.convert(turn.slots.get("search") or {}, Search)
        again = not pressed and shows_search_again(turn.text, turn.slots)
        if not pressed and asks_what_is_asked(turn.text, turn.slots):
            remember = {"search": msgspec.to_builtins(before), "topic": None, **in_play(list(before.shown))}
            return Outcome(in_force(before, catalogue()), remember if before != Search() else {})
        if not pressed and asks_how_many(turn.text, turn.slots):
            return Outcome(how_many(before, catalogue()))
        if not pressed and asks_for_no_hit(turn.text, turn.slots):
            return Outcome(none_to_show(before, catalogue()))
        reading = read(turn.entity("refine") or ("" if pressed or again else turn.text))
        if turn.entity("let_go"):
            reading = Reading(forget=(turn.entity("let_go"),))
        if not pressed and turn.focus and likens(turn.text) and (narrowed := like(turn.focus, turn.text)):
            return narrowed
        if not (pressed or again) and (among := looked_through(turn.text, turn.slots)):
            before = Search(Constraints(among=tuple(_all_of(before, among))))
        elif not (pressed or again or goes_on(turn.text, turn.slots)):
            before = Search()
        notes = [*_notes(reading), *([_SAME_FOR_ALL] * asks_for_a_group(turn.typed))]
        than = turn.own_career if turn.own_career and speaks_of_own_work(turn.text) else turn.focus
        own_pay = None if than and _THAN_THE_CAREER.search(turn.text) else turn.own_pay
        better = _better_than(than, reading, own_pay)
        if than and not better.empty:
            better = replace(better, without=(than,))
        reading = replace(reading, asked=reading.asked.and_also(better))
        return found(before if again else _next(before, reading), notes)


def like(career: str, text: str) -> Outcome | None:
    """Of the careers related to one, those that are as a text wishes ("but less school"); None where it wishes nothing."""
    reading = read(text)
    related = [each.id for each in catalogue().related(catalogue().careers[career])]
    asked = reading.asked.and_also(_better_than(career, reading))
    if len(related) < 2 or (asked.empty and not asked.order):
        return None
    outcome = found(Search(replace(asked, among=tuple(related), like=career)))
    return Outcome(outcome.reply, {**outcome.remember, "career": career})  # "similar, but ..." goes on about it


def found(asked: Search, notes: Iterable[str] = ()) -> Outcome:
    """The answer to a search, and the list that it leaves."""
    reply, after = search(asked, catalogue(), notes)
    if after == Search():  # nothing was asked yet, so what was talked about stays
        return Outcome(reply, {"search": None})
    remember = {"search": msgspec.to_builtins(after), "study": None, "topic": None}
    return Outcome(reply, {**remember, **in_play(list(after.shown))})


def _better_than(focus: str | None, reading: Reading, own_pay: Mapping[str, Any] | None = None) -> Constraints:
    """What "something that pays more" and "with less school" ask: more than the person earns, or than the career talked about.
    Figures said outright go first. After a list, without either, they ask what comes first in it."""
    row = next((each for each in rows(catalogue()) if each.career.id == focus), None)
    better = Constraints()
    asks_pay = "pay" in reading.than_it and reading.asked.pay_at_least is None
    if asks_pay and own_pay:
        better = replace(better, pay_at_least=own_pay["amount"], pay_per=own_pay["per"])
    if not row:
        return replace(better, order=next(iter(reading.than_it), "") if better.empty else "")
    wage = median(row, "year").amount
    if asks_pay and not own_pay and wage is not None:
        better = replace(better, pay_at_least=wage)
    if "education" in reading.than_it and row.education and reading.asked.education_at_most is None:
        better = replace(better, education_at_most=row.education - 1)
    if "time" in reading.than_it and row.years and reading.asked.years_at_most is None:
        shorter = (each.years for each in rows(catalogue()) if each.years is not None and each.years < row.years)
        better = replace(better, years_at_most=max(shorter, default=0.0))
    return better


def _all_of(before: Search, shown: Sequence[str]) -> Sequence[str]:
    """The careers that "which of them" means, where `shown` was listed: all hits of the search that listed it, if they are few."""
    if list(before.shown) != list(shown):
        return shown
    all_hits = hits(before.asked, catalogue())
    return [row.career.id for row in all_hits] if len(all_hits) <= TOO_MANY else shown


def in_play(shown: list[str]) -> dict[str, object]:
    """What a list leaves to go on about: "how much do they make?" is about none of several more than another."""
    return {"in_play": shown, "career": shown[0] if len(shown) == 1 else None}


def _next(before: Search, reading: Reading) -> Search:
    if reading.start_over:
        return Search(reading.asked)
    if reading.more:
        return Search(before.asked, before.passed + len(before.shown))
    if before == Search() and reading.allowed:  # nothing was left out: what is fine is what is looked for
        fine = tuple(each for each in reading.allowed if each in search_words())
        return Search(replace(reading.asked, wanted=(*fine, *reading.asked.wanted)))
    wanted = {term for each in before.asked.wanted for term in each.split(OR)}
    out = tuple(each for each in reading.removed if each not in wanted)  # "remove sales" that nobody asked for
    forget = [each for each in reading.forget if each not in out]
    kept = before.asked.leaving_out(forget) if forget else before.asked
    return Search(kept.allowing(reading.allowed).and_also(reading.asked).and_also(Constraints(unwanted=out)))


_BODIES_ARE_NOT_MEASURED = (
    "No source of mine measures what work asks of a back, of knees or of other joints. What I can do is leave out the work that is "
    "described as physical; some of the rest is done on one's feet all the same."
)


def _notes(reading: Reading) -> Iterator[str]:
    if reading.unfit:
        yield _BODIES_ARE_NOT_MEASURED
    if reading.cannot:
        yield f"I have no table of {listed(reading.cannot, last='or')}, so I cannot search by it."
    if reading.unknown and reading.asked == Constraints():
        yield f"No career I know is described with the word {listed([f'“{word}”' for word in reading.unknown], last='or')}."
