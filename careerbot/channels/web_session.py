"""Who is talking: a token that this server issued and no other can make, and that any of its workers can read."""

from __future__ import annotations

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

import jwt  # Rasa brings it along

from careerbot.channels.refusal import Refused
from careerbot.paths import STATE

_ALGORITHM = "HS256"
_BEARER = "Bearer "


class Sessions:
    """Issues and reads session tokens, each a random conversation id signed with the server's secret."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    def issue(self) -> str:
        """A token for a new conversation."""
        return jwt.encode({"sub": f"web-{secrets.token_urlsafe(16)}"}, self._secret, _ALGORITHM)

    def conversation(self, authorization: str | None) -> str:
        """The conversation's id, from an Authorization header. Raises Refused where the token is not one of ours."""
        token = (authorization or "").removeprefix(_BEARER)
        try:
            claims = jwt.decode(token, self._secret, algorithms=[_ALGORITHM], options={"require": ["sub"]})
        except jwt.InvalidTokenError:
            raise Refused(401, "This conversation is not known here. Start a new one.") from None
        return str(claims["sub"])


def secret(file: Path = STATE / "secret") -> str:
    """The secret that signs tokens: CAREERBOT_SECRET, or else one made at the first start and kept in `file`.

    Several machines that serve the same conversations need the same one. Raises ValueError on one too short to be safe, or kept
    where others can read it.
    """
    given = os.environ.get("CAREERBOT_SECRET")
    if given is None:
        return _kept_in(file)
    if len(given) < 32:
        raise ValueError(
            "CAREERBOT_SECRET is too short: give it 32 characters or more, for example from `openssl rand -hex 32`."
        )
    return given


def _kept_in(file: Path) -> str:
    """Several workers may make it at once: it appears whole, and only the first one's."""
    file.parent.mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=file.parent, encoding="ascii") as made:  # of mode 600
        made.write(secrets.token_hex(32))
        made.flush()
        with suppress(FileExistsError):
            os.link(made.name, file)
    if file.stat().st_mode & 0o077:
        raise ValueError(f"Other users of this machine can read {file}. Take that from them: chmod 600 {file}")
    return file.read_text(encoding="ascii")
