"""How figures and lists are said. The one place for number formats."""

from __future__ import annotations

from collections.abc import Sequence

from careerbot.knowledge import places
from careerbot.knowledge.figures import Wage


def money(dollars: float) -> str:
    """Whole dollars from 1,000 on, cents below: "$83,480", "$40.13"."""
    return f"${dollars:,.0f}" if dollars >= 1000 else f"${dollars:,.2f}"


def wage(value: Wage, *, per: str) -> str:
    """A published wage: top-coded ones are only known to be at least their threshold."""
    if value.amount is None:
        return "not published"
    return f"{'at least ' if value.top_coded else ''}{money(value.amount)} {per}"


def count(jobs: float) -> str:
    """A number of people or jobs: "167,000"."""
    return f"{jobs:,.0f}"


def change(jobs: float) -> str:
    """A change in jobs with its sign: "+8,300", "−1,200"."""
    return f"{jobs:+,.0f}".replace("-", "−")


def percent(value: float) -> str:
    """A share or a change: "4.9%", "−3%"."""
    return f"{value:g}%".replace("-", "−")


def share(value: float) -> str:
    """A percentage that was computed, to one decimal: "5.7%"; what rounds to nothing is "less than 0.1%"."""
    return "less than 0.1%" if 0 < abs(value) < 0.05 else percent(round(value, 1))


def against(value: float, other: float) -> str:
    """How a figure stands to another: "more than", "less than", "as much as"."""
    if value == other:
        return "as much as"
    return "more than" if value > other else "less than"


def no_such_career(name: str) -> str:
    """The beginning of a sentence on a career that is in no list."""
    return f"I don't know a career called “{name}”"


def unmeasured(what: str) -> str:
    """That no figure is known of something."""
    return f"My sources do not measure {what}."


def unmeasured_place(text: str, finer: str) -> str:
    """That no figure is known of the place which a text names; `finer` is a site that has figures of single states."""
    if places.is_abroad(text):
        return "My sources do not measure other countries (the figures are of the whole United States); their own statistics offices do."
    return f"{unmeasured(places.UNMEASURED)} For those of a state see {finer}."


def lower(text: str) -> str:
    """The text with a small letter at its start, as it stands in mid-sentence."""
    return text[:1].lower() + text[1:]


def listed(items: Sequence[str], *, last: str = "and") -> str:
    """ "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def span(low: float, high: float) -> str:
    """A time in years, in months below one: "4 to 5 years", "3 months to 2 years", "1 month"."""
    if not low:
        return f"up to {time(high)}"
    return time(high) if low == high else f"{_until(low, high)} to {time(high)}"


def _until(low: float, high: float) -> str:
    """The beginning of a span, with its unit where that is not the end's."""
    return f"{low:g}" if low >= 1 else f"{_months(low)}" if high < 1 else time(low)


def time(years: float) -> str:
    """A time in years, in months below one: "1 year", "3 months"."""
    number, unit = (f"{years:g}", "year") if years >= 1 else (str(_months(years)), "month")
    return f"{number} {unit}{'' if number == '1' else 's'}"


def _months(years: float) -> int:
    return max(1, round(12 * years))


def years(period: str) -> tuple[str, str]:
    """The ends of a period: "2024–34" -> ("2024", "2034")."""
    start, _, end = period.partition("–")
    return start, start[: len(start) - len(end)] + end
