"""Which web pages may talk to the assistant, and what their browsers are told of it (CORS).

https://fetch.spec.whatwg.org/#http-cors-protocol. No cookie is involved: the token travels in a header that only the page's own
script can set, so no other page can speak in a person's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type",
    "Access-Control-Max-Age": "7200",  # seconds
}


@dataclass(frozen=True)
class Origins:
    """The origins ("https://www.example.org") allowed beside the server's own; "*" allows all."""

    allowed: frozenset[str] = frozenset()

    def allow(self, origin: str | None, host: str) -> bool:
        """Whether a page of `origin` may talk to the server that was called by the name `host`.

        Clients that are no browser send no origin. The scheme of the own origin is not compared: behind a proxy it is not known.
        """
        return origin is None or urlsplit(origin).netloc == host or bool({origin, "*"} & self.allowed)

    def headers(self, origin: str | None) -> dict[str, str]:
        """What lets the page of `origin` read an answer."""
        shared = (
            {"Access-Control-Allow-Origin": origin, "Access-Control-Expose-Headers": "Retry-After"} if origin else {}
        )
        return {"Vary": "Origin", **shared}

    def preflight(self, origin: str | None, host: str) -> dict[str, str]:
        """What a browser is told before it sends a request; a page that is not allowed is told nothing."""
        if origin is None or not self.allow(origin, host):
            return {"Vary": "Origin"}
        return {**self.headers(origin), **_PREFLIGHT}
