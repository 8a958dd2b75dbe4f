"""Looking for careers by what they should be like, over as many turns as it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from actions.base import CareerAction, Outcome
from actions.turn import Turn
from careerbot.advice.constraints import Constraints
from careerbot.advice.criteria import median
from careerbot.advice.found import Search, search
from careerbot.advice.phrasing import listed
from careerbot.advice.search_rows import rows
from careerbot.knowledge.catalogue import catalogue
from careerbot.understanding.reading_constraints import Reading, read
from careerbot.understanding.reading_return import shows_search_again
from careerbot.understanding.reading_search import goes_on
from careerbot.understanding.self_description import asks_for_a_group

SAME_FOR_ALL = (
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
        reading = read(turn.entity("refine") or ("" if pressed or again else turn.text))
        if turn.entity("let_go"):
            reading = Reading(forget=(turn.entity("let_go"),))
        if not (pressed or again or goes_on(turn.text, turn.slots)):
            before = Search()
        notes = [*_notes(reading), *([SAME_FOR_ALL] * asks_for_a_group(turn.typed))]
        reply, after = search(before if again else _next(before, _against(turn, reading)), catalogue(), notes)
        if after == Search():  # nothing was asked yet, so what was talked about stays
            return Outcome(reply, {"search": None})
        return Outcome(
            reply, {"search": msgspec.to_builtins(after), "study": None, "topic": None, **in_play(list(after.shown))}
        )


_NUMBER = re.compile(r"\d")
_BETTER_PAID = re.compile(
    r"\b(?:pays?|paying|paid|earns?|makes?) (?:more|better)\b|\b(?:better|higher)[- ](?:paid|paying|pay)\b(?! than)",
    re.IGNORECASE,
)


def _against(turn: Turn, reading: Reading) -> Reading:
    """ "Something that pays more", after a career was talked about: more than that one."""
    row = next((each for each in rows(catalogue()) if each.career.id == turn.focus), None)
    wage = median(row, "year").amount if row else None
    if not row or wage is None or not _BETTER_PAID.search(turn.text) or _NUMBER.search(turn.text):
        return reading
    asked = msgspec.structs.replace(
        reading.asked, pay_at_least=wage, pay_per="year", without=(*reading.asked.without, row.career.id)
    )
    return msgspec.structs.replace(reading, asked=asked)


def in_play(shown: list[str]) -> dict[str, object]:
    """What a list leaves to go on about: "how much do they make?" is about none of several more than another."""
    return {"in_play": shown, "career": shown[0] if len(shown) == 1 else None}


def _next(before: Search, reading: Reading) -> Search:
    if reading.start_over:
        return Search()
    if reading.more:
        return Search(before.asked, before.passed + len(before.shown))
    kept = before.asked.leaving_out(reading.forget) if reading.forget else before.asked
    return Search(kept.and_also(reading.asked))


def _notes(reading: Reading) -> Iterator[str]:
    if reading.cannot:
        yield f"I have no table of {listed(reading.cannot, last='or')}, so I cannot search by it."
    if reading.unknown and reading.asked == Constraints():
        yield f"No career I know is described with the word {listed([f'“{word}”' for word in reading.unknown], last='or')}."
