"""Running `careerbot knowledge`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from typer.testing import CliRunner, Result

from careerbot.keeper import knowledge
from careerbot.knowledge.problems import KnowledgeError
from careerbot.paths import KNOWLEDGE

FIGURES = KNOWLEDGE / "figures"
Write = Callable[[str, Callable[[str], str]], None]


def run(*words: object, typed: str = "") -> Result:
    """The command, and what it printed; anything but an exit or a KnowledgeError is a trace that a keeper would see."""
    result = CliRunner().invoke(knowledge, list(map(str, words)), input=typed)
    if result.exception and not isinstance(result.exception, SystemExit | KnowledgeError):
        raise result.exception
    return result


def problems(result: Result) -> str:
    """What `careerbot.cli.main` prints of it."""
    assert isinstance(result.exception, KnowledgeError)
    return str(result.exception)


def snapshot(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
