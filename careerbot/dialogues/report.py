"""What a failing conversation says for itself, as text: the transcript, what was expected, and why the bot answered so."""

from __future__ import annotations

from collections.abc import Iterator

from careerbot.dialogues.checks import Turn, shortened
from careerbot.dialogues.files import shown
from careerbot.dialogues.runner import Failure, Result

_LINES_OF_AN_ANSWER = 6


def title(result: Result) -> str:
    """Where the case stands, and its name."""
    line = result.failure.line if result.failure else result.line
    return f"{shown(result.file)}:{line}: {result.name}"


def explained(failure: Failure) -> str:
    """All that is needed to see the cause."""
    return "\n".join(_lines(failure))


def _lines(failure: Failure) -> Iterator[str]:
    miss = failure.miss
    yield from _labelled(f"{miss.check}: expected", miss.expected)
    yield from _labelled("found", miss.found)
    if failure.turns:
        yield "  the shortest talk that shows it:"
        for turn in failure.turns:
            yield from _talk(turn)
        yield from _why(failure.turns[-1])


def _labelled(label: str, text: str) -> Iterator[str]:
    first, *more = text.splitlines() or [""]
    yield f"  {label} {first}"
    yield from (f"    {line}" for line in more)


def _talk(turn: Turn) -> Iterator[str]:
    yield f"    > [{turn.said}]" if turn.pressed else f"    > {shortened(turn.said)}"
    lines = turn.text.splitlines()
    yield from (f"      {line}" for line in lines[:_LINES_OF_AN_ANSWER])
    if len(lines) > _LINES_OF_AN_ANSWER:
        yield f"      ... {len(lines) - _LINES_OF_AN_ANSWER} more lines"


def _why(turn: Turn) -> Iterator[str]:
    if turn.explanation:
        yield "  why it answered so:"
        yield from (f"    {line}" for line in turn.explanation.lines())
