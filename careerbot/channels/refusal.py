"""A request that a channel does not serve, said as a status and a sentence that a person can read."""

from __future__ import annotations


class Refused(Exception):
    """`str(refused)` is shown to the person; `retry_after` (seconds) where waiting helps."""

    def __init__(self, status: int, sentence: str, retry_after: float | None = None) -> None:
        super().__init__(sentence)
        self.status = status
        self.retry_after = retry_after
