"""A server that can be stopped and started, pages of another origin, and a real browser."""

from __future__ import annotations

import http.server
import shutil
import subprocess
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from browsing import Chat, NewChat
from playwright.async_api import Browser, BrowserContext, Page, async_playwright
from running import free_port
from serving import Foreign, WebServer

from careerbot.paths import PROJECT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SITE = (
    "<!doctype html><html lang=en><title>A site</title><h1>A site</h1>"
    '<script type="module" src="/chat/careerbot.js"></script><career-chat open></career-chat>'
)
AXE = PROJECT / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
def foreign() -> Iterator[Foreign]:
    """Pages of another origin than the assistant's."""
    handed_out = Foreign("")

    class Pages(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = handed_out.html.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", handed_out.policy)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages) as pages:
        handed_out.origin = f"http://127.0.0.1:{pages.server_port}"
        threading.Thread(target=pages.serve_forever, daemon=True).start()
        yield handed_out
        pages.shutdown()


@pytest.fixture(scope="session")
def web(model: Path, foreign: Foreign, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebServer]:
    """The assistant as `make run` serves it, which the foreign pages may embed."""
    folder = tmp_path_factory.mktemp("web")
    credentials = folder / "credentials.yml"
    settings = f"{{origins: ['{foreign.origin}'], per_minute_and_address: 6000}}"  # all tests come from one address
    credentials.write_text(f"careerbot.channels.web.WebInput: {settings}\n", encoding="utf-8")
    server = WebServer(free_port(), credentials, folder / "log")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def nginx(web: WebServer, tmp_path: Path) -> Iterator[str]:
    """The address of a site behind nginx, as docs/nginx.conf has it."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        pytest.skip("no nginx on this machine: apt-get install nginx-light")
    site, port = tmp_path / "site", free_port()
    site.mkdir()
    (site / "index.html").write_text(SITE, encoding="utf-8")
    example = (PROJECT / "docs" / "nginx.conf").read_text(encoding="utf-8")
    here = {
        "127.0.0.1:5005": web.address.removeprefix("http://"),
        "127.0.0.1:8080": f"127.0.0.1:{port}",
        "/var/www/site": str(site),
    }
    for there, instead in here.items():
        assert there in example
        example = example.replace(there, instead)
    (tmp_path / "nginx.conf").write_text(example, encoding="utf-8")
    start = f"daemon off; user root; pid {tmp_path}/pid; error_log {tmp_path}/error.log;"
    process = subprocess.Popen([program, "-p", tmp_path, "-c", tmp_path / "nginx.conf", "-g", start])
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=30)


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Headless Chromium."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    async with async_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
        started = await playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield started
        await started.close()


@pytest.fixture
async def new_chat(browser: Browser, web: WebServer) -> AsyncIterator[NewChat]:
    """Opens the chat as a new person; `tab_of` opens it once more for the same one. Errors in the console fail the test."""
    opened: list[BrowserContext] = []
    errors: list[str] = []

    def watch(page: Page) -> None:
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if "Content Security" in message.text else None)

    async def open_chat(address: str = "/chat/", tab_of: Chat | None = None, **settings: object) -> Chat:
        if tab_of:
            context = tab_of.page.context
        else:
            context = await browser.new_context(**{"viewport": {"width": 1100, "height": 800}, **settings})  # type: ignore[arg-type]
            opened.append(context)
        page = await context.new_page()
        watch(page)
        await page.goto(address if address.startswith("http") else web.address + address)
        await page.locator("career-chat").get_by_role("log", include_hidden=True).wait_for(state="attached")
        return Chat(page)

    yield open_chat
    for context in opened:
        await context.close()
    assert errors == []


@pytest.fixture
async def chat(new_chat: NewChat) -> Chat:
    """The chat page, opened by somebody who was never here."""
    return await new_chat()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script that finds what shuts people out."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci")
    return AXE.read_text(encoding="utf-8")
