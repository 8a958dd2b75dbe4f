"""What a message means to questions of study: "psychology or sociology?", and "and history?" after a field was answered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from careerbot.knowledge.studies import studies

_OR = re.compile(r"\b(?:or|vs\.?|versus|between|rather than|instead of)\b", re.IGNORECASE)
_STUDY = re.compile(
    r"\b(?:stud(?:y|ies|ied|ying)|major(?:ing)?|degrees?|course|college|bachelor|masters?|minor|program)\b",
    re.IGNORECASE,
)
_FOLLOW_UP = re.compile(
    r"^\W*(?:(?:and|or|what|how|about|with|ok|okay|then|a|an|the|degree|major|in|if|i|studied|instead)\W+)*",
    re.IGNORECASE,
)
# "I've done ten years of retail, what now?"
_TELLS = re.compile(
    r"\b(?:years? (?:of|in)|i (?:have|had|did|studied|majored|finished|completed|served)|i've|after)\b",
    re.IGNORECASE,
)
_UNSURE = frozenset(
    {"nlu_fallback", "chitchat", "out_of_scope", "job_search_help", "help_me_choose", "feedback_negative"}
)
_MOST_WORDS = 4


def reading(text: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """The intent of a question of study that the classifier, who knows no names of fields, takes for something else."""
    if intent == "crisis":
        return None
    fields = studies().find(text)
    several = len(fields) > 1 and _OR.search(text)
    if several and len(careers) < 2 and (_STUDY.search(text) or (not careers and len(text.split()) <= _MOST_WORDS)):
        return "ask_which_education"
    if careers or not fields:
        return None
    rest = _FOLLOW_UP.sub("", text)
    follows = slots.get("study") and studies().find(rest) == fields and len(rest.split()) <= _MOST_WORDS
    tells = intent in _UNSURE and _TELLS.search(text)
    return "careers_for_degree" if follows or tells else None
