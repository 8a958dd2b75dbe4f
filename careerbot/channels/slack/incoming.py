"""What Slack sends, as one small value: events, presses of buttons and menus, the slash command, and the Home tab opened.

The payloads are the same over HTTP and over Socket Mode.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from careerbot.channels.slack.markup import plain
from careerbot.channels.slack.suggestions import ACTION, is_one_only

_HELP = "/ask_capabilities"
_ASKS_FOR_HELP = ("", "help", "?")
# The kinds of message that a person writes; others report edits, joins, ...
_SPOKEN = (None, "thread_broadcast", "file_share")


@dataclass(frozen=True)
class Pressed:
    """The suggestion that was pressed, and the message it stood in."""

    action_id: str
    value: str
    title: str
    message: str  # the message's ts; "" on the Home tab
    blocks: list[dict[str, Any]] = field(default_factory=list)
    text: str = ""


@dataclass(frozen=True)
class Incoming:
    """Something a person said, by typing or pressing.

    `id` is the same however often and by whichever event Slack tells of it. `payload` is what a press says: only what we
    offered; what was typed is `text`, and never a command. `channel` and `thread` are where the answer goes; a user's id as the
    channel is their direct messages.
    """

    id: str
    team: str
    user: str
    channel: str
    text: str = ""
    payload: str | None = None
    thread: str | None = None
    private: bool = False  # nobody else reads along
    addressed: bool = True  # False: said in a thread, and perhaps not to us
    me: str | None = None  # our own user id
    pressed: Pressed | None = None
    response_url: str | None = None  # answers there are seen by the asker only

    @property
    def conversation(self) -> str:
        """Each person has one conversation of their own, and one more in every thread of a channel."""
        own = own_conversation(self.team, self.user)
        return own if self.private else f"{own}-{self.channel}-{self.thread}"

    def in_private(self) -> Incoming:
        """The same, said in the person's direct messages."""
        return replace(self, channel=self.user, thread=None, private=True, pressed=None, response_url=None)


@dataclass(frozen=True)
class HomeOpened:
    """A person looks at our Home tab."""

    team: str
    user: str


def own_conversation(team: str, user: str) -> str:
    """The conversation of a person's direct messages, the slash command and the Home tab."""
    return f"slack-{team}-{user}"


def read(body: Mapping[str, Any]) -> Incoming | HomeOpened | None:
    """What a payload of Slack says; None where it is nothing to answer (shortcuts, other apps, edits, our own messages).

    Raises KeyError where a part is missing that Slack always sends.
    """
    if "command" in body:
        return _command(body)
    match body.get("type"):
        case "event_callback":
            return _event(body)
        case "block_actions":
            return _press(body)
        case _:
            return None


def _command(body: Mapping[str, Any]) -> Incoming:
    asked = plain(body.get("text") or "")
    return Incoming(
        id=body["trigger_id"],
        team=body["team_id"],
        user=body["user_id"],
        text=asked,
        payload=_HELP if asked.lower() in _ASKS_FOR_HELP else None,
        channel=body["channel_id"],
        private=True,
        response_url=body["response_url"],
    )


def _event(body: Mapping[str, Any]) -> Incoming | HomeOpened | None:
    event = body["event"]
    match event["type"]:
        case "app_home_opened" if event.get("tab") == "home":
            return HomeOpened(body["team_id"], event["user"])
        case "app_mention" | "message" if _is_a_persons(event):
            return _said(body["team_id"], event, _own_id(body))
        case _:
            return None


def _is_a_persons(event: Mapping[str, Any]) -> bool:
    return bool(event.get("user")) and not event.get("bot_id") and event.get("subtype") in _SPOKEN


def _own_id(body: Mapping[str, Any]) -> str | None:
    installed = body.get("authorizations") or ()
    return next((each["user_id"] for each in installed if each.get("is_bot")), None)


def _said(team: str, event: Mapping[str, Any], me: str | None) -> Incoming | None:
    """A message in a channel is for us if it mentions us, or stands in a thread and begins with nobody else's name."""
    text = event.get("text") or ""
    said = plain(text, me)
    private = event.get("channel_type") == "im" or event["channel"].startswith("D")
    addressed = private or event["type"] == "app_mention" or bool(me and f"<@{me}" in text)
    to_another = text.startswith("<@") and not addressed
    if event["user"] == me or to_another or not (addressed or event.get("thread_ts")):
        return None
    return Incoming(
        id=f"{event['channel']}:{event['ts']}",  # a mention comes as two events, of one message
        team=team,
        user=event["user"],
        text=said,
        payload=None if said else _HELP,
        channel=event["channel"],
        thread=event.get("thread_ts") or event["ts"],
        private=private,
        addressed=addressed,
        me=me,
    )


def _press(body: Mapping[str, Any]) -> Incoming | None:
    action = body["actions"][0]
    if not action["action_id"].startswith(ACTION):
        return None
    container = body["container"]
    who = {
        "team": (body.get("team") or body["user"])["id" if body.get("team") else "team_id"],
        "user": body["user"]["id"],
    }
    if container["type"] == "view":
        pressed = _pressed(action, "")
        return Incoming(
            id=body["trigger_id"], payload=pressed.value, channel=who["user"], private=True, pressed=pressed, **who
        )
    message = body.get("message") or {}
    channel, ts = container["channel_id"], container["message_ts"]
    seen_by_one = bool(container.get("is_ephemeral"))
    pressed = _pressed(action, ts, message)
    return Incoming(
        id=f"{channel}:{ts}:{'' if is_one_only(action['block_id']) else action['action_id'] + _option(action)}",
        payload=pressed.value,
        channel=channel,
        thread=container.get("thread_ts") or message.get("thread_ts") or ts,
        private=seen_by_one or channel.startswith("D"),
        pressed=pressed,
        response_url=body["response_url"] if seen_by_one else None,
        **who,
    )


def _pressed(action: Mapping[str, Any], ts: str, message: Mapping[str, Any] | None = None) -> Pressed:
    said = action.get("selected_option") or action
    message = message or {}
    return Pressed(
        action["action_id"],
        said["value"],
        said["text"]["text"],
        ts,
        message.get("blocks") or [],
        message.get("text") or "",
    )


def _option(action: Mapping[str, Any]) -> str:
    return f":{action['selected_option']['value']}" if "selected_option" in action else ""
