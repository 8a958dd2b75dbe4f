"""What one can do with a field of study or with experience, and which study fits a goal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from careerbot.advice import phrasing
from careerbot.advice.criteria.by_figures import median, shown_education, shown_growth, shown_pay
from careerbot.advice.draft import Page
from careerbot.advice.reply import Reply, Suggestion, Table, suggestion
from careerbot.advice.search_rows import EDUCATION, Row, rows
from careerbot.advice.suggestions import compare_the_first_two, what_suits_me
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.studies import CIP, FieldOfStudy, Studies

_MOST = 6  # careers a table: more are too many for a phone
_OFFERED = ("business", "computer_science", "psychology", "biology", "military")


def common(id: str, studies: Studies, catalogue: Catalogue) -> list[str]:
    """Careers that people of a field commonly go into: those listed, and those whose own file names the field."""
    return [*(_id(each, catalogue) for each in studies.fields[id].common), *_by_files(studies, catalogue)[id][0]]


def _with_more(id: str, studies: Studies, catalogue: Catalogue) -> list[tuple[str, str]]:
    """Careers that a field leads to with something more, and what that is."""
    listed = [(_id(each.career, catalogue), each.needs) for each in studies.fields[id].more]
    return listed + _by_files(studies, catalogue)[id][1]


@lru_cache(maxsize=2)
def _by_files(studies: Studies, catalogue: Catalogue) -> Mapping[str, tuple[list[str], list[tuple[str, str]]]]:
    """What the careers' files add to each field: where more than a bachelor's degree is typical, that is what is needed."""
    found: dict[str, tuple[list[str], list[tuple[str, str]]]] = {id: ([], []) for id in studies.fields}
    listed = {id: {_id(each, catalogue) for each in field.careers} for id, field in studies.fields.items()}
    for row in rows(catalogue):
        named = row.career.education.fields if row.career.education and not row.career.stand_in else ()
        for id in dict.fromkeys(id for name in named for id in studies.find(name)):
            if row.career.id in listed[id] or row.education is None:
                continue
            if row.education <= EDUCATION.index("Bachelor's degree"):
                found[id][0].append(row.career.id)
            else:
                found[id][1].append((row.career.id, f"typically {naming.with_article(shown_education(row))}"))
    return found


def _id(career: str, catalogue: Catalogue) -> str:
    return catalogue.careers[career].id


# --- what can I do with ... -----------------------------------------------------------------------------------------


def leads_to(id: str, studies: Studies, catalogue: Catalogue, without: Sequence[str] = ()) -> tuple[Reply, list[str]]:
    """Where a field leads, and the careers in the order they are said. `without` are careers that are not wanted."""
    field, page = studies.fields[id], Page(catalogue)
    usual = [_id(each, catalogue) for each in field.usual if _id(each, catalogue) not in without]
    often = [each for each in common(id, studies, catalogue) if each not in without][:_MOST]
    page.lead = _lead(field, usual, often, catalogue)
    _careers_table(page, "The usual way into" if field.cip else "It counts directly for", usual)
    _careers_table(page, "Common with it, beside other ways in", often)
    more = [(career, needs) for career, needs in _with_more(id, studies, catalogue) if career not in without][:_MOST]
    page.listing("With something more", [f"{_many(career, catalogue)}: {needs}" for career, needs in more])
    listed = list(dict.fromkeys([*usual, *often, *(career for career, _ in more)]))
    _cite(page, {id: [*usual, *often, *(career for career, _ in more)]}, studies)
    page.notice("These are the ways in that the sources below name; many jobs are open to people of every field.")
    return page.reply(_go_on(listed, catalogue)), listed


def _lead(field: FieldOfStudy, usual: Sequence[str], often: Sequence[str], catalogue: Catalogue) -> str:
    said = phrasing.listed([naming.many(catalogue.careers[each]) for each in (usual or often)[:3]])
    title = naming.capital(field.title)
    if usual and field.cip:
        return f"{title} is the usual way into the work of {said}."
    if usual:
        return f"{title} counts directly for the work of {said}."
    if not often:
        return f"My sources name no career that {field.title} leads to by itself; with something more it does."
    return f"{title} is not the one way into any career. Commonly it leads to the work of {said}, among others."


def _many(career: str, catalogue: Catalogue) -> str:
    return naming.plural_title(catalogue.careers[career])


def _careers_table(page: Page, title: str, careers: Sequence[str]) -> None:
    if not careers:
        return
    found = {row.career.id: row for row in _rows(careers, page.catalogue)}
    infos = page.catalogue.figures.info
    columns = [
        "Career",
        f"Median pay ({infos('pay').period})",
        "Typical education at entry",
        f"Growth ({infos('outlook').period})",
    ]
    lines = [
        [found[each].name, shown_pay(found[each]), shown_education(found[each]), shown_growth(found[each])]
        if each in found
        else [_many(each, page.catalogue), *["not published"] * 3]
        for each in careers
    ]
    page.blocks.append(Table(columns, lines, title))
    if stand_ins := [row for row in found.values() if row.career.stand_in]:
        who = phrasing.listed([naming.many(row.career) for row in stand_ins])
        page.notice(f"* The figures are those of the occupation that {who} are counted with.")


def _rows(careers: Sequence[str], catalogue: Catalogue) -> list[Row]:
    by_id = {row.career.id: row for row in rows(catalogue)}
    return [by_id[each] for each in careers if each in by_id]


def _cite(page: Page, careers: Mapping[str, Sequence[str]], studies: Studies) -> None:
    """The tables, what the fields are called and coded by, and what each link from a field to a career rests on."""
    for table in ("pay", "entry", "outlook"):
        page.cite_table(table)
    for id, reached in careers.items():
        cip = studies.fields[id].cip
        page.cite([f"{CIP}/{cip}"] if cip else ())
        for each in reached:
            page.cite(studies.rests_on(id, page.catalogue.careers[each])[:1])


def _go_on(careers: Sequence[str], catalogue: Catalogue) -> list[Suggestion]:
    first = [suggestion(_many(each, catalogue), "ask_overview", each) for each in careers[:3]]
    return [*first, *compare_the_first_two(careers)]


def which_field(studies: Studies, catalogue: Catalogue, unknown: bool) -> Reply:
    """Asks for the field of study, where none was named or the one named is not known."""
    lead = (
        f"I know {len(studies.fields)} fields of study and kinds of experience, and found none of them in your question."
        if unknown
        else "What have you studied or done?"
    )
    page = Page(catalogue, lead)
    page.paragraph("Name one, such as “biology”, “BCom”, “poli sci” or “the army”, and I say where it leads.")
    return page.reply([_field(id, studies) for id in _OFFERED])


def _field(id: str, studies: Studies) -> Suggestion:
    return suggestion(naming.capital(studies.fields[id].title), "careers_for_degree", study=id)


# --- which study fits -----------------------------------------------------------------------------------------------


def against_each_other(ids: Sequence[str], studies: Studies, catalogue: Catalogue) -> tuple[Reply, list[str]]:
    """Fields side by side by the careers they lead to; the choice is the person's. And the careers that were named."""
    titles = [studies.fields[id].title for id in ids]
    page = Page(
        catalogue, f"Which of the two fits is yours to say. What {phrasing.listed(titles)} lead to, side by side:"
    )
    if len(ids) > 2:
        page.lead = f"Which of them fits is yours to say. What {phrasing.listed(titles)} lead to, side by side:"
    reached = {
        id: [_id(each, catalogue) for each in studies.fields[id].usual] + common(id, studies, catalogue) for id in ids
    }
    period = catalogue.figures.info("pay").period
    lines = [
        [naming.capital(studies.fields[id].title), *_span(studies.fields[id], reached[id], catalogue)] for id in ids
    ]
    columns = [
        "Field",
        "Usual way into",
        f"Best-paid career by median ({period})",
        f"Lowest-paid career by median ({period})",
        "With something more",
    ]
    page.blocks.append(Table(columns, lines))
    shared = [each for each in reached[ids[0]] if all(each in reached[id] for id in ids[1:])]
    page.listing("All of them lead to", [_many(each, catalogue) for each in shared])
    _cite(page, {id: [*reached[id], *(each.career for each in studies.fields[id].more)] for id in ids}, studies)
    listed = list(dict.fromkeys(each for id in ids for each in reached[id][:2]))
    return page.reply([*(_field(id, studies) for id in ids[:3]), what_suits_me()]), listed


def _span(field: FieldOfStudy, reached: Sequence[str], catalogue: Catalogue) -> Iterator[str]:
    paid = [row for row in _rows(reached, catalogue) if median(row, "year").known]
    ranked = sorted(paid, key=lambda row: median(row, "year").amount or 0)
    yield phrasing.listed([naming.many(catalogue.careers[each]) for each in field.usual]) or "no career by itself"
    for row in (ranked[-1:], ranked[:1]):
        yield f"{naming.many(row[0].career)}, {shown_pay(row[0])}" if row else "not published"
    yield phrasing.listed([naming.many(catalogue.careers[each.career]) for each in field.more]) or "none I know of"


def for_goal(career_id: str, named: Sequence[str], studies: Studies, catalogue: Catalogue) -> Reply:
    """Which studies lead to a career; what each of the fields named is for it."""
    career = catalogue.careers[career_id]
    who = naming.many(career)
    page = Page(catalogue, f"These studies lead to the work of {who}.")
    if named:
        page.listing(f"For the work of {who}", [_for_career(id, career_id, studies, catalogue) for id in named])
        for id in named:
            page.cite(studies.rests_on(id, career)[:1] if _role(id, career_id, studies, catalogue) else ())
    if career.education:
        page.paragraph(career.education.usual, career.education.sources)
        page.listing("Fields of study", career.education.fields)
    ways = [
        (
            f"The usual way for {who}",
            [id for id in studies.fields if _role(id, career_id, studies, catalogue) == "usual"],
        ),
        ("Common too", [id for id in studies.fields if _role(id, career_id, studies, catalogue) == "common"]),
    ]
    for title, ids in ways:
        page.listing(title, [naming.capital(studies.fields[id].title) for id in ids])
    if len(page.blocks) == 0:
        page.lead = f"My sources name no field of study for {who}, and I don't guess."
    return page.reply(
        [
            suggestion("Education in detail", "ask_education", career_id),
            suggestion("How to get in", "ask_how_to_become", career_id),
        ]
    )


def _role(id: str, career_id: str, studies: Studies, catalogue: Catalogue) -> str:
    field = studies.fields[id]
    if career_id in [_id(each, catalogue) for each in field.usual]:
        return "usual"
    if career_id in common(id, studies, catalogue):
        return "common"
    return next((needs for career, needs in _with_more(id, studies, catalogue) if career == career_id), "")


def _for_career(id: str, career_id: str, studies: Studies, catalogue: Catalogue) -> str:
    role, title = _role(id, career_id, studies, catalogue), naming.capital(studies.fields[id].title)
    if role in ("usual", "common"):
        return f"{title}: {'the usual way in' if role == 'usual' else 'a common way in'}"
    return f"{title}: leads there with {role}" if role else f"{title}: none of my sources names it as a way in"


def no_goal(studies: Studies, catalogue: Catalogue) -> Reply:
    """A question of study without a career or fields to hold it against."""
    page = Page(catalogue, "What is right depends on where you want to go, and that I cannot know.")
    page.listing(
        "Tell me one of these, and I answer with facts",
        [
            "The career you aim for: “what should I study to become a dietitian?”",
            "The fields you waver between: “psychology or sociology?”",
            "How far you want to study: “careers with two years of school at most”",
        ],
    )
    return page.reply([what_suits_me(), *(_field(id, studies) for id in _OFFERED[:3])])
