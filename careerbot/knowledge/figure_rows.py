"""What one row of a table of figures says."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

INTERESTS = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
# What BLS says an occupation typically asks at entry, from the least to the most: a level's place in this order is its rank.
EDUCATION = (
    "No formal educational credential",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Postsecondary nondegree award",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
)


class Wage(Struct, frozen=True):
    """A wage in dollars as published. Top-coded: at least `amount`. No amount: not published."""

    amount: float | None
    top_coded: bool = False

    @property
    def known(self) -> bool:
        """Whether anything was published, be it only "at least"."""
        return self.amount is not None


class Percentiles(Struct, frozen=True):
    """A tenth of the workers earn less than `p10`, half of them less than `median`."""

    p10: Wage
    p25: Wage
    median: Wage
    p75: Wage
    p90: Wage


class Pay(Struct, frozen=True):
    """Wages of employees. Actors have no annual wage, teachers no hourly one: BLS publishes the other only."""

    soc: str
    title: str
    employment: int | None  # employees, without the self-employed
    annual: Percentiles
    hourly: Percentiles


class Outlook(Struct, frozen=True):
    """Employment at both ends of the projection, in jobs; `openings` in jobs a year."""

    soc: str
    title: str
    employment: int
    employment_projected: int
    change: int
    change_percent: float
    openings: int
    self_employed_percent: float | None
    median_annual: Wage  # as printed beside the projection, for its first year; an occupation's own wages are in `Pay`


class Entry(Struct, frozen=True):
    """What is typically needed to start, in BLS's words; `education` is one of EDUCATION.

    "None": nothing is needed. None: nothing is said.
    """

    soc: str
    title: str
    education: str | None
    experience: str | None
    training: str | None


class Attainment(Struct, frozen=True):
    """Percent of the workers of 25 years and older by their highest education. Not `exact`: a wider group stands in."""

    soc: str
    title: str
    exact: bool
    less_than_high_school: float
    high_school: float
    some_college: float
    associate: float
    bachelor: float
    master: float
    doctoral_or_professional: float


class Interests(Struct, frozen=True):
    """How far the work meets each of Holland's six interests, from 1 to 7."""

    onet: str
    realistic: float
    investigative: float
    artistic: float
    social: float
    enterprising: float
    conventional: float


class SkillRating(Struct, frozen=True):
    """Importance from 1 to 5, level from 0 to 7. None where O*NET flags it: "recommend suppress" or "not relevant"."""

    importance: float | None
    level: float | None


class SkillRatings(Struct, frozen=True):
    """The ratings of one occupation by the skill's published name, such as "Active Listening"."""

    onet: str
    ratings: Mapping[str, SkillRating]


class TopCode(Struct, frozen=True, forbid_unknown_fields=True):
    """The wage from which on BLS publishes only `#`."""

    annual: float
    hourly: float


class TableInfo(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Where a table comes from. `period` is what its figures are of, such as "May 2024" or "2024–34"."""

    publisher: str
    title: str
    year: int
    period: str
    url: str
    licence: str
    note: str = ""
    top_code: TopCode | None = None
