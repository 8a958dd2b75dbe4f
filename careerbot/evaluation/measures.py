"""From what was understood to figures. Each share is between 0 and 1, or None where no question asks for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from msgspec import Struct

from careerbot.evaluation.questions import Question
from careerbot.knowledge.words import stems

# Either way the person is told that this is not something to answer, or asked what they mean.
REFUSALS = frozenset({"out_of_scope", "nlu_fallback"})
_BINS = 10
_WORST = 15


@dataclass(frozen=True)
class Understood:
    """What a classifier made of a question. `mentions` are the careers found, as they stand in the text."""

    intent: str
    confidence: float
    also: tuple[str, ...] = ()  # every intent answered, where there are several
    mentions: tuple[str, ...] = ()


class Share(Struct, frozen=True):
    """How many of a group were right."""

    questions: int
    right: int

    @property
    def share(self) -> float:
        """Between 0 and 1."""
        return self.right / self.questions


class Bin(Struct, frozen=True):
    """Questions understood about as surely as each other: how sure, and how many were right."""

    questions: int
    confidence: float
    accuracy: float


class Miss(Struct, frozen=True):
    """A question that was misunderstood."""

    text: str
    right: list[str]
    taken_for: str
    confidence: float


class Measures(Struct, frozen=True):
    """All figures over a file of questions."""

    questions: int
    intent_accuracy: float
    career_precision: float | None
    career_recall: float | None
    multi_recall: float | None  # of the questions that ask two things: both found
    false_multi: float | None  # of the questions that ask one thing: something answered besides that was not asked
    out_of_scope_recall: float | None
    false_refusals: float | None  # of the questions in scope: refused or asked back
    crisis_recall: float | None
    calibration_error: float  # expected calibration error: mean distance between how sure it was and how often right
    per_intent: dict[str, Share]
    per_style: dict[str, Share]
    calibration: list[Bin]
    confusion: list[tuple[str, str, int]]  # right, taken for, how often; most often first
    worst: list[Miss]  # the surest mistakes


def measure(questions: Sequence[Question], understood: Sequence[Understood]) -> Measures:
    """Compare what was understood with what is right. A prediction is right when it is one of a question's intents."""
    pairs = list(zip(questions, understood, strict=True))
    found, predicted, named = _mentions(pairs)
    bins = _bins(pairs)
    wrong = [(asked, got) for asked, got in pairs if not _right(asked, got)]
    outside = [got for asked, got in pairs if asked.intents[0] == "out_of_scope"]
    inside = [(asked, got) for asked, got in pairs if "out_of_scope" not in asked.intents]
    crises = [got for asked, got in pairs if asked.intents[0] == "crisis"]
    besides = [not set(got.also) <= set(asked.intents) for asked, got in pairs if not asked.multi]
    both = [set(asked.intents[:2]) <= {got.intent, *got.also} for asked, got in pairs if asked.multi]
    return Measures(
        questions=len(pairs),
        intent_accuracy=(len(pairs) - len(wrong)) / len(pairs),
        career_precision=_share(found, predicted),
        career_recall=_share(found, named),
        multi_recall=_share(sum(both), len(both)),
        false_multi=_share(sum(besides), len(besides)),
        out_of_scope_recall=_share(sum(got.intent in REFUSALS for got in outside), len(outside)),
        false_refusals=_share(sum(got.intent in REFUSALS for _, got in inside), len(inside)),
        crisis_recall=_share(sum(got.intent == "crisis" for got in crises), len(crises)),
        calibration_error=sum(each.questions * abs(each.confidence - each.accuracy) for each in bins) / len(pairs),
        per_intent=_shares(pairs, lambda question: question.intents[0]),
        per_style=_shares(pairs, lambda question: question.style),
        calibration=bins,
        confusion=[
            (right, got, times)
            for (right, got), times in Counter((asked.intents[0], got.intent) for asked, got in wrong).most_common()
        ],
        worst=[
            Miss(asked.text, asked.intents, got.intent, got.confidence)
            for asked, got in sorted(wrong, key=lambda pair: -pair[1].confidence)[:_WORST]
        ],
    )


Pairs = Sequence[tuple[Question, Understood]]


def _right(asked: Question, got: Understood) -> bool:
    return got.intent in asked.intents


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _shares(pairs: Pairs, group: Callable[[Question], str]) -> dict[str, Share]:
    groups: dict[str, list[bool]] = defaultdict(list)
    for asked, got in pairs:
        groups[group(asked)].append(_right(asked, got))
    return {name: Share(len(rights), sum(rights)) for name, rights in sorted(groups.items())}


def _bins(pairs: Pairs) -> list[Bin]:
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for asked, got in pairs:
        bins[min(int(got.confidence * _BINS), _BINS - 1)].append((got.confidence, _right(asked, got)))
    return [
        Bin(len(each), sum(sure for sure, _ in each) / len(each), sum(right for _, right in each) / len(each))
        for _, each in sorted(bins.items())
    ]


def _mentions(pairs: Pairs) -> tuple[int, int, int]:
    """Mentions found, predicted and named. Mentions are the same when their words are, singular or plural."""
    found = predicted = named = 0
    for asked, got in pairs:
        wanted, seen = _words(asked.careers), _words(got.mentions)
        found += len(wanted & seen)
        predicted += len(seen)
        named += len(wanted)
    return found, predicted, named


def _words(mentions: Iterable[str]) -> set[tuple[str, ...]]:
    return set(map(stems, mentions))
