"""Words before the name of a career that make it a special one: "cargo plane" in "cargo plane pilot"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from careerbot.knowledge.titles import TitleIndex
from careerbot.knowledge.words import Word

_MOST = 3
_JOINED = re.compile(r"[ \u00a0]?[-/&]?[ \u00a0]?")
_VERB_FORMS = ("ing", "ed", "ly", "'s", "’s", "n't", "n’t")


def modified_from(text: str, words: Sequence[Word], first: int, floor: int, index: TitleIndex) -> int:
    """Where the name that begins with word `first` begins with its modifiers; `floor` belongs to another name."""
    at = first
    while at > max(floor, first - _MOST) and _JOINED.fullmatch(text, words[at - 1].end, words[at].start):
        if not _may_join(words, at - 1, first, index):
            break
        at -= 1
    return at


def _may_join(words: Sequence[Word], at: int, first: int, index: TitleIndex) -> bool:
    word, following = words[at], words[at + 1].stem
    written = word.written.casefold()
    if written in _NOT_MODIFIERS or word.stem in _NOT_MODIFIERS:
        return at + 1 < first and index.goes_with(word.stem, following)
    if len(written) < 2 or written.isdigit() or written.endswith(_VERB_FORMS):
        return index.specifies(word.stem, following) and not written.isdigit()
    return True


def _lines(path: Path) -> Iterator[str]:
    yield from (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))


_NOT_MODIFIERS = frozenset(word for line in _lines(Path(__file__).with_name("not_modifiers.txt")) for word in line.split())
