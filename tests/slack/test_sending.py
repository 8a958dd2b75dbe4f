"""What happens when Slack does not take an answer at once, or not at all."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from slack_stand_in import CLOSE, StandIn

from careerbot.advice.reply import Reply, Text
from careerbot.channels.slack.blocks import Drawn, draw
from careerbot.channels.slack.sender import Sender
from careerbot.channels.slack.settings import Settings

ANSWER = draw(Reply("Half of all electricians earned more.", [Text("And half earned less.")]))


@pytest_asyncio.fixture(loop_scope="session")
async def sender(settings: Settings, slack: StandIn) -> AsyncIterator[Sender]:
    sender = Sender(settings.bot_token, settings.api_url)
    await sender.open()
    yield sender
    await sender.close()


async def test_a_rate_limit_is_obeyed(sender: Sender, slack: StandIn) -> None:
    slack.fail("chat.postMessage", 429)

    assert await sender.post("C1", "1.2", ANSWER)
    assert len(slack.posts()) == 1
    assert slack.early == 0, "nothing was sent before Retry-After was over"


@pytest.mark.parametrize("failure", [500, 502, 503, CLOSE])
async def test_what_fails_for_a_passing_reason_is_tried_again(sender: Sender, slack: StandIn, failure: object) -> None:
    slack.fail("chat.postMessage", failure)

    assert await sender.post("C1", "1.2", ANSWER)
    assert len(slack.posts()) == 1


@pytest.mark.parametrize("failure", [500, CLOSE, "not_in_channel"])
async def test_what_cannot_be_sent_is_logged_without_its_words(
    sender: Sender, slack: StandIn, failure: object, caplog: pytest.LogCaptureFixture
) -> None:
    slack.fail("chat.postMessage", *[failure] * 5)

    assert not await sender.post("C1", "1.2", ANSWER)
    assert "Slack did not take a post to C1" in caplog.text
    assert "electricians" not in caplog.text


async def test_an_answer_whose_blocks_slack_refuses_is_sent_as_text(sender: Sender, slack: StandIn) -> None:
    wrong = Drawn(
        "Half ...", [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}], "Half of all & half."
    )

    assert await sender.post("C1", "1.2", wrong)
    assert slack.posts()[0]["text"] == "Half of all & half."
    assert "blocks" not in slack.posts()[0]


async def test_links_in_an_answer_are_not_unfolded(sender: Sender, slack: StandIn) -> None:
    await sender.post("C1", "1.2", ANSWER)

    assert slack.posts()[0]["unfurl_links"] is False
    assert slack.posts()[0]["unfurl_media"] is False


async def test_a_workspace_without_the_status_line_is_asked_once(sender: Sender, slack: StandIn) -> None:
    slack.fail("assistant.threads.setStatus", "missing_scope")

    await sender.status("C1", "1.2", "is looking it up ...")
    await sender.status("C1", "1.3", "is looking it up ...")

    assert not slack.of("assistant.threads.setStatus")


@pytest.mark.parametrize("failure", [500, CLOSE, 429, "ratelimited"])
async def test_a_status_line_that_failed_for_a_passing_reason_is_set_the_next_time(
    sender: Sender, slack: StandIn, failure: object
) -> None:
    slack.fail("assistant.threads.setStatus", failure)

    await sender.status("C1", "1.2", "is looking it up ...")
    await sender.status("C1", "1.3", "is looking it up ...")

    assert [each["thread_ts"] for each in slack.of("assistant.threads.setStatus")] == ["1.3"]
