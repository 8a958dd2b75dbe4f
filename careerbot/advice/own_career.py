"""What a person works as beside a career that is told of."""

from __future__ import annotations

from careerbot.advice.change import schooling
from careerbot.advice.comparison.by_figures import PAY
from careerbot.advice.draft import Subject


def pay_beside(here: Subject, there: Subject) -> str:
    """A sentence on the median pay of `there` and of a person's own career."""
    return PAY.verdict(PAY.standing((here, there)), there.catalogue.figures.info("pay").period)


def schooling_beside(here: Subject, there: Subject) -> str:
    """A sentence on the schooling at entry of `there`, seen from a person's own career."""
    return f"Coming from {here.many}: {schooling(here, there)}. What you have yourself may be more."
