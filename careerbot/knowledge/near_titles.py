"""Whether what a career is called says as much as its titles do, or is other work that is only counted with it.

O*NET lists thousands of further titles under an occupation ("prison warden" under operations managers). One that is close to a
title needs no word ("outpatient phlebotomist", "sonography technician"); of any other an answer must say whom its facts are about.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

Stems = tuple[str, ...]

_REST = "all other"  # what an occupation is called that holds what has no occupation of its own
_SAME_FROM = 6  # letters that two words begin with: "sonography" and "sonographer", "electrical" and "electrician"
# Words that say nothing of the work: "the HVAC guy" is an HVAC technician.
_EMPTY = frozenset({"and", "for", "girl", "guy", "in", "lady", "man", "of", "person", "the", "to", "with", "woman"})


def says_the_same(name: Stems, titles: Iterable[Stems]) -> bool:
    """Whether every word of a name stands in one of the titles ("dosimetrist" in "medical dosimetrists"), or is one of them apart."""
    said, together = _gist(name), "".join(name)
    return any((said and said <= _gist(title)) or together == "".join(title) for title in titles)


def is_special(name: Stems, titles: Iterable[Stems]) -> bool:
    """Whether a name ends as a title does and holds it: "marine photographer"."""
    said = _gist(name)
    return any(name[-1] == title[-1] and _gist(title) <= said for title in titles)


def is_rest(title: str) -> bool:
    """Whether an occupation is what is left of a group ("Therapists, all other"): whoever is asked about is one of many there."""
    return title.casefold().endswith(_REST)


@lru_cache(maxsize=65_536)
def _gist(name: Stems) -> frozenset[str]:
    """The words that say what the work is, as far as they are compared."""
    return frozenset(word[:_SAME_FROM] for word in name if word not in _EMPTY)
