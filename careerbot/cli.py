"""The command `careerbot`. Rasa is imported only by the commands that need it."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer

from careerbot import __version__
from careerbot.channels.slack.commands import slack_commands
from careerbot.console import err, out
from careerbot.conversation import quiet  # noqa: F401 - switches telemetry off before anything else
from careerbot.conversation.starting import CannotStart
from careerbot.dialogues.bots import CannotTalk
from careerbot.evaluation.command import evaluate
from careerbot.keeper import knowledge
from careerbot.knowledge.problems import KnowledgeError
from careerbot.paths import PROJECT
from careerbot.shell.ask import ask
from careerbot.shell.chat import chat
from careerbot.shell.encoding import spell_what_cannot_be_shown
from careerbot.shell.loading import trained
from careerbot.shell.testing import test

app = typer.Typer(
    help="A career adviser to talk to.", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
app.add_typer(knowledge, name="knowledge")
app.command()(evaluate)


def main() -> None:
    """The entry point: what a keeper can mend is said without a stack trace."""
    spell_what_cannot_be_shown()
    try:
        app()
    except KnowledgeError as error:
        err.print(error.headline, style="bold red", soft_wrap=True)
        err.print(str(error), soft_wrap=True)
        sys.exit(1)
    except (CannotStart, CannotTalk) as error:
        err.print(str(error), style="bold red", soft_wrap=True)
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
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes; several need CAREERBOT_REDIS.")] = 1,
    credentials: Annotated[
        Path, typer.Option(help="The channels and their settings.", exists=True, dir_okay=False)
    ] = PROJECT / "credentials.yml",
) -> None:
    """Train if needed, then answer over HTTP: a page to chat on, and Rasa's REST webhook."""
    from careerbot.conversation.server import Stores, listen, serve
    from careerbot.conversation.workers import Workers
    from careerbot.knowledge.catalogue import catalogue

    def say(text: str) -> None:
        out.print(text, soft_wrap=True)

    address = f"http://{host}:{port}"
    model = trained()
    catalogue()  # what is wrong with the knowledge is said here, once: each worker would find it, and be started again
    Stores.from_environment().check_for(workers)
    listening = listen(host, port)
    say("Loading the assistant ...")
    if workers > 1:
        Workers(workers, listening, model, credentials).run(say)
    else:
        serve(
            model,
            listening,
            lambda: say(f"Chat on {address}/chat/ or post to {address}/webhooks/rest/webhook. Ctrl-C stops."),
            credentials,
        )


@app.command()
def forget(
    days: Annotated[float, typer.Option(min=0.01, help="Conversations not spoken in for so long.")],
) -> None:
    """Erase old conversations, for good. Run it daily to keep a promise of retention."""
    from careerbot.conversation.quiet import quiet as hush
    from careerbot.conversation.server import Stores

    hush()
    store = Stores.from_environment().conversations()
    erased = asyncio.run(store.erase_older_than(days * 86_400))
    out.print(f"Erased {erased} conversation{'' if erased == 1 else 's'}.")


app.command()(chat)
app.command()(ask)
app.command()(test)
app.add_typer(slack_commands(trained), name="slack")
