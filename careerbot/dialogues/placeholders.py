"""`for_each` and `vary`: one case becomes as many as its names have combinations of values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import msgspec

from careerbot.advice.topics import TOPICS
from careerbot.dialogues.schema import Case, Step
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import catalogue

Values = Mapping[str, str]
_PLACE = re.compile(r"\{(?P<name>[a-z_]+)(?:\.(?P<form>[a-z_]+))?\}")
_ALL = {"career": lambda: [career.id for career in catalogue().written], "topic": lambda: list(TOPICS)}


class BadPlaceholder(Exception):
    """A case whose names cannot be filled in; the message says which, and what there is."""


def combinations(names: Mapping[str, str | list[str]] | None) -> Iterator[dict[str, str]]:
    """Every combination of values; one empty combination where there are no names. Raises BadPlaceholder."""
    lists = [_values(name, values) for name, values in (names or {}).items()]
    for values in product(*lists):
        yield dict(zip(names or (), values, strict=True))


def filled(case: Case, values: Values) -> Case:
    """The case with its placeholders filled in. Raises BadPlaceholder."""
    if not values:
        return case
    steps = _replaced(msgspec.to_builtins(case.steps), values)
    return msgspec.structs.replace(case, steps=msgspec.convert(steps, list[Step]))


def _values(name: str, values: str | list[str]) -> list[str]:
    if isinstance(values, list):
        return values
    if values != "all" or name not in _ALL:
        raise BadPlaceholder(f"for_each.{name}: expected a list, or “all” for {' and '.join(_ALL)}, found {values!r}")
    return _ALL[name]()


def _replaced(part: Any, values: Values) -> Any:
    if isinstance(part, str):
        return _PLACE.sub(lambda place: _value(place, values), part)
    if isinstance(part, list):
        return [_replaced(each, values) for each in part]
    if isinstance(part, dict):
        return {name: _replaced(each, values) for name, each in part.items()}
    return part


def _value(place: re.Match[str], values: Values) -> str:
    name, form = place["name"], place["form"]
    if name not in values:
        raise BadPlaceholder(f"{place[0]}: no such name; there are {', '.join(values)}")
    forms = _forms(name, values[name])
    if (form or "") not in forms:
        raise BadPlaceholder(f"{place[0]}: no such form; there are {', '.join(filter(None, forms))}")
    return forms[form or ""]


def _forms(name: str, value: str) -> dict[str, str]:
    """A career and a topic can be said in several forms: {career.many}, {topic.label}."""
    if name == "career" and value in catalogue().careers:
        career = catalogue().careers[value]
        title = naming.in_sentence(career.title)
        return {"": title, "id": value, "title": career.title, "one": naming.one(career), "many": naming.many(career)}
    if name == "topic" and value in TOPICS:
        return {"": value, "label": TOPICS[value].label}
    return {"": value}
