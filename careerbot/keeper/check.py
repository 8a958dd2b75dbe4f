"""`careerbot knowledge check`: every problem of the knowledge, and what deserves a look."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from careerbot.console import out
from careerbot.keeper.doubts import claimed_twice, of_two_occupations
from careerbot.keeper.screen import table_infos
from careerbot.knowledge import particulars, quiz, search_words, studies
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import Figures
from careerbot.paths import KNOWLEDGE


def check(
    folder: Annotated[Path, typer.Argument(help="The knowledge folder.")] = KNOWLEDGE,
    older_than: Annotated[int, typer.Option(metavar="YEARS", min=0, help="Warn of what is older.")] = 3,
) -> None:
    """Read everything and name every problem with its file, line and field; then what deserves a look."""
    loaded = Catalogue.load(folder)
    _check_what_is_searched(folder, loaded)
    if (folder / quiz.FILE).exists():
        quiz.load(folder / quiz.FILE, loaded.sources)
    oldest = datetime.date.today().year - older_than
    warnings = [
        *claimed_twice(loaded.written, loaded),
        *(warning for career in loaded.written for warning in of_two_occupations(career, loaded)),
        *_old_sources(loaded, oldest),
        *_old_tables(loaded.figures, oldest),
    ]
    for warning in warnings:
        out.print(f"Warning: {warning}", style="yellow", soft_wrap=True)
    out.print(
        f"All right: {len(loaded.written)} careers in full, {len(loaded.figures.occupations)} occupations with "
        f"figures, {len(loaded.sources)} sources; {len(warnings)} warning(s).",
        soft_wrap=True,
    )


def _check_what_is_searched(folder: Path, loaded: Catalogue) -> None:
    """What searches and questions are read by, where the folder has it; KnowledgeError names what is wrong."""
    if (folder / search_words.FILE).exists():
        search_words.load(folder, loaded.figures)
    if (folder / studies.FILE).exists():
        studies.load(folder, loaded)
    if (folder / particulars.FILE).exists():
        particulars.load(folder)


def _old_sources(loaded: Catalogue, oldest: int) -> Iterator[str]:
    for name, source in loaded.sources.items():
        if source.year and source.year < oldest:
            yield f"sources.yml: {name}: from {source.year}; look for a newer edition of {source.title!r}"


def _old_tables(figures: Figures, oldest: int) -> Iterator[str]:
    for name, info in table_infos(figures).items():
        if info.year < oldest:
            yield f"figures/manifest.yml: {name}: from {info.year}; refresh it from a newer release of {info.title!r}"
