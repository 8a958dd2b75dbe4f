"""Criteria that go by the terms of search-words.yml, and by words of the careers' own texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from careerbot.advice import phrasing
from careerbot.advice.constraints import OR, WORD
from careerbot.advice.criteria.criterion import Criterion, strength
from careerbot.advice.search_rows import Row
from careerbot.knowledge import naming
from careerbot.knowledge.figures import INTERESTS
from careerbot.knowledge.search_words import Term

_IMPORTANT = 3.5  # of 5: a subject or skill rated so is one that the work rests on
_MARKED = 5.0  # of 7: an interest scored so is one that the work meets
_IN_NAMES, _IN_SUMMARY, _IN_DUTIES = 0.5, 0.3, 0.2  # how strongly a word speaks for a career, by where it stands


def any_of(wanted: str, terms: Mapping[str, Term]) -> Criterion:
    """Terms joined by "or": one of them is enough; one that does not hold does not make the rest unknown."""
    parts = [_term(name, terms) for name in wanted.split(OR)]
    if len(parts) == 1:
        return parts[0]

    def holds(row: Row) -> bool | None:
        found = [part.holds(row) for part in parts]
        return True if True in found else None if None in found else False

    def best(row: Row) -> Criterion:
        return max((part for part in parts if part.holds(row)), key=lambda part: strength(part, row))

    return Criterion(
        wanted,
        phrasing.listed([part.says for part in parts], last="or"),
        holds,
        naming.capital(phrasing.listed([part.column for part in parts], last="or")),
        lambda row: f"{best(row).says}: {best(row).shown(row)}",
        lambda row: strength(best(row), row),
        tuple(dict.fromkeys(table for part in parts for table in part.tables)),
    )


def _term(name: str, terms: Mapping[str, Term]) -> Criterion:
    if name.startswith(WORD):
        word = name.removeprefix(WORD)
        return _words(name, f"whose description speaks of “{word}”", [word], names_word=False)
    term = terms[name]
    match term.kind:
        case "field":
            return Criterion(name, term.says, lambda row: row.code.startswith(tuple(term.means)))
        case "subject":
            return _rated(name, term, lambda row: row.subjects.get(term.means[0]), "subjects")
        case "skill":
            return _rated(name, term, lambda row: _importance(row, term.means[0]), "skills")
        case "interest":
            return _interest(name, term.says, term.means[0])
        case "setting":
            return _setting(name, term)
        case "theme":
            return _words(name, term.says, term.means)


def _importance(row: Row, skill: str) -> float | None:
    return row.skills[skill].importance if skill in row.skills else None


def _rated(name: str, term: Term, rating: Callable[[Row], float | None], table: str) -> Criterion:
    def holds(row: Row) -> bool | None:
        found = rating(row)
        return None if found is None else found >= _IMPORTANT

    return Criterion(
        name,
        term.says,
        holds,
        f"{term.means[0]}, importance",
        lambda row: f"{rating(row) or 0:g} of 5",
        lambda row: ((rating(row) or 1) - 1) / 4,
        (table,),
    )


def _interest(name: str, says: str, interest: str) -> Criterion:
    return Criterion(
        name,
        says,
        lambda row: None if not row.interests else _score(row, interest) >= _MARKED,
        f"{interest.capitalize()} interest",
        lambda row: f"{_score(row, interest):g} of 7",
        lambda row: (_score(row, interest) - 1) / 6,
        ("interests",),
    )


def _score(row: Row, interest: str) -> float:
    return float(getattr(row.interests, interest)) if row.interests else 1.0


def _setting(name: str, term: Term) -> Criterion:
    """What the career's file says; without a file, the interest that goes with the setting decides, if there is one."""
    setting = term.means[0]
    interest = next((each for each in term.means[1:] if each in INTERESTS), None)
    by_interest = _interest(name, term.says, interest) if interest else None

    def holds(row: Row) -> bool | None:
        if row.settings is not None:
            return setting in row.settings
        return by_interest.holds(row) if by_interest else None

    def shown(row: Row) -> str:
        return "yes" if row.settings is not None or not by_interest else f"{interest} interest {by_interest.shown(row)}"

    return Criterion(name, term.says, holds, _titled(name), shown, tables=("interests",) * bool(interest))


def _titled(name: str) -> str:
    """A term at the head of a column: "From home", "Animals", "Speaks of “blood”"."""
    if name.startswith(WORD):
        return f"Speaks of “{name.removeprefix(WORD)}”"
    return naming.capital(name.replace("_", " "))


def _words(name: str, says: str, words: Sequence[str], *, names_word: bool = True) -> Criterion:
    """`names_word`: whether a hit is shown with the word that it has; the head of the column may say it already."""
    sought = frozenset(words)

    def places(row: Row) -> list[tuple[float, str]]:
        where = (
            (_IN_NAMES, "among its names", row.title_words),
            (_IN_SUMMARY, "in its summary", row.summary_words),
            (_IN_DUTIES, "in its duties", row.duty_words),
        )
        return [
            (weight, f"“{min(sought & words)}” {said}" if names_word else said)
            for weight, said, words in where
            if sought & words
        ]

    return Criterion(
        name,
        says,
        lambda row: bool(places(row)),
        _titled(name),
        lambda row: next((said for _, said in places(row)), ""),
        lambda row: sum(weight for weight, _ in places(row)),
    )
