"""What a file of conversation tests may hold, as types. `docs/testing.md` says it in words, with examples.

A superset of Rasa's end-to-end tests: `test_cases`, `test_case`, `steps`, `user`, `bot`, `utter`, `slot_was_set` and
`slot_was_not_set` mean what they mean there. `python -m careerbot.dialogues.schema` prints the JSON Schema for editors.
"""

from __future__ import annotations

import json
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from careerbot.dialogues.renderings import RENDERINGS

Text = Annotated[str, Meta(min_length=1, description="some text")]
Duration = Annotated[str, Meta(pattern=r"^\d+[smhd]$", description="a time such as 45s, 30m, 13h or 2d")]
Share = Annotated[float, Meta(gt=0, le=1)]
_ASPECTS = ("intent", "career", "careers", "text", "lead", "numbers", "suggestions")  # player.py says how each is told
Aspect = Annotated[str, Meta(pattern=f"^({'|'.join(_ASPECTS)})$", description=f"one of {', '.join(_ASPECTS)}")]
Channel = Annotated[str, Meta(pattern=f"^({'|'.join(RENDERINGS)})$", description=f"a channel: {', '.join(RENDERINGS)}")]

ACTS = ("user", "press", "wait")
RASA = ("bot", "utter", "slot_was_set", "slot_was_not_set")


def _about(text: str) -> Meta:
    return Meta(extra_json_schema={"description": text})


class Step(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """What the person does (`user`, `press` or `wait`), and what is expected of the answer; or only an expectation."""

    user: Annotated[str | None, _about("What the person types.")] = None
    press: Annotated[
        Text | int | None, _about("The suggestion the person presses: its title, or its number from 1.")
    ] = None
    wait: Annotated[Duration | None, _about("How long the person is away: 45s, 30m, 13h, 2d.")] = None
    bot: Annotated[Text | None, _about("The whole answer, or its first sentence, word for word.")] = None
    utter: Annotated[Text | None, _about("The answer is this response of domain.yml.")] = None
    slot_was_set: Annotated[
        list[str | dict[str, Any]] | None, _about("Slots that are set: names, or names with values.")
    ] = None
    slot_was_not_set: Annotated[
        list[str | dict[str, Any]] | None, _about("Slots that are not set, or not to this value.")
    ] = None
    intent: Annotated[Text | list[Text] | None, _about("What the message is understood as; any of several.")] = None
    career: Annotated[Text | None, _about("The id of the career in focus after the answer.")] = None
    careers: Annotated[list[Text] | None, _about("The ids of the careers that the message names, in order.")] = None
    contains: Annotated[Text | list[Text] | None, _about("Texts that the answer shows; case does not matter.")] = None
    not_contains: Annotated[Text | list[Text] | None, _about("Texts that the answer must not show.")] = None
    facts: Annotated[
        list[Text] | None,
        _about("Paths into the knowledge whose value the answer shows: pay.median, plumber:duties, upsides?"),
    ] = None
    only_known_numbers: Annotated[
        bool | None, _about("Every number of the answer stands in the knowledge of the careers it is about.")
    ] = None
    cites: Annotated[
        bool | list[Text] | None, _about("Whether sources are named, or the beginnings of their ids: figures/pay.")
    ] = None
    suggests: Annotated[Text | list[Text] | None, _about("Titles of suggestions that are offered.")] = None
    mentions: Annotated[Text | list[Text] | None, _about("Ids of careers that the answer names.")] = None
    action: Annotated[Text | None, _about("The action that answered.")] = None
    slots: Annotated[dict[str, Any] | None, _about("Slots and their values after the answer.")] = None
    channels: Annotated[
        list[Channel] | None, _about("Channels whose drawing of the answer equals the reviewed snapshot.")
    ] = None
    paraphrases: Annotated[
        list[Text] | None, _about("Other wordings of `user`, for which the step must hold as well.")
    ] = None
    share: Annotated[Share, _about("The share of the wordings for which the step must hold.")] = 1.0

    @property
    def act(self) -> str | None:
        """What the person does in this step: "user", "press", "wait", or None."""
        return next((act for act in ACTS if getattr(self, act) is not None), None)


class Case(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One conversation, or one for each combination of `for_each` and `vary`."""

    test_case: Annotated[Text, _about("What the conversation shows.")]
    skip: Annotated[Text | None, _about("Why the case is not played for now.")] = None
    for_each: Annotated[
        dict[str, str | list[str]] | None,
        _about("Names and their values: the case is played for each combination. `all` careers or topics."),
    ] = None
    vary: Annotated[
        dict[str, list[str]] | None, _about("Names and their values, between which `expect_equal` must not change.")
    ] = None
    expect_equal: Annotated[list[Aspect] | None, _about("What is the same in all variations.")] = None
    steps: Annotated[list[Step], Meta(min_length=1)]


class File(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A file of conversation tests."""

    test_cases: Annotated[list[Case], Meta(min_length=1)]


def json_schema() -> str:
    """The JSON Schema of a file, as editors read it."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(File)}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(json_schema(), end="")
