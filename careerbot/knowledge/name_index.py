"""The index of all career names of the project's knowledge, built once."""

from functools import cache

from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.titles import TitleIndex


@cache
def name_index() -> TitleIndex:
    """The index over `catalogue()`."""
    known = catalogue()
    return TitleIndex(known.careers.values(), known.further_names, known.employment)
