"""What the quiz comes to: six scores and what they mean, and the careers that fit, by the preparation they need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careerbot.advice import phrasing
from careerbot.advice.draft import Page
from careerbot.advice.interests import BEST, GREAT, MOST, Match, flat, matches
from careerbot.advice.reply import Bar, BarChart, Reply, Suggestion, Table, suggestion
from careerbot.advice.suggestions import compare_the_first_two, quiz_step, start_the_quiz_over
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.quiz import quiz

PAGE = 8  # careers shown at a time
_WEAKER = 4  # shown where nothing fits well
_LEVELS = {1: "little or none", 2: "some", 3: "medium", 4: "considerable", 5: "extensive"}


def whole(catalogue: Catalogue, points: Mapping[str, float], given: int, preparation: int) -> tuple[Reply, list[str]]:
    """The whole result after `given` answers; and the ids of the careers shown."""
    page = Page(catalogue, _lead(points))
    say_scores(page, points)
    say_share(page, given)
    shown = say_matches(page, points, preparation)
    return _reply(page, shown, preparation), shown


def careers(
    catalogue: Catalogue, points: Mapping[str, float], preparation: int, skipped: int
) -> tuple[Reply, list[str]]:
    """The careers alone, of one job zone (0: of any), after the first `skipped`; and their ids."""
    wanted = f"need {_needs(preparation)}" if preparation else "whatever preparation they need"
    page = Page(catalogue, f"These careers fit your interests{' and' if preparation else ','} {wanted}:")
    shown = say_matches(page, points, preparation, skipped)
    if not shown:
        page.lead = "There are no more careers that fit your interests well here. Try another amount of preparation."
    return _reply(page, shown, preparation), shown


def say_scores(page: Page, points: Mapping[str, float]) -> None:
    """The six scores as a chart, and in words with what they mean; the highest first."""
    ranked = sorted(points, key=lambda name: -points[name])
    page.cite([quiz().method])
    bars = [Bar(quiz().interest(name).name, points[name], _points(points[name])) for name in ranked]
    page.blocks.append(BarChart("Your interests", f"points of {MOST}", bars, quiz().method, most=MOST))
    page.listing(
        "What they mean",
        [
            f"{quiz().interest(name).name}, {_points(points[name])} of {MOST}: {quiz().interest(name).means}"
            for name in ranked
        ],
    )


def say_share(page: Page, given: int) -> None:
    """How much the scores rest on, where that is not everything."""
    total = len(quiz().statements)
    if given < total:
        page.notice(f"This rests on {given} of the {total} statements; the rest may change it.")


def best(catalogue: Catalogue, points: Mapping[str, float], preparation: int = 0) -> list[Match]:
    """All that fit well, the best first; where nothing does, the nearest few."""
    found = [match for match in matches(catalogue, points) if preparation in (0, match.preparation)]
    return [match for match in found if match.correlation >= GREAT] or found[:_WEAKER]


def _points(value: float) -> str:
    return f"{round(value, 1):g}"


def _lead(points: Mapping[str, float]) -> str:
    if flat(points):
        return (
            "You gave all six kinds of work the same score, so nothing stands out, and I cannot say which careers fit you better "
            "than others."
        )
    ranked = sorted(points, key=lambda name: -points[name])
    second = points[ranked[1]]
    top = [name for name in ranked if points[name] >= second]
    names = phrasing.listed([quiz().interest(name).name for name in top])
    return f"Your strongest interests are {names}." if len(top) < len(ranked) else "Your interests are close together."


def _needs(zone: int) -> str:
    return "little or no preparation" if zone == 1 else f"{_LEVELS[zone]} preparation"


def say_matches(page: Page, points: Mapping[str, float], preparation: int = 0, skipped: int = 0) -> list[str]:
    """The careers that fit as a table, with how that is measured; their ids. Nothing for a flat profile."""
    found = [] if flat(points) else best(page.catalogue, points, preparation)
    shown = found[skipped : skipped + PAGE]
    if not shown:
        return []
    page.blocks.append(
        _table(shown, f"Careers that fit and need {_needs(preparation)}" if preparation else "Careers that fit")
    )
    if found[0].fit == "weaker":
        page.notice("None of these fits well: they are only the nearest there are.")
    page.paragraph(
        "The number is Pearson's correlation of your six scores with the six interest ratings that O*NET gives an occupation, as in "
        f"O*NET's own Interest Profiler: from {_decimal(BEST)} on the match is a best fit, from {_decimal(GREAT)} on a great fit. "
        "It says what you may like, not what you are able to do.",
        [quiz().method],
    )
    page.cite_table("interests")
    page.cite_table("job_zones")
    return [match.career.id for match in shown]


def _decimal(value: float) -> str:
    return f"{value:.3f}".replace("0.", ".", 1)


def _table(shown: Sequence[Match], title: str) -> Table:
    rows = [
        [
            naming.plural_title(match.career),
            f"{match.fit} ({_decimal(match.correlation)})",
            _LEVELS[match.preparation],
        ]
        for match in shown
    ]
    return Table(["Career", "Match", "Preparation"], rows, title)


def _reply(page: Page, shown: list[str], preparation: int) -> Reply:
    return page.reply(_go_on(page.catalogue, shown, preparation), personal=True)


def _go_on(catalogue: Catalogue, shown: list[str], preparation: int) -> list[Suggestion]:
    first = [suggestion(naming.plural_title(catalogue.careers[each]), "ask_overview", each) for each in shown[:2]]
    both = compare_the_first_two(shown)
    further = [quiz_step("More matches", "more")] if len(shown) == PAGE else []
    zones = [
        quiz_step(f"{'Little or no' if zone == 1 else level.capitalize()} preparation", f"preparation:{zone}")
        for zone, level in _LEVELS.items()
        if zone != preparation
    ]
    everything = [quiz_step("Any preparation", "preparation:0")] if preparation else []
    return [*first, *both, *further, *zones, *everything] if shown or preparation else [start_the_quiz_over()]
