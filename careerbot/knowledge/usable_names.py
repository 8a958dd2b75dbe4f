"""Which names can be found in a question: not those without a letter or digit, nor those that stand in every question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from careerbot.knowledge.known_names import KnownNames
from careerbot.knowledge.problems import Problem
from careerbot.knowledge.schema import Career
from careerbot.knowledge.words import stems

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_FUNCTION_WORDS_TEXT = """
    a an the this that these those some any each every all both no not and or but nor so if because while than then as
    at by for from in into of off on onto out over to up upon with within without about after before between under
    i me my you your he him his she her it its we us our they them their who whom whose which what when where why how
    am is are was were be been being do does did have has had can could may might must shall should will would
"""
_FUNCTION_WORDS = frozenset(stems(_FUNCTION_WORDS_TEXT))


def unusable(name: str) -> str:
    """Why a name cannot be one, and what to do; "" where it can."""
    if not _LETTER_OR_DIGIT.search(name):
        return f"{name!r} has no letter and no digit, so nobody can ask for it: write the name in words, or take it out"
    if _FUNCTION_WORDS.issuperset(stems(name)):
        return f"{name!r} stands in all kinds of questions, which would mean this career: add what tells it apart"
    return ""


def problems(careers: Iterable[Career], files: Mapping[str, KnownNames]) -> Iterator[Problem]:
    """The names of careers that cannot be used, and those of the files of further names that have no words."""
    for career in careers:
        for field, name in _fields(career):
            if wrong := unusable(name):
                yield Problem(f"careers/{career.id}.yml", 0, field, wrong)
    for file, known in files.items():
        for section in known.__struct_fields__:
            for name in getattr(known, section):
                if not _LETTER_OR_DIGIT.search(name):  # a small word may stand there: the sections say how it is meant
                    yield Problem(file, 0, f"{section}.{name}", unusable(name))


def _fields(career: Career) -> Iterator[tuple[str, str]]:
    yield "title", career.title
    if career.plural:
        yield "plural", career.plural
    yield from ((f"also_known_as[{at}]", name) for at, name in enumerate(career.also_known_as))
