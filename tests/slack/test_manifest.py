"""The manifest: valid by what Slack publishes, over Socket Mode and over HTTP, and asking for nothing that is not used.

Slack publishes names and limits as a JSON schema, and the names of scopes and events as types in the npm package @slack/web-api.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from careerbot.channels.slack.check import MANIFEST
from careerbot.paths import PROJECT

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
# https://docs.slack.dev/reference/scopes/assistant.write; the list of scopes in @slack/web-api, kept by hand, is without it.
NOT_LISTED = "assistant:write"


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
    ("part", "wrong"),
    [
        ("display_information", {"name": "x" * 36}),
        ("features", {"agent_view": {"agent_description": "x" * 301}}),
        ("features", {"agent_view": {"suggested_prompts": [{"title": "t", "message": "m"}] * 5}}),
        ("features", {"agent_vew": {}}),
        ("features", {"bot_user": {}}),
        ("features", {"slash_commands": [{"command": "/c", "description": "d", "url": f"https://{'x' * 3000}"}]}),
        ("oauth_config", {"scopes": {"bot": [f"scope:{number}" for number in range(256)]}}),
        ("settings", {"event_subscriptions": {"bot_events": ["app_mention"] * 2}}),
    ],
)
def test_the_schema_sees_a_mistake(part: str, wrong: dict[str, Any]) -> None:
    manifest = yaml.safe_load(TEXT)
    manifest[part] |= wrong

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(manifest, SCHEMA)


@pytest.fixture
def mistakes(tsc: list[str], tmp_path: Path) -> Callable[..., str]:
    """What TypeScript says of manifests by Slack's published types; "" where nothing is wrong."""
    types = PROJECT / "node_modules" / "@slack" / "web-api" / "dist" / "types" / "request" / "manifest"
    assert types.with_suffix(".d.ts").exists(), "npm ci installs Slack's types"

    def said(*texts: str) -> str:
        source = tmp_path / "manifest.ts"
        lines = [f'import type {{ Manifest }} from "{types}";']
        for number, text in enumerate(texts):
            manifest = yaml.safe_load(text)
            manifest["oauth_config"]["scopes"]["bot"].remove(NOT_LISTED)
            lines.append(f"export const number{number}: Manifest = {json.dumps(manifest)};")
        source.write_text("\n".join(lines), encoding="utf-8")
        options = [
            "--strict",
            "--noEmit",
            "--module",
            "es2022",
            "--moduleResolution",
            "bundler",
            "--lib",
            "es2022",
            "--skipLibCheck",
        ]
        done = subprocess.run([*tsc, *options, str(source)], cwd=tmp_path, capture_output=True, text=True)
        return done.stdout

    return said


def test_the_manifest_is_of_slacks_published_type(mistakes: Callable[..., str]) -> None:
    assert mistakes(TEXT, over_http(TEXT)) == ""


def test_the_type_sees_a_mistake(mistakes: Callable[..., str]) -> None:
    slips = [("im:history", "im:historie"), ("- message.im", "- message.in"), ("agent_view:", "agent_vew:")]

    said = mistakes(*(TEXT.replace(right, wrong) for right, wrong in slips))

    assert [name for name in ("im:historie", "message.in", "agent_vew") if name not in said] == []


def test_every_scope_is_needed_and_every_event_has_its_scope() -> None:
    scopes = yaml.safe_load(TEXT)["oauth_config"]["scopes"]["bot"]

    assert sorted(scopes) == sorted(NEEDED_BY)
    for scope in scopes:
        used = NEEDED_BY[scope] in TEXT or scope == "chat:write"
        assert used, f"nothing in the manifest needs {scope}"
