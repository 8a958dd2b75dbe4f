"""People who talk to a system over HTTP, and what they see of its speed."""

from __future__ import annotations

import http.client
import json
import statistics
import threading
import time
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

QUESTIONS = (
    "What does an electrician do?",
    "how much do they earn?",
    "what about plumbers?",
    "what skills do I need?",
    "is the job growing?",
    "how do I become a registered nurse?",
    "how long does that take?",
    "who employs them?",
)
ROUND = len(QUESTIONS)
SHORT_TALKS = 10  # from which turns 1 and 10 are taken: a conversation has each only once
ROUNDS = 4  # of a long conversation at each length


class Person:
    """Talks over one connection that is kept open."""

    def __init__(self, url: str, name: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=300)
        self._name = name
        self.said = 0
        self.unanswered = 0

    def turn(self) -> float:
        """Milliseconds until the answer is there. Raises SystemExit where the system fails."""
        body = json.dumps({"sender": self._name, "message": QUESTIONS[self.said % ROUND]})
        self.said += 1
        start = time.perf_counter()
        self._connection.request("POST", "/webhooks/rest/webhook", body, {"Content-Type": "application/json"})
        response = self._connection.getresponse()
        answer = response.read()
        took = (time.perf_counter() - start) * 1000
        if response.status != 200:
            raise SystemExit(f"turn {self.said} of {self._name} failed: {response.status} {answer!r}")
        self.unanswered += not json.loads(answer)
        return took

    def turns(self, count: int) -> list[float]:
        return [self.turn() for _ in range(count)]


def typical(took: Iterable[tuple[int, float]]) -> float:
    """Milliseconds a turn, from (place of the question, milliseconds): each question's median, and of these the mean, so that
    no figure depends on which questions happened to fall on it."""
    by_question: dict[int, list[float]] = {}
    for question, ms in took:
        by_question.setdefault(question % ROUND, []).append(ms)
    return statistics.mean(map(statistics.median, by_question.values()))


def speed_now(url: str, name: str, rounds: int = 3) -> float:
    """Milliseconds a turn in a new conversation, past its first round."""
    person = Person(url, name)
    person.turns(ROUND)
    return typical(enumerate(person.turns(ROUND * rounds)))


def growth(url: str, lengths: Sequence[int]) -> dict[int, float]:
    """Milliseconds a turn, by how long the conversation is already. Turn 1 is one question only, the others are all of them."""
    short = [
        Person(url, f"short-{n}").turns(ROUND + max((n for n in lengths if n <= ROUND * 2), default=0))
        for n in range(SHORT_TALKS)
    ]
    found = {
        n: typical((at, ms) for talk in short for at, ms in _around(talk, n, 1)) for n in lengths if n <= ROUND * 2
    }
    person = Person(url, "long")
    took = [person.turn() for _ in range(max(lengths) + ROUNDS * ROUND)]
    return found | {n: typical(_around(took, n, ROUNDS)) for n in lengths if n > ROUND * 2}


def _around(took: Sequence[float], turn: int, rounds: int) -> Iterable[tuple[int, float]]:
    """The turns from number `turn` on, whole rounds of them; of turn 1 itself only, as it begins the conversation."""
    until = 1 if turn == 1 else turn - 1 + ROUND * rounds
    return list(enumerate(took))[turn - 1 : until]


def throughput(url: str, people: int, seconds: float) -> float:
    """Turns a second, of so many people who each ask again as soon as they are answered, a new conversation every 20 turns."""
    start = time.perf_counter()
    counts = [0] * people

    def talk(place: int) -> None:
        while time.perf_counter() < start + seconds:
            person = Person(url, f"crowd-{people}-{place}-{counts[place]}")
            while time.perf_counter() < start + seconds and person.said < 20:
                person.turn()
                counts[place] += 1

    threads = [threading.Thread(target=talk, args=(n,)) for n in range(people)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return sum(counts) / (time.perf_counter() - start)
