"""Answers from the written sections of a career file, a function a topic.

Each returns None where the knowledge has nothing: `topics.answer` then says so.
"""

from __future__ import annotations

import re

from careerbot.advice.draft import Draft, Subject
from careerbot.advice.particulars import YES_OR_NO
from careerbot.advice.passages import telling_words
from careerbot.advice.phrasing import listed
from careerbot.knowledge import naming
from careerbot.knowledge.schema import Education, Resource, Route
from careerbot.knowledge.words import EVERYDAY_WORDS, stems


def overview(about: Subject) -> Draft | None:
    """What the career is, what its people do, and the way in."""
    career = about.career
    if not career.summary:
        return None
    draft = Draft(about, lead=career.summary.text)
    draft.cite(career.summary.sources)
    if career.duties:
        draft.listing("Among other things they", career.duties.items[:3], career.duties.sources)
    if career.education:
        draft.paragraph(career.education.usual, career.education.sources)
    return draft


def duties(about: Subject) -> Draft | None:
    """What people in the career do."""
    career = about.career
    if not career.duties:
        return None
    draft = Draft(about, lead=f"This is what {about.many} do:")
    draft.listing("", career.duties.items, career.duties.sources)
    return draft


def education(about: Subject) -> Draft | None:
    """Degrees, licences and other routes; a field or route that the question names is answered first."""
    known = about.career.education
    if not known:
        return None
    route = _route_asked_for(about)
    draft = Draft(about, lead=_education_lead(about, known, route))
    draft.to_the_point = draft.lead != known.usual
    draft.cite(known.sources)
    asks_for_licence = known.licence and not draft.to_the_point and about.mentions("licen", "certif", "exam")
    if asks_for_licence:
        draft.put_first(known.licence or "")
    if route:
        draft.cite(route.sources)
        draft.listing("That route asks for", route.needs)
        draft.paragraph(known.usual)
    draft.listing("Fields of study", known.fields)
    if known.covers:
        draft.paragraph(f"Such programs teach {listed(known.covers)}.")
    if known.licence and not asks_for_licence:
        draft.paragraph(known.licence)
    draft.listing("Voluntary certificates", known.certifications)
    draft.listing("Later on", [naming.capital(item) for item in known.further])
    for other in about.career.other_routes:
        if other is not route:
            _tell(draft, other)
    return draft


def _tell(draft: Draft, route: Route) -> None:
    if route.needs:
        draft.listing(route.route.rstrip(":"), route.needs, route.sources)
    else:
        draft.paragraph(route.route, route.sources)


def _education_lead(about: Subject, known: Education, route: Route | None) -> str:
    field = next((name for name in known.fields if _named_in_question(about, name)), None)
    if field:
        return f"Yes, {field} is one of the usual fields of study for {about.many}. {known.usual}"
    if route:
        return f"Yes, that is another way in for {about.many}: {route.route[:1].lower()}{route.route[1:].rstrip(':')}."
    return known.usual


def _route_asked_for(about: Subject) -> Route | None:
    return next((route for route in about.career.other_routes if _named_in_question(about, route.route)), None)


# What any question of education may say; it names no field and no route.
_GENERAL_WORDS = """
    degree degrees bachelor's bachelors master's masters associate associate's diploma license licence licensed licensing certificate
    certificates certification certified training trained course courses class classes exam exams school schools college university
    education program programs study studying studies experience required requirement requirements need needed needs necessary enough
    high have must take become being work working works year years time with without also that this from into some other they their
    them there what which when where will would could about just only like good make does job jobs career careers state before after
"""
_GENERAL = frozenset(_GENERAL_WORDS.split())


def _named_in_question(about: Subject, text: str) -> bool:
    """Whether a yes-or-no question names what `text` is about: a telling word of both, the career's own name aside."""
    if not YES_OR_NO.match(about.text):
        return False
    career = about.career
    own = " ".join([career.title, *career.also_known_as]).casefold()
    return any(word not in own and word not in _GENERAL for word in _long_words(about.text) & _long_words(text))


def _long_words(text: str) -> set[str]:
    return set(re.findall(r"[a-z']{4,}", text.casefold()))


def how_to_become(about: Subject) -> Draft | None:
    """The steps in, and the roles people start from."""
    path = about.career.path
    if not path:
        return None
    draft = Draft(about, lead=f"How people become {about.many}:")
    draft.listing("", path.steps, path.sources, ordered=True)
    if path.starting_roles:
        draft.paragraph(f"Many begin as {listed(path.starting_roles, last='or')}.")
    for route in about.career.other_routes:
        _tell(draft, route)
    return draft


def skills(about: Subject) -> Draft | None:
    """What it takes, and the tools."""
    known = about.career.skills
    if not known:
        return None
    draft = Draft(about, lead=f"What {about.many} need:")
    items, tools = known.items, known.tools
    if _TELLS_OF_OWN.search(about.text):
        own = [each for each in [*items, *tools] if _named_by(about, each)]
        items, tools = [each for each in items if each not in own], [each for each in tools if each not in own]
        draft.lead = _own_lead(about, own)
    draft.listing("", [naming.capital(item) for item in items], known.sources)
    if tools:
        draft.paragraph(f"They work with {listed(tools)}.")
    return draft


_TELLS_OF_OWN = re.compile(
    r"\b(?:i|i'?ve|i'?m|we)(?: (?:already|also|only|just|do|have|got|can|am|pretty|really|quite))* "
    r"(?:know|knew|have|got|can|speak|learned|use|used|studied|good|familiar|experienced|skilled|proficient)\b",
    re.IGNORECASE,
)
_COMMON = 40  # careers whose files have a word; more, and it tells no skill apart


def _named_by(about: Subject, item: str) -> bool:
    """Whether the question names what a skill or tool is about, by a word that few careers have."""
    said = {*stems(about.text)} - EVERYDAY_WORDS - {*stems(about.career.title)}
    return bool(telling_words(about.catalogue, said, _COMMON) & {*stems(item)})


def _own_lead(about: Subject, own: list[str]) -> str:
    if not own:
        return (
            f"Nothing you name stands on my list for {about.many}, which may well be the list's fault. What they need:"
        )
    return f"You name {listed(own)}, which {about.many} need. What they need besides:"


def work_environment(about: Subject) -> Draft | None:
    """Places, hours and conditions; the hours come first where the question is about them."""
    known = about.career.work_environment
    if not known:
        return None
    about_hours = about.mentions(
        "hour", "week", "evening", "night", "schedul", "shift", "overtime", "holiday", "9", "nine", "time"
    )
    first, second = (known.schedule, known.places) if about_hours else (known.places, known.schedule)
    draft = Draft(about, lead=first)
    draft.paragraph(second, known.sources)
    draft.listing("Good to know", known.conditions)
    return draft


def advancement(about: Subject) -> Draft | None:
    """How the career goes on."""
    known = about.career.advancement
    if not known:
        return None
    draft = Draft(about, lead=known.text)
    draft.cite(known.sources)
    draft.listing("Next roles", [naming.capital(role) for role in known.next_roles])
    education = about.career.education
    if education and education.further:
        draft.listing("Study that helps", [naming.capital(item) for item in education.further], education.sources)
    return draft


def employers(about: Subject) -> Draft | None:
    """Who hires."""
    known = about.career.employers
    if not known:
        return None
    draft = Draft(about, lead=f"{naming.capital(about.many)} mostly work for {listed(known.items)}.")
    draft.cite(known.sources)
    if known.on_your_own:
        draft.paragraph(known.on_your_own)
    return draft


def resources(about: Subject) -> Draft | None:
    """Associations and reading."""
    known = about.career.resources
    if not known:
        return None
    draft = Draft(about, lead=f"Where to learn more about the work of {about.many}:")
    draft.listing("", [resource(item) for item in known.items], known.sources)
    return draft


def resource(item: Resource) -> str:
    """A line on where to learn more."""
    return f"{item.name}: {item.what}" + (f" ({item.url})" if item.url else "")


def related_careers(about: Subject) -> Draft | None:
    """Careers that are alike, with a line on each that has a file."""
    alike = [about.catalogue.careers[each] for each in about.career.related]
    if not alike:
        return None
    draft = Draft(
        about, lead=f"Careers like {about.one}: {listed([naming.in_sentence(career.title) for career in alike])}."
    )
    draft.listing("", [f"{career.title}: {_first_sentence(career.summary.text)}" for career in alike if career.summary])
    for career in alike:
        draft.cite(career.summary.sources if career.summary else ())
    return draft


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.:])\s", text, maxsplit=1)[0].rstrip(":.") + "."
