"""Slack's markup: what people typed, read back as plain text, and plain text made safe to post.

The rules: https://docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKED = re.compile(r"<([^<>]+)>")
# An address, or the name of a site of the kinds that answers name ("careeronestop.org"), without the punctuation after it.
_ADDRESS = re.compile(
    r"https?://[^\s<>|]*[^\s<>|.,;:!?)”’\"']|\b(?:[a-z0-9-]+\.)+(?:org|gov|edu|com)\b(?:/[\w/-]*\w)?", re.IGNORECASE
)
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


def plain(text: str, me: str | None = None) -> str:
    """What a person typed, without Slack's markup; mentions of `me` (a user id), who is being talked to, are left out."""
    read = _MARKED.sub(lambda marked: _read(marked[1], me), text)
    for character, escape in reversed(_ESCAPES):
        read = read.replace(escape, character)
    return re.sub(r"[^\S\n]+", " ", read).strip()


def _read(marked: str, me: str | None) -> str:
    """What stands between < and >: a person, a channel, a group or command, or an address, each perhaps with its label."""
    name, _, label = marked.partition("|")
    if name.startswith("@"):
        return "" if name[1:] == me else f"@{label or 'someone'}"
    if name.startswith("#"):
        return f"#{label or 'channel'}"
    if name.startswith("!"):
        return label or name[1:].partition("^")[0]
    return label or name.removeprefix("mailto:")


def escaped(text: str) -> str:
    """Plain text as Slack shows it and nothing else: nobody is mentioned, nothing becomes a link."""
    for character, escape in _ESCAPES:
        text = text.replace(character, escape)
    return text


def link(url: str, label: str) -> str:
    """A labelled link; in a label, Slack reads no escape for |."""
    return f"<{escaped(url).replace('|', '%7C')}|{escaped(label).replace('|', '/')}>"


def linked(text: str) -> str:
    """Plain text in Slack's markup, its addresses made links."""
    return "".join(link(address, piece) if address else escaped(piece) for piece, address in addresses(text))


def quoted(text: str) -> str:
    """The same behind a bar, every line of it."""
    return "\n".join(f"> {line}" for line in linked(text).split("\n"))


def addresses(text: str) -> Iterator[tuple[str, str]]:
    """The pieces of a text, each with the address that it names ("" where it names none)."""
    end = 0
    for found in _ADDRESS.finditer(text):
        if text[end : found.start()]:
            yield text[end : found.start()], ""
        yield found[0], found[0] if "://" in found[0] else f"https://{found[0]}"
        end = found.end()
    if text[end:]:
        yield text[end:], ""


def bold(text: str) -> str:
    """A heading. Asterisks would end it early."""
    return f"*{escaped(text.replace('*', ''))}*"


def cut(text: str, limit: int) -> str:
    """At most `limit` characters, the last of them … where something is missing."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
