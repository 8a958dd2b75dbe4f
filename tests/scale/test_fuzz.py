"""Wild messages over REST, the web channel and Slack, to one served assistant: never a server error, never a trace, never silence,
never an apology for something that broke, and a memory that does not grow. CAREERBOT_FUZZ sets how many messages (the full run: 10000).
"""

from __future__ import annotations

import asyncio
import json
import os
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from running import Served
from slack_stand_in import BOT_TOKEN, SECRET, StandIn, Workspace, over_http, running, signed

from careerbot.advice.small_talk import apology
from careerbot.paths import PROJECT

# Within the first few hundred, of every length, buffers still grow to what they need.
MESSAGES = int(os.environ.get("CAREERBOT_FUZZ", "1500"))
NASTY = (
    "/restart",
    "/session_start",
    '/ask_salary{"career": "electrician"}',
    "'; DROP TABLE events; --",
    "\x00",
    "\\u0000",
    "\ud800",
    "{{7*7}} ${jndi:ldap://x}",
    "<script>alert(1)</script>",
    "<!channel> <@U1> <#C1|general> &lt;&amp;",
    "\u202e\u200b" * 50,
    "electrician " * 90,
    "and " * 240,
    "what? " * 160,
    "💼" * 300,
    "",
    " ",
)


def _corpus() -> list[str]:
    files = ("tests/nlu/questions.jsonl", "tests/understanding/linking.jsonl")
    lines = [line for name in files for line in (PROJECT / name).read_text(encoding="utf-8").splitlines()]
    return [json.loads(line)["text"] for line in lines]


@st.composite
def mangled(draw: Any) -> str:
    """A question as people ask it, cut, turned, repeated or grown together with another."""
    one, other = draw(st.sampled_from(_QUESTIONS)), draw(st.sampled_from(_QUESTIONS))
    at = draw(st.integers(0, len(one)))
    return str(
        draw(
            st.sampled_from(
                [one, one[:at], one[at:], one[::-1], one.upper(), one * 3, f"{one} {other}", one[:at] + other[at:]]
            )
        )
    )


_QUESTIONS = _corpus()
WILD = st.one_of(mangled(), st.sampled_from(NASTY), st.text(max_size=300))
NO_TEXT = st.one_of(
    st.integers(), st.none(), st.lists(st.text(max_size=5), max_size=3), st.dictionaries(st.text(max_size=3), st.text())
)
NO_MESSAGE = (b"", b"null", b"[]", b"[{}]", b"5", b'"hello"', b"{", b"\xff\xfe")
MANY = settings(
    max_examples=MESSAGES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=[Phase.generate, Phase.shrink],
)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def slack() -> AsyncIterator[StandIn]:
    """Slack's Web API."""
    async with running() as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
def open_to_all(model: Path, slack: StandIn, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A served assistant with all its channels, which lets everybody ask as fast as they can."""
    folder = tmp_path_factory.mktemp("fuzz")
    credentials = folder / "credentials.yml"
    credentials.write_text(
        "careerbot.channels.rest.RestInput:\n"
        "careerbot.channels.web.WebInput: {per_minute: 1000000, per_minute_and_address: 1000000}\n"
        "careerbot.channels.slack.channel.SlackInput:\n"
    )
    tokens = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_SIGNING_SECRET": SECRET, "SLACK_API_URL": f"{slack.url}/api/"}
    database = f"sqlite:///{folder}/conversations.db"
    served = Served(folder / "served.log", "--credentials", str(credentials), CAREERBOT_DATABASE=database, **tokens)
    yield served.start()
    served.stop()


class Talk:
    """Sends a text over a channel and sees that what comes back is an answer or a refusal in a sentence."""

    def __init__(self, served: Served, slack: StandIn, session: aiohttp.ClientSession) -> None:
        self._served, self._slack = served, slack
        self._office = Workspace(slack, over_http(f"{served.url}/webhooks/slack/webhook", session))
        self._session = session
        self._token = ""
        self.megabytes: list[float] = []

    async def rest(self, text: object, sender: object) -> None:
        status, answer = await self._post("/webhooks/rest/webhook", {"sender": sender, "message": text})
        assert status in (200, 400), (status, answer)
        assert status != 200 or json.loads(answer), "silence"
        self._check(answer)

    async def web(self, text: object, sender: object) -> None:
        if sender is None or not self._token:  # somebody new
            self._token = json.loads((await self._post("/chat/session", {}))[1])["token"]
        kind = "payload" if sender == "" else "text"
        message = {"id": uuid.uuid4().hex, kind: text}
        status, answer = await self._post("/chat/conversation", message, Authorization=f"Bearer {self._token}")
        assert status in (200, 400, 409, 413), (status, answer)
        assert json.loads(answer)["replies" if status == 200 else "error"], "silence"
        self._check(answer)

    async def slack(self, text: object, sender: object) -> None:
        """Over direct messages, where everything is meant for the assistant."""
        if not isinstance(text, str) or not text.isprintable() or not text.strip():
            return  # Slack sends only text, and none that nobody can see
        self._slack.reset()
        await self._office.writes("U1", text, "D1")
        await self._slack.until(lambda: self._slack.posts())
        self._check(json.dumps(self._slack.posts()))

    async def _post(self, path: str, body: object, **headers: str) -> tuple[int, str]:
        data = json.dumps(body).encode()
        headers = {"Content-Type": "application/json", **headers}
        async with self._session.post(self._served.url + path, data=data, headers=headers) as response:
            return response.status, await response.text()

    def _check(self, answer: str) -> None:
        assert "Traceback" not in answer
        assert apology().text() not in json.loads(f"[{answer}]").__repr__(), "something broke"
        assert self._served.process
        lines = Path(f"/proc/{self._served.process.pid}/status").read_text().splitlines()
        self.megabytes.append(next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def talk(open_to_all: Served, slack: StandIn) -> AsyncIterator[Talk]:
    async with aiohttp.ClientSession() as session:
        yield Talk(open_to_all, slack, session)


@given(
    st.sampled_from(["rest", "web", "slack"]),
    st.one_of(WILD, WILD, WILD, NO_TEXT),
    st.one_of(st.text(max_size=40), st.none()),
)
@MANY
async def test_whatever_is_sent_is_answered_or_refused_with_a_sentence(
    talk: Talk, channel: str, text: object, sender: str | None
) -> None:
    await asyncio.wait_for(getattr(talk, channel)(text, sender), 120)


@pytest.fixture(scope="module")
def token(open_to_all: Served) -> str:
    """Of somebody on the web channel."""
    return str(json.loads(open_to_all.post({}, "/chat/session")[1])["token"])


@pytest.mark.parametrize("path", ["/webhooks/rest/webhook", "/chat/conversation", "/webhooks/slack/webhook"])
@given(body=st.one_of(st.sampled_from(NO_MESSAGE), st.binary(max_size=200)))
@settings(MANY, max_examples=max(40, MESSAGES // 10))
def test_bytes_that_are_no_message_are_refused(open_to_all: Served, token: str, path: str, body: bytes) -> None:
    """From somebody whom the channels know, so that they read it."""
    known = {"Authorization": f"Bearer {token}", **signed(body.decode(errors="replace"))}

    status, answer, _ = open_to_all.post(body, path, **known)

    assert 200 <= status < 500, (status, answer)
    assert "Traceback" not in answer


def test_memory_is_steady(talk: Talk) -> None:
    """After the first half of the messages, of which some are the first of their kind, the second needs next to nothing more."""
    assert len(talk.megabytes) >= MESSAGES / 2
    quarter = len(talk.megabytes) // 4
    half, end = median(talk.megabytes[quarter : 2 * quarter]), median(talk.megabytes[-quarter:])
    print(f"{half:.0f} MB in the second quarter of {len(talk.megabytes)} messages, {end:.0f} MB in the last")

    assert end - half < 25
