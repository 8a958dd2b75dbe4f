"""What can be asked about a career: one row a topic, named by its intent.

A new kind of question is a row here and a function in `sections` or `numbers`; what it takes besides stands in CONTRIBUTING.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from careerbot.advice import numbers, particulars, pros_cons, sections
from careerbot.advice.draft import Draft, Subject
from careerbot.advice.reply import Notice, Reply, Suggestion, suggestion
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.schema import Career

Answer = Callable[[Subject], Draft | None]
_SUGGESTED = 4
_OF_THE_WORK = frozenset(  # topics whose questions may be about anything that a file tells: "do they have to climb"
    {"ask_duties", "ask_how_to_become", "ask_education", "ask_skills", "ask_work_environment", "ask_advancement"}
)
_UNDER_LOCAL_RULES = frozenset({"ask_education", "ask_how_to_become", "ask_time_to_become"})


@dataclass(frozen=True)
class Topic:
    """A kind of question about a career. `unknown` completes "I don't know ..."; `{}` is the plural of the career."""

    intent: str
    label: str
    unknown: str
    answers: tuple[Answer, ...]  # the first that has something to say answers

    def draft(self, about: Subject) -> Draft | None:
        """The answer, or None where the knowledge has none."""
        return next((draft for answer in self.answers if (draft := answer(about))), None)


# In the order in which people who go on asking usually want them: suggestions follow it.
_ROWS = (
    Topic("ask_overview", "Overview", "what {} do", (sections.overview,)),
    Topic("ask_duties", "Duties", "what {} do from day to day", (sections.duties,)),
    Topic("ask_salary", "Pay", "what {} earn", (numbers.salary,)),
    Topic(
        "ask_how_to_become",
        "How to get in",
        "how people become {}",
        (sections.how_to_become, numbers.entry_requirements),
    ),
    Topic("ask_outlook", "Job outlook", "how the jobs of {} will develop", (numbers.outlook,)),
    Topic("ask_education", "Education", "which education {} need", (sections.education, numbers.entry_requirements)),
    Topic("ask_skills", "Skills", "which skills {} need", (sections.skills,)),
    Topic("ask_work_environment", "What it is like", "how and where {} work", (sections.work_environment,)),
    Topic("ask_pros_cons", "Pros and cons", "what speaks for and against working as {}", (pros_cons.pros_cons,)),
    Topic("ask_time_to_become", "How long it takes", "how long it takes to become {}", (numbers.time_to_become,)),
    Topic("ask_advancement", "Where it leads", "how {} move up", (sections.advancement,)),
    Topic("ask_employers", "Employers", "who hires {}", (sections.employers,)),
    Topic(
        "ask_related_careers",
        "Similar careers",
        "which careers are like those of {}",
        (sections.related_careers, numbers.related_occupations),
    ),
    Topic("ask_resources", "Learn more", "good reading on {}", (sections.resources,)),
)
TOPICS = {topic.intent: topic for topic in _ROWS}


def answer(catalogue: Catalogue, intent: str, career_id: str, text: str = "") -> Reply:
    """Answer the topic `intent` about one career. `text` is the question, so that its very point comes first.

    Raises KeyError for an intent that is no topic or a career that does not exist.
    """
    topic, about = TOPICS[intent], Subject(catalogue, catalogue.careers[career_id], text)
    go_on, draft = [*_go_on(topic, about), *_keep(topic, about)], topic.draft(about)
    if point := _point(topic, about, draft):
        if point.quoted or point.enough:
            return _quoting(point, topic, about, draft, go_on)
        draft = draft or Draft(about)
        draft.put_first(point.lead)
    if not draft:
        return _not_known(topic, about, go_on)
    if topic.intent in _UNDER_LOCAL_RULES:
        draft.say_whose_rules()
    return draft.reply(go_on)


def detail(catalogue: Catalogue, career_id: str, text: str) -> Reply | None:
    """What a career's file tells of a question that belongs to no topic; None where it tells nothing."""
    about = Subject(catalogue, catalogue.careers[career_id], text)
    point = particulars.point(about) or particulars.quoted(about)
    suggestions = [suggestion(topic.label, topic.intent, career_id) for topic in _known(about)[:_SUGGESTED]]
    return point.draft(about).reply(suggestions) if point else None


def _point(topic: Topic, about: Subject, draft: Draft | None) -> particulars.Point | None:
    """What the question is about in particular, unless the answer begins with it."""
    if not about.text or (draft and draft.to_the_point):
        return None
    return particulars.point(about) or (particulars.quoted(about) if topic.intent in _OF_THE_WORK else None)


def _quoting(
    point: particulars.Point, topic: Topic, about: Subject, draft: Draft | None, go_on: list[Suggestion]
) -> Reply:
    """The sentences on the very point; of the ordinary answer what it says in one, and the rest a press away."""
    told = point.draft(about)
    if draft and not point.enough and draft.lead.endswith("."):
        told.paragraph(draft.lead)
        told.citations |= draft.citations
    if topic.intent in _UNDER_LOCAL_RULES:
        told.say_whose_rules()
    all_of_it = [suggestion(topic.label, topic.intent, about.career.id)] if draft else []
    return told.reply([*all_of_it, *go_on][:_SUGGESTED])


def _not_known(topic: Topic, about: Subject, go_on: list[Suggestion]) -> Reply:
    what = topic.unknown.format(about.many)
    draft = Draft(about, lead=f"I don't know {what}: my sources do not say, and I don't guess.")
    known = [other.label.lower() for other in _known(about)]
    if known:
        draft.blocks.append(Notice(f"What I do know about {about.many}: {', '.join(known)}."))
    part = _described_part(about)
    if not part:
        return draft.reply(go_on)
    many = naming.many(part)
    draft.blocks.append(Notice(f"I can describe {many}, who are counted among them."))
    return draft.reply([suggestion(f"The same for {many}", topic.intent, part.id), *go_on][: _SUGGESTED + 1])


def _described_part(about: Subject) -> Career | None:
    """A career with a file whose figures are those of an occupation that has none: home health aides."""
    if about.career.stand_in or about.career in about.catalogue.written:
        return None
    careers = about.catalogue.careers.values()
    return next((each for each in careers if each.stand_in and each.stand_in.soc == about.code), None)


def _known(about: Subject) -> list[Topic]:
    """The topics that have an answer; the words of the question play no part."""
    plain = Subject(about.catalogue, about.career)
    return [topic for topic in _ROWS if topic.draft(plain)]


def _go_on(topic: Topic, about: Subject) -> list[Suggestion]:
    known = _known(about)
    after = [other for other in known if _ROWS.index(other) > _ROWS.index(topic)]
    before = [other for other in known if _ROWS.index(other) < _ROWS.index(topic)]
    return [suggestion(other.label, other.intent, about.career.id) for other in (after + before)[:_SUGGESTED]]


def _keep(topic: Topic, about: Subject) -> list[Suggestion]:
    """A career is kept from its overview."""
    overview = topic.intent == "ask_overview"
    return [suggestion("Save to my list", "shortlist", about.career.id, list_step="save")] if overview else []
