"""The word lists that stand beside this module."""

from __future__ import annotations

from pathlib import Path

from careerbot.knowledge.words import EVERYDAY_WORDS, listed, listed_phrases

_HERE = Path(__file__).parent

SMALL_WORDS = listed(_HERE / "not_modifiers.txt")
TOWNS = listed(_HERE / "towns.txt")
NOT_MODIFIERS = SMALL_WORDS | EVERYDAY_WORDS | TOWNS | listed(_HERE / "circumstances.txt") | listed(_HERE / "verbs.txt")
KINDS = listed(_HERE / "kinds.txt")
IMAGINARY = listed(_HERE / "imaginary.txt")
NOT_CAREERS = listed(_HERE / "not_careers.txt")
THINGS = listed_phrases(_HERE / "things.txt")
