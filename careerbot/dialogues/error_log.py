"""What is logged as an error while a conversation is played: an apology may hide it from the person, not from the test."""

from __future__ import annotations

import logging
from types import TracebackType


class ErrorLog(logging.Handler):
    """Collects the messages of ERROR records while it is entered, and keeps them from the screen."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []
        self._others: list[logging.Handler] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message, with the kind and text of its exception."""
        error = record.exc_info[1] if record.exc_info else None
        reason = f" ({type(error).__name__}: {error})" if error else ""
        self.messages.append(f"{record.name}: {record.getMessage()}{reason}")

    def __enter__(self) -> ErrorLog:
        root = logging.getLogger()
        self._others, root.handlers = root.handlers, [self]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        logging.getLogger().handlers = self._others
