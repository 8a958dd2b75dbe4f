"""How often somebody may ask: a token bucket for each sender.

Counted in this process: N workers together let through up to N times as much.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

_REMEMBERED = 10_000  # senders; the one not heard of for longest is forgotten first


class RateLimit:
    """A third of `per_minute` at once, and then `per_minute` as time goes by."""

    def __init__(self, per_minute: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = per_minute / 60
        self._burst = max(1.0, per_minute / 3)
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # sender -> (tokens, when)

    def take(self, sender: str) -> float:
        """Seconds that `sender` has to wait; 0 when the request is let through, which is then counted."""
        now = self._clock()
        tokens, then = self._buckets.pop(sender, (self._burst, now))
        tokens = min(self._burst, tokens + (now - then) * self._rate)
        wait = 0.0 if tokens >= 1 else (1 - tokens) / self._rate
        self._buckets[sender] = (tokens - (wait == 0), now)
        if len(self._buckets) > _REMEMBERED:
            self._buckets.popitem(last=False)
        return wait
