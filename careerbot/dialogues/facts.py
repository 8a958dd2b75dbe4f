"""Paths into the knowledge, and whether an answer shows what stands there.

A path begins with a table of figures ("pay.median", "outlook.change_percent", "entry.education") or with a section of the
career file ("duties", "education.usual", "path.time.min_years"). A section alone means its text or its items. `pay.median`
is the yearly median, or the hourly one where only that is published. "?" at the end: only where the knowledge has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from careerbot.advice import phrasing
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import Figures, Pay, Percentiles, Wage

_TABLES: Mapping[str, Callable[[Figures, str], Any]] = {
    "pay": Figures.pay,
    "outlook": Figures.outlook,
    "entry": Figures.entry,
    "attainment": Figures.attainment,
    "interests": Figures.interests,
    "job_zone": Figures.job_zone,
    "skill_ratings": Figures.skills,
}
_SAID_ALONE = ("text", "items")


class NoSuchFact(Exception):
    """A path that leads nowhere for a career; the message says where it ends, and what there is."""


def not_shown(path: str, career_id: str, text: str) -> list[str]:
    """What stands at `path` for this career and is missing in `text`. Raises NoSuchFact."""
    said = plain(text)
    return [shown for shown in values(path, career_id) if not _stands_in(shown, said)]


def values(path: str, career_id: str) -> list[str]:
    """What stands at a path, as answers say it; empty for a "?" path that leads nowhere. Raises NoSuchFact."""
    steps = path.removesuffix("?").split(".")
    found = [shown for value in _follow(_start(steps[0], career_id), steps[1:], path) for shown in _as_said(value)]
    if not found and not path.endswith("?"):
        raise NoSuchFact(f"the knowledge says nothing at {path} of {career_id}")
    return found


def _start(root: str, career_id: str) -> Any:
    career = catalogue().find(career_id)
    if not career:
        raise NoSuchFact(f"there is no career {career_id!r}")
    if root in _TABLES:
        code = career.figures_code or ""
        return _TABLES[root](catalogue().figures, code) if code else None
    if root not in career.__struct_fields__:
        raise NoSuchFact(f"no {root!r}: a path begins with {', '.join([*_TABLES, *career.__struct_fields__])}")
    return getattr(career, root)


def _follow(value: Any, steps: list[str], path: str) -> Iterator[Any]:
    """The values at the end of a path; a list on the way is followed in each of its items."""
    if isinstance(value, list):
        for item in value:
            yield from _follow(item, steps, path)
    elif value is not None and not steps:
        yield from _alone(value)
    elif value is not None:
        yield from _follow(_part(value, steps[0], path), steps[1:], path)


def _part(value: Any, name: str, path: str) -> Any:
    if isinstance(value, Pay) and name in Percentiles.__struct_fields__:
        value = value.annual if value.annual.median.known else value.hourly
    if not isinstance(value, Struct) or name not in value.__struct_fields__:
        there = ", ".join(value.__struct_fields__) if isinstance(value, Struct) else "nothing more"
        raise NoSuchFact(f"{path}: no {name!r} there; there is {there}")
    return getattr(value, name)


def _alone(value: Any) -> Iterator[Any]:
    if not isinstance(value, Struct) or isinstance(value, Wage):
        yield value
        return
    said = next((getattr(value, name) for name in _SAID_ALONE if name in value.__struct_fields__), None)
    if said is not None:
        yield from _follow(said, [], "")


def _as_said(value: Any) -> Iterator[str]:
    if isinstance(value, Wage):
        yield from [phrasing.money(value.amount)] if value.amount is not None else ()
    elif isinstance(value, float | int):
        yield f"{abs(value):,.10g}"  # a fall is said in words, or with a minus sign
    else:
        yield "none needed" if value == "None" else str(value)


def _stands_in(shown: str, said: str) -> bool:
    """Numbers stand on their own: 9.5 is not in 19.5 or 9.55."""
    return bool(re.search(rf"(?<![\d.,]){re.escape(plain(shown))}(?![\d]|[.,]\d)", said))


def plain(text: str) -> str:
    """A text as it is looked for in an answer: in one line, small letters, without its full stop."""
    return " ".join(text.split()).casefold().strip(" .:")
