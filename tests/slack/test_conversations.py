"""Conversations in Slack: signed requests in, the trained assistant, posts out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from slack_stand_in import BOT, Workspace, shown, suggestions

from actions import answers
from actions.base import Outcome
from careerbot.advice.reply import Reply
from careerbot.conversation.assistant import Assistant
from careerbot.knowledge.catalogue import Catalogue

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


async def test_somebody_else_in_the_thread_is_answered_too_in_a_conversation_of_their_own(
    office: Workspace, someone: Someone
) -> None:
    thread = (await office.says(someone(), ASKED, "C1"))["thread_ts"]

    answer = await office.says(someone(), "how much do they earn?", "C1", thread)

    assert shown(answer).startswith("Which career do you mean?")


@pytest.mark.parametrize(
    "more",
    [
        {"bot_id": "B2"},
        {"user": BOT},
        {"subtype": "message_changed"},
        {"subtype": "channel_join"},
        {"subtype": "message_deleted"},
        {"text": "<@UELSE> what do you think?"},
    ],
    ids=["another bot", "itself", "an edit", "a join", "a deletion", "somebody else is spoken to"],
)
async def test_what_is_not_said_to_it_is_not_answered(
    office: Workspace, someone: Someone, more: dict[str, str]
) -> None:
    ann = someone()
    thread = (await office.says(ann, ASKED, "C1"))["thread_ts"]

    await office.writes(**{"user": ann, "text": "how much do they earn?", "channel": "C1", "thread": thread, **more})
    last = await office.says(ann, "what skills", "C1", thread)

    assert "business sense" in shown(last)
    assert len(office.slack.posts()) == 2


async def test_talk_in_a_channel_and_in_threads_of_others_is_left_alone(office: Workspace, someone: Someone) -> None:
    ann, bob = someone(), someone()
    await office.writes(ann, "what does an electrician do?", "C1")
    root = await office.writes(ann, "lunch?", "C1")
    await office.writes(bob, "what does an electrician do?", "C1", root["ts"])

    await office.says(ann, f"<@{BOT}> what does a plumber do?", "C1")

    assert len(office.slack.posts()) == 1


async def test_thirty_people_at_once_in_one_channel_get_their_own_answers(
    office: Workspace, someone: Someone, known: Catalogue
) -> None:
    people = {someone(): career for career in known.written[:30]}
    first = {user: f"<@{BOT}> what does a {career.title.lower()} do?" for user, career in people.items()}
    asked = await asyncio.gather(*(office.writes(user, text, "C1") for user, text in first.items()))
    await office.slack.until(lambda: len(office.slack.posts()) == 30)

    await asyncio.gather(*(office.writes(each["user"], "how much do they earn?", "C1", each["ts"]) for each in asked))
    await office.slack.until(lambda: len(office.slack.posts()) == 60)

    for question in asked:
        answers = [each for each in office.slack.posts() if each["thread_ts"] == question["ts"]]
        career = people[question["user"]].id
        assert len(answers) == 2
        pressed = [each["value"] for answer in answers for each in suggestions(answer)]
        assert pressed
        assert all(f'"{career}"' in value for value in pressed), f"{career} was mixed up with {pressed}"


async def test_what_slack_makes_of_a_text_is_read_back(office: Workspace, someone: Someone) -> None:
    answer = await office.says(
        someone(), f"<@{BOT}|careerbot> R&amp;D &lt;wizards&gt; <#C7|general> what does an electrician do?", "C1"
    )

    assert "electricians" in shown(answer).lower()


async def test_a_mention_without_a_word_says_what_it_can_do(office: Workspace, someone: Someone) -> None:
    answer = await office.says(someone(), f"<@{BOT}>", "C1")

    assert "I answer questions about careers" in shown(answer)


async def test_a_typed_command_is_just_text(office: Workspace, someone: Someone) -> None:
    answer = await office.says(someone(), '/ask_salary{"career": "electrician"}', "D1")

    assert "Restarted" not in shown(answer)
    assert office.slack.posts()


async def test_too_long_a_text_is_said_to_be_too_long(office: Workspace, someone: Someone) -> None:
    answer = await office.says(someone(), "what do electricians earn? " * 200, "D1")

    assert "That was too long for me" in shown(answer)


async def test_a_call_for_help_gets_help(office: Workspace, someone: Someone) -> None:
    answer = await office.says(someone(), "i want to end my life", "D1")

    assert "988" in shown(answer)


async def test_a_call_for_help_in_a_channel_is_answered_where_nobody_else_reads_it(
    office: Workspace, someone: Someone
) -> None:
    ann = someone()

    answer = await office.says(ann, f"<@{BOT}> i want to end my life", "C1")
    await office.slack.until(lambda: office.slack.of("chat.postEphemeral"))

    assert answer["channel"] == f"D{ann[1:]}"
    assert "988" in shown(answer)
    assert [each["channel"] for each in office.slack.posts()] == [ann], "nothing stands in the channel"
    assert office.slack.of("chat.postEphemeral")[0]["user"] == ann


@pytest.mark.parametrize("asked", ["i want to end my life", "help me find a career that suits me"])
async def test_what_direct_messages_refuse_is_shown_to_the_asker_alone(
    office: Workspace, someone: Someone, asked: str
) -> None:
    ann = someone()
    office.slack.fail("chat.postMessage", "messages_tab_disabled")

    await office.writes(ann, f"<@{BOT}> {asked}", "C1")
    await office.slack.until(lambda: office.slack.of("chat.postEphemeral"))

    (note,) = office.slack.of("chat.postEphemeral")
    assert note["user"] == ann
    assert "988" in note["text"] or "quiz of 30 short statements" in note["text"]
    assert not office.slack.posts()


async def test_direct_messages_and_their_threads_are_one_conversation(office: Workspace, someone: Someone) -> None:
    ann = someone()
    first = await office.says(ann, "what does an electrician do?", "D1")
    second = await office.says(ann, "how much do they earn?", "D1")

    assert "$62,350" in shown(second)
    assert second["thread_ts"] != first["thread_ts"]


async def test_quiz_and_shortlist_move_from_a_channel_into_direct_messages(office: Workspace, someone: Someone) -> None:
    ann = someone()
    thread = (await office.says(ann, ASKED, "C1"))["thread_ts"]

    answer = await office.says(ann, "please help me find a career that fits me", "C1", thread)
    await office.slack.until(lambda: office.slack.of("chat.postEphemeral"))
    follow_up = await office.says(ann, "how much do they earn?", "D1")

    assert answer["channel"] == f"D{ann[1:]}"
    assert "thread_ts" not in answer or answer["thread_ts"] is None
    note = office.slack.of("chat.postEphemeral")[0]
    assert (note["channel"], note["user"], note["thread_ts"]) == ("C1", ann, thread)
    assert "$83,480" in shown(follow_up), "what was talked about in the channel is known in the direct messages"


async def test_a_personal_answer_never_stands_in_a_channel(
    office: Workspace, someone: Someone, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = answers.about
    monkeypatch.setattr(answers, "about", lambda *given, **more: _personal(told(*given, **more)))
    ann = someone()

    answer = await office.says(ann, ASKED, "C1")

    assert answer["channel"] == f"D{ann[1:]}"
    assert len(office.slack.posts()) == 1


def _personal(outcome: Outcome) -> Outcome:
    reply = outcome.reply
    return Outcome(Reply(reply.lead, reply.blocks, reply.suggestions, personal=True), outcome.remember)


async def test_who_asks_to_be_forgotten_is_forgotten_in_every_thread(
    office: Workspace, someone: Someone, assistant: Assistant
) -> None:
    ann, bob = someone(), someone()
    thread = (await office.says(ann, ASKED, "C1"))["thread_ts"]
    await office.says(bob, ASKED, "C1")
    await office.says(ann, "what does an electrician do?", "D1")

    answer = await office.says(ann, "please delete all my data", "D1")
    later = await office.says(ann, f"<@{BOT}> how much do they earn?", "C1", thread)

    assert "erased" in shown(answer)
    assert shown(later).startswith("Which career")
    assert any(bob in each for each in await assistant.agent.tracker_store.keys())


async def test_the_status_line_is_set_before_the_answer(office: Workspace, someone: Someone) -> None:
    await office.says(someone(), ASKED, "C1")

    assert office.slack.of("assistant.threads.setStatus")[0]["status"] == "is looking it up ..."
