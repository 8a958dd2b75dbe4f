"""The words of English, as far as they are known: what is none of them may be a typing error."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from spellchecker import SpellChecker

from careerbot.knowledge.words import listed
from careerbot.understanding.sentence_encoder import sentence_encoder

# A short word that the dictionary has hardly met is likelier a typing error: "wroth", "agee", "therm".
_SHORT, _RARE = 5, 50  # letters; times


@cache
def english_words() -> frozenset[str]:
    """Those of a dictionary and those that the sentence encoder knows, in small letters; "didn't" also as "didnt"."""
    counted = SpellChecker().word_frequency
    dictionary = {
        word for word in counted.words() if not word.endswith("'s") and (len(word) > _SHORT or counted[word] > _RARE)
    }
    return frozenset(dictionary | {word.replace("'", "") for word in dictionary} | sentence_encoder().words() | _NEWER)


_NEWER = listed(Path(__file__).with_name("newer_words.txt"))
