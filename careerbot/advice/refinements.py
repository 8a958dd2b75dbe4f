"""The buttons below a search: what narrows it, goes on with its hits, or takes something back."""

from __future__ import annotations

from collections.abc import Sequence

from careerbot.advice.constraints import FORGETTABLE, Constraints
from careerbot.advice.criteria.criterion import Criterion
from careerbot.advice.reply import Suggestion, suggestion
from careerbot.advice.search_rows import Row
from careerbot.advice.suggestions import compare_the_first_two
from careerbot.knowledge import naming

# Words to refine by, in the order they are offered, and the constraints of which none must be set.
_REFINEMENTS = (
    ("No degree", "no degree", ("education_at_most",)),
    ("Growing", "only those that grow", ("growth_above",)),
    ("Pay above the median", "decent pay", ("pay_at_least", "pay_at_most")),
    ("Many openings", "many openings", ("openings_at_least",)),
    ("Outdoors", "outdoors", ("wanted",)),
    ("With people", "with people", ("wanted",)),
    ("Hands-on", "hands-on", ("wanted",)),
)
_MOST_SUGGESTED = 5
MOST_LET_GO = 4
_LONGEST_BUTTON = 50  # characters: some official titles are sentences


def refine(title: str, words: str) -> Suggestion:
    """A button that says `words` to the search."""
    return suggestion(title, "find_careers", refine=words)


def narrow(asked: Constraints) -> list[Suggestion]:
    """What may be asked besides, as far as it is not asked yet."""
    unset = Constraints()
    return [
        refine(title, words)
        for title, words, fields in _REFINEMENTS
        if all(getattr(asked, field) == getattr(unset, field) for field in fields)
    ]


def go_on(asked: Constraints, shown: Sequence[Row], *, many: bool, more: bool) -> list[Suggestion]:
    """What to do with the hits shown, where there are `many` or `more` to show."""
    named = [(naming.plural_title(row.career), row.career.id) for row in shown[:2]]
    first = [suggestion(title, "ask_overview", id) for title, id in named if len(title) <= _LONGEST_BUTTON]
    both = compare_the_first_two([row.career.id for row in shown])
    further = [refine("More", "more")] * more
    if many:
        return [*narrow(asked)[:3], *first[:1], *further]
    best_paid = [refine("Best paid first", "best paid first")] * (
        (asked.order != "pay" or asked.turned) and len(shown) > 1
    )
    return [*first, *both, *further, *best_paid][:_MOST_SUGGESTED]


def let_go(test: Criterion) -> Suggestion:
    """A button that takes a constraint back."""
    if test.name in FORGETTABLE:
        return refine(f"Forget the {test.name}", f"forget the {test.name}")
    return suggestion(f"Without “{plain(test)}”"[:60], "find_careers", let_go=test.name)


def everywhere(asked: Constraints) -> list[Suggestion]:
    """A button that looks through all careers again, where a search goes through some."""
    return [suggestion("Among all careers", "find_careers", let_go="among")] * bool(asked.among)


def start_over() -> Suggestion:
    """A button that takes all of them back."""
    return refine("Start over", "start over")


def plain(test: Criterion) -> str:
    """What a constraint asks, as it stands alone: "none in sales"."""
    return test.says.removeprefix("but ")
