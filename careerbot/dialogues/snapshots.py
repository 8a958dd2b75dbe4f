"""Reviewed drawings of answers, a file each, beside the tests: `snapshots/<file>/<case>/<step>.<channel>.txt`."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from msgspec import Struct

from careerbot.advice.reply import Reply
from careerbot.dialogues.renderings import RENDERINGS


class Change(Struct, frozen=True):
    """A snapshot that differs from what is drawn now, or that does not exist yet."""

    path: Path
    drawn: str
    difference: str


class Snapshots(Struct):
    """The snapshots of one step. `changes` collects what was drawn differently."""

    folder: Path
    step: int
    changes: list[Change] = []

    @classmethod
    def of(cls, file: Path, case: str, step: int) -> Snapshots:
        """Of a step (from 0) of a case."""
        slug = re.sub(r"[^a-z0-9]+", "-", case.casefold()).strip("-")[:60]
        return cls(file.parent / "snapshots" / file.stem / slug, step + 1, [])

    def path(self, channel: str) -> Path:
        """Where the drawing of a channel is kept."""
        return self.folder / f"{self.step}.{channel}.txt"

    def shown(self, channel: str) -> str:
        """The path, as messages name it."""
        return "/".join(self.path(channel).parts[-4:])

    def difference(self, channel: str, replies: list[Reply]) -> str:
        """How the drawing differs from its snapshot, as a unified diff; "" where it does not."""
        path = self.path(channel)
        drawn = "\n\n".join(map(RENDERINGS[channel], replies)) + "\n"
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        if drawn == kept:
            return ""
        lines = difflib.unified_diff(kept.splitlines(), drawn.splitlines(), "reviewed", "drawn now", lineterm="", n=1)
        text = "\n".join(lines) if kept else "no snapshot yet; `careerbot test --update` writes it:\n" + drawn.rstrip()
        self.changes.append(Change(path, drawn, text))
        return text
