"""The REST webhook of a running assistant, as any Rasa client uses it."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
import uuid
from typing import Any

import pytest


def post(server: str, body: object) -> tuple[int, Any]:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    request = urllib.request.Request(f"{server}/webhooks/rest/webhook", data, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def ask(server: str, sender: str, text: str) -> dict[str, Any]:
    status, messages = post(server, {"sender": sender, "message": text})
    assert status == 200
    assert len(messages) == 1, "one answer, not split and never silence"
    return dict(messages[0])


def test_the_seed_conversation_over_http(server: str) -> None:
    me = uuid.uuid4().hex

    assert (
        "Keep promotion and distribution within the budget"
        in ask(server, me, "What does a music production manager do?")["text"]
    )
    assert "arts management" in ask(server, me, "which degrees do I need?")["text"]
    assert "another way in" in ask(server, me, "can I get in with a marketing degree?")["text"]
    assert "time management" in ask(server, me, "what skills")["text"].lower()
    assert "weekends" in ask(server, me, "do they work weekends?")["text"]
    assert "4.9%" in ask(server, me, "how is the job growing?")["text"]
    assert "$83,480" in ask(server, me, "how much do they earn?")["text"]
    assert "May 2024" in ask(server, me, "where does that number come from?")["text"]
    assert "electricians" in ask(server, me, "and an electrician?")["text"]


def test_a_button_that_was_offered_works_when_its_payload_is_sent(server: str) -> None:
    me = uuid.uuid4().hex
    buttons = ask(server, me, "tell me about electricians")["buttons"]
    pay = next(button["payload"] for button in buttons if button["title"] == "Pay")

    assert "$62,350" in ask(server, me, pay)["text"]


def test_people_do_not_see_each_others_conversations(server: str) -> None:
    ask(server, "ann-" + uuid.uuid4().hex, "how much do electricians earn")

    assert ask(server, "bob-" + uuid.uuid4().hex, "and how much do they earn?")["text"].startswith("Which career")


def test_a_conversation_is_forgotten_when_its_person_asks(server: str) -> None:
    me = uuid.uuid4().hex
    ask(server, me, "how much do electricians earn")
    assert "erased" in ask(server, me, "please delete all my data")["text"]

    assert ask(server, me, "how much do they earn?")["text"].startswith("Which career")


@pytest.mark.parametrize(
    "text", ["", "asdf", "x" * 10_000, "🎉", "/restart", "<script>alert(1)</script>", "{career} {0} %s"]
)
def test_whatever_is_typed_gets_an_answer(server: str, text: str) -> None:
    assert ask(server, uuid.uuid4().hex, text)["text"]


@pytest.mark.parametrize(
    "body",
    [
        b"not json",
        b"[]",
        b"null",
        {"message": 5},
        {"sender": ["me"], "message": "hi"},
        {"sender": "\ud800", "message": "hi"},
    ],
)
def test_a_body_that_is_no_message_is_refused_with_a_sentence(server: str, body: object) -> None:
    status, answer = post(server, body)

    assert status == 400
    assert "Traceback" not in str(answer)


def test_the_management_api_is_off(server: str) -> None:
    for path in ("/conversations/me/tracker", "/model/parse", "/domain"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(server + path, timeout=10)
