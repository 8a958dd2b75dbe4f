"""Slack for tests: a local stand-in for its Web API, and the people of a workspace, whose requests are signed for real."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer
from slack_sdk.models.blocks import Block, Option
from slack_sdk.signature import SignatureVerifier

TEAM, BOT = "T1", "UBOT"
BOT_TOKEN, APP_TOKEN, SECRET = "xoxb-test", "xapp-test", "a signing secret"
CLOSE = "close the connection"
_RETRY_AFTER = 2  # seconds; longer than anybody waits who does not read it
SCOPES = "app_mentions:read,assistant:write,channels:history,chat:write,commands,groups:history,im:history"
# https://docs.slack.dev/reference/block-kit; what slack-sdk's models do not check themselves
_BLOCKS, _FIELD, _CONTEXT = 50, 2000, 3000
_TABLE_ROWS, _TABLE_COLUMNS, _TABLE_CHARACTERS = 100, 20, 10_000

_STARTED = int(time.time())


@dataclass(frozen=True)
class Call:
    """One call of the Web API."""

    method: str
    args: dict[str, Any]
    token: str


@dataclass
class StandIn:
    """Answers as Slack does, records every call, and fails when told to."""

    calls: list[Call] = field(default_factory=list)
    messages: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    responses: list[dict[str, Any]] = field(default_factory=list)
    scopes: str = SCOPES
    url: str = ""
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    early: int = 0  # calls that came before Retry-After was over
    _failures: dict[str, deque[Any]] = field(default_factory=lambda: defaultdict(deque))
    _wait_until: float = 0.0
    _clock: Any = field(default_factory=lambda: itertools.count(1))
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def reset(self) -> None:
        """Nothing was said and nothing fails; the clock goes on."""
        for kept in (self.calls, self.messages, self.responses, self.acknowledged, self._failures):
            kept.clear()
        self.scopes, self.early, self._wait_until = SCOPES, 0, 0.0

    def fail(self, method: str, *failures: Any) -> None:
        """The next calls of a method fail: with a status, an error code of Slack's, or a closed connection (CLOSE)."""
        self._failures[method].extend(failures)

    def of(self, method: str) -> list[dict[str, Any]]:
        """The arguments of every call of a method that was taken."""
        return [call.args for call in self.calls if call.method == method]

    def posts(self) -> list[dict[str, Any]]:
        """What was posted, in order."""
        return self.of("chat.postMessage")

    async def until(self, condition: Callable[[], object], patience: float = 60) -> None:
        """Wait for something to have happened here."""

        async def watch() -> None:
            while not condition():
                self._changed.clear()
                await self._changed.wait()

        await asyncio.wait_for(watch(), patience)

    def now(self) -> str:
        """A new timestamp: of this run, as servers of their own keep what they were sent in an earlier one."""
        return f"{_STARTED}.{next(self._clock):06d}"

    def app(self) -> web.Application:
        """The web server."""
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._call)
        app.router.add_post("/respond/{id}", self._respond)
        app.router.add_get("/socket", self._socket)
        return app

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        args = dict(request.query) | (
            await request.json() if request.content_type == "application/json" else dict(await request.post())
        )
        if time.monotonic() < self._wait_until:
            self.early += 1
        if self._failures[method]:
            return self._failed(request, self._failures[method].popleft())
        token = request.headers.get("Authorization", "").removeprefix("Bearer ") or args.pop("token", "")
        answer = self._taken(Call(method, args, token))
        self._changed.set()
        return web.json_response(answer, headers={"x-oauth-scopes": self.scopes})

    def _failed(self, request: web.Request, failure: Any) -> web.StreamResponse:
        if failure == CLOSE:
            assert request.transport
            request.transport.close()
            return web.Response()
        if failure == 429:
            self._wait_until = time.monotonic() + _RETRY_AFTER
            headers = {"Retry-After": str(_RETRY_AFTER)}
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)
        if isinstance(failure, int):
            return web.Response(text="<html>Server Error</html>", content_type="text/html", status=failure)
        return web.json_response({"ok": False, "error": failure})

    def _taken(self, call: Call) -> dict[str, Any]:
        if wrong := [problem for block in (call.args.get("blocks") or ()) for problem in problems(block)]:
            return {"ok": False, "error": "invalid_blocks", "problems": wrong}
        if len(call.args.get("blocks") or ()) > _BLOCKS:
            return {"ok": False, "error": "invalid_blocks"}
        self.calls.append(call)
        return {"ok": True, **getattr(self, f"_{call.method.replace('.', '_')}", lambda call: {})(call)}

    def _chat_postMessage(self, call: Call) -> dict[str, Any]:  # noqa: N802 - named as Slack names it
        channel, ts = direct(call.args["channel"]), self.now()
        self.messages[channel, ts] = {**call.args, "channel": channel, "ts": ts, "user": BOT}
        return {"channel": channel, "ts": ts}

    def _chat_update(self, call: Call) -> dict[str, Any]:
        self.messages[call.args["channel"], call.args["ts"]].update(call.args)
        return {}

    def _conversations_replies(self, call: Call) -> dict[str, Any]:
        first = self.messages.get((call.args["channel"], call.args["ts"]))
        return {"messages": [first] if first else []}

    def _auth_test(self, call: Call) -> dict[str, Any]:
        return {"team": "Office", "user": "careerbot", "user_id": BOT, "bot_id": "B1"}

    def _apps_connections_open(self, call: Call) -> dict[str, Any]:
        return {"url": self.url.replace("http", "ws") + "/socket"}

    async def _respond(self, request: web.Request) -> web.Response:
        self.responses.append(await request.json())
        self._changed.set()
        return web.Response(text="ok")

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        self.sockets.append(socket)
        self._changed.set()
        async for message in socket:
            self.acknowledged.append(json.loads(message.data)["envelope_id"])
            self._changed.set()
        return socket


def direct(channel: str) -> str:
    """The channel of direct messages behind a person's id."""
    return f"D{channel[1:]}" if channel.startswith("U") else channel


def problems(block: Mapping[str, Any]) -> list[str]:
    """What Slack would refuse in a block, by slack-sdk's models and by the limits that those leave out."""
    found = []
    try:
        read = Block.parse(dict(block))
        assert read is not None, f"no block that slack-sdk knows: {block.get('type')}"
        read.validate_json()
        for element in getattr(read, "elements", None) or ():
            element.validate_json()
            for option in getattr(element, "options", None) or ():
                Option(**option).validate_json()
    except Exception as error:
        found.append(str(error))
    found += [f"empty {name}" for name, text in _texts(block) if not text]
    found += [f"a field of {len(each['text'])}" for each in block.get("fields") or () if len(each["text"]) > _FIELD]
    if block["type"] == "context":
        found += [f"a context of {len(each['text'])}" for each in block["elements"] if len(each["text"]) > _CONTEXT]
    if block["type"] == "table":
        found += _table_problems(block["rows"])
    return found


def _texts(part: Any) -> list[tuple[str, str]]:
    if isinstance(part, Mapping):
        own = [("text", part["text"])] if isinstance(part.get("text"), str) else []
        return own + [each for value in part.values() for each in _texts(value)]
    return [each for value in part for each in _texts(value)] if isinstance(part, list) else []


def _table_problems(rows: list[list[dict[str, Any]]]) -> list[str]:
    characters = sum(len(cell["text"]) for row in rows for cell in row)
    good = (
        len(rows) <= _TABLE_ROWS and max(map(len, rows)) <= _TABLE_COLUMNS and characters <= _TABLE_CHARACTERS
    ) and len({len(row) for row in rows}) == 1
    return [] if good else [f"a table of {len(rows)} rows and {characters} characters"]


@asynccontextmanager
async def running() -> AsyncIterator[StandIn]:
    """A stand-in on an address of its own."""
    stand_in = StandIn()
    async with TestServer(stand_in.app(), host="127.0.0.1") as server:
        stand_in.url = str(server.make_url("")).rstrip("/")
        yield stand_in


Deliver = Callable[[dict[str, Any], str, dict[str, str]], Awaitable[int]]


def signed(body: str, secret: str = SECRET, age: int = 0) -> dict[str, str]:
    """The headers with which Slack signs a body."""
    stamp = str(int(time.time()) - age)
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature or ""}


def over_http(webhook: str, session: aiohttp.ClientSession) -> Deliver:
    """Deliver payloads to a webhook as Slack does."""

    async def deliver(payload: dict[str, Any], kind: str, headers: dict[str, str]) -> int:
        if kind == "events_api":
            body, content_type = json.dumps(payload), "application/json; charset=utf-8"
        else:
            form = {"payload": json.dumps(payload)} if kind == "interactive" else payload
            body, content_type = urlencode(form), "application/x-www-form-urlencoded"
        sent = {"Content-Type": content_type, **signed(body), **headers}
        async with session.post(webhook, data=body.encode(), headers=sent) as response:
            return response.status

    return deliver


@dataclass
class Workspace:
    """The people: what they do reaches the assistant as Slack would deliver it."""

    slack: StandIn
    deliver: Deliver
    _ids: Any = field(default_factory=lambda: itertools.count(1))

    def event(self, event: dict[str, Any]) -> dict[str, Any]:
        """An Events API payload around an event."""
        return {
            "type": "event_callback",
            "team_id": TEAM,
            "event_id": f"Ev{next(self._ids)}",
            "authorizations": [{"team_id": TEAM, "user_id": BOT, "is_bot": True}],
            "event": event,
        }

    def message(self, user: str, text: str, channel: str, thread: str | None = None, **more: Any) -> dict[str, Any]:
        """A message as it stands in a channel, and as its event tells."""
        ts = self.slack.now()
        kind = "im" if channel.startswith("D") else "channel"
        said = {
            "type": "message",
            "user": user,
            "text": text,
            "channel": channel,
            "ts": ts,
            "channel_type": kind,
            **more,
        }
        if thread:
            said["thread_ts"] = thread
        self.slack.messages[channel, ts] = said
        return said

    async def says(self, user: str, text: str, channel: str, thread: str | None = None, **more: Any) -> dict[str, Any]:
        """A person says something; the answer is waited for and returned."""
        before = len(self.slack.posts())
        await self.writes(user, text, channel, thread, **more)
        await self.slack.until(lambda: len(self.slack.posts()) > before)
        return list(self.slack.messages.values())[-1]

    async def writes(
        self, user: str, text: str, channel: str, thread: str | None = None, **more: Any
    ) -> dict[str, Any]:
        """A person says something; a mention comes as two events, as from Slack."""
        said = self.message(user, text, channel, thread, **more)
        if f"<@{BOT}>" in text and not channel.startswith("D"):
            assert await self.deliver(self.event({**said, "type": "app_mention"}), "events_api", {}) == 200
        assert await self.deliver(self.event(said), "events_api", {}) == 200
        return said

    def press(self, user: str, message: dict[str, Any], title: str, **more: Any) -> dict[str, Any]:
        """The payload of a press on a suggestion of a message."""
        offered = {each["text"]["text"]: each for each in suggestions(message)}
        assert title in offered, f"{title!r} is not among {list(offered)}"
        found = offered[title]
        action = {**found, "action_ts": self.slack.now()}
        payload = {
            "type": "block_actions",
            "team": {"id": TEAM},
            "user": {"id": user, "team_id": TEAM},
            "trigger_id": f"trigger-{next(self._ids)}",
            "actions": [action],
        }
        if "ts" in message:
            payload |= {
                "container": {"type": "message", "message_ts": message["ts"], "channel_id": message["channel"]},
                "channel": {"id": message["channel"]},
                "message": {name: message[name] for name in ("ts", "thread_ts", "text", "blocks") if message.get(name)},
            }
        return payload | more

    async def presses(self, user: str, message: dict[str, Any], title: str) -> dict[str, Any]:
        """A person presses a suggestion; the answer is waited for and returned."""
        before = len(self.slack.posts())
        assert await self.deliver(self.press(user, message, title), "interactive", {}) == 200
        await self.slack.until(lambda: len(self.slack.posts()) > before)
        return list(self.slack.messages.values())[-1]

    def command(self, user: str, text: str) -> dict[str, Any]:
        """The payload of /career."""
        number = next(self._ids)
        return {
            "command": "/career",
            "text": text,
            "team_id": TEAM,
            "user_id": user,
            "channel_id": "C9",
            "trigger_id": f"trigger-{number}",
            "response_url": f"{self.slack.url}/respond/{number}",
        }


def suggestions(message: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The buttons and the options of a message that can still be pressed."""
    found: list[dict[str, Any]] = []
    for block in message["blocks"]:
        for element in block["elements"] if block["type"] == "actions" else ():
            known = {"action_id": element["action_id"], "block_id": block["block_id"], "type": element["type"]}
            options = [
                {**known, "selected_option": each, "text": each["text"]} for each in element.get("options") or ()
            ]
            found += options or [{**known, "value": element["value"], "text": element["text"]}]
    return found


def shown(message: Mapping[str, Any]) -> str:
    """All that a message shows, as one text."""
    return "\n".join(text for _, text in _texts(message["blocks"]))
