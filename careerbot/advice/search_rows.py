"""The careers as a search sees them: one row a career, all its figures looked up once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from careerbot.advice.numbers import YEARS_OF_STUDY
from careerbot.knowledge import naming
from careerbot.knowledge.career_names import names
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import EDUCATION as EDUCATION  # for whoever reads `Row.education`, a place in it
from careerbot.knowledge.figures import Entry, Interests, Outlook, Pay, SkillRating
from careerbot.knowledge.schema import Career
from careerbot.knowledge.words import stems

# Years that BLS's classes of training on the job take at most; it sets no end to the longer ones.
_YEARS_OF_TRAINING = {
    "None": 0.0,
    "Short-term on-the-job training": 1 / 12,
    "Moderate-term on-the-job training": 1.0,
}
_BUT_FOR = re.compile(
    r",?\s+(?:except|excluding|other than)\b.*", re.IGNORECASE
)  # "dispatchers, except police": they are none
_UP_TO_HIGH_SCHOOL = EDUCATION[:2]
_REST_OF_A_GROUP = ", all other"  # what the statistics count together because it fits nowhere else: no career to choose


@dataclass(frozen=True)
class Row:
    """One career. What is not known is None or empty."""

    career: Career
    code: str  # the SOC code of its figures
    pay: Pay | None
    outlook: Outlook | None
    entry: Entry | None
    education: int | None  # the place in EDUCATION
    years: float | None  # after high school, at most
    interests: Interests | None
    subjects: Mapping[str, float | None]
    skills: Mapping[str, SkillRating]
    settings: frozenset[str] | None  # None where no file says them
    title_words: frozenset[str]
    summary_words: frozenset[str]
    duty_words: frozenset[str]

    @property
    def name(self) -> str:
        """The career as it heads a line, with a star where another occupation's figures stand in: "Beekeepers*"."""
        return naming.plural_title(self.career) + "*" * bool(self.career.stand_in)

    @property
    def openings(self) -> int:
        """A year; 0 where none are projected."""
        return self.outlook.openings if self.outlook else 0


@lru_cache(maxsize=4)
def rows(catalogue: Catalogue) -> tuple[Row, ...]:
    """All careers that can be found: those with figures, but for what is only the rest of a group."""
    return tuple(
        _row(catalogue, career)
        for career in catalogue.careers.values()
        if career.figures_code and not career.title.lower().endswith(_REST_OF_A_GROUP)
    )


def _row(catalogue: Catalogue, career: Career) -> Row:
    figures, code = catalogue.figures, career.figures_code or ""
    onet = career.onet or code
    entry = figures.entry(code)
    skills = figures.skills(onet)
    return Row(
        career=career,
        code=code,
        pay=figures.pay(code),
        outlook=figures.outlook(code),
        entry=entry,
        education=EDUCATION.index(entry.education) if entry and entry.education in EDUCATION else None,
        years=_years_to_enter(career, entry),
        interests=figures.interests(onet),
        subjects=figures.subjects(onet),
        skills=skills.ratings if skills else {},
        settings=frozenset(career.work_environment.settings) if career.work_environment else None,
        title_words=_words(_BUT_FOR.sub("", name) for name in names(career)),
        summary_words=_words([career.summary.text] if career.summary else ()),
        duty_words=_words(career.duties.items if career.duties else ()),
    )


def _years_to_enter(career: Career, entry: Entry | None) -> float | None:
    """The most years that the file counts; without a file, of study and of training on the job together. None where neither ends."""
    if career.path and career.path.time:
        return career.path.time.max_years
    if not entry or not entry.education or entry.experience != "None":  # years in another occupation come first
        return None
    study = 0 if entry.education in _UP_TO_HIGH_SCHOOL else YEARS_OF_STUDY.get(entry.education)
    training = _YEARS_OF_TRAINING.get(entry.training or "None")
    return study + training if study is not None and training is not None else None


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(stem for text in texts for stem in stems(text))
