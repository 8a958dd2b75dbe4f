"""Suggestions as buttons or a menu, what a press says, and how a pressed one shows.

A press is known by its `action_id` (its place in the message) and its `value` (the payload, or a digest of one that is too long
for Slack). The block's id says whether several may be pressed one after the other, or one of them only (a statement of the quiz).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, Option, PlainTextObject, StaticSelectElement

from careerbot.advice.reply import Suggestion
from careerbot.channels.slack.markup import bold, cut

ACTION = "suggestion"
ONE_ONLY = "one-only"
_SEVERAL = "several"
_CHOSEN = "chosen"
_A_ROW = 5
_MOST_BUTTONS = 25
_MOST_OPTIONS = StaticSelectElement.options_max_length
_DIGEST = "sha256:"


def suggestion_blocks(suggestions: Sequence[Suggestion], one_only: bool = False) -> list[Block]:
    """Rows of buttons; a menu where there are too many of them."""
    kind = ONE_ONLY if one_only else _SEVERAL
    if len(suggestions) > _MOST_BUTTONS:
        return [ActionsBlock(block_id=f"{kind}-0", elements=[_menu(suggestions[:_MOST_OPTIONS])])]
    buttons = [_button(number, each) for number, each in enumerate(suggestions)]
    rows = [buttons[start : start + _A_ROW] for start in range(0, len(buttons), _A_ROW)]
    return [ActionsBlock(block_id=f"{kind}-{number}", elements=row) for number, row in enumerate(rows)]


def _button(number: int, each: Suggestion) -> ButtonElement:
    return ButtonElement(
        text=PlainTextObject(text=cut(each.title, ButtonElement.text_max_length), emoji=False),
        action_id=f"{ACTION}-{number}",
        value=value_of(each.payload, ButtonElement.value_max_length),
    )


def _menu(suggestions: Sequence[Suggestion]) -> StaticSelectElement:
    return StaticSelectElement(
        placeholder="Choose one",
        action_id=f"{ACTION}-menu",
        options=[
            Option(
                text=PlainTextObject(text=cut(each.title, Option.label_max_length), emoji=False),
                value=value_of(each.payload, Option.value_max_length),
            )
            for each in suggestions
        ],
    )


def value_of(payload: str, limit: int) -> str:
    """A payload as the value of a button: itself, or its digest where Slack has no room for it."""
    return payload if len(payload) <= limit else _DIGEST + hashlib.sha256(payload.encode()).hexdigest()


def payload_of(value: str, offered: Iterable[str]) -> str | None:
    """The payload behind a pressed value; a digest's is looked for among those `offered`. None where it is not there."""
    if not value.startswith(_DIGEST):
        return value
    return next((payload for payload in offered if value_of(payload, 0) == value), None)


def is_one_only(block_id: str) -> bool:
    """Whether a press in this block settles the whole message."""
    return block_id.startswith(ONE_ONLY)


def as_chosen(blocks: Sequence[dict[str, Any]], action_id: str, value: str, note: str) -> list[dict[str, Any]]:
    """The blocks of a message after a press: the pressed suggestion is gone and stands below as chosen (`note`)."""
    settled = any(_holds(block, action_id) and is_one_only(block.get("block_id", "")) for block in blocks)
    kept = [block for block in blocks if block.get("block_id") != _CHOSEN]
    left = [each for block in kept if (each := _without(block, action_id, value, settled)) is not None]
    notes = [element["text"] for block in blocks if block.get("block_id") == _CHOSEN for element in block["elements"]]
    chosen = {"type": "mrkdwn", "text": "\n".join([*notes, note]), "verbatim": True}
    return [*left, {"type": "context", "block_id": _CHOSEN, "elements": [chosen]}]


def chosen_note(title: str, user: str, private: bool) -> str:
    """Who chose what; in a direct message there is only one who can."""
    return f"{'You' if private else f'<@{user}>'} chose {bold(title)}"


def _holds(block: dict[str, Any], action_id: str) -> bool:
    return any(element.get("action_id") == action_id for element in block.get("elements") or ())


def _without(block: dict[str, Any], action_id: str, value: str, settled: bool) -> dict[str, Any] | None:
    """A block without what can no longer be pressed; None where nothing of it is left."""
    if block["type"] != "actions":
        return block
    if settled:
        return None
    pairs = [_pressed(element, action_id, value) for element in block["elements"]]
    elements = [element for element in pairs if element is not None]
    return {**block, "elements": elements} if elements else None


def _pressed(element: dict[str, Any], action_id: str, value: str) -> dict[str, Any] | None:
    if element.get("action_id") != action_id:
        return element
    options = [option for option in element.get("options") or () if option["value"] != value]
    rest = {name: part for name, part in element.items() if name != "initial_option"}
    return {**rest, "options": options} if options else None
