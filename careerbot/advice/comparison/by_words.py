"""What no table measures, side by side: hours, skills, and whatever else is told of a career."""

from __future__ import annotations

from collections.abc import Sequence

from careerbot.advice import phrasing
from careerbot.advice.comparison.skills import IMPORTANT, Ratings, cite_ratings, not_rated, ratings_of, told_apart
from careerbot.advice.draft import Page, Subject
from careerbot.advice.reply import Listing
from careerbot.advice.topics import TOPICS
from careerbot.knowledge import naming
from careerbot.knowledge.schema import Setting

_POINTS = 4  # of each career, so that the two still stand side by side


def hours(page: Page, subjects: Sequence[Subject]) -> None:
    """Schedules as they are described; no table counts the hours."""
    page.lead = f"No table I have counts the hours. {_odd_hours(subjects)}"
    for about in subjects:
        known = about.career.work_environment
        text = known.schedule if known else "I know nothing of their hours."
        page.paragraph(f"{naming.capital(about.many)}: {text}", known.sources if known else ())


def _odd_hours(subjects: Sequence[Subject]) -> str:
    whose: dict[str, list[str]] = {}  # people -> what is part of their work
    for setting, what in _ODD.items():
        if those := _with(setting, subjects):
            whose.setdefault(phrasing.listed(those), []).append(what)
    said = [f"{' and '.join(odd)} are part of the work of {those}" for those, odd in whose.items()]
    return (
        f"As the work is described, {', and '.join(said)}."
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
        unrated = [about for about, each in zip(subjects, rated, strict=True) if each is None]
        page.lead = f"{not_rated(unrated)}; what they need, in words:"
        return
    known = [each for each in rated if each]
    if not told_apart(known):
        told(page, subjects, "ask_skills")
        page.lead = (
            "O*NET's ratings do not tell all of these apart: some stand in for others. What each needs, in words:"
        )
        return
    common = in_common(known)
    names = phrasing.listed([about.many for about in subjects])
    page.lead = (
        f"What {names} need alike, above all: {phrasing.listed([skill.lower() for skill in common[:3]])}."
        if common
        else f"No skill is important to all of these: {names}."
    )
    page.listing(title_of_common(subjects), [_rated(skill, known) for skill in common[:6]])
    for at, about in enumerate(subjects):
        page.listing(f"Matters more to {about.many}", [_rated(skill, known) for skill in apart(known, at)[:_POINTS]])
    page.paragraph(
        f"In brackets: importance from 1 to 5, in the order {phrasing.listed([about.many for about in subjects])}."
    )
    cite_ratings(page, known)


def title_of_common(subjects: Sequence[Subject]) -> str:
    """What stands over the skills that are important to all that are compared."""
    return "Important to both" if len(subjects) == 2 else "Important to all of them"


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
