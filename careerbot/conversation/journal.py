"""One line of JSON for each turn, with nothing personal: no text, no conversation id, only the request's own id."""

from __future__ import annotations

import json
import logging
import os
import re
import secrets
import sys
import time
import traceback
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")

_GIVEN = re.compile(r"[A-Za-z0-9-]{8,64}")
_turns = logging.getLogger("careerbot.turns")


def new_request_id(given: str | None) -> str:
    """The id that a proxy gave the request, if it is a plain one, or a new one."""
    return given if given and _GIVEN.fullmatch(given) else secrets.token_hex(8)


def note(event: str, **facts: object) -> None:
    """Write a line."""
    _turns.info(json.dumps({"time": round(time.time(), 3), "event": event, "request": request_id.get(), **facts}))


def to_stderr() -> None:
    """Show the lines, and of every error where it happened, but not its words, which can quote what a person said.

    CAREERBOT_LOG_TRACES=1 shows whole stack traces instead.
    """
    lines = logging.StreamHandler(sys.stderr)
    lines.setFormatter(logging.Formatter("%(message)s"))
    _turns.handlers[:] = [lines]
    _turns.setLevel(logging.INFO)
    _turns.propagate = False
    logging.getLogger().setLevel(logging.ERROR)  # our own errors; the libraries' loggers have levels of their own
    if os.environ.get("CAREERBOT_LOG_TRACES") != "1":
        logging.getLogger().handlers[:] = [_Discreet(logging.ERROR)]


class _Discreet(logging.Handler):
    """Says of an error what kind it was and where."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        frames = traceback.extract_tb(error.__traceback__) if error else []
        where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else f"{record.pathname}:{record.lineno}"
        note("error", logger=record.name, kind=type(error).__name__ if error else record.levelname, where=where)
