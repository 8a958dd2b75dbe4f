"""The checker that no reply says a number of unknown origin: each is a figure, a fact, or follows from them by a declared formula.

Known are, for the careers that a reply names: their published figures, the numbers in their files, and what FORMULAS make of
both; besides, the years of the sources cited, what the asker has said, counts of careers and the numbers of fixed sentences.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from careerbot.advice.reply import Reply
from careerbot.dialogues.formulas import FORMULAS
from careerbot.dialogues.known_numbers import (
    numbers,
    of_asker,
    of_career,
    of_fixed_sentences,
    of_occupation,
    of_sources,
)
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import ALL_OCCUPATIONS
from careerbot.knowledge.name_index import name_index


def unknown_numbers(reply: Reply, said: Sequence[str] = (), about: Iterable[str] = ()) -> list[str]:
    """The numbers of a reply that nobody published, nobody said and no formula gives.

    `said` is what the asker has typed, `about` the ids of careers that the conversation is about, besides those named.
    """
    careers = list(dict.fromkeys([*about, *_careers(reply, said)]))
    known = {
        *itertools.chain.from_iterable(of_career(each) for each in careers),
        *of_occupation(ALL_OCCUPATIONS),
        *of_sources(reply),
        *of_asker(said),
        *of_fixed_sentences(),
    }
    known |= {number for formula in FORMULAS for number in formula(reply, careers)}
    return [kind + number for kind, number in numbers(reply.text()) if (kind, number) not in known]


def _careers(reply: Reply, said: Sequence[str]) -> list[str]:
    """The careers that a reply names, offers, or was asked about."""
    known = catalogue().careers
    offered = [
        json.loads(each.payload.partition("{")[1] + each.payload.partition("{")[2] or "{}")
        for each in reply.suggestions
    ]
    ids = [id for entities in offered for id in _as_list(entities.get("career"))]
    for text in (reply.text(), *said):
        ids += [id for mention in name_index().find(text) for id in mention.career_ids]
        ids += _by_whole_title(text)
    return [id for id in dict.fromkeys(ids) if id in known]


def _as_list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _by_whole_title(text: str) -> list[str]:
    """Official titles with commas in them, which no question would name."""
    lowered = text.lower()
    return [id for title, id in _titles() if title in lowered]


@lru_cache(maxsize=1)
def _titles() -> list[tuple[str, str]]:
    return [(naming.many(career).lower(), id) for id, career in catalogue().careers.items()]
