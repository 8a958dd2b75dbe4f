"""What a career file may hold, as types. `docs/career-files.md` says it in words, with an example.

Every text is a sentence or a phrase in our own words. Every section names its sources: ids from `knowledge/sources.yml`,
with a page behind a slash where the source has pages ("ooh/healthcare/registered-nurses").
What is not known is absent: an answer then says that it is not known.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

CAREER_ID = r"^[a-z][a-z0-9_]*$"
CareerId = Annotated[str, Meta(pattern=CAREER_ID, description="lower-case words joined by underscores")]
Soc = Annotated[str, Meta(pattern=r"^\d\d-\d{4}$", description="a SOC code such as 29-1141")]
Onet = Annotated[str, Meta(pattern=r"^\d\d-\d{4}\.\d\d$", description="an O*NET-SOC code such as 29-1141.00")]
Phrase = Annotated[str, Meta(min_length=2, description="some text")]
Phrases = Annotated[list[Phrase], Meta(min_length=1)]
SourceRef = Annotated[
    str, Meta(pattern=r"^[a-z][a-z0-9_]*(/\S+)?$", description="a source id, with its page after a slash")
]
SourceRefs = Annotated[list[SourceRef], Meta(min_length=1)]

Setting = Literal[
    "indoors",
    "outdoors",
    "on_the_road",  # the workplace changes or moves
    "from_home_possible",
    "with_people",
    "mostly_alone",
    "hands_on",
    "creative",
    "physical",
    "shifts",
    "nights_or_weekends",
]
SETTINGS: tuple[str, ...] = get_args(Setting)


class _Strict(Struct, frozen=True, forbid_unknown_fields=True):
    """A misspelt field is an error, not a fact that silently goes missing."""


class Source(_Strict, frozen=True, kw_only=True):
    """A publication. `publisher` and `year` are absent where the publication does not say; `url` may hold `{page}`."""

    title: Phrase
    publisher: Phrase | None = None
    year: int | None = None
    url: str | None = None
    licence: str | None = None


class Prose(_Strict, frozen=True, kw_only=True):
    """A few sentences."""

    text: Phrase
    sources: SourceRefs


class Listing(_Strict, frozen=True, kw_only=True):
    """Phrases that each stand on their own line."""

    items: Phrases
    sources: SourceRefs


class WorkEnvironment(_Strict, frozen=True, kw_only=True):
    """Where, when and under which conditions. `settings` are what a search can filter by."""

    places: Phrase
    schedule: Phrase
    conditions: list[Phrase] = []
    settings: list[Setting] = []
    sources: SourceRefs


class Education(_Strict, frozen=True, kw_only=True):
    """The usual way through school: `usual` answers "which degree?" in a sentence."""

    usual: Phrase
    fields: list[Phrase] = []  # fields of study
    covers: list[Phrase] = []  # what such programmes teach
    licence: Phrase | None = None  # a licence or certificate the law or employers require
    certifications: list[Phrase] = []  # voluntary ones
    further: list[Phrase] = []  # study later in the career
    sources: SourceRefs


class Route(_Strict, frozen=True, kw_only=True):
    """Another way in than the usual one, and what it asks for."""

    route: Phrase
    needs: list[Phrase] = []
    sources: SourceRefs


class TimeToEnter(_Strict, frozen=True, kw_only=True):
    """Years from leaving high school to working in the career."""

    min_years: Annotated[float, Meta(ge=0, le=20)]
    max_years: Annotated[float, Meta(ge=0, le=20)]
    made_of: Phrase  # what the years consist of


class CareerPath(_Strict, frozen=True, kw_only=True):
    """The steps in, in order."""

    steps: Phrases
    starting_roles: list[Phrase] = []
    time: TimeToEnter | None = None
    sources: SourceRefs


class Skills(_Strict, frozen=True, kw_only=True):
    """What a person needs to be good at, and what they work with."""

    items: Phrases
    tools: list[Phrase] = []
    sources: SourceRefs


class Advancement(_Strict, frozen=True, kw_only=True):
    """How the career goes on."""

    text: Phrase
    next_roles: list[Phrase] = []
    sources: SourceRefs


class Employers(_Strict, frozen=True, kw_only=True):
    """Who hires; `on_your_own` says how people work for themselves."""

    items: Phrases
    on_your_own: Phrase | None = None
    sources: SourceRefs


class DatedNote(_Strict, frozen=True, kw_only=True):
    """A statement that was true of a period, such as an older projection."""

    text: Phrase
    period: Phrase
    sources: SourceRefs


class Resource(_Strict, frozen=True, kw_only=True):
    """Where to learn more: an association, a book, a site."""

    name: Phrase
    what: Phrase
    url: Annotated[str, Meta(pattern=r"^https://\S+$", description="an https address")] | None = None


class Resources(_Strict, frozen=True, kw_only=True):
    """Associations and reading."""

    items: Annotated[list[Resource], Meta(min_length=1)]
    sources: list[SourceRef] = []


class StandIn(_Strict, frozen=True, kw_only=True):
    """The occupation whose official figures stand in for a career that has no code of its own."""

    soc: Soc
    why: Phrase


class Career(_Strict, frozen=True, kw_only=True):
    """All that is known of one career. Where no file is written, only names and codes are there."""

    id: str  # a CareerId, or the SOC code where no file is written
    title: Phrase
    plural: Phrase | None = None  # only where the regular plural is wrong
    also_known_as: list[Phrase] = []
    soc: Soc | None = None
    onet: Onet | None = None
    stand_in: StandIn | None = None
    summary: Prose | None = None
    duties: Listing | None = None
    work_environment: WorkEnvironment | None = None
    education: Education | None = None
    other_routes: list[Route] = []
    path: CareerPath | None = None
    skills: Skills | None = None
    advancement: Advancement | None = None
    employers: Employers | None = None
    outlook_notes: list[DatedNote] = []
    pay_notes: list[Prose] = []
    upsides: Listing | None = None
    downsides: Listing | None = None
    resources: Resources | None = None
    related: list[str] = []  # career ids, or SOC codes of occupations without a file

    @property
    def figures_code(self) -> str | None:
        """The SOC code whose official figures are quoted for this career."""
        return self.stand_in.soc if self.stand_in else self.soc


class CareerFile(Career, frozen=True, kw_only=True):
    """What a file in `knowledge/careers/` must hold: at least a valid id and a summary."""

    id: CareerId
    summary: Prose
