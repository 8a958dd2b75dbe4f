"""Typing errors in everyday words ("hwo mcuh", "licnese"), as plain functions: towards which word one is mended, and what of a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DOUBLED = re.compile(r"(.)\1+")
_LENGTHS = range(3, 25)  # letters of a word that is mended
_SLIP = 0.5  # what two swapped letters cost, or one typed twice or once too little
_OTHER_BEGINNING = 0.25  # hardly anybody mistypes the first letter
_LONGEST_AT_ONE = 7  # letters; longer words may have two errors
_FAR_OFTENER = 50  # times as often a word one letter off must be used to be likelier than one that a slip leads to
_SHORT = 5  # letters; shorter words have too many neighbors for anything but a slip ...
_OFTEN = 50  # ... of a word that is used so often: "hwo", but not "lsat" ("last")


class EverydaySpelling:
    """Mends words towards the everyday ones that they are nearest to, the most frequent of those.

    `frequency` says how often each everyday word is used; `is_known` of a word in small letters whether it is one already, such
    as the name of a place or a career, and must be left alone.
    """

    def __init__(self, frequency: Mapping[str, int], is_known: Callable[[str], bool]) -> None:
        self._frequency = frequency
        self._is_known = is_known
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in frequency:
            self._by_length[len(word)].append(word)
        self._mended = lru_cache(maxsize=16_384)(self._find)

    def mended(self, word: str) -> str:
        """The word that was meant by one in small letters, or the word itself."""
        return self._mended(word) if len(word) in _LENGTHS else word

    def _find(self, word: str) -> str:
        if word in self._frequency or self._is_known(word):
            return word
        reach = 1 if len(word) <= _LONGEST_AT_ONE else 2
        least = _OFTEN if len(word) < _SHORT else 0
        lengths = range(len(word) - reach, len(word) + reach + 1)
        alike = [each for length in lengths for each in self._by_length[length] if self._frequency[each] >= least]
        near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=reach, limit=None)
        # Of words as near as each other, one with a letter more or less is likelier than one with another letter.
        costs = [
            (_cost(word, each, distance), len(each) == len(word), -self._frequency[each], each)
            for each, distance, _ in near
        ]
        cost, *_, best = min(costs, default=(_most(word) + 1, word))
        if cost < 1:  # a slip; but "carrer" is a career, and not a carer
            one_off = [each for each, distance, _ in near if distance == 1]
            oftenest = max(one_off, key=self._frequency.__getitem__, default=best)
            if self._frequency[oftenest] > _FAR_OFTENER * self._frequency[best]:
                return oftenest
        return best if cost <= _most(word) else word


def _cost(typed: str, word: str, distance: int) -> float:
    swapped = distance == 1 and sorted(typed) == sorted(word)
    doubled = _DOUBLED.sub(r"\1", typed) == _DOUBLED.sub(r"\1", word)
    return (_SLIP if swapped or doubled else distance) + (_OTHER_BEGINNING if typed[0] != word[0] else 0)


def _most(typed: str) -> float:
    """How far from a word an error of it may be."""
    if len(typed) < _SHORT:
        return _SLIP + _OTHER_BEGINNING
    if len(typed) == _SHORT:
        return 1
    return 1 + _OTHER_BEGINNING if len(typed) <= _LONGEST_AT_ONE else 2  # "deathcare" is no "healthcare"


@dataclass(frozen=True)
class Mended:
    """A text with its typing errors mended. `changes` are the spans that were typed, and how much longer each has become."""

    text: str
    typed_text: str
    changes: tuple[tuple[int, int, int], ...] = ()

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the mended text stands in what was typed."""
        return self._typed(start), self._typed(end)

    def _typed(self, place: int) -> int:
        for start, end, longer in self.changes:
            if place <= start:
                break
            place = place - longer if place >= end + longer else min(place, end)
        return place


def mend(text: str, spelling: EverydaySpelling, names_in: Callable[[str], Iterable[tuple[int, int]]]) -> Mended:
    """Mend what is written in small letters, and the first word: with a capital further on, it is a name.

    `names_in` gives the spans of a text that are names however mistyped: "voice acter" has nothing to do with "after".
    """
    found = list(_errors(text, spelling))
    names = list(names_in(text)) if found else []
    parts, changes, done = [], [], 0
    for start, end, word in found:
        if not any(start < name_end and name_start < end for name_start, name_end in names):
            parts += [text[done:start], word]
            changes.append((start, end, len(word) - (end - start)))
            done = end
    return Mended("".join([*parts, text[done:]]), text, tuple(changes))


def _errors(text: str, spelling: EverydaySpelling) -> Iterator[tuple[int, int, str]]:
    """Where an error stands, and the word that was meant."""
    for match in _WORD.finditer(text):
        typed = match[0]
        if typed == typed.casefold() or not text[: match.start()].strip():
            word = spelling.mended(typed.casefold())
            if word != typed.casefold():
                yield match.start(), match.end(), word
