"""The manifest: valid by Slack's rules, over Socket Mode and over HTTP, and asking for nothing that is not used."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from careerbot.channels.slack.check import MANIFEST

SCHEMA = json.loads((Path(__file__).parent / "manifest.schema.json").read_text(encoding="utf-8"))
TEXT = MANIFEST.read_text(encoding="utf-8")
# Scope -> what needs it. https://docs.slack.dev/reference/scopes
NEEDED_BY = {
    "app_mentions:read": "app_mention",
    "channels:history": "message.channels",
    "groups:history": "message.groups",
    "im:history": "message.im",
    "commands": "slash_commands",
    "chat:write": "chat.postMessage",
    "assistant:write": "agent_view",
}


def over_http(text: str) -> str:
    """The manifest as docs/slack.md changes it for HTTP: the addresses in, Socket Mode out."""
    with_addresses = re.sub(r"# ((?:request_)?url: \S+).*", r"\1", text)
    return with_addresses.replace("socket_mode_enabled: true", "socket_mode_enabled: false")


@pytest.mark.parametrize("text", [TEXT, over_http(TEXT)], ids=["Socket Mode", "HTTP"])
def test_the_manifest_is_valid(text: str) -> None:
    jsonschema.validate(yaml.safe_load(text), SCHEMA)


def test_over_http_every_address_is_given() -> None:
    manifest = yaml.safe_load(over_http(TEXT))

    given = {
        manifest["settings"]["event_subscriptions"]["request_url"],
        manifest["settings"]["interactivity"]["request_url"],
        manifest["features"]["slash_commands"][0]["url"],
    }
    assert given == {"https://careers.example.org/webhooks/slack/webhook"}


@pytest.mark.parametrize(
    "wrong", [{"agent_view": {"agent_description": "x" * 301}}, {"agent_vew": {}}, {"bot_user": {}}]
)
def test_the_schema_sees_a_mistake(wrong: dict[str, Any]) -> None:
    manifest = yaml.safe_load(TEXT)
    manifest["features"] |= wrong

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(manifest, SCHEMA)


def test_every_scope_is_needed_and_every_event_has_its_scope() -> None:
    scopes = yaml.safe_load(TEXT)["oauth_config"]["scopes"]["bot"]

    assert sorted(scopes) == sorted(NEEDED_BY)
    for scope in scopes:
        used = NEEDED_BY[scope] in TEXT or scope == "chat:write"
        assert used, f"nothing in the manifest needs {scope}"
