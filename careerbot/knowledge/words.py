"""The words of a text or a name, as they are compared: lower case, without plural and possessive."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)?(?:[+#]+)?(?:['’][a-z]+)?")


class Word(NamedTuple):
    """A word of a text, where it stands and how it is written there."""

    start: int
    end: int
    written: str
    stem: str


def words(text: str) -> list[Word]:
    """The words of a text in their order."""
    return [Word(match.start(), match.end(), match.group(), stem(match.group())) for match in _WORD.finditer(text)]


def stems(name: str) -> tuple[str, ...]:
    """The words of a name without their plural, as they are compared."""
    return tuple(map(stem, _WORD.findall(name)))


@lru_cache(maxsize=32_768)
def stem(word: str) -> str:
    """A crude singular: the same for a title and for a question, which is all that counts."""
    word = re.sub(r"'s?$", "", word.casefold().replace("’", "'"))
    if word.endswith("men"):
        return word[:-2] + "an"
    if len(word) > 6 and word.endswith("people"):
        return word[:-6] + "person"
    if word.endswith("wives"):
        return word[:-3] + "fe"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word != "news":
        return word[:-1]
    return word


def listed(path: Path) -> frozenset[str]:
    """The words of a file of words; a line with "#" before it is a heading."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def listed_phrases(path: Path) -> frozenset[tuple[str, ...]]:
    """The stems of the phrases of a file that has one on each line; a line with "#" before it is a heading."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(stems(line) for line in lines if line and not line.startswith("#"))


EVERYDAY_WORDS = listed(Path(__file__).with_name("everyday_words.txt"))
