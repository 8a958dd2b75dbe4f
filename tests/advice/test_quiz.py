"""The quiz as a conversation, without any words: states, wishes, and what is kept in between."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerbot.advice.quiz import interrupted, talk
from careerbot.advice.quiz_state import State
from careerbot.advice.reply import BarChart, Progress, Reply, Table
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.quiz import quiz

TOTAL = len(quiz().statements)


def after(*wishes: str | int) -> tuple[State, Reply]:
    """The state after these wishes from the start; a number is an answer."""
    state, reply, _ = talk(catalogue(), None, "start")
    for wish in wishes:
        name, number = ("answer", wish) if isinstance(wish, int) else (wish, None)
        state, reply, _ = talk(catalogue(), state, name, number)
    assert state
    return state, reply


def blocks(reply: Reply, kind: type[Any]) -> list[Any]:
    return [block for block in reply.blocks if isinstance(block, kind)]


def test_a_statement_comes_with_five_answers_the_ways_out_and_the_progress() -> None:
    _, reply = after(4, 2)

    assert [each.title for each in reply.suggestions] == [*quiz().answers, "Back", "Skip", "Stop"]
    assert blocks(reply, Progress) == [Progress(2, TOTAL, "statements done")]
    assert reply.personal


def test_back_returns_and_the_new_answer_replaces_the_old() -> None:
    state, _ = after(4, 0, "back", 3)

    assert state.answers[:3] == [4, 3, None]
    assert state.at == 2


def test_back_at_the_first_statement_stays_there() -> None:
    state, reply = after("back")

    assert state.at == 0
    assert "first statement" in reply.text()


def test_skip_leaves_a_statement_out_even_after_an_answer() -> None:
    state, _ = after(4, "back", "skip")

    assert state.answers[0] is None
    assert state.at == 1


def test_a_correction_changes_the_answer_before() -> None:
    state, _, _ = talk(catalogue(), after(4, 0)[0], "correct", 3)

    assert state
    assert state.answers[:3] == [4, 3, None]
    assert state.at == 2


def test_an_old_button_changes_its_own_statement() -> None:
    state, reply, _ = talk(catalogue(), after(4, 0, 1)[0], "answer", 3, 0)

    assert state
    assert state.answers[:4] == [3, 0, 1, None]
    assert state.at == 3
    assert quiz().statements[0][1] in reply.text()


def test_a_button_of_a_statement_not_reached_changes_nothing() -> None:
    before = after(4)[0]

    assert talk(catalogue(), before, "answer", 3, 20)[0] == before


def test_the_last_answer_gives_the_result() -> None:
    state, reply = after(*[4, 3, 0, 1, 2, 2] * 5)

    (chart,) = blocks(reply, BarChart)
    assert [bar.value for bar in chart.bars] == [20, 15, 10, 10, 5, 0]
    assert reply.lead == "Your strongest interests are Realistic and Investigative."
    (table,) = blocks(reply, Table)
    assert len(table.rows) == len(state.shown)
    assert state.finished


def test_stopping_too_early_says_what_is_missing_and_keeps_the_answers() -> None:
    state, reply = after(4, 4, "stop")

    assert "too little" in reply.lead
    assert state.answers[:2] == [4, 4]
    assert "Go on with the quiz" in [each.title for each in reply.suggestions]


def test_stopping_half_way_gives_what_is_known_so_far_and_can_be_gone_on_with() -> None:
    state, reply = after(*[4, 3, 0, 1, 2, 2] * 2, "stop")
    assert "12 of the 30 statements" in reply.text()

    state, _, _ = talk(catalogue(), state, "go_on")
    assert state
    assert state.at == 12
    assert not state.done


def test_the_same_answer_throughout_concludes_nothing() -> None:
    state, reply = after(*[4] * TOTAL)

    assert "nothing stands out" in reply.lead
    assert blocks(reply, Table) == []
    assert state.shown == []


@pytest.mark.parametrize("zone", [1, 2, 3, 4, 5])
def test_matches_can_be_narrowed_to_the_preparation_wanted(zone: int) -> None:
    state = talk(catalogue(), after(*[4, 3, 0, 1, 2, 2] * 5)[0], "preparation", zone).state

    assert state
    assert state.shown
    codes = [career.onet or career.soc for career in map(catalogue().careers.__getitem__, state.shown)]
    assert {catalogue().figures.job_zone(code or "") for code in codes} == {zone}


def test_more_goes_on_where_the_list_ended_and_ends_with_a_sentence() -> None:
    state: State | None = after(*[4, 3, 0, 1, 2, 2] * 5)[0]
    seen: list[str] = []
    while state and state.shown:
        assert not set(state.shown) & set(seen)
        seen += state.shown
        state, reply, _ = talk(catalogue(), state, "more")
    assert reply.lead.startswith("There are no more careers")


def test_the_quiz_waits_through_three_other_answers_and_then_keeps_quiet() -> None:
    slot: dict[str, Any] | None = after(4)[0].save()
    said = []
    for _ in range(5):
        changed, reply = interrupted(slot, Reply("An answer."))
        said.append(reply.text())
        slot = changed or slot

    assert "The quiz waits" in said[0]
    assert all("The quiz waits" not in each for each in said[1:])
    assert interrupted(slot, Reply("An answer."))[1].suggestions == []


def test_a_finished_quiz_does_not_wait() -> None:
    slot = after(*[4, 3, 0, 1, 2, 2] * 5)[0].save()

    assert interrupted(slot, Reply("An answer.")) == (None, Reply("An answer."))


@pytest.mark.parametrize(
    "slot", [None, 7, "quiz", [], {}, {"answers": []}, {"answers": [4] * 12}, {"answers": [None] * TOTAL, "at": 99}]
)
def test_a_slot_that_is_no_state_of_this_quiz_is_none(slot: object) -> None:
    assert State.load(slot) is None


wishes = st.one_of(
    st.tuples(st.just("answer"), st.integers(0, 4), st.none() | st.integers(0, TOTAL - 1)),
    st.tuples(st.just("correct"), st.integers(0, 4), st.none()),
    st.tuples(st.just("preparation"), st.integers(0, 5), st.none()),
    st.tuples(
        st.sampled_from(
            [
                "",
                "start",
                "restart",
                "go_on",
                "back",
                "skip",
                "pause",
                "status",
                "explain",
                "stop",
                "results",
                "more",
                "other",
            ]
        ),
        st.none(),
        st.none(),
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(wishes, max_size=60))
def test_no_sequence_of_wishes_leads_astray(turns: list[tuple[str, int | None, int | None]]) -> None:
    state: State | None = None
    for wish, number, statement in turns:
        state, reply, _ = talk(catalogue(), state, wish, number, statement)
        assert reply.lead
        assert reply.suggestions
        assert Reply.from_document(json.loads(json.dumps(reply.document()))) == reply
        if state:
            assert State.load(json.loads(json.dumps(state.save()))) == state
            assert msgspec.to_builtins(state)["at"] < TOTAL
