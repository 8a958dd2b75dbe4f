"""The words of English, as far as they are known: what is none of them may be a typing error."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from careerbot.knowledge.dictionary import dictionary
from careerbot.knowledge.words import listed
from careerbot.understanding.sentence_encoder import sentence_encoder

# A short word that the dictionary has hardly met is likelier a typing error: "wroth", "agee", "therm".
_SHORT, _RARE = 5, 50  # letters; times


@cache
def english_words() -> frozenset[str]:
    """Those of a dictionary and those that the sentence encoder knows, in small letters; "didn't" also as "didnt"."""
    known = {
        word
        for word, times in dictionary().items()
        if not word.endswith("'s") and (len(word) > _SHORT or times > _RARE)
    }
    return frozenset(known | {word.replace("'", "") for word in known} | sentence_encoder().words() | _NEWER)


_NEWER = listed(Path(__file__).with_name("newer_words.txt"))
