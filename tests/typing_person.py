"""A person at a terminal: types, and reads what stands on the screen. Programs redraw parts of lines, so their raw output
says little; pyte keeps the screen as a terminal would."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from pathlib import Path

import pexpect
import pyte

from careerbot.paths import PROJECT

_ROWS, _COLUMNS = 200, 200  # so large that nothing scrolls away in a short talk, and few lines are broken
PATIENCE = 60  # seconds until a program is held to hang
LOADING = 300  # seconds for what loads a model first; on a busy machine that takes minutes
_GLANCE = 0.1


class Person:
    """Somebody who runs one program in a terminal of their own."""

    def __init__(self, program: Path, *words: str, settings: Mapping[str, str] = {}) -> None:
        settled = {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", **settings}
        self._program = pexpect.spawn(
            str(program),
            list(words),
            cwd=str(PROJECT),
            env={**os.environ, **settled},
            encoding="utf-8",
            dimensions=(_ROWS, _COLUMNS),
        )
        self._screen = pyte.Screen(_COLUMNS, _ROWS)
        self._stream = pyte.Stream(self._screen)

    def types(self, keys: str) -> None:
        """Press keys; "\\r" is Enter, "\\t" Tab."""
        self._program.send(keys)

    def sees(self, pattern: str, patience: float = PATIENCE) -> None:
        """Wait until the screen shows this. Fails with the screen where it does not in time, or where the program ends."""
        until = time.monotonic() + patience
        while not re.search(pattern, self.screen):
            if time.monotonic() > until or not self._glance():
                raise AssertionError(f"{pattern!r} is not on the screen:\n{self.screen}")

    def sees_the_end(self) -> int | None:
        """Wait until the program ends; its exit code."""
        until = time.monotonic() + PATIENCE
        while self._glance():
            if time.monotonic() > until:
                raise AssertionError(f"the program does not end:\n{self.screen}")
        self._program.wait()
        return self._program.exitstatus  # type: ignore[no-any-return]

    def leaves(self) -> None:
        """End the program, whatever it is doing."""
        self._program.close(force=True)

    @property
    def screen(self) -> str:
        """What stands there now."""
        return "\n".join(line.rstrip() for line in self._screen.display).strip()

    def _glance(self) -> bool:
        """Take in what was drawn meanwhile; False once the program has ended."""
        try:
            self._stream.feed(self._program.read_nonblocking(65_536, _GLANCE))
        except pexpect.TIMEOUT:
            pass
        except pexpect.EOF:
            return False
        return True
