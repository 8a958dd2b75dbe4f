"""What a turn costs, beside Rasa's defaults: `.venv/bin/python -m benchmarks.dialogue [PART ...]`, which writes docs/performance.md.

Without a part, all of them, one after the other. What was measured for the same content is not measured again, so an interrupted
run goes on where it was; `--again` measures anew, `--list` tells what there is, `--page` only writes the page.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Iterable

from benchmarks import page
from benchmarks.parts import PARTS, Part
from benchmarks.results import keep, load


def measured(part: Part) -> bool:
    kept = load(part.name)
    return kept is not None and kept["content"] == part.content()


def measure(part: Part) -> bool:
    """Whether it could be measured; where not, the others still can."""
    start, content = time.perf_counter(), part.content()
    try:
        values = part.run()
    except (Exception, SystemExit) as error:
        traceback.print_exception(error, limit=-3)
        say(f"{part.name}: not measured")
        return False
    keep(part.name, content, values, time.perf_counter() - start)
    say(f"{part.name}: {values}")
    return True


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def listing(parts: Iterable[Part]) -> str:
    state = {True: "measured", False: "to be measured"}
    return "\n".join(f"{part.name:16} {part.minutes:5g} min  {state[measured(part)]}" for part in parts)


def main() -> None:
    names = [part.name for part in PARTS]
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("parts", nargs="*", metavar="PART", help=", ".join(names))
    options.add_argument("--again", action="store_true", help="measure anew what is measured already")
    options.add_argument("--list", action="store_true", help="say which parts there are, and about how long they take")
    options.add_argument("--page", action="store_true", help="measure nothing, only write the page from what is kept")
    chosen = options.parse_args()
    if unknown := set(chosen.parts) - set(names):
        options.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    wanted = [part for part in PARTS if part.name in (chosen.parts or names)]
    if chosen.list:
        print(listing(wanted))
        return
    due = [] if chosen.page else [part for part in wanted if chosen.again or not measured(part)]
    failed = []
    for part in due:
        say(f"{part.name}: about {part.minutes:g} min ...")
        failed += [] if measure(part) else [part.name]
        page.write()
    if not due:
        page.write()
    if failed:
        sys.exit(f"not measured: {', '.join(failed)}")


if __name__ == "__main__":
    main()
