"""Comparing two to four careers, on one thing or on all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from careerbot.advice import phrasing
from careerbot.advice.comparison import by_figures, by_time, by_words
from careerbot.advice.comparison.by_point import point
from careerbot.advice.comparison.table import everything
from careerbot.advice.comparison.weighing import weigh
from careerbot.advice.draft import Page, Subject
from careerbot.advice.reply import Reply, Suggestion, suggestion
from careerbot.advice.suggestions import what_suits_me
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.particulars import Particular

MOST = 4  # careers in one comparison: more do not fit side by side

# What careers can be compared on, in the order in which it is suggested: aspect -> how a button calls it, and its answer.
_ASPECTS: dict[str, tuple[str, Callable[[Page, Sequence[Subject]], None]]] = {
    "pay": ("Pay", by_figures.pay),
    "growth": ("Job growth", by_figures.growth),
    "time": ("Time to get in", by_time.time),
    "all": ("Everything side by side", everything),
    "weigh": ("What speaks for each", weigh),
    "openings": ("Openings", by_figures.openings),
    "education": ("Education", by_figures.education),
    "hours": ("Hours", by_words.hours),
    "skills": ("Skills", by_words.skills),
    "difference": ("What sets them apart", by_words.difference),
    "duties": ("Duties", partial(by_words.told, intent="ask_duties")),
    "setting": ("What it is like", partial(by_words.told, intent="ask_work_environment")),
    "way_in": ("How to get in", partial(by_words.told, intent="ask_how_to_become")),
    "advancement": ("Where it leads", partial(by_words.told, intent="ask_advancement")),
    "employers": ("Employers", partial(by_words.told, intent="ask_employers")),
}
ASPECTS = tuple(_ASPECTS)
_CONTESTS = {
    "pay": by_figures.PAY,
    "growth": by_figures.GROWTH,
    "openings": by_figures.OPENINGS,
    "education": by_figures.SCHOOLING,
}
# Where the other end is asked for: who earns the least, which takes the longest.
_TURNED: dict[str, Callable[[Page, Sequence[Subject]], None]] = {
    "pay": partial(by_figures.pay, turned=True),
    "growth": partial(by_figures.growth, turned=True),
    "openings": partial(by_figures.openings, turned=True),
    "education": partial(by_figures.education, turned=True),
    "time": partial(by_time.time, turned=True),
}
_SUGGESTED = 4


def compare(
    catalogue: Catalogue, careers: Sequence[str], aspect: str = "all", unmeasured: str = "", *, turned: bool = False
) -> Reply:
    """Two to four careers by their ids; of more, the first four, and it says so.

    `unmeasured` names what was asked for and stands in no table ("stress"): that is said first. `turned` puts the other end first,
    who earns the least, where there is one. Raises ValueError for
    fewer than two careers, KeyError for an unknown career or aspect.
    """
    subjects, page = _subjects(catalogue, careers), Page(catalogue)
    tell = (_TURNED if turned else {}).get(aspect, _ASPECTS[aspect][1])
    tell(page, subjects)
    if unmeasured:
        page.lead = f"{phrasing.unmeasured(unmeasured)} {page.lead}"
    _say_who_is_left_out(page, careers)
    say_stand_ins(page, subjects)
    return page.reply(_go_on(subjects, aspect))


def on_point(catalogue: Catalogue, careers: Sequence[str], particular: Particular) -> Reply:
    """The same careers on the very point of a question, as far as their files tell of it: "he is scared of heights"."""
    subjects, page = _subjects(catalogue, careers), Page(catalogue)
    point(page, subjects, particular)
    _say_who_is_left_out(page, careers)
    return page.reply(_go_on(subjects, ""))


def _subjects(catalogue: Catalogue, careers: Sequence[str]) -> list[Subject]:
    chosen = list(dict.fromkeys(careers))[:MOST]
    if len(chosen) < 2:
        raise ValueError(f"a comparison takes two careers at least, not {chosen}")
    return [Subject(catalogue, catalogue.careers[each]) for each in chosen]


def _say_who_is_left_out(page: Page, careers: Sequence[str]) -> None:
    if len(set(careers)) > MOST:
        page.notice(f"I compare up to {MOST} careers at a time; these are the first {MOST}.")


def ahead(catalogue: Catalogue, careers: Sequence[str], aspect: str, *, turned: bool = False) -> str | None:
    """The id of the career that a comparison names first; None where it names none."""
    subjects = [Subject(catalogue, catalogue.careers[each]) for each in careers[:MOST]]
    if aspect == "time":
        first = by_time.quickest(subjects, turned=turned)
        return first.career.id if first else None
    winner = _CONTESTS[aspect].standing(subjects, turned=turned).winner if aspect in _CONTESTS else None
    return winner.about.career.id if winner else None


def say_stand_ins(page: Page, subjects: Sequence[Subject]) -> None:
    """Whose figures are quoted for a career that has none of its own; not where no figure is quoted."""
    if not any(table in page.citations for table in ("figures/pay", "figures/outlook", "figures/entry")):
        return
    for about in subjects:
        if about.career.stand_in:
            page.notice(
                f"For {about.many} the figures are those of {about.measured_in_sentence} ({about.code}), which stand in: "
                f"{about.career.stand_in.why}."
            )
        elif not about.code:
            page.notice(f"For {about.many} there are no official figures.")


def _go_on(subjects: Sequence[Subject], aspect: str) -> list[Suggestion]:
    ids = [about.career.id for about in subjects]
    others = [each for each in _ASPECTS if each != aspect][:_SUGGESTED]
    return [suggestion(_ASPECTS[each][0], "compare_careers", ids, aspect=each) for each in others]


def ask_for_another(catalogue: Catalogue, career: str | None, aspect: str = "all") -> Reply:
    """When one career to compare is missing, or both are. Careers like the known one are offered."""
    if not career:
        return Reply(
            "Which careers shall I compare? Name two to four, such as “electrician and plumber”.",
            suggestions=[what_suits_me(), suggestion("Search for careers", "find_careers")],
        )
    about = Subject(catalogue, catalogue.careers[career])
    near = catalogue.related(about.career)[:_SUGGESTED]
    return Reply(
        f"Which career shall I compare with {about.many}?",
        suggestions=[suggestion(each.title, "compare_careers", [career, each.id], aspect=aspect) for each in near],
    )


def ask_what_you_do(catalogue: Catalogue, career: str) -> Reply:
    """When a career is to be compared with a person's own, and they have not said what that is."""
    many = naming.many(catalogue.careers[career])
    return Reply(f"What do you do now? Name your job, and I hold it beside {many}.")


def unknown(catalogue: Catalogue, name: str, known: Sequence[str], near: Sequence[str], aspect: str = "all") -> Reply:
    """When one of the careers to compare is in no list; `near` are those whose names look like it."""
    lead = f"{phrasing.no_such_career(name)}, so I cannot compare it, and I don't guess."
    if not known:
        return Reply(f"{lead} Try its usual job title.")
    meant = [each for each in near if each not in known]
    about = Subject(catalogue, catalogue.careers[known[0]])
    alike = [each for each in catalogue.related(about.career) if each.id not in known][:_SUGGESTED]
    others = [catalogue.careers[each] for each in meant] or alike
    ask = (
        f"Did you mean {naming.one(others[0])}?"
        if meant
        else f"Shall I compare {named(catalogue, known)} with one of these?"
    )
    return Reply(
        f"{lead} {ask}",
        suggestions=[suggestion(each.title, "compare_careers", [*known, each.id], aspect=aspect) for each in others],
    )


def named(catalogue: Catalogue, careers: Sequence[str]) -> str:
    """The careers in a sentence: "electricians and plumbers"."""
    return phrasing.listed([naming.many(catalogue.careers[each]) for each in careers])
