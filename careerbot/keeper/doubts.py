"""What is allowed in a career file and deserves a second look: names that two careers claim, codes of two occupations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from careerbot.advice import phrasing
from careerbot.knowledge.career_names import names
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.schema import Career
from careerbot.knowledge.words import stems


def claimed_twice(careers: Iterable[Career], known: Catalogue) -> Iterator[str]:
    """Names compare as a question is read, so "nurses" and "nurse" are the same; the largest career is meant first."""
    claims: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for career in sorted(careers, key=known.employment, reverse=True):
        for name in names(career):
            claims[stems(name)].setdefault(career.id, name)
    for claimed in claims.values():
        if len(claimed) > 1:
            name = next(iter(claimed.values()))
            yield f"careers: {name!r} is a name of {phrasing.listed(list(claimed))}; a question with it means the first"


def of_two_occupations(career: Career, known: Catalogue) -> Iterator[str]:
    """An O*NET code that is no part of the career's SOC code. Some parts are counted under another code than their own."""
    if not career.soc or not career.onet:
        return
    occupations = known.figures.occupations
    own = career.onet.partition(".")[0]
    counted = known.figures.table("soc_crosswalk").get(own, own)
    if counted != career.soc:
        yield (
            f"careers/{career.id}.yml: onet: {career.onet} belongs to {_titled(occupations, counted)}, "
            f"and soc is {_titled(occupations, career.soc)}: is it the same work?"
        )


def _titled(occupations: Mapping[str, str], code: str) -> str:
    return f"{code} ({occupations[code]})" if code in occupations else code
