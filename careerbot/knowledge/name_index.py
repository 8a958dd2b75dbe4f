"""The indexes of career names: the one that questions are read with, and the one that a model is trained with."""

import hashlib
from functools import cache
from pathlib import Path

from careerbot.knowledge import known_names
from careerbot.knowledge.career_names import names
from careerbot.knowledge.catalogue import Catalogue, catalogue
from careerbot.knowledge.titles import TitleIndex
from careerbot.paths import KNOWLEDGE


def index_of(known: Catalogue, folder: Path = KNOWLEDGE) -> TitleIndex:
    """The index over a catalogue, read with the names in `folder`."""
    called = known_names.read(folder)
    senses = known_names.senses(called, lambda code: _id_of(known, code))
    return TitleIndex(known.careers.values(), known.further_names, known.employment, senses, called.nothing)


def _id_of(known: Catalogue, code: str) -> str:
    """The id that a code has now: an import splits some occupations into several."""
    if career := known.find(code):
        return career.id
    return next(career.id for career in known.careers.values() if career.soc == code)


@cache
def name_index() -> TitleIndex:
    """The index over `catalogue()`, imported names included."""
    return index_of(catalogue())


def training_index() -> TitleIndex:
    """The index over what is committed: an import changes no model."""
    return index_of(Catalogue.load())


def training_names_hash() -> str:
    """A hash of all names in `training_index()`; KnowledgeError where the knowledge is not valid."""
    digest = hashlib.sha256()
    for career in Catalogue.load().careers.values():
        digest.update("\n".join(names(career)).encode())
    digest.update((KNOWLEDGE / known_names.FILE).read_bytes())
    return digest.hexdigest()
