"""What speaks for each of several careers. Which of them weighs more is for the person to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerbot.advice import phrasing
from careerbot.advice.comparison import by_time
from careerbot.advice.comparison.by_figures import CONTESTS, GROWTH, PAY
from careerbot.advice.draft import Page, Subject
from careerbot.knowledge import naming

_FROM_THE_FILE = 2  # points each


def weigh(page: Page, subjects: Sequence[Subject]) -> None:
    """For "which would you pick?": what each is ahead in, and what its file says for it."""
    page.lead = "I don't pick for you: it depends on what matters to you. This speaks for each:"
    for about in subjects:
        upsides = about.career.upsides
        points = [*_ahead_in(page, about, subjects), *(upsides.items[:_FROM_THE_FILE] if upsides else ())]
        page.listing(naming.capital(about.many), points or ["Nothing in my sources sets it apart"])
        page.cite(upsides.sources if upsides else ())


def _ahead_in(page: Page, about: Subject, subjects: Sequence[Subject]) -> Iterator[str]:
    for contest in CONTESTS:
        standing, when = contest.standing(subjects), page.cite_table(contest.table).when
        if standing.winner and standing.winner.about is about:
            first, second = standing.known[:2]
            wording = contest.wording(standing)
            against = f"{wording.before}{first.shown} against {second.shown} for {second.about.many}"
            yield f"{wording.edge}: {against}{wording.apart(first, second)} ({when})"
    if by_time.quickest(subjects) is about:
        yield f"The {by_time.quicker(subjects)} way in: {by_time.years(about)} after high school"


def summary(subjects: Sequence[Subject]) -> str:
    """In one sentence, who is ahead in what."""
    ahead: dict[str, list[str]] = {}
    for contest in (PAY, GROWTH):
        standing = contest.standing(subjects)
        if standing.winner:
            wording = contest.wording(standing)
            ahead.setdefault(standing.winner.about.many, []).append(wording.verb(standing))
    first = by_time.quickest(subjects)
    if first:
        ahead.setdefault(first.many, []).append(f"are {by_time.quicker(subjects)} to become")
    if not ahead:
        names = phrasing.listed([about.many for about in subjects])
        return f"{naming.capital(names)} side by side. In pay, growth and years to enter, none is clearly ahead."
    said = "; ".join(f"{who} {phrasing.listed(verbs)}" for who, verbs in ahead.items())
    lent = [about for about in subjects if about.career.stand_in]
    if lent:  # what is measured is not they
        whose = phrasing.listed([f"{about.measured_in_sentence} standing in for {about.many}" for about in lent])
        return f"By the figures of {whose}: {said}."
    return f"{naming.capital(said)}."
