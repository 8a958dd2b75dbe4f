"""Files of questions with the answers expected: one JSON object a line.

{"text": "...", "intents": ["best", "also right"], "careers": ["as it stands in the text"], "multi": false, "style": "plain"}
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct


class Question(Struct, frozen=True):
    """A question and what is right for it. Of a `multi` question the first two intents are both asked."""

    text: str
    intents: list[str]
    careers: list[str] = []
    multi: bool = False
    style: str = "plain"


class BadQuestions(Exception):
    """A file of questions that cannot be read; the message says where and why."""


def read(path: Path) -> list[Question]:
    """The questions of a file. Raises BadQuestions with file and line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadQuestions(f"{path} cannot be read: {error}.") from None
    found = [_question(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise BadQuestions(f"{path} holds no question. Write one JSON object a line, with “text” and “intents”.")
    return found


def _question(path: Path, number: int, line: str) -> Question:
    try:
        question = msgspec.json.decode(line, type=Question)
    except msgspec.DecodeError as error:
        raise BadQuestions(f"{path}, line {number}: {error}.") from None
    if not question.intents:
        raise BadQuestions(f"{path}, line {number}: “intents” is empty. Name at least the intent that is right.")
    return question
