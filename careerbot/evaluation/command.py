"""`careerbot evaluate`: how well the assistant understands the questions of a file."""

from __future__ import annotations

import asyncio
import subprocess
from enum import Enum
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.markdown import Markdown

from careerbot.console import err, out
from careerbot.evaluation.measures import Measures, measure
from careerbot.evaluation.questions import BadQuestions, Question, read
from careerbot.paths import PROJECT

SHARED = PROJECT.parent / "shared" / "evaluation" / "questions.jsonl"
OWN = PROJECT / "tests" / "nlu" / "questions.jsonl"


class Baseline(str, Enum):
    """What can be measured beside the assistant, trained on the same examples."""

    SVM = "svm"
    DIET = "diet"


def evaluate(
    file: Annotated[
        Path | None,
        typer.Argument(
            help="Questions, one JSON object a line. Without it ../shared/evaluation/questions.jsonl, where that exists beside "
            "the project's folder, or else tests/nlu/questions.jsonl."
        ),
    ] = None,
    baseline: Annotated[
        list[Baseline] | None,
        typer.Option(help="Train and measure this beside it, in the same run; “diet” takes hours. Can be given twice."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print all figures as one JSON object.")] = False,
    report: Annotated[
        Path | None, typer.Option(help="Write the figures, without any question, to a Markdown file.")
    ] = None,
) -> None:
    """Measure the understanding on questions that it was not trained on."""
    file = file or (SHARED if SHARED.exists() else OWN)
    try:
        questions = read(file)
    except BadQuestions as error:
        err.print(str(error), style="bold red", soft_wrap=True)
        raise typer.Exit(2) from None
    measured = asyncio.run(_measured(questions, baseline or []))
    if as_json:
        own, *others = measured.items()
        beside = {"baselines": dict(others)} if others else {}
        print(msgspec.json.encode({**msgspec.to_builtins(own[1]), **msgspec.to_builtins(beside)}).decode())
        return
    from careerbot.evaluation.report import details, page, summary

    if report:
        report.write_text(page(file.name, len(questions), measured, _commit()), encoding="utf-8")
        err.print(f"Written: {report}")
        return
    text = f"# {len(questions)} questions of {file.name}\n\n{summary(measured)}\n{details(measured['careerbot'])}"
    out.print(Markdown(text) if out.is_terminal else text, soft_wrap=True)


def _commit() -> str:
    """What is checked out, and whether it was changed since."""
    described = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    return described.stdout.strip() or "unknown"


async def _measured(questions: list[Question], baselines: list[Baseline]) -> dict[str, Measures]:
    from careerbot.evaluation import classifiers

    texts = [question.text for question in questions]
    with err.status("Asking the assistant ..."):
        measured = {"careerbot": measure(questions, await classifiers.careerbot(texts))}
    if Baseline.SVM in baselines:
        with err.status("Training and asking a linear support vector machine ..."):
            measured["TF-IDF + linear SVM"] = measure(questions, classifiers.svm(texts))
    if Baseline.DIET in baselines:
        with err.status("Training and asking Rasa's default pipeline, hours the first time ..."):
            measured["Rasa's default pipeline (DIET)"] = measure(questions, await classifiers.diet(texts))
    return measured
