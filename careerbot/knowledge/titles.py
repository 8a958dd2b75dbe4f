"""Finding the careers that a text names, by dictionary: titles, aliases, plurals and small typing errors."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

from careerbot.knowledge.schema import Career, CareerFile

_WORD = re.compile(r"[^\W_]+(?:[+#]+)?(?:['’][a-z]+)?")
_TWO_NAMES = re.compile(r"(.+?) \(([^()]+)\)")  # "CEO (Chief Executive Officer)"
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
    """All names of all careers.

    Of several careers with one name those come first that have a file, then those whose official title it is, then those
    that O*NET calls so among other things; among equals the largest. `further_names` are what O*NET calls the careers
    that have a file, by their ids; `size` says how many people work in a career.
    """

    def __init__(
        self,
        careers: Iterable[Career],
        further_names: Mapping[str, Iterable[str]] | None = None,
        size: Callable[[Career], int] = lambda career: 0,
    ) -> None:
        self._names: dict[tuple[str, ...], list[str]] = {}
        self._shown: dict[str, str] = {}  # a name as it is written, its words sorted -> career id
        by_size = sorted(careers, key=size, reverse=True)
        written: list[Career] = [career for career in by_size if isinstance(career, CareerFile)]
        others = [career for career in by_size if not isinstance(career, CareerFile)]
        for career in written:
            self._add(career, names(career))
        for career in others:
            self._add(career, _titles(career))
        self._own = frozenset(self._names)
        for career in written:
            self._add(career, _imported_names((further_names or {}).get(career.id, ())))
        for career in others:
            self._add(career, _imported_names(career.also_known_as))
        self._longest = _longest_by_first_word(self._names)
        self._words = Counter(stem for name in self._names for stem in name)
        self._alike = _by_letter_and_length(self._words)
        self._correct = lru_cache(maxsize=16_384)(self._nearest_word)

    def _add(self, career: Career, called: Iterable[str]) -> None:
        for name in called:
            ids = self._names.setdefault(stems(name), [])
            if career.id not in ids:
                ids.append(career.id)
            self._shown.setdefault(_sorted_words(name), career.id)

    def find(self, text: str) -> list[Mention]:
        """The careers named in `text`, from left to right; the longest name wins, overlaps do not occur."""
        words = _words(text)
        corrected = [self._correct(word.stem) for word in words]
        found, at = [], 0
        while at < len(words):
            mention = self._longest_at(words, corrected, at)
            if mention:
                found.append(mention)
                at += sum(mention.start <= word.start < mention.end for word in words)
            else:
                at += 1
        return found

    def nearest(self, phrase: str, limit: int = 3) -> list[str]:
        """The ids of the careers whose names look most like `phrase`, best first; none where nothing is near."""
        # The same as fuzz.token_sort_ratio over the names, whose words need no sorting each time.
        hits = process.extract(
            _sorted_words(phrase), self._shown.keys(), scorer=fuzz.ratio, score_cutoff=72, limit=limit * 4
        )
        return list(dict.fromkeys(self._shown[name] for name, _, _ in hits))[:limit]

    def _longest_at(self, words: list[_Word], corrected: list[str], at: int) -> Mention | None:
        longest = max(self._longest.get(words[at].stem, 0), self._longest.get(corrected[at], 0))
        for length in range(min(longest, len(words) - at), 0, -1):
            span = words[at : at + length]
            key = tuple(word.stem for word in span)
            confidence = 1.0
            if key not in self._names:
                key, confidence = tuple(corrected[at : at + length]), 0.8
                if key not in self._names or not self._may_be_misspelt(key):
                    continue
            return Mention(span[0].start, span[-1].end, tuple(self._names[key]), confidence)
        return None

    def _may_be_misspelt(self, name: tuple[str, ...]) -> bool:
        """O*NET knows so many names of one word ("Marker") that half of English is a typing error of one of them."""
        return len(name) > 1 or name in self._own

    def _nearest_word(self, stem: str) -> str:
        """The nearest word of any title; words that begin differently are other words, not typing errors."""
        if len(stem) < _TYPO_FROM or stem in self._words:
            return stem
        allowed = 2 if len(stem) >= _TWO_TYPOS_FROM else 1
        lengths = range(len(stem) - allowed, len(stem) + allowed + 1)
        alike = [word for length in lengths for word in self._alike.get((stem[0], length), ())]
        hits = process.extract(stem, alike, scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=None)
        return min(hits, key=lambda hit: (hit[1], -self._words[hit[0]]), default=(stem,))[0]


def _longest_by_first_word(keys: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """How many words the longest name has that begins with a word."""
    longest: dict[str, int] = {}
    for key in keys:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


def _by_letter_and_length(words: Iterable[str]) -> dict[tuple[str, int], list[str]]:
    alike: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in words:
        alike[word[0], len(word)].append(word)
    return alike


def names(career: Career) -> Iterator[str]:
    """Everything a career is called: its title, aliases, and an official title the right way round."""
    yield from _titles(career)
    yield from career.also_known_as


def _titles(career: Career) -> Iterator[str]:
    yield career.title
    if career.plural:
        yield career.plural
    head, comma, rest = career.title.partition(", ")
    if comma and ", " not in rest:  # "Bus Drivers, School"
        yield f"{rest} {head}"
    if not isinstance(career, CareerFile):
        yield from _parts(career.title)


def _parts(title: str) -> Iterator[str]:
    """The two jobs that an official title puts together: "Crane and tower operators" are crane operators and tower operators."""
    first, both, second = title.partition(" and ")
    if not both or "," in title or " and " in second or not second.endswith("s") or _NO_PAIR.search(title):
        return
    for part in (first if first.endswith("s") else f"{first} {second.split()[-1]}", second):
        if not _is_plain_english(stems(part)) and _stem(part) not in _TOO_GENERAL:
            yield part


_NO_PAIR = re.compile(r"--|\b(?:other|related|miscellaneous|of|oil)\b", re.IGNORECASE)
_TOO_GENERAL_WORDS = """
    attendant clerk collector director fabricator finisher helper inspector installer investigator operator producer repairer
    technician technologist tender worker
"""
_TOO_GENERAL = frozenset(_TOO_GENERAL_WORDS.split())


def _imported_names(titles: Iterable[str]) -> Iterator[str]:
    """O*NET's further titles, those with a second name in brackets as two; without what mostly means something else."""
    for title in titles:
        two = _TWO_NAMES.fullmatch(title)
        for name in two.groups() if two else (title,):
            if not _is_plain_english(stems(name)):
                yield name


def _is_plain_english(name: tuple[str, ...]) -> bool:
    """Whether a name is a plain word ("guide") or phrase ("turn out"). Two letters are as often a degree or a state."""
    if len(name) < 2:
        return not name or len(name[0]) < 3 or name[0] in _PLAIN_WORDS
    return name[0] in _NEVER_FIRST or name[-1] in _NEVER_LAST


# "a doctor or nurse" is not about the nurse in the OR, "what is project manager" not about a manager of IS.
_NEVER_FIRST = frozenset({"after", "is", "or"})
_NEVER_LAST = frozenset({"away", "down", "in", "off", "on", "out", "over", "up"})


def stems(name: str) -> tuple[str, ...]:
    """The words of a name without their plural, as they are compared."""
    return tuple(map(_stem, _WORD.findall(name)))


def _words(text: str) -> list[_Word]:
    return [_Word(match.start(), match.end(), _stem(match.group())) for match in _WORD.finditer(text)]


def _sorted_words(name: str) -> str:
    return " ".join(sorted(name.casefold().split()))


@lru_cache(maxsize=32_768)
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


_PLAIN_WORDS = frozenset(stems(Path(__file__).with_name("plain_words.txt").read_text(encoding="utf-8")))
