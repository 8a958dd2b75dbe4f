"""The report: the careers somebody keeps, their figures, the way in, and the quiz, on one page to print or save."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from careerbot.advice import numbers, phrasing, quiz_result, sections
from careerbot.advice.draft import Draft, Page, Subject
from careerbot.advice.reply import Reply
from careerbot.advice.shortlist import step
from careerbot.advice.suggestions import take_the_quiz
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import Entry, Outlook, Pay

_NOT_SAVED = (
    "This page holds the careers we talked about last, which are not all on your list; save those you like, and they are on it every time. "
    "On a web page “Print or save” stands under this; in the shell, /export writes our talk to a file."
)


def report(
    catalogue: Catalogue,
    ids: Sequence[str],
    quiz: tuple[Mapping[str, float], int] | None,
    *,
    sent: bool,
    saved: bool = True,
) -> Reply:
    """The page. `quiz` is its scores and how many statements they rest on; `sent` says that it was to be sent somewhere, `saved` that
    the careers are those on the list."""
    if not ids and not quiz:
        return Reply(
            "There is nothing to put on a page yet. It is made of the careers you save: save those you like, or take the quiz, and ask "
            "again.",
            suggestions=[take_the_quiz()],
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
    if ids and not saved:
        page.notice(_NOT_SAVED)
    return page.reply([step("Show my list", "list")] if ids and saved else [], personal=True, to_keep=True)


def _lead(ids: Sequence[str], quiz: bool, sent: bool) -> str:
    careers = "1 career" if len(ids) == 1 else f"{len(ids)} careers"
    what = " and ".join([*([careers] if ids else []), *(["your quiz result"] if quiz else [])])
    cannot = "I cannot send anything, but this page can be printed or saved. " if sent else ""
    return f"{cannot}Your career report: {what}."


def _say_career(page: Page, about: Subject) -> None:
    part = Draft(about)
    name = naming.capital(about.many)
    if not _say_figures(part, name):
        part.notice(f"{name}: no official figures are published for them.")
    if about.career.summary:
        part.paragraph(about.career.summary.text, about.career.summary.sources)
    _say_way_in(part, about)
    page.blocks += part.blocks
    page.citations |= part.citations


def _say_figures(part: Draft, title: str) -> bool:
    """The figures under the career's name; whether there are any."""
    about, figures = part.about, part.catalogue.figures
    tables = {
        "pay": list(_pay(figures.pay(about.code))),
        "outlook": list(_outlook(figures.outlook(about.code))),
        "entry": list(_entry(figures.entry(about.code))),
    }
    known = {table: rows for table, rows in tables.items() if rows}
    for place, (table, rows) in enumerate(known.items()):
        part.figures(table, rows, "" if place else title)
    if known:
        part.say_stand_in()
    return bool(known)


def _pay(pay: Pay | None) -> Iterator[tuple[str, str]]:
    if not pay:
        return
    wages, per = numbers.best_known(pay)
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
        items = [sections.resource(each) for each in career.resources.items]
        part.listing(f"Where {about.many} can learn more", items, career.resources.sources)


def _say_quiz(page: Page, points: Mapping[str, float], given: int) -> None:
    quiz_result.say_scores(page, points)
    quiz_result.say_matches(page, points)
    quiz_result.say_share(page, given)
