"""A plain page to chat on, served at /chat; it talks to the REST channel."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, file, redirect

from careerbot.paths import PROJECT

WIDGET = PROJECT / "widget"
# The page runs its own script and talks to its own host, and nothing else.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
_HEADERS = {"Content-Security-Policy": _POLICY, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


class PageInput(InputChannel):
    """Serves the files of `widget/`."""

    @classmethod
    def name(cls) -> str:
        """As conversations know the channel."""
        return "page"

    def url_prefix(self) -> str:
        """An address that people can type."""
        return "/chat"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """One route a file: nothing else in the folder can be reached."""
        pages = Blueprint("chat_page")

        for name in sorted(path.name for path in WIDGET.iterdir() if path.is_file()):
            pages.add_route(
                _serve(name), "/" if name == "index.html" else f"/{name}", methods=["GET"], name=name.replace(".", "_")
            )
        return pages


def _serve(name: str) -> Callable[[Request], Awaitable[HTTPResponse]]:
    async def serve(request: Request) -> HTTPResponse:
        if request.path == "/chat":  # without the slash, the page would look for its script at /chat.js
            return redirect("chat/")
        return await file(WIDGET / name, headers=_HEADERS)

    return serve
