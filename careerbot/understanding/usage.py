"""Whether a text uses a word as the name of a career: "cook" and "model" are everyday words, "nursing" is studied too."""

from __future__ import annotations

import re

from careerbot.understanding.word_lists import NOT_MODIFIERS

_LOOK_BACK = 60  # characters before a name that are looked at, and half as many after it

_ADJECTIVES = r"(?:[\w'’-]+\s){0,2}"
_A = r"(?:an?\s|the\s|another\s|some\s)"
# What stands right before a person's occupation, and right after it.
_BEFORE_PERSON = re.compile(
    rf"""(?:
        (?<!you )(?<!you’)(?<!you')\b(?:be|being|become|becoming|became|as|am|i'm|i’m|im|was|been|is|who's|he's|she's|were|not)
            \ {_A}{_ADJECTIVES}
      | \b(?:be|become|becoming|being|as|hires?|hiring)\ {_ADJECTIVES}
      | \b(?:career|job|jobs|work|working|living|life|day|salary|pay|income|training|future|position)\ (?:as|of|for)\ {_A}?{_ADJECTIVES}
      | \b(?:between|versus|vs\.?)\ {_A}?
      | \b(?:something|smth|sth|anything|work|working|start|jobs?|careers?)\ like\ {_A}?{_ADJECTIVES}
      | \b(?:salary|pay)\ (?:range|scale)\ (?:of|for)\ {_A}?{_ADJECTIVES}
      | \b(?:what\ about|how\ about|tell\ me\ about|what\ is|what's|whats|that\ of)\ {_A}?
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_BECOME = re.compile(r"\bbecom(?:e|es|ing)\s(?:an?\s)?$", re.IGNORECASE)
_BEFORE_DOING = re.compile(
    r"\b(?:do|does|did|is|are|can|could|would|will|should|much|many)\s(?:an?\s|the\s|most\s|all\s)?(?:[\w'’-]+\s)?$",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"^\s(?:really\s|usually\s|even\s|still\s|typically\s|actually\s|get\s)?"
    r"(?:make|makes|earn|earns|do|does|get|need|needs|work|works|have|paid|spend|pay|pays|live|retire|a good|a real|well paid|worth|"
    r"in demand)\b",
    re.IGNORECASE,
)
_AFTER_PERSON = re.compile(
    r"^(?:['’]s?)?\s(?:salar(?:y|ies)|pay|payscale|jobs?|careers?|income|wages?|earnings|outlook|duties|apprenticeships?|licen[sc]e|licensing|"
    r"certification|positions?|job|requirements|qualifications|skills|schooling|prospects|vs\.?|versus)\b",
    re.IGNORECASE,
)
_BEFORE_SEVERAL = re.compile(
    r"\b(?:about|are|do|for|hire|hires|hiring|what|most|all|some|many|as|to|how|why|which|and|or)\s$", re.I
)
_MOVE = "switch|switching|move|moving|jump|change|transition|transitioning|pivot|leap|swap|go|going"
# What stands before and after a field of work, where it is meant as one ...
_BEFORE_FIELD = re.compile(
    rf"""(?:
        \b(?:into|from|leave|leaving|left|quit|quitting|hate|hated|like|besides|except|but|than|consider|considering|versus|vs\.?|between|
            no\ more|not|about|pursue|pursuing|choose|try|trying|nothing\ to\ do\ with)\ {_ADJECTIVES}
      | \b(?:careers?|jobs?|work|works|working|worked|profession|future|living|positions?|roles?|opportunities|openings|life|field|start|
            started|starting|years|interested|break|experience|anyone|people|day|i'm|im|i’m|am|been|money|market|demand|pros|cons|downsides?|
            upsides?|benefits|reality|world|state|switch|switching|move|change|moving)
            \ (?:in|as|of|for)\ (?:the\ field\ of\ |the\ )?{_ADJECTIVES}
      | \b(?:go|going|went|break|get|getting|switch|switching|move|moving|transition|transitioning|change|changing)
            \ (?:in|to|over\ to|from|out\ of|away\ from)\ {_ADJECTIVES}
      | \b(?:{_MOVE})\b[^.?!]{{0,25}}\b(?:to|into)\s
      | \b(?:need|needed|required?|use|used)\b[^.?!]{{0,25}}\bfor\s
      | \b(?:alternatives?|related|similar|compared|back|return|returning)\ (?:in)?to\ {_ADJECTIVES}
      | \b(?:out\ of|away\ from|tired\ of|sick\ of|done\ with)\ {_ADJECTIVES}
      | [,.;:!?]\ (?:and\ |but\ |so\ )?(?:is|are|does|was|how\ is|how\ about|what\ about|what\ is)\s
      | \b(?:kill|killing|replace|replacing|automate|automating|do|doing|see)\s
      | \b(?:ok|okay|good|right|enough|old|young|late|school)\ for\s
      | \b(?:door|foot)\ (?:for|in|into)\ {_ADJECTIVES}
      | \b(?:started?|starting|begin|began|go|get|got|getting)\ (?:out\ )?(?:in|with|to)\ {_ADJECTIVES}
      | ^(?:\W|and\ |so\ |is\ |does\ |how\ is\ |what\ about\ |how\ about\ |what\ is\ |was\ |are\ |ok\ |hey\ |hi\ |
            which\ is\ (?:\w+\ )?\w+,?\ )*(?:an?\ )?
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER_FIELD = re.compile(
    r"^\s(?:salar(?:y|ies)|pay|pays|careers?|jobs?|work|outlook|prospects|industry|profession|field|wages|positions?|roles?|as a career|"
    r"(?:or|vs\.?|versus)\s(?!\w+ing\sa)|career path|job market|licen[sc]e|apprenticeship)\b",
    re.IGNORECASE,
)
# ... and where it is something that is learnt, or a thing.
_BEFORE_STUDY = re.compile(
    r"\b(?:degree|degrees|major|majors|majoring|majored|minor|minoring|bachelor'?s?|bachelors|master'?s?|masters|bs|ba|ms|ma|mba|phd|ph\.d\.?|doctorate|b\.?tech|b\.?com|bsc|bca|mca|msc|"
    r"associate'?s?|diploma|certificate|class|classes|course|courses|study|studies|studying|studied|good|bad|great|background|program|hobby|"
    r"enjoy|love|teach|learn|learning|skills?|grades?|test|exam|interest)"
    r"\s(?:(?:in|of|at|with|on|for)\s)?(?:[\w'’-]+\s)?$",
    re.IGNORECASE,
)
_AFTER_STUDY = re.compile(
    r"^\s(?:history|theory|college|university|institute|academy|liaisons?|degrees?|major|majors|minor|school|schools|program|programs|class|classes|course|courses|student|students|diploma|bachelor\w*|master\w*|"
    r"certificate|phd|department|home|homes|languages?|used|tools?|firm|company|office|book|books|test|exam|project|projects|"
    r"equipment|shop|store|background|studies)\b",
    re.IGNORECASE,
)
_FILLERS = re.compile(
    r"\b(?:and|or|so|then|ok|okay|well|what|how|about|for|an?|the|same|please|pls|is|not|anything|but|except|maybe|actually|i|meant|mean|no)\b|\W",
    re.IGNORECASE,
)


_GOES_ON = re.compile(r"\s(?:an?|my|me|you|your|him|them|it|this|that|us|our|the|around|of)\b", re.IGNORECASE)
_HAS_SUBJECT = re.compile(
    r"\b(?:teachers?|professors?|lecturers?|mechanics?|engineers?|technicians?|operators?|drivers?)$", re.IGNORECASE
)
_OF_A_SUBJECT = re.compile(r"\sof\s(?P<subject>[a-z]{4,})\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\s(?:guys?|gals?|dudes?|person|people|folks?|lady|ladies|professionals?|pros?|specialists?|experts?)\b",
    re.IGNORECASE,
)
_BEFORE_ACTIVITY = re.compile(r"\b(?:i['’]?m|am|was|were|been|enjoy|love|like|by|while|keep|kept)\s$", re.IGNORECASE)
# A thing that belongs to a career, and a verb.
_AFTER_THING = re.compile(
    r"^\s(?:check|checks|shop|shops|office|offices|visit|appointment|appointments|bill|bills|strike|joke|jokes|movie|costume|fees?|program|"
    r"episode|light|test)\b",
    re.IGNORECASE,
)
_BEFORE_VERB = re.compile(r"\b(?:to|i|we|they|you|can|could|will|would|should|please|and|let's)\s$", re.IGNORECASE)
_AFTER_VERB = re.compile(r"^\s(?:an?|my|me|you|your|him|them|it|this|that|us|our|the|around)\b", re.IGNORECASE)


def is_something_else(text: str, start: int, end: int) -> bool:
    """Whether the name of a career is part of another thing ("a barber shop"), or a verb ("to nurse a drink")."""
    before, after = _around(text, start, end)
    name = text[start:end].casefold()
    is_verb = " " not in name and _AFTER_VERB.match(after) and _BEFORE_VERB.search(before)
    return bool(is_verb or (_AFTER_THING.match(after) and not name.endswith("s")))


def is_person(text: str, start: int, end: int) -> bool:
    """Whether an everyday word ("model", "host") means somebody's occupation where it stands."""
    before, after = _around(text, start, end)
    if re.match(r" (?:of|me|my|you|your|us|it|this|that|for)\b", after, re.IGNORECASE) and not _BECOME.search(before):
        return False
    several = text[start:end].casefold().endswith("s")
    return bool(
        _BEFORE_PERSON.search(before)
        or _AFTER_PERSON.match(after)
        or (_DOING.match(after) and _BEFORE_DOING.search(before))
        or (several and _BEFORE_SEVERAL.search(before))
        or _is_all(before, after)
    )


def is_field(text: str, start: int, end: int, *, full: bool = False) -> bool:
    """Whether a field ("nursing") is meant as work: not as a degree, a class or a school.

    A `full` name of several words ("film editing") is no activity of every day: it is meant unless the text says otherwise.
    """
    before, after = _around(text, start, end)
    if people_after(text, end):
        return True
    if _BEFORE_STUDY.search(before) or _AFTER_STUDY.match(after) or before.endswith(" the "):
        return False
    if text[start:end].casefold().endswith("ing") and _BEFORE_ACTIVITY.search(before) and _AFTER_VERB.match(after):
        return False
    return bool(full or _BEFORE_FIELD.search(before) or _AFTER_FIELD.match(after) or _is_all(before, after))


def ends_a_name(text: str, start: int, end: int) -> bool:
    """Whether an everyday word right after the name of a career ends a longer one ("nurse coaches"), and is no verb."""
    return text[start:end].casefold().endswith(("s", "r", "h")) and not _GOES_ON.match(text, end)


def subject_after(text: str, start: int, end: int) -> int:
    """Where a name ends with the subject that is said after it ("teacher of physics"); 0 where none is."""
    match = _OF_A_SUBJECT.match(text, end) if _HAS_SUBJECT.search(text, start, end) else None
    return match.end() if match and match["subject"].casefold() not in NOT_MODIFIERS else 0


def people_after(text: str, end: int) -> int:
    """Where the word for its people ends that follows a field ("the cyber security guy"); 0 where none does."""
    match = _PEOPLE.match(text, end)
    return match.end() if match else 0


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands around a name; a line end is a space like others."""
    before, after = text[max(0, start - _LOOK_BACK) : start], text[end : end + _LOOK_BACK // 2]
    return before.replace("\n", " "), after.replace("\n", " ")


def _is_all(before: str, after: str) -> bool:
    return len(before) + len(after) < _LOOK_BACK and not _FILLERS.sub("", before + " " + after)
