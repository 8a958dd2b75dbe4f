"""`careerbot ask`: one question, one answer."""

from __future__ import annotations

import asyncio
import json
from typing import Annotated

import typer

from careerbot.shell import loading
from careerbot.shell.chat import Plain, Url
from careerbot.shell.screen import Screen
from careerbot.shell.session import Session


def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotes.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the reply as a document.")] = False,
    plain: Plain = False,
    url: Url = None,
) -> None:
    """Ask one question. Ends with 1 where no answer came."""
    replies = asyncio.run(Session(loading.bot(url)).say(question)).replies
    if as_json:
        for reply in replies:
            print(json.dumps(reply.document(), ensure_ascii=False, indent=2))
    else:
        Screen(plain=plain).replies(replies)
    if not replies:
        raise typer.Exit(1)
