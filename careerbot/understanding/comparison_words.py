"""What a comparison is asked on: the words for each aspect, and for what no source measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from careerbot.understanding.turned_wording import BETTER_IF_HIGHER, THE_WORST, TURNED_OF_TWO
from careerbot.understanding.wording import any_of


class Question(NamedTuple):
    """What a comparison is about: an aspect of `careerbot.advice.compare`, if the words name one, and what no source measures."""

    aspect: str | None
    unmeasured: str = ""
    turned: bool = False  # whether the other end is asked for: who earns the least


# The first that a question mentions is what it is about; several of the figures together are a question of everything.
_ASPECTS = {
    "openings": """openings?, demand, more jobs, jobs out there, jobs available, (?:get|find) (?:a )?(?:job|work|hired), gets? more work,
        hiring""",
    "pay": r"""pays?, paid, paying, earn(?:s|ing|ings)?, makes? (?:\w+ )?(?:more|most|less|least|better|good|bank)(?! sense),
        salar\w+, wages?, income, money, cash, bucks, lucrative, rich(?:er)?""",
    "hours": "hours, weekends?, nights?, shifts?, overtime, schedules?, work[- ]life, home more",
    "growth": r"grow\w*, future, outlook, prospects?, secur\w+, safe(?:r|st)? (?:choice|bet), declin\w+, shrink\w*",
    "time": r"""how long, longer, longest, quick(?:er|est|ly)?,
        (?<!grow )(?<!grows )(?<!growing )(?<!shrinking )(?<!declining )fast(?:er|est)?, sooner, short(?:er|est),
        (?:least|less|most|more) (?:training|time to|years), how many years, years of, time to (?:enter|get in|become)""",
    "education": r"degrees?, school(?:ing)?, college, education, stud(?:y|ies|ying), licen[cs]\w+, certificat\w+, diplomas?",
    "skills": "skills?, math, good at",
    "way_in": "get(?:ting)? in(?:to)?, become, break(?:ing)? in(?:to)?",
    "advancement": r"promot\w+, move up, advanc\w+, where (?:it|they|each) leads?",
    "employers": "employers?, who hires, work for",
    "duties": """dut(?:y|ies), tasks?, day[- ]to[- ]day, all day, what do (?:they|both|each|the two)(?: both)?(?: all day| actually)? do,
        actually do, typical day, day differs?""",
    "setting": "environment, (?:in|out)doors?, outside, what (?:is it|it is|it's) like, conditions",
    "difference": r"""diff\w*, distinction, same, apart, separates?, interchangeable, similar""",
    "weigh": """would you, should i, help me (?:pick|decide|choose), pros and cons, can(?:'|no)?t (?:decide|pick|choose), worth, better,
        best, wins?, comes? out ahead, smarter, stuck, (?:right|one|fits?|suits?|is) (?:me|for me),
        speaks for, pick, in the long run, long[- ]term""",
    "all": r"""(?<!\w )all(?! \w), everything, all of (?:it|that|them), side by side, next to each other,
        break (?:it|them|that|this|those) down,
        breakdown, whole (?:picture|table|thing), full comparison,
        overall, in every""",
}
_WORDS = {aspect: any_of(words) for aspect, words in _ASPECTS.items()}
FIGURES = frozenset(("pay", "openings", "growth", "hours", "time", "education"))
_VAGUE = frozenset(("weigh", "difference", "all"))


class _Unmeasured(NamedTuple):
    words: re.Pattern[str]
    name: str
    nearest: str  # the aspect that comes nearest


_UNMEASURED = (
    _Unmeasured(any_of(r"stress\w*, burn(?:s|ed|t|ing)?(?: me)?[ -]?out, pressure"), "stress", "setting"),
    _Unmeasured(
        any_of(r"danger\w*, injur\w+, risk(?:y|ier), safest, safer(?! (?:choice|bet|option|pick))"),
        "how dangerous the work is",
        "setting",
    ),
    _Unmeasured(
        any_of(r"(?:your|my|the|on) (?:body|back|knees), physical\w*"), "how hard it is on the body", "setting"
    ),
    _Unmeasured(any_of(r"travel\w*"), "how much people travel", "setting"),
    _Unmeasured(
        any_of(
            """(?:hard|tough|difficult)(?:er|est)? to (?:get|break|become)(?: in| into)?, is (?:harder|easier),
            eas(?:y|ier|iest) to (?:get|break|become)(?: in| into)?, competitive"""
        ),
        "how hard it is to get in",
        "way_in",
    ),
    _Unmeasured(
        any_of(r"happ(?:y|ier|iest), satisf\w+, fulfil\w*, enjoy\w*, fun, boring"), "how content people are", "weigh"
    ),
    _Unmeasured(any_of(r"respect\w*, prestig\w+, status"), "prestige", "weigh"),
    _Unmeasured(any_of("paperwork"), "paperwork", "duties"),
    _Unmeasured(any_of(r"freedom, flexib\w+, independen\w+"), "how free people are in their work", "setting"),
    _Unmeasured(any_of("creative"), "how creative the work is", "duties"),
    _Unmeasured(any_of(r"robots?, AI, automat\w+, replaced"), "which work machines will take over", "growth"),
    _Unmeasured(any_of(r"pensions?, benefits, retire\w*, vacation, time off"), "pensions, benefits or time off", "all"),
)
# What a question of them would be about if it stood alone.
TOPICS = {
    "ask_salary": "pay",
    "ask_outlook": "growth",
    "ask_education": "education",
    "ask_time_to_become": "time",
    "ask_skills": "skills",
    "ask_duties": "duties",
    "ask_work_environment": "setting",
    "ask_pros_cons": "weigh",
    "ask_overview": "difference",
    "ask_how_to_become": "way_in",
    "ask_advancement": "advancement",
    "ask_employers": "employers",
}
ALONE = {
    aspect: intent for intent, aspect in TOPICS.items()
}  # what an aspect of a comparison is asked by of one career


def question(wording: str) -> Question:
    """What a message asks to compare on, the careers in it left out; its questions count before what is told around them."""
    asked = _read(" ".join(re.findall(r"[^.?!]*\?", wording)))
    return asked if asked.aspect else _read(wording)


def _read(text: str) -> Question:
    measured = [aspect for aspect, words in _WORDS.items() if words.search(text)]
    specific = [aspect for aspect in measured if aspect not in _VAGUE]
    figures = [aspect for aspect in specific if aspect in FIGURES]
    unmeasured = next((each for each in _UNMEASURED if each.words.search(text)), None)
    name = unmeasured.name if unmeasured else ""
    if len(figures) > 1 or "all" in measured:
        return Question("all", name)
    if unmeasured and figures in ([], ["time"]):  # "which burns me out sooner"
        return Question(unmeasured.nearest, name)
    aspect = next(iter(specific or measured), None)
    return Question(aspect, name, is_turned(text, aspect))


def is_turned(text: str, aspect: str | None) -> bool:
    """Whether a text asks for the other end of what is measured: "which pays less", "the longest training"."""
    return aspect in TURNED_OF_TWO and bool(TURNED_OF_TWO[aspect].search(text))


def follow_up(wording: str, ranking: Sequence[str]) -> Question:
    """The same for a question of careers compared before: where its words say nothing, the intent it would have alone does."""
    asked = question(wording)
    alone = next((TOPICS[intent] for intent in ranking[:1] if intent in TOPICS), None)
    turned = is_turned(wording, alone) or (alone in BETTER_IF_HIGHER and bool(THE_WORST.search(wording)))
    return asked if asked.aspect else Question(alone, asked.unmeasured, turned)
