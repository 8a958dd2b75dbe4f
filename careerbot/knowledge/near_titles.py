"""Whether what a career is called says as much as its titles do, or is other work that is only counted with it.

O*NET lists thousands of further titles under an occupation ("prison warden" under operations managers). One that is close to a
title needs no word ("outpatient phlebotomist", "sonography technician"); of any other an answer must say whom its facts are about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

Stems = tuple[str, ...]

_REST = "all other"  # what an occupation is called that holds what has no occupation of its own
_SAME_FROM = 6  # letters that two words begin with: "sonography" and "sonographer", "electrical" and "electrician"
# Words that say nothing of the work: "the HVAC guy" is an HVAC technician.
_EMPTY = frozenset({"and", "for", "girl", "guy", "in", "lady", "man", "of", "person", "the", "to", "with", "woman"})


class NearTitles:
    """What a career is called, to hold names against: made once for a career, as its names are thousands."""

    def __init__(self, titles: Iterable[Stems] = ()) -> None:
        self._together: set[str] = set()
        self._gists: set[frozenset[str]] = set()
        self._ending: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
        self._holding: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
        for title in titles:
            self.add(title)

    def add(self, title: Stems) -> None:
        """Take another title in."""
        gist = _gist(title)
        self._together.add("".join(title))
        self._ending[title[-1]].add(gist)
        if gist not in self._gists:
            self._gists.add(gist)
            for word in gist:
                self._holding[word].append(gist)

    def say_the_same_as(self, name: Stems) -> bool:
        """Whether every word of a name stands in one of the titles ("dosimetrist" in "medical dosimetrists"), or is one of them apart."""
        said = _gist(name)
        rarest = min((self._holding.get(word, []) for word in said), key=len, default=[])
        return "".join(name) in self._together or any(said <= gist for gist in rarest)

    def are_within(self, name: Stems) -> bool:
        """Whether a name ends as a title does and holds it: "marine photographer"."""
        said = _gist(name)
        return any(gist <= said for gist in self._ending.get(name[-1], ()))


def is_rest(title: str) -> bool:
    """Whether an occupation is what is left of a group ("Therapists, all other"): whoever is asked about is one of many there."""
    return title.casefold().endswith(_REST)


@lru_cache(maxsize=65_536)
def _gist(name: Stems) -> frozenset[str]:
    """The words that say what the work is, as far as they are compared."""
    return frozenset(word[:_SAME_FROM] for word in name if word not in _EMPTY)
