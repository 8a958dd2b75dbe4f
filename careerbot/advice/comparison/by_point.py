"""The very point of a question side by side: what the careers' files tell of it, one by one."""

from __future__ import annotations

from collections.abc import Sequence

from careerbot.advice import particulars, phrasing
from careerbot.advice.draft import Page, Subject
from careerbot.knowledge import naming
from careerbot.knowledge.particulars import Particular


def point(page: Page, subjects: Sequence[Subject], particular: Particular) -> None:
    """The sentences of each file; of which careers nothing is told is said, and first of all where none is."""
    told = [(about, particulars.told(about.career, particular)) for about in subjects]
    all_of_them = phrasing.listed([about.many for about in subjects])
    if not any(found for _, found in told):
        page.lead = f"{particular.unknown} That goes for {all_of_them} alike."
        return
    page.lead = f"{particular.known.format(many=all_of_them)}:"
    for about, found in told:
        name = naming.capital(about.many)
        if not found:
            page.paragraph(f"{name}: my sources do not speak of it.")
            continue
        page.listing(name, [each.text.rstrip(".;") for each in found])
        for each in found:
            page.cite(each.sources)
