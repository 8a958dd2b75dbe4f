"""What a person does with the widget and sees of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from playwright.async_api import Locator, Page, expect


class Chat:
    """The widget on a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.widget = page.locator("career-chat")
        self.log = self.widget.get_by_role("log")
        self.field = self.widget.get_by_label("Your question")
        self.trouble = self.widget.get_by_role("alert").locator(".trouble")
        self.answers = self.log.locator(".answer:not(.greeting)")
        self.questions = self.log.locator(".said p")

    async def say(self, text: str) -> Locator:
        """Type, press Enter, and wait for the answer."""
        before = await self.answers.count()
        await self.field.fill(text)
        await self.field.press("Enter")
        return await self._answer_after(before)

    async def press(self, title: str) -> Locator:
        """Press a suggestion, and wait for the answer."""
        before = await self.answers.count()
        await self.log.get_by_role("button", name=title, exact=True).click()
        return await self._answer_after(before)

    async def menu(self, item: str) -> None:
        """Choose from the menu."""
        await self.widget.get_by_role("button", name="More").click()
        await self.widget.get_by_role("button", name=item).click()

    async def said(self) -> list[str]:
        """What the person said, as it stands in the log."""
        return await self.questions.all_inner_texts()

    async def leads(self) -> list[str]:
        """The first sentence of each answer."""
        return await self.answers.locator(".lead").all_inner_texts()

    async def kept(self) -> str:
        """All that the browser remembers."""
        return str(await self.page.evaluate("JSON.stringify(localStorage)"))

    async def _answer_after(self, before: int) -> Locator:
        await expect(self.answers).to_have_count(before + 1, timeout=30_000)
        return self.answers.last


NewChat = Callable[..., Awaitable[Chat]]
