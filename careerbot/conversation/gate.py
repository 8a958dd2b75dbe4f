"""What every request passes, whichever channel it is for: limits, an id, headers; and the addresses that tell how the server is."""

from __future__ import annotations

from typing import Any

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json, raw

from careerbot.conversation import metrics
from careerbot.conversation.journal import new_request_id, note, request_id

MAX_BODY = 64 * 1024  # bytes
MAX_RUNNING = 64  # requests of one worker; beyond them people wait longer than they stay
_STATUS = ("/health", "/ready", "/metrics")
_HEADERS = {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "SAMEORIGIN", "Referrer-Policy": "no-referrer"}
_BUSY = "Too many people are asking at the moment. Please try again in a few seconds."


def guard(app: Sanic, max_running: int = MAX_RUNNING) -> None:
    """Put the gate before all of the app's routes."""
    app.config.REQUEST_MAX_SIZE = MAX_BODY
    app.config.FALLBACK_ERROR_FORMAT = "json"  # no HTML pages with details
    running: set[int] = set()

    async def enter(request: Request) -> HTTPResponse | None:
        request.ctx.id = new_request_id(request.headers.get("x-request-id"))
        request_id.set(request.ctx.id)
        if request.path in _STATUS:
            return None
        if len(running) >= max_running:
            metrics.REFUSED.inc()
            return json({"error": _BUSY}, 503, headers={"Retry-After": "3"})
        running.add(id(request))
        return None

    async def leave(request: Request, response: HTTPResponse) -> None:
        running.discard(id(request))
        for name, value in {**_HEADERS, "X-Request-ID": getattr(request.ctx, "id", "")}.items():
            if name == "X-Frame-Options" and "content-security-policy" in response.headers:
                continue  # the policy says it better
            response.headers.setdefault(name, value)

    app.register_middleware(enter, "request")
    app.register_middleware(leave, "response")


def tell_status(app: Sanic) -> None:
    """GET /health: the process runs. /ready: it can answer a turn now. /metrics: what it counted.

    They tell nothing of anybody; a proxy in front need not pass them on.
    """

    async def health(request: Request) -> HTTPResponse:
        return json({"status": "alive"})

    async def ready(request: Request) -> HTTPResponse:
        problems = await _problems(getattr(request.app.ctx, "agent", None))
        return json({"status": "not ready" if problems else "ready", "problems": problems}, 503 if problems else 200)

    async def tell(request: Request) -> HTTPResponse:
        return raw(metrics.latest(), content_type=metrics.CONTENT_TYPE)

    for handler, path in ((health, "/health"), (ready, "/ready"), (tell, "/metrics")):
        app.add_route(handler, path, ["GET"], name=f"careerbot_{handler.__name__}")


async def _problems(agent: Any) -> list[str]:
    if agent is None or not agent.is_ready():
        return ["model"]
    parts = {"conversations": agent.tracker_store, "locks": agent.lock_store}
    return [name for name, part in parts.items() if not await _works(name, part)]


async def _works(name: str, part: Any) -> bool:
    try:
        await part.check()
    except Exception as error:
        note("not ready", part=name, kind=type(error).__name__)
        return False
    return True
