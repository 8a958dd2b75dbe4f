"""What was measured, kept in a file for each part: an interrupted run goes on where it was."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from careerbot.paths import PROJECT

KEPT = PROJECT / ".careerbot" / "benchmarks"
_RESULTS = KEPT / "results"


def content_of(paths: Iterable[Path]) -> str:
    """A hash of files and of all that is in folders, with where they are."""
    digest = hashlib.sha256()
    for top in paths:
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(PROJECT)}\n".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def load(part: str) -> dict[str, Any] | None:
    """What is kept of a part: `values`, `content`, `date`, `seconds` it took. None where it was never measured."""
    try:
        found: dict[str, Any] = json.loads((_RESULTS / f"{part}.json").read_text())
    except (OSError, ValueError):
        return None
    return found


def keep(part: str, content: str, values: dict[str, Any], seconds: float) -> None:
    """Written whole or not at all."""
    _RESULTS.mkdir(parents=True, exist_ok=True)
    partial = _RESULTS / f"{part}.partial"
    document = {"values": values, "content": content, "date": time.strftime("%Y-%m-%d"), "seconds": round(seconds)}
    partial.write_text(json.dumps(document, indent=1))
    partial.replace(_RESULTS / f"{part}.json")
