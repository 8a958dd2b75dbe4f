"""The indexes of career names: the one that questions are read with, and the one that a model is trained with."""

import hashlib
from functools import cache
from pathlib import Path

import msgspec

from careerbot.knowledge import known_names
from careerbot.knowledge.career_names import names
from careerbot.knowledge.catalogue import Catalogue, catalogue
from careerbot.knowledge.titles import TitleIndex


def index_of(known: Catalogue) -> TitleIndex:
    """The index over a catalogue."""
    senses = known_names.senses(known.called, lambda code: _id_of(known, code))
    return TitleIndex(known.careers.values(), known.further_names, known.employment, senses, known.called.nothing)


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


def linking_files() -> list[Path]:
    """The files that decide how names are found in a text: where one changes, a model sees other training examples."""
    knowledge = Path(__file__).parent
    modules = ("career_names", "fields", "known_names", "short_forms", "spelling", "titles", "words")
    lists = [*knowledge.glob("*.txt"), *(knowledge.parent / "understanding").glob("*.txt")]
    return sorted([*(knowledge / f"{name}.py" for name in modules), *lists])


def training_names_hash() -> str:
    """A hash of all names in `training_index()`; KnowledgeError where the knowledge is not valid."""
    digest = hashlib.sha256()
    known = Catalogue.load()
    for career in known.careers.values():
        digest.update("\n".join(names(career)).encode())
    digest.update(msgspec.json.encode((known.further_names, known.called)))
    return digest.hexdigest()
