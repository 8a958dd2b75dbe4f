"""Small typing errors in the words of career names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from functools import lru_cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from careerbot.knowledge.dictionary import is_well_known
from careerbot.knowledge.words import EVERYDAY_WORDS, listed, stems

_TYPO_FROM = 6  # letters; shorter words have too many neighbours to be corrected
_TWO_TYPOS_FROM = 9
_ACTIVITY_FROM = 9  # "waiting" is no typing error of "writing"
_ENDINGS = ("ed", "ing", "ly", "able", "ful", "ness", "er", "ory")


class Spelling:
    """Corrects words towards a vocabulary: of equally near words to one of `names`, which are names alone, else to the most frequent."""

    def __init__(self, vocabulary: Counter[str], names: Container[str]) -> None:
        self._vocabulary = vocabulary
        self._names = names
        self._alike = _by_letter_and_length(vocabulary)
        self.corrected = lru_cache(maxsize=16_384)(self._corrected)

    def _corrected(self, stem: str) -> str:
        """The nearest word of the vocabulary, or the word itself.

        Words that begin or end differently ("waited", "waiter") are other words, not typing errors, and so are those of
        the English language ("former", "farmer").
        """
        shortest = _ACTIVITY_FROM if stem.endswith("ing") else _TYPO_FROM
        if len(stem) < shortest or stem in self._vocabulary or _is_real(stem):
            return stem
        allowed = 2 if len(stem) >= _TWO_TYPOS_FROM else 1
        lengths = range(len(stem) - allowed, len(stem) + allowed + 1)
        alike = [word for length in lengths for word in self._alike.get((stem[0], length), ())]
        hits = process.extract(stem, alike, scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=None)
        near = [
            (distance, word not in self._names, -self._vocabulary[word], word)
            for word, distance, _ in hits
            if _same_form(stem, word) and (distance == 1 or not stem.endswith("ing"))
        ]
        best = min(near, default=None)
        return best[-1] if best and DamerauLevenshtein.distance(stem, "career") > best[0] else stem

    def nearest(self, stem: str, among: Iterable[str]) -> str:
        """The one of a few words that a stem is a typing error of, or the stem itself."""
        if stem in self._vocabulary or stem in _REAL_WORDS:
            return stem
        near = [
            word
            for word in among
            if word[0] == stem[0]
            and len(word) > 3
            and (_same_form(stem, word) or word == f"{stem}r")  # "court reportes"
            and DamerauLevenshtein.distance(stem, word) == 1
        ]
        return near[0] if len(near) == 1 else stem


def _is_real(stem: str) -> bool:
    return stem in _REAL_WORDS or (stem not in _OFTEN_MEANT and is_well_known(stem))


def _same_form(stem: str, word: str) -> bool:
    """Whether what is typed has no ending of a verb or adjective that the word lacks."""
    if word in (f"{stem}r", f"{stem}er") or (
        word.startswith(stem) and len(word) > len(stem) + 1
    ):  # "bounce", "interview"
        return False
    ending = next((ending for ending in _ENDINGS if stem.endswith(ending)), "")
    return word.endswith(ending) or (ending == "er" and word.endswith(("or", "re", "ar")))


def _by_letter_and_length(vocabulary: Counter[str]) -> dict[tuple[str, int], list[str]]:
    alike: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in vocabulary:
        alike[word[0], len(word)].append(word)
    return alike


_LISTED = listed(Path(__file__).with_name("real_words.txt")) | EVERYDAY_WORDS
_OFTEN_MEANT = frozenset({"gardner", "manger", "programing"})  # words of a dictionary too, but seldom meant
_REAL_WORDS = _LISTED | {name[0] for name in map(stems, _LISTED)}  # "bonkers" is one word of English, and no "banker"
