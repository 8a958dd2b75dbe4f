"""The files of `widget/` as a browser gets them: read once, cached for long, never stale.

A page names `careerbot.js`, which leads to the same file under a folder named after the content of all of them. What stands there
never changes, so browsers keep it for good; after an update `careerbot.js` leads elsewhere, and all modules are new together.
"""

from __future__ import annotations

import hashlib
import mimetypes
from pathlib import Path
from typing import NamedTuple

from sanic.request import Request
from sanic.response import HTTPResponse, empty, raw, redirect

from careerbot.paths import PROJECT

WIDGET = PROJECT / "widget"
_ENTRY = "careerbot.js"
_FOR_GOOD = "public, max-age=31536000, immutable"
_ASK_FIRST = "no-cache"  # keep it, but ask whether it is still the newest
# The pages run the widget's own scripts, talk to their own host, and nothing else.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
_PAGE_HEADERS = {"Content-Security-Policy": _POLICY, "Referrer-Policy": "no-referrer"}
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


class _File(NamedTuple):
    content: bytes
    type: str
    etag: str


class WidgetFiles:
    """What stands in `folder` now, and the `version` that names all of it."""

    def __init__(self, folder: Path = WIDGET) -> None:
        self._files = {path.name: _read(path) for path in sorted(folder.iterdir()) if path.is_file()}
        self.version = _digest(b"".join(name.encode() + file.content for name, file in self._files.items()))

    def names(self) -> list[str]:
        """Nothing else in the folder can be reached."""
        return list(self._files)

    def page(self, request: Request, name: str) -> HTTPResponse:
        """A page, or a file of one, under its own name; `careerbot.js` leads to the present version."""
        if name == _ENTRY:
            return redirect(f"{self.version}/{_ENTRY}", headers={**_HEADERS, "Cache-Control": _ASK_FIRST})
        headers = _PAGE_HEADERS if name.endswith(".html") else {}
        return self._send(request, name, {**headers, "Cache-Control": _ASK_FIRST})

    def module(self, request: Request, version: str, name: str) -> HTTPResponse:
        """A file under a version. An old one, asked for while the server is updated, gets the present file, not to be kept."""
        current = version == self.version
        return self._send(request, name, {"Cache-Control": _FOR_GOOD if current else "no-store"})

    def _send(self, request: Request, name: str, headers: dict[str, str]) -> HTTPResponse:
        file = self._files.get(name)
        if file is None:
            return empty(404)
        headers = {**_HEADERS, **headers, "ETag": file.etag}
        if file.etag in request.headers.get("if-none-match", ""):
            return empty(304, headers)
        return raw(file.content, content_type=file.type, headers=headers)


def _read(path: Path) -> _File:
    content = path.read_bytes()
    kind = (
        "text/javascript" if path.suffix == ".js" else mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    )
    return _File(content, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, f'"{_digest(content)}"')


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
