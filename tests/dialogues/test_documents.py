"""What is said of the format is true: the JSON Schema, the page in docs, and the outputs for machines."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import yaml
from tests_support import Play

from careerbot.dialogues.outputs import as_json, as_junit
from careerbot.dialogues.schema import Case, Step, json_schema
from careerbot.paths import PROJECT

DOCS = PROJECT / "docs"
PAGE = (DOCS / "testing.md").read_text(encoding="utf-8")
FAILING = (
    'test_cases:\n- test_case: "it fails \\u0007 & <says so>"\n  steps:\n  - user: hi there\n    contains: a pony\n'
)


def test_the_published_schema_is_up_to_date() -> None:
    published = (DOCS / "conversation-test.schema.json").read_text(encoding="utf-8")

    assert published == json_schema(), "python -m careerbot.dialogues.schema > docs/conversation-test.schema.json"


def test_the_published_schema_accepts_what_is_played() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(json_schema()))

    for path in (PROJECT / "tests" / "conversations").glob("*.yml"):
        validator.validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_every_field_is_documented() -> None:
    fields = {*Step.__struct_fields__, *Case.__struct_fields__}

    assert {field for field in fields if f"`{field}`" not in PAGE} == set()


async def test_every_example_in_the_docs_passes(play: Play) -> None:
    examples = [part.split("```")[0] for part in PAGE.split("```yaml\n")[1:]]
    assert len(examples) >= 8

    for example in examples:
        result = await play(example)
        assert result.failure is None, example


async def test_junit_is_xml_with_the_message(play: Play) -> None:
    suite = ElementTree.fromstring(as_junit([await play(FAILING)]))

    assert suite.attrib["tests"] == suite.attrib["failures"] == "1"
    failure = suite.find("testcase/failure")
    assert failure is not None
    assert "“a pony” in the answer" in failure.attrib["message"]
    assert "understood as greet" in (failure.text or "")


async def test_json_says_how_each_conversation_went(play: Play) -> None:
    document = json.loads(as_json([await play(FAILING)], []))

    assert (document["passed"], document["failed"], document["skipped"]) == (0, 1, 0)
    assert document["conversations"][0]["check"] == "contains"
    assert Path(document["conversations"][0]["place"].rpartition(":4: ")[0]).suffix == ".yml"
