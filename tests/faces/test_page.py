"""The chat page's own files, checked without a server or a browser."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from careerbot.channels.page import WIDGET

FILES = sorted(path for path in WIDGET.rglob("*") if path.is_file())
PAGE = (WIDGET / "index.html").read_text(encoding="utf-8")
SCRIPT = (WIDGET / "chat.js").read_text(encoding="utf-8")
HTML_FROM_STRINGS = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b")
OTHER_HOST = re.compile(r"""\bhttps?://[^/\s]|["'(]\s*//[^/\s]""")


class Tags(HTMLParser):
    """Every start tag with its attributes, and the text inside scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.code = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:  # the script or style that is open
            self.code += data.strip()


def test_the_page_holds_no_script_or_style_that_its_policy_would_block() -> None:
    page = Tags(PAGE)
    assert page.code == ""
    assert [tag for tag, _ in page.tags if tag == "style"] == []
    assert [attrs for tag, attrs in page.tags if tag == "script" and not attrs.get("src")] == []
    assert [name for _, attrs in page.tags for name in attrs if name == "style" or name.startswith("on")] == []


def test_an_answer_can_never_become_markup() -> None:
    assert HTML_FROM_STRINGS.findall(SCRIPT) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_visit_contacts_no_other_host(path: Path) -> None:
    assert OTHER_HOST.findall(path.read_text(encoding="utf-8")) == []


def test_every_file_the_page_asks_for_is_there() -> None:
    asked = [attrs.get("src") or attrs.get("href") for tag, attrs in Tags(PAGE).tags if tag in ("script", "link")]
    assert asked
    assert [name for name in asked if not (WIDGET / str(name)).is_file()] == []


def test_everything_a_person_can_type_into_or_press_has_a_name() -> None:
    page = Tags(PAGE).tags
    labelled = {attrs.get("for") for tag, attrs in page if tag == "label"}
    fields = [attrs.get("id") for tag, attrs in page if tag in ("input", "textarea", "select")]
    assert fields
    assert [field for field in fields if field not in labelled] == []


def test_the_whole_page_loads_fast_on_a_slow_line() -> None:
    assert sum(len(gzip.compress(path.read_bytes())) for path in FILES) < 15_000  # bytes
