"""Suggestions that several answers make: what they ask when they are pressed."""

from __future__ import annotations

from careerbot.advice import quiz, report, shortlist
from careerbot.advice.suggestions import compare_the_first_two, start_the_quiz_over, take_the_quiz
from careerbot.knowledge.catalogue import Catalogue


def test_the_first_two_are_compared_and_one_is_not() -> None:
    (offered,) = compare_the_first_two(["nurse", "plumber", "actor"])

    assert offered.payload == '/compare_careers{"career":["nurse","plumber"]}'
    assert compare_the_first_two(["nurse"]) == []


def test_an_empty_list_and_an_empty_report_lead_to_the_first_statement_of_the_quiz(known: Catalogue) -> None:
    empty = [shortlist.show(known, []), report.report(known, [], None, sent=False)]

    assert [each.suggestions for each in empty] == [[take_the_quiz()]] * 2
    assert take_the_quiz().payload == '/help_me_choose{"quiz_step":"start"}'
    assert quiz.talk(known, None, "start").reply.lead.startswith("How would you like to")


def test_a_quiz_that_waits_offers_to_start_over(known: Catalogue) -> None:
    answered = quiz.talk(known, quiz.begin().state, "answer", 3)

    assert start_the_quiz_over() in quiz.offer(answered.state).reply.suggestions
