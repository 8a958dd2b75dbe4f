"""Results for machines: JSON, and JUnit's XML as build servers read it."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import msgspec

from careerbot.dialogues.coverage import Coverage
from careerbot.dialogues.report import explained, title
from careerbot.dialogues.runner import Result


def as_json(results: list[Result], coverage: list[Coverage]) -> str:
    """One document with every conversation, and what they visit."""
    document: dict[str, Any] = {"passed": _count(results, "passed"), "failed": _count(results, "failed")}
    document |= {"skipped": _count(results, "skipped"), "conversations": [_plain(each) for each in results]}
    return json.dumps(document | {"coverage": msgspec.to_builtins(coverage)}, ensure_ascii=False, indent=2)


def as_junit(results: list[Result]) -> bytes:
    """A test suite of one test case a conversation."""
    counts = {"tests": len(results), "failures": _count(results, "failed"), "skipped": _count(results, "skipped")}
    seconds = sum(each.seconds for each in results)
    suite = ElementTree.Element("testsuite", name="conversations", time=f"{seconds:.3f}")
    suite.attrib.update({name: str(count) for name, count in counts.items()})
    for each in results:
        case = ElementTree.SubElement(
            suite, "testcase", classname=each.file.stem, name=_printable(each.name), time=f"{each.seconds:.3f}"
        )
        if each.failure:
            message = _printable(each.failure.miss.expected)
            ElementTree.SubElement(case, "failure", message=message).text = _printable(explained(each.failure))
        if each.skipped:
            ElementTree.SubElement(case, "skipped", message=each.skipped)
    return bytes(ElementTree.tostring(suite, encoding="utf-8", xml_declaration=True))


def outcome(result: Result) -> str:
    """passed, failed or skipped."""
    return "failed" if result.failure else "skipped" if result.skipped else "passed"


def _count(results: list[Result], kind: str) -> int:
    return sum(outcome(each) == kind for each in results)


def _plain(result: Result) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": result.name, "place": title(result), "outcome": outcome(result)}
    entry["seconds"] = round(result.seconds, 3)
    if result.failure:
        miss = result.failure.miss
        entry |= {
            "check": miss.check,
            "expected": miss.expected,
            "found": miss.found,
            "message": explained(result.failure),
        }
    if result.skipped:
        entry["reason"] = result.skipped
    return entry


def _printable(text: str) -> str:
    """XML knows no control characters."""
    return "".join(char if char.isprintable() or char in "\n\t" else "?" for char in text)
