"""pytest collects the conversation tests too: an item a case, with all its careers, variations and paraphrases."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from tests_support import loaded_assistant

from careerbot.dialogues import report
from careerbot.dialogues.bots import BotHere
from careerbot.dialogues.files import BadDialogues, Dialogue, read
from careerbot.dialogues.runner import Job, Result, run


class DialogueFailed(Exception):
    """Some conversations of a case went wrong."""

    def __init__(self, results: list[Result]) -> None:
        super().__init__(
            "\n\n".join(f"{report.title(each)}\n{report.explained(each.failure)}" for each in results if each.failure)
        )


class DialogueFile(pytest.File):
    def collect(self) -> Iterator[pytest.Item]:
        try:
            dialogues = read([self.path])
        except BadDialogues as error:
            raise self.CollectError(str(error)) from None
        for each in dialogues:
            item: pytest.Item = DialogueItem.from_parent(self, name=each.name)
            item.dialogue = each  # type: ignore[attr-defined]
            yield item


class DialogueItem(pytest.Item):
    dialogue: Dialogue

    def runtest(self) -> None:
        if self.dialogue.case.skip:
            pytest.xfail(f"skip: {self.dialogue.case.skip}")
        failed = [result for result in self._played() if result.failure]
        if failed:
            raise DialogueFailed(failed)

    def _played(self) -> Iterable[Result]:
        bot = BotHere(loaded_assistant())
        loop = asyncio.new_event_loop()
        try:
            return [loop.run_until_complete(run(bot, Job(self.dialogue, cell))) for cell in self.dialogue.cells()]
        finally:
            loop.close()

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        return str(excinfo.value) if isinstance(excinfo.value, DialogueFailed) else str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.dialogue.line() - 1, self.name


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    """The files beside this one."""
    if file_path.suffix == ".yml" and file_path.parent == Path(__file__).parent:
        return DialogueFile.from_parent(parent, path=file_path)
    return None
