"""What is wrong with a knowledge file, said so that its keeper can mend it.

KnowledgeError
├── BadOfficialFile    a workbook or table that is not what `refresh` expects
└── NotDone            what a command was given cannot be used, and all stays as it was
"""

from __future__ import annotations

from pathlib import Path

import msgspec


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing to mend: where it is and what was expected there."""

    file: str
    line: int  # 1-based; 0 where no line can be named
    field: str  # path inside the file, such as "education.sources"; may be empty
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.field}: {self.message}" if self.field else f"{place}: {self.message}"


class KnowledgeError(Exception):
    """Knowledge that cannot be used; `problems` lists everything that was found, not only the first."""

    @property
    def headline(self) -> str:
        """What stands above the problems."""
        return f"The career knowledge has {len(self.problems)} problem(s):"

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[KnowledgeError], tuple[list[Problem]]]:
        """How it comes from another process: made anew of its problems, not of the text that `Exception` keeps of them."""
        return KnowledgeError, (self.problems,)


class BadOfficialFile(KnowledgeError):
    """An official file that is not the expected one: what was expected and what was found."""

    def __init__(self, file: Path, message: str, *, line: int = 0, field: str = "") -> None:
        super().__init__([Problem(file=str(file), line=line, field=field, message=message)])


class NotDone(KnowledgeError):
    """What a command was given cannot be used; the career knowledge is as it was."""

    @property
    def headline(self) -> str:
        """What stands above the problems."""
        return f"Nothing was changed; {len(self.problems)} problem(s) with what was given:"
