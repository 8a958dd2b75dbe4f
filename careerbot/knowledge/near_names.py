"""Which careers a name may mean that no career has: the kinds of "teacher", or what is spelt nearly so."""

from __future__ import annotations

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
