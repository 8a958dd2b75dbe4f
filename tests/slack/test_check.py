"""`careerbot slack check`: what is missing, in one sentence each."""

from __future__ import annotations

import dataclasses
import os
import subprocess

import pytest
from running import BOT as CAREERBOT
from slack_stand_in import StandIn

from careerbot.channels.slack.check import problems, wanted_scopes
from careerbot.channels.slack.settings import Settings
from careerbot.paths import PROJECT


async def test_nothing_is_said_where_all_is_well(settings: Settings, slack: StandIn) -> None:
    assert await problems(settings) == []


async def test_a_missing_scope_is_named(settings: Settings, slack: StandIn) -> None:
    slack.scopes = slack.scopes.replace("groups:history,", "")

    assert await problems(settings) == [
        "The bot token lacks the scope groups:history: add it under OAuth & Permissions and install the app again."
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"bot_token": ""}, "SLACK_BOT_TOKEN is not set"),
        ({"bot_token": "xoxp-user"}, "SLACK_BOT_TOKEN is no bot token"),
        ({"app_token": "xoxb-bot"}, "SLACK_APP_TOKEN is no app-level token"),
        ({"app_token": "", "signing_secret": ""}, "Neither SLACK_SIGNING_SECRET"),
        ({"api_url": "http://127.0.0.1:9/api/"}, "Slack cannot be reached"),
    ],
)
async def test_what_is_not_set_is_said(settings: Settings, slack: StandIn, changes: dict[str, str], said: str) -> None:
    found = await problems(dataclasses.replace(settings, **changes))

    assert found[0].startswith(said)
    assert all(each.endswith(".") for each in found)


@pytest.mark.parametrize(
    ("method", "error", "said"),
    [
        ("auth.test", "invalid_auth", "Slack does not accept SLACK_BOT_TOKEN (invalid_auth)"),
        ("auth.test", "token_revoked", "Slack does not accept SLACK_BOT_TOKEN (token_revoked)"),
        ("auth.test", 500, "Slack does not accept SLACK_BOT_TOKEN (HTTP 500)"),
        ("apps.connections.open", "missing_scope", "The app-level token lacks the scope connections:write"),
        ("apps.connections.open", "invalid_auth", "Slack does not accept SLACK_APP_TOKEN (invalid_auth)"),
    ],
)
async def test_what_slack_refuses_is_said(
    settings: Settings, slack: StandIn, method: str, error: object, said: str
) -> None:
    slack.fail(method, error)

    (problem,) = await problems(settings)
    assert problem.startswith(said)


def test_the_manifest_asks_for_what_the_stand_in_grants() -> None:
    assert sorted(wanted_scopes()) == sorted(StandIn().scopes.split(","))


def test_the_command_says_it_in_a_sentence_and_fails() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")}

    for command in (["slack", "check"], ["slack"]):
        done = subprocess.run([CAREERBOT, *command], cwd=PROJECT, env=environment, capture_output=True, text=True)
        assert done.returncode == 1
        assert "SLACK_BOT_TOKEN" in done.stderr
        assert "Traceback" not in done.stderr
