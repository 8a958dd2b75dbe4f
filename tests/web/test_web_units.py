"""The web channel's parts, without a server."""

from __future__ import annotations

import hmac
import random
import stat
import uuid
from pathlib import Path
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.core.events import UserUttered

from careerbot.advice.small_talk import apology
from careerbot.channels.origins import Origins
from careerbot.channels.rate_limit import RateLimit
from careerbot.channels.refusal import Refused
from careerbot.channels.web import Settings, WebInput
from careerbot.channels.web_conversation import WebConversation
from careerbot.channels.web_session import Sessions, secret
from careerbot.conversation.assistant import Assistant

SECRET = "a secret of thirty-two characters"


@pytest.fixture
def conversation(assistant: Assistant) -> WebConversation:
    return WebConversation(assistant.agent, uuid.uuid4().hex)


async def test_a_typed_command_reaches_the_assistant_as_text(assistant: Assistant) -> None:
    me = uuid.uuid4().hex
    conversation = WebConversation(assistant.agent, me)
    offered = (await conversation.type("1", "tell me about electricians"))[0].suggestions
    await conversation.type("2", offered[0].payload)
    await conversation.press("3", offered[0].payload)

    tracker = await assistant.agent.tracker_store.retrieve_full_tracker(me)
    typed, pressed = [event.text for event in tracker.events if isinstance(event, UserUttered)][1:]
    assert pressed == offered[0].payload
    assert typed == pressed.removeprefix("/")


async def test_a_turn_that_fails_is_answered_with_an_apology_and_can_be_sent_again(
    conversation: WebConversation, assistant: Assistant
) -> None:
    async def fail(message: object) -> None:
        raise RuntimeError("the model is gone")

    # monkeypatch would leave the method on the processor itself, which other tests copy and give another store
    with patch.object(assistant.agent.processor, "handle_message", fail):
        assert await conversation.type("the-id", "what do electricians earn") == [apology()]

    assert "$62,350" in (await conversation.type("the-id", "what do electricians earn"))[0].lead


async def test_a_store_that_erases_nothing_is_not_reported_as_deleted(
    conversation: WebConversation, assistant: Assistant
) -> None:
    async def keep(tracker: object) -> None:
        """Erases nothing."""

    await conversation.type("1", "hello")

    with (
        patch.object(assistant.agent.tracker_store, "save", keep),
        pytest.raises(Refused, match="could not be deleted") as refused,
    ):
        await conversation.forget()
    assert refused.value.status == 503


async def test_what_was_answered_before_is_found_in_any_store(conversation: WebConversation) -> None:
    first = await conversation.type("an-id", "what do electricians earn")
    await conversation.type("another", "and a dentist?")

    assert await conversation.type("an-id", "what do electricians earn") == first


def test_a_third_may_come_at_once_and_the_rest_as_time_goes_by() -> None:
    now = 0.0
    limit = RateLimit(per_minute=30, clock=lambda: now)

    assert [limit.take("me") for _ in range(10)] == [0] * 10
    assert limit.take("me") == pytest.approx(2)
    assert limit.take("somebody else") == 0
    now = 2.0
    assert limit.take("me") == 0
    assert limit.take("me") > 0
    now = 3600.0
    assert [limit.take("me") for _ in range(10)] == [0] * 10
    assert limit.take("me") > 0


@given(st.lists(st.one_of(st.just(0.0), st.floats(0, 2)), min_size=50, max_size=200))
def test_nobody_gets_more_than_the_rate(pauses: list[float]) -> None:
    now = 0.0
    limit = RateLimit(per_minute=60, clock=lambda: now)
    admitted = 0
    for pause in pauses:
        now += pause
        admitted += limit.take("me") == 0

    assert admitted <= 20 + now


def test_senders_without_number_do_not_fill_the_memory() -> None:
    limit = RateLimit(per_minute=60)
    for sender in range(20_000):
        limit.take(str(sender))

    assert len(limit._buckets) == 10_000


def test_a_token_is_read_by_whoever_has_the_secret_and_by_nobody_else() -> None:
    token = Sessions(SECRET).issue()

    assert Sessions(SECRET).conversation(f"Bearer {token}").startswith("web-")
    assert Sessions(SECRET).issue() != token
    with pytest.raises(Refused):
        Sessions(SECRET[::-1]).conversation(f"Bearer {token}")


def test_no_conversation_is_guessed_from_another() -> None:
    ids = []
    for _ in range(1000):
        random.seed(1)  # somebody else's dice may be known
        ids.append(Sessions(SECRET).conversation(f"Bearer {Sessions(SECRET).issue()}").removeprefix("web-"))

    assert min(len(id) for id in ids) >= 22  # characters for 128 bits
    assert len({id[:8] for id in ids}) == 1000


def test_a_signature_is_compared_without_a_hint_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    compare = hmac.compare_digest
    token = Sessions(SECRET).issue()
    monkeypatch.setattr("hmac.compare_digest", lambda one, other: compared.append(one) or compare(one, other))

    Sessions(SECRET).conversation(f"Bearer {token}")

    assert len(compared) == 1


def test_the_secret_is_made_once_and_readable_by_its_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CAREERBOT_SECRET", raising=False)
    file = tmp_path / "state" / "secret"

    made = secret(file)
    assert secret(file) == made
    assert len(made) == 64
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_secret_that_others_can_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CAREERBOT_SECRET", raising=False)
    file = tmp_path / "secret"
    secret(file)
    file.chmod(0o644)

    with pytest.raises(ValueError, match=f"chmod 600 {file}"):
        secret(file)


def test_the_environment_names_the_secret_and_a_short_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERBOT_SECRET", SECRET)
    assert secret(tmp_path / "secret") == SECRET
    monkeypatch.setenv("CAREERBOT_SECRET", "password")
    with pytest.raises(ValueError, match="too short"):
        secret(tmp_path / "secret")
    assert not (tmp_path / "secret").exists()


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        (None, True),  # no browser
        ("http://bot.example.org", True),
        ("https://bot.example.org", True),
        ("https://www.example.org", True),
        ("https://bot.example.org.evil.example", False),
        ("https://evil.example", False),
        ("https://www.example.org.evil.example", False),
        ("http://www.example.org", False),
        ("null", False),
        ("", False),
    ],
)
def test_only_the_own_page_and_those_named_may_talk_to_it(origin: str | None, allowed: bool) -> None:
    origins = Origins(frozenset({"https://www.example.org"}))

    assert origins.allow(origin, "bot.example.org") is allowed


def test_a_star_allows_every_page() -> None:
    assert Origins(frozenset({"*"})).allow("null", "bot.example.org")


class Request:
    """As much of a request as tells where it comes from."""

    ip = "10.0.0.1"
    host = "bot.example.org"

    def __init__(self, forwarded: str | None) -> None:
        self.headers = {"x-forwarded-for": forwarded} if forwarded else {}


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "1.2.3.4", "10.0.0.1"),  # anybody can send that header
        (1, "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (2, "6.6.6.6, 1.2.3.4, 10.0.0.2", "1.2.3.4"),
        (1, None, "10.0.0.1"),
        (2, "1.2.3.4", "10.0.0.1"),  # it did not come through both
    ],
)
def test_only_the_keepers_own_proxies_are_believed(proxies: int, forwarded: str | None, address: str) -> None:
    assert WebInput(Settings(proxies=proxies))._address(Request(forwarded)) == address  # type: ignore[arg-type]


def test_an_address_that_asks_too_fast_is_told_to_wait() -> None:
    web = WebInput(Settings(per_minute_and_address=6))
    for _ in range(2):
        web._check(Request(None), None)  # type: ignore[arg-type]

    with pytest.raises(Refused, match="Please wait") as refused:
        web._check(Request(None), None)  # type: ignore[arg-type]
    assert refused.value.status == 429


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": []},
        {"origins": "https://x.org"},
        {"proxies": "one"},
        {"proxies": -1},
        {"per_minute": 0},  # nobody could ask a second question
        {"per_minute_and_address": -60},
    ],
)
def test_a_wrong_setting_names_its_field(wrong: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError, match=next(iter(wrong))):
        WebInput.from_credentials(wrong)
