"""What several tests of the knowledge use: the real official files, and the names found in a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.titles import TitleIndex
from careerbot.paths import KNOWLEDGE

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference"
FIGURES = KNOWLEDGE / "figures"
with_reference = pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference files are not beside this checkout")


def index(known: Catalogue) -> TitleIndex:
    return TitleIndex(known.careers.values(), known.further_names, known.employment)


def found(known: Catalogue, text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[mention.start : mention.end], mention.career_ids) for mention in index(known).find(text)]
