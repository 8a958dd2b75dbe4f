"""The widget's files: what they hold, and how they are served."""

from __future__ import annotations

import gzip
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from serving import WebServer, ask

from careerbot.channels.widget_files import WIDGET, WidgetFiles
from careerbot.paths import PROJECT

FILES = sorted(path for path in WIDGET.rglob("*") if path.is_file())
PAGES = [path for path in FILES if path.suffix == ".html"]
SCRIPTS = [path for path in FILES if path.suffix == ".js"]
HTML_FROM_STRINGS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|setHTML|document\.write|DOMParser|\beval\b|new Function"
)
OTHER_HOST = re.compile(r"""\bhttps?://[^/\s]|["'(]\s*//[^/\s]""")
SVG_NAMESPACE = "http://www.w3.org/2000/svg"  # a name, never fetched


def named(path: Path) -> str:
    return path.name


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


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_a_page_holds_no_script_or_style_that_its_policy_would_block(path: Path) -> None:
    page = Tags(path.read_text(encoding="utf-8"))
    assert page.code == ""
    assert [tag for tag, _ in page.tags if tag == "style"] == []
    assert [attrs for tag, attrs in page.tags if tag == "script" and not attrs.get("src")] == []
    assert [name for _, attrs in page.tags for name in attrs if name == "style" or name.startswith("on")] == []


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_file_a_page_asks_for_is_there(path: Path) -> None:
    tags = Tags(path.read_text(encoding="utf-8")).tags
    asked = [attrs.get("src") or attrs.get("href") for tag, attrs in tags if tag in ("script", "link")]
    assert asked
    assert [name for name in asked if not (WIDGET / str(name)).is_file()] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_an_answer_can_never_become_markup(path: Path) -> None:
    assert HTML_FROM_STRINGS.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", FILES, ids=named)
def test_no_file_names_another_host(path: Path) -> None:
    assert OTHER_HOST.findall(path.read_text(encoding="utf-8").replace(SVG_NAMESPACE, "")) == []


def test_the_whole_widget_loads_fast_on_a_slow_line() -> None:
    assert sum(len(gzip.compress(path.read_bytes())) for path in FILES) <= 30_000  # bytes


def test_the_scripts_types_agree(tsc: list[str]) -> None:
    done = subprocess.run([*tsc, "--project", PROJECT], capture_output=True, text=True, cwd=PROJECT)
    assert done.stdout + done.stderr == ""


def test_the_demo_pages_are_served_with_a_strict_policy(web: WebServer) -> None:
    for page in ("", "launcher.html"):
        answer = ask(f"{web.address}/chat/{page}")
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "<career-chat" in answer.body


def test_modules_are_kept_for_good_under_a_version_and_the_entry_leads_to_it(web: WebServer) -> None:
    version = WidgetFiles().version
    entry = ask(f"{web.address}/chat/careerbot.js")  # follows the redirect
    module = ask(f"{web.address}/chat/{version}/blocks.js")

    assert 'import { CareerChat } from "./element.js"' in entry.body
    for answer in (entry, module):
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"  # scripts of another page load it
    assert ask(f"{web.address}/chat/0123456789abcdef/blocks.js").headers["Cache-Control"] == "no-store"


def test_what_a_browser_has_is_not_sent_again(web: WebServer) -> None:
    first = ask(f"{web.address}/chat/")
    second = ask(f"{web.address}/chat/", headers={"If-None-Match": first.headers["ETag"]})

    assert (second.status, second.body) == (304, "")
    assert ask(f"{web.address}/chat/", headers={"If-None-Match": '"another"'}).status == 200


def test_a_changed_file_changes_the_version(tmp_path: Path) -> None:
    (tmp_path / "careerbot.js").write_text("1", encoding="utf-8")
    before = WidgetFiles(tmp_path).version
    (tmp_path / "careerbot.js").write_text("2", encoding="utf-8")

    assert WidgetFiles(tmp_path).version != before


@pytest.mark.parametrize(
    "path", ["nothing.js", "..%2fcredentials.yml", "../credentials.yml", "v/..%2f..%2fcredentials.yml", "v/nothing.js"]
)
def test_nothing_else_is_served(web: WebServer, path: str) -> None:
    assert ask(f"{web.address}/chat/{path}").status == 404
