"""From pressing Enter in the widget to the drawn answer, beside a plain REST call: `.venv/bin/python -m benchmarks.widget`.

Needs Chromium. Both ask the same questions of the same server, by turns, so the ratio says what the web channel, the browser and
the drawing cost on top of the answer itself. Numbers of two machines do not compare; the ratios of one run do.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
import statistics
import subprocess
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.async_api import Page, async_playwright

from careerbot.paths import PROJECT

ROUNDS = 8  # fewer than a conversation may send at once
QUESTION = "How much do electricians earn?"
_DRAWN = """async (question) => {
    const root = document.querySelector("career-chat").shadowRoot;
    const [field, log] = [root.querySelector("textarea"), root.querySelector(".log")];
    const drawn = new Promise((done) => new MutationObserver((_, seen) => {
        if (!log.lastElementChild.matches(".answer")) return;
        seen.disconnect();
        requestAnimationFrame(() => setTimeout(done)); // painted
    }).observe(log, { childList: true }));
    field.value = question;
    const start = performance.now();
    field.form.requestSubmit();
    await drawn;
    return performance.now() - start;
}"""


@contextmanager
def server() -> Iterator[str]:
    """An assistant on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}"
    command = [PROJECT / ".venv" / "bin" / "careerbot", "serve", "--port", address.rsplit(":", 1)[1]]
    process = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while process.poll() is None and not _answers(address):
            time.sleep(0.5)
        yield address
    finally:
        process.terminate()
        process.wait()


def _answers(address: str) -> bool:
    try:
        return bool(urllib.request.urlopen(address, timeout=2).read())
    except OSError:
        return False


def plain(address: str, sender: str) -> float:
    """Milliseconds of one turn over REST."""
    body = json.dumps({"sender": sender, "message": QUESTION}).encode()
    start = time.perf_counter()
    urllib.request.urlopen(f"{address}/webhooks/rest/webhook", body).read()
    return (time.perf_counter() - start) * 1000


async def measure(address: str, page: Page) -> Iterator[str]:
    """A Markdown table."""
    await page.goto(f"{address}/chat/")
    sender = uuid.uuid4().hex
    plain(address, sender), await page.evaluate(_DRAWN, QUESTION)  # the first turn of each makes the session
    times = [(plain(address, sender), await page.evaluate(_DRAWN, QUESTION)) for _ in range(ROUNDS)]
    rest, drawn = (statistics.median(each) for each in zip(*times, strict=True))
    return iter(
        [
            f"\nFrom sending a question to its answer, median of {ROUNDS} turns:\n",
            "| | ms | ratio |\n|---|---:|---:|",
            f"| baseline: REST | {rest:.0f} | 1 |",
            f"| widget: sent, answered, drawn, painted | {drawn:.0f} | {drawn / rest:.2f} |",
        ]
    )


async def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("\nNot measured: the widget (no Chromium on this machine: apt-get install chromium).")
        return
    with server() as address:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
            )
            for line in await measure(address, await browser.new_page()):
                print(line, flush=True)
            await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
