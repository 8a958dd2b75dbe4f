"""docs/slack.md is true: its conversations are held here, and every setting, scope and command stands in it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import typer
from slack_stand_in import BOT, Workspace, suggestions

from careerbot.channels.slack import settings
from careerbot.channels.slack.check import wanted_scopes
from careerbot.channels.slack.commands import slack_commands
from careerbot.channels.slack.markup import plain
from careerbot.knowledge.quiz import quiz
from careerbot.paths import PROJECT

PAGE = PROJECT / "docs" / "slack.md"
FIRST = (
    "@Careerbot What does a music production manager do?",
    "which degrees do I need?",
    "can I get in with a marketing degree?",
    "what skills",
    "do they work weekends?",
    "how is the job growing?",
    "how much do they earn?",
    "where does that number come from?",
    "and an electrician?",
    "[Job outlook]",
)
SECOND = (
    "@Careerbot compare electricians and plumbers",
    "which of the two grows faster?",
    "help me find a career that suits me",
    "[Take the quiz (30 statements, about 4 minutes)]",
)
LIKES = {"realistic": "Love it", "investigative": "Like it", "conventional": "Not sure"}
Someone = Callable[[], str]


def lines(message: dict[str, Any]) -> Iterator[str]:
    """A post as its reader sees it."""
    for block in message["blocks"]:
        match block["type"]:
            case "section":
                texts = [block["text"]["text"]] if "text" in block else []
                yield from (line for text in texts for line in read(text).split("\n"))
                yield from (fact(*read(field["text"]).split("\n")) for field in block.get("fields") or ())
            case "rich_text":
                yield from (line for element in block["elements"] for line in rich(element))
            case "table":
                yield from (" | ".join(cell["text"] for cell in row) for row in block["rows"])
            case "context":
                yield from (f"({line})" for element in block["elements"] for line in read(element["text"]).split("\n"))
            case "actions":
                yield " ".join(f"[{each['text']['text']}]" for each in suggestions({"blocks": [block]}))


def read(text: str) -> str:
    """Marked text, without the marks: they stand around words, never inside one, as in O*NET."""
    return re.sub(r"(?<!\w)([*_])(\S.*?)\1(?!\w)", r"\2", plain(text))


def fact(label: str, value: str, measured: str = "") -> str:
    return f"{label}: {value}" + (f" ({measured})" if measured else "")


def rich(element: dict[str, Any]) -> Iterator[str]:
    if element["type"] == "rich_text_list":
        yield from (f"• {words(item)}" for item in element["elements"])
    else:
        yield from words(element).split("\n")


def words(element: dict[str, Any]) -> str:
    return "".join(part["text"] for part in element["elements"])


@dataclass
class Told:
    """A conversation of Ann's, begun in a channel, and its transcript so far."""

    office: Workspace
    person: str
    lines: list[str] = field(default_factory=lambda: ["#careers"])
    answer: dict[str, Any] = field(default_factory=dict)

    async def goes_on(self, *script: str) -> str:
        """What she says, or presses where it stands in brackets; gives the transcript."""
        thread = None
        for step in script:
            if step.startswith("["):
                await self.presses(step.strip("[]"))
            else:
                text = step.replace("@Careerbot", f"<@{BOT}>")
                self.answer = await self.office.says(self.person, text, "C1", thread)
                self._tell(step)
            thread = thread or self.answer["thread_ts"]
        return "\n".join(self.lines)

    async def presses(self, title: str, told: bool = True) -> None:
        self.answer = await self.office.presses(self.person, self.answer, title)
        if told:
            self._tell(f"[{title}]")

    async def answers_the_quiz(self) -> str:
        """Every statement by what she likes; the steps between the first and the last are left out of the transcript."""
        statements = quiz().statements
        for number, (interest, _) in enumerate(statements, 1):
            told = number in (1, len(statements))
            await self.presses(LIKES.get(interest, "Dislike it"), told)
            if number == 2:
                self.lines += ["", f"... and so on, to statement {len(statements)} of {len(statements)} ..."]
        return "\n".join(self.lines)

    def _tell(self, said: str) -> None:
        self.lines += ["", f"Ann: {said}", *spoken(self.answer)]


def spoken(answer: dict[str, Any]) -> list[str]:
    where = "Careerbot, in a direct message" if answer["channel"].startswith("D") else "Careerbot"
    return [f"{where}:", *(f"    {line}".rstrip() for line in lines(answer))]


def check(name: str, transcript: str) -> None:
    """Compare with the page, or write it there."""
    text = PAGE.read_text(encoding="utf-8")
    begin, end = f"<!-- begin: {name} -->\n", f"<!-- end: {name} -->"
    before, _, rest = text.partition(begin)
    now, _, after = rest.partition(end)
    wanted = f"```text\n{transcript}\n```\n"
    if os.environ.get("UPDATE_DOCS"):
        PAGE.write_text(before + begin + wanted + end + after, encoding="utf-8")
    else:
        assert now == wanted, "run again with UPDATE_DOCS=1 to write the conversation anew"


async def test_the_first_conversation_is_what_the_page_says(office: Workspace, someone: Someone) -> None:
    check("the first conversation", await Told(office, someone()).goes_on(*FIRST))


async def test_a_comparison_and_the_quiz_are_what_the_page_says(office: Workspace, someone: Someone) -> None:
    told = Told(office, someone())
    await told.goes_on(*SECOND)

    check("a comparison and the quiz", await told.answers_the_quiz())


def test_every_variable_scope_and_command_stands_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    variables = [getattr(settings, name) for name in ("BOT_TOKEN", "SIGNING_SECRET", "APP_TOKEN", "API_URL")]
    commands = typer.main.get_command(slack_commands(lambda: PAGE)).commands  # type: ignore[attr-defined]

    for name in [*variables, *wanted_scopes()]:
        assert f"| `{name}`" in text or f"`{name}` |" in text, name
    assert all(f"careerbot slack {command}" in text for command in commands)
