"""Conversations in Slack: signed requests in, the trained assistant, posts out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from slack_stand_in import BOT, StandIn, Workspace, shown, suggestions

ASKED = f"<@{BOT}> What does a music production manager do?"
Someone = Callable[[], str]


async def test_a_mention_is_answered_with_one_post_in_a_thread_under_it(office: Workspace, someone: Someone) -> None:
    answer = await office.says(someone(), ASKED, "C1")

    question = next(each for each in office.slack.messages.values() if each["text"] == ASKED)
    assert answer["thread_ts"] == question["ts"]
    assert "Keep promotion and distribution within the budget" in shown(answer)
    assert len(office.slack.posts()) == 1
    assert office.slack.posts()[0]["text"].startswith("This is what music production managers do")


async def test_replies_in_its_thread_need_no_new_mention(office: Workspace, someone: Someone) -> None:
    ann = someone()
    thread = (await office.says(ann, ASKED, "C1"))["thread_ts"]

    answer = await office.says(ann, "how much do they earn?", "C1", thread)

    assert answer["thread_ts"] == thread
    assert "$83,480" in shown(answer)
