"""The web channel: JSON over HTTP for the chat widget, and the widget's own files, all under /chat.

    POST   /chat/session                                     -> 201 {"token"}
    POST   /chat/conversation  {"id", "text" | "payload"}    -> {"id", "replies": [Reply], "forgotten": bool}
    GET    /chat/conversation                                -> {"messages": [{"who", "id", "text" | "reply"}]}
    DELETE /chat/conversation                                -> 204, everything said in it is erased
    POST   /chat/restart                                     -> {"replies": [Reply]}

All but the first carry `Authorization: Bearer <token>`. `id` is the sender's own for a message: sent again, it gets the same answer
without another turn. Whatever is refused gets a status and {"error": sentence}. docs/embedding.md tells the rest.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Annotated, Any

import msgspec
from msgspec import Struct
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty, raw, redirect

from careerbot.advice.small_talk import apology, forgotten
from careerbot.channels.origins import Origins
from careerbot.channels.rate_limit import RateLimit
from careerbot.channels.refusal import Refused
from careerbot.channels.web_conversation import WebConversation
from careerbot.channels.web_session import Sessions, secret
from careerbot.channels.widget_files import WidgetFiles
from careerbot.understanding.intake import MAX_LENGTH, is_too_long, kept

Handler = Callable[[Request], Awaitable[HTTPResponse]]
Rate = Annotated[float, msgspec.Meta(gt=0)]  # a minute; at none at all nobody could ever be let through
logger = logging.getLogger(__name__)
_MAX_BODY = 64 * 1024  # bytes
_COME_BACK = 3  # seconds, where something failed that may soon work again
_MAX_READ = 64 * _MAX_BODY  # of a body that is refused anyway
_encode = msgspec.json.Encoder().encode


class Message(Struct, forbid_unknown_fields=True):
    """What a person said: something typed, or a suggestion pressed."""

    id: Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9-]{8,64}$")]
    text: str | None = None
    payload: str | None = None


class Settings(Struct, forbid_unknown_fields=True, frozen=True):
    """What credentials.yml may say of this channel."""

    origins: list[str] = []  # of pages on other hosts that may embed the widget
    proxies: Annotated[int, msgspec.Meta(ge=0)] = 0  # how many of the keeper's own proxies a request comes through
    per_minute: Rate = 60  # messages of one conversation: the quiz is pressed through at one a second
    per_minute_and_address: Rate = 300  # requests of one address, behind which a whole school may sit


class WebInput(InputChannel):
    """Serves conversations and the widget."""

    def __init__(self, settings: Settings = Settings()) -> None:  # noqa: B008 - frozen
        self._origins = Origins(frozenset(each.rstrip("/") for each in settings.origins))
        self._proxies = settings.proxies
        self._by_conversation = RateLimit(settings.per_minute)
        self._by_address = RateLimit(settings.per_minute_and_address)
        self._sessions = Sessions(secret())
        self._files = WidgetFiles()

    @classmethod
    def name(cls) -> str:
        """As conversations know the channel."""
        return "web"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WebInput:
        """Raises msgspec.ValidationError, which names the field, where credentials.yml is wrong."""
        return cls(msgspec.convert(credentials or {}, Settings))

    def url_prefix(self) -> str:
        """An address that people can type."""
        return "/chat"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The protocol's routes and the files'."""
        web = Blueprint("careerbot_web")
        for path, method, handler in (
            ("/session", "POST", self._new_session),
            ("/restart", "POST", self._restart),
            ("/conversation", "GET", self._history),
            ("/conversation", "DELETE", self._forget),
        ):
            web.add_route(self._guarded(handler), path, [method], name=handler.__name__)
        web.add_route(self._guarded(self._say), "/conversation", ["POST"], name="say", stream=True)
        for path in ("/session", "/restart", "/conversation"):
            web.add_route(_no_content, path, ["OPTIONS"], name=f"preflight_{path[1:]}")
        web.on_response(self._preflight())
        self._add_files(web)
        return web

    def _add_files(self, web: Blueprint) -> None:
        async def module(request: Request, version: str, name: str) -> HTTPResponse:
            return self._files.module(request, version, name)

        web.add_route(module, "/<version:str>/<name:str>", ["GET"], name="module")
        for name in self._files.names():
            web.add_route(
                self._page(name), "/" if name == "index.html" else f"/{name}", ["GET"], name=name.replace(".", "_")
            )

    def _page(self, name: str) -> Handler:
        async def page(request: Request) -> HTTPResponse:
            if request.path == "/chat":  # without the slash, the page would look for its script at /careerbot.js
                return redirect("chat/")
            return self._files.page(request, name)

        return page

    def _guarded(self, handler: Handler) -> Handler:
        """Refuse strangers and the impatient; say every refusal as JSON; let the asking page read the answer."""

        @wraps(handler)
        async def guarded(request: Request) -> HTTPResponse:
            origin = request.headers.get("origin")
            try:
                self._check(request, origin)
                response = await handler(request)
            except Refused as refused:
                response = _refusal(refused)
            except Exception:
                # The database or the locks are away; nothing was stored, and the same message may come again.
                logger.exception("a request failed; the person was told so")
                response = _refusal(Refused(503, apology().text(), _COME_BACK))
            response.headers.update({**self._origins.headers(origin), "Cache-Control": "no-store"})
            return response

        return guarded

    def _check(self, request: Request, origin: str | None) -> None:
        if not self._origins.allow(origin, request.host):
            raise Refused(403, f"This assistant may not be used on {origin}. Its keeper can allow that.")
        _admit(self._by_address, self._address(request))

    def _preflight(self) -> Callable[[Request, HTTPResponse], Awaitable[None]]:
        """Rasa's server answers OPTIONS before a route is asked, if the route exists: what is missing is added on the way out."""

        async def preflight(request: Request, response: HTTPResponse) -> None:
            if request.method == "OPTIONS":
                response.headers.update(self._origins.preflight(request.headers.get("origin"), request.host))

        return preflight

    def _address(self, request: Request) -> str:
        """Who asks. What stands before the part that the keeper's own proxies wrote, anybody could have made up."""
        passed_on = request.headers.get("x-forwarded-for", "").replace(",", " ").split()
        return passed_on[-self._proxies] if 0 < self._proxies <= len(passed_on) else str(request.ip)

    def _conversation(self, request: Request) -> tuple[str, WebConversation]:
        id = self._sessions.conversation(request.headers.get("authorization"))
        return id, WebConversation(request.app.ctx.agent, id)

    async def _new_session(self, request: Request) -> HTTPResponse:
        return _json({"token": self._sessions.issue()}, 201)

    async def _say(self, request: Request) -> HTTPResponse:
        id, conversation = self._conversation(request)
        _admit(self._by_conversation, id)
        message = _message(await _body(request))
        if message.payload is None:
            replies = await conversation.type(message.id, _typed(message.text))
        else:
            replies = await conversation.press(message.id, message.payload)
        return _json({"id": message.id, "replies": replies, "forgotten": replies == [forgotten()]})

    async def _history(self, request: Request) -> HTTPResponse:
        return _json({"messages": await self._conversation(request)[1].history()})

    async def _restart(self, request: Request) -> HTTPResponse:
        return _json({"replies": await self._conversation(request)[1].restart()})

    async def _forget(self, request: Request) -> HTTPResponse:
        await self._conversation(request)[1].forget()
        return empty(204)


async def _no_content(request: Request) -> HTTPResponse:
    return empty(204)


def _admit(limit: RateLimit, sender: str) -> None:
    wait = math.ceil(limit.take(sender))
    if wait:
        raise Refused(
            429, f"That was very fast. Please wait {wait} second{'s' if wait > 1 else ''}, then send it again.", wait
        )


async def _body(request: Request) -> bytes:
    """Keep no more than is allowed, whatever the length that was announced.

    What is too long is read to its end first, up to a point: most clients miss a refusal that comes while they are still sending.
    """
    body, size = b"", 0
    async for part in request.stream:
        size += len(part)
        if size <= _MAX_BODY:
            body += part
        elif size > _MAX_READ:
            break
    if size > _MAX_BODY:
        raise _too_long()
    return body


def _message(body: bytes) -> Message:
    try:
        message = msgspec.json.decode(body, type=Message)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused(400, f"That is no message: {error}.") from None
    if (message.text is None) == (message.payload is None):
        raise Refused(400, "A message has either a “text” or a “payload”.")
    return message


def _typed(text: str | None) -> str:
    """A long text is refused, unless there is a call for help in it: that part is answered."""
    text = kept(text or "")
    if is_too_long(text):
        raise _too_long()
    if not text.strip():
        raise Refused(400, "There was nothing in that message. Type a question first.")
    return text


def _too_long() -> Refused:
    return Refused(413, f"That is too long. I read up to {MAX_LENGTH:,} characters: please ask in a sentence or two.")


def _refusal(refused: Refused) -> HTTPResponse:
    response = _json({"error": str(refused)}, refused.status)
    if refused.retry_after:
        response.headers["Retry-After"] = str(refused.retry_after)
    return response


def _json(answer: object, status: int = 200) -> HTTPResponse:
    return raw(_encode(answer), status, content_type="application/json")
