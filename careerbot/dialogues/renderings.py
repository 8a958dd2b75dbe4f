"""How each channel draws a reply, as text that can be reviewed: one line a channel."""

from __future__ import annotations

import io
from collections.abc import Callable

from rich.console import Console

from careerbot.advice.reply import Reply
from careerbot.channels.printed import markdown
from careerbot.shell.drawing import draw

_WIDTH = 100


def _in_a_terminal(reply: Reply) -> str:
    console = Console(file=io.StringIO(), width=_WIDTH, highlight=False, color_system=None, legacy_windows=False)
    with console.capture() as capture:
        console.print(draw(reply, _WIDTH))
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


RENDERINGS: dict[str, Callable[[Reply], str]] = {
    "text": Reply.text,
    "terminal": _in_a_terminal,
    "markdown": markdown,
}
