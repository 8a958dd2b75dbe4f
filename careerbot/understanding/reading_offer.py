"""A yes to what was offered: an offer of a whole conversation (the quiz, clearing the list) goes to that conversation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def reading(text: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """The offer's intent for a yes; offers of a question about a career are `action_affirm`'s own."""
    offer = slots.get("offer") or {}
    return offer.get("intent") if intent == "affirm" and offer and not offer.get("career") else None
