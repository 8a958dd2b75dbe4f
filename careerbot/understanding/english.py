"""The words of English, as far as they are known: what is none of them may be a typing error."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from spellchecker import SpellChecker

from careerbot.knowledge.words import listed
from careerbot.understanding.sentence_encoder import sentence_encoder


@cache
def english_words() -> frozenset[str]:
    """Those of a dictionary and those that the sentence encoder knows, in small letters; "didn't" also as "didnt"."""
    dictionary = {word for word in SpellChecker().word_frequency.words() if not word.endswith("'s")}
    return frozenset(dictionary | {word.replace("'", "") for word in dictionary} | sentence_encoder().words() | _NEWER)


_NEWER = listed(Path(__file__).with_name("newer_words.txt"))
