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

from careerbot.advice.particulars import YES_OR_NO, asked_of_several
from careerbot.knowledge import places
from careerbot.knowledge.name_index import name_index
from careerbot.understanding.advising import advises, describes_another
from careerbot.understanding.asking import asks, asks_what_it_rests_on
from careerbot.understanding.comparison_words import TOPICS
from careerbot.understanding.intake import is_command
from careerbot.understanding.linker import as_sense
from careerbot.understanding.own_pay import holds_against_own_pay
from careerbot.understanding.pointing import points
from careerbot.understanding.reading_constraints import read
from careerbot.understanding.which_kind import head_meant, kind_meant, leaves_it_open, other_kind, says_kind
from careerbot.understanding.word_lists import TOWNS

_FILLERS = re.compile(
    r"\b(?:and|or|so|then|ok|okay|well|now|what|how about|about|for|a|an|the|same|please|pls|would|be|is|of|it|another|one|with|"
    r"fine|sorry|oops|no|nope|wait|actually|rather|instead|i|meant|mean|back|again|to|go|return|anyway|lets|let's|hm+|question|thing|"
    r"thanks|thank you|thx|gracias)\b|[^\w$€£%]",
    re.IGNORECASE,
)

# What else stands around a career that is brought up: "if she became a vet tech", "her other idea is being a chef", "like a nurse?"
_BRINGS_UP = re.compile(
    r"\b(?:what )?if (?:i|you|we|he|she|they|my \w+) (?:became|becomes?|were|was|chose|picked|did|went (?:for|into))\b"
    r"|\b(?:(?:my|her|his|their|our|the) )?(?:(?:other|another|second|third|next|last|new) )?(?:idea|option|choice|plan|thought|dream)"
    r"(?:['’]s| is| was| would be| might be)?(?: (?:being|becoming|to be(?:come)?))?\b"
    # "another student asks about nurses"
    r"|\b(?:(?:my|our|the|this|that|a|an|another|other|one|first|second|third|fourth|next|last|new|\d\w*)\s+)+"
    r"(?:student|kid|child|son|daughter|girl|boy|client|friend|nephew|niece|grand\w+|brother|sister|one|patron|teen|learner|person)s?"
    r"(?:['’]s)?\s+(?:(?:also|now|just|then|is|are|was)\s+)*(?:asks?|asked|asking|wonders?|wondering|wants? to (?:know|hear)|"
    r"would like to know|curious|interested)\s*(?:about|in|of)?\b"
    r"|^\W*(?:(?:and|or|so|ok|okay)\W+)*like (?=an? )|\b(?:ffs|lol|haha|omg|damn|dude|bro|jeez|duh)\b",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\W*(?:(?:ok|okay|so)\W+)*(?:and|also|same|what about|how about|for)\b", re.IGNORECASE)
_BESIDE_A_PLACE = re.compile(
    r"\bwhat(?:['’]?s| is| are| would)? (?:it|that|they|the (?:pay|number|salary|median|figure))(?: (?:be|like))?\b"
    r"|\b(?:still|though|tho|change|make|switch|set|my|state|in|vs|versus|compared|live|here|i['’]?m)\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"\W*(?:no|not|nothing in|without|except)\s+[^,.;:]*$", re.IGNORECASE
)  # "no sales"; but "no, welders"

_OF_NO_CAREER = frozenset(
    {"find_careers", "careers_for_degree", "help_me_choose"}
)  # topics that a bare name does not go on with

# Questions of one thing, which a name without any other word ("cook") does not ask again ...
_OF_ONE_THING = frozenset(
    {"ask_skills", "ask_work_environment", "ask_advancement", "ask_employers", "ask_resources", "ask_outlook"}
)
# ... and one that nobody asks again of a career of the list that answered it: "paralegal then".
_OF_OTHERS = frozenset({"ask_related_careers"})
_TAKEN_FOR_SMALL_TALK = frozenset({"chitchat", DEFAULT_NLU_FALLBACK_INTENT_NAME})
_TAKEN_FOR_TALK = _TAKEN_FOR_SMALL_TALK | {"out_of_scope"}
_SIDE_BY_SIDE = re.compile(
    r"\W*(?:(?:and|so|ok|okay|what about)\W+)*[\w'-]+ (?:vs\.?|versus|or) [\w'-]+\W*", re.IGNORECASE
)

_ANY_WORD = re.compile(r"\w")
_ARE_THERE_JOBS = re.compile(
    r"\W*(?:(?:and|but|so|ok|okay)\W+)?(?:are|is|will) there (?:be )?(?:(?:any|many|much|enough|still|even|a lot of|lots of|plenty of) )*"
    r"(?:jobs?|work|openings?|positions?|vacanc(?:y|ies)|demand)(?: (?:for|in) (?:that|it|them|this|those))?\W*$",
    re.IGNORECASE,
)
# "List all careers you know about law": the field is what to search by, not a career.
_LISTS = re.compile(
    r"\W*(?:(?:please|can you|could you|ok|okay|hi|hey|and|now)\W+)*(?:list|show|name|give|tell)\b(?: me)?\b.*\b"
    r"(?:careers|jobs|occupations|professions|positions|roles)\b",
    re.IGNORECASE,
)
_ALL_OF_THEM = re.compile(
    r"\b(?:all|each|every one) of (?:them|these|those|the (?:two|three|four))\b|\b(?:all|the|these|those) (?:two|three|four)\b|\bboth\b",
    re.IGNORECASE,
)
_REFUSES_IT = re.compile(
    r"\W*(?:(?:no|nah|but|and|well|so|ok|okay|sorry)\W+)*(?:i|he|she|we|they)\W+(?:really )?"
    r"(?:do(?:es)?(?:n['’]?t| not)|never|would(?:n['’]?t| not))\s"
    r"(?:really |ever )?(?:want|wanna|like|plan|care)(?: to)?(?: (?:be|become|being|becoming|do))?\W+(?:an?\W+)?",
    re.IGNORECASE,
)
_LOST_WORK = re.compile(
    r"\b(?:laid[ -]?off|let go|fired|lost my job|got (?:cut|canned|sacked)|made redundant|(?:store|plant|place) closed)\b",
    re.IGNORECASE,
)
_WHAT_IS_THERE = re.compile(
    r"\b(?:what(?:['’]?s| is| else is)?|whats|anything) (?:else )?(?:is )?(?:out there|there for me|available|left for me|now|next)\b",
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
                _set_intent(message, _asked_again(message, tracker) or "ask_overview")
            elif _refuses(message):
                _set_intent(message, "deny")
            elif intent in _TAKEN_FOR_TALK | {"find_careers"} and _only_names_a_career(message, of_a_town=True):
                _set_intent(message, _asked_again(message, tracker) or "ask_overview")
            elif intent != "find_careers" and _lists_a_field(message):
                message.set(ENTITIES, [], add_to_output=True)
                _set_intent(message, "find_careers")
            elif _asks_what_is_left(message):
                _set_intent(message, "ask_career_change" if _has_own_career(message) else "find_careers")
            elif _asks_of_all(intent, message, tracker):
                _set_intent(message, "compare_careers")
            elif _has_own_career(message) and advises(message.get(TEXT) or ""):
                _set_intent(message, "ask_capabilities")
            elif intent in _TAKEN_FOR_TALK and _only_tells_of_somebody(message):
                _set_intent(message, "ask_overview")
            elif _asks_what_else_of_somebody(message):
                _set_intent(message, "ask_related_careers")
            elif describes_another(message.get(TEXT) or "") and not _wishes_for_one(message):
                _set_intent(message, "find_careers")
            elif tracker.get_slot("topic") and asks_what_it_rests_on(message.get(TEXT) or ""):
                _set_intent(message, "ask_sources")
            elif tracker.get_slot("topic") and _only_names_a_place(message.get(TEXT) or ""):
                _set_intent(message, tracker.get_slot("topic"))
            elif intent == "greet" and _names_a_career(message):  # "hi, I'm a cashier"
                _set_intent(message, "ask_overview")
            elif _weighs_own_pay(message, tracker):
                _set_intent(message, "ask_salary")
            elif tracker.get_slot("career") and (meant := _meant_of_it(intent, message)):
                _set_intent(message, meant)
        return messages


def _asked_again(message: Message, tracker: DialogueStateTracker) -> str | None:
    """The last question, where a message that only names a career asks it of that one too."""
    topic, text = tracker.get_slot("topic"), message.get(TEXT) or ""
    alone = not _ALSO.match(text)
    answered = tracker.get_slot("career") is not None  # else the career was asked for
    if topic in _OF_NO_CAREER or (alone and topic in _OF_OTHERS):
        return None
    return None if topic in _OF_ONE_THING and alone and answered and _is_all_a_name(message) else topic


def _is_all_a_name(message: Message) -> bool:
    named = message.get(ENTITIES) or []
    text = message.get(TEXT) or ""
    return len(named) == 1 and not re.search(r"\w", text[: named[0]["start"]] + text[named[0]["end"] :])


def _refuses(message: Message) -> bool:
    """Whether a message does nothing but refuse a career: "I don't want to be a cop"."""
    entities, text = message.get(ENTITIES) or [], message.get(TEXT) or ""
    if not entities or any(each.get("role") != "excluded" for each in entities):
        return False
    return bool(_REFUSES_IT.fullmatch(text[: entities[0]["start"]])) and not _FILLERS.sub(
        "", text[entities[-1]["end"] :]
    )


def _lists_a_field(message: Message) -> bool:
    entities = message.get(ENTITIES) or []
    return (
        bool(entities) and all(each.get("field") for each in entities) and bool(_LISTS.match(message.get(TEXT) or ""))
    )


def _asks_what_is_left(message: Message) -> bool:
    text = message.get(TEXT) or ""
    return bool(_LOST_WORK.search(text) and _WHAT_IS_THERE.search(text))


def _only_tells_of_somebody(message: Message) -> bool:
    """ "My husband drives a truck": what is asked next is about that."""
    named, text = message.get(ENTITIES) or [], message.get(TEXT) or ""
    return bool(named) and all(each.get("role") == "person" for each in named) and "?" not in text and not asks(text)


def _asks_of_all(intent: str | None, message: Message, tracker: DialogueStateTracker) -> bool:
    """Whether a question of one career is put about all that were listed or told of: "what's the outlook for all three"."""
    several = len(tracker.get_slot("in_play") or ()) > 1
    return (
        several
        and intent in TOPICS
        and not message.get(ENTITIES)
        and bool(_ALL_OF_THEM.search(message.get(TEXT) or ""))
    )


_COULD_ELSE = re.compile(
    r"\bwhat (?:else )?(?:can|could|should|might|would) (?:he|she|they) (?:do|be|become|try)\b", re.IGNORECASE
)


def _asks_what_else_of_somebody(message: Message) -> bool:
    """ "My daughter is a waitress, what else could she do?" """
    named = message.get(ENTITIES) or []
    other = len(named) == 1 and named[0].get("role") == "person" and named[0].get("whose") == "other"
    return other and bool(_COULD_ELSE.search(message.get(TEXT) or ""))


def _wishes_for_one(message: Message) -> bool:
    """ "Third one wants video game designer" names what is wanted."""
    return _names_a_career(message) and bool(_WISHES.search(message.get(TEXT) or ""))


_WISHES = re.compile(r"\b(?:wants?|thinking|interested in|asks?|asking|considering)\b", re.IGNORECASE)
_OF_A_TOWN = re.compile(r"\b(?:in|around|near|county|city|town|state|area|jobs?|work|careers?)\b", re.IGNORECASE)
_LONGEST_TOWN = 3  # words


def _without_towns(text: str) -> str:
    words = text.split()
    for length in range(_LONGEST_TOWN, 0, -1):
        for at in range(len(words) - length, -1, -1):
            if "-".join(words[at : at + length]).casefold().strip(",.") in TOWNS:
                del words[at : at + length]
    return " ".join(words)


def _has_own_career(message: Message) -> bool:
    return any(entity.get("whose") == "own" for entity in message.get(ENTITIES) or [])


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


# "Jobs that pay more than I make", "what pays more than I make"
_SEEKS_OTHERS = re.compile(
    r"\b(?:jobs|careers|something|anything|(?:what|which)(?: \w+)? (?:else )?pays?)\b", re.IGNORECASE
)


def _weighs_own_pay(message: Message, tracker: DialogueStateTracker) -> bool:
    """Whether a message holds the pay that was told against what somebody earns: "is that good?", "would that be a raise?"."""
    text = message.get(TEXT) or ""
    told = tracker.get_slot("career") and (tracker.get_slot("topic") == "ask_salary" or tracker.get_slot("own_pay"))
    weighs = holds_against_own_pay(text) and not _SEEKS_OTHERS.search(text)
    return bool(told and weighs and not _names_a_career(message) and not is_command(text))


def _meant_of_it(intent: str | None, message: Message) -> str | None:
    """What a question that could be about all careers asks of the one in focus; None where it is not about that one."""
    text = message.get(TEXT) or ""
    if message.get(ENTITIES):
        return "ask_education" if _is_about_studies_for_it(intent, text) else None
    if intent == "find_careers" and _ARE_THERE_JOBS.match(text):
        return "ask_outlook"
    if intent == "compare_careers" and _SIDE_BY_SIDE.fullmatch(text):  # "local vs otr" of truck drivers
        return "ask_work_environment"
    if intent in _TAKEN_FOR_SMALL_TALK and asked_of_several(text):  # "she's shy" of the work told of
        return "ask_work_environment"
    if intent == "feedback_negative" and read(text).than_it:  # "too long, something shorter"
        return "ask_related_careers"
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
    if not careers and (another := other_kind(text, called["name"], name_index())):
        marked = {
            "entity": "career",
            "start": another.start,
            "end": another.end,
            **as_sense(another.name, another.sense),
        }
        message.set(ENTITIES, [marked], add_to_output=True)
        return topic
    if len(careers) != 1 or not careers[0].get("candidates") or not _only_names_a_career(message):
        return None
    if meant := head_meant(text, careers[0]["text"], called["name"], name_index()):
        careers[0].update(as_sense(*meant))
        return topic
    return None


def _only_names_a_place(text: str) -> bool:
    rest = places.without(text)
    return rest != text and not _FILLERS.sub("", _BESIDE_A_PLACE.sub("", rest))


def _only_names_a_career(message: Message, *, of_a_town: bool = False) -> bool:
    """Whether nothing but small words stands beside a career; `of_a_town`: nor with a town and "jobs": "warren county sheriff"."""
    entities = message.get(ENTITIES) or []
    rest = message.get(TEXT) or ""
    for entity in sorted(entities, key=lambda each: each["start"], reverse=True):
        rest = rest[: entity["start"]] + " " + rest[entity["end"] :]
    if of_a_town:
        if any(entity.get("field") for entity in entities):  # "nursing jobs"
            return False
        rest = _OF_A_TOWN.sub(" ", _without_towns(places.without(rest)))
    refused = any(_REFUSES.fullmatch(message.get(TEXT)[: entity["start"]] + "x") for entity in entities)
    return bool(entities) and not refused and not _FILLERS.sub("", _BRINGS_UP.sub(" ", rest))
