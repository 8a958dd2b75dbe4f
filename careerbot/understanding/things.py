"""Things whose names have the word for a career in them: a "model student" is no model, a "pilot program" has no pilot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from careerbot.knowledge.titles import Match
from careerbot.knowledge.words import Word
from careerbot.understanding.word_lists import THINGS

_LONGEST = max(map(len, THINGS))
_FIRST = frozenset(thing[0] for thing in THINGS)


class Thing(NamedTuple):
    """The words of a text from `first` up to `last` that name a thing."""

    first: int
    last: int  # one past the last word

    def holds(self, name: Match) -> bool:
        """Whether a name is a part of the thing; a "pilot program manager" is more than one."""
        return self.first <= name.first and name.last <= self.last and name.last - name.first < self.last - self.first


def things_in(written: Sequence[Word]) -> list[Thing]:
    """Every thing that is named in a text."""
    return [
        Thing(at, at + length)
        for at, word in enumerate(written)
        if word.stem in _FIRST
        for length in range(2, min(_LONGEST, len(written) - at) + 1)
        if tuple(each.stem for each in written[at : at + length]) in THINGS
    ]
