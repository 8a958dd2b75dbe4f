"""What can be typed with a slash in the shell: one function a command, its docstring the help."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from careerbot.advice.reply import Sources
from careerbot.channels.printed import html_talk, markdown_talk
from careerbot.dialogues import recording
from careerbot.dialogues.bots import NotFromOutside
from careerbot.dialogues.checks import Turn
from careerbot.shell.evidence import evidence
from careerbot.shell.session import Session

Command = Callable[[Session, str], Awaitable[list[str]]]
LEAVING = ("/quit", "/exit", "/stop")
_PAYLOAD = re.compile(r"/\w+\s*\{")  # what a suggestion sends: /intent{"career": "id"}
_NUMBER = re.compile(r"\d\d?", re.ASCII)  # one that may be meant to press a suggestion; longer ones are amounts


async def _why(session: Session, argument: str) -> list[str]:
    """Why the last answer is what it is: what was understood, what ran, and where its facts stand."""
    if not session.turns:
        return ["Nothing was answered yet."]
    turn = session.turns[-1]
    if not turn.explanation:
        return ["A server does not tell why. Leave out --url to talk to the assistant in this process."]
    behind = evidence(turn) or ["no fact: a fixed sentence, or one about the talk itself"]
    return [*turn.explanation.lines(), *(f"rests on: {each}" for each in behind)]


async def _sources(session: Session, argument: str) -> list[str]:
    """The sources of the last answer in full."""
    blocks = [block for turn in session.turns[-1:] for reply in turn.replies for block in reply.blocks]
    items = [item for block in blocks if isinstance(block, Sources) for item in block.items]
    parts = ([item.label, item.when or "undated", item.url, item.licence, f"id {item.id}"] for item in items)
    return [" | ".join(filter(None, each)) for each in parts] or ["The last answer names no source."]


async def _undo(session: Session, argument: str) -> list[str]:
    """Take the last turn back."""
    try:
        turn = await session.undo()
    except NotFromOutside as error:
        return [f"Not possible with --url: {error}."]
    return [f"Taken back: {turn.said}"] if turn else ["There is nothing to take back."]


async def _save(session: Session, argument: str) -> list[str]:
    """Write the conversation to FILE as a test case: /save tests/conversations/pay.yml"""
    if not argument or not session.turns:
        return ["Say something first, then /save FILE." if argument else "Name a file: /save FILE"]
    return _written(argument, lambda path: recording.write(path, _name(path, session.turns), session.turns))


async def _export(session: Session, argument: str) -> list[str]:
    """Write the conversation to FILE as Markdown, to FILE.html as a page to print; without FILE, show it."""
    talk = [(turn.said, turn.replies) for turn in session.turns]
    if not argument:
        return markdown_talk(talk).splitlines()
    draw = html_talk if argument.endswith(".html") else markdown_talk
    return _written(argument, lambda path: recording.new_file(path, draw(talk)))


async def _restart(session: Session, argument: str) -> list[str]:
    """Begin a new conversation."""
    session.restart()
    return ["A new conversation."]


async def _help(session: Session, argument: str) -> list[str]:
    """This list."""
    listed = [f"{name:<9} {command.__doc__}" for name, command in COMMANDS.items()]
    return [
        *listed,
        f"{LEAVING[0]:<9} Leave; so do Ctrl-D and Ctrl-C.",
        "",
        "A number presses the suggestion it stands before.",
    ]


COMMANDS: dict[str, Command] = {
    "/why": _why,
    "/sources": _sources,
    "/undo": _undo,
    "/save": _save,
    "/export": _export,
    "/restart": _restart,
    "/help": _help,
}


async def obey(session: Session, typed: str) -> list[str] | None:
    """Run a command and return what it says; None where `typed` is meant for the assistant.

    A command that there is not, and a number that presses nothing, are slips: they are no turn of the conversation.
    """
    name, _, argument = typed.partition(" ")
    if command := COMMANDS.get(name.casefold()):
        return await command(session, argument.strip())
    if typed.startswith("/") and not _PAYLOAD.match(typed):
        return [f"There is no {name}; /help lists what there is."]
    if _NUMBER.fullmatch(typed) and session.offered and not session.pressed(typed):
        count = len(session.offered)
        return [f"There are {count} suggestions." if count > 1 else "There is 1 suggestion."]
    return None


def _name(path: Path, turns: list[Turn]) -> str:
    return f"{path.stem.replace('_', ' ')}: {turns[0].said}"


def _written(argument: str, write: Callable[[Path], None]) -> list[str]:
    path = Path(argument).expanduser()
    try:
        write(path)
    except (recording.Exists, OSError) as error:
        return [f"Not written: {error}"]
    return [f"Written: {path}"]
