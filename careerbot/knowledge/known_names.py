"""`knowledge/names.yml`: what people call careers beyond titles and aliases, and what they do not mean by a name."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from careerbot.knowledge import yaml_files
from careerbot.knowledge.problems import Problem
from careerbot.knowledge.words import stems

FILE = "names.yml"


class Elsewhere(Struct, frozen=True, forbid_unknown_fields=True):
    """What another country calls a career: `used_in` completes "in the US, what {...} calls a barrister is a lawyer"."""

    career: str
    used_in: str


class KnownNames(Struct, frozen=True, forbid_unknown_fields=True):
    """The file. Careers are named by id or SOC code; each section is explained where it stands in the file."""

    names: dict[str, str] = {}
    plain: dict[str, str] = {}
    several: dict[str, list[str]] = {}
    elsewhere: dict[str, Elsewhere] = {}
    fields: dict[str, str] = {}
    nothing: list[str] = []


class Sense(NamedTuple):
    """What a name means: career ids, most likely first.

    `asked`: which of them is meant must be asked. `in_context`: an everyday word, or a field of work: a career only where
    the text uses it as one. `field`: a field of work ("nursing"). `used_in`: the country whose word it is.
    """

    ids: tuple[str, ...]
    asked: bool = False
    in_context: bool = False
    field: bool = False
    used_in: str | None = None


def read(folder: Path) -> tuple[KnownNames, list[Problem]]:
    """The names of a knowledge folder and what is wrong with the file; no names where there is no such file."""
    path = folder / FILE
    if not path.exists():
        return KnownNames(), []
    known, found = yaml_files.read(path, KnownNames, shown_as=FILE)
    return known or KnownNames(), found


def senses(known: KnownNames, id_of: Callable[[str], str]) -> dict[tuple[str, ...], Sense]:
    """Each name by its stems; `id_of` turns what the file calls a career into its id."""
    found = {stems(name): Sense((id_of(code),), in_context=True, field=True) for name, code in known.fields.items()}
    found |= {stems(name): Sense((id_of(code),)) for name, code in known.names.items()}
    found |= {stems(name): Sense((id_of(code),), in_context=True) for name, code in known.plain.items()}
    for name, codes in known.several.items():
        in_context = stems(name) in found and found[stems(name)].in_context
        found[stems(name)] = Sense(tuple(map(id_of, codes)), asked=True, in_context=in_context)
    for name, other in known.elsewhere.items():
        found[stems(name)] = Sense((id_of(other.career),), used_in=other.used_in)
    return found


def problems(known: KnownNames, careers: Container[str]) -> Iterator[Problem]:
    """Careers that there are not, names that stand in two sections, and questions with one answer."""
    for field, code in _careers(known):
        if code not in careers:
            yield Problem(FILE, 0, field, f"{code!r} is neither a career file nor a SOC code with figures")
    for name, codes in known.several.items():
        if len(codes) < 2:
            yield Problem(FILE, 0, f"several.{name}", "expected two careers or more: one needs no question")
    seen: dict[tuple[str, ...], str] = {}
    for section in ("names", "several", "elsewhere", "fields", "nothing"):
        for name in getattr(known, section):
            other = seen.setdefault(stems(name), section)
            if other != section:
                yield Problem(FILE, 0, f"{section}.{name}", f"{name!r} stands in {other!r} too")


def _careers(known: KnownNames) -> Iterator[tuple[str, str]]:
    for section in ("names", "plain", "fields"):
        yield from ((f"{section}.{name}", code) for name, code in getattr(known, section).items())
    yield from ((f"several.{name}", code) for name, codes in known.several.items() for code in codes)
    yield from ((f"elsewhere.{name}", other.career) for name, other in known.elsewhere.items())
