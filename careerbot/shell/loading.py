"""Getting an assistant to talk to: trained if needed and loaded here, or one behind a server."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import typer
from rich.console import Console

from careerbot.console import err
from careerbot.dialogues.bots import Bot, BotHere, BotThere


def bot(url: str | None) -> Bot:
    """The assistant at `url`, or the project's own, loaded into this process. Raises CannotStart where it cannot be loaded."""
    if url:
        return BotThere(url)
    model = trained()
    with err.status("Loading the assistant ..."):
        return BotHere.load(model)


def trained() -> Path:
    """The model of the present content, trained now if there is none. Ends the command where training fails."""
    from careerbot.conversation.training import TAKES, TrainingFailed, ensure_trained, model_path

    path = model_path()  # reads all that the model is made of, so once
    if path.exists():
        return path
    say = Console(file=sys.__stderr__, highlight=False)
    with say.status(f"Training, {TAKES} ...") as status:
        try:
            path = ensure_trained(_progress(say, status.update))
        except TrainingFailed as error:
            say.print(str(error), style="bold red")
            raise typer.Exit(1) from None
    say.print("Trained.")
    return path


def _progress(say: Console, update: Callable[[str], None]) -> Callable[[str], None]:
    """A moving line in a terminal, plain lines elsewhere."""
    return (
        (lambda step: update(f"Training: {step}")) if say.is_terminal else (lambda step: say.print(f"Training: {step}"))
    )
