"""Playing: pressing, waiting, variations, paraphrases, errors in the log, and the shortest talk that still fails."""

from __future__ import annotations

import logging

import pytest
from tests_support import Play

from careerbot.conversation.assistant import Assistant
from careerbot.dialogues.report import explained


async def test_a_suggestion_is_pressed_by_its_title_or_number(play: Play) -> None:
    result = await play(
        """
        test_cases:
        - test_case: pressing
          steps:
          - user: tell me about surveyors
          - press: Pay
            facts: [pay.median]
          - press: 2
            career: surveyor
        """
    )

    assert result.failure is None


async def test_a_suggestion_that_is_not_offered_fails_with_those_that_are(play: Play) -> None:
    result = await play(
        """
        test_cases:
        - test_case: pressing
          steps:
          - user: tell me about surveyors
          - press: A pony
        """
    )

    assert result.failure
    assert result.failure.miss.expected == "to press 'A pony'"
    assert "“Pay”" in result.failure.miss.found


async def test_a_long_wait_expires_the_session_and_keeps_the_career(play: Play, assistant: Assistant) -> None:
    result = await play(
        """
        test_cases:
        - test_case: waiting
          steps:
          - user: how much do electricians make?
          - wait: 13h
          - user: and the outlook?
            career: electrician
        """
    )
    tracker = await _last_conversation(assistant)

    assert result.failure is None
    assert [event.type_name for event in tracker.events].count("session_started") == 2


async def test_a_short_wait_does_not(play: Play, assistant: Assistant) -> None:
    await play(
        """
        test_cases:
        - test_case: waiting
          steps:
          - user: how much do electricians make?
          - wait: 2h
          - user: and the outlook?
        """
    )
    tracker = await _last_conversation(assistant)

    assert [event.type_name for event in tracker.events].count("session_started") == 1


async def _last_conversation(assistant: Assistant) -> object:
    store = assistant.agent.tracker_store
    return await store.retrieve_full_tracker(list(await store.keys())[-1])


async def test_variations_that_differ_fail_with_both(play: Play) -> None:
    result = await play(
        """
        test_cases:
        - test_case: variations
          vary: {who: [electricians, plumbers]}
          expect_equal: [career]
          steps:
          - user: what do {who} earn
            intent: ask_salary
        """
    )

    assert result.failure
    assert result.failure.miss.check == "expect_equal"
    assert "electrician" in result.failure.miss.expected
    assert "plumber" in result.failure.miss.found


PARAPHRASED = """
    test_cases:
    - test_case: paraphrases
      steps:
      - user: what do plumbers earn
        intent: ask_salary
        paraphrases: [plumber pay?, who is the king of spain]
        share: {share}
"""


async def test_paraphrases_must_hold_for_their_share(play: Play) -> None:
    assert (await play(PARAPHRASED.format(share=0.6))).failure is None

    result = await play(PARAPHRASED.format(share=0.9))
    assert result.failure
    assert result.failure.miss.expected == "to hold for 90% of 3 wordings"
    assert result.failure.miss.found.startswith("67%; not for “who is the king of spain” (")


async def test_an_error_in_the_log_fails_the_case_although_the_person_gets_an_apology(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*about: object) -> None:
        raise ZeroDivisionError("out of luck")

    monkeypatch.setattr("careerbot.advice.numbers._salary_lead", broken)
    result = await play(
        """
        test_cases:
        - test_case: an error
          steps:
          - user: what do plumbers earn
            contains: Sorry
        """
    )

    assert result.failure
    assert result.failure.miss.check == "log"
    assert "action_answer failed" in result.failure.miss.found
    assert "ZeroDivisionError: out of luck" in result.failure.miss.found
    assert logging.getLogger().handlers, "the log is given back"


async def test_a_failing_talk_is_cut_to_what_it_needs(play: Play) -> None:
    result = await play(
        """
        test_cases:
        - test_case: long
          steps:
          - user: hi there
          - user: what do judges earn
          - user: thanks
          - user: what do plumbers earn
          - user: who won the superbowl
          - user: outlook?
            facts: [pay.median]
          - user: never said
        """
    )

    assert result.failure
    assert [turn.said for turn in result.failure.turns] == ["what do plumbers earn", "outlook?"]
    assert result.failure.line == 9


async def test_the_message_shows_the_talk_the_expectation_and_what_was_understood(play: Play) -> None:
    result = await play(
        """
        test_cases:
        - test_case: message
          steps:
          - user: what do plumbers earn
            career: electrician
        """
    )
    assert result.failure
    message = explained(result.failure)

    assert "career: expected the career electrician in focus" in message
    assert "found plumber" in message
    assert "> what do plumbers earn" in message
    assert "Half of all plumbers" in message
    assert "understood as ask_salary (" in message
    assert "career plumber (“plumbers”)" in message
    assert "ran: action_answer (chosen by RulePolicy)" in message
    assert "remembered now: career=plumber, topic=ask_salary" in message


async def test_a_skipped_case_is_not_played(play: Play) -> None:
    result = await play(
        """
        test_cases:
        - test_case: skipped
          skip: for a reason
          steps:
          - user: hi
            contains: nonsense
        """
    )

    assert result.skipped == "for a reason"
    assert result.visits == []


async def test_a_fixed_answer_is_a_response_of_the_domain(play: Play) -> None:
    result = await play(
        """
        test_cases:
        - test_case: utter
          steps:
          - user: are you a robot
            utter: utter_bot_challenge
            only_known_numbers: true
        """
    )

    assert result.failure is None
