"""The report: the careers somebody keeps, their figures, the way in, and the quiz, on one page to print or save."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from careerbot.advice import phrasing, quiz_result
from careerbot.advice.draft import Draft, Page, Subject
from careerbot.advice.reply import Reply, Suggestion
from careerbot.advice.shortlist import step
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import Entry, Outlook, Pay


def report(
    catalogue: Catalogue, ids: Sequence[str], quiz: tuple[Mapping[str, float], int] | None, *, sent: bool
) -> Reply:
    """The page. `quiz` is its scores and how many statements they rest on; `sent` says that it was to be sent somewhere."""
    if not ids and not quiz:
        return Reply(
            "There is nothing to put on a page yet. Save the careers you like, or take the quiz, and ask again.",
            suggestions=[Suggestion("Take the quiz", '/help_me_choose{"quiz_step":"start"}')],
            personal=True,
        )
    page = Page(catalogue, _lead(ids, quiz is not None, sent))
    for career in ids:
        _say_career(page, Subject(catalogue, catalogue.careers[career]))
    if quiz:
        _say_quiz(page, *quiz)
    page.paragraph(
        "Next: talk to somebody who does the work, and check the figures for your own state. A school's career office or an "
        "American Job Center helps with applications for free: careeronestop.org finds the nearest."
    )
    written = page.reply([step("Show my list", "list")] if ids else [])
    return Reply(written.lead, written.blocks, written.suggestions, personal=True, to_keep=True)


def _lead(ids: Sequence[str], quiz: bool, sent: bool) -> str:
    careers = "1 career" if len(ids) == 1 else f"{len(ids)} careers"
    what = " and ".join([*([careers] if ids else []), *(["your quiz result"] if quiz else [])])
    cannot = "I cannot send anything, but this page can be printed or saved. " if sent else ""
    return f"{cannot}Your career report: {what}."


def _say_career(page: Page, about: Subject) -> None:
    part = Draft(about)
    name = naming.capital(about.many)
    if about.career.summary:
        part.paragraph(f"{name}: {about.career.summary.text}", about.career.summary.sources)
    figures = about.catalogue.figures
    pay, outlook, entry = figures.pay(about.code), figures.outlook(about.code), figures.entry(about.code)
    if pay or outlook or entry:
        part.say_stand_in()
    title = name
    for table, rows in (("pay", _pay(pay)), ("outlook", _outlook(outlook)), ("entry", _entry(entry))):
        said = list(rows)
        if said:
            part.figures(table, said, title)
            title = ""
    _say_way_in(part, about)
    page.blocks += part.blocks
    page.citations |= part.citations


def _pay(pay: Pay | None) -> Iterator[tuple[str, str]]:
    if not pay:
        return
    wages, per = (pay.annual, "a year") if pay.annual.median.known else (pay.hourly, "an hour")
    if wages.median.known:
        yield "Median pay", phrasing.wage(wages.median, per=per)
        yield "Lowest tenth, up to", phrasing.wage(wages.p10, per=per)
        yield "Top tenth, from", phrasing.wage(wages.p90, per=per)


def _outlook(outlook: Outlook | None) -> Iterator[tuple[str, str]]:
    if outlook:
        yield "Projected change in jobs", phrasing.percent(outlook.change_percent)
        yield "Openings a year, on average", phrasing.count(outlook.openings)


def _entry(entry: Entry | None) -> Iterator[tuple[str, str]]:
    if entry and entry.education:
        yield "Typical education at entry", entry.education


def _say_way_in(part: Draft, about: Subject) -> None:
    career = about.career
    if career.path:
        part.listing(f"How to become {about.one}", career.path.steps, career.path.sources, ordered=True)
    if career.education and career.education.licence:
        part.paragraph(career.education.licence, career.education.sources)
    if career.resources:
        items = [
            f"{each.name}: {each.what} ({each.url})" if each.url else f"{each.name}: {each.what}"
            for each in career.resources.items
        ]
        part.listing(f"Where {about.many} can learn more", items, career.resources.sources)


def _say_quiz(page: Page, points: Mapping[str, float], given: int) -> None:
    quiz_result.say_scores(page, points)
    quiz_result.say_matches(page, points)
    quiz_result.say_share(page, given)
