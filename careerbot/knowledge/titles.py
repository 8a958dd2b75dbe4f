"""Finding the careers that a text names, by dictionary: titles, aliases, plurals and small typing errors."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

from careerbot.knowledge.schema import Career

_WORD = re.compile(r"[^\W_]+(?:[+#]+)?(?:['’][a-z]+)?")
_TYPO_FROM = 6  # letters; shorter words have too many neighbours to be corrected
_TWO_TYPOS_FROM = 9


@dataclass(frozen=True)
class Mention:
    """A career named in a text: where, and which it may be, most likely first. `confidence` is 1.0 for a name written as it is."""

    start: int
    end: int
    career_ids: tuple[str, ...]
    confidence: float


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    stem: str


class TitleIndex:
    """All names of all careers. Written careers come before those that only have figures."""

    def __init__(self, careers: Iterable[Career]) -> None:
        self._names: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        self._shown: dict[str, str] = {}  # a name as it is written -> career id
        for career in sorted(careers, key=lambda career: career.summary is None):
            for name in names(career):
                self._names[stems(name)].setdefault(career.id)
                self._shown.setdefault(name.casefold(), career.id)
        self._longest = max(map(len, self._names), default=0)
        self._vocabulary = sorted({stem for name in self._names for stem in name})
        self._known_words = set(self._vocabulary)
        self._correct = lru_cache(maxsize=16_384)(self._nearest_word)

    def find(self, text: str) -> list[Mention]:
        """The careers named in `text`, from left to right; the longest name wins, overlaps do not occur."""
        words = _words(text)
        found, at = [], 0
        while at < len(words):
            mention = self._longest_at(words, at)
            if mention:
                found.append(mention)
                at += sum(mention.start <= word.start < mention.end for word in words)
            else:
                at += 1
        return found

    def nearest(self, phrase: str, limit: int = 3) -> list[str]:
        """The ids of the careers whose names look most like `phrase`, best first; none where nothing is near."""
        hits = process.extract(
            phrase.casefold(), list(self._shown), scorer=fuzz.token_sort_ratio, score_cutoff=72, limit=limit * 4
        )
        return list(dict.fromkeys(self._shown[name] for name, _, _ in hits))[:limit]

    def _longest_at(self, words: list[_Word], at: int) -> Mention | None:
        for length in range(min(self._longest, len(words) - at), 0, -1):
            span = words[at : at + length]
            key = tuple(word.stem for word in span)
            confidence = 1.0
            if key not in self._names:
                corrected = self._corrected(span)
                if corrected not in self._names:
                    continue
                key, confidence = corrected, 0.8
            return Mention(span[0].start, span[-1].end, tuple(self._names[key]), confidence)
        return None

    def _corrected(self, span: list[_Word]) -> tuple[str, ...]:
        return tuple(word.stem if word.stem in self._known_words else self._correct(word.stem) for word in span)

    def _nearest_word(self, stem: str) -> str:
        """The nearest word of any title; words that begin differently are other words, not typing errors."""
        if len(stem) < _TYPO_FROM:
            return stem
        allowed = 2 if len(stem) >= _TWO_TYPOS_FROM else 1
        hit = process.extractOne(stem, self._vocabulary, scorer=DamerauLevenshtein.distance, score_cutoff=allowed)
        return str(hit[0]) if hit and hit[0][0] == stem[0] else stem


def names(career: Career) -> Iterator[str]:
    """Everything a career is called: its title, aliases, and an official title the right way round."""
    yield career.title
    yield from career.also_known_as
    if career.plural:
        yield career.plural
    head, comma, rest = career.title.partition(", ")
    if comma and ", " not in rest:  # "Bus Drivers, School"
        yield f"{rest} {head}"


def stems(name: str) -> tuple[str, ...]:
    """The words of a name without their plural, as they are compared."""
    return tuple(word.stem for word in _words(name))


def _words(text: str) -> list[_Word]:
    return [_Word(match.start(), match.end(), _stem(match.group())) for match in _WORD.finditer(text)]


def _stem(word: str) -> str:
    """A crude singular: the same for a title and for a question, which is all that counts."""
    word = re.sub(r"['’]s?$|['’]", "", word.casefold())
    if word.endswith("men"):
        return word[:-2] + "an"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
