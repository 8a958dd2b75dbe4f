"""Output that cannot show every sign: what it lacks is spelt with what it has, rather than ending the command."""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata

_HANDLER = "careerbot-spelt"
_SPELT = {
    **dict.fromkeys("–—‑−", "-"),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("“”", '"'),
    "…": "...",
    "•": "*",
    "·": "|",
    "█": "#",
    "░": ".",
}


def spell_what_cannot_be_shown() -> None:
    """Set standard output and the messages to do so, whatever their encoding."""
    codecs.register_error(_HANDLER, _spelt)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def _spelt(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(map(_plain, lacking)), error.end


def _plain(sign: str) -> str:
    """A sign in ASCII: spelt, or its letter without accents, or a question mark."""
    if sign in _SPELT or sign.isspace():
        return _SPELT.get(sign, " ")
    letter = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode() if sign.isalpha() else ""
    return letter or "?"
