"""The command `careerbot`. Rasa is imported only by the commands that need it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from careerbot import __version__
from careerbot.channels.slack.commands import slack_commands
from careerbot.conversation import quiet  # noqa: F401 - switches telemetry off before anything else
from careerbot.evaluation.command import evaluate
from careerbot.keeper import knowledge
from careerbot.knowledge.problems import KnowledgeError
from careerbot.paths import PROJECT
from careerbot.shell.ask import ask
from careerbot.shell.chat import chat
from careerbot.shell.loading import err, trained
from careerbot.shell.testing import test

app = typer.Typer(
    help="A career adviser to talk to.", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
app.add_typer(knowledge, name="knowledge")
app.command()(evaluate)

out = Console(highlight=False)


def main() -> None:
    """The entry point: what a keeper can mend is said without a stack trace."""
    try:
        app()
    except KnowledgeError as error:
        err.print(f"The career knowledge has {len(error.problems)} problem(s):", style="bold red")
        err.print(str(error), markup=False, soft_wrap=True)
        sys.exit(1)


@app.command()
def version() -> None:
    """Say which version this is."""
    out.print(__version__)


@app.command()
def train() -> None:
    """Train the model if anything it is made of has changed."""
    out.print(str(trained()), soft_wrap=True)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 5005,
    credentials: Annotated[
        Path, typer.Option(help="The channels and their settings.", exists=True, dir_okay=False)
    ] = PROJECT / "credentials.yml",
) -> None:
    """Train if needed, then answer over HTTP: a page to chat on, and Rasa's REST webhook."""
    from careerbot.conversation.server import PortInUse, serve

    model = trained()
    try:
        serve(model, host, port, announce=lambda text: out.print(text, soft_wrap=True), credentials=credentials)
    except PortInUse as error:
        err.print(str(error), style="bold red")
        raise typer.Exit(1) from None


app.command()(chat)
app.command()(ask)
app.command()(test)
app.add_typer(slack_commands(trained), name="slack")
