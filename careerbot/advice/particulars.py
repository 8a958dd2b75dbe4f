"""The very point of a question, where it has one: an age limit, a criminal record, what machines will do.

A career's file may tell of it, in sentences that are quoted; or no source does, which is said before anything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from careerbot.advice.draft import Draft, Subject
from careerbot.advice.passages import Passage, passages, with_rare_word
from careerbot.knowledge import naming
from careerbot.knowledge.particulars import Particular, particulars
from careerbot.knowledge.schema import Career
from careerbot.knowledge.words import EVERYDAY_WORDS, stems

_MOST = 3  # sentences that are quoted
_RARE = 12  # careers whose files have a word; fewer make it a telling one
YES_OR_NO = re.compile(
    r"\W*(?:(?:so|and|but|ok|okay|well|hey|hi|um|like)\W+)*(?:can|could|is|are|was|am|would|will|does|do|did|must|should|may|has|have)\b",
    re.IGNORECASE,
)

_CODE = re.compile(r"\b(?:soc|o\*?net|occupation(?:al)?|census)(?:[- ]soc)? (?:codes?|numbers?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Point:
    """What comes first of an answer: sentences of the career's file, or the word that no source tells."""

    lead: str
    quoted: Sequence[Passage] = ()
    enough: bool = False  # whether there is no more to say

    def draft(self, about: Subject) -> Draft:
        """The quoted sentences as an answer."""
        draft = Draft(about, lead=self.lead)
        draft.listing("", [each.text.rstrip(".;") for each in self.quoted])
        for each in self.quoted:
            draft.cite(each.sources)
        return draft


def point(about: Subject) -> Point | None:
    """What the question is about in particular, and what is known of it; None where it is an ordinary question."""
    if _CODE.search(about.text) and about.career.soc:
        return Point(_codes(about), enough=True)
    for each in particulars().values():
        if each.is_asked(about.text):
            if found := told(about.career, each):
                return Point(f"{each.known.format(many=about.many)}:", found)
            if each.unknown:
                return Point(each.unknown)
    return None


def asked_of_several(text: str) -> Particular | None:
    """The point of a question that careers' files may tell of one by one; None where there is none."""
    return next((each for each in particulars().values() if each.where and each.unknown and each.is_asked(text)), None)


def told(career: Career, particular: Particular) -> list[Passage]:
    """What a career's file tells of a point, the settings of its work first."""
    work, where = career.work_environment, particular.where
    described = [
        Passage(said, "work", work.sources)
        for setting, said in particular.settings.items()
        if work and setting in work.settings
    ]
    if particular.settings and not described:
        return []
    found = [each for each in passages(career) if each.part in where and particular.is_told(each.text)]
    return [*described, *sorted(found, key=lambda passage: where.index(passage.part))][:_MOST]


def quoted(about: Subject) -> Point | None:
    """What the file says of the telling word of a yes-or-no question: "do they have to climb"."""
    if not YES_OR_NO.match(about.text):
        return None
    career = about.career
    own = {stem for name in (career.title, *career.also_known_as) for stem in stems(name)}
    telling = {*stems(about.text)} - EVERYDAY_WORDS - own
    found = with_rare_word(about.catalogue, career, telling, _RARE)
    return Point(f"This is what I have on that for {about.many}:", found[:_MOST]) if found else None


def _codes(about: Subject) -> str:
    """Under which codes the career is counted."""
    career = about.career
    onet = f", and O*NET describes them as {career.onet}" if career.onet else ""
    official = about.catalogue.figures.occupations.get(career.soc or "", "")
    return f"{naming.capital(about.many)} have the SOC code {career.soc} ({naming.in_sentence(official)}){onet}."
