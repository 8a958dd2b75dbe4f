"""A conversation in the shell: its turns so far, and what a typed number presses."""

from __future__ import annotations

import uuid

from careerbot.advice.reply import Suggestion
from careerbot.dialogues.bots import Bot
from careerbot.dialogues.checks import Turn


class Session:
    """A conversation with a bot."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self.turns: list[Turn] = []
        self._conversation = _new()

    @property
    def offered(self) -> list[Suggestion]:
        """What the last answer suggests, in the order of its numbers."""
        return self.turns[-1].offered if self.turns else []

    def pressed(self, text: str) -> Suggestion | None:
        """The suggestion that a typed number presses; None where it is no number, or none that is offered."""
        number = int(text) if text.isascii() and text.isdigit() else 0
        return self.offered[number - 1] if 1 <= number <= len(self.offered) else None

    async def say(self, text: str) -> Turn:
        """Say something, or press the suggestion whose number is typed. Raises CannotTalk."""
        pressed = self.pressed(text)
        replies = await self.bot.say(pressed.payload if pressed else text, self._conversation)
        explanation = await self.bot.explain(self._conversation)
        turn = Turn(pressed.title if pressed else text, replies, explanation, pressed=bool(pressed))
        self.turns.append(turn)
        return turn

    async def undo(self) -> Turn | None:
        """Take the last turn back and return it; None where there is none. Raises NotFromOutside."""
        if not self.turns or not await self.bot.rewind(self._conversation):
            return None
        return self.turns.pop()

    def restart(self) -> None:
        """Begin a new conversation."""
        self.turns, self._conversation = [], _new()


def _new() -> str:
    return f"shell-{uuid.uuid4().hex}"
