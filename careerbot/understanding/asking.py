"""What asks and what tells, by its words: "how do they train" is a question, "how I trained" is told."""

from __future__ import annotations

import re

_QUESTION_WORD = r"(?:what|wat|waht|wut|wth|whats|how|hwo|hows|which|wich|where|wheres|when|who|whos|whose|why)(?:['’]?(?:s|re|d|ll))?"
_VERB = r"(?:is|are|am|was|do|does|did|can|could|should|shud|will|would|wuld|has|have)"
_SMALL_TALK = (
    r"(?:(?:so|and|but|like|um|uh|er|oh|well|ok|okay|also|then|or|hi|hey|hello|please|pls|kindly|after(?:\ that)?"
    r"|while\ (?:we|you)['’]?re\ at\ it)[\s,]+)*"
)

# Where one question may end and the next begin. What `adds` needs no word of asking behind it: "hours, plus job security".
JOINT = re.compile(
    rf"""(?P<adds>\s*\+\s* | ,?\s(?:oh\ and|and\ also|also|plus|as\ well\ as|separately)[,\s]\s*)
    | \s[-–—]+\s | :\s | \s/\s
    | ,?\s(?:and\ then|and|adn|n|&|then)[,\s]\s*
    | ,?\s(?:an|but)\s(?={_QUESTION_WORD}\s|{_VERB}\s)
    | ,\s(?=(?:{_QUESTION_WORD}|{_VERB}|after\ that)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
JOINT_OR_COMMA = re.compile(rf"{JOINT.pattern} | ,\s", JOINT.flags)  # "notary: duties, pay"

_SHORT = 7  # words
_CLAUSE_END = re.compile(r"[?!;\n,:]\s*|\.\s|\s[-–—/]+\s")
_BEGINS_TO_ASK = re.compile(
    rf"""^{_SMALL_TALK}
    (?:(?:for|as|in|with|about|on|at|of|to|after|before)\s[^,?!.]{{1,40}}?,?\s)?
    (?:{_QUESTION_WORD}|{_VERB}|need|any)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Further inside a part a question word asks only behind a word of asking, or with a verb turned round.
_ASKING = re.compile(
    rf"""^{_SMALL_TALK}(?:tell|explain|describe|compare|gimme|suggest|list|name|recommend)\b
    | (?:\b(?:you|u|please|pls|to|so|and|then|just|um|uh)|,)\ tell\ me\b
    | \b(?:(?:give|show|find)\ me|walk\ me\ through|(?:know|love|like)\ to\ (?:know|hear)|wanna\ know|find\ out|question\ is
        |wonder(?:ing)?|curious|looking\ for)\b
    | (?<!don['’]t\s)(?<!dont\s)\b(?:know|idea|ask|asks|asking|see|hear|about)\s(?:{_QUESTION_WORD}|whether|if)\b
    | \b(?:what|wat|how|why|when)\s{_VERB}\b
    | \b(?:who|which|where)\s(?:do|does|did|can|could|should|would)\b
    | \b(?:what['’]?s|hows|how['’]s|how\s(?:much|many|long|hard)|what\s(?:kind|sort|type)s?)\b
    | \b{_VERB}\s(?:i|you|u|they|it|that|there|we|he|she|most|people)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_DOES_TOO = re.compile(r"(?:earn|make|get paid|need|study)s?\b(?!\s(?:up|sure|it|a)\b)", re.IGNORECASE)
_WHETHER = re.compile(rf"^{_SMALL_TALK}(?:whether|if)\b", re.IGNORECASE | re.VERBOSE)
_SAYS_WHETHER = re.compile(
    r"\b(?:know|tell|tel|say|explain|asks?|asking|wonder|wondering|curious|question)\b", re.IGNORECASE
)
# What is told begins so, or has somebody in it: "for interpreters, which ...", "13 years a nurse, where ...", "I cooked, how ..."
_TELLS = re.compile(
    r"^\W*(?:for|as|in|with|about|on|at|of|to|from|out|besides|between|by|since|after|if|\d\w*|\w+\syears)\b"
    r"|\b(?:i|im|ive|i['’]\w+|my|me|we|our|he|she|his|her|thanks?)\b",
    re.IGNORECASE,
)
_QUALIFIES = re.compile(r"^\W*(?:not|no|only|then|too|or|but|more|less|just|maybe|good\sidea)\b", re.IGNORECASE)
_ASKS_WHAT_IT_IS = re.compile(
    r"\b(?:what|whats|wats?|who|whos|tell|explain|describe|info|know|means?)\b(?!\sabout)", re.IGNORECASE
)

_WHY = re.compile(
    r"\W*(?:(?:but|and|so|ok|okay|hm+|huh|really|wait)\W+)*(?:why|how come|for what reason)\b"
    r"(?!\s+(?:not|should|would|do|did|are|be)\s+(?:i|you|people|we)\b)(?!.*\b(?:become|becoming|choose|study|be a|be an)\b)",
    re.IGNORECASE,
)
_MOST_WORDS_OF_WHY = 9
_DOUBTS = re.compile(
    r"\W*(?:(?:wow|oh|hm+|um|ok|okay|wait|but|and|huh|lol|what|no)\W+)*"
    r"(?:really|seriously|srsly|for real|fr|no way|(?:are )?(?:you|u) (?:really )?sure|says who"
    r"|you sure about that|is (?:that|this|it) (?:really )?(?:right|true|correct|real|accurate|sure|legit|a fact)"
    r"|that (?:can'?t|cant|cannot) be (?:right|true))"
    r"(?:\W+(?:though|tho|about (?:that|this|it)|wow|lol|that much|so much|that little))*\W*",
    re.IGNORECASE,
)


def asks_why(message: str) -> bool:
    """Whether a message asks for the reason of what was said: "why is that", "how come they earn so much"; not "why be a nurse"."""
    return bool(_WHY.match(message)) and len(message.split()) <= _MOST_WORDS_OF_WHY


def asks_what_it_rests_on(message: str) -> bool:
    """Whether a message asks for the reason of what was said, or doubts it: "really?", "are you sure"."""
    return asks_why(message) or bool(_DOUBTS.fullmatch(message))


_OF_ALL = re.compile(
    r"\b(?:which|what|whats|wich|wat|any)\b.*\b(?:jobs?|careers?|professions?|occupations?|line of work)\b",
    re.IGNORECASE,
)
_OF_EVERYBODY = re.compile(
    r"\b(?:average|median|typical|mean|normal)\b.*\b(?:us|u\.s\.?|usa|america\w*|country|nation\w*|everyone|everybody|people|person|worker"
    r"|all (?:jobs|occupations|workers|careers))\b",
    re.IGNORECASE,
)


def asks_of_all(message: str) -> bool:
    """Whether a message that names no career asks about all: "what's the most stressful job"."""
    return bool(_OF_ALL.search(message))


def asks_of_everybody(message: str) -> bool:
    """Whether a message asks what people earn whatever they do: "what's the average salary in the US"."""
    return bool(_OF_EVERYBODY.search(message))


def has_no_word_of_asking(message: str) -> bool:
    """Whether nothing in a message is put as a question: "notary: duties, pay"."""
    return not any(map(_puts_a_question, _CLAUSE_END.split(message)))


def _puts_a_question(part: str) -> bool:
    return bool(_BEGINS_TO_ASK.search(part) or _ASKING.search(part))


def asks(part: str, *, among_notes: bool = False, told: bool = False) -> bool:
    """Whether a part puts a question, instead of telling a story.

    `among_notes`: the message has no word of asking, so a short part asks without one. `told`: the message sets its question
    marks and the part ends without one, so only a word of asking makes it a question.
    """
    return bool(_ASKING.search(part) or (not told and _BEGINS_TO_ASK.search(part))) or (among_notes and is_note(part))


def asks_too(first: str, second: str, *, among_notes: bool, adds: bool) -> bool:
    """Whether what stands behind a joint asks; `adds` where the joint itself says so ("plus")."""
    whether = _WHETHER.search(second) and _SAYS_WHETHER.search(first)
    does_too = _DOES_TOO.match(second) and first.endswith(" do")  # "what does a judge do and earn"
    return bool(whether or does_too or (adds and not tells(second))) or asks(second, among_notes=among_notes)


def is_note(part: str) -> bool:
    """Whether a part is short, tells of nobody, and does not say more of another part: "salary", "good and bad sides"."""
    return len(part.split()) <= _SHORT and not tells(part) and not _QUALIFIES.search(part)


def tells(part: str) -> bool:
    """Whether a part tells of circumstances or of somebody."""
    return bool(_TELLS.search(part))


def asks_what_it_is(part: str) -> bool:
    """Whether a part asks what a career is, and does not just mention it ("ok what about zookeepers")."""
    return bool(_ASKS_WHAT_IT_IS.search(part))
