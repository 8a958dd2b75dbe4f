"""Fields of work that follow from the name of a career: plumbers are in plumbing, sociologists in sociology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Stems = tuple[str, ...]

# What the rules below do not give.
_FIELDS = {
    "accountant": "accounting",
    "actor": "acting",
    "administrator": "administration",
    "analyst": "analysis",
    "animator": "animation",
    "architect": "architecture",
    "assistant": "assisting",
    "carpenter": "carpentry",
    "conductor": "conducting",
    "counselor": "counseling",
    "designer": "design",
    "developer": "development",
    "economist": "economic",  # as a stem: without the plural's s
    "editor": "editing",
    "engineer": "engineering",
    "hygienist": "hygiene",
    "journalist": "journalism",
    "machinist": "machining",
    "manager": "management",
    "mathematician": "mathematic",
    "nurse": "nursing",
    "physicist": "physic",
    "producer": "production",
    "researcher": "research",
    "scientist": "science",
    "statistician": "statistic",
    "surgeon": "surgery",
    "surveyor": "surveying",
    "translator": "translation",
    "worker": "work",
}
# Who drives, flies or works one of these is called by it: "driving a forklift".
_MACHINES_TEXT = """
    ambulance bulldozer bus cab crane dozer excavator ferry forklift helicopter limo loader plane semi taxi tractor train tram truck
"""
_MACHINES = frozenset(_MACHINES_TEXT.split())
_AT_WORK = {"driver": ("driving", "drive"), "operator": ("operating", "operate"), "pilot": ("flying", "fly")}
# Serving, waiting, moving and working are what everybody does.
_NO_FIELD = frozenset({"helper", "lawyer", "maker", "manufacturer", "mover", "officer", "server", "trainer", "waiter"})


def fields(names: Iterable[Stems]) -> Iterator[tuple[Stems, Stems]]:
    """Each name that has a field of work, and the field ("software engineer": "software engineering"), as stems."""
    for name in names:
        if name and (field := _field(name[-1])):
            yield name, (*name[:-1], field)
        if len(name) > 1 and name[-2] in _MACHINES:
            for verb in _AT_WORK.get(name[-1], ()):
                yield name, (verb, *name[:-1])
                yield name, (verb, "a", *name[:-1])


def _field(head: str) -> str | None:
    if head in _FIELDS or head in _NO_FIELD:
        return _FIELDS.get(head)
    for ending, becomes in (("ologist", "ology"), ("grapher", "graphy"), ("ist", "y"), ("er", "ing")):
        if head.endswith(ending) and len(head) > len(ending) + 2 and not head.endswith("ier"):
            return head.removesuffix(ending) + becomes
    return None
