"""From what Slack sends to what Slack shows: acknowledges at once, works afterwards, answers once."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Coroutine, Mapping
from typing import Any

from careerbot.advice.reply import Reply
from careerbot.advice.small_talk import apology
from careerbot.channels.slack.blocks import draw
from careerbot.channels.slack.home import home_view
from careerbot.channels.slack.incoming import HomeOpened, Incoming, read
from careerbot.channels.slack.sender import Sender
from careerbot.channels.slack.suggestions import as_chosen, chosen_note
from careerbot.channels.slack.turns import Turn, Turns

logger = logging.getLogger(__name__)

_WORKING = "is looking it up ..."
_MOVED = "That is between you and me: I answered in your direct messages."
_REMEMBERED = 5000  # messages and threads, of the latest
_LAST_TURNS = 15.0  # seconds for the answers under way when the server stops


class SlackService:
    """Answers one workspace."""

    def __init__(self, turns: Turns, sender: Sender) -> None:
        self._turns = turns
        self._sender = sender
        self._at_work: set[asyncio.Task[None]] = set()
        self._taken = _Recent()
        self._ours = _Recent()

    async def open(self) -> None:
        """Before the first message."""
        await self._sender.open()

    async def close(self) -> None:
        """Finish the answers under way, then let go."""
        if self._at_work:
            await asyncio.wait(self._at_work, timeout=_LAST_TURNS)
        await self._sender.close()

    def receive(self, body: Mapping[str, Any]) -> None:
        """Take a payload and return at once, so that Slack can be told so within its three seconds.

        Raises KeyError where the payload is none of Slack's.
        """
        match read(body):
            case Incoming() as asked if self._is_new(asked):
                self._work(self._answer(asked))
            case HomeOpened(team, user):
                self._work(self._show_home(team, user))

    def _is_new(self, asked: Incoming) -> bool:
        """The quick look: the same message a second time at this very worker. `Turns` looks again, for all workers."""
        key = f"{asked.conversation}:{asked.id}"
        seen = key in self._taken
        self._taken[key] = True
        return not seen

    def _work(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._at_work.add(task)  # the loop itself keeps no hold of a task
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._at_work.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logger.error("an answer to Slack was lost", exc_info=error)

    async def _answer(self, asked: Incoming) -> None:
        if not asked.addressed and not await self._takes_part(asked):
            return
        turn, _ = await asyncio.gather(self._turn(asked), self._status(asked, _WORKING))
        if turn is None:
            await self._status(asked, "")
            return
        await self._show_as_chosen(asked)
        if asked.private or not (turn.asked.private or turn.reply.personal):
            await self._post(asked, turn.reply)
        else:
            await self._answer_in_private(asked, turn.reply)
            await self._status(asked, "")

    async def _answer_in_private(self, asked: Incoming, reply: Reply) -> None:
        """In the direct messages; where Slack does not take it there, for the asker's eyes only in the channel."""
        moved = await self._post(asked.in_private(), reply)
        note = _MOVED if moved else draw(reply).text
        await self._sender.whisper(asked.channel, asked.thread, asked.user, note)

    async def _turn(self, asked: Incoming) -> Turn | None:
        try:
            return await self._turns.take(asked)
        except Exception:
            logger.exception("a turn failed; the person was told so")
            return Turn(asked, apology())

    async def _post(self, asked: Incoming, reply: Reply) -> bool:
        if asked.response_url:
            return await self._sender.respond(asked.response_url, draw(reply), replace=asked.pressed is not None)
        return await self._sender.post(asked.channel, asked.thread, draw(reply))

    async def _status(self, asked: Incoming, text: str) -> None:
        """A post in the thread takes the line away; otherwise we do ("")."""
        if asked.thread and not asked.response_url:
            await self._sender.status(asked.channel, asked.thread, text)

    async def _show_as_chosen(self, asked: Incoming) -> None:
        """Redraw the message of a press, but where Slack does not let us: what one person sees is replaced by the answer."""
        pressed = asked.pressed
        if pressed is None or not pressed.message or asked.response_url:
            return
        note = chosen_note(pressed.title, asked.user, asked.private)
        blocks = as_chosen(pressed.blocks, pressed.action_id, pressed.value, note)
        await self._sender.update(asked.channel, pressed.message, pressed.text, blocks)

    async def _takes_part(self, asked: Incoming) -> bool:
        """Whether a reply in a thread is for us: the person talks with us there, or the thread began with us."""
        return await self._turns.knows(asked.conversation) or await self._began_with_us(asked)

    async def _began_with_us(self, asked: Incoming) -> bool:
        key = f"{asked.channel}:{asked.thread}"
        if key in self._ours:
            return bool(self._ours[key])
        first = await self._sender.first_of(asked.channel, asked.thread or "")
        ours = asked.me is not None and (first.get("user") == asked.me or f"<@{asked.me}" in (first.get("text") or ""))
        if first:  # what could not be read may be readable the next time
            self._ours[key] = ours
        return ours

    async def _show_home(self, team: str, user: str) -> None:
        try:
            shortlist = await self._turns.slot(team, user, "shortlist")
        except Exception:
            logger.exception("a shortlist could not be read; the Home tab is shown without it")
            shortlist = None
        await self._sender.publish(user, home_view(shortlist))


class _Recent(OrderedDict[str, Any]):
    """The latest entries; the oldest goes when there are too many."""

    def __setitem__(self, key: str, value: Any) -> None:
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > _REMEMBERED:
            self.popitem(last=False)
