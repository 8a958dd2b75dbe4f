"""Each constraint of a search as a test of one career, with the words and the figures to show for it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from careerbot.advice import phrasing
from careerbot.advice.constraints import OR, WORD, Constraints
from careerbot.advice.search_rows import EDUCATION, Row
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import INTERESTS, Wage
from careerbot.knowledge.search_words import Term

IMPORTANT = 3.5  # of 5: a subject or skill rated so is one that the work rests on
MARKED = 5.0  # of 7: an interest scored so is one that the work meets
_TITLE, _SUMMARY, _DUTY = 1.0, 0.6, 0.3  # how strongly a word speaks for a career, by where it stands


class Criterion(ABC):
    """One constraint. `says` completes "careers ..."; `name` is what a person forgets it by."""

    name: str
    says: str
    column: str  # heads what `shown` says of each hit
    tables: tuple[str, ...] = ()  # the figures it rests on

    @abstractmethod
    def holds(self, row: Row) -> bool | None:
        """Whether a career meets it; None where nothing is known of it."""

    @abstractmethod
    def shown(self, row: Row) -> str:
        """Why it holds, for a career where it does."""

    def strength(self, row: Row) -> float:
        """How strongly it holds, from 0 to 1, where there are degrees of it."""
        return 0.0


@dataclass(frozen=True)
class AtLeastPay(Criterion):
    """The median wage. A top-coded one is known to be at least its threshold, and no more."""

    least: float
    per: str
    period: str
    name = "pay"
    tables = ("pay",)

    @property
    def says(self) -> str:  # type: ignore[override]
        return f"with a median pay of at least {phrasing.money(self.least)} {_per(self.per)}"

    @property
    def column(self) -> str:  # type: ignore[override]
        return f"Median pay ({self.period})"

    def holds(self, row: Row) -> bool | None:
        wage = median(row, self.per)
        return None if wage is None or wage.amount is None else wage.amount >= self.least

    def shown(self, row: Row) -> str:
        return shown_pay(row, self.per)
