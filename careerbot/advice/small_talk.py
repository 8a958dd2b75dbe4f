"""Replies around the answers: asking which career, saying that one is unknown, sources, small talk, and what was not understood.

Small talk that is always answered alike stands in `domain.yml`. A new reply here is said by an action of `actions/talk.py`; what it
takes besides stands in CONTRIBUTING.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from careerbot.advice import phrasing
from careerbot.advice.draft import Draft, Subject
from careerbot.advice.reply import Listing, Notice, Reply, Sources, Suggestion, Text, suggestion
from careerbot.advice.suggestions import what_suits_me
from careerbot.advice.topics import TOPICS, answer
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue

_EXAMPLES = ("music_production_manager", "registered_nurse", "electrician", "software_developer")
NO_REASONS = "Why it is so, my sources do not say, and I don't guess."
_FIRST_QUESTIONS = ("ask_duties", "ask_salary", "ask_how_to_become", "ask_outlook")


def apology() -> Reply:
    """When an answer failed or took too long."""
    return Reply(
        "Sorry, something went wrong on my side, and I could not answer that. Nothing you told me is lost: please ask again."
    )


def forgotten() -> Reply:
    """When a person had their data erased."""
    return Reply("Done: I erased this whole conversation, with everything I kept of it. We start from nothing.")


def ask_forget() -> Reply:
    """When it is not plain that a person wants all their data erased."""
    return Reply(
        "Shall I erase this whole conversation, with everything I kept of it? Then say “delete my data”. Otherwise just go on.",
        suggestions=[suggestion("Delete my data", "delete_my_data")],
    )


def privacy() -> Reply:
    """When a person asks what becomes of what they write."""
    return Reply(
        "What you write is kept by whoever runs this bot, so that our talk can go on later, and I send it to nobody else. "
        "I need no name and no account. Say “delete my data” and all of it is erased at once.",
        [Notice("Where we talk in Slack or another app, that app keeps its own copy.")],
        [suggestion("Delete my data", "delete_my_data"), suggestion("What you can do", "ask_capabilities")],
    )


def started_over(catalogue: Catalogue, *, saved: bool) -> Reply:
    """When a person wants to begin anew; `saved`: their list of careers has some, and stays."""
    kept = " Your saved list is still there." if saved else ""
    return Reply(
        f"We start over.{kept} Which career are you curious about?", suggestions=first_questions(catalogue, None)
    )


def which_career(catalogue: Catalogue, intent: str, listed: Sequence[str] = ()) -> Reply:
    """When a question needs a career and none is known; those `listed` last are likely meant."""
    likely = [each for each in listed or _EXAMPLES if catalogue.find(each)][: len(_EXAMPLES)]
    known = [suggestion(catalogue.careers[each].title, intent, each) for each in likely]
    how = "Say its name, or its place in the list." if listed else "Name any, for instance one of these."
    return Reply(f"Which career do you mean? {how}", suggestions=known)


def unknown_career(catalogue: Catalogue, name: str, intent: str, near: list[str]) -> Reply:
    """When the career asked about is in no list."""
    lead = f"{phrasing.no_such_career(name)}, so I have no facts on it, and I don't guess."
    if not near:
        return Reply(f"{lead} Try its usual job title, or a career like it.")
    titles = [suggestion(catalogue.careers[each].title, intent, each) for each in near]
    return Reply(f"{lead} Did you mean {naming.one(catalogue.careers[near[0]])}?", suggestions=titles)


def sources_of(catalogue: Catalogue, intent: str, career_id: str) -> Reply:
    """Where the answer to one topic comes from, with years and addresses."""
    told = answer(catalogue, intent, career_id)
    cited = [block for block in told.blocks if isinstance(block, Sources)]
    about = Subject(catalogue, catalogue.careers[career_id])
    label = TOPICS[intent].label.lower()
    if not cited and any(isinstance(block, Listing) for block in told.blocks):  # the places to learn more
        lead = f"What I named for {about.many} ({label}) are places to look, each with its address: no figures, and of no year of mine."
        return Reply(lead, told.blocks, told.suggestions)
    if not cited:
        return Reply(f"What I said about {about.many} ({label}) rests on no source: I said that I do not know.")
    draft = Draft(about, lead=f"What I said about {about.many} ({label}) comes from:")
    draft.say_stand_in()
    return Reply(draft.lead, [*draft.blocks, *cited], told.suggestions)


def sources_of_reply(said: Reply) -> Reply | None:
    """Where an answer about several careers comes from; None where it cited nothing."""
    cited = [block for block in said.blocks if isinstance(block, Sources)]
    notices = [block for block in said.blocks if isinstance(block, Notice)]
    return Reply("What I said comes from:", [*notices, *cited], said.suggestions) if cited else None


def all_sources(catalogue: Catalogue) -> Reply:
    """Where everything comes from."""
    figures = dict.fromkeys(
        _named(info.publisher, info.title, info.period)
        for info in map(catalogue.figures.info, ("pay", "outlook", "entry"))
    )
    written = dict.fromkeys(
        _named(source.publisher, source.title, str(source.year or "undated")) for source in catalogue.sources.values()
    )
    return Reply(
        "Every figure I quote comes from an official table, every description from a named publication; each answer says which.",
        [Listing(list(figures), "Figures"), Listing(list(written), "Descriptions")],
        first_questions(catalogue, None),
    )


def _named(publisher: str | None, title: str, when: str) -> str:
    return ", ".join(part for part in (publisher, title, when) if part)


def go_on(catalogue: Catalogue, focus: str | None) -> Reply:
    """After a yes that accepts nothing in particular."""
    return Reply("Good. What would you like to know?", suggestions=_next_steps(catalogue, focus))


def what_else(catalogue: Catalogue, focus: str | None) -> Reply:
    """After a no."""
    return Reply("All right. Ask me something else, or name another career.", suggestions=_next_steps(catalogue, focus))


def without(catalogue: Catalogue, career_id: str, said: str = "") -> Reply:
    """After the word that somebody does not want a career; `said` where its name may mean others too."""
    one = naming.with_article(said.lower()) if said else naming.one(catalogue.careers[career_id])
    return Reply(
        f"All right, not {one}. Name another career, or say what it should be like, and I look for some.",
        suggestions=[suggestion("Similar careers", "ask_related_careers", career_id), *_next_steps(catalogue, None)],
    )


def capabilities(catalogue: Catalogue, focus: str | None) -> Reply:
    """What can be asked."""
    written = len(catalogue.written)
    return Reply(
        "I answer questions about careers in the United States from official figures and named sources. I am a program, "
        "and I don't guess.",
        [
            Text(
                "Name a career and ask what people in it do, what they earn, how to get in and how long that takes, which education and "
                "skills they need, how the jobs will develop, what the work is like, what speaks for and against it, where it leads, "
                "who hires, where to learn more, and which careers are alike."
            ),
            Text(
                f"I know {written} careers in detail, and the official pay, outlook and entry figures of "
                f"{len(catalogue.figures.occupations)} occupations. Go on with follow-ups such as “and the pay?” or "
                "“what about an electrician?”."
            ),
        ],
        first_questions(catalogue, focus),
    )


def job_search(catalogue: Catalogue, career: str | None) -> Reply:
    """When somebody asks for help with finding, getting or keeping a job."""
    return Reply(
        "Openings, résumés, interviews, offers and trouble at work are not what I know. An American Job Center helps with them for "
        "free: careeronestop.org finds the nearest and lists openings, and a school's career office helps too. What I can tell you "
        "about is the career itself.",
        suggestions=_next_steps(catalogue, career),
    )


def chitchat(*, worried: bool) -> Reply:
    """When somebody just talks; `worried`: they say that they are."""
    if worried:
        return Reply(
            "That is no shame: most people are unsure about this, and nothing has to be decided today. Tell me what you like, or name "
            "a career that you wonder about, and we look at it together.",
            suggestions=[what_suits_me(), suggestion("What you can do", "ask_capabilities")],
        )
    return Reply(
        "I am better at careers than at small talk. Which one are you curious about?",
        suggestions=[suggestion("What can you do?", "ask_capabilities")],
    )


def unhappy(catalogue: Catalogue, own: str | None) -> Reply:
    """When somebody is unhappy where they work; `own` is the career they have, if they said so."""
    known = catalogue.careers[own] if own else None
    lead = "I am sorry it is like that. I cannot settle trouble at work, but I can show you what else there is."
    ways = [suggestion(f"From {naming.many(known)} to what else?", "ask_career_change", known.id)] if known else []
    return Reply(
        lead,
        [Text("To talk it over with somebody, an American Job Center is free: careeronestop.org finds the nearest.")],
        [*ways, *_next_steps(catalogue, None)],
    )


def too_long(catalogue: Catalogue, limit: int, career: str | None) -> Reply:
    """When somebody pastes more than a question; `limit` in characters."""
    return Reply(
        f"That was too long for me: I read up to {limit:,} characters. Please ask in a sentence or two.",
        suggestions=first_questions(catalogue, career),
    )


def not_understood(catalogue: Catalogue, text: str, ranking: tuple[str, ...], career: str | None) -> Reply:
    """When a message is empty or could mean anything."""
    readings = [intent for intent in ranking if intent in TOPICS][:2]
    if career and readings and text.strip():
        name = naming.many(catalogue.careers[career])
        return Reply(
            f"I am not sure what you would like to know about {name}. Was it one of these?",
            suggestions=[suggestion(TOPICS[intent].label, intent, career) for intent in readings],
        )
    return Reply(
        "I did not understand that. Ask me about a career in your own words, for example “What does an electrician do?”.",
        suggestions=first_questions(catalogue, career),
    )


def _next_steps(catalogue: Catalogue, career: str | None) -> list[Suggestion]:
    """Questions about the career in focus; without one, the ways to find one."""
    if career:
        return first_questions(catalogue, career)
    return [
        what_suits_me(),
        suggestion("Search for careers", "find_careers"),
        suggestion("What you can do", "ask_capabilities"),
    ]


def first_questions(catalogue: Catalogue, career: str | None) -> list[Suggestion]:
    """What is mostly asked first of a career; without one, each of another example."""
    if career:
        return [suggestion(TOPICS[intent].label, intent, career) for intent in _FIRST_QUESTIONS]
    examples = [catalogue.careers[each] for each in _EXAMPLES if each in catalogue.careers]
    return [
        suggestion(f"{TOPICS[intent].label}: {naming.in_sentence(example.title)}", intent, example.id)
        for intent, example in zip(_FIRST_QUESTIONS, examples, strict=False)
    ]
