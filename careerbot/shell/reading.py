"""Where the person's lines come from: a prompt with history and completion, or piped input."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

import platformdirs
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion, ThreadedCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory

from careerbot.shell.commands import COMMANDS, LEAVING

_SHORTEST = 2  # letters from which a career's name is completed
_LONGEST_NAME = 5  # words


class Reader(Protocol):
    """Lines, one at a time."""

    async def line(self, begun: str = "") -> str:
        """The next line; at a prompt, `begun` stands there already.

        Raises EOFError at the end, KeyboardInterrupt where the person breaks off.
        """


class Piped:
    """Standard input that is no terminal."""

    async def line(self, begun: str = "") -> str:
        """Wait for a line without holding up anything else."""
        text: str = await asyncio.to_thread(sys.stdin.readline)
        if not text:
            raise EOFError
        return text


class Prompt:
    """A terminal: arrows go through what was typed before, also in earlier sessions; tab completes careers and commands."""

    def __init__(self, names: Callable[[], Iterable[str]]) -> None:
        self._session: PromptSession[str] = PromptSession(
            history=FileHistory(str(_private(history_file()))),
            completer=ThreadedCompleter(Names(names)),
            complete_while_typing=False,
        )

    async def line(self, begun: str = "") -> str:
        """Ask for a line."""
        return str(await self._session.prompt_async("> ", default=begun))


def history_file() -> Path:
    """Where the typed lines of this user are kept between sessions."""
    return platformdirs.user_state_path("careerbot") / "history"


def _private(path: Path) -> Path:
    """For the user's eyes only: people type in what they would not tell their colleagues."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.chmod(0o600)
    return path


class Names(Completer):
    """Completes the name of a career that the line ends with, and commands at its beginning."""

    def __init__(self, names: Callable[[], Iterable[str]]) -> None:
        self._names = names

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """Names that begin with the last words of the line; the more words, the better the match."""
        text = document.text_before_cursor
        if text.startswith("/"):
            commands = (*COMMANDS, *LEAVING[:1])
            yield from (Completion(each, -len(text)) for each in commands if each.startswith(text.casefold()))
            return
        names = sorted(set(self._names()))
        for begun in _last_words(text):
            found = [name for name in names if name.casefold().startswith(begun)]
            yield from (Completion(name, -len(begun)) for name in found)
            if found:
                return


def _last_words(text: str) -> Iterator[str]:
    """The last words of a line, as many as a name may have first."""
    words = text.casefold().split(" ")
    for count in range(min(_LONGEST_NAME, len(words)), 0, -1):
        begun = " ".join(words[-count:])
        if len(begun.strip()) >= _SHORTEST and not begun.startswith(" "):
            yield begun
