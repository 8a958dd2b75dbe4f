"""The commands `careerbot slack` and `careerbot slack check`. Slack's library and Rasa are imported only when they run."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import typer

from careerbot.channels.slack.settings import APP_TOKEN, BOT_TOKEN, Settings
from careerbot.console import err, out


def slack_commands(trained: Callable[[], Path]) -> typer.Typer:
    """The commands; `trained` gives the path of the model, trained if needed."""
    app = typer.Typer(help="Answer in Slack.", invoke_without_command=True)

    @app.callback()
    def slack(context: typer.Context) -> None:
        """Answer in Slack over Socket Mode, without a public address. Needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN."""
        if context.invoked_subcommand is None:
            _answer(trained)

    @app.command()
    def check() -> None:
        """Say which token or scope is missing, in a sentence each."""
        _check(Settings.from_environment())

    return app


def _check(settings: Settings) -> None:
    """Say what is missing, and end where anything is."""
    from careerbot.channels.slack.check import problems

    found = asyncio.run(problems(settings))
    for problem in found:
        err.print(problem, style="bold red", soft_wrap=True)
    if found:
        raise typer.Exit(1)
    out.print("All is well: Slack accepts the tokens, and they may do what is needed.")


def _answer(trained: Callable[[], Path]) -> None:
    settings = Settings.from_environment()
    missing = [name for name, value in ((BOT_TOKEN, settings.bot_token), (APP_TOKEN, settings.app_token)) if not value]
    if missing:
        err.print(f"{' and '.join(missing)} not set. docs/slack.md says where to get what.", style="bold red")
        raise typer.Exit(1)
    _check(settings)  # before training and loading, which take their time
    model = trained()
    with err.status("Loading the assistant ..."):
        from careerbot.channels.slack.socket_mode import serve
    asyncio.run(serve(model, settings, announce=lambda text: out.print(text, soft_wrap=True)))
