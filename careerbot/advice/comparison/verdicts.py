"""Who comes out ahead in one measure, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from careerbot.advice import phrasing
from careerbot.advice.comparison.measures import Measured
from careerbot.knowledge import naming


@dataclass(frozen=True)
class Standing:
    """Careers in the order of one measure, the best first; turned round, the worst."""

    measured: Sequence[Measured]
    turned: bool = False

    @cached_property
    def known(self) -> list[Measured]:
        """Those with a value, in the order; equals stay in that they were named in."""
        return sorted(
            (each for each in self.measured if each.value is not None),
            key=lambda each: each.value or 0,
            reverse=not self.turned,
        )

    @property
    def unknown(self) -> list[Measured]:
        """Those without."""
        return [each for each in self.measured if each.value is None]

    @property
    def leaders(self) -> list[Measured]:
        """Those that come first; several where they are equal."""
        return [each for each in self.known if each.value == self.known[0].value]

    @property
    def winner(self) -> Measured | None:
        """The one that comes before another; None where the first are equal or nothing can be held against it."""
        return self.known[0] if len(self.known) > 1 and len(self.leaders) == 1 else None


@dataclass(frozen=True)
class Wording:
    """How a measure is said of people: "Electricians *earn more*: *a median of* $62,350 a year against ..."."""

    more: str
    most: str
    less: str
    least: str
    same: str
    unknown: str  # completes "I cannot say ..."
    edge: str  # names the advantage
    before: str = ""
    difference: Callable[[Measured, Measured], str] | None = None

    def verb(self, standing: Standing) -> str:
        """What the first does: more than one other, or most of several; turned round, less or least."""
        two, several = (self.less, self.least) if standing.turned else (self.more, self.most)
        return two if len(standing.known) == 2 else several

    def apart(self, first: Measured, second: Measured) -> str:
        """By how much, behind a comma; "" where that says nothing."""
        return f", {self.difference(first, second)}" if self.difference else ""


def sentence(standing: Standing, wording: Wording, when: str) -> str:
    """The whole verdict: the first against the second, equals and unknowns as what they are, then the rest."""
    if len(standing.known) < 2:
        return _cannot_say(standing, wording)
    said = _ahead(standing, wording, when) if standing.winner else _equal(standing, wording, when)
    rest = (
        standing.known[max(2, len(standing.leaders)) :] if standing.winner else standing.known[len(standing.leaders) :]
    )
    if rest:
        said += f" Then {phrasing.listed([f'{each.name} ({each.shown})' for each in rest])}."
    return said + "".join(f" For {each.about.many} no figure is comparable: {each.shown}." for each in standing.unknown)


def _ahead(standing: Standing, wording: Wording, when: str) -> str:
    first, second = standing.known[:2]
    return (
        f"{naming.capital(first.name)} {wording.verb(standing)}: {wording.before}{first.shown} against {second.shown} for {second.name}"
        f"{wording.apart(first, second)}{_of(when)}."
    )


def _equal(standing: Standing, wording: Wording, when: str) -> str:
    leaders = standing.leaders
    one = _one_occupation(leaders)
    names = naming.capital(phrasing.listed([each.about.many if one else each.name for each in leaders]))
    value = f"{wording.before}{leaders[0].shown}{_of(when)}"
    if one:
        together = leaders[0].about.measured_in_sentence
        return f"{names} share one figure, because the statistics count them together as {together}: {value}."
    if leaders[0].at_least:
        return f"{names} are level as far as the statistics count: {value}. Who is ahead they do not say."
    return f"{names} {wording.same}: {value}."


def _of(when: str) -> str:
    return f" ({when})" if when else ""


def _one_occupation(measured: Sequence[Measured]) -> bool:
    return len({each.about.code for each in measured}) == 1


def _cannot_say(standing: Standing, wording: Wording) -> str:
    figures = phrasing.listed([f"for {each.name} {each.shown}" for each in [*standing.known, *standing.unknown]])
    return f"I cannot say {wording.unknown}: {figures}. My sources have no figures that can be compared, and I don't guess."


def dollars_apart(first: Measured, second: Measured) -> str:
    """ "a difference of $3,350, or 5.7%"."""
    return f"a difference of {dollars(first, second)}"


def dollars(first: Measured, second: Measured) -> str:
    """How much more or less the first pays than the second: in dollars, and in percent of the second: "$3,350, or 5.7%"."""
    pay, other = first.value or 0, second.value or 0
    apart = f"${abs(pay - other):,.0f}" if min(pay, other) >= 1000 else phrasing.money(abs(pay - other))
    at_least = "at least " if first.at_least or second.at_least else ""
    return f"{at_least}{apart}, or {phrasing.share(100 * abs(pay - other) / other)}"


def points_apart(first: Measured, second: Measured) -> str:
    """ "a difference of 5 percentage points"."""
    points = round(abs((first.value or 0) - (second.value or 0)), 1)
    return f"a difference of {points:g} percentage point{'' if points == 1 else 's'}"


def jobs_apart(first: Measured, second: Measured) -> str:
    """ "a difference of 36,900"."""
    return f"a difference of {phrasing.count(abs((first.value or 0) - (second.value or 0)))}"
