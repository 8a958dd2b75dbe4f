"""Stories: messages that tell more than they ask. What of them asks counts for itself, and so does a call for help in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Likely = NDArray[np.float64]  # how likely each intent is

_LONG = 45  # words; hardly any question is as long that tells nothing besides
_WHOLE = 0.6  # how much a story counts as a whole beside its questions, measured on long messages of several writers
_SHARPENED = 2  # the power that makes up for the doubt which the mixing brings in: of those it is 90% sure of, nine in ten are right
# How likely a crisis one sentence of a story must be to count for the story, and the story as a whole with it: out of its story
# many a sentence on grief or exhaustion sounds like one.
_PLAIN, _HINTED = 0.85, 0.08
_SEVERAL = 10  # words; shorter messages have no room for a call for help beside a question
_PLAIN_BESIDE = 0.95  # the same beside a question, where the message as a whole need not hint at it


def is_story(text: str) -> bool:
    """Whether a message is so long that most of it tells."""
    return len(text.split()) >= _LONG


def may_tell(text: str) -> bool:
    """Whether a message has room for telling something beside what it asks."""
    return len(text.split()) >= _SEVERAL


def weighed(whole: Likely, sentences: Sequence[Likely], asking: Sequence[bool], crisis: int) -> Likely:
    """What a story asks: the story as a whole, and each of its `sentences` that is `asking`, by what it asks most likely.

    `crisis` is the column of that intent: it counts in whichever sentence it stands.
    """
    likely = whole
    asked = [each for each, asks in zip(sentences, asking, strict=True) if asks]
    if asked:
        likely = (_WHOLE * whole + (1 - _WHOLE) * np.max(asked, axis=0)) ** _SHARPENED
        likely /= likely.sum()
    calls = max((float(each[crisis]) for each in sentences), default=0.0)
    if calls >= _PLAIN and whole[crisis] >= _HINTED:
        likely = likely.copy()
        likely[crisis] = max(likely[crisis], calls)
    normal: Likely = likely / likely.sum()
    return normal


def with_call(whole: Likely, sentences: Sequence[Likely], crisis: int) -> Likely:
    """What a message asks that is no story: a crisis, where one of its sentences plainly calls for help."""
    calls = max((float(each[crisis]) for each in sentences), default=0.0)
    if calls < max(_PLAIN_BESIDE, whole[crisis]):
        return whole
    likely = whole * (1 - calls)
    likely[crisis] = calls
    return likely
