"""Saying which career is meant: asking where a name has several meanings, and saying so where the answer is about a near one."""

from __future__ import annotations

from collections.abc import Sequence

from careerbot.advice import phrasing
from careerbot.advice.reply import Notice, Reply, suggestion
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue

_ABOUT_IT = (("Overview", "ask_overview"), ("Pay", "ask_salary"), ("Similar careers", "ask_related_careers"))


def ask_which(catalogue: Catalogue, said: str, intent: str, candidates: Sequence[str], *, known: bool = True) -> Reply:
    """The question which career is meant by `said`, with the same question about each as suggestions.

    `known` is False where `said` is a special kind of which nothing is known ("wind turbine teacher").
    """
    lead = (
        f"“{naming.capital(said)}” can mean several careers. Which one do you mean?"
        if known
        else f"I have no facts on “{said}” as such. Which of these comes closest?"
    )
    titles = [suggestion(catalogue.careers[each].title, intent, each) for each in candidates]
    return Reply(lead, suggestions=titles)


def special_kind(catalogue: Catalogue, said: str, career_id: str) -> Notice:
    """That the answer is about a career of which the one asked about is a kind."""
    many = naming.many(catalogue.careers[career_id])
    return Notice(f"I have no facts on “{said}” as such; this is what I know about {many}.", "caution")


def called_elsewhere(catalogue: Catalogue, said: str, used_in: str, career_id: str) -> Notice:
    """That a name is another country's, and which career comes nearest to it in the United States."""
    one = naming.one(catalogue.careers[career_id])
    return Notice(f"“{naming.capital(said)}” is what people say in {used_in}. The nearest in the US is {one}.", "info")


def one_career(catalogue: Catalogue, said: Sequence[str], career_id: str) -> Reply:
    """That names held against each other are those of one career."""
    many = naming.many(catalogue.careers[career_id])
    names = phrasing.listed([f"“{each}”" for each in said])
    return Reply(
        f"I know no difference: {names} are one career here, and have the same figures, those of {many}.",
        suggestions=[suggestion(label, intent, career_id) for label, intent in _ABOUT_IT],
    )


def counted_with(catalogue: Catalogue, said: str, career_id: str) -> Notice:
    """That the one asked about is a kind of work for which the career stands that it is counted with."""
    many = naming.many(catalogue.careers[career_id])
    return Notice(f"“{naming.capital(said)}” is counted here with {many}.", "info")
