"""What the commands print on. Text is shown as it is: no markup, no emoji codes, no colors for what looks like a number."""

from __future__ import annotations

from rich.console import Console

out = Console(highlight=False, markup=False, emoji=False)
err = Console(stderr=True, highlight=False, markup=False, emoji=False)
