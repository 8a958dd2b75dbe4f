"""A conversation that was held, as a test case: what was said, and what may be expected of each answer."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import yaml

from careerbot.dialogues import facts
from careerbot.dialogues.checks import Turn
from careerbot.dialogues.schema import Case, File, Step
from careerbot.paths import PROJECT

# The facts that an answer to a topic shows, where the knowledge has them.
_TELLING = {
    "ask_overview": ("summary",),
    "ask_duties": ("duties",),
    "ask_salary": ("pay.median",),
    "ask_how_to_become": ("path.steps",),
    "ask_outlook": ("outlook.change_percent", "outlook.openings"),
    "ask_education": ("education.usual",),
    "ask_skills": ("skills",),
    "ask_work_environment": ("work_environment.places",),
    "ask_pros_cons": ("upsides", "downsides"),
    "ask_time_to_become": ("path.time.made_of", "entry.education"),
    "ask_advancement": ("advancement",),
    "ask_employers": ("employers",),
    "ask_resources": ("resources.items.name",),
}
_HINT = "# Check what is expected: it is what the assistant answered. docs/testing.md explains every field.\n"
SCHEMA = PROJECT / "docs" / "conversation-test.schema.json"


class Exists(Exception):
    """A file that is there already is not written over."""


def write(path: Path, name: str, turns: Iterable[Turn]) -> None:
    """Write a file with one case. Raises Exists or OSError."""
    new_file(path, _as_yaml(name, turns, path.parent))


def new_file(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises Exists or OSError."""
    if path.exists():
        raise Exists(f"{path} is there already; name a new file.")
    path.write_text(text, encoding="utf-8")


def _as_yaml(name: str, turns: Iterable[Turn], folder: Path) -> str:
    """The text of a file in `folder`; editors find the schema by its first line."""
    case = Case(test_case=name, steps=[_step(turn) for turn in turns])
    plain = msgspec.to_builtins(File(test_cases=[case]))
    text = yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=120)
    return f"# yaml-language-server: $schema={os.path.relpath(SCHEMA, folder)}\n{_HINT}{text}"


def _step(turn: Turn) -> Step:
    said: dict[str, Any] = {"press": turn.said} if turn.pressed else {"user": turn.said}
    return Step(**said, **_expected(turn))


def _expected(turn: Turn) -> dict[str, Any]:
    if not turn.explanation:
        return {"contains": _beginning(turn)}
    known: dict[str, Any] = {"intent": turn.explanation.intent}
    career = turn.explanation.memory.get("career")
    shown = list(_shown(turn, career)) if career else []
    known |= {"career": career, "only_known_numbers": True} if shown else {}
    return known | ({"facts": shown} if shown else {"contains": _beginning(turn)})


def _shown(turn: Turn, career: str) -> Iterator[str]:
    paths = _TELLING.get(turn.explanation.intent if turn.explanation else "", ())
    return (path for path in paths if facts.values(f"{path}?", career) and not facts.not_shown(path, career, turn.text))


def _beginning(turn: Turn) -> str:
    return turn.replies[0].lead if turn.replies else ""
