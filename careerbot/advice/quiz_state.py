"""How far somebody has come in the interest quiz, as plain data that a conversation keeps."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from careerbot.advice.interests import scores
from careerbot.knowledge.quiz import quiz


class State(Struct, frozen=True):
    """An answer is None where the statement was skipped or is still to come."""

    answers: list[int | None]
    at: int = 0  # the place of the statement that waits
    done: bool = False  # the result was shown
    paused: int = 0  # answers to something else since the quiz spoke last
    misread: bool = False  # the last message could not be read as an answer
    preparation: int = 0  # the job zone wanted, 0 for any
    skipped: int = 0  # matches that "more" has passed over
    shown: list[str] = []  # ids of the matches shown last

    @classmethod
    def load(cls, slot: object) -> State | None:
        """The state in a slot; None where there is none, or one of another edition of the quiz."""
        try:
            state = msgspec.convert(slot, cls)
        except msgspec.ValidationError:
            return None
        return state if len(state.answers) == len(quiz().statements) and 0 <= state.at < len(state.answers) else None

    def save(self) -> dict[str, Any]:
        """As it is kept in a slot."""
        return dict(msgspec.to_builtins(self))

    def but(self, **changes: Any) -> State:
        """The same, with changes."""
        return msgspec.structs.replace(self, **changes)

    @property
    def given(self) -> int:
        """How many statements are answered."""
        return sum(each is not None for each in self.answers)

    @property
    def finished(self) -> bool:
        """Whether the result was shown after the last statement, rather than on the way."""
        return self.done and self.at == len(self.answers) - 1

    def scores(self) -> dict[str, float] | None:
        """Points by interest; None while too little is answered."""
        return scores(self.answers, [interest for interest, _ in quiz().statements])
