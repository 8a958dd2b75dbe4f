"""The Home tab: what the assistant can do, the person's shortlist, and the way into the quiz."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slack_sdk.models.views import View

from careerbot.advice import shortlist
from careerbot.advice.reply import Reply, Suggestion, suggestion
from careerbot.advice.small_talk import capabilities
from careerbot.channels.slack.blocks import draw
from careerbot.knowledge.catalogue import catalogue

_SHOWN = 25  # careers of a shortlist, as buttons


def home_view(slot: object) -> dict[str, Any]:
    """The tab of a person with this shortlist (ids of careers); whatever else is no shortlist, and shows as an empty one."""
    parts = [capabilities(catalogue(), None), _shortlist(shortlist.kept(catalogue(), slot)), _quiz()]
    blocks = [block for number, part in enumerate(parts) for block in _part(number, part)]
    return dict(View(type="home", blocks=blocks).to_dict())


def _shortlist(careers: Sequence[str]) -> Reply:
    known = catalogue().careers
    if not careers:
        return Reply(shortlist.EMPTY)
    titles: list[Suggestion] = [suggestion(known[each].title, "ask_overview", each) for each in careers[:_SHOWN]]
    more = f" The first {_SHOWN} of them:" if len(careers) > _SHOWN else ""
    return Reply(
        f"On your list: {len(careers)} {'career' if len(careers) == 1 else 'careers'}.{more}", suggestions=titles
    )


def _quiz() -> Reply:
    return Reply(
        "Not sure what to look for? A quiz of what you like to do finds careers that go with it.",
        suggestions=[suggestion("Take the quiz", "help_me_choose")],
    )


def _part(number: int, part: Reply) -> list[dict[str, Any]]:
    """A part of the tab; block ids hold once in a view."""
    drawn = draw(part).blocks
    named = [
        {**block, "block_id": f"{block['block_id']}-{number}"} if "block_id" in block else block for block in drawn
    ]
    return [{"type": "divider"}, *named] if number else named
