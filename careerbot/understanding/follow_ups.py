"""FollowUps: what a message means in the light of the conversation.

What kind of career is meant may be told without its name ("the software ones"). A message that only names a career or a place
("and an electrician?", "and in Texas?") asks again what was asked last; "why is that" and "really?" ask what it rests on. With
a career in focus, a question of study ("which degree do I need?") or of openings ("are there jobs?") is about that career.
A message without a word means nothing.
"""

from __future__ import annotations

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from careerbot.advice.particulars import YES_OR_NO
from careerbot.knowledge import places
from careerbot.knowledge.name_index import name_index
from careerbot.understanding.asking import asks_what_it_rests_on
from careerbot.understanding.intake import is_command
from careerbot.understanding.linker import as_sense
from careerbot.understanding.own_pay import holds_against_own_pay
from careerbot.understanding.pointing import points
from careerbot.understanding.which_kind import head_meant, kind_meant, leaves_it_open, says_kind

_FILLERS = re.compile(
    r"\b(?:and|or|so|then|ok|okay|well|now|what|how about|about|for|a|an|the|same|please|pls|would|be|is|of|it|another|one|with|"
    r"fine|sorry|oops|no|nope|wait|actually|rather|instead|i|meant|mean|back|again|to|go|return|anyway|lets|let's|hm+|question|thing)\b|[^\w$€£%]",
    re.IGNORECASE,
)

_BESIDE_A_PLACE = re.compile(
    r"\b(?:still|though|tho|change|make|switch|set|my|state|in|vs|versus|compared|live|here|i['’]?m)\b", re.IGNORECASE
)
_REFUSES = re.compile(
    r"\W*(?:no|not|nothing in|without|except)\s+[^,.;:]*$", re.IGNORECASE
)  # "no sales"; but "no, welders"

_OF_NO_CAREER = frozenset(
    {"find_careers", "careers_for_degree", "help_me_choose"}
)  # topics that a bare name does not go on with

_ANY_WORD = re.compile(r"\w")
_ARE_THERE_JOBS = re.compile(
    r"\W*(?:(?:and|but|so|ok|okay)\W+)?(?:are|is|will) there (?:be )?(?:(?:any|many|much|enough|still|even|a lot of|lots of|plenty of) )*"
    r"(?:jobs?|work|openings?|positions?|vacanc(?:y|ies)|demand)(?: (?:for|in) (?:that|it|them|this|those))?\W*$",
    re.IGNORECASE,
)
_OTHER_CAREERS = re.compile(r"\b(?:what|which|jobs|careers|options|else|other)\b", re.IGNORECASE)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class FollowUps(GraphComponent):
    """Sets the intent where the conversation decides it: the last topic for a bare career (an overview at the beginning).

    Must stand after the classifier and its fallback.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FollowUps:
        """No state to make."""
        return cls()

    def process(self, messages: list[Message], tracker: DialogueStateTracker) -> list[Message]:
        """Overrule the classifier, which sees one message only."""
        for message in messages:
            intent = (message.get(INTENT) or {}).get(INTENT_NAME_KEY)
            if not _ANY_WORD.search(message.get(TEXT) or ""):
                _set_intent(message, DEFAULT_NLU_FALLBACK_INTENT_NAME)
            elif meant := _asked_of_a_kind(message, tracker):
                _set_intent(message, meant)
            elif _only_names_a_change(message):
                _set_intent(message, "ask_career_change")
            elif _only_names_a_career(message):
                topic = tracker.get_slot("topic")
                _set_intent(message, topic if topic and topic not in _OF_NO_CAREER else "ask_overview")
            elif tracker.get_slot("topic") and asks_what_it_rests_on(message.get(TEXT) or ""):
                _set_intent(message, "ask_sources")
            elif tracker.get_slot("topic") and _only_names_a_place(message.get(TEXT) or ""):
                _set_intent(message, tracker.get_slot("topic"))
            elif intent == "greet" and _names_a_career(message):  # "hi, I'm a cashier"
                _set_intent(message, "ask_overview")
            elif _weighs_own_pay(message, tracker):
                _set_intent(message, "ask_salary")
            elif tracker.get_slot("career") and (meant := _meant_of_it(intent, message.get(TEXT) or "")):
                _set_intent(message, meant)
        return messages


_TO_ANOTHER = re.compile(r"\s*(?:-+>|→|(?:in)?to)\s*(?:an?\s|being\s)?", re.IGNORECASE)
_TO_WHAT = re.compile(r"\s*(?:-+>|→|(?:in)?to)\s*(?:what|where|something else|anything else|\?+)\W*", re.IGNORECASE)
_FROM = re.compile(r"\W*(?:(?:from|going|switching|moving|so|and|ok|hi|hey)\s+)*", re.IGNORECASE)


def _only_names_a_change(message: Message) -> bool:
    """ "Cashier to bank teller", "coal miner to what?"."""
    text = message.get(TEXT) or ""
    named = [entity for entity in message.get(ENTITIES) or [] if entity["entity"] == "career"]
    if not named or not _FROM.fullmatch(text[: named[0]["start"]]):
        return False
    if len(named) == 1:
        return bool(_TO_WHAT.fullmatch(text[named[0]["end"] :]))
    between, rest = text[named[0]["end"] : named[1]["start"]], text[named[1]["end"] :]
    return len(named) == 2 and bool(_TO_ANOTHER.fullmatch(between)) and not _FILLERS.sub("", rest)


def _names_a_career(message: Message) -> bool:
    return any(entity["entity"] == "career" for entity in message.get(ENTITIES) or [])


def _weighs_own_pay(message: Message, tracker: DialogueStateTracker) -> bool:
    """Whether a message holds the pay that was told against what somebody earns: "is that good?", "would that be a raise?"."""
    text = message.get(TEXT) or ""
    told = tracker.get_slot("career") and (tracker.get_slot("topic") == "ask_salary" or tracker.get_slot("own_pay"))
    return bool(told and not _names_a_career(message) and not is_command(text) and holds_against_own_pay(text))


def _meant_of_it(intent: str | None, text: str) -> str | None:
    """What a question that could be about all careers asks of the one in focus; None where it is not about that one."""
    if intent == "find_careers" and _ARE_THERE_JOBS.match(text):
        return "ask_outlook"
    return "ask_education" if _is_about_studies_for_it(intent, text) else None


def _is_about_studies_for_it(intent: str | None, text: str) -> bool:
    """ "Which degree do I need?", and a yes-or-no question on a degree ("can I get in with ...?"), are about the career in
    focus; "what can I do with ...?" is not."""
    if intent == "careers_for_degree":
        return bool(YES_OR_NO.match(text)) and not _OTHER_CAREERS.search(text)
    return intent == "ask_which_education"


def _set_intent(message: Message, intent: str) -> None:
    message.set(INTENT, {INTENT_NAME_KEY: intent, PREDICTED_CONFIDENCE_KEY: 1.0}, add_to_output=True)


def _asked_of_a_kind(message: Message, tracker: DialogueStateTracker) -> str | None:
    """What a message asks that tells which kind is meant of the name said last; marks the career then. None where it tells none."""
    called, text = tracker.get_slot("called") or {}, message.get(TEXT) or ""
    if not called or is_command(text) or points(text):  # "the first one" is no first officer
        return None
    entities, topic = message.get(ENTITIES) or [], tracker.get_slot("topic") or "ask_overview"
    careers = [entity for entity in entities if entity["entity"] == "career"]
    asked = called["which"] is not None and called["which"] == tracker.get_slot("in_play")
    if asked and leaves_it_open(text):  # the likeliest comes first
        message.set(
            ENTITIES,
            [{"entity": "career", "value": called["which"][0], "start": 0, "end": len(text)}],
            add_to_output=True,
        )
        return topic
    if not careers or asked or says_kind(text):
        kind = kind_meant(text, called["name"], name_index(), asked=asked)
        if kind:
            marked = {"entity": "career", "start": kind.start, "end": kind.end, **as_sense(kind.name, kind.sense)}
            others = [entity for entity in entities if entity["entity"] not in ("career", "unknown_career")]
            message.set(ENTITIES, [*others, marked], add_to_output=True)
            own = (message.get(INTENT) or {}).get(INTENT_NAME_KEY) or ""
            return own if kind.asks and own.startswith("ask_") else topic
    if len(careers) != 1 or not careers[0].get("candidates") or not _only_names_a_career(message):
        return None
    if meant := head_meant(text, careers[0]["text"], called["name"], name_index()):
        careers[0].update(as_sense(*meant))
        return topic
    return None


def _only_names_a_place(text: str) -> bool:
    rest = places.without(text)
    return rest != text and not _FILLERS.sub("", _BESIDE_A_PLACE.sub("", rest))


def _only_names_a_career(message: Message) -> bool:
    entities = message.get(ENTITIES) or []
    rest = message.get(TEXT) or ""
    for entity in sorted(entities, key=lambda each: each["start"], reverse=True):
        rest = rest[: entity["start"]] + " " + rest[entity["end"] :]
    refused = any(_REFUSES.fullmatch(message.get(TEXT)[: entity["start"]] + "x") for entity in entities)
    return bool(entities) and not refused and not _FILLERS.sub("", rest)
