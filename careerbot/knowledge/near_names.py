"""Which careers a name may mean that no career has: the kinds of "teacher", or what is spelt nearly so; and which of a few are meant."""

from __future__ import annotations

from collections.abc import Sequence

from careerbot.knowledge.career_names import names
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.name_index import name_index
from careerbot.knowledge.words import stems

_MOST = 4


def near(name: str) -> list[str]:
    """Ids of careers with a file whose title holds the words of the name, those of most people first; else those spelt alike."""
    words = set(stems(name))
    kinds = [career for career in catalogue().written if words and words <= set(stems(career.title))]
    largest = sorted(kinds, key=catalogue().employment, reverse=True)
    return [career.id for career in largest[:_MOST]] or name_index().nearest(name)


def among(ids: Sequence[str], name: str) -> list[str]:
    """Those of a few careers whose title holds the words of the name ("the engineer"); else those that are called so otherwise."""
    words, careers = set(stems(name)), [catalogue().careers[each] for each in ids if each in catalogue().careers]
    titled = [career.id for career in careers if words and words <= set(stems(career.title))]
    return titled or [
        career.id for career in careers if words and any(words <= set(stems(each)) for each in names(career))
    ]
