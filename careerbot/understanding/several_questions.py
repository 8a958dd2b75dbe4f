"""Several questions in one message, as plain functions: where one may end and the next begin, and which parts ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from careerbot.understanding.asking import (
    JOINT,
    JOINT_OR_COMMA,
    asks,
    asks_too,
    asks_what_it_is,
    has_no_word_of_asking,
    tells,
)
from careerbot.understanding.stories import is_story, may_tell

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
_CERTAIN = 0.9  # how sure a message as a whole must be to say what a part of it asks
_SURE = 0.8  # how sure a part must be that does not ask in so many words
_BY_CRITERIA = frozenset({"compare_careers", "find_careers"})  # where a note says by what: "low stress and high pay"
_MENTIONED = "ask_overview"  # what a career is taken to ask that is only mentioned
_MOST_PIECES = 8  # sides of sentences read beside the message, so that it costs no more than a few questions
_MOST_OF_A_STORY = 20

_SENTENCE_END = re.compile(r"([?!;\n]+|\.(?=\s|$))")
_ARTICLES = re.compile(r"\b(?:an?|the|being|some)\b|\W", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    """A sentence of a message, or one side of a sentence that is split at a joint."""

    text: str
    sentence: int
    split: int | None = None  # which joint of the sentence; None for the sentence as a whole
    asks: bool = True  # whether its words ask; "ux designer gonna get cooked, and ..." may ask or tell
    told: bool = False  # whether it is a sentence of a story that asks nothing
    note: bool = False  # whether it asks only as a note among notes: "high pay"


@dataclass(frozen=True)
class Read:
    """What was understood of a piece."""

    piece: Piece
    intent: str
    confidence: float
    entities: Sequence[Mapping[str, Any]] = ()


def pieces(text: str) -> list[Piece]:
    """What of a message may be a question of its own, and all sentences where some of them may only tell; empty for a single
    sentence that asks one thing, as most messages are."""
    found: list[Piece] = []
    story, telling, notes, marked = is_story(text), may_tell(text), has_no_word_of_asking(text), "?" in text
    for number, (sentence, end) in enumerate(_sentences(text)):
        sides = list(_splits(sentence, number, notes))
        is_question = "?" in end or asks(sentence, among_notes=notes, told=marked and "." in end)
        if is_question or sides or telling:
            found += [Piece(sentence, number, asks=is_question, told=not (is_question or sides)), *sides]
    if story:
        return found[:_MOST_OF_A_STORY]
    if len(found) < 2:
        return []
    if sum(not each.told for each in found) == 1:  # nothing is asked beside it
        found = [replace(each, told=True) for each in found]
    latest = found[-_MOST_PIECES:]  # what is told comes first, its questions last; but any sentence may call for help
    return [each for each in found if each.split is None or each in latest][-_MOST_OF_A_STORY:]


def only_asking(text: str) -> str:
    """A text with spaces in the place of the sentences that only tell, so that what is left stands where it stood."""
    marked, at, kept = "?" in text, 0, []
    for sentence, end in _sentences(text):
        start = text.index(sentence, at)
        if "?" in end or asks(sentence, told=marked and "." in end):
            kept.append((start, start + len(sentence) + 1))
        at = start + len(sentence)
    return "".join(
        each if any(start <= place < stop for start, stop in kept) else " " for place, each in enumerate(text)
    )


def _sentences(text: str) -> Iterator[tuple[str, str]]:
    """Each sentence that has a word in it, and the marks it ends with."""
    parts = [*_SENTENCE_END.split(text), ""]
    for sentence, end in zip(map(_trimmed, parts[::2]), parts[1::2], strict=True):
        if sentence:
            yield sentence, end


def _splits(sentence: str, number: int, notes: bool) -> Iterator[Piece]:
    """The two sides of each joint that has a question behind it; among `notes` a comma is one."""
    joints = JOINT_OR_COMMA if notes else JOINT
    for at, joint in enumerate(list(joints.finditer(sentence))[-_MOST_PIECES:]):
        first, second = _trimmed(sentence[: joint.start()]), _trimmed(sentence[joint.end() :])
        if first and second and asks_too(first, second, among_notes=notes, adds=bool(joint["adds"])):
            yield Piece(first, number, at, asks(first, among_notes=notes), note=notes)
            yield Piece(second, number, at, note=notes)


def _trimmed(part: str) -> str:
    return part.strip(" ,.:-") if re.search(r"\w", part) else ""


def questions(whole: str, sure: float, understood: Sequence[Read], at_least: float) -> list[Read]:
    """The different questions of a message, in the order asked; none where it asks one thing.

    `whole` is what the message as a whole was understood to ask, and `sure` how surely: the pieces count only where one of
    them agrees with it, or where it is unsure and each of them is not.
    """
    asked = [
        each for each in understood if each.intent in ASKABLE and each.confidence >= at_least and _may_ask(each, whole)
    ]
    found: dict[str, Read] = {}
    for _, sentence in groupby(asked, key=lambda each: each.piece.sentence):
        for each in _in_sentence(list(sentence)):
            found.setdefault(each.intent, each)
    if len(found) == 2 and whole in ASKABLE - _BY_CRITERIA and whole not in found and sure >= _CERTAIN:
        found = _with_whole(whole, list(found.values()))
    agreed = whole in found or (sure < _UNSURE and all(each.confidence >= _CLEAR for each in found.values()))
    return list(found.values())[:MOST] if len(found) > 1 and agreed else []


def _with_whole(whole: str, pair: list[Read]) -> dict[str, Read]:
    """Of two parts that both ask something else than the message surely asks, the less sure one asks that.

    "Can I switch without a degree, and what would it pay" asks of a change of careers, though its first half alone does not.
    """
    unsure = min(pair, key=lambda each: each.confidence)
    read = [replace(each, intent=whole) if each is unsure else each for each in pair]
    return {each.intent: each for each in read}


def _may_ask(read: Read, whole: str) -> bool:
    """Words that only tell may ask where they surely say something of a career, or what the message as a whole was taken for."""
    if read.piece.told:
        return False
    if read.intent == _MENTIONED and not asks_what_it_is(read.piece.text):
        return False
    asked_about = any(each["entity"] == "career" and not each.get("role") for each in read.entities)
    if read.piece.note and whole in _BY_CRITERIA and not asked_about:
        return False
    if read.piece.asks:
        return not _only_names_careers(read)
    return (asked_about or read.intent == whole) and read.confidence >= _SURE and not tells(read.piece.text)


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
