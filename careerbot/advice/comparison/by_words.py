"""What no table measures, side by side: time to enter, hours, skills, and whatever else is told of a career."""

from __future__ import annotations

from collections.abc import Sequence

from careerbot.advice import phrasing
from careerbot.advice.comparison.skills import IMPORTANT, Ratings, ratings_of
from careerbot.advice.draft import Page, Subject
from careerbot.advice.numbers import YEARS_OF_STUDY
from careerbot.advice.reply import Listing
from careerbot.advice.topics import TOPICS
from careerbot.knowledge import naming
from careerbot.knowledge.schema import Setting, TimeToEnter

_POINTS = 4  # of each career, so that the two still stand side by side


def time(page: Page, subjects: Sequence[Subject]) -> None:
    """Years after high school."""
    page.lead = _time_lead(subjects)
    for about in subjects:
        path = about.career.path
        if path and path.time:
            page.paragraph(
                f"{naming.capital(about.many)}: {years(about)}: {path.time.made_of.rstrip('.')}.", path.sources
            )
        elif study := _years_of_study(about):
            page.cite_table("entry")
            page.paragraph(f"{naming.capital(about.many)}: I know no span. {study}")


def _time_lead(subjects: Sequence[Subject]) -> str:
    unknown = [about.many for about in subjects if not _time(about)]
    if unknown:
        return f"I cannot say which is quicker: I have no figure for {phrasing.listed(unknown)}, and I don't guess."
    first = quickest(subjects)
    if len({years(about) for about in subjects}) == 1:
        names = phrasing.listed([about.many for about in subjects])
        return f"As long for all: to become {names} takes {years(subjects[0])} after high school."
    if not first:
        spans = phrasing.listed([f"{years(about)} for {about.many}" for about in subjects])
        return f"None is clearly quicker to enter, counted from high school: {spans}."
    rest = phrasing.listed([f"{years(about)} for {about.many}" for about in subjects if about is not first])
    return f"{naming.capital(first.many)} are quicker to become: {years(first)} after high school, against {rest}."


def quickest(subjects: Sequence[Subject]) -> Subject | None:
    """The one whose shortest and longest way in are no longer than any other's; None where spans overlap otherwise."""
    return next(
        (about for about in subjects if all(_quicker(about, each) for each in subjects if each is not about)), None
    )


def _quicker(about: Subject, other: Subject) -> bool:
    ours, theirs = _time(about), _time(other)
    if not ours or not theirs:
        return False
    span, their_span = (ours.min_years, ours.max_years), (theirs.min_years, theirs.max_years)
    return span != their_span and span[0] <= their_span[0] and span[1] <= their_span[1]


def _time(about: Subject) -> TimeToEnter | None:
    return about.career.path.time if about.career.path else None


def years(about: Subject) -> str:
    """ "4 to 5 years", or "not known"."""
    span = _time(about)
    if not span:
        return "not known"
    if not span.max_years:
        return "no time at all"
    if span.max_years < 1:
        return "less than a year"
    low, high = f"{span.min_years:g}", f"{span.max_years:g}"
    return f"{low} to {high} years" if low != high else f"{low} year{'' if low == '1' else 's'}"


def _years_of_study(about: Subject) -> str:
    entry = about.catalogue.figures.entry(about.code)
    study = YEARS_OF_STUDY.get(entry.education or "") if entry else None
    return (
        f"The usual entry, {phrasing.lower(entry.education or '')}, takes about {study} years of full-time study."
        if entry and study
        else ""
    )


def hours(page: Page, subjects: Sequence[Subject]) -> None:
    """Schedules as they are described; no table counts the hours."""
    page.lead = f"No table I have counts the hours. {_odd_hours(subjects)}"
    for about in subjects:
        known = about.career.work_environment
        text = known.schedule if known else "I know nothing of their hours."
        page.paragraph(f"{naming.capital(about.many)}: {text}", known.sources if known else ())


def _odd_hours(subjects: Sequence[Subject]) -> str:
    said = [
        f"{what} are part of the work of {phrasing.listed(those)}"
        for setting, what in _ODD.items()
        if (those := _with(setting, subjects))
    ]
    return (
        f"As the work is described, {phrasing.listed(said)}."
        if said
        else "As the work is described, neither shifts nor nights or weekends stand out."
    )


_ODD: dict[Setting, str] = {"shifts": "shifts", "nights_or_weekends": "nights or weekends"}


def _with(setting: Setting, subjects: Sequence[Subject]) -> list[str]:
    return [
        about.many
        for about in subjects
        if about.career.work_environment and setting in about.career.work_environment.settings
    ]


def skills(page: Page, subjects: Sequence[Subject]) -> None:
    """Skills that matter to all of them, and those that matter to one more than to the others, by O*NET's ratings."""
    rated = [ratings_of(about) for about in subjects]
    if any(each is None for each in rated):
        told(page, subjects, "ask_skills")
        unrated = phrasing.listed([about.many for about, each in zip(subjects, rated, strict=True) if each is None])
        page.lead = f"O*NET has not rated the skills of {unrated}; what they need, in words:"
        return
    known = [each for each in rated if each]
    common = in_common(known)
    names = phrasing.listed([about.many for about in subjects])
    page.lead = (
        f"What {names} need alike, above all: {phrasing.listed([skill.lower() for skill in common[:3]])}."
        if common
        else f"No skill is important to all of these: {names}."
    )
    page.listing("Important to all of them", [_rated(skill, known) for skill in common[:6]])
    for at, about in enumerate(subjects):
        page.listing(f"Matters more to {about.many}", [_rated(skill, known) for skill in apart(known, at)[:_POINTS]])
    page.paragraph(
        f"In brackets: importance from 1 to 5, in the order {phrasing.listed([about.many for about in subjects])}."
    )
    page.cite_table("skills")
    for each in known:
        if each.why:
            page.notice(each.why)


def _rated(skill: str, rated: Sequence[Ratings]) -> str:
    return f"{skill} ({', '.join(f'{each.importance[skill]:g}' for each in rated)})"


_APART = 0.5  # points of importance by which a skill matters more to one career than to each of the others


def in_common(rated: Sequence[Ratings]) -> list[str]:
    """The skills that are important to all, first those that are so to the one to whom they matter least."""
    least = {skill: min(each.importance[skill] for each in rated) for skill in rated[0].importance}
    return sorted((skill for skill, lowest in least.items() if lowest >= IMPORTANT), key=lambda skill: -least[skill])


def apart(rated: Sequence[Ratings], at: int) -> list[str]:
    """The skills important to one that matter less to every other, those furthest apart first."""
    others = [each for index, each in enumerate(rated) if index != at]
    ahead = {skill: own - max(each.importance[skill] for each in others) for skill, own in rated[at].importance.items()}
    telling = (skill for skill, lead in ahead.items() if lead >= _APART and rated[at].importance[skill] >= IMPORTANT)
    return sorted(telling, key=lambda skill: -ahead[skill])


def difference(page: Page, subjects: Sequence[Subject]) -> None:
    """What each of them is, in the words of its summary, and what people in it do."""
    told(page, subjects, "ask_overview")
    page.lead = f"What {phrasing.listed([about.many for about in subjects])} are and do, side by side:"


def told(page: Page, subjects: Sequence[Subject], intent: str) -> None:
    """The answer to one topic for each of them, shortened to its first sentences and points."""
    topic = TOPICS[intent]
    page.lead = f"{topic.label}, side by side. There is no figure to compare, so the reading is yours:"
    for about in subjects:
        draft = topic.draft(about)
        name = naming.capital(about.many)
        if not draft:
            page.paragraph(f"{name}: I don't know {topic.unknown.format('they')}.")
            continue
        points = next((block.items for block in draft.blocks if isinstance(block, Listing)), [])
        if draft.lead.endswith(":") and points:
            page.listing(name, points[:_POINTS])
        else:
            page.paragraph(f"{name}: {draft.lead}")
            page.listing("", points[:_POINTS])
        page.citations |= draft.citations
