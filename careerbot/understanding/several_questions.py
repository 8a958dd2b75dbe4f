"""Several questions in one message, as plain functions: where one may end and the next begin, and which parts ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

# What may be asked beside another question. Yes, no, thanks and the like belong to the question they stand with.
ASKABLE = frozenset(
    {
        "ask_overview", "ask_pros_cons", "ask_duties", "ask_education", "ask_how_to_become", "ask_time_to_become", "ask_skills",
        "ask_salary", "ask_outlook", "ask_advancement", "ask_work_environment", "ask_employers", "ask_resources",
        "ask_related_careers", "compare_careers", "ask_career_change", "find_careers", "careers_for_degree", "help_me_choose",
        "ask_which_education", "job_search_help",
    }
)  # fmt: skip
MOST = 3  # questions answered in one go
_UNSURE, _CLEAR = 0.7, 0.5  # a message as a whole that is less sure, and pieces that are clear by themselves
_MOST_PIECES = 8  # read beside the message, so that a long story costs no more than a few questions

_SENTENCE_END = re.compile(r"([?!;\n]+|\.(?=\s|$))")
_JOINT = re.compile(
    r"""\s*\+\s* | \s[-–—]+\s | :\s
    | ,?\s(?:and\ also|and\ then|and|also|plus|n|&|but|as\ well\ as|separately)[,\s]\s*
    | ,\s(?=(?:what|how|is|are|do|does|can|where|who|which|when|why)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_JOINT_OR_COMMA = re.compile(rf"{_JOINT.pattern} | ,\s", _JOINT.flags)  # "notary: duties, pay"
_ASKING = re.compile(
    r"\b(?:what|wat|whats|how|hows|which|where|wheres|when|who|whose|why|tell me|explain|describe|give me|show me|walk me through|"
    r"i(?:'d| would) (?:like|love) to know|wondering|curious|looking for|want to know|wanna know)\b"
    r"|^(?:(?:so|and|but|like|um|uh|well|ok|also|then)[\s,]+)*"
    r"(?:is|are|am|was|do|does|did|can|could|should|shud|will|would|has|have|any|need)\b",
    re.IGNORECASE,
)
_ARTICLES = re.compile(r"\b(?:an?|the|being|some)\b|\W", re.IGNORECASE)
_TERSE = 6  # words; in a message without any question word, a part this short asks too ("salary", "good and bad sides")


@dataclass(frozen=True)
class Piece:
    """A sentence of a message, or one side of a sentence that is split at a joint."""

    text: str
    sentence: int
    split: int | None = None  # which joint of the sentence; None for the sentence as a whole


@dataclass(frozen=True)
class Read:
    """What was understood of a piece."""

    piece: Piece
    intent: str
    confidence: float
    entities: Sequence[Mapping[str, Any]] = ()


def pieces(text: str) -> list[Piece]:
    """What of a message may be a question of its own; empty where only one thing is asked, as in most messages."""
    found = [
        piece
        for number, (sentence, end) in enumerate(_sentences(text))
        if "?" in end or asks(sentence, text)
        for piece in (Piece(sentence, number), *_splits(sentence, number, text))
    ]
    return found[-_MOST_PIECES:] if len(found) > 1 else []  # a story comes first, its questions last


def _sentences(text: str) -> Iterator[tuple[str, str]]:
    """Each sentence that has a word in it, and the marks it ends with."""
    parts = [*_SENTENCE_END.split(text), ""]
    for sentence, end in zip(map(_trimmed, parts[::2]), parts[1::2], strict=True):
        if sentence:
            yield sentence, end


def _splits(sentence: str, number: int, text: str) -> Iterator[Piece]:
    """The two sides of each joint that has a question on either side."""
    joints = _JOINT_OR_COMMA if _is_terse(sentence, text) else _JOINT
    for at, joint in enumerate(joints.finditer(sentence)):
        sides = [_trimmed(sentence[: joint.start()]), _trimmed(sentence[joint.end() :])]
        if all(side and asks(side, text) for side in sides):
            yield from (Piece(side, number, at) for side in sides)


def _trimmed(part: str) -> str:
    return part.strip(" ,.:-") if re.search(r"\w", part) else ""


def asks(part: str, message: str) -> bool:
    """Whether a part puts a question, instead of telling a story."""
    return bool(_ASKING.search(part)) or _is_terse(part, message)


def _is_terse(part: str, message: str) -> bool:
    return not _ASKING.search(message) and len(part.split()) <= _TERSE


def questions(whole: str, sure: float, understood: Sequence[Read], at_least: float) -> list[Read]:
    """The different questions of a message, in the order asked; none where it asks one thing.

    `whole` is what the message as a whole was understood to ask, and `sure` how surely: the pieces count only where one of
    them agrees with it, or where it is unsure and each of them is not.
    """
    asked = [
        each
        for each in understood
        if each.intent in ASKABLE and each.confidence >= at_least and not _only_names_careers(each)
    ]
    found: dict[str, Read] = {}
    for _, sentence in groupby(asked, key=lambda each: each.piece.sentence):
        for each in _in_sentence(list(sentence)):
            found.setdefault(each.intent, each)
    agreed = whole in found or (sure < _UNSURE and all(each.confidence >= _CLEAR for each in found.values()))
    return list(found.values())[:MOST] if len(found) > 1 and agreed else []


def _only_names_careers(read: Read) -> bool:
    """The "a plumber" of "compare an electrician and a plumber" asks nothing of its own."""
    rest = read.piece.text
    for entity in sorted(read.entities, key=lambda each: -int(each["start"])):
        rest = f"{rest[: entity['start']]} {rest[entity['end'] :]}"
    return bool(read.entities) and not _ARTICLES.sub("", rest)


def _in_sentence(asked: list[Read]) -> list[Read]:
    """The two questions of the clearest split of a sentence, or the one of the sentence as a whole."""
    pairs = [list(pair) for split, pair in groupby(asked, key=lambda each: each.piece.split) if split is not None]
    different = [pair for pair in pairs if len(pair) == 2 and pair[0].intent != pair[1].intent]
    clearest = max(different, key=lambda pair: min(each.confidence for each in pair), default=None)
    return clearest or [each for each in asked if each.piece.split is None]
