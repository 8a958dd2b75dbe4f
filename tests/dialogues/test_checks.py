"""Every expectation, met and not met, against one real answer: what an electrician earns."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests_support import Play

from careerbot.dialogues.checks import CHECKS

MET: dict[str, Any] = {
    "intent": ["ask_duties", "ask_salary"],
    "career": "electrician",
    "careers": ["electrician"],
    "action": "action_answer",
    "bot": "Half of all electricians earned more than $62,350 a year, half earned less (May 2024).",
    "contains": ["$62,350", "MEDIAN:"],
    "not_contains": "plumber",
    "facts": ["pay.median", "pay.annual.p90", "electrician:pay.p10", "pay_notes?"],
    "only_known_numbers": True,
    "cites": ["figures/pay"],
    "suggests": "Job outlook",
    "mentions": ["electrician"],
    "slots": {"topic": "ask_salary"},
    "slot_was_set": ["career", {"topic": "ask_salary"}],
    "slot_was_not_set": ["offer", {"topic": "ask_duties"}],
}
# Not met: the value, and what the message says was found.
NOT_MET: dict[str, tuple[Any, str]] = {
    "intent": ("ask_duties", "ask_salary ("),
    "career": ("plumber", "electrician"),
    "careers": (["plumber", "electrician"], "electrician"),
    "action": ("action_affirm", "action_answer"),
    "utter": ("utter_greet", "action_answer answered"),
    "bot": ("Half of all electricians earned less.", "“Half of all electricians"),
    "contains": ("$62,351", "$62,350"),
    "not_contains": ("electricians", "half of all electricians"),
    "facts": (["plumber:pay.median"], "no such text"),
    "cites": (False, "figures/pay"),
    "suggests": ("Pay", "“Job outlook”"),
    "mentions": (["plumber"], "electricians"),
    "slots": ({"topic": "ask_duties"}, "'ask_salary'"),
    "slot_was_set": (["offer"], "None"),
    "slot_was_not_set": (["career"], "'electrician'"),
}


def a_case(**expected: Any) -> str:
    step = json.dumps({"user": "how much do electricians make?", **expected})
    return f"test_cases:\n- test_case: pay\n  steps:\n  - {step}\n"


@pytest.mark.parametrize("check", MET)
async def test_an_expectation_that_is_met_passes(play: Play, check: str) -> None:
    result = await play(a_case(**{check: MET[check]}))

    assert result.failure is None


@pytest.mark.parametrize("check", NOT_MET)
async def test_an_expectation_that_is_not_met_says_what_was_found(play: Play, check: str) -> None:
    expected, found = NOT_MET[check]
    result = await play(a_case(**{check: expected}))

    assert result.failure
    assert result.failure.miss.check == check
    assert found in result.failure.miss.found


async def test_only_known_numbers_notices_a_made_up_figure(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careerbot.advice.phrasing.money", lambda dollars: f"${dollars * 1.5:,.0f}")
    result = await play(a_case(only_known_numbers=True))

    assert result.failure
    assert result.failure.miss.expected == "only numbers of electrician"
    assert result.failure.miss.found == "$93525, $59145, $73230, $93525, $122595, $159045 of unknown origin"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("wages.median", "no 'wages': a path begins with pay, outlook,"),
        ("pay.average", "no 'average' there; there is soc, title, employment, annual, hourly"),
        ("pay_notes", "the knowledge says nothing at pay_notes of electrician"),
        ("wizard:pay.median", "there is no career 'wizard'"),
    ],
)
async def test_a_path_that_leads_nowhere_says_what_there_is(play: Play, path: str, why: str) -> None:
    result = await play(a_case(facts=[path]))

    assert result.failure
    assert why in result.failure.miss.found


def test_every_check_is_tried_both_ways() -> None:
    tried_elsewhere = {"channels", "only_known_numbers", "utter"}  # below, and in test_player.py

    assert CHECKS.keys() <= MET.keys() | tried_elsewhere
    assert CHECKS.keys() <= NOT_MET.keys() | tried_elsewhere
