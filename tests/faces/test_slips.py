"""What goes wrong while somebody talks in the shell: a server that is away, a command that there is not, a number too high."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from running import BOT, free_port
from typing_person import Person

from careerbot.advice.reply import Reply, Suggestion
from careerbot.dialogues.bots import BotThere
from careerbot.dialogues.checks import Turn
from careerbot.shell.commands import obey
from careerbot.shell.session import Session


class _Echo(BaseHTTPRequestHandler):
    """A server's REST webhook that says what it heard, and by whom."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = json.dumps([{"text": f"Heard {asked['message']} from {asked['sender']}."}]).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *about: object) -> None:
        """Keep quiet."""


@contextmanager
def served(port: int) -> Iterator[None]:
    server = HTTPServer(("127.0.0.1", port), _Echo)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def test_a_server_that_is_away_ends_no_conversation_and_loses_no_question(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    person = Person(BOT, "chat", "--url", url, settings={"XDG_STATE_HOME": str(tmp_path)})
    try:
        with served(port):
            person.sees("(?m)^>$")
            person.types("hello\r")
            person.sees(r"Heard hello from (\S+)\.")
        person.types("and pay?\r")
        person.sees(f"No assistant answers at {url}")
        person.sees(r"(?m)^> and pay\?\Z")
        with served(port):
            person.types("\r")
            person.sees(r"(?s)Heard hello from (\S+)\..*Heard and pay\? from \1\.")
        person.types("/quit\r")
        assert person.sees_the_end() == 0
    finally:
        person.leaves()


def said(typed: str, *suggested: str) -> list[str] | None:
    """What the shell says, after an answer with these suggestions; None where the assistant is asked."""
    session = Session(BotThere("http://127.0.0.1:9"))
    session.turns.append(Turn("hi", [Reply("Hello!", [], [Suggestion(each, "/greet") for each in suggested])], None))
    return asyncio.run(obey(session, typed))


@pytest.mark.parametrize("typed", ["/hlep", "/HLEP", "/hlep me", "/ask_salary"])
def test_a_command_that_there_is_not_is_no_turn(typed: str) -> None:
    assert said(typed) == [f"There is no {typed.split()[0]}; /help lists what there is."]


@pytest.mark.parametrize("typed", ['/ask_salary{"career": "electrician"}', "hello", "what about 1/2"])
def test_what_is_no_command_goes_to_the_assistant(typed: str) -> None:
    assert said(typed) is None


@pytest.mark.parametrize("typed", ["0", "3", "99"])
def test_a_number_that_presses_nothing_is_no_turn(typed: str) -> None:
    assert said(typed, "Pay", "Skills") == ["There are 2 suggestions."]
    assert said(typed, "Pay") == ["There is 1 suggestion."]
    assert said(typed) is None, "nothing was suggested: it may answer a question"


@pytest.mark.parametrize("typed", ["2", "60000", "3 years"])
def test_a_number_on_offer_or_an_amount_goes_on(typed: str) -> None:
    assert said(typed, "Pay", "Skills") is None
