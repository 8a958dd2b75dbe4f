"""Every kind of Reply, drawn within Slack's limits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_stand_in import problems, shown

from careerbot.advice.reply import (
    Bar,
    BarChart,
    Citation,
    Fact,
    Facts,
    Listing,
    Notice,
    Progress,
    Reply,
    Sources,
    Suggestion,
    Table,
    Text,
)
from careerbot.advice.topics import TOPICS, answer
from careerbot.channels.slack.blocks import MOST_BLOCKS, Drawn, draw
from careerbot.knowledge.catalogue import Catalogue

LONG = "A sentence that goes on and on & on. " * 300


def valid(drawn: Drawn) -> Drawn:
    assert not [problem for block in drawn.blocks for problem in problems(block)]
    assert 1 <= len(drawn.blocks) <= MOST_BLOCKS
    assert len({block["block_id"] for block in drawn.blocks if "block_id" in block}) == len(
        [block for block in drawn.blocks if "block_id" in block]
    )
    return drawn


def every_kind() -> Iterator[Reply]:
    yield Reply("Just a sentence.")
    yield Reply(LONG)
    yield Reply("Text", [Text("one"), Text(LONG), Text("")])
    yield Reply("Notices", [Notice("info"), Notice("two\nlines <b>", "caution"), Notice(LONG, "help")])
    yield Reply("Many lines", [Notice("a\n" * 1300), Text("a &\n" * 1300), Text(f"{' ' * 4000}a"), Text("a" * 9000)])
    yield Reply("Escapes", [Text("&" * 40_000)])
    yield Reply("Lists", [Listing(["a", "b & c"]), Listing(["one", "two"], "In order", ordered=True), Listing([LONG])])
    rows = [Fact(f"Label {number}", f"${number}", "figures/pay", "May 2024", "electricians") for number in range(23)]
    yield Reply("Facts", [Facts(rows, "Pay"), Facts([*rows[:2], Fact("Other", LONG, "figures/pay")])])
    yield Reply(
        "Table",
        [Table(["", "Electrician", "Plumber"], [["Pay", "$62,350", ""], ["Outlook", LONG[:300], "8%"]], "Compared")],
    )
    yield Reply("Two tables", [Table(["a", "b"], [["1", "2"]]), Table(["a", "b"], [["3", "4"]], "Second")])
    yield Reply("Big table", [Table(["a", "b"], [[str(number), "x"] for number in range(150)])])
    yield Reply("Wide table", [Table([str(number) for number in range(22)], [[str(number) for number in range(22)]])])
    yield Reply(
        "Bars", [BarChart("Pay range", "dollars", [Bar("Low", 1.0, "$1"), Bar("Fall", -4.0, "-4")], "figures/pay")]
    )
    yield Reply("No bars", [BarChart("Pay range", "dollars", [Bar("None", 0.0, "0")], "figures/pay")])
    yield Reply(
        "Progress", [Progress(0, 30, "statements"), Progress(30, 30, "statements"), Progress(0, 0, "statements")]
    )
    sources = [
        Citation(f"s{number}", f"Publisher | {number % 3}", "2024", f"https://example.org/{number}?a=1&b=2")
        for number in range(90)
    ]
    yield Reply("Sources", [Sources(sources), Sources([Citation("x", "No address <here>")])])
    yield Reply(
        "Long sources", [Sources([Citation(f"s{n}", f"Publication {n} " + "x" * 200, "2024") for n in range(40)])]
    )
    yield Reply("Long buttons", suggestions=[Suggestion("t" * 200, "/x" * 2000)])
    yield Reply("Many buttons", suggestions=[Suggestion(f"Career {number}", f"/a{number}") for number in range(25)])
    yield Reply(
        "A menu", suggestions=[Suggestion("t" * 100 + str(number), f"/a{number}" * 90) for number in range(130)]
    )
    yield Reply("Very much", [Facts(rows, str(number)) for number in range(30)], [Suggestion("Go on", "/a")])
    yield Reply("All too much", [Text(LONG) for _ in range(40)], [Suggestion("Go on", "/a")])


@pytest.mark.parametrize("reply", list(every_kind()), ids=lambda reply: reply.lead[:20])
def test_every_kind_of_reply_is_within_slacks_limits(reply: Reply) -> None:
    drawn = valid(draw(reply))

    assert 1 <= len(drawn.text) <= 4000
    assert len(drawn.text_alone) <= 40_000


def test_a_bar_is_as_long_as_its_value_is_of_the_most() -> None:
    chart = BarChart("Interests", "points of 20", [Bar("Social", 8, "8"), Bar("Artistic", 5, "5")], "onet", most=20)

    text = shown({"blocks": valid(draw(Reply("Lead.", [chart]))).blocks})

    assert [line.count("█") for line in text.splitlines() if "█" in line] == [8, 5], "of 20 places"


def test_a_page_that_is_cited_twice_is_one_link() -> None:
    page = "https://example.org/table"
    twice = [Citation("pay", "The table", "May 2024", page), Citation("pay/nurses", "The table", "May 2024", page)]

    assert shown({"blocks": valid(draw(Reply("Lead.", [Sources(twice)]))).blocks}).count(page) == 1


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_every_answer_about_every_career_with_a_file_is_within_slacks_limits(known: Catalogue, topic: str) -> None:
    for career in known.written:
        drawn = valid(draw(answer(known, topic, career.id)))
        assert len(drawn.blocks) <= 20, "one screen or two, not a wall"


def test_the_longest_answer_loses_nothing(known: Catalogue) -> None:
    replies = [answer(known, topic, career.id) for topic in TOPICS for career in known.written]
    longest = max(replies, key=lambda each: len(each.text()))

    text = shown({"blocks": valid(draw(longest)).blocks})

    for block in longest.blocks:
        if isinstance(block, Listing):
            assert all(item in text for item in block.items)
        if isinstance(block, Sources):
            assert all(item.url in text for item in block.items if item.url)


texts = st.text(alphabet=st.sampled_from("aB <>&*_~`|\n$%:/.-“”é你"), min_size=1, max_size=120)
some = st.lists(texts, max_size=12)
blocks = st.one_of(
    st.builds(Text, texts),
    st.builds(Notice, texts),
    st.builds(Listing, some, texts, st.booleans()),
    st.builds(Facts, st.lists(st.builds(Fact, texts, texts, texts, texts), max_size=25), texts),
    st.integers(1, 5).flatmap(
        lambda width: st.builds(
            Table,
            st.lists(texts, min_size=width, max_size=width),
            st.lists(st.lists(texts, min_size=width, max_size=width), max_size=5),
            texts,
        )
    ),
    st.builds(BarChart, texts, texts, st.lists(st.builds(Bar, texts, st.floats(-1e9, 1e9), texts)), texts),
    st.builds(Sources, st.lists(st.builds(Citation, texts, texts, texts), max_size=20)),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.builds(
        Reply,
        texts.filter(str.strip),
        st.lists(blocks, max_size=20),
        st.lists(st.builds(Suggestion, texts, texts), max_size=40),
    )
)
def test_whatever_a_reply_holds_slack_can_draw_it(reply: Reply) -> None:
    valid(draw(reply))


def test_figures_stand_as_fields_with_their_measure_below(known: Catalogue) -> None:
    drawn = draw(answer(known, "ask_salary", "electrician"))
    fields = [field["text"] for block in drawn.blocks for field in block.get("fields") or ()]

    assert "*Median*\n$62,350 a year" in fields
    assert "electricians, May 2024" in shown({"blocks": drawn.blocks})


def test_a_stand_in_figure_is_said_behind_a_bar(known: Catalogue) -> None:
    drawn = draw(answer(known, "ask_salary", "music_production_manager"))

    assert any(
        (block.get("text") or {}).get("text", "").startswith("> These are the figures of producers")
        for block in drawn.blocks
    )


def test_the_first_table_is_a_table_and_the_second_stands_in_columns() -> None:
    drawn = draw(Reply("Both", [Table(["a", "b"], [["1", "2"]]), Table(["Job", "Pay"], [["Electrician", "$1"]])]))

    assert [block["type"] for block in drawn.blocks] == ["section", "table", "rich_text"]
    assert "Job          Pay\n-----------  ---\nElectrician  $1" in shown({"blocks": drawn.blocks})


def test_what_a_table_leaves_empty_is_named_or_marked() -> None:
    drawn = draw(Reply("One", [Table(["", "Plumber"], [["Pay", ""]])]))

    assert [[cell["text"] for cell in row] for row in drawn.blocks[1]["rows"]] == [
        ["Compared", "Plumber"],
        ["Pay", "–"],
    ]


def test_nothing_in_a_reply_mentions_anybody() -> None:
    hostile = "<!channel> <@U1> <https://evil.example|click> & *bold*"
    reply = Reply(
        hostile,
        [
            Text(hostile),
            Notice(hostile),
            Facts([Fact(hostile, hostile, "x", hostile, hostile)], hostile),
            Sources([Citation("x", hostile, hostile, "https://example.org/>|<!here>")]),
        ],
    )
    drawn = valid(draw(reply))
    marked = [drawn.text, *(text for block in drawn.blocks for text in _marked(block))]

    assert not [text for text in marked if any(wrong in text for wrong in ("<!", "<@", "<#"))]


def _marked(block: dict[str, object]) -> list[str]:
    parts = [block.get("text"), *(block.get("fields") or ()), *(block.get("elements") or ())]  # type: ignore[misc, has-type]
    return [part["text"] for part in parts if isinstance(part, dict) and part.get("type") == "mrkdwn"]
