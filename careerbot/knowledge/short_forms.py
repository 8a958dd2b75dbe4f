"""How people shorten the last word of a career's name: "wind turbine tech", "sales rep", "marine bio"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Stems = tuple[str, ...]

_SHORT = {
    "administration": ("admin",),
    "administrator": ("admin",),
    "assistant": ("asst",),
    "biologist": ("bio",),
    "biology": ("bio",),
    "coordinator": ("coord",),
    "developer": ("dev",),
    "engineer": ("eng", "engr"),
    "engineering": ("eng",),
    "executive": ("exec",),
    "manager": ("mgr",),
    "operator": ("op",),
    "professor": ("prof",),
    "psychologist": ("psych",),
    "psychology": ("psych",),
    "representative": ("rep",),
    "science": ("sci",),
    "specialist": ("spec",),
    "technician": ("tech",),
    "technologist": ("tech",),
}


def shortened(names: Iterable[Stems]) -> Iterator[tuple[Stems, Stems]]:
    """Each name that has a short form, and the short form, as stems. One word alone is not shortened: "tech" is a field."""
    for name in names:
        if len(name) > 1:
            for short in _SHORT.get(name[-1], ()):
                yield name, (*name[:-1], short)
