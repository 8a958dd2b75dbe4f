"""The tokens, from the environment: they are secrets, and stand in no file of the project."""

from __future__ import annotations

import os
from dataclasses import dataclass

BOT_TOKEN = "SLACK_BOT_TOKEN"
SIGNING_SECRET = "SLACK_SIGNING_SECRET"
APP_TOKEN = "SLACK_APP_TOKEN"
API_URL = "SLACK_API_URL"  # where a test or a proxy stands in for Slack's own
SLACKS_OWN_API = "https://slack.com/api/"


@dataclass(frozen=True)
class Settings:
    """What is set; "" where something is not."""

    bot_token: str = ""
    signing_secret: str = ""  # for HTTP
    app_token: str = ""  # for Socket Mode
    api_url: str = SLACKS_OWN_API

    @classmethod
    def from_environment(cls) -> Settings:
        """Read at every start."""
        return cls(
            _variable(BOT_TOKEN), _variable(SIGNING_SECRET), _variable(APP_TOKEN), _variable(API_URL) or cls.api_url
        )


def _variable(name: str) -> str:
    return os.environ.get(name, "").strip()
