"""What a message means to questions of study: "psychology or sociology?", and "and history?" after a field was answered."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from typing import Any

from careerbot.knowledge.studies import studies
from careerbot.understanding.reading_constraints import read

_OR = re.compile(r"\b(?:or|vs\.?|versus|between|rather than|instead of)\b", re.IGNORECASE)
_STUDY = re.compile(
    r"\b(?:stud(?:y|ies|ied|ying)|major(?:ing)?|degrees?|course|college|bachelor|masters?|minor|program)\b",
    re.IGNORECASE,
)
_FOLLOW_UP = re.compile(
    r"^\W*(?:(?:and|or|what|how|about|with|ok|okay|then|a|an|the|degree|major|in|if|i|studied|instead)\W+)*",
    re.IGNORECASE,
)
_TRAILS_OFF = re.compile(r"(?:\W+(?:degrees?|majors?|then|instead|please|jobs?|careers?))*\W*$", re.IGNORECASE)
_IN_A_FIELD = re.compile(
    r"\b(?:degree|major|minor|masters?|master's|bachelors?|bachelor's|doctorate|ph\.?d|b\.?[as]|diploma|certificate)\W+in\b",
    re.IGNORECASE,
)
# "I've done ten years of retail, what now?"
_TELLS = re.compile(
    r"\b(?:years? (?:of|in)|i (?:have|had|did|studied|majored|finished|completed|served)|i've|after|out of|leaving|left|getting out)\b",
    re.IGNORECASE,
)
_UNSURE = frozenset(
    {
        "nlu_fallback",
        "chitchat",
        "out_of_scope",
        "job_search_help",
        "help_me_choose",
        "feedback_negative",
        "ask_career_change",
    }
)
# Questions of a career. Where none is named or in focus, "ten years in the army, what now" is about the years.
_OF_A_CAREER = frozenset(
    {
        "ask_overview",
        "ask_advancement",
        "ask_time_to_become",
        "ask_education",
        "ask_how_to_become",
        "ask_related_careers",
        "ask_skills",
        "ask_outlook",
    }
)
_MOST_WORDS = 4
_LONGEST = 2  # words right beside an "or" in which a field is looked for


def reading(text: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """The intent of a question of study that the classifier, who knows no names of fields, takes for something else."""
    if intent == "crisis":
        return None
    fields = studies().find(text)
    if len(fields) > 1 and _wavers(text, careers):
        return "ask_which_education"
    if _follows(text, intent, careers, slots):
        return "careers_for_degree"
    if careers or not fields:
        return None
    if intent == "careers_for_degree" and _IN_A_FIELD.search(
        text
    ):  # no wish for careers that ask for a master's at most
        return intent
    if intent == "find_careers" and not _constrains(text):  # "I'm leaving the navy, what jobs could I get?"
        return "careers_for_degree"
    unsure = intent in _UNSURE or (intent in _OF_A_CAREER and not slots.get("career"))
    tells = unsure and _TELLS.search(text)
    return "careers_for_degree" if tells else None


def _follows(text: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> bool:
    """Whether a message names a field and nothing else. Right after one was answered, "and geology?" is the field and not the career
    of geologists; during a search, "and maths" is the search's."""
    if not studies().named(_TRAILS_OFF.sub("", _FOLLOW_UP.sub("", text))):
        return False
    after_one = bool(slots.get("study")) and not slots.get("topic")
    of_the_one = slots.get("career") and intent == "ask_education"  # "education" is a field too
    return after_one or not (careers or slots.get("search") or of_the_one)


def _constrains(text: str) -> bool:
    asked = read(text).asked
    return asked.says_more_than_words or bool(asked.wanted or asked.unwanted)


def _wavers(text: str, careers: list[str]) -> bool:
    """Whether a text that names several fields asks which of them: "psychology or sociology?", "cs or math for a data scientist?"."""
    if not _OR.search(text):
        return False
    if len(careers) > 1:  # the names of fields may be those of careers too: "biology or nutrition" of biologists
        return bool(_STUDY.search(text)) and _side_by_side(text)
    return bool(_STUDY.search(text)) or (not careers and len(text.split()) <= _MOST_WORDS) or _side_by_side(text)


def _side_by_side(text: str) -> bool:
    """Whether one field stands right before an "or" and another right after it."""
    parts = [part.split() for part in _OR.split(text)]
    ends = [(" ".join(first[-_LONGEST:]), " ".join(then[:_LONGEST])) for first, then in itertools.pairwise(parts)]
    return any(studies().find(before) and studies().find(after) for before, after in ends)
