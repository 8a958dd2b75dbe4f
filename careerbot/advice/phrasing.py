"""How figures and lists are said. The one place for number formats."""

from __future__ import annotations

from collections.abc import Sequence

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


def lower(text: str) -> str:
    """The text with a small letter at its start, as it stands in mid-sentence."""
    return text[:1].lower() + text[1:]


def listed(items: Sequence[str], *, last: str = "and") -> str:
    """ "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def years(period: str) -> tuple[str, str]:
    """The ends of a period: "2024–34" -> ("2024", "2034")."""
    start, _, end = period.partition("–")
    return start, start[: len(start) - len(end)] + end
