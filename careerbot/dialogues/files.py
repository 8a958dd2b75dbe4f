"""Files of conversation tests: found, read and checked; every problem with its line and what was expected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from careerbot.dialogues.placeholders import BadPlaceholder, combinations, filled
from careerbot.dialogues.schema import ACTS, RASA, Case, File, Step
from careerbot.knowledge import yaml_files
from careerbot.knowledge.problems import Problem
from careerbot.paths import PROJECT

FOLDER = PROJECT / "tests" / "conversations"


class BadDialogues(Exception):
    """Files that cannot be played; `problems` lists everything that is wrong with them."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


class Dialogue(Struct, frozen=True):
    """One test case of a file."""

    file: Path
    index: int
    case: Case

    @property
    def name(self) -> str:
        """What it shows."""
        return self.case.test_case

    def line(self, step: int | None = None) -> int:
        """Where the case, or one of its steps, stands in the file."""
        field = f"test_cases[{self.index}]" + (f".steps[{step}]" if step is not None else "")
        return yaml_files.line_of(self.file, field)

    def cells(self) -> Iterator[dict[str, str]]:
        """Each combination of `for_each`; a single empty one without it. Raises BadPlaceholder."""
        return combinations(self.case.for_each)


def shown(path: Path) -> str:
    """A path as people type it from where they are."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def find(paths: Iterable[Path]) -> list[Path]:
    """The files named, and those in the folders named."""
    return [each for path in paths for each in (sorted(path.glob("*.yml")) if path.is_dir() else [path])]


def read(paths: Iterable[Path]) -> list[Dialogue]:
    """Read and check files. Raises BadDialogues."""
    dialogues: list[Dialogue] = []
    problems: list[Problem] = []
    for path in paths:
        file, found = yaml_files.read(path, File, shown_as=shown(path))
        own = [Dialogue(path, index, case) for index, case in enumerate(file.test_cases)] if file else []
        dialogues += own
        problems += [*found, *_same_names(own), *(problem for each in own for problem in _unplayable(each))]
    if problems:
        raise BadDialogues(problems)
    return dialogues


def _same_names(dialogues: list[Dialogue]) -> Iterator[Problem]:
    counts = Counter(each.name for each in dialogues)
    for each in dialogues:
        if counts[each.name] > 1:
            yield _problem(each, "test_case", f"{each.name!r} is the name of another case too")


def _unplayable(dialogue: Dialogue) -> Iterator[Problem]:
    """What types cannot say about a case."""
    case = dialogue.case
    if case.steps[0].user is None:
        yield _problem(dialogue, "steps[0]", "expected user: somebody must begin")
    if bool(case.vary) != bool(case.expect_equal):
        yield _problem(dialogue, "vary", "expected vary and expect_equal together")
    for index, step in enumerate(case.steps):
        yield from (_problem(dialogue, f"steps[{index}]", text) for text in _faults(step))
    yield from _bad_placeholders(dialogue)


def _faults(step: Step) -> Iterator[str]:
    acts = [act for act in ACTS if getattr(step, act) is not None]
    if len(acts) > 1:
        yield f"expected one of {', '.join(ACTS)}, found {' and '.join(acts)}"
    if step == Step():
        yield f"expected one of {', '.join((*ACTS, *RASA))}, found an empty step"
    if step.paraphrases and step.user is None:
        yield "expected user beside paraphrases: they are other wordings of it"
    if step.act == "wait" and step != Step(wait=step.wait):
        yield "expected no expectations beside wait: nobody answers it"


def _bad_placeholders(dialogue: Dialogue) -> Iterator[Problem]:
    case = dialogue.case
    try:
        every = {**next(combinations(case.for_each), {}), **next(combinations(case.vary), {})}
        filled(case, every)
    except BadPlaceholder as error:
        yield _problem(dialogue, "", str(error))


def _problem(dialogue: Dialogue, field: str, message: str) -> Problem:
    path = f"test_cases[{dialogue.index}]" + (f".{field}" if field else "")
    return Problem(shown(dialogue.file), yaml_files.line_of(dialogue.file, path), path, message)
