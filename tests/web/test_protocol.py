"""The web channel's protocol, as a program other than the widget would use it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import jwt
import pytest
from serving import Foreign, Person, WebServer, ask


@pytest.fixture
def person(web: WebServer) -> Person:
    return Person(web)


def test_a_question_gets_one_reply_document(person: Person) -> None:
    answer = person.say("How much do electricians earn?")

    assert answer.status == 200
    assert "$62,350" in answer.lead
    assert answer.body["forgotten"] is False
    kinds = [block["type"] for block in answer.body["replies"][0]["blocks"]]
    assert {"facts", "bar_chart", "sources"} <= set(kinds)


def test_the_same_message_again_gets_the_same_answer_without_another_turn(person: Person) -> None:
    first = person.say("How much do electricians earn?", "the-same-id")
    for other in ("and a nurse?", "what do they do?", "how do I become one?", "and the outlook?", "what skills?"):
        person.say(other)
    again = person.say("How much do electricians earn?", "the-same-id")

    assert again.body == first.body
    assert len(person.history()) == 12


def test_the_same_message_sent_at_once_is_one_turn(person: Person) -> None:
    with ThreadPoolExecutor(4) as at_once:
        answers = list(at_once.map(lambda _: person.say("what do dentists earn", "at-the-same-time").body, range(4)))

    assert answers == [answers[0]] * 4
    assert [line["who"] for line in person.history()] == ["person", "bot"]


def test_history_holds_what_a_person_saw_themselves_say(person: Person) -> None:
    offered = person.say("tell me about electricians").body["replies"][0]["suggestions"]
    pay = next(each for each in offered if each["title"] == "Pay")
    person.press(pay["payload"])

    assert [line["text"] for line in person.history() if line["who"] == "person"] == [
        "tell me about electricians",
        "Pay",
    ]
    assert "$62,350" in person.history()[-1]["reply"]["lead"]


def test_only_what_was_offered_runs(person: Person) -> None:
    person.say("tell me about electricians")

    for payload in ("/restart", "/session_start", '/ask_salary{"career": "dentist"}', "anything"):
        refused = person.press(payload)
        assert refused.status == 409
        assert refused.body == {"error": "That suggestion is no longer on offer. Ask in your own words instead."}


@pytest.mark.parametrize("text", ["/session_start", "//", "/restart{"])
def test_a_typed_slash_is_kept_as_it_was_typed_and_answered(person: Person, text: str) -> None:
    assert person.say(text).lead
    assert person.history()[0]["text"] == text


def test_two_people_share_nothing(web: WebServer) -> None:
    ann, bob = Person(web), Person(web)
    ann.say("how much do electricians earn")

    assert bob.history() == []
    assert bob.say("and how much do they earn?").lead.startswith("Which career")


def test_a_token_that_was_not_issued_here_opens_nothing(person: Person) -> None:
    person.say("how much do electricians earn")
    claims = jwt.decode(person.token, options={"verify_signature": False})
    head, body, signature = person.token.split(".")
    forged = (
        jwt.encode(claims, "another secret of thirty-two characters", "HS256"),
        jwt.encode(claims, None, "none"),  # type: ignore[arg-type]
        f"{head}.{body}.{signature[::-1]}",
        f"{head}.{body}.",
        "nonsense",
        "…",
    )
    for token in forged:
        for method in ("GET", "DELETE"):
            refused = person.ask(method, token=token.encode().decode("latin-1"))
            assert (refused.status, list(refused.body)) == (401, ["error"])
    assert ask(person.base + "conversation").status == 401
    assert len(person.history()) == 2


def test_deleting_erases_everything(person: Person) -> None:
    person.say("how much do electricians earn")
    assert person.ask("DELETE").status == 204

    assert person.history() == []
    assert person.say("and how much do they earn?").lead.startswith("Which career")


def test_asking_in_words_to_be_forgotten_erases_everything(person: Person) -> None:
    person.say("how much do electricians earn")
    assert person.say("please delete all my data").body["forgotten"] is True

    assert person.history() == []


def test_a_new_conversation_starts_from_nothing_and_deleting_takes_the_old_one_too(person: Person) -> None:
    person.say("save plumber")
    person.say("how much do electricians earn", "before-the-restart")
    restarted = person.ask("POST", "restart")

    assert restarted.lead.startswith("We start over")
    assert [line["who"] for line in person.history()] == ["bot"]
    assert person.say("and how much do they earn?").lead.startswith("Which career")
    assert [line["who"] for line in person.history()] == ["bot", "person", "bot"]
    assert person.say("my list").lead.startswith("Your list is empty")
    person.ask("DELETE")
    assert person.say("and how much do they earn?", "before-the-restart").lead.startswith("Which career")


@pytest.mark.parametrize(
    ("status", "sentence", "body"),
    [
        (400, "nothing in that message", {"id": "12345678", "text": " \n "}),
        (400, "no message", b"not json"),
        (400, "no message", b"\xff\xfe"),
        (400, "no message", []),
        (400, "no message", {"text": "no id"}),
        (400, "no message", {"id": "%' or 1=1", "text": "hello"}),
        (400, "no message", {"id": "12345678", "text": 5}),
        (400, "no message", {"id": "12345678", "text": "hello", "sender": "somebody"}),
        (400, "either", {"id": "12345678"}),
        (400, "either", {"id": "12345678", "text": "hello", "payload": "/greet"}),
        (413, "1,000 characters", {"id": "12345678", "text": "x" * 1001}),
        (413, "1,000 characters", {"id": "12345678", "text": "x" * 2_000_000}),
        pytest.param(
            413, "1,000", b'{"id": "12345678", "text": "hi"' + b" " * 70_000 + b"}", id="short, in a long body"
        ),
    ],
)
def test_what_is_no_message_is_refused_with_a_sentence(
    person: Person, status: int, sentence: str, body: object
) -> None:
    refused = person.ask("POST", body=body)

    assert refused.status == status
    assert sentence in refused.body["error"]
    assert person.history() == []


def test_a_call_for_help_in_a_long_text_is_answered(person: Person) -> None:
    assert "988" in person.say("I lost my job. " * 100 + "I want to kill myself. " + "What now? " * 100).lead


def test_somebody_who_sends_too_fast_is_asked_to_wait(person: Person) -> None:
    with ThreadPoolExecutor(20) as at_once:
        answers = list(at_once.map(lambda _: person.ask("POST", body={"id": "no text"}), range(60)))

    assert {each.status for each in answers} == {400, 429}
    refused = next(each for each in answers if each.status == 429)
    assert "Please wait" in refused.body["error"]
    assert int(refused.headers["Retry-After"]) >= 1


def test_pages_that_are_allowed_are_told_so_and_others_are_not(web: WebServer, foreign: Foreign) -> None:
    address = web.address + "/chat/conversation"
    asking = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}

    allowed = ask(address, "OPTIONS", headers={"Origin": foreign.origin, **asking}).headers
    assert allowed["Access-Control-Allow-Origin"] == foreign.origin
    assert "Authorization" in allowed["Access-Control-Allow-Headers"]
    assert "DELETE" in allowed["Access-Control-Allow-Methods"]
    assert allowed["Access-Control-Allow-Credentials"] is None
    for stranger in ("https://example.org", "null", foreign.origin + "0"):
        told = ask(address, "OPTIONS", headers={"Origin": stranger, **asking}).headers
        assert told["Access-Control-Allow-Origin"] is None


def test_a_page_that_is_not_allowed_gets_a_sentence_and_no_session(web: WebServer) -> None:
    refused = ask(web.address + "/chat/session", "POST", headers={"Origin": "https://example.org"})

    assert refused.status == 403
    assert refused.body == {
        "error": "This assistant may not be used on https://example.org. Its keeper can allow that."
    }


def test_conversations_are_never_cached(person: Person) -> None:
    assert person.ask("GET").headers["Cache-Control"] == "no-store"
