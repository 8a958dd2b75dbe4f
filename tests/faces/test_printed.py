"""A conversation on paper: nothing of it is lost, and nothing in it becomes markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from careerbot.channels.printed import html_talk, markdown, markdown_talk

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "</title><h1>hi",
    "&lt;b&gt; & co",
    "a | b\n# heading\n\n- item",
    "[click](javascript:alert(1))",
    "`code` *bold* _it_ ![x](http://evil)",
    "1. not a list",
)
OURS = set(
    "html head meta title style body h1 h2 h3 p ul ol li table tr th td div footer a".split()  # noqa: SIM905
)


def everywhere(text: str) -> Reply:
    """A reply with `text` in every place that holds one."""
    return Reply(
        text,
        [
            Text(text),
            Listing([text, text], text),
            Listing([text], text, ordered=True),
            Facts([Fact(text, text, "s", text, text)], text),
            Table([text, text], [[text, text]], text),
            BarChart(text, text, [Bar(text, 3, text), Bar(text, -1, text)], "s", text),
            Notice(text, "caution"),
            Progress(1, 3, text),
            Sources([Citation("s", text, text, text, text), Citation("t", text, url="https://example.org/a?b=1&c=2")]),
        ],
        [Suggestion(text, "/goodbye")],
    )


def html(reply: Reply) -> str:
    """The page of a conversation in which the lead was also what was asked."""
    return html_talk([(reply.lead, [reply])])


class Page(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_html(text: str) -> None:
    page, plain = Page(html(everywhere(text))), Page(html(everywhere("text")))

    assert page.tags == plain.tags
    assert not any(name.startswith("on") for name, _ in page.attributes)
    assert all((value or "").startswith("http") for name, value in page.attributes if name == "href")


@given(st.text())
def test_any_text_is_shown_as_it_is_in_html(text: str) -> None:
    page = Page(html(Reply("A lead.", [Text(f"({text})")])))

    assert set(page.tags) <= OURS
    shown = "".join(page.texts)
    assert f"({text})".replace("\r\n", "\n").replace("\r", "\n") in shown.replace("\r\n", "\n").replace("\r", "\n")


def test_a_page_stands_alone() -> None:
    page = Page(html(everywhere("text")))

    assert "script" not in page.tags
    assert "link" not in page.tags
    assert not any(name == "src" for name, _ in page.attributes)
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes


def test_every_part_is_printed_in_both() -> None:
    reply = Reply(
        "The lead.",
        [
            Text("A paragraph."),
            Listing(["First step", "Second step"], "Steps", ordered=True),
            Facts([Fact("Median pay", "$62,350 a year", "s", "May 2024", "electricians")], "Electricians"),
            Table(["Career", "Match"], [["Electricians", "best fit"]], "Matches"),
            Notice("Mind this."),
            Progress(2, 30, "statements done"),
            Sources([Citation("s", "A table", "May 2024", "https://example.org/table")]),
        ],
        [Suggestion("Pay", "/ask_salary")],
    )
    parts = (
        "The lead", "A paragraph", "Steps", "Second step", "Median pay", "62,350 a year", "electricians, May 2024", "Matches",
        "best fit", "Mind this", "2 of 30 statements done", "A table, May 2024", "https://example.org/table",
    )  # fmt: skip
    for part in parts:
        assert part in html(reply), part
        assert part in markdown(reply), part
    assert "/ask_salary" not in html(reply) + markdown(reply)
    assert markdown(reply).endswith("Next: Pay")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_makes_no_markup_in_markdown(text: str) -> None:
    lines = markdown_talk([(text, [everywhere(text)])]).splitlines()

    assert "<script" not in "\n".join(lines)
    assert not any(line.startswith("# heading") for line in lines)
    assert "](" not in re.sub(r"\\.", "", "\n".join(lines))
    assert sum(line.startswith("|") for line in lines) == sum(
        line.startswith("|") for line in markdown_talk([("x", [everywhere("x")])]).splitlines()
    )


def test_only_web_addresses_become_links() -> None:
    page = html(Reply("Lead.", [Sources([Citation("s", "A source", url="javascript:alert(1)")])]))

    assert "javascript" not in page


def test_a_source_is_named_as_elsewhere_with_its_licence_and_each_page_once() -> None:
    page = "https://example.org/a"
    cited = [Citation("a", "An article", url=page, licence="CC BY 4.0")] * 2

    assert f"- An article (undated), CC BY 4.0 <{page}>" in markdown(Reply("Lead.", [Sources(cited)])).splitlines()


def test_a_chart_is_drawn_on_the_page_and_left_out_where_only_words_are() -> None:
    chart = BarChart("Your interests", "points of 20", [Bar("Social", 20, "20"), Bar("Artistic", 5, "5")], "s")
    reply = Reply("Lead.", [chart])

    assert "width: 25%" in html(reply)
    assert "Your interests" in html(reply)
    assert markdown(reply) == "Lead."


def test_a_bar_is_as_long_on_the_page_as_its_value_is_of_the_most() -> None:
    chart = BarChart("Your interests", "points of 20", [Bar("Social", 8, "8"), Bar("Artistic", 5, "5")], "s", most=20)

    assert re.findall(r"width: (\d+%)\"", html(Reply("Lead.", [chart]))) == ["40%", "25%"]


def test_a_conversation_says_who_said_what() -> None:
    talk = [("what do R&D managers earn?", [Reply("A lot.")]), ("1. really", [Reply("Yes.")])]

    assert markdown_talk(talk) == (
        "# A conversation with Careerbot\n\n> what do R&D managers earn?\n\nA lot.\n\n> 1\\. really\n\nYes.\n"
    )
    assert '<h2>what do R&amp;D managers earn?</h2>\n<p class="lead">A lot.</p>' in html_talk(talk)


def test_a_chart_of_nothing_is_no_error() -> None:
    reply = Reply(
        "Lead.", [BarChart("Scores", "points", [Bar("Social", 0, "0")], "s"), BarChart("None", "points", [], "s")]
    )

    assert "width: 0%" in html(reply)
    assert markdown(reply) == "Lead."
