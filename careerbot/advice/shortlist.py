"""The list of careers that a person keeps: ids in the order they were saved."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from careerbot.advice import phrasing
from careerbot.advice.reply import Listing, Reply, Suggestion, suggestion
from careerbot.advice.suggestions import take_the_quiz
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue

INTENT = "shortlist"
MOST = 30  # careers on one list
EMPTY = "Your list is empty. Say “save this” while we talk about a career, or “add electricians to my list”."
_NAMED = 5  # careers named where one is to be chosen


def kept(catalogue: Catalogue, slot: object) -> list[str]:
    """The list in a slot, without careers that have since left the knowledge."""
    ids = slot if isinstance(slot, list) else []
    return list(dict.fromkeys(found.id for each in ids if (found := catalogue.find(str(each)))))


def save(catalogue: Catalogue, ids: Sequence[str], new: Sequence[str]) -> tuple[list[str], Reply]:
    """The list with `new` at its end, as far as there is room."""
    fresh = [each for each in dict.fromkeys(new) if each not in ids]
    room = fresh[: max(MOST - len(ids), 0)]
    longer = [*ids, *room]
    if not fresh:
        lead = f"{_names(catalogue, new)} {_are(catalogue, new)} on your list already."
    elif not room:
        lead = f"Your list is full: it holds {MOST} careers. Take one off first."
    else:
        full = (
            ""
            if len(room) == len(fresh)
            else f" The list holds {MOST}, so {_names(catalogue, fresh[len(room) :])} found no room."
        )
        lead = f"Saved: {_names(catalogue, room)}. {_size(longer)}{full}"
    return longer, _personal(lead, _ways(longer))


def remove(catalogue: Catalogue, ids: Sequence[str], gone: Sequence[str]) -> tuple[list[str], Reply]:
    """The list without `gone`."""
    shorter = [each for each in ids if each not in gone]
    if len(shorter) == len(ids):
        lead = f"{_names(catalogue, gone)} {_are(catalogue, gone)} not on your list. {_size(ids)}"
        return shorter, _personal(lead, _ways(ids))
    taken = [each for each in gone if each in ids]
    return shorter, _personal(f"Taken off your list: {_names(catalogue, taken)}. {_size(shorter)}", _ways(shorter))


def keep_only(catalogue: Catalogue, ids: Sequence[str], kept: Sequence[str]) -> tuple[list[str], Reply]:
    """The list with nothing but those of `kept` that are on it; as it is where none of them is."""
    stay = [each for each in ids if each in kept]
    gone = [each for each in ids if each not in kept]
    if not stay:
        return remove(catalogue, ids, kept)
    if not gone:
        return stay, _personal(f"There is nothing else on your list. {_size(ids)}", _ways(ids))
    shorter, reply = remove(catalogue, ids, gone)
    return shorter, msgspec.structs.replace(reply, lead=f"{reply.lead} Still on it: {_names(catalogue, stay)}.")


def show(catalogue: Catalogue, ids: Sequence[str]) -> Reply:
    """The list, numbered, so that its places can be named."""
    if not ids:
        return _personal(EMPTY, _ways(ids))
    first = [suggestion(catalogue.careers[each].title, "ask_overview", each) for each in ids[:2]]
    items = Listing([naming.plural_title(catalogue.careers[each]) for each in ids], ordered=True)
    return Reply(_size(ids).replace(".", ":"), [items], [*first, *_ways(ids, listed=True)], personal=True)


def shown_last(catalogue: Catalogue, in_play: Sequence[str]) -> Reply:
    """The careers that were shown last, where "the list" can only be theirs."""
    items = [naming.plural_title(catalogue.careers[each]) for each in in_play]
    first = [suggestion(catalogue.careers[each].title, "ask_overview", each) for each in in_play[:_NAMED]]
    return Reply("You have saved nothing yet. These were shown last:", [Listing(items, ordered=True)], first)


def ask_clear(ids: Sequence[str]) -> Reply:
    """Whether to take everything off: asked first."""
    every = {1: "the one career", 2: "both careers"}.get(len(ids), f"all {len(ids)} careers")
    return _personal(
        f"Shall I take {every} off your list?", [step("Yes, clear it", "clear_now"), step("No, keep it", "list")]
    )


def cleared() -> Reply:
    """After it was confirmed."""
    return _personal("Your list is empty now.", _ways([]))


def which_to_save(catalogue: Catalogue, in_play: Sequence[str]) -> Reply:
    """When nothing says which career is meant."""
    named = list(in_play[:_NAMED])
    known = [suggestion(catalogue.careers[each].title, INTENT, each, list_step="save") for each in named]
    if named:
        return _personal(f"Which one shall I save: {_names(catalogue, named, last='or')}?", known)
    return _personal("Which career shall I save? Name it, for example “add electricians to my list”.", known)


def which_to_remove(catalogue: Catalogue, ids: Sequence[str]) -> Reply:
    """When nothing says which career is meant."""
    known = [suggestion(catalogue.careers[each].title, INTENT, each, list_step="remove") for each in ids[:MOST]]
    return _personal("Which one shall I take off your list?", known)


def unknown(catalogue: Catalogue, name: str, near: Sequence[str]) -> Reply:
    """When the career to save or remove is in no table."""
    lead = f"{phrasing.no_such_career(name)}, so I left your list as it is."
    meant = f" Did you mean {naming.one(catalogue.careers[near[0]])}?" if near else ""
    offered = [suggestion(catalogue.careers[each].title, INTENT, each, list_step="save") for each in near]
    return _personal(lead + meant, offered)


def too_few_to_compare(ids: Sequence[str]) -> Reply:
    """A comparison takes two."""
    return _personal(f"I need two careers on your list to compare them. {_size(ids)}", _ways(ids))


def step(title: str, wish: str) -> Suggestion:
    """A button of the list's."""
    return suggestion(title, INTENT, list_step=wish)


def _ways(ids: Sequence[str], *, listed: bool = False) -> list[Suggestion]:
    if not ids:
        return [take_the_quiz()]
    compared = [step("Compare my list", "compare")] if len(ids) > 1 else []
    return [
        *([] if listed else [step("Show my list", "list")]),
        *compared,
        step("Print my report", "report"),
        *([step("Clear my list", "clear")] if listed else []),
    ]


def _names(catalogue: Catalogue, ids: Sequence[str], last: str = "and") -> str:
    return phrasing.listed([naming.in_sentence(catalogue.careers[each].title) for each in ids], last=last)


def _are(catalogue: Catalogue, ids: Sequence[str]) -> str:
    """ "is" for one career, unless only its official title is known, which is a plural."""
    first = catalogue.careers[ids[0]]
    return "is" if len(ids) == 1 and first.plural != first.title else "are"


def _size(ids: Sequence[str]) -> str:
    if not ids:
        return "Your list is empty."
    return "Your list has 1 career." if len(ids) == 1 else f"Your list has {len(ids)} careers."


def _personal(lead: str, suggestions: list[Suggestion]) -> Reply:
    return Reply(naming.capital(lead), suggestions=suggestions, personal=True)
