"""What the conversation is shown on: drawn with rich, or plain lines for pipes and screen readers."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from careerbot.advice.reply import Reply
from careerbot.shell.drawing import draw

_WELCOME = "Ask about a career. Type a number to press a suggestion, /help for what else there is, /quit to leave."


class Screen:
    """Standard output. `plain`: no color, no boxes, no line breaks but those of the answer."""

    def __init__(self, *, plain: bool) -> None:
        self.plain = plain
        self._console = Console(highlight=False, markup=False, emoji=False, no_color=plain or None)

    def welcome(self) -> None:
        """What to do here."""
        if self.plain:
            print(_WELCOME)
        else:
            self._console.print(Panel(_WELCOME, title="Careerbot"))

    def replies(self, replies: Iterable[Reply]) -> None:
        """Answers, their suggestions numbered through."""
        for reply in replies:
            if self.plain:
                numbered = (f"[{number}] {each.title}" for number, each in enumerate(reply.suggestions, 1))
                print("\n".join([reply.text(), *numbered]) + "\n", flush=True)
            else:
                self._console.print(draw(reply, self._console.width))
                self._console.print()

    def lines(self, lines: Iterable[str], style: str = "") -> None:
        """What the shell itself says."""
        for line in lines:
            self._console.print(Text(line, style=style), soft_wrap=True)
        self._console.print()
