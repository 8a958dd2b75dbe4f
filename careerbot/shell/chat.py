"""`careerbot chat`: talk in the shell."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Annotated

import typer

from careerbot.dialogues.bots import CannotTalk
from careerbot.shell import loading
from careerbot.shell.commands import LEAVING, obey
from careerbot.shell.screen import Screen
from careerbot.shell.session import Session

Url = Annotated[str | None, typer.Option(help="Talk to a running server, such as http://127.0.0.1:5005.")]
Plain = Annotated[bool, typer.Option("--plain", help="Plain lines: no color, no boxes.")]


def chat(url: Url = None, plain: Plain = False) -> None:
    """Talk in the shell. /help in the conversation says what else there is."""
    hold(url, plain=plain)


def hold(url: str | None, *, plain: bool) -> Session:
    """Hold a conversation until the person leaves. Raises CannotTalk where nobody is there to send it again."""
    session = Session(loading.bot(url))
    with suppress(KeyboardInterrupt):
        asyncio.run(_converse(session, Screen(plain=plain)))
    return session


async def _converse(session: Session, screen: Screen) -> None:
    """Talk until the input ends or the person leaves. Raises CannotTalk where nobody is there to send it again."""
    from careerbot.shell.reading import Piped, Prompt, Reader

    reader: Reader = Prompt(career_names) if sys.stdin.isatty() and sys.stdout.isatty() else Piped()
    screen.welcome()
    unsent = ""
    while True:
        try:
            typed = (await reader.line(unsent)).strip()
        except (EOFError, KeyboardInterrupt):
            return
        if typed.casefold() in LEAVING:
            return
        unsent = ""
        if typed:
            try:
                await _turn(session, screen, typed)
            except CannotTalk as error:
                if isinstance(reader, Piped):
                    raise
                unsent = typed
                screen.lines([f"{error}", "What you typed stands there again: Enter sends it."], "bold red")


async def _turn(session: Session, screen: Screen, typed: str) -> None:
    said = await obey(session, typed)
    if said is not None:
        screen.lines(said, "dim")
        return
    turn = await session.say(typed)
    screen.replies(turn.replies)


def career_names() -> Iterator[str]:
    """What careers are completed to. Read when first completed, so that the prompt comes at once."""
    from careerbot.knowledge import naming
    from careerbot.knowledge.catalogue import catalogue

    for career in catalogue().careers.values():
        yield naming.in_sentence(career.title)
    for career in catalogue().written:
        yield from career.also_known_as
