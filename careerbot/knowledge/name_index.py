"""The indexes of career names: the one that questions are read with, and the one that a model is trained with."""

import hashlib
from functools import cache

from careerbot.knowledge.catalogue import Catalogue, catalogue
from careerbot.knowledge.titles import TitleIndex, names


@cache
def name_index() -> TitleIndex:
    """The index over `catalogue()`, imported names included."""
    known = catalogue()
    return TitleIndex(known.careers.values(), known.further_names, known.employment)


def training_index() -> TitleIndex:
    """The index over what is committed: an import changes no model."""
    known = Catalogue.load()
    return TitleIndex(known.careers.values(), size=known.employment)


def training_names_hash() -> str:
    """A hash of all names in `training_index()`; KnowledgeError where the knowledge is not valid."""
    digest = hashlib.sha256()
    for career in Catalogue.load().careers.values():
        digest.update("\n".join(names(career)).encode())
    return digest.hexdigest()
