"""A question of education gets a "Yes" only where it names a field or a route that the file knows."""

from __future__ import annotations

import pytest

from careerbot.advice.topics import answer
from careerbot.knowledge.catalogue import Catalogue


@pytest.mark.parametrize(
    "question",
    [
        "which training and license is required?",
        "do I need a license or certification?",
        "do they have to go to school for years?",
        "is a high school diploma enough?",
        "what military or apprenticeship programs are there?",
    ],
)
def test_a_general_question_is_not_answered_with_a_yes(known: Catalogue, question: str) -> None:
    hasty = [
        career.id
        for career in known.written
        if answer(known, "ask_education", career.id, question).lead.startswith("Yes")
    ]

    assert not hasty


def test_a_named_field_and_a_named_route_are(known: Catalogue) -> None:
    field = answer(known, "ask_education", "music_production_manager", "is a degree in arts management right?")
    route = answer(known, "ask_education", "music_production_manager", "can I get in with a marketing degree?")

    assert field.lead.startswith("Yes, arts management is one of the usual fields")
    assert route.lead.startswith("Yes, that is another way in")
