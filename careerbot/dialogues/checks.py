"""The expectations of a step, a function each: what was expected and what was found instead, or nothing where it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from careerbot.advice.reply import Reply, Sources, Suggestion
from careerbot.conversation.explanation import Explanation
from careerbot.dialogues import facts
from careerbot.dialogues.numbers import unknown_numbers
from careerbot.dialogues.schema import Step
from careerbot.dialogues.snapshots import Snapshots
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import catalogue


class Turn(Struct, frozen=True):
    """What was said, as it is shown, and what came back; `explanation` is None where the assistant runs elsewhere."""

    said: str
    replies: list[Reply]
    explanation: Explanation | None = None
    pressed: bool = False  # `said` is then the title of a suggestion

    @property
    def text(self) -> str:
        """The whole answer as plain text."""
        return "\n".join(reply.text() for reply in self.replies)

    @property
    def offered(self) -> list[Suggestion]:
        """What is suggested, in the order of its numbers."""
        return [each for reply in self.replies for each in reply.suggestions]

    @property
    def suggestions(self) -> list[str]:
        """The titles of what is offered."""
        return [each.title for each in self.offered]


class Seen(Struct, frozen=True):
    """What a check may look at: the last turn, the step it belongs to, and the snapshots of that step."""

    turn: Turn
    step: Step
    snapshots: Snapshots
    said_before: list[str] = []  # in this conversation

    @property
    def inside(self) -> Explanation:
        """What the assistant understood and did; asked for only where it is known."""
        assert self.turn.explanation
        return self.turn.explanation

    @property
    def focus(self) -> str | None:
        """The id of the career that the answer is about."""
        memory = self.turn.explanation.memory if self.turn.explanation else {}
        return self.step.career or memory.get("career")


class Miss(Struct, frozen=True):
    """An expectation that does not hold."""

    check: str  # the field of the step
    expected: str
    found: str


Found = Iterator[tuple[str, str]]  # what was expected, and what was found instead
Check = Callable[[Any, Seen], Found]


def misses(seen: Seen) -> Iterator[Miss]:
    """The expectations of the step that do not hold; what cannot be known from outside is left out."""
    for name, expected in expectations(seen.step):
        if seen.turn.explanation or name not in FROM_INSIDE:
            yield from (Miss(name, *pair) for pair in CHECKS[name](expected, seen))


def left_out(seen: Seen) -> list[str]:
    """The expectations that cannot be checked because the assistant runs elsewhere."""
    return [] if seen.turn.explanation else [name for name, _ in expectations(seen.step) if name in FROM_INSIDE]


def expectations(step: Step) -> list[tuple[str, Any]]:
    """What a step expects, by the names of its fields."""
    return [(name, value) for name in CHECKS if (value := getattr(step, name)) is not None]


def _bot(expected: str, seen: Seen) -> Found:
    said = [_plain(text) for reply in seen.turn.replies for text in (reply.lead, reply.text())]
    if _plain(expected) not in said:
        yield f"the answer “{expected}”", f"“{shortened(seen.turn.text)}”"


def _utter(expected: str, seen: Seen) -> Found:
    ran = [name for name, _ in seen.inside.actions]
    if expected not in ran:
        yield f"the response {expected}", f"{', '.join(ran)} answered"


def _contains(expected: str | list[str], seen: Seen) -> Found:
    for text in _several(expected):
        if _plain(text) not in _plain(seen.turn.text):
            yield f"“{text}” in the answer", f"“{shortened(seen.turn.text)}”"


def _not_contains(expected: str | list[str], seen: Seen) -> Found:
    for text in _several(expected):
        if _plain(text) in _plain(seen.turn.text):
            yield f"no “{text}” in the answer", f"“{_around(seen.turn.text, text)}”"


def _facts(expected: list[str], seen: Seen) -> Found:
    for each in expected:
        named, _, path = each.rpartition(":")
        career = named or seen.focus
        try:
            missing = facts.not_shown(path, career or "", seen.turn.text)
        except facts.NoSuchFact as error:
            yield f"the fact {each}", str(error)
        else:
            yield from ((f"{path} of {career}, “{shortened(text)}”, in the answer", "no such text") for text in missing)


def _only_known_numbers(expected: bool, seen: Seen) -> Found:
    ran = [name for name, _ in seen.inside.actions]
    if not expected or all(name.startswith("utter_") for name in ran):
        return  # a fixed sentence computes nothing
    about = dict.fromkeys(
        [*filter(None, [seen.focus]), *(seen.inside.memory.get("in_play") or ()), *seen.inside.careers]
    )
    for reply in seen.turn.replies:
        if unknown := unknown_numbers(reply, [*seen.said_before, seen.turn.said], about):
            known = f"of {', '.join(about)}" if about else "of the knowledge as a whole"
            yield f"only numbers {known}", f"{', '.join(unknown)} of unknown origin"


def _cites(expected: bool | list[str], seen: Seen) -> Found:
    blocks = [block for reply in seen.turn.replies for block in reply.blocks if isinstance(block, Sources)]
    ids = [item.id for block in blocks for item in block.items]
    if isinstance(expected, bool):
        if bool(ids) != expected:
            yield "a source" if expected else "no source", ", ".join(ids) or "none"
        return
    for source in expected:
        if not any(each.startswith(source) for each in ids):
            yield f"the source {source}", ", ".join(ids) or "none"


def _suggests(expected: str | list[str], seen: Seen) -> Found:
    for title in _several(expected):
        if title not in seen.turn.suggestions:
            yield f"the suggestion “{title}”", _offered(seen.turn)


def _mentions(expected: str | list[str], seen: Seen) -> Found:
    shown = _plain("\n".join([seen.turn.text, *seen.turn.suggestions]))
    for each in _several(expected):
        career = catalogue().find(each)
        if not career:
            yield f"a career {each}", "no career has this id"
        elif not any(_plain(name) in shown for name in (career.title, naming.many(career))):
            yield f"{career.title} ({each}) named in the answer", f"“{shortened(seen.turn.text)}”"


def _intent(expected: str | list[str], seen: Seen) -> Found:
    if seen.inside.intent not in _several(expected):
        yield f"understood as {' or '.join(_several(expected))}", f"{seen.inside.intent} ({seen.inside.confidence:.2f})"


def _career(expected: str, seen: Seen) -> Found:
    focus = seen.inside.memory.get("career")
    if focus != expected:
        yield f"the career {expected} in focus", str(focus or "none")


def _careers(expected: list[str], seen: Seen) -> Found:
    if seen.inside.careers != expected:
        yield f"the careers {', '.join(expected) or 'none'} named", ", ".join(seen.inside.careers) or "none"


def _action(expected: str, seen: Seen) -> Found:
    ran = [name for name, _ in seen.inside.actions]
    if expected not in ran:
        yield f"{expected} to run", ", ".join(ran) or "nothing"


def _slots(expected: dict[str, Any], seen: Seen) -> Found:
    for slot, value in expected.items():
        found = seen.inside.memory.get(slot)
        if found != value:
            yield f"the slot {slot} to be {value!r}", repr(found)


def _slot_was_set(expected: list[str | dict[str, Any]], seen: Seen) -> Found:
    for slot, wanted in _slot_entries(expected):
        found = seen.inside.memory.get(slot)
        if found is None or wanted not in (None, found):
            yield f"the slot {slot} set" + (f" to {wanted!r}" if wanted is not None else ""), repr(found)


def _slot_was_not_set(expected: list[str | dict[str, Any]], seen: Seen) -> Found:
    for slot, unwanted in _slot_entries(expected):
        found = seen.inside.memory.get(slot)
        if found is not None and unwanted in (None, found):
            yield f"the slot {slot} not set" + (f" to {unwanted!r}" if unwanted is not None else ""), repr(found)


def _channels(expected: list[str], seen: Seen) -> Found:
    for channel in expected:
        difference = seen.snapshots.difference(channel, seen.turn.replies)
        if difference:
            yield f"the {channel} drawing as in {seen.snapshots.shown(channel)}", difference


CHECKS: dict[str, Check] = {
    "intent": _intent,
    "careers": _careers,
    "career": _career,
    "action": _action,
    "utter": _utter,
    "bot": _bot,
    "contains": _contains,
    "not_contains": _not_contains,
    "facts": _facts,
    "only_known_numbers": _only_known_numbers,
    "cites": _cites,
    "suggests": _suggests,
    "mentions": _mentions,
    "slots": _slots,
    "slot_was_set": _slot_was_set,
    "slot_was_not_set": _slot_was_not_set,
    "channels": _channels,
}
# What a server's REST channel does not tell: it answers with text and buttons only.
FROM_INSIDE = frozenset(CHECKS) - {"bot", "contains", "not_contains", "facts", "suggests", "mentions"}


def _slot_entries(expected: list[str | dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    for each in expected:
        yield from each.items() if isinstance(each, dict) else [(each, None)]


def _several(expected: str | list[str]) -> list[str]:
    return [expected] if isinstance(expected, str) else expected


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def shortened(text: str, limit: int = 160) -> str:
    """A text in one line, its end left out where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[:limit]} ..."


def _around(text: str, part: str) -> str:
    at = _plain(text).find(_plain(part))
    return shortened(_plain(text)[max(0, at - 40) :], 120)


def _offered(turn: Turn) -> str:
    return ", ".join(f"“{title}”" for title in turn.suggestions) or "no suggestions"
