"""`careerbot test`: play conversation tests, and say what went wrong and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from careerbot.console import err, out
from careerbot.dialogues import files, outputs, recording, report
from careerbot.dialogues.coverage import Coverage, coverage
from careerbot.dialogues.runner import Job, Options, Result, Where, jobs_of, run_all
from careerbot.shell import loading
from careerbot.shell.chat import Url, hold

_SHOWN_UNVISITED = 12


def test(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="[FILES]", help="Files or folders of cases.")] = None,
    url: Url = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes to play in.")] = None,
    named: Annotated[str, typer.Option("-k", metavar="TEXT", help="Only cases with this in their name or file.")] = "",
    fail_fast: Annotated[bool, typer.Option(help="Stop at the first failure.")] = False,
    run_skipped: Annotated[bool, typer.Option(help="Play the cases that are marked `skip` as well.")] = False,
    update: Annotated[bool, typer.Option(help="Show what is drawn differently, then keep it as reviewed.")] = False,
    show_coverage: Annotated[bool, typer.Option("--coverage", help="Say what no conversation visits.")] = False,
    junit: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the results as JUnit XML.")] = None,
    as_json: Annotated[Path | None, typer.Option("--json", metavar="FILE", help="Write the results as JSON.")] = None,
    record: Annotated[Path | None, typer.Option(metavar="FILE", help="Talk, and write a case of it.")] = None,
) -> None:
    """Play conversation tests. Ends with 1 where one fails, with 2 where a file cannot be played."""
    if record:
        _record(record, url)
        return
    chosen = _chosen(paths or [files.FOLDER], named)
    where = Where(url=url) if url else Where(model=loading.trained())
    options = Options(skipped_too=run_skipped, ignore_drawings=update)
    results = _play(where, chosen, options, jobs, fail_fast)
    _update(results) if update else None
    rows = coverage(results) if show_coverage or as_json else []
    _write(junit, lambda: outputs.as_junit(results))
    _write(as_json, lambda: outputs.as_json(results, rows).encode())
    if show_coverage:
        _show_coverage(rows)
    _sum_up(results)
    if any(result.failure for result in results):
        raise typer.Exit(1)


def _chosen(paths: list[Path], named: str) -> list[Job]:
    try:
        dialogues = files.read(files.find(paths))
    except files.BadDialogues as error:
        err.print("\n".join(map(str, error.problems)), style="bold red", soft_wrap=True)
        raise typer.Exit(2) from None
    wanted = [each for each in dialogues if named.casefold() in f"{each.file.stem} {each.name}".casefold()]
    if not wanted:
        err.print(f"No case of {len(dialogues)} has {named!r} in its name or file.", style="bold red")
        raise typer.Exit(2)
    return jobs_of(wanted)


def _play(where: Where, chosen: list[Job], options: Options, processes: int | None, fail_fast: bool) -> list[Result]:
    """Play with a moving bar; failures are told as they come. Raises CannotTalk."""
    results: list[Result] = []
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("Loading the assistant", total=len(chosen))
        played = run_all(where, chosen, options, processes, lambda: bar.update(task, description="Playing"))
        with closing(played):
            for result in played:
                results.append(result)
                bar.advance(task)
                _tell(result)
                if fail_fast and result.failure:
                    break
    return results


def _tell(result: Result) -> None:
    if result.failure:
        out.print(f"FAILED {report.title(result)}", style="bold red", soft_wrap=True)
        out.print(report.explained(result.failure) + "\n", soft_wrap=True)


def _sum_up(results: list[Result]) -> None:
    counts = {kind: sum(outputs.outcome(each) == kind for each in results) for kind in ("passed", "failed", "skipped")}
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
    seconds = sum(each.seconds for each in results)
    out.print(f"{told}; {seconds:.0f} s of talk", style="bold red" if counts["failed"] else "bold green")
    for reason, count in _reasons(results):
        out.print(f"  skipped {count}: {reason}")
    unchecked = sum(len(each.left_out) for each in results)
    if unchecked:
        out.print(f"  expectations left out: {unchecked}; a server does not tell what it understood.")


def _reasons(results: list[Result]) -> Iterator[tuple[str, int]]:
    reasons = [each.skipped for each in results if each.skipped]
    return ((reason, reasons.count(reason)) for reason in dict.fromkeys(reasons))


def _update(results: list[Result]) -> None:
    """Show each difference, then write what is drawn now."""
    for change in (change for result in results for change in result.changes):
        out.print(f"{files.shown(change.path)}\n{change.difference}\n", soft_wrap=True)
        change.path.parent.mkdir(parents=True, exist_ok=True)
        change.path.write_text(change.drawn, encoding="utf-8")


def _show_coverage(rows: list[Coverage]) -> None:
    table = Table("visited", "of", "what", "not visited")
    for row in rows:
        more = len(row.unvisited) - _SHOWN_UNVISITED
        missing = ", ".join(row.unvisited[:_SHOWN_UNVISITED]) + (f" and {more} more" if more > 0 else "")
        table.add_row(str(row.total - len(row.unvisited)), str(row.total), row.kind, missing)
    out.print(table)


def _write(path: Path | None, content: Callable[[], bytes]) -> None:
    if path:
        try:
            path.write_bytes(content())
        except OSError as error:
            err.print(f"Not written: {error}", style="bold red", soft_wrap=True)
            raise typer.Exit(1) from None


def _record(path: Path, url: str | None) -> None:
    session = hold(url, plain=False)
    try:
        if session.turns:
            recording.write(path, path.stem.replace("_", " "), session.turns)
            out.print(f"Written: {path}. Play it: careerbot test {path}", soft_wrap=True)
    except (recording.Exists, OSError) as error:
        err.print(f"Not written: {error}", style="bold red", soft_wrap=True)
        raise typer.Exit(1) from None
