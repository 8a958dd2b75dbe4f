"""Who is talked to: the assistant in this process, or one behind a server's REST webhook."""

from __future__ import annotations

import asyncio
import http.client
import json
import re
import urllib.request
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from careerbot.advice.reply import Block, Listing, Reply, Suggestion, Text
from careerbot.advice.reply import lines as text_lines

if TYPE_CHECKING:
    from careerbot.conversation.assistant import Assistant
    from careerbot.conversation.explanation import Explanation

_PATIENCE = 60  # seconds for one answer


class CannotTalk(Exception):
    """The assistant cannot be reached, or does not answer as one; the message says what to do."""


class NotFromOutside(Exception):
    """Something that only the assistant in this process can do; the message names it."""


class Bot(Protocol):
    """An assistant to talk to, in conversations by their ids."""

    async def say(self, text: str, conversation: str) -> list[Reply]:
        """Say something and get the answers. Raises CannotTalk."""

    async def explain(self, conversation: str) -> Explanation | None:
        """Why the last answer is what it is; None where that cannot be known from here."""

    async def rewind(self, conversation: str) -> bool:
        """Take the last turn back; False where there is none. Raises NotFromOutside."""

    async def wait(self, conversation: str, seconds: float) -> None:
        """Let time go by. Raises NotFromOutside."""


class BotHere:
    """The assistant in this process."""

    def __init__(self, assistant: Assistant) -> None:
        from careerbot.conversation.history import History

        self._assistant = assistant
        self._history = History(assistant.agent)
        self.say = assistant.say
        self.explain = self._history.explain
        self.rewind = self._history.rewind
        self.wait = self._history.age

    @classmethod
    def load(cls, model: Path) -> BotHere:
        """With a trained model; takes a while."""
        from careerbot.conversation.assistant import Assistant

        return cls(Assistant.load(model))


class BotThere:
    """An assistant behind a server. REST carries text and buttons, so a reply is its text: paragraphs and lists."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")

    async def say(self, text: str, conversation: str) -> list[Reply]:
        """Post to the webhook."""
        return await asyncio.to_thread(self._post, text, conversation)

    async def explain(self, conversation: str) -> None:
        """A server does not tell."""

    async def rewind(self, conversation: str) -> bool:
        """A server keeps what was said."""
        raise NotFromOutside("taking a turn back")

    async def wait(self, conversation: str, seconds: float) -> None:
        """A server's clock cannot be moved."""
        raise NotFromOutside("waiting")

    def _post(self, text: str, conversation: str) -> list[Reply]:
        body = json.dumps({"sender": conversation, "message": text}).encode()
        headers = {"Content-Type": "application/json"}
        try:
            request = urllib.request.Request(f"{self.url}/webhooks/rest/webhook", body, headers)
            with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
                return [_reply(message) for message in json.load(answer)]
        except (OSError, http.client.HTTPException, ValueError, TypeError, KeyError) as error:
            reason = getattr(error, "reason", error)
            raise CannotTalk(f"No assistant answers at {self.url} ({reason}). Start one: careerbot serve") from None


def _reply(message: dict[str, Any]) -> Reply:
    lead, *rest = message["text"].split("\n")
    suggestions = [Suggestion(each["title"], each["payload"]) for each in message.get("buttons") or ()]
    return Reply(lead, list(_blocks(rest)), suggestions)


def _blocks(lines: Iterable[str]) -> Iterator[Block]:
    """Lines as blocks whose text they are: points that follow each other are a list, and so are steps that count from 1."""
    for mark, run in groupby(lines, _mark):
        said = list(run)
        listing = Listing([line.partition(" ")[2] for line in said], ordered=mark == "1.")
        if mark and list(text_lines(listing)) == said:
            yield listing
        else:
            yield from map(Text, said)


def _mark(line: str) -> str:
    """What stands before a point ("-") or a step ("1.")."""
    mark = line.partition(" ")[0]
    return "-" if mark == "-" else "1." if re.fullmatch(r"\d+\.", mark) else ""
