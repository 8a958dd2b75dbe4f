"""The figures of an evaluation as text: Markdown, for the screen and for docs/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from careerbot.evaluation.measures import Measures, Share

_CONFUSIONS = 12
_HEADLINES = (
    ("Intent right", "intent_accuracy"),
    ("Careers found, precision", "career_precision"),
    ("Careers found, recall", "career_recall"),
    ("Two questions, both found", "multi_recall"),
    ("One question, another answered besides", "false_multi"),
    ("Out of scope noticed", "out_of_scope_recall"),
    ("In scope, but refused or asked back", "false_refusals"),
    ("Crisis noticed", "crisis_recall"),
    ("Calibration error", "calibration_error"),
)


def summary(measured: Mapping[str, Measures]) -> str:
    """One table: a row a figure, a column a classifier."""
    header = ["", *measured]
    rows = [[label, *(_percent(getattr(each, field)) for each in measured.values())] for label, field in _HEADLINES]
    return "\n".join(_table(header, rows))


def details(measures: Measures, *, with_questions: bool = True) -> str:
    """Everything about one classifier. Without questions, no text of the file is shown."""
    return "\n".join(
        [
            *_heading("By style", _shares("style", measures.per_style)),
            *_heading("By intent", _shares("intent", measures.per_intent)),
            *_heading("Calibration", _calibration(measures)),
            *_heading("Most frequent confusions", _confusions(measures)),
            *(_heading("Surest mistakes", _worst(measures)) if with_questions else ()),
        ]
    )


_PAGE = """# How well it understands

Written by `careerbot evaluate --baseline svm --report docs/understanding.md`, at commit {commit}: {count:,} questions of {name}, which no
training has seen. All columns are trained on the same examples (`data/nlu`), in the same run. A reading is right when it is one
of the intents that a question may have; a career is found when the words found are the words that name it.

Without a file the command measures on `../shared/evaluation/questions.jsonl`, beside the project's folder, where that exists, or
else on the project's own `tests/nlu/questions.jsonl`, with other figures; `careerbot evaluate FILE` measures on any other.

{summary}

- **Intent**: tokens, the careers' names replaced by a neutral word, word and character n-grams, the sentence encoder MiniLM, and a
  linear support vector machine (`config.yml`, `careerbot/understanding/intent_classifier.py`).
- **Careers** are found by dictionary (`careerbot/understanding/linker.py`), never guessed; the baselines find none.
- **Two questions** in one message are read in parts (`careerbot/understanding/several_questions.py`); in a long
  story each question counts beside the whole (`careerbot/understanding/stories.py`).
- **Typing errors** in everyday words are mended first (`careerbot/understanding/everyday_spelling.py`).
- `tests/nlu` holds floors under these figures on questions of the project's own, by several writers, in `make test`.
{details}
"""


def page(name: str, count: int, measured: Mapping[str, Measures], commit: str) -> str:
    """The report that is kept in docs/. No text of the file is shown."""
    told = details(measured["careerbot"], with_questions=False)
    return _PAGE.format(commit=commit, count=count, name=name, summary=summary(measured), details=told)


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"


def _heading(title: str, lines: Iterator[str]) -> Iterator[str]:
    yield from ("", f"### {title}", "")
    yield from lines


def _shares(name: str, shares: Mapping[str, Share]) -> Iterator[str]:
    rows = [[group, str(each.questions), _percent(each.share)] for group, each in shares.items()]
    return _table([name, "questions", "right"], rows)


def _calibration(measures: Measures) -> Iterator[str]:
    rows = [[_percent(each.confidence), _percent(each.accuracy), str(each.questions)] for each in measures.calibration]
    return _table(["how sure, on average", "how often right", "questions"], rows)


def _confusions(measures: Measures) -> Iterator[str]:
    rows = [[right, taken, str(times)] for right, taken, times in measures.confusion[:_CONFUSIONS]]
    return _table(["right", "taken for", "times"], rows)


def _worst(measures: Measures) -> Iterator[str]:
    for miss in measures.worst:
        yield f"- {miss.taken_for} ({_percent(miss.confidence)} sure), not {' or '.join(miss.right)}: {miss.text}"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
