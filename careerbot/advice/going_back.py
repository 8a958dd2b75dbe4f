"""Where to go back to: what a conversation had before, where "go back" does not say which part of it is meant."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from careerbot.advice.refinements import refine
from careerbot.advice.reply import Reply, Suggestion, suggestion
from careerbot.advice.suggestions import start_the_quiz_over
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue

_MOST_CAREERS = 2


class Had(Struct, frozen=True):
    """What was talked about: careers told of (ids, the likeliest first) and compared, hits of a search, saved ones. `quiz`: the quiz
    under way may be what is to start over."""

    careers: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    found: bool = False
    saved: bool = False
    quiz: bool = False


def where_to(catalogue: Catalogue, had: Had) -> Reply:
    """The question, with a button for each part and one to start over."""
    kept = " Your saved list stays either way." if had.saved else ""
    if had.quiz:
        lead = f"Shall the quiz start over, or everything? Then I forget what we talked about, too.{kept}"
        ways = [start_the_quiz_over(), suggestion("Start everything over", "restart")]
    else:
        lead = f"What shall we go back to? I have forgotten nothing; only “start over” makes me forget what we talked about.{kept}"
        ways = [*_parts(catalogue, had), suggestion("Start over", "restart")]
    return Reply(lead, suggestions=ways, personal=True)


def _parts(catalogue: Catalogue, had: Had) -> Iterator[Suggestion]:
    for each in had.careers[:_MOST_CAREERS]:
        yield suggestion(naming.plural_title(catalogue.careers[each]), "ask_overview", each)
    if len(had.compared) > 1:
        yield suggestion("The comparison", "compare_careers", list(had.compared))
    if had.found:
        yield refine("The careers I found", "show the list again")
    if had.saved:
        yield suggestion("My list", "shortlist", list_step="list")
