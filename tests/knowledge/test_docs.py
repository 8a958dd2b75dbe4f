"""The pages for whoever keeps the knowledge leave nothing out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import msgspec
import pytest
import typer
import yaml

from careerbot.keeper import knowledge
from careerbot.knowledge import schema
from careerbot.knowledge.figures import TABLES
from careerbot.paths import PROJECT

DOCS = PROJECT / "docs"


def fields(kind: Any) -> Iterator[str]:
    """The fields of a type and of all types inside it."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        for name, inner in get_type_hints(kind).items():
            yield name
            yield from fields(inner)
    for inner in get_args(kind):
        yield from fields(inner)


FIELDS = sorted(set(fields(schema.Career)))
COMMANDS = sorted(typer.main.get_command(knowledge).commands)  # type: ignore[attr-defined]


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_fields_inside_sections_are_looked_for_too() -> None:
    assert {"title", "usual", "made_of", "why", "url"} <= set(FIELDS)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_a_career_is_named_in_its_page(field: str) -> None:
    assert f"`{field}`" in page("career-files.md")


@pytest.mark.parametrize("setting", get_args(schema.Setting))
def test_every_setting_is_named_in_its_page(setting: str) -> None:
    assert f"`{setting}`" in page("career-files.md")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_knowledge_command_is_named_in_the_docs(command: str) -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md"))
    assert re.search(rf"careerbot knowledge {re.escape(command)}(?![\w-])", pages)


@pytest.mark.parametrize("table", TABLES)
def test_every_table_of_figures_is_named_in_its_page(table: str) -> None:
    assert f"| `{table}` |" in page("figures.md")


def test_the_example_career_is_a_valid_one() -> None:
    example = re.search(r"```yaml\n(.*?)```", page("career-files.md"), re.DOTALL)
    assert example
    assert msgspec.convert(yaml.safe_load(example[1]), schema.CareerFile).id == "tea_taster"
