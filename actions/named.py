"""The careers that a message names, as the entities of the pipeline tell them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from careerbot.advice import which_one
from careerbot.advice.reply import Notice, Reply
from careerbot.knowledge.catalogue import Catalogue, catalogue
from careerbot.knowledge.name_index import name_index


@dataclass(frozen=True)
class Named:
    """A career named in a message: its id, the words for it, and what the linker knows of them (understanding/linker.py)."""

    id: str
    said: str = ""
    role: str | None = None  # "person" or "excluded"; None: it is asked about
    whose: str | None = None  # of a person's career: "own" or "other"
    candidates: tuple[str, ...] = ()  # where the name has several meanings: all of them, the likeliest first
    head: str | None = None  # the part of the words that is a known name, where the whole is none
    used_in: str | None = None  # where people call it so, if not in the US
    counted: bool = False  # whether it is a kind of work that is counted with the career
    start: int = 0  # where the words stand in the message; a pressed suggestion has none
    end: int = 0

    def notice(self, catalogue: Catalogue) -> Notice | None:
        """What an answer must say of the name, if anything."""
        if self.head:
            return which_one.special_kind(catalogue, self.said, self.id)
        if self.used_in:
            return which_one.called_elsewhere(catalogue, self.said, self.used_in, self.id)
        return which_one.counted_with(catalogue, self.said, self.id) if self.counted else None


def noticed(reply: Reply, named: Iterable[Named], careers: Collection[str]) -> Reply:
    """A reply about several careers, with what has to be said of the names that the message has for them before all else."""
    notices = [each.notice(catalogue()) for each in named if each.id in careers and not each.candidates]
    return replace(reply, blocks=[*(each for each in notices if each), *reply.blocks])


def exactly(name: str) -> str | None:
    """The career whose name this is, and nothing else. After "save" and "from", even "judge" and "cook" are no verbs."""
    mentions = name_index().find(name)
    whole = mentions and (mentions[0].start, mentions[0].end) == (0, len(name))
    return mentions[0].career_ids[0] if whole else None


def read(entities: Iterable[Mapping[str, Any]]) -> tuple[Named, ...]:
    """The careers of a message, in their order."""
    return tuple(
        _named(entity) for entity in entities if entity["entity"] == "career" and catalogue().find(entity["value"])
    )


def unknown(entities: Iterable[Mapping[str, Any]]) -> str | None:
    """What a message calls a career that is not known; or the name of one that a suggestion was made of, and is known no more."""
    called = (each["value"] for each in entities if each["entity"] == "unknown_career")
    gone = (each["value"] for each in entities if each["entity"] == "career" and not catalogue().find(each["value"]))
    return next(called, None) or next((id.replace("_", " ") for id in gone), None)


def _named(entity: Mapping[str, Any]) -> Named:
    return Named(
        id=entity["value"],
        said=entity.get("text") or "",
        role=entity.get("role"),
        whose=entity.get("whose"),
        candidates=tuple(entity.get("candidates") or ()),
        head=entity.get("head"),
        used_in=entity.get("used_in"),
        counted=bool(entity.get("counted")),
        start=entity.get("start") or 0,
        end=(entity.get("end") or 0) if entity.get("text") else 0,
    )
