"""Wild messages over HTTP: never a server error, never a trace, never silence. CAREERBOT_FUZZ sets how many (the full run: 10000)."""

from __future__ import annotations

import json
import os
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import Served

MESSAGES = int(os.environ.get("CAREERBOT_FUZZ", "150"))
NASTY = st.sampled_from(
    [
        "/restart",
        "/session_start",
        '/ask_salary{"career": "electrician"}',
        "'; DROP TABLE events; --",
        "\x00",
        "\\u0000",
        "\ud800",
        "{{7*7}} ${jndi:ldap://x}",
        "<script>alert(1)</script>",
        "\u202e\u200b" * 50,
        "electrician " * 90,
        "💼" * 300,
        "",
        " ",
    ]
)
WILD = st.one_of(NASTY, st.text(max_size=300), st.integers(), st.none(), st.lists(st.text(max_size=5), max_size=3))


@given(st.fixed_dictionaries({"message": WILD, "sender": st.one_of(st.just("fuzz"), st.text(max_size=40), st.none())}))
@settings(max_examples=MESSAGES, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_sent_is_answered_or_refused_with_a_sentence(alone: Served, body: dict[str, object]) -> None:
    status, answer, _ = alone.post(body)

    assert status in (200, 400), (status, answer)
    assert "Traceback" not in answer
    if status == 200:
        assert json.loads(answer), "silence"


@given(st.binary(max_size=200))
@settings(max_examples=max(20, MESSAGES // 10), deadline=None, suppress_health_check=list(HealthCheck))
def test_bytes_that_are_no_message_are_refused(alone: Served, body: bytes) -> None:
    status, answer, _ = alone.post(body)

    assert status in (200, 400), (status, answer)
    assert "Traceback" not in answer


def test_memory_is_steady(alone: Served) -> None:
    def megabytes() -> float:
        assert alone.process
        lines = Path(f"/proc/{alone.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

    for n in range(100):
        alone.say(f"warm-{n}", "what do electricians earn?")
    before = megabytes()
    for n in range(MESSAGES):
        alone.say(f"steady-{n}", "what do electricians earn?")

    assert megabytes() - before < 20 + MESSAGES / 100
