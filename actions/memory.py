"""What a conversation remembers of the knowledge, as far as it is still there: its keeper may have removed careers and words since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from careerbot.advice.constraints import OR, WORD
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.search_words import search_words


def known(slots: Mapping[str, Any]) -> dict[str, Any]:
    """The slots without the careers and search terms that are gone, all other values as they are."""
    return {slot: _READERS[slot](value) if value and slot in _READERS else value for slot, value in slots.items()}


def career(id: str | None) -> str | None:
    """The id under which a career is known now; None where there is none any more."""
    found = catalogue().find(id) if id else None
    return found.id if found else None


def _careers(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(found for each in ids if (found := career(each))))


def _offer(offer: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """An offer of an answer about a career goes with that career."""
    return offer if "career" not in offer or career(offer["career"]) else None


def _comparison(comparison: Mapping[str, Any]) -> dict[str, Any]:
    return {**comparison, "careers": _careers(comparison.get("careers") or ())}


def _change(ends: Mapping[str, Any]) -> dict[str, Any]:
    return {end: career(id) for end, id in ends.items()}


def _search(search: Mapping[str, Any]) -> dict[str, Any]:
    asked = dict(search.get("asked") or {})
    for field, still in (("wanted", _terms), ("unwanted", _terms), ("without", _careers), ("among", _careers)):
        if field in asked:
            asked[field] = still(asked[field])
    if "like" in asked:
        asked["like"] = career(asked["like"]) or ""
    return {**search, "asked": asked, "shown": _careers(search.get("shown") or ())}


def _terms(terms: Iterable[str]) -> list[str]:
    """Of terms joined by "or", those that are left."""
    left = (OR.join(filter(_is_term, each.split(OR))) for each in terms)
    return [each for each in left if each]


def _is_term(name: str) -> bool:
    return name.startswith(WORD) or name in search_words()


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "career": career,
    "own_career": career,
    "in_play": _careers,
    "told": _careers,
    "offer": _offer,
    "comparison": _comparison,
    "list_change": _comparison,
    "change": _change,
    "search": _search,
}
