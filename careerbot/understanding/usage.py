"""Whether a text uses an everyday word ("cook", "model") as the name of a career."""

from __future__ import annotations

import re
from collections.abc import Callable

from careerbot.knowledge.words import stem
from careerbot.understanding.word_lists import NOT_MODIFIERS

_LOOK_BACK = 60  # characters before a name that are looked at, and half as many after it

ADJECTIVES = r"(?:[\w'’-]+\s){0,2}"
_A = r"(?:an?\s|the\s|another\s|some\s)"
# What stands right before a person's occupation, and right after it.
_BEFORE_PERSON = re.compile(
    rf"""(?:
        (?<!you )(?<!you’)(?<!you')\b(?:be|being?|become|becomes|becoming?|became|as|am|i'm|i’m|im|was|been|is|who's|he's|she's|were|not)
            \ {_A}{ADJECTIVES}
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
# What is asked in few words: what stands before the name, and after it.
_SMALL = r"^\W*(?:(?:any|good|what|whats|the|so|and|ok|hi|hey|average|typical|avg|best|list\sof|a|an)\W+)*"
_IN_FEW_WORDS = tuple(
    (re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE))
    for before, after in (
        (  # "cook hours", "model union?"
            rf"{_SMALL}$",
            r"^s?['’]?s?\s(?:associations?|unions?|guilds?|forums?|blogs?|podcasts?|magazines?|hours|demand|degrees?|schools?|promotions?|"
            r"next\sstep|stress(?:\slevel)?|shifts?|lifestyle|burnout|internships?|courses?|career\spath|companies\shiring)\W*(?:\w+\W*){0,3}$",
        ),
        (
            rf"{_SMALL}(?:is|are)\s(?:an?\s|being\san?\s)?$",
            r"^\s(?:stressful|hard|boring|fun|worth|dangerous|in\sdemand|lonely|tiring|dying|growing|easy)\b",
        ),
        (r"\b(?:similar|close|alternatives?)\sto\s(?:an?\s|being\san?\s)?$", r"^\W*$"),
        (
            r"\b(?:degree|school|licen[sc]e|training|courses?|major|cert\w*|promotion|how\slong)\sfor\s(?:an?\s)?$",
            r"^\W*$",
        ),
        (rf"{_SMALL}(?:how\smany\s)?years\sto\s(?:be\s)?(?:an?\s)?$", r"^\W*$"),
        (r"\b(?:every|each|any)\s(?:good\s|new\s|future\s)?$", r"^\s(?:should|needs|must|knows|would|reads)\b"),
        (rf"{_SMALL}after\s(?:an?\s|being\san?\s)?$", r"^\W*(?:whats?|where)\b"),
    )
)
# "Driver near me", "how much do I tip a driver", "a joke about a cook", "the best cook in the world"
_NEAR_ME = re.compile(
    r"^s?\s(?:near\s(?:me|by|here)|nearby|around\shere|for\shire|in\smy\sarea|needed|wanted)\b", re.IGNORECASE
)
_SPOKEN_OF = re.compile(
    rf"""(?:\b(?:tip|tipping|sue|suing|report|fire|rate|thank)\ (?:an?|my|the|our)\ {ADJECTIVES}
      | \b(?:jokes?|poem|song|movies?|films?|stor(?:y|ies)|novel|show)\ (?:about|with)\ (?:an?|the)\ {ADJECTIVES})$""",
    re.VERBOSE | re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:highest[-\s]paid|best|worst|oldest|youngest|richest|greatest|most\sfamous|nearest|closest|cheapest|cheap)\s$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"^\s(?:in|of|ever|alive|near|around|nyc)\b", re.IGNORECASE)
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
# "Need a driver to the airport", "hire a DJ for my wedding"
_HIRES = re.compile(
    rf"\b(?:hire|hiring|book|find\s(?:me|us)|get\s(?:me|us)|recommend|need|looking\sfor)\s(?:me\s|us\s)?(?:an?|another)\s{ADJECTIVES}$",
    re.IGNORECASE,
)
_FOR_US = re.compile(
    r"^(?:\s(?:to|in|near|around|at|who|tonight|today|tomorrow|asap|for\s(?:an?|my|our|the|this)\s(?:\w+\s)?(?:wedding|party|parties|event|"
    r"birthday|ceremony|funeral|house|home|kids?|kid['’]?s|dog|son|daughter|airport|weekend|gig|show|trip))\b|[.?!,]|$)",
    re.IGNORECASE,
)
# "My agent stole my deposit", "is our coach allowed to"
_OURS_BEFORE = re.compile(
    r"\b(?:my|our|his|her|their)\s(?:old\s|new\s|kid['’]?s?\s|son['’]?s?\s|daughter['’]?s?\s)?$", re.IGNORECASE
)
_BOSSES = frozenset({"coordinator", "director", "lead", "manager", "superintendent", "supervisor"})
_MY_BOSS = re.compile(
    r"\b(?:my|our|his|her|their|your)\s(?:new\s|old\s|current\s|direct\s|last\s|former\s)?$", re.IGNORECASE
)
_NOT_OURS = frozenset({"dishwasher", "host", "landlord", "partner", "pi", "printer", "server", "super"})
_DOES_TO_US = re.compile(
    r"^\s(?:says?|said|told|tells|thinks|keeps|kept|wants?|wanted|stole|broke|messed|charged|charges|quoted|overcharged|ghosted|quit|lied|"
    r"left|never|cancell?ed|ruined|scratched|dropped|crashed|hit|(?:is|was)\s(?:so\s)?(?:late|rude|mean|awful|terrible|great|nice)|asked|yelled|yells|allowed|legally|refuses|refused|owes|scammed|cheated|showed|forgot|did|didn['’]?t|"
    r"won['’]?t|wont|isn['’]?t|isnt)\b",
    re.IGNORECASE,
)
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
    r"(?:make|makes|earn|earns|become|becomes|do|does|get|need|needs|study|studies|work|works|have|paid|spend|pay|pays|live|"
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
    r"\b(?:replace|replacing|(?:associations?|guild|union|society)\sof|(?:podcasts?|blogs?|books?|videos?|written|made)\sby|"
    r"represents?|future|about|are|do|for|hire|hires|hiring|what|most|all|some|many|as|to|how|why|which|and|or)"
    r"\s(?:good\s|great\s|most\s|new\s|successful\s)?$",
    re.I,
)
_FILLERS = re.compile(
    r"\b(?:and|or|so|then|ok|okay|well|what|how|about|for|an?|the|same|please|pls|is|not|anything|but|except|maybe|actually|i|meant|mean|no)\b|\W",
    re.IGNORECASE,
)


_GOES_ON = re.compile(r"\s(?:an?|my|me|you|your|him|them|it|this|that|us|our|the|around|of)\b", re.IGNORECASE)
_HAS_SUBJECT = re.compile(
    r"\b(?:teachers?|professors?|lecturers?|mechanics?|engineers?|technicians?|operators?|drivers?|interpreters?|translators?|"
    r"directors?|deans?|installers?|inspectors?)$",
    re.IGNORECASE,
)
_OF_A_SUBJECT = re.compile(
    r"\sof\s(?:the\s|big\s|heavy\s)?(?P<subject>[a-z]{3,})(?:\s(?P<thing>[a-z]{3,}))?\b", re.IGNORECASE
)
# A thing that belongs to a career, and a verb.
_AFTER_THING = re.compile(
    r"^(?:['’]s)?\s(?:check|checks|shop|shops|office|offices|visit|appointment|appointments|bill|bills|strike|joke|jokes|movie|costume|fees?|"
    r"episode|light|test)\b",
    re.IGNORECASE,
)
_BEFORE_VERB = re.compile(
    r"\b(?:to|i|we|they|you|can|could|will|would|should|please|and|let['’]?s|me|us|him|her|them|gonna|wanna|gotta|never|['’]ll|['’]d|id)\s$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:^|[.?!;])\s*$")
_OURS = re.compile(r"^\s(?:my|our|it|this|that|them)\b", re.IGNORECASE)  # "tailor my resume", "tailor it a bit more"
_OF_OURS = re.compile(
    r"(?:architect|author|captain|master)\sof\s(?:my|our|your|its)\b", re.IGNORECASE
)  # "the architect of my own misery"
# Where a "vet" has served.
_SERVED = re.compile(
    r"\b(?:army|navy|marines?|air\sforce|military|combat|veterans?|gi\sbill|deployed|deployment|served|discharged|clearance|infantry|"
    r"war|iraq|afghanistan|vietnam|enlisted|service[-\s]connected)\b",
    re.IGNORECASE,
)
_TREATS_ANIMALS = re.compile(
    r"\b(?:animals?|dogs?|cats?|pets?|horses?|vet\s(?:tech|school|med|nurse|assistant|clinic)|become|becoming)\b",
    re.IGNORECASE,
)
_MR = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|sir|lord|lady|saint|st|(?:sur|last\s|first\s)?name(?:[\s'’]i?s)?|named|called)\.?\s(?:[A-Z][\w'’-]+\s)?$",
    re.IGNORECASE,
)
_FIRST_NAME = re.compile(r"(?<![\w'’-])(?P<name>[A-Z][a-z]+)\s$")
_WHO_WRITES = re.compile(r"^(?:\s[A-Z][a-z]+)?(?:\shere\b|,\s\d\d\b)")  # "Mason Carpenter here", "Sawyer, 16"
# Words for people at work that children are called by: "Sawyer" is a first name, "Electrician here" is none.
_GIVEN_NAMES_TEXT = """
    Archer Carter Chandler Cooper Fisher Harper Hunter Marshall Mason Miller Parker Piper Porter Ranger Ryder Sawyer Tanner Taylor
    Tyler
"""
_GIVEN_NAMES = frozenset(_GIVEN_NAMES_TEXT.split())
_OF_THAT_NAME = re.compile(
    r"^\s(?:City|College|University|Insurance|Street|Avenue|Road|Hotel|County|Hall|Park|Bros|Ltd|Inc|Who)\b"
)
AFTER_VERB = re.compile(r"^\s(?:an?|my|me|you|your|him|them|it|this|that|us|our|the|around|every|up)\b", re.IGNORECASE)


_DRIVERS_LICENSE = re.compile(r"driver['’]?s?\s(?:licen[sc]e|permit|ed)\b", re.IGNORECASE)


def is_something_else(text: str, start: int, end: int) -> bool:
    """Whether the name of a career is part of another thing ("a barber shop"), or a verb ("to nurse a drink")."""
    before, after = around(text, start, end)
    name = text[start:end].casefold()
    if " " in name:
        return False
    if (
        (name in _BOSSES and _MY_BOSS.search(before))
        or _OF_OURS.match(name + after)
        or (name in ("vet", "vets") and _SERVED.search(text) and not _TREATS_ANIMALS.search(text))
    ):
        return True
    is_verb = (AFTER_VERB.match(after) and _BEFORE_VERB.search(before)) or (
        _OURS.match(after) and _BEGINS.search(before)
    )
    is_thing = _AFTER_THING.match(after) and not name.endswith("s")
    return bool(is_verb or is_thing or _DRIVERS_LICENSE.match(name + after))


def is_somebodys_name(text: str, start: int, end: int, modifies: Callable[[str], bool]) -> bool:
    """Whether a word with a capital letter is a name: "Mr Baker", "Sabrina Carpenter", "Baker College".

    `modifies` knows the words that make a special kind of a career: a "Senior Baker" is nobody's name.
    """
    if not text[start].isupper() or text[start:end].isupper():
        return False
    before, after = around(text, start, end)
    first = _FIRST_NAME.search(before)
    given = first["name"] if first else text[start:end] if not before.strip() else ""
    if (given in _GIVEN_NAMES and _WHO_WRITES.match(after)) or _MR.search(before) or _OF_THAT_NAME.match(after):
        return True
    if not first or first["name"].casefold() in NOT_MODIFIERS or modifies(stem(first["name"])):
        return False
    return not _begins_words_with_capitals(text[: start - len(first[0])] + text[end:])


def _begins_words_with_capitals(text: str) -> bool:
    """Whether a text is written as a title is: "How To Become A Baker"."""
    longer = [word for word in text.split() if len(word) > 3]
    return sum(word[0].isupper() for word in longer) * 2 > len(longer)


def is_person(text: str, start: int, end: int) -> bool:
    """Whether an everyday word ("model", "host") means somebody's occupation where it stands."""
    before, after = around(text, start, end)
    if (_HIRES.search(before) and _FOR_US.match(after)) or (_MOST.search(before) and _OF_ALL.match(after)):
        return True
    if _NEAR_ME.match(after) or _SPOKEN_OF.search(before):
        return True
    if _OF_SOMETHING.match(after) and not _BECOME.search(before):
        return False
    if _AFTER_SUBJECT.match(after):
        return False
    several = text[start:end].casefold().endswith("s")
    return bool(
        (_OURS_BEFORE.search(before) and _DOES_TO_US.match(after) and text[start:end].casefold() not in _NOT_OURS)
        or _BEFORE_PERSON.search(before)
        or (text[start:end].isupper() and _BESIDE_ANOTHER.match(after))
        or _AFTER_PERSON.match(after)
        or (_DOING.match(after) and _BEFORE_DOING.search(before))
        or (several and _BEFORE_SEVERAL.search(before))
        or is_left_for_another(before, after)
        or (_LEAVES_FROM.search(before) and _IS_LEFT.match(after))
        or (_LEFT.search(before) and _TO.match(after))
        or any(first.search(before) and then.match(after) for first, then in _IN_FEW_WORDS)
        or (is_all(before, after) and text[start:end].casefold() not in _TO_TALK_TO)
    )


def ends_a_name(text: str, start: int, end: int) -> bool:
    """Whether an everyday word right after the name of a career ends a longer one ("nurse coaches"), and is no verb."""
    return text[start:end].casefold().endswith(("s", "r", "h")) and not _GOES_ON.match(text, end)


def subject_after(text: str, end: int) -> tuple[int, int] | None:
    """Where the subject stands that is said after a name ("teacher of physics", "driver of big trucks")."""
    match = _OF_A_SUBJECT.match(text, end)
    if not match or match["subject"].casefold() in NOT_MODIFIERS:
        return None
    goes_on = match["thing"] and match["thing"].casefold() not in NOT_MODIFIERS
    return match.start("subject"), match.end("thing" if goes_on else "subject")


def has_subject(text: str, start: int, end: int) -> bool:
    """Whether a name is that of people who have a subject ("teacher", "interpreter")."""
    return bool(_HAS_SUBJECT.search(text, start, end))


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a name; a line end is a space like others."""
    before, after = text[max(0, start - _LOOK_BACK) : start], text[end : end + _LOOK_BACK // 2]
    return before.replace("\n", " "), after.replace("\n", " ")


def is_all(before: str, after: str) -> bool:
    """Whether nothing but small words stands around a name."""
    return len(before) + len(after) < _LOOK_BACK and not _FILLERS.sub("", before + " " + after)


def is_left_for_another(before: str, after: str) -> bool:
    """Whether a name is that of the career somebody comes from: "from nurse to teacher"."""
    return bool(_FROM.search(before) and _TO.match(after))
