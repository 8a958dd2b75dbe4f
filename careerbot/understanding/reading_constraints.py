"""What a text asks of the careers that it looks for: "no degree and over 60k", "outdoors but not farming", "forget the pay".

Figures are read first, by patterns; then the terms of search-words.yml and names of careers, by dictionary; then other words
that careers' descriptions use. What has been read is taken out of the text, so that nothing is read twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec import Struct

from careerbot.advice.constraints import OR, WORD, Constraints
from careerbot.advice.search_rows import EDUCATION, rows
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import ALL_OCCUPATIONS
from careerbot.knowledge.name_index import name_index
from careerbot.knowledge.search_words import Term, search_words
from careerbot.knowledge.words import stems
from careerbot.understanding import figure_wording, pay_wording, search_wording, turned_wording

PHYSICAL = "physical"  # the term that a body may leave out
_MASK = "\x00"  # stands where something has been read
_WORD = re.compile(r"[a-z][a-z'’\-.]*[a-z]|[a-z]")


class Reading(Struct, frozen=True):
    """What a text says of a search. `cannot` are the wishes that no table knows, `unknown` words that no career's description has."""

    asked: Constraints = Constraints()
    forget: tuple[str, ...] = ()  # keys of constraints.FORGETTABLE, and terms
    removed: tuple[str, ...] = ()  # terms of `forget` to be left out where they were never asked for
    cannot: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()  # terms, and ids of careers, that need no longer be left out
    than_it: tuple[str, ...] = ()  # keys of figure_wording.THAN_IT: better in this than the career talked about
    unfit: bool = False  # whether somebody's body is to be spared, for which physical work is left out
    rest: int = 0  # how many words were not understood and are no fillers
    more: bool = False
    start_over: bool = False

    @property
    def nothing(self) -> bool:
        """Whether the text says nothing of a search."""
        return (
            not (
                self.forget
                or self.allowed
                or self.cannot
                or self.unknown
                or self.than_it
                or self.more
                or self.start_over
            )
            and self.asked == Constraints()
        )


@dataclass
class _Text:
    """A text of which what has been read is masked."""

    left: str
    cannot: list[str] = field(default_factory=list)

    def mask(self, start: int, end: int) -> None:
        """Take a part out; places stay the same."""
        self.left = self.left[:start] + _MASK * (end - start) + self.left[end:]

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match of a pattern, taken out."""
        match = pattern.search(self.left)
        if match:
            self.mask(*match.span())
        return match

    def take_all(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern matches; all its matches are taken out."""
        found = bool(self.take(pattern))
        while self.take(pattern):
            pass
        return found


@lru_cache(maxsize=256)
def read(text: str) -> Reading:
    """Everything a text says of a search; careers named count only where the text wants other ones."""
    left = _Text(text.lower().replace("’", "'"))
    start_over = bool(left.take(search_wording.START_OVER))
    allowed, no_limit = _allowed(left)
    left.take_all(search_wording.KEEPS)
    let_go, removed = _forgotten(left)
    forget = (*no_limit, *let_go)
    cannot = tuple(name for name, pattern in search_wording.CANNOT.items() if left.take_all(pattern))
    left.take_all(search_wording.ASKED_FOR)
    left.take_all(search_wording.SET_PHRASE)
    than_it = tuple(_than_it(left))
    left.take_all(search_wording.OWN_SCHOOL)
    figures = _figures(left)
    careers = tuple(_careers_left_out(left))
    unfit = left.take_all(search_wording.UNFIT)
    wanted, unwanted = _terms(left)
    unwanted = tuple(dict.fromkeys((*unwanted, *[PHYSICAL] * unfit)))
    more = bool(left.take(search_wording.MORE)) and not (wanted or unwanted)
    left.take_all(search_wording.SUPPOSES)
    free = _free_words(left)
    alone = not (wanted or unwanted or forget or more)  # beside known terms, an unknown word mostly is no wish
    asked = Constraints(
        wanted=wanted + free.wanted * alone, unwanted=unwanted + free.unwanted, without=careers, **figures
    )
    unknown = free.unknown * (alone and not figures)
    return Reading(asked, forget, removed, cannot, unknown, allowed, than_it, unfit, _rest(left), more, start_over)


def _rest(text: _Text) -> int:
    return sum((stems(word) or ("",))[0] not in search_wording.FILLERS for word in _WORD.findall(text.left))


def _than_it(text: _Text) -> Iterator[str]:
    """ "Better paid" asks for an order too; "less school" is no wish to leave out schools."""
    for kind, pattern in figure_wording.THAN_IT.items():
        if pattern.search(text.left):
            yield kind
            if kind != "pay":
                text.take(pattern)


# --- figures --------------------------------------------------------------------------------------------------------


def _figures(text: _Text) -> dict[str, Any]:
    """Constraints with a number or an order, by their field."""
    found: dict[str, Any] = {}
    figures = catalogue().figures
    if (years := text.take(figure_wording.YEARS)) and (said := figure_wording.years(years)) is not None:
        found["years_at_most"] = said
    for pay in pay_wording.pays(text.left):
        if found.setdefault("pay_per", pay.per) == pay.per:
            found.setdefault("pay_at_most" if pay.most else "pay_at_least", pay.amount)
            text.mask(pay.start, pay.end)
    if growth := text.take(figure_wording.GROWTH_PERCENT):
        found["growth_above"] = float(growth["percent"])
    for orders, turned in ((turned_wording.TURNED, True), (figure_wording.ORDERS, False)):
        for order, pattern in orders.items():
            if text.take(pattern):
                found |= {"order": order, "turned": turned}
    if found.get("order") in turned_wording.BETTER_IF_HIGHER and text.take(turned_wording.TURNS):
        found["turned"] = True
    everybody = figures.pay(ALL_OCCUPATIONS)
    for pattern, level in ((pay_wording.WELL_PAID, "p75"), (pay_wording.DECENTLY_PAID, "median")):
        if text.take(pattern) and everybody and "pay_per" not in found and found.get("order") != "pay":
            found["pay_at_least"] = getattr(everybody.annual, level).amount
    if text.take(figure_wording.FAST_GROWTH):
        found.setdefault("growth_above", figures.average.change_percent)
    if text.take(figure_wording.GROWTH):
        found.setdefault("growth_above", 0.0)
    if openings := text.take(figure_wording.OPENINGS):
        found["openings_at_least"] = figure_wording.openings(openings)
    if text.take(figure_wording.NO_EXPERIENCE):
        found["no_experience"] = True
    for most, pattern in figure_wording.EDUCATION.items():
        if text.take(pattern):
            found.setdefault("education_at_most", EDUCATION.index(most))
    return found


def _allowed(text: _Text) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(terms and careers, kinds of constraint) that are said to be fine now."""
    terms: list[str] = []
    kinds: list[str] = []
    for match in list(search_wording.ALLOWS.finditer(text.left)):
        what = match["what"] or match["minds"] or match["could"]
        if _NOT.search(what):  # "no degree is fine"
            continue
        named = [found.id for found in _found_terms(what)] + [each.career_ids[0] for each in name_index().find(what)]
        levels = any(
            pattern.search(what) for pattern in figure_wording.EDUCATION.values()
        )  # "a bachelor's degree is fine"
        fine = [kind for kind, pattern in search_wording.KINDS.items() if pattern.search(what)] * (
            not named and not levels
        )
        if named or fine:
            terms += named
            kinds += fine
            text.mask(*match.span())
    return tuple(terms), tuple(kinds)


_OF_A_FILTER = re.compile(r"\b(?:things?|filters?|limits?|conditions?|exclusions?|restrictions?|parts?|rules?)\b")


def _forgotten(text: _Text) -> tuple[list[str], tuple[str, ...]]:
    """(kinds of constraint and terms that the person lets go of, those of the terms that are to be removed)."""
    let_go: list[str] = []
    removed: list[str] = []
    for match in list(search_wording.FORGET.finditer(text.left)):
        what = match["what"] or match["before"]
        kinds = [kind for kind, pattern in search_wording.KINDS.items() if pattern.search(what)]
        terms = [each.id for each in _found_terms(what)]
        if kinds or terms:
            let_go += [*kinds, *terms]
            removed += terms if match["takes"] and not _OF_A_FILTER.search(what) else []
            text.mask(*match.span())
    return let_go, tuple(removed)


# --- terms ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Found:
    id: str
    start: int
    end: int


def _terms(text: _Text) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(wanted, unwanted) terms in the order they stand; "a or b" wants either."""
    wanted: list[str] = []
    unwanted: list[str] = []
    last: _Found | None = None
    before = text.left
    for found in _found_terms(before):
        if _NOT.match(before, found.start):  # the "outside" of "outside of healthcare"
            continue
        if _negated(before, found.start, found.end):
            unwanted.append(found.id)
            last = None
        elif last and _OR.fullmatch(before[last.end : found.start]):
            wanted[-1] = OR.join(dict.fromkeys([*wanted[-1].split(OR), found.id]))
            last = found
        else:
            wanted.append(found.id)
            last = found
        text.mask(found.start, found.end)
    return tuple(dict.fromkeys(each for each in wanted if each not in unwanted)), tuple(dict.fromkeys(unwanted))


_OR = re.compile(r"[\s,]*(?:or|and/or)\s+(?:with |the |at |in |a |some )*|\s*/\s*")


def _found_terms(text: str) -> list[_Found]:
    """The terms named in a text, the longest name first, from left to right."""
    words = [(match.start(), match.end(), (stems(match.group()) or ("",))[0]) for match in _WORD.finditer(text)]
    named, longest = _names()
    found, at = [], 0
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            span = words[at : at + length]
            id = named.get(tuple(stem for _, _, stem in span))
            if id and _MASK not in text[span[0][0] : span[-1][1]]:
                found.append(_Found(id, span[0][0], span[-1][1]))
                at += length - 1
                break
        at += 1
    return found


@lru_cache(maxsize=1)
def _names() -> tuple[Mapping[tuple[str, ...], str], int]:
    words: Mapping[str, Term] = search_words()
    named = {
        tuple(s for w in _WORD.findall(name) for s in stems(w)[:1]): id
        for id, term in words.items()
        for name in term.names
    }
    return named, max(map(len, named))


# What turns the next words around, as far as the clause goes.
_NOT = re.compile(
    r"\b(?:not|no(?!\s*,|\s+(?:wait|sorry|no|i|keep|actually|thanks|it|but|that's|those|just|only|let's|please|yes|ok)\b)|non|"
    r"nothing|never|without|w/o|except|besides|minus|avoid|avoiding|excluding|instead of|rather than|other than|"
    r"apart from|aside from|outside of|out of|n't|isn't|aren't|ain't|don't|doesn't|dont|isnt|arent|hate|hates|hating|dislike|"
    r"bad at|can't stand|cant stand|afraid of|sick of|tired of|away from|anything but|less|skip|exclude|leave|leaving|"
    r"quit|quitting|escape)\b"
)
_TURNS_BACK = re.compile(
    r"[.;:!?\x00]|\bbut\b|\binstead\b(?! of)|,\s*(?:with|i |and )|\bthat (?:is|are)\b(?! not)|\bwhere\b|\band (?:with|i|like|love)\b"
    r"|\b(?:what|how|only|just|then)\b|\bwhich (?:jobs?|careers?|work|other|ones?)\b|\w\s+(?:keep|show|find|give)\b"
    r"|,\s*(?:he |she |they )?(?:likes?|loves?|enjoys?|wants?|prefers?|good at|into|something|somewhere)\b|\bfor something\b"
)
_OUT = re.compile(
    r"^(?:\s*(?:,|and|or)\s+\w+){0,3}\s*(?:is|are) (?:out|not for me|off the table|a no|no good)\b|^\s*[,:]? (?:no thanks|out)\b"
)
_FAR = 45  # characters: a "not" further off belongs to something else


def _negated(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _FAR) : start]
    cues = list(_NOT.finditer(before))
    return bool(cues and not _TURNS_BACK.search(before[cues[-1].end() :])) or bool(_OUT.match(text[end:]))


def _careers_left_out(text: _Text) -> Iterator[str]:
    """Careers named with a "not". One that is only named is taken out too: "driver" in it is no word of its own."""
    known_terms = {(found.start, found.end) for found in _found_terms(text.left)}
    before = text.left
    for mention in name_index().find(before):
        if (mention.start, mention.end) in known_terms or _MASK in before[mention.start : mention.end]:
            continue
        if before[mention.start : mention.end] == "it":  # "should I skip it" is not said of IT
            continue
        if _negated(before, mention.start, mention.end):
            yield mention.career_ids[0]
            text.mask(mention.start, mention.end)


# --- other words ----------------------------------------------------------------------------------------------------


class _Free(NamedTuple):
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    unknown: tuple[str, ...]


def _free_words(text: _Text) -> _Free:
    """Words that stand where a term would, as far as any career's description has them."""
    known, sorted_words = _described(), _Free((), (), ())
    for match in search_wording.FREE_WORD.finditer(text.left):
        said, word = match["word"], (stems(match["word"]) or ("",))[0]
        if word in search_wording.EMPTY or said in search_wording.EMPTY:
            continue
        place = 2 if word not in known else int(_negated(text.left, *match.span("word")))
        found = said if word not in known else WORD + word
        sorted_words = _Free(*(each + (found,) * (at == place) for at, each in enumerate(sorted_words)))
    return sorted_words


@lru_cache(maxsize=1)
def _described() -> frozenset[str]:
    return frozenset().union(*(row.title_words | row.summary_words | row.duty_words for row in rows(catalogue())))
