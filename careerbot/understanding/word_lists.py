"""The word lists that stand beside this module."""

from __future__ import annotations

from pathlib import Path


def _read(name: str) -> frozenset[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


SMALL_WORDS = _read("not_modifiers.txt")
NOT_MODIFIERS = SMALL_WORDS | _read("everyday_words.txt")
KINDS = _read("kinds.txt")
IMAGINARY = _read("imaginary.txt")
NOT_CAREERS = _read("not_careers.txt")
