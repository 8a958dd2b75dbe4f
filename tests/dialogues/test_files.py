"""A file that cannot be played says where and what was expected; nothing of it is played."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerbot.dialogues.files import BadDialogues, read

BAD = {
    "a misspelt field": (
        "- test_case: pay\n  steps:\n  - user: hi\n    contain: hello",
        ":5: test_cases[0].steps[0].contain: unknown field 'contain'; the fields here are user, press,",
    ),
    "a list where a text belongs": (
        "- test_case: [pay]\n  steps:\n  - user: hi",
        ":2: test_cases[0].test_case: expected text, found ['pay']",
    ),
    "no steps": ("- test_case: pay", ":2: test_cases[0]: 'steps' is missing"),
    "an empty step": ("- test_case: pay\n  steps:\n  - user: hi\n  - {}", "found an empty step"),
    "an answer before a question": (
        "- test_case: pay\n  steps:\n  - bot: hello",
        ":4: test_cases[0].steps[0]: expected user: somebody must begin",
    ),
    "two acts in a step": ("- test_case: pay\n  steps:\n  - user: hi\n    press: Pay", "found user and press"),
    "an unknown channel": (
        "- test_case: pay\n  steps:\n  - user: hi\n    channels: [fax]",
        "a channel: text, terminal",
    ),
    "a wait without its unit": (
        "- test_case: pay\n  steps:\n  - user: hi\n  - wait: '13'",
        ":5: test_cases[0].steps[1].wait: expected a time such as 45s, 30m, 13h or 2d, found '13'",
    ),
    "expectations beside a wait": (
        "- test_case: pay\n  steps:\n  - user: hi\n  - wait: 1h\n    contains: x",
        "nobody answers it",
    ),
    "an unknown placeholder": (
        "- test_case: pay\n  for_each: {career: all}\n  steps:\n  - user: hi {carer}",
        "{carer}: no such name; there are career",
    ),
    "an unknown form": (
        "- test_case: pay\n  for_each: {career: all}\n  steps:\n  - user: hi {career.few}",
        "{career.few}: no such form; there are id, title, one, many",
    ),
    "all of what cannot be listed": (
        "- test_case: pay\n  for_each: {who: all}\n  steps:\n  - user: hi {who}",
        "expected a list, or “all” for career and topic, found 'all'",
    ),
    "variations that nothing is expected of": (
        "- test_case: pay\n  vary: {who: [a, b]}\n  steps:\n  - user: hi {who}",
        "expected vary and expect_equal together",
    ),
    "a name that stands twice": (
        "- test_case: pay\n  steps: [{user: hi}]\n- test_case: pay\n  steps: [{user: hi}]",
        "'pay' is the name of another case too",
    ),
    "paraphrases of nothing": (
        "- test_case: pay\n  steps:\n  - user: hi\n  - press: Pay\n    paraphrases: [ho]",
        "expected user beside paraphrases",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_said_to_be_bad(tmp_path: Path, kind: str) -> None:
    text, message = BAD[kind]
    path = tmp_path / "bad.yml"
    path.write_text(f"test_cases:\n{text}\n", encoding="utf-8")

    with pytest.raises(BadDialogues) as raised:
        read([path])

    assert str(path) in str(raised.value)
    assert message in str(raised.value)


def test_every_problem_of_every_file_is_named(tmp_path: Path) -> None:
    for name in ("one.yml", "two.yml"):
        (tmp_path / name).write_text("test_cases:\n- test_case: x\n  stepz: []\n", encoding="utf-8")

    with pytest.raises(BadDialogues) as raised:
        read([tmp_path / "one.yml", tmp_path / "two.yml"])

    assert len(raised.value.problems) >= 4  # in each, a field too many and one that is missing


def test_what_is_no_yaml_is_said_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "broken.yml").write_text("test_cases:\n- test_case: 'pay\n", encoding="utf-8")

    with pytest.raises(BadDialogues, match=r"broken\.yml:\d+: not readable as YAML"):
        read([tmp_path / "broken.yml"])


def test_a_file_that_does_not_exist_is_said_to(tmp_path: Path) -> None:
    with pytest.raises(BadDialogues, match="No such file"):
        read([tmp_path / "none.yml"])
