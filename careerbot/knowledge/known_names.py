"""`knowledge/names/`: what people call careers beyond titles and aliases, and what they do not mean by a name."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from careerbot.knowledge import yaml_files
from careerbot.knowledge.problems import Problem
from careerbot.knowledge.words import stems

FOLDER = "names"
_OF_ONE_CAREER = ("names", "counted", "kinds", "plain", "fields")
_SECTIONS = (*_OF_ONE_CAREER, "several", "elsewhere")  # of KnownNames; beside them stands what means nothing


class Elsewhere(Struct, frozen=True, forbid_unknown_fields=True):
    """What another country calls a career: `used_in` completes "in the US, what {...} calls a barrister is a lawyer"."""

    career: str
    used_in: str


class KnownNames(Struct, frozen=True, forbid_unknown_fields=True):
    """A file. Careers are named by id or SOC code; each section is explained where it stands in `everyday.yml`."""

    names: dict[str, str] = {}
    counted: dict[str, str] = {}
    kinds: dict[str, str] = {}
    plain: dict[str, str] = {}
    several: dict[str, list[str]] = {}
    elsewhere: dict[str, Elsewhere] = {}
    fields: dict[str, str] = {}
    nothing: list[str] = []


class Sense(NamedTuple):
    """What a name means: career ids, most likely first.

    `asked`: which of them is meant must be asked. `in_context`: an everyday word, or a field of work: a career only where
    the text uses it as one. `field`: a field of work ("nursing"). `used_in`: the country whose word it is. `kind`: work that is
    counted with that career without being all of it ("location scout"). `rare`: a name that hardly anybody means by a typing error.
    """

    ids: tuple[str, ...]
    asked: bool = False
    in_context: bool = False
    field: bool = False
    used_in: str | None = None
    kind: bool = False
    rare: bool = False

    @property
    def has_no_field(self) -> bool:
        """Whether no field of work follows from the name: it is doubtful ("sitter", "sitting"), or a word of elsewhere."""
        return self.asked or self.in_context or self.used_in is not None


def read(folder: Path) -> tuple[dict[str, KnownNames], list[Problem]]:
    """The names of each file in a knowledge folder, and what is wrong with them; none where there is no such folder."""
    files: dict[str, KnownNames] = {}
    problems: list[Problem] = []
    for path in sorted((folder / FOLDER).glob("*.yml")):
        shown_as = f"{FOLDER}/{path.name}"
        known, found = yaml_files.read(path, KnownNames, shown_as=shown_as)
        files[shown_as] = known or KnownNames()
        problems += found
    return files, problems


def together(files: Iterable[KnownNames]) -> KnownNames:
    """What all files say; `problems` tells where two say it of one name."""
    whole = KnownNames({}, {}, {}, {}, {}, {}, {}, [])
    for known in files:
        for section in _SECTIONS:
            getattr(whole, section).update(getattr(known, section))
        whole.nothing.extend(known.nothing)
    return whole


def senses(known: KnownNames, id_of: Callable[[str], str]) -> dict[tuple[str, ...], Sense]:
    """Each name by its stems; `id_of` turns what the file calls a career into its id."""
    found = {stems(name): Sense((id_of(code),), in_context=True, field=True) for name, code in known.fields.items()}
    found |= {stems(name): Sense((id_of(code),)) for name, code in known.names.items()}
    found |= {stems(name): Sense((id_of(code),), kind=True) for name, code in known.counted.items()}
    found |= {stems(name): Sense((id_of(code),), kind=True, rare=True) for name, code in known.kinds.items()}
    found |= {stems(name): Sense((id_of(code),), in_context=True) for name, code in known.plain.items()}
    for name, codes in known.several.items():
        in_context = stems(name) in found and found[stems(name)].in_context
        found[stems(name)] = Sense(tuple(map(id_of, codes)), asked=True, in_context=in_context)
    for name, other in known.elsewhere.items():
        found[stems(name)] = Sense((id_of(other.career),), used_in=other.used_in)
    return found


def problems(files: Mapping[str, KnownNames], careers: Container[str]) -> Iterator[Problem]:
    """Careers that there are not, names that stand in two places, and questions with one answer."""
    seen: dict[tuple[tuple[str, ...], bool], str] = {}
    asked = {stems(name) for known in files.values() for name in known.several}
    for file, known in files.items():
        for field, code in _careers(known):
            if code not in careers:
                yield Problem(file, 0, field, f"{code!r} is neither a career file nor a SOC code with figures")
        for name, codes in known.several.items():
            if len(codes) < 2:
                yield Problem(file, 0, f"several.{name}", "expected two careers or more: one needs no question")
        for section in (*_SECTIONS, "nothing"):
            for name in getattr(known, section):
                # `plain` besides `several` is no second meaning: it says that what is asked about is an everyday word too
                says_more = section == "plain" and stems(name) in asked
                other = seen.setdefault((stems(name), says_more), f"{section} of {file}")
                if other != f"{section} of {file}":
                    yield Problem(file, 0, f"{section}.{name}", f"{name!r} stands in {other} too")


def _careers(known: KnownNames) -> Iterator[tuple[str, str]]:
    for section in _OF_ONE_CAREER:
        yield from ((f"{section}.{name}", code) for name, code in getattr(known, section).items())
    yield from ((f"several.{name}", code) for name, codes in known.several.items() for code in codes)
    yield from ((f"elsewhere.{name}", other.career) for name, other in known.elsewhere.items())
