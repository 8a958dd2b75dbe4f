"""YAML files into checked objects; every problem of a file is reported with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
import yaml

from careerbot.knowledge.problems import Problem

if TYPE_CHECKING:
    import jsonschema

T = TypeVar("T")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path, kind: type[T], *, shown_as: str | None = None) -> tuple[T | None, list[Problem]]:
    """Read one YAML file as `kind`; (None, problems) where it is not valid.

    The quick check is msgspec's. Only when it fails is the file held against the JSON Schema of the same types,
    which names every problem instead of the first.
    """
    name = shown_as or str(path)
    try:
        root, value = _parse(path)
        problems = [Problem(name, *duplicate) for duplicate in _duplicate_keys(root)]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        return None, [Problem(name, line, "", f"not readable as YAML: {error.problem or error.context}")]
    except (OSError, yaml.YAMLError, ValueError, LookupError, AttributeError, RecursionError) as error:
        return None, [Problem(name, 0, "", f"not readable: {error}")]
    try:
        checked = msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        problems += [Problem(name, _line(root, at), _dotted(at), text) for at, text in _all_errors(value, kind, error)]
    return (None, problems) if problems else (checked, [])


def line_of(path: Path, field: str) -> int:
    """The line of a field such as "education.sources[0]" in a file that can be read; of the nearest block around it otherwise."""
    root, _ = _parse(path)
    return _line(root, [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", field)])


def _parse(path: Path) -> tuple[yaml.Node | None, Any]:
    loader = _Loader(path.read_text(encoding="utf-8"))
    try:
        root = loader.get_single_node()
        return root, loader.construct_document(root) if root else None
    finally:
        loader.dispose()


def _all_errors(value: Any, kind: Any, first: msgspec.ValidationError) -> list[tuple[list[str | int], str]]:
    import jsonschema  # slow to load, and good files never need it

    validator = jsonschema.Draft202012Validator(msgspec.json.schema(kind))
    try:
        leaves = [leaf for error in validator.iter_errors(value) for leaf in _leaves(error)]
    except TypeError:  # it sorts the names of unknown fields, of which some are no text
        leaves = []
    return [([*leaf.absolute_path, *_unknown_fields(leaf)[:1]], _sentence(leaf)) for leaf in leaves] or [
        ([], str(first))
    ]


def _unknown_fields(error: jsonschema.ValidationError) -> list[str]:
    if error.validator != "additionalProperties":
        return []
    instance: Any = error.instance
    return sorted(set(instance) - set(_says(error, "properties")), key=str)


def _leaves(error: jsonschema.ValidationError) -> Iterator[jsonschema.ValidationError]:
    """An optional section is "null or this type": what is wrong with "this type" is what helps."""
    inner = [cause for cause in error.context or () if _says(cause, "type") != "null"]
    if not inner:
        yield error
    for cause in inner:
        yield from _leaves(cause)


def _says(error: jsonschema.ValidationError, keyword: str) -> Any:
    schema: Any = error.schema
    return schema.get(keyword)


def _sentence(error: jsonschema.ValidationError) -> str:
    instance: Any = error.instance
    schema: Any = error.schema
    found = repr(instance)
    found = found if len(found) <= 60 else found[:57] + "..."
    if unknown := _unknown_fields(error):
        return f"unknown field {', '.join(map(repr, unknown))}; the fields here are {', '.join(schema['properties'])}"
    if error.validator == "required":
        return f"{error.message.split(' ')[0]} is missing"
    if error.validator == "pattern":
        return f"expected {schema.get('description', schema['pattern'])}, found {found}"
    if error.validator == "type":
        return f"expected {_in_words(schema['type'])}, found {found}"
    if error.validator == "enum":
        return f"expected one of {', '.join(map(str, schema['enum']))}, found {found}"
    if error.validator in ("minLength", "minItems"):
        return f"too short, found {found}"
    return str(error.message)


def _in_words(json_type: str) -> str:
    return {"array": "a list", "object": "a block of fields", "string": "text", "number": "a number"}.get(
        json_type, json_type
    )


def _duplicate_keys(node: yaml.Node | None, at: tuple[str, ...] = ()) -> Iterator[tuple[int, str, str]]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _duplicate_keys(item, at)
    if not isinstance(node, yaml.MappingNode):
        return
    seen: dict[str, int] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.value in seen:
            yield line, _dotted([*at, key.value]), f"stands twice; first in line {seen[key.value]}"
        seen.setdefault(key.value, line)
        yield from _duplicate_keys(value, (*at, str(key.value)))


def _line(node: yaml.Node | None, at: Iterable[str | int]) -> int:
    """The line of the innermost node on the way to `at`; 0 in an empty file."""
    line = node.start_mark.line + 1 if node else 0
    for step in at:
        if isinstance(node, yaml.MappingNode):
            key, node = next(((k, v) for k, v in node.value if k.value == step), (None, None))
            line = key.start_mark.line + 1 if key else line
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = node.start_mark.line + 1 if node else line
    return line


def _dotted(at: Iterable[str | int]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in at).lstrip(".")
