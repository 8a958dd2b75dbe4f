"""Each constraint of a search as a test of one career, with the words and figures that show why it is met."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from careerbot.advice import phrasing
from careerbot.advice.constraints import OR, WORD, Constraints
from careerbot.advice.search_rows import EDUCATION, Row
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import INTERESTS, Wage
from careerbot.knowledge.search_words import Term

IMPORTANT = 3.5  # of 5: a subject or skill rated so is one that the work rests on
MARKED = 5.0  # of 7: an interest scored so is one that the work meets
_IN_NAMES, _IN_SUMMARY, _IN_DUTIES = 0.5, 0.3, 0.2  # how strongly a word speaks for a career, by where it stands

Test = Callable[[Row], bool | None]  # None: nothing is known, so the career is no hit either way


@dataclass(frozen=True)
class Criterion:
    """One constraint. `name` is what a person forgets it by; `says` completes "careers ..."."""

    name: str
    says: str
    holds: Test
    column: str = ""  # heads what `shown` says of each hit; "" where there is nothing to show
    shown: Callable[[Row], str] = lambda row: ""
    strength: Callable[[Row], float] | None = None  # from 0 to 1, where there are degrees of it
    tables: tuple[str, ...] = ()  # the figures it rests on
    excludes: bool = False  # says what a hit must not be


def criteria(asked: Constraints, terms: Mapping[str, Term], catalogue: Catalogue) -> list[Criterion]:
    """The tests that a hit must pass, in the order in which they are said."""
    return [
        *(_any_of(wanted, terms) for wanted in asked.wanted),
        *_by_figures(asked, catalogue),
        *(_not(_any_of(unwanted, terms)) for unwanted in asked.unwanted),
        *(_without(id, catalogue) for id in asked.without),
    ]


def meets(row: Row, tests: Sequence[Criterion]) -> bool:
    """Whether a career is known to meet every constraint."""
    return all(test.holds(row) for test in tests)


def strength(test: Criterion, row: Row) -> float:
    """How strongly a constraint holds, from 0 to 1; 0 where it has no degrees."""
    return test.strength(row) if test.strength else 0.0


# --- figures --------------------------------------------------------------------------------------------------------


def _by_figures(asked: Constraints, catalogue: Catalogue) -> Iterator[Criterion]:
    if asked.limits_pay:
        yield _pay(asked.pay_at_least, asked.pay_at_most, asked.pay_per, catalogue)
    if asked.education_at_most is not None:
        yield _education(asked.education_at_most)
    if asked.no_experience:
        yield _no_experience()
    if asked.years_at_most is not None:
        yield _years(asked.years_at_most)
    if asked.growth_above is not None:
        yield _growth(asked.growth_above, catalogue)
    if asked.openings_at_least is not None:
        yield _openings(asked.openings_at_least, catalogue)


def _pay(least: float | None, most: float | None, per: str, catalogue: Catalogue) -> Criterion:
    """The median wage. A top-coded one is known to be at least its threshold, and no more."""

    def holds(row: Row) -> bool | None:
        wage = median(row, per)
        if wage.amount is None:
            return None
        if most is not None and (wage.top_coded or wage.amount > most):
            return None if wage.top_coded and wage.amount <= most else False
        return least is None or wage.amount >= least or (None if wage.top_coded else False)

    limits = [
        f"{said} {phrasing.money(limit)}"
        for said, limit in (("at least", least), ("at most", most))
        if limit is not None
    ]
    return Criterion(
        "pay",
        f"with a median pay of {phrasing.listed(limits)} {_a(per)}",
        holds,
        f"Median pay ({catalogue.figures.info('pay').period})",
        lambda row: shown_pay(row, per),
        tables=("pay",),
    )


def median(row: Row, per: str) -> Wage:
    """The median wage by year or by hour."""
    if not row.pay:
        return Wage(None)
    return row.pay.annual.median if per == "year" else row.pay.hourly.median


def shown_pay(row: Row, per: str = "year") -> str:
    """The median wage in words; where only the other unit is published, in that."""
    if not median(row, per).known:
        per = "hour" if per == "year" else "year"
    return phrasing.wage(median(row, per), per=_a(per))


def _a(per: str) -> str:
    return "a year" if per == "year" else "an hour"


def _education(most: int) -> Criterion:
    return Criterion(
        "education",
        f"that typically ask for no more than {naming.with_article(phrasing.lower(EDUCATION[most]))}"
        if most
        else "that typically ask for no diploma",
        lambda row: None if row.education is None else row.education <= most,
        "Typical education at entry",
        shown_education,
        tables=("entry",),
    )


def shown_education(row: Row) -> str:
    """What the occupation typically asks at entry."""
    return phrasing.lower(EDUCATION[row.education]) if row.education is not None else "not published"


def _no_experience() -> Criterion:
    return Criterion(
        "experience",
        "that ask for no experience in a related occupation",
        lambda row: None if not row.entry or row.entry.experience is None else row.entry.experience == "None",
        tables=("entry",),
    )


def _years(most: float) -> Criterion:
    return Criterion(
        "time",
        f"that take no more than {_years_in_words(most)} to get into after high school",
        lambda row: None if row.years is None else row.years <= most,
        "Time to get in",
        lambda row: f"up to {_years_in_words(row.years or 0)}" if (row.years or 0) > 0 else "none",
        tables=("entry",),
    )


def _years_in_words(years: float) -> str:
    if years < 1:
        months = max(round(years * 12), 1)
        return f"{months} month{'s' * (months != 1)}"
    return f"{years:g} year{'s' * (years != 1)}"


def _growth(above: float, catalogue: Catalogue) -> Criterion:
    period = catalogue.figures.info("outlook").period
    average = catalogue.figures.average.change_percent
    than = (
        f"more than the average of {phrasing.percent(average)}"
        if above == average
        else f"more than {phrasing.percent(above)}"
    )
    return Criterion(
        "growth",
        "whose jobs are projected to grow" if above == 0 else f"whose jobs are projected to grow by {than}",
        lambda row: None if not row.outlook else row.outlook.change_percent > above,
        f"Growth ({period})",
        shown_growth,
        tables=("outlook",),
    )


def shown_growth(row: Row) -> str:
    """The projected change in percent, with its sign."""
    change = row.outlook.change_percent if row.outlook else None
    return "not published" if change is None else f"{'+' * (change > 0)}{phrasing.percent(change)}"


def _openings(least: int, catalogue: Catalogue) -> Criterion:
    return Criterion(
        "openings",
        f"with at least {phrasing.count(least)} openings a year",
        lambda row: None if not row.outlook else row.outlook.openings >= least,
        f"Openings a year ({catalogue.figures.info('outlook').period})",
        shown_openings,
        tables=("outlook",),
    )


def shown_openings(row: Row) -> str:
    """Projected openings a year."""
    return phrasing.count(row.outlook.openings) if row.outlook else "not published"


# --- terms ----------------------------------------------------------------------------------------------------------


def _any_of(wanted: str, terms: Mapping[str, Term]) -> Criterion:
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
        return None if found is None else found >= IMPORTANT

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
        lambda row: None if not row.interests else _score(row, interest) >= MARKED,
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


NONE = "but none "  # begins what is said of an exclusion: "careers with food, but none in sales or in transport"


# --- exclusions -----------------------------------------------------------------------------------------------------


def _not(test: Criterion) -> Criterion:
    def holds(row: Row) -> bool | None:
        found = test.holds(row)
        return None if found is None else not found

    return Criterion(test.name, f"{NONE}{test.says}", holds, tables=test.tables, excludes=True)


def _without(id: str, catalogue: Catalogue) -> Criterion:
    left_out = naming.many(catalogue.careers[id])
    return Criterion(id, f"other than {left_out}", lambda row: row.career.id != id, excludes=True)
