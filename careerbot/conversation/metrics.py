"""What the assistant counts, for Prometheus. Intents are names from the domain; no text and no id of a person is kept.

With several workers each writes to a file in PROMETHEUS_MULTIPROC_DIR, and any of them tells the sum.
"""

from __future__ import annotations

import os

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

TURNS = Counter("careerbot_turns", "Turns answered and stored.", ["intent"])
ERRORS = Counter("careerbot_errors", "Turns that failed, by the kind of error; the person was told so.", ["kind"])
UNANSWERED = Counter("careerbot_unanswered", "Turns in which nothing could be told.", ["why"])
SECONDS = Histogram(
    "careerbot_turn_seconds",
    "From a message to its answer, stored.",
    buckets=(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10),
)
REFUSED = Counter("careerbot_refused", "Requests refused because too many were running.")

CONTENT_TYPE = CONTENT_TYPE_LATEST


def latest() -> bytes:
    """All of it as Prometheus reads it."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return bytes(generate_latest(REGISTRY))
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]  # its library's last one without types
    return bytes(generate_latest(together))
