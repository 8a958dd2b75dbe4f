"""What a message means while the quiz is under way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def reading(text: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """`help_me_choose` for an answer or a wish of the quiz's; None for anything else."""
    return None
