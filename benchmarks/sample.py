"""A sample of the training data, on which Rasa's default pipeline can be trained too: of all of it that would take hours."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.results import KEPT
from careerbot.paths import PROJECT

PHRASINGS = 45  # the first so many of each intent, with all stories and rules


def sample() -> Path:
    """The folder, written anew from the data as it is."""
    folder, whole = KEPT / "sample", PROJECT / "data"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(whole, folder)
    for path in (folder / "nlu").glob("*.yml"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        start = next(number for number, line in enumerate(lines) if line.startswith("    - "))
        path.write_text("".join(lines[: start + PHRASINGS]), encoding="utf-8")
    return folder
