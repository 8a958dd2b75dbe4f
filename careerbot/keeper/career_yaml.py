"""A career as the text of its file, laid out as people write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml


class Flow(list[str]):
    """A list that stands on one line: [a, b]."""


class _Dumper(yaml.SafeDumper):
    """Indents lists, folds long texts under `>-`."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


_WIDTH = 120


def _text_node(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=">" if len(text) > _WIDTH - 20 else None)


def _flow_node(dumper: yaml.SafeDumper, items: Flow) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


_Dumper.add_representer(str, _text_node)
_Dumper.add_representer(Flow, _flow_node)


def as_yaml(career: Mapping[str, Any]) -> str:
    """The career file; its fields stand in the order given."""
    text: str = yaml.dump(career, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return text
