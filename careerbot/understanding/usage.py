"""Whether a text uses an everyday word ("cook", "model") as the name of a career."""

from __future__ import annotations

import re

from careerbot.understanding.other_people import is_other_person
from careerbot.understanding.surroundings import ADJECTIVES, around, is_all

_A = r"(?:an?\s|the\s|another\s|some\s)"
# What stands right before a person's occupation, and right after it.
_BEFORE_PERSON = re.compile(
    rf"""(?:
        (?<!you )(?<!you’)(?<!you')\b(?:be|being?|become|becomes|becoming?|became|as|am|i'm|i’m|im|was|been|is|
            who's|he's|hes|she's|shes|were|not)\ {_A}{ADJECTIVES}
      | \b(?:be|become|becoming|being|as|hires?|hiring)\ {ADJECTIVES}
      | ^(?:.*[.,;!?]\ )?(?:i\ am|i\ was)\ # as in other languages: "I am cook in a hotel"
      | \b(?:career|job|jobs|resume|cv|interview|work|working|living|life|day|salary|pay|rate|outlook|income|training|future|position)
            \ (?:as|of|for)\ {_A}?{ADJECTIVES}
      | \b(?:between|versus|vs\.?)\ (?:(?:like|um|uh)\ )?{_A}?
      | \bfrom\ (?:an?\ )?[\w-]+(?:\ [\w-]+)?\ to\ {_A}?
      | \b(?:before|until|till|once|when|if)\ you(?:['’]re|\ are)\ {_A}{ADJECTIVES}
      | (?<!kind\ )(?<!sort\ )(?<!more\ )(?<!bit\ )(?<!lot\ )(?<!instead\ )\bof\ an?\ {ADJECTIVES}
      | \b(?:something|smth|sth|anything|work|working|start|jobs?|careers?)\ like\ {_A}?{ADJECTIVES}
      | \b(?:salary|pay)\ (?:range|scale)\ (?:of|for)\ {_A}?{ADJECTIVES}
      | \b(?:what\ about|how\ about|tell\ me\ about|what\ is|what's|whats|that\ of)\ {_A}?
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_BESIDE_ANOTHER = re.compile(r"^s?(?:\s(?:or|and|vs\.?)\s|/)(?:an?\s)?[A-Z]{2,4}s?\b")  # "PT or OT"
# "Cook tryna be a nurse", "can a server slide into bartending", "former model going into teaching"
_LEAVES_FROM = re.compile(
    r"(?:^\W*|[.?!,;]\s|\b(?:an?|any|ex|former|retired|current|stuck\sas|just)[\s-](?:an?\s)?(?:[\w'’-]+\s)?)$",
    re.IGNORECASE,
)
_IS_LEFT = re.compile(
    r"^(?:\s(?:at|in|for|with|by)\s[\w'’]+(?:\s[\w'’]+)?)?(?:\s(?:here|rn|now|currently|by\strade|ever))?,?"
    r"(?:\s(?:try(?:ing|in|na)\s?(?:to|na)?|tryna|wanna|wants?\sto|wanting\sto|look(?:ing|in)\s(?:to|into|at)|think(?:ing|in)\s(?:about|bout|of)|"
    r"hoping\sto|going\sinto|becom(?:e|es|ing)|(?:switch|switching|mov(?:e|ing)|flip|flipping|slide|sliding|get|getting|break|transition|"
    r"transitioning|pivot|pivoting|jump|jumping|chang(?:e|ing)|go)\s(?:in)?to|turned)\s|\s?(?:→|-+>|=>)\s?)",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\b(?:ex|former|can\san?|from\san?)[\s-]$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:being\s)?(?:an?\s)?$", re.IGNORECASE)
_TO = re.compile(r"^\s(?:in)?to\s", re.IGNORECASE)
_OF_SOMETHING = re.compile(
    r"^ (?:of|on (?:how|being|becoming)|about|me|my|you|your|us|it|this|that|for(?!\sa\sliving))\b", re.IGNORECASE
)
_TO_TALK_TO = frozenset({"agent", "operator"})  # alone they ask for somebody to talk to
_AFTER_SUBJECT = re.compile(r"^\s(?:mba|science|sciences|biology|degrees?|undergrad|major)\b", re.IGNORECASE)
_BECOME = re.compile(r"\bbecom(?:e|es|ing)\s(?:an?\s)?$", re.IGNORECASE)
_BEFORE_DOING = re.compile(
    r"\b(?:do|does|did|is|are|can|could|would|will|should|much|many)\s(?:an?\s|the\s|most\s|all\s)?(?:[\w'’-]+\s)?$",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"^\s(?:really\s|usually\s|even\s|still\s|typically\s|actually\s|get\s)?"
    r"(?:make|makes|earn|earns|charge|charges|vote|become|becomes|do|does|get|need|needs|study|studies|work|works|have|paid|spend|pay|pays|live|"
    r"retire|a good|a real|well paid|worth|in demand)\b",
    re.IGNORECASE,
)
_AFTER_PERSON = re.compile(
    r"^(?:['’]s?)?\s(?:salar(?:y|ies)|pay|payscale|jobs?|careers?|income|wages?|earnings|outlook|duties|apprenticeships?|licen[sc]e|licensing|"
    r"certification|positions?|job|requirements|qualifications|skills|schooling|prospects|vs\.?|versus|day\srates?|"
    r"(?:is|was)\s(?:an?\s)?(?:[\w'’-]+\s){0,2}(?:job|career|profession|trade))\b",
    re.IGNORECASE,
)
_BEFORE_SEVERAL = re.compile(
    r"\b(?:replace|replacing|(?:associations?|guild|union|society)\sof|(?:podcasts?|blogs?|books?|videos?|written|made)\sby(?:\sreal)?|"
    r"represents?|future|about|are|do|can|should|good|where|for|4|hire|hires|hiring|what|most|all|some|many|as|to|how|why|which|and|or)"
    r"\s(?:good\s|great\s|most\s|new\s|successful\s)?$",
    re.I,
)
# What a message begins with: "drivers who haul cars", "night guards, do they need a card"
_BEGINNING = re.compile(r"(?:^|[.!?]\s)\W*(?:[\w'’-]+\s)?$")
_IS_TOPIC = re.compile(r"^(?:,\s|\s(?:who|that)\s|[:?]\s(?:do|are|what|how)\b)", re.IGNORECASE)
_GOES_ON = re.compile(r"\s(?:an?|my|me|you|your|him|them|it|this|that|us|our|the|around|of)\b", re.IGNORECASE)


def is_person(text: str, start: int, end: int) -> bool:
    """Whether an everyday word ("model", "host") means somebody's occupation where it stands."""
    before, after = around(text, start, end)
    if is_other_person(before, text[start:end], after):
        return True
    if _OF_SOMETHING.match(after) and not _BECOME.search(before):
        return False
    if _AFTER_SUBJECT.match(after):
        return False
    several = text[start:end].casefold().endswith("s")
    return bool(
        _BEFORE_PERSON.search(before)
        or (text[start:end].isupper() and _BESIDE_ANOTHER.match(after))
        or _AFTER_PERSON.match(after)
        or (_DOING.match(after) and _BEFORE_DOING.search(before))
        or (several and _BEFORE_SEVERAL.search(before))
        or (several and _BEGINNING.search(before) and _IS_TOPIC.match(after))
        or is_left_for_another(before, after)
        or (_LEAVES_FROM.search(before) and _IS_LEFT.match(after))
        or (_LEFT.search(before) and _TO.match(after))
        or (is_all(before, after) and text[start:end].casefold() not in _TO_TALK_TO)
    )


def ends_a_name(text: str, start: int, end: int) -> bool:
    """Whether an everyday word right after the name of a career ends a longer one ("nurse coaches"), and is no verb."""
    return text[start:end].casefold().endswith(("s", "r", "h")) and not _GOES_ON.match(text, end)


def is_left_for_another(before: str, after: str) -> bool:
    """Whether a name is that of the career somebody comes from: "from nurse to teacher"."""
    return bool(_FROM.search(before) and _TO.match(after))
