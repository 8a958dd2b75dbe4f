"""Slack's markup, read and written."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careerbot.channels.slack.markup import cut, escaped, linked, plain

BOT = "UBOT"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("<@UBOT> what do nurses earn?", "what do nurses earn?"),
        ("hey <@UBOT|careerbot>, hello", "hey , hello"),
        ("ask <@U2|ann> or <@U3>", "ask @ann or @someone"),
        ("see <#C1|general> and <#C2>", "see #general and #channel"),
        ("<!here> <!subteam^S1|@team> <!channel>", "here @team channel"),
        ("mail <mailto:a@b.org|a@b.org> or <mailto:c@d.org>", "mail a@b.org or c@d.org"),
        ("<https://bls.gov|the bureau> <https://onetonline.org>", "the bureau https://onetonline.org"),
        ("R&amp;D &lt;3 &amp;lt;", "R&D <3 &lt;"),
        ("  two\n lines ", "two\n lines"),
    ],
)
def test_what_was_typed_is_read_without_markup(typed: str, read: str) -> None:
    assert plain(typed, BOT) == read


@given(st.text())
def test_whatever_is_typed_can_be_read(text: str) -> None:
    assert isinstance(plain(text, BOT), str)


@given(st.text(alphabet="a <>&@#!|U1."))
def test_an_escaped_text_holds_no_markup_and_reads_back(text: str) -> None:
    safe = escaped(text)

    assert not {"<", ">"} & set(safe)
    assert plain(safe) == plain(escaped(text.strip()))


@given(st.text(alphabet="htps:/w.org@!<>|&a "))
@example("see http.org")
@example("HTTPS://bls.gov")
def test_only_addresses_become_links(text: str) -> None:
    for piece in linked(text).split("<")[1:]:
        assert piece.lower().startswith(("https://", "http://"))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Ask careeronestop.org.", "Ask <https://careeronestop.org|careeronestop.org>."),
        (
            "at https://www.bls.gov/ooh/x.htm, and",
            "at <https://www.bls.gov/ooh/x.htm|https://www.bls.gov/ooh/x.htm>, and",
        ),
        ("e.g. 3.5 percent of R&D", "e.g. 3.5 percent of R&amp;D"),
        ("<!channel>", "&lt;!channel&gt;"),
    ],
)
def test_addresses_are_links_and_the_rest_is_escaped(text: str, marked: str) -> None:
    assert linked(text) == marked


def test_a_cut_text_says_that_it_is_cut() -> None:
    assert cut("a long title", 6) == "a lon…"
    assert cut("short", 6) == "short"
