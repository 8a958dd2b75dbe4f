"""What of a typed text may be read. Plain functions, used by the pipeline and by the channels."""

from __future__ import annotations

import re

from careerbot.understanding.crisis_wording import speaks_of_self_harm

MAX_LENGTH = 1000  # characters of one message
_LOOKED_AT = 50_000  # of an over-long text, so that a call for help in it is not missed
_HELP_WINDOW = 400


def is_command(text: str) -> bool:
    """Whether Rasa would take a text for a command ("/restart") instead of reading it."""
    return text.lstrip().startswith("/")


def is_too_long(text: str) -> bool:
    """Whether a text is longer than a person types."""
    return len(text) > MAX_LENGTH


def kept(text: str) -> str:
    """What a channel passes on of a text: all of it, or, of an over-long one, enough to see that it is too long,
    or the part that calls for help. Halves of characters, which no file and no database takes, are replaced."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if not is_too_long(text):
        return text
    head = text[:_LOOKED_AT]
    step = _HELP_WINDOW // 2
    windows = (head[at : at + _HELP_WINDOW] for at in range(0, len(head), step))
    return next((window for window in windows if speaks_of_self_harm(window)), f"{text[:MAX_LENGTH]}…")


def admitted(text: str) -> str:
    """What the classifier sees of a typed text: no leading slash, nothing over-long ("" then)."""
    text = kept(text).strip()
    if is_too_long(text):
        return ""
    return re.sub(r"^[/\s]+", "", text)
