"""Which kind is meant of a name that was said before: "the software ones" after "engineer", "no, I meant the music kind"."""

from __future__ import annotations

import re
from typing import NamedTuple

from careerbot.knowledge.known_names import Sense
from careerbot.knowledge.titles import TitleIndex
from careerbot.knowledge.words import stems, words
from careerbot.understanding.word_lists import NOT_MODIFIERS

_MOST_WORDS = 3  # that tell a kind; more of them say something else
_AROUND_TEXT = """
    a about actually an and asking at being but by can could for from guess hmm how i im in is it just kind kinda kinds like maybe
    mean meaning meant more my no nope not of oh ok okay on one ones please rather so sorry sort sorts talking that the them then
    thing think this those to type types uh um version wait well what who whos with work works working would you yeah yes
"""
_AROUND = frozenset(_AROUND_TEXT.split())
# What makes of it a question of its own: "what do the ones for animals make".
_ASKING = frozenset(
    {"become", "do", "does", "earn", "get", "long", "make", "much", "paid", "pay", "salary", "study", "take"}
)
_OF_A_KIND = re.compile(r"\b(?:kinds?|sorts?|types?|ones?|version)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"\W*(?:any(?: of them)?|either|whichever|whatever|no idea|idk|dunno|not sure|you (?:choose|decide|pick)|"
    r"i (?:don['’]?t|do not) (?:know|care|mind)|"
    r"(?:it )?does(?:n['’]?t| not) matter)\W*",
    re.IGNORECASE,
)
# "No, helicopters"; but "no travel" is a wish.
_CORRECTS = re.compile(r"\b(?:meant|mean)\b|^\W*(?:no|nope)\s?[,.;:!-]", re.IGNORECASE)


class Kind(NamedTuple):
    """The kind that a text tells: where its words stand, its whole name, and what that means."""

    start: int
    end: int
    name: str
    sense: Sense
    asks: bool = False  # whether the text asks something besides


def kind_meant(text: str, name: str, index: TitleIndex, *, asked: bool) -> Kind | None:
    """The kind of `name` that a text tells; None where it tells none.

    `asked`: the person was asked which one is meant, so that "software" alone answers; otherwise the text must say that it is
    about a kind, or correct what was understood.
    """
    if not (asked or _OF_A_KIND.search(text) or _CORRECTS.search(text)):
        return None
    said = [word for word in words(text) if word.written.casefold() not in _AROUND]
    telling = [word for word in said if word.written.casefold() not in _ASKING]
    kinds = [kind.start() for kind in _OF_A_KIND.finditer(text)]
    tries = [telling] if 0 < len(telling) <= _MOST_WORDS else []
    tries += [[word] for word in telling if word.end + 1 in kinds]  # "the civil ones"
    tries += [[word] for word in reversed(telling) if asked and tries]  # "for little kids, like kindergarten"
    whole = stems(name)
    for told in tries:
        for head in dict.fromkeys((whole, whole[-1:])):
            if sense := index.means((*(word.stem for word in told), *head)):
                start, end = told[0].start, told[-1].end
                return Kind(start, end, f"{text[start:end]} {' '.join(head)}", sense, len(said) > len(telling))
    return None


def other_kind(text: str, name: str, index: TitleIndex) -> Kind | None:
    """Another kind of what was named last, where a text is hardly more than its word: "mechanical?" after "civil engineer"."""
    told = [word for word in words(text) if word.written.casefold() not in _AROUND]
    head = stems(name)[-1:]
    general = index.means(head) if len(stems(name)) > 1 else None
    if not general or not general.asked or len(told) != 1 or told[0].stem in NOT_MODIFIERS:
        return None
    sense = index.means((told[0].stem, *head))
    if not sense or sense.asked or sense.kind:
        return None
    return Kind(told[0].start, told[0].end, f"{told[0].written} {head[0]}", sense)


def says_kind(text: str) -> bool:
    """Whether a text says that it is about a kind ("the vet kind")."""
    return _OF_A_KIND.search(text) is not None


def head_meant(text: str, said_now: str, name: str, index: TitleIndex) -> tuple[str, Sense] | None:
    """The whole name, and what it means, where a text corrects only the last word of one: "no, I meant the manager"."""
    before, now = stems(name)[:-1], stems(said_now)
    sense = index.means((*before, *now)) if before and _CORRECTS.search(text) else None
    return (" ".join((*before, *now)), sense) if sense else None


def leaves_it_open(text: str) -> bool:
    """Whether the answer to which one is meant is that it does not matter, or is not known."""
    return _OPEN.fullmatch(text) is not None
