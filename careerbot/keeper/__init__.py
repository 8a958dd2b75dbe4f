"""The commands `careerbot knowledge ...`, for whoever keeps the career knowledge. Imports no Rasa.

Knowledge that cannot be used raises KnowledgeError, which `careerbot.cli.main` prints without a trace.
"""

from __future__ import annotations

import typer

from careerbot.keeper import add, check, coverage, refresh, show

__all__ = ["knowledge"]

knowledge = typer.Typer(help="Keep the career knowledge: check, show, add, refresh.", no_args_is_help=True)
knowledge.command()(check.check)
knowledge.command()(show.show)
knowledge.command()(refresh.refresh)
knowledge.command("diff")(refresh.show_diff)
knowledge.command("import-onet")(refresh.import_onet)
knowledge.command()(coverage.coverage)
knowledge.command()(add.add)
