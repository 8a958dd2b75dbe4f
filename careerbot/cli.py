"""The command `careerbot`. Rasa is imported only by the commands that need it."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from careerbot import __version__
from careerbot.conversation import quiet  # noqa: F401 - switches telemetry off before anything else
from careerbot.keeper import knowledge
from careerbot.knowledge.problems import KnowledgeError
from careerbot.paths import PROJECT

if TYPE_CHECKING:
    from careerbot.conversation.assistant import Assistant

app = typer.Typer(
    help="A career adviser to talk to.", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
app.add_typer(knowledge, name="knowledge")

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


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
    out.print(str(_trained()), soft_wrap=True)


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
    from careerbot.conversation.server import CannotServe, Stores, listen, serve
    from careerbot.conversation.workers import Workers

    def say(text: str) -> None:
        out.print(text, soft_wrap=True)

    address = f"http://{host}:{port}"
    model = _trained()
    try:
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
    except CannotServe as error:
        err.print(str(error), style="bold red", soft_wrap=True, markup=False)
        raise typer.Exit(1) from None


@app.command()
def forget(
    days: Annotated[float, typer.Option(min=0.01, help="Conversations not spoken in for so long.")],
) -> None:
    """Erase old conversations, for good. Run it daily to keep a promise of retention."""
    from careerbot.conversation.quiet import quiet as hush
    from careerbot.conversation.server import CannotServe, Stores

    hush()
    try:
        store = Stores.from_environment().conversations()
    except CannotServe as error:
        err.print(str(error), style="bold red", soft_wrap=True, markup=False)
        raise typer.Exit(1) from None
    erased = asyncio.run(store.erase_older_than(days * 86_400))
    out.print(f"Erased {erased} conversation{'' if erased == 1 else 's'}.")


@app.command()
def chat() -> None:
    """Talk in the shell."""
    from careerbot.terminal import converse

    assistant = _assistant()
    prompt = "> " if sys.stdin.isatty() else ""
    asyncio.run(converse(out, assistant.say, lambda: input(prompt)))


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotes.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the reply as a document.")] = False,
) -> None:
    """Ask one question."""
    from careerbot.terminal import draw

    replies = asyncio.run(_assistant().say(question))
    for reply in replies:
        if as_json:
            print(json.dumps(reply.document(), ensure_ascii=False, indent=2))
        else:
            out.print(draw(reply))


def _assistant() -> Assistant:
    model = _trained()
    with err.status("Loading the assistant ..."):
        from careerbot.conversation.assistant import Assistant

        return Assistant.load(model)


def _trained() -> Path:
    from careerbot.conversation.training import TrainingFailed, ensure_trained, model_path

    if model_path().exists():
        return model_path()
    say = Console(file=sys.__stderr__, highlight=False)
    with say.status("Training, about a minute ...") as status:
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
