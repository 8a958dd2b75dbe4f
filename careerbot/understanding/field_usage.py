"""Whether a text means a field of work as work: "nursing" is a job, a subject and something that one does at home."""

from __future__ import annotations

import re

from careerbot.understanding.surroundings import ADJECTIVES, AFTER_VERB, around, is_all

_MOVE = "switch|switching|move|moving|jump|change|transition|transitioning|pivot|leap|swap|go|going"
_MOVES = rf"\b(?:{_MOVE})\b[^.?!]{{0,25}}\b(?:to|into)\s"
_MOVES_TO = re.compile(rf"{_MOVES}$", re.IGNORECASE)
# What stands before and after a field of work, where it is meant as one ...
_BEFORE_FIELD = re.compile(
    rf"""(?:
        \b(?:into|from|leave|leaving|left|quit|quitting|hate|hated|like|besides|except|but|than|consider|considering|versus|vs\.?|between|
            no\ more|not|about|pursue|pursuing|choose|try|trying|nothing\ to\ do\ with)\ {ADJECTIVES}
      | \b(?:careers?|jobs?|work|works|working|worked|profession|future|living|positions?|roles?|opportunities|openings|life|field|start|
            started|starting|years|interested|break|experience|anyone|people|day|i'm|im|i’m|am|been|money|market|demand|pros|cons|downsides?|
            upsides?|benefits|reality|world|state|switch|switching|move|change|moving)
            \ (?:in|as|of|for)\ (?:the\ field\ of\ |the\ )?{ADJECTIVES}
      | \b(?:go|going|went|break|get|getting|switch|switching|move|moving|transition|transitioning|change|changing)
            \ (?:in|to|over\ to|from|out\ of|away\ from)\ {ADJECTIVES}
      | {_MOVES}
      | \b(?:need|needed|required?|use|used)\b[^.?!]{{0,25}}\bfor\s
      | \b(?:alternatives?|related|similar|compared|back|return|returning)\ (?:in)?to\ {ADJECTIVES}
      | \b(?:out\ of|away\ from|tired\ of|sick\ of|done\ with)\ {ADJECTIVES}
      | [,.;:!?]\ (?:and\ |but\ |so\ )?(?:is|are|does|was|how\ is|how\ about|what\ about|what\ is)\s
      | \b(?:kill|killing|replace|replacing|automate|automating|do|doing|see)\s
      | \b(?:ok|okay|good|right|enough|old|young|late|school)\ for\s
      | \b(?:door|foot)\ (?:for|in|into)\ {ADJECTIVES}
      | \b(?:started?|starting|begin|began|go|get|got|getting)\ (?:out\ )?(?:in|with|to)\ {ADJECTIVES}
      | ^(?:\W|and\ |so\ |is\ |does\ |how\ is\ |what\ about\ |how\ about\ |what\ is\ |was\ |are\ |ok\ |hey\ |hi\ |
            which\ is\ (?:\w+\ )?\w+,?\ )*(?:an?\ )?
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER_FIELD = re.compile(
    r"^\s(?:salar(?:y|ies)|pay|pays|careers?|jobs?|work|outlook|prospects|industry|profession|field|business|trade|sector|world|wages|"
    r"positions?|roles?|as a career|line of work|(?:or|vs\.?|versus)\s(?!\w+ing\sa)|career path|job market|licen[sc]e|apprenticeship)\b",
    re.IGNORECASE,
)
# ... and where it is something that is learnt, or a thing.
_BEFORE_STUDY = re.compile(
    r"\b(?:degree|degrees|major|majors|majoring|majored|minor|minoring|bachelor'?s?|bachelors|master'?s?|masters|bs|ba|ms|ma|mba|phd|ph\.d\.?|doctorate|b\.?tech|b\.?com|bsc|bca|mca|msc|"
    r"associate'?s?|diploma|certificate|class|classes|course|courses|study|studies|studying|studied|good|bad|great|background|program|hobby|"
    r"enjoy|love|took|take|takes|taking|taken|teach|learn|learning|skills?|grades?|test|exam|interest|(?:years?|semesters?|terms?)\sof)"
    r"\s(?:(?:in|of|at|with|on|for)\s)?(?:[\w'’-]+\s)?$",
    re.IGNORECASE,
)
_AFTER_STUDY = re.compile(
    r"^\s(?:(?:or|and|,|/)\s(?:[\w'’-]+\s){1,3}(?:class|classes|courses?|degrees?|majors?|lessons)|at\s(?:night|school|college|uni\w*)|"
    r"in\s(?:high\sschool|college|school|uni\w*|undergrad)|bs|ba|b\.?sc|mba|m\.?sc|history|theory|college|university|institute|academy|liaisons?|degrees?|major|majors|minor|school|schools|program|programs|class|classes|course|courses|student|students|diploma|bachelor\w*|master\w*|"
    r"certificate|phd|department|home|homes|languages?|used|tools?|firm|office|book|books|test|exam|project|projects|"
    r"equipment|needed|required|necessary|knowledge|shop|store|background|studies|grads?|graduates?|undergrad\w*|internships?|"
    r"never|says|said|told|wants|asked|asks|called|is asking|compan(?:y|ies)|firms|polic(?:y|ies)|dept|department|"
    r"complaint|money|family|crew)\b",
    re.IGNORECASE,
)
# "I got into Purdue for music", "failed out of engineering", "go to HR with it"
_ADMITTED = re.compile(
    r"\b(?:into|at|to|from)\s[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*\s(?:for|in)\s$|\b(?:failed|flunked|dropped)\sout\sof\s$"
)
_OFFICE = re.compile(
    r"\b(?:go|goes|going|went|talk\w*|report\w*|complain\w*|called|wrote|take\sit|told|tell|but|by|email\w*)\s(?:to\s|about\sit\sto\s)?$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\s(?:guys?|gals?|dudes?|person|people|ppl|folks?|lady|ladies|professionals?|pros?|specialists?|experts?|girls?|man|men|woman|women|boys?|"
    r"workers?|reps?|exec|execs|hands|helpers?|associates?|techs?|aides?|devs?|admins?|interns?|apprentices?|chicks?|bros?|gurus?|wizards?|chief)\b",
    re.IGNORECASE,
)
_BEFORE_ACTIVITY = re.compile(r"\b(?:i['’]?m|am|was|were|been|enjoy|love|like|by|while|keep|kept)\s$", re.IGNORECASE)
# What one reads, watches and joins is asked for to see whether the work is for one: "podcasts about photography".
_BEFORE_RESOURCES = re.compile(
    rf"""\b(?:(?:book|podcast|channel|web\ ?site|site|subreddit|forum|blog|magazine|newsletter|video|tutorial|account|resource|source)s?
        |youtubers?|reading|communit(?:y|ies)|associations?)\b[^.?!,]{{0,12}}\b(?:for|4|on|about|abt|in)\s{ADJECTIVES}$
      | \b(?:where|how|place|places|anything|something|way|ways|watch|read)\b[^.?!,]{{0,20}}\b(?:learn|read\ up|find\ out|know)\s
        (?:(?:more|all|everything|stuff|on|about|abt)\s){{0,3}}$""",
    re.VERBOSE | re.IGNORECASE,
)
# Fields that are work whatever stands around them, but where they are studied; others are done at home too ("cooking").
_WORK_TEXT = """
    accountancy accounting bartending beekeeping boilermaking bookkeeping bricklaying cabinetmaking caregiving carpentry
    copywriting cosmetology cybersecurity dentistry drywalling embalming firefighting fundraising glassblowing hairdressing
    headhunting hvac ironworking librarianship lobbying masonry midwifery nursing phlebotomy pipefitting plastering plumbing
    policing proofreading roofing scaffolding screenwriting sonography steamfitting telemarketing trucking underwriting upholstery
    welding zookeeping
"""
_WORK = frozenset(_WORK_TEXT.split())
# "Driving a truck" may be part of any work; it is one where somebody does it, or thinks of it.
_DRIVES = re.compile(r"(?:driv|fly|operat)\w* ", re.IGNORECASE)
_WHO_DRIVES = re.compile(
    r"(?<!do )(?<!does )(?<!can )(?<!could )(?<!should )(?<!would )(?<!did )"
    r"\b(?:i|he|she|they|who|husband|wife|dad|mom|brother|sister|son|daughter|"
    r"uncle|aunt|cousin|friend|boyfriend|girlfriend)(?:\s(?:is|am|are|was|been|works?)|['’]m|['’]s)?\s$|\b(?:like|to|about|as|than|vs\.?|by)\s$",
    re.IGNORECASE,
)
_HAS_TO = re.compile(r"\b(?:ha(?:ve|s|d)|need\w*|able|required?|got|learn\w*|licen[sc]ed?) to $", re.IGNORECASE)
_INTO_THE = re.compile(
    r"\b(?:into|join|joining|what about|how about|work(?:ing)? for|leave|leaving) the $", re.IGNORECASE
)
_WITH_ARTICLE = frozenset({"police"})  # "into the police"
# What everybody has to do with, as they learn, buy and read: work only where the words around it say so.
_EVERYWHERE = frozenset({"ai", "art", "education", "music", "security", "social media", "software", "statistics"})
_LIKING = re.compile(
    r"\b(?:i|you|he|she|they|we|who|kid|son|daughter)\s(?:also\s|really\s|do\s)?(?:likes?|liked|loves?|loved|enjoys?)\s(?:[\w'’-]+(?:,\s|\sand\s|\s)){0,3}$",
    re.IGNORECASE,
)
# A text about studies, and where it still speaks of a field as work.
_STUDYING = re.compile(
    r"\b(?:degrees?|majors?|majoring|minors?|undergrad\w*|grads?|graduat(?:es?|ed|ing)|study|studying|studies|bachelor['’]?s|master['’]?s|b\.?sc|"
    r"m\.?sc|b\.?tech|b\.?com|a\slevels?|gcses?|1[012]th|phd|diploma|transcripts?|stream|prep)\b",
    re.IGNORECASE,
)
_BEFORE_WORK = re.compile(
    rf"""(?:
        \b(?:into|leave|leaving|left|quit|quitting|out\ of|away\ from|tired\ of|sick\ of|done\ with|pursue|pursuing)\ {ADJECTIVES}
      | \b(?:careers?|jobs?|work|works|working|worked|future|living|positions?|roles?|opportunities|years|experience|interested)
            \ (?:in|as|for)\ {ADJECTIVES}
      | \b(?:need|needed|required?|enough|get|necessary|worth)\b[^.?!]{{0,25}}\bfor\ {ADJECTIVES}
      | \b(?:switch|switching|move|moving|transition|transitioning|change|changing|from|go|going)\ (?:in|to|over\ to)\ {ADJECTIVES}
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER_WORK = re.compile(
    r"^\s(?:salar(?:y|ies)|pays?|careers?|jobs?|work|outlook|industry|profession|field|wages|positions?|roles?|as a career|without|"
    r"(?:a\s)?(?:\w+\s){0,2}(?:career|field|profession)|licen[sc]e|apprenticeship)\b",
    re.IGNORECASE,
)


_BEFORE_CHOICE = re.compile(
    rf"\b(?:into|from|or|vs\.?|versus|than|between|about|consider(?:ing)?|(?:{_MOVE})\sto|(?:wanna|want\sto|to)\s(?:do|try|study))\s{ADJECTIVES}$",
    re.IGNORECASE,
)
_AFTER_CHOICE = re.compile(r"^\s?(?:,?\sor|vs\.?|versus|/|to|into)\b", re.IGNORECASE)


def is_field(text: str, start: int, end: int, *, full: bool = False) -> bool:
    """Whether a field ("nursing") is meant as work: not as a degree, a class or a school.

    A `full` name of several words ("film editing") is no activity of every day: it is meant unless the text says otherwise.
    """
    before, after = around(text, start, end)
    if people_after(text, end):
        return True
    name = text[start:end].casefold()
    if name not in _EVERYWHERE and _BEFORE_RESOURCES.search(before):
        return True
    if _BEFORE_STUDY.search(before) or _AFTER_STUDY.match(after) or name.endswith("ies"):
        return False
    if name in _WITH_ARTICLE and _INTO_THE.search(before):
        return True
    if before.endswith(" the ") and not _AFTER_FIELD.match(after):
        return False
    if _DRIVES.match(name):
        thought_of = _WHO_DRIVES.search(before) or _BEFORE_FIELD.search(before)
        return not _HAS_TO.search(before) and bool(thought_of or _AFTER_FIELD.match(after) or is_all(before, after))
    if _ADMITTED.search(before) or (name == "hr" and _OFFICE.search(before)):
        return False
    if _LIKING.search(before) or (name.endswith("ing") and _BEFORE_ACTIVITY.search(before) and AFTER_VERB.match(after)):
        return False
    if name.endswith("ing") and name not in _WORK and _OBJECT.match(after):
        return False
    if _STUDYING.search(text) or name in _EVERYWHERE:
        moves = name in _EVERYWHERE and _MOVES_TO.search(before)
        return bool(moves or _BEFORE_WORK.search(before) or _AFTER_WORK.match(after))
    return bool(
        full or name in _WORK or _BEFORE_FIELD.search(before) or _AFTER_FIELD.match(after) or is_all(before, after)
    )


# "Cleaning rooms gets old", "not cutting trees all day"
_OBJECT = re.compile(
    r"^\s(?!(?:is|was|has|does|vs|jobs|careers|wages|salaries|schools|programs|classes|courses|lessons|degrees|certificates|licenses|"
    r"companies|firms|skills|pays|prospects|hours|across|always|as|s|businesses|its|this|plus|us|less|sucks)\b)"
    r"[a-z]{3,}(?<!s)s\s(?:gets?|all|every|for|at|in|and|or|on|to|with|is|are)\b",
    re.IGNORECASE,
)


def is_choice(text: str, start: int, end: int) -> bool:
    """Whether a field is somewhere to go to, or one of several that are weighed ("from nursing into teaching")."""
    before, after = around(text, start, end)
    return bool(_PEOPLE.search(text, start, end) or _BEFORE_CHOICE.search(before) or _AFTER_CHOICE.match(after))


def people_after(text: str, end: int) -> int:
    """Where the word for its people ends that follows a field ("the cyber security guy"); 0 where none does."""
    match = _PEOPLE.match(text, end)
    return match.end() if match else 0
