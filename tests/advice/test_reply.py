"""What every answer about a career must be, whatever the career and the question."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from careerbot.advice import reply as replies
from careerbot.advice.reply import BarChart, Citation, Fact, Facts, Reply, Sources, Suggestion
from careerbot.advice.topics import TOPICS, answer
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.schema import Career, CareerFile
from careerbot.paths import PROJECT

TEXT = st.text(max_size=30)
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
CITATIONS = st.builds(Citation, TEXT, TEXT, TEXT, st.none() | TEXT, st.none() | TEXT)
FACTS = st.builds(Fact, TEXT, TEXT, TEXT, TEXT, st.none() | TEXT)
BLOCKS = st.one_of(
    st.builds(replies.Text, TEXT),
    st.builds(replies.Listing, st.lists(TEXT, max_size=4), TEXT, st.booleans()),
    st.builds(Facts, st.lists(FACTS, min_size=1, max_size=4), TEXT),
    st.builds(replies.Table, st.just(["a", "b"]), st.lists(st.lists(TEXT, min_size=2, max_size=2), max_size=3), TEXT),
    st.builds(BarChart, TEXT, TEXT, st.lists(st.builds(replies.Bar, TEXT, NUMBER, TEXT), max_size=3), TEXT, TEXT),
    st.builds(replies.Notice, TEXT, st.sampled_from(["info", "caution", "help"])),
    st.builds(Sources, st.lists(CITATIONS, max_size=3)),
)
REPLIES = st.builds(Reply, TEXT, st.lists(BLOCKS, max_size=5), st.lists(st.builds(Suggestion, TEXT, TEXT), max_size=4))


@settings(deadline=None)
@given(REPLIES)
def test_a_reply_comes_out_of_its_document_as_it_went_in(reply: Reply) -> None:
    travelled = json.loads(json.dumps(reply.document()))
    assert Reply.from_document(travelled) == reply
    assert Reply.from_document(travelled).text() == reply.text()


@pytest.mark.parametrize("document", [None, "text", {}, {"lead": 7}, {"lead": "x", "blocks": [{"type": "cake"}]}])
def test_a_document_that_is_no_reply_is_refused(document: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        Reply.from_document(document)


def test_a_figure_keeps_its_source_and_year_on_the_way() -> None:
    reply = answer(catalogue(), "ask_salary", "electrician")
    arrived = Reply.from_document(json.loads(json.dumps(reply.document())))
    (facts,) = [block for block in arrived.blocks if isinstance(block, Facts)]
    (chart,) = [block for block in arrived.blocks if isinstance(block, BarChart)]
    period = catalogue().figures.info("pay").period
    assert len(facts.rows) == 5
    assert {(row.source, row.when, row.measured_for) for row in facts.rows} == {("figures/pay", period, "electricians")}
    assert (chart.source, chart.when) == ("figures/pay", period)
    assert period in arrived.text()


# --- every topic of every written career, and of 60 others ------------------------------------------------------------

WRITTEN = [career.id for career in catalogue().written]
_OTHERS = sorted(catalogue().careers.keys() - set(WRITTEN))
OTHERS = random.Random(60).sample(_OTHERS, 60)
INTENTS = frozenset(
    intent if isinstance(intent, str) else next(iter(intent))
    for intent in yaml.safe_load((PROJECT / "domain.yml").read_text(encoding="utf-8"))["intents"]
)
SLIPS = re.compile(r"\bNone\b|\bnan\b|\{|\}|  |\.\.|,,|\. \.|\?\.|!\.|::|:\.")


def _answers(intent: str) -> Iterator[tuple[str, Reply]]:
    for each in (*WRITTEN, *OTHERS):
        yield each, answer(catalogue(), intent, each)


def _words(part: Any) -> Iterator[str]:
    """All texts of a career's file."""
    if isinstance(part, str):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _words(inner)


def _generated(text: str, career: Career) -> str:
    """The text without the sentences of the file that begin with the English word "None"."""
    for words in _words(msgspec.to_builtins(career)):
        if words.startswith("None "):
            text = text.replace(words, "")
    return text


def test_there_are_written_careers_and_others() -> None:
    assert len(WRITTEN) > 100
    assert not any(isinstance(catalogue().careers[each], CareerFile) for each in OTHERS)


@pytest.mark.parametrize("intent", TOPICS)
def test_an_answer_is_a_clean_text_with_a_lead(intent: str) -> None:
    wrong = []
    for career, reply in _answers(intent):
        text = reply.text()
        generated = _generated(text, catalogue().careers[career])
        wrong += [
            (career, generated[max(0, slip.start() - 30) : slip.end() + 10]) for slip in SLIPS.finditer(generated)
        ]
        if not reply.lead.rstrip('"”').endswith((".", ":", "?", "!")):
            wrong.append((career, f"the lead ends in {reply.lead[-10:]!r}"))
        if not all(line.strip() for line in text.split("\n")):
            wrong.append((career, "a blank line, at which channels would cut the text"))
    assert wrong == []


@pytest.mark.parametrize("intent", TOPICS)
def test_every_figure_of_an_answer_names_a_source_that_is_cited(intent: str) -> None:
    wrong = []
    for career, reply in _answers(intent):
        cited = {citation.id for block in reply.blocks if isinstance(block, Sources) for citation in block.items}
        facts = [fact for block in reply.blocks if isinstance(block, Facts) for fact in block.rows]
        used = {fact.source for fact in facts} | {block.source for block in reply.blocks if isinstance(block, BarChart)}
        wrong += [(career, source) for source in used - cited]
        wrong += [(career, fact.label) for fact in facts if not fact.when or not fact.measured_for]
        wrong += [(career, "two blocks of sources")] * (sum(isinstance(block, Sources) for block in reply.blocks) > 1)
    assert wrong == []


@pytest.mark.parametrize("intent", TOPICS)
def test_suggestions_are_few_and_ask_what_the_bot_understands(intent: str) -> None:
    wrong = []
    for career, reply in _answers(intent):
        if len(reply.suggestions) > 5 or len(set(reply.suggestions)) < len(reply.suggestions):
            wrong.append((career, reply.suggestions))
        for each in reply.suggestions:
            parts = re.fullmatch(r"/([a-z_]+)(\{.*\})", each.payload)
            asks = (parts[1], json.loads(parts[2])) if parts else None
            if (
                not asks
                or asks[0] not in INTENTS
                or (asks[0] == intent) is not each.title.startswith("The same for ")
                or (asks[0] != intent and asks[1] not in ({"career": career}, {"career": career, "list_step": "save"}))
                or not each.title
            ):
                wrong.append((career, each))
    assert wrong == []
