"""How fast a search over all careers answers: `.venv/bin/python -m benchmarks.advice`.

Beside it stands a plain scan, which looks every figure up in the tables for every constraint, as a first try would. Numbers of
two machines do not compare; the ratios of one run do.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from careerbot.advice import search_rows
from careerbot.advice.constraints import Constraints
from careerbot.advice.found import Search, search
from careerbot.knowledge.catalogue import catalogue
from careerbot.understanding.reading_constraints import read

QUESTIONS = (
    "no degree and over 60k",
    "outdoors but not farming",
    "something with maths that is not finance",
    "careers with animals, at least 200k and no degree",
    "creative, growing and with people",
    "best paid jobs under two years of training",
)
ROUNDS = 20
LIMIT = 50.0  # milliseconds that an answer may take


def answer(asked: Constraints) -> None:
    """What a turn does: find, rank and say."""
    search(Search(asked), catalogue())


def plain(asked: Constraints) -> None:
    """The same with every row looked up anew."""
    search_rows.rows.cache_clear()
    answer(asked)


def measured(do: Callable[[Constraints], None], rounds: int) -> list[float]:
    """Milliseconds of every answer."""
    times = []
    for _ in range(rounds):
        for question in QUESTIONS:
            asked = read(question).asked
            start = time.perf_counter()
            do(asked)
            times.append((time.perf_counter() - start) * 1000)
    return times


def main() -> None:
    """Print a table; exit with 1 where an answer takes longer than LIMIT."""
    answer(Constraints(order="pay"))  # what is made once is no part of a turn
    quick, slow = measured(answer, ROUNDS), measured(plain, 1)
    print(f"Searching {len(search_rows.rows(catalogue()))} careers, milliseconds an answer")
    print(f"{'':26}{'median':>9}{'slowest':>9}")
    for name, times in (("rows kept", quick), ("plain scan of the tables", slow)):
        print(f"{name:26}{statistics.median(times):9.1f}{max(times):9.1f}")
    if statistics.median(quick) > LIMIT:
        raise SystemExit(f"an answer takes more than {LIMIT:g} ms")


if __name__ == "__main__":
    main()
