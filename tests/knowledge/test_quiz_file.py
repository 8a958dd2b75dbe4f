"""The quiz file: complete, short, fair, and checked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import INTERESTS
from careerbot.knowledge.problems import KnowledgeError
from careerbot.knowledge.quiz import load, quiz
from careerbot.paths import KNOWLEDGE

# Words that speak of one sex, age or class, or that a school child would not know.
UNFAIR = re.compile(
    r"\b(?:he|she|his|her|man|men|woman|women|boys?|girls?|guys?|mother|father|wife|husband|young|old|elderly|college|rich|poor)\b"
)


def test_five_statements_of_each_interest_are_asked_in_turn() -> None:
    asked = [interest for interest, _ in quiz().statements]

    assert asked == list(INTERESTS) * 5


def test_every_statement_is_short_different_and_about_nobody_in_particular() -> None:
    statements = [statement for _, statement in quiz().statements]

    assert len({each.casefold() for each in statements}) == 30
    for statement in statements:
        assert len(statement.split()) <= 10, statement
        assert not UNFAIR.search(statement.casefold()), statement


def test_the_method_is_a_known_publication(known: Catalogue) -> None:
    source, url = known.source(quiz().method)

    assert source.year == 2016
    assert url


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("      - Start a small business\n", "", "interests.enterprising.statements"),
        ("  social:", "  sozial:", "sozial"),
        ("answers: [Hate it, Dislike it", "answers: [Dislike it", "answers"),
        ("method: onet_matching", "method: hearsay", "'hearsay' is no source"),
    ],
)
def test_a_broken_quiz_is_refused_by_the_field(
    known: Catalogue, tmp_path: Path, old: str, new: str, named: str
) -> None:
    text = (KNOWLEDGE / "quiz.yml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "quiz.yml").write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(KnowledgeError) as refused:
        load(tmp_path / "quiz.yml", known.sources)
    assert any(named in f"{problem.field} {problem.message}" for problem in refused.value.problems)
