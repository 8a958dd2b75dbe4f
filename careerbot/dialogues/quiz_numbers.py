"""The numbers that the quiz and the saved list may say: counts of statements and careers, scores, and the correlations they give."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Sequence

from careerbot.advice.reply import BarChart, Reply, Table
from careerbot.advice.shortlist import MOST
from careerbot.dialogues.known_numbers import Number
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.figures import INTERESTS
from careerbot.knowledge.quiz import quiz

_BANDS = ("729", "608")  # the cut-offs of the O*NET Interest Profiler
_SCALE = ("1", "5")  # "a number from 1 (hate it) to 5 (love it)"
_RULES = ("2", "6")  # answers needed for each of the six interests
_COUNTED = re.compile(
    r"(\d+) of (?:the )?30\b|\bstatement (\d+) of 30|^(\d+) (?:is|are) left|\b(\d+) careers?\b|all (\d+) careers|^(\d+)\. ",
    re.MULTILINE,
)


def of_the_quiz(reply: Reply, careers: Sequence[str]) -> Iterator[Number]:
    """How many statements there are, are answered and are left; the rules; and where scores are shown, what follows from them."""
    statements = len(quiz().statements)
    speaks = any(word in reply.text() for word in ("statement", "left, this one included", "hate it", "Pearson"))
    if speaks:
        yield from (("", each) for each in (str(statements), *_SCALE, *_RULES, *_BANDS))
        counts = [each for match in _COUNTED.findall(reply.text()) for each in match if each]
        yield from (("", each) for each in counts if int(each) <= statements)
    yield from _of_scores(reply, careers)


def of_the_list(reply: Reply, careers: Sequence[str]) -> Iterator[Number]:
    """How many careers the list and the report hold."""
    if "list" in reply.lead or "report" in reply.lead:
        counts = [each for match in _COUNTED.findall(reply.text()) for each in match if each]
        yield from (("", each) for each in counts if int(each) <= MOST)
        yield "", str(MOST)


def _of_scores(reply: Reply, careers: Sequence[str]) -> Iterator[Number]:
    """Scores out of 20, and the correlation of the six shown with the ratings of each career named, worked out anew."""
    charts = [block for block in reply.blocks if isinstance(block, BarChart) and block.source == quiz().method]
    for chart in charts:
        yield "", "20"
        yield from (("", f"{round(bar.value, 1):g}") for bar in chart.bars if 0 <= bar.value <= 20)
        person = {bar.label.lower(): bar.value for bar in chart.bars}
        yield from _correlations([person[name] for name in INTERESTS], careers)
    if not charts:
        yield from _said_before(reply)


def _correlations(person: list[float], careers: Sequence[str]) -> Iterator[Number]:
    if len(set(person)) == 1:
        return
    for each in careers:
        career = catalogue().careers[each]
        rated = catalogue().figures.interests(career.onet or career.soc or "")
        if rated:
            found = statistics.correlation(person, [getattr(rated, name) for name in INTERESTS])
            yield "", f"{abs(found):.3f}".partition(".")[2]


def _said_before(reply: Reply) -> Iterator[Number]:
    """A list of further matches shows no scores: its correlations are those between the bands it names and one."""
    tables = [block for block in reply.blocks if isinstance(block, Table) and block.columns[:2] == ["Career", "Match"]]
    for table in tables:
        for row in table.rows:
            said = re.fullmatch(r"(best fit|great fit|weaker) \((-?\.\d{3})\)", row[1])
            assert said, row
            band = "best fit" if float(said[2]) >= 0.729 else "great fit" if float(said[2]) >= 0.608 else "weaker"
            if band == said[1]:
                yield "", said[2].partition(".")[2]
