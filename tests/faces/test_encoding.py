"""Terminals and pipes that cannot show every sign."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest
from running import BOT

from careerbot.paths import PROJECT
from careerbot.shell.encoding import spell_what_cannot_be_shown


def test_a_command_says_what_it_has_to_say_in_ascii() -> None:
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "200"}
    done = subprocess.run(
        [BOT, "knowledge", "show", "electrician"], capture_output=True, text=True, cwd=PROJECT, env=ascii_only
    )

    assert done.returncode == 0, done.stderr
    assert "Employment Projections, 2024-34 (2024)" in done.stdout
    assert "* Bend and mount conduit" in done.stdout
    assert "51-2022.00 (part of: " in done.stdout, "a code that is counted only together with others"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2024–34", "2024-34"),
        ("“Épicier’s” …", '"Epicier\'s" ...'),
        ("█░ • a\u00a0year", "#. * a year"),
        ("1½ ₂ 漢", "1? ? ?"),
    ],
)
def test_signs_are_spelt_and_no_figure_becomes_another(text: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    spell_what_cannot_be_shown()
    print(text, end="", flush=True)

    assert written.getvalue().decode() == shown
