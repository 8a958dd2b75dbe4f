"""What somebody asks of the careers they look for, as plain data that a conversation can keep."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec
from msgspec import Struct

Order = Literal["", "pay", "growth", "openings", "education", "time"]
WORD = "word:"  # a term that is no term of search-words.yml but a word of the careers' own texts
OR = "|"

# What a person can let go of by name, and the fields of `Constraints` that hold it.
FORGETTABLE = {
    "pay": ("pay_at_least", "pay_at_most", "pay_per", "order", "turned"),
    "education": ("education_at_most", "order", "turned"),
    "time": ("years_at_most", "order", "turned"),
    "growth": ("growth_above", "order", "turned"),
    "openings": ("openings_at_least", "order", "turned"),
    "experience": ("no_experience",),
    "among": ("among", "like"),
}

# Terms of which one, asked for alone, leaves out the other: "outdoors is fine" lifts "indoors".
OPPOSITES = {"indoors": "outdoors", "outdoors": "indoors", "alone": "with_people", "with_people": "alone"}


class Constraints(Struct, frozen=True, omit_defaults=True):
    """All must hold. A term is an id of search-words.yml, `word:` and a word, or several of them joined by `|` (any of them)."""

    among: tuple[str, ...] = ()  # ids of the careers looked through, in the order listed; all where none are named
    like: str = ""  # id of a career, where those looked through are its related ones
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    without: tuple[str, ...] = ()  # ids of careers
    pay_at_least: float | None = None  # dollars, for the median
    pay_at_most: float | None = None
    pay_per: Literal["year", "hour"] = "year"
    education_at_most: int | None = None  # the place in EDUCATION
    years_at_most: float | None = None  # after high school
    growth_above: float | None = None  # percent
    openings_at_least: int | None = None  # a year
    no_experience: bool = False
    order: Order = ""
    turned: bool = False  # the order the other way round: the worst paid first

    @property
    def empty(self) -> bool:
        """Whether nothing is asked; an order alone asks nothing."""
        return msgspec.structs.replace(self, order="", turned=False) == Constraints()

    @property
    def kinds(self) -> int:
        """How many kinds of constraint are asked."""
        return sum(each != () and each is not None and each is not False for each in self._values())

    @property
    def says_more_than_words(self) -> bool:
        """Whether anything but words of careers' own texts is asked, or an order."""
        known = [each for each in (*self.wanted, *self.unwanted) if not each.startswith(WORD)]
        return bool(known or self.order) or not msgspec.structs.replace(self, wanted=(), unwanted=()).empty

    @property
    def limits_pay(self) -> bool:
        """Whether a least or a most pay is asked."""
        return self.pay_at_least is not None or self.pay_at_most is not None

    def _values(self) -> tuple[object, ...]:
        return tuple(
            getattr(self, field)
            for field in self.__struct_fields__
            if field not in ("like", "pay_per", "order", "turned")
        )

    def and_also(self, more: Constraints) -> Constraints:
        """Both together; what is said later wins over what was said before."""
        now_wanted, now_unwanted = _single(more.wanted), _single(more.unwanted)
        least, most, per = self._pay_with(more)
        return Constraints(
            among=more.among or self.among,
            like=more.like if more.among else self.like,
            wanted=_joined((each for each in self.wanted if not _single([each]) & now_unwanted), more.wanted),
            unwanted=_joined((each for each in self.unwanted if each not in now_wanted), more.unwanted),
            without=_joined(self.without, more.without),
            pay_at_least=least,
            pay_at_most=most,
            pay_per=per,
            education_at_most=self.education_at_most if more.education_at_most is None else more.education_at_most,
            years_at_most=self.years_at_most if more.years_at_most is None else more.years_at_most,
            growth_above=self.growth_above if more.growth_above is None else more.growth_above,
            openings_at_least=self.openings_at_least if more.openings_at_least is None else more.openings_at_least,
            no_experience=self.no_experience or more.no_experience,
            order=more.order or self.order,
            turned=more.turned if more.order else self.turned,
        )

    def _pay_with(self, more: Constraints) -> tuple[float | None, float | None, Literal["year", "hour"]]:
        """(least, most, per) of both together. An earlier limit goes where it is in the other unit or leaves nothing between the two."""
        if not more.limits_pay:
            return self.pay_at_least, self.pay_at_most, self.pay_per
        least, most = (self.pay_at_least, self.pay_at_most) if self.pay_per == more.pay_per else (None, None)
        least = least if more.pay_at_least is None else more.pay_at_least
        most = most if more.pay_at_most is None else more.pay_at_most
        if least is not None and most is not None and least > most:
            least, most = more.pay_at_least, more.pay_at_most
        return least, most, more.pay_per

    def allowing(self, terms: Iterable[str]) -> Constraints:
        """With some terms and careers let in that were left out."""
        let_in = {*terms}
        against = {OPPOSITES.get(term) for term in let_in}
        return msgspec.structs.replace(
            self,
            wanted=tuple(each for each in self.wanted if each not in against),
            unwanted=tuple(each for each in self.unwanted if each not in let_in),
            without=tuple(each for each in self.without if each not in let_in),
        )

    def leaving_out(self, kinds: Iterable[str]) -> Constraints:
        """Without some kinds of constraint: the keys of FORGETTABLE, and terms."""
        kinds = set(kinds)
        default = msgspec.structs.asdict(Constraints())
        fields = {field: default[field] for kind in kinds for field in FORGETTABLE.get(kind, ())}
        if "order" in fields and self.order and self.order not in kinds:
            del fields["order"], fields["turned"]
        return msgspec.structs.replace(
            self,
            **fields,
            wanted=tuple(each for each in self.wanted if not _single([each]) & kinds),
            unwanted=tuple(each for each in self.unwanted if each not in kinds),
            without=tuple(each for each in self.without if each not in kinds),
        )


def _single(terms: Iterable[str]) -> set[str]:
    return {part for term in terms for part in (term, *term.split(OR))}


def _joined(first: Iterable[str], then: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *then)))
