"""How a career is named inside a sentence: lower case, plural, with its article."""

from __future__ import annotations

import re
from functools import cache

import inflect

from careerbot.knowledge.schema import Career

_ENGLISH = inflect.engine()
_ENGLISH.defa("UX.*")  # said "you ex"
_HELPERS = re.compile(r"^Helpers--")  # "Helpers--Electricians"
_PLAIN_WORD = re.compile(r"^[A-Z]?[a-z'’\-]*,?$")


def in_sentence(title: str) -> str:
    """The title as it stands in mid-sentence: "Registered nurse" -> "registered nurse", "IT manager" stays."""
    title = _HELPERS.sub("Helpers of ", title)
    return " ".join(word.lower() if _PLAIN_WORD.match(word) else word for word in title.split())


@cache
def _plural(singular: str) -> str:
    return f"{singular}s" if singular[-1:].isupper() else str(_ENGLISH.plural_noun(singular) or singular)


def many(career: Career) -> str:
    """The plural in mid-sentence: "registered nurses"."""
    return in_sentence(career.plural) if career.plural else _plural(in_sentence(career.title))


def plural_title(career: Career) -> str:
    """The plural as it begins a line: "Registered nurses"."""
    return capital(many(career))


def one(career: Career) -> str:
    """The singular with its article: "an electrician"; the plural where only the official plural title is known."""
    name = in_sentence(career.title)
    return many(career) if career.plural == career.title else str(_ENGLISH.a(name))


def with_article(thing: str) -> str:
    """ "a bachelor's degree", "an associate's degree"; what says how much of it has no article: "some college", "no diploma"."""
    return thing if thing.startswith(("no ", "some ")) else str(_ENGLISH.a(thing))


def capital(sentence: str) -> str:
    """The sentence with a capital at its start, the rest untouched."""
    return sentence[:1].upper() + sentence[1:]
