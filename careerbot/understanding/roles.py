"""Who a career named in a text belongs to: the question, a person in the story ("my mom is a nurse"), or nobody ("not a nurse")."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from careerbot.understanding.the_same import wants_the_same
from careerbot.understanding.usage import is_left_for_another

Role = Literal["query", "person", "excluded"]
Whose = Literal["own", "other"]
_LOOK_BACK = 80  # characters


class Part(NamedTuple):
    """The part that a career plays, and, of a person's career, whether it is the asker's own."""

    role: Role
    whose: Whose | None = None


QUERY = Part("query")
OWN = Part("person", "own")
OTHER = Part("person", "other")
EXCLUDED = Part("excluded")

_A = r"(?:an?\s|the\s|some\s)?"
_KIND = r"(?:[\w'’-]+\s){0,3}"  # "laid off", "part time", "retired"
_KIN = (
    r"(?:mom|mum|mother|dad|father|parents?|brother|sister|sis|bro|sibling|aunt|uncle|cousin|grand(?:ma|pa|mother|father)|son|daughter|kid|"
    r"husband|hubby|wife|spouse|partner|boyfriend|girlfriend|[bg]f|bff|gran|granny|nan|nana|fianc[eé]e?|friends?|neighbou?r|boss|roommate|flatmate|coworker|colleague|"
    r"in-law|nephew|niece|family|guy|woman|lady|ex|buddy|mate|twin|stepdad|stepmom|he|she|they)"
)
_IS = r"(?:is|was|are|were|'s|’s|s|became|has\sbeen|had\sbeen|works?\sas|worked\sas|been|being|'re|’re)"
_STILL = r"(?:(?:also|both|all|still|now|just|currently|only|once|a\slicensed|actually|already)\s)*"

_EXCLUDED = re.compile(
    rf"""(?:
        \b(?:anything|anyone|everything|something|nothing|any\s(?:job|career))\s(?:but|except|other\sthan|besides)\s(?:being\s|becoming\s)?{_A}
      | \b(?:except|besides|apart\sfrom|other\sthan|instead\sof|rather\sthan|aside\sfrom|nothing\sto\sdo\swith)\s(?:for\s)?
          (?:being\s|becoming\s|working\sas\s)?{_A}
      | \b(?:n[o']t|don['’]?t|dont|doesn['’]?t|didn['’]?t|never|wouldn['’]?t|won['’]?t|no\slonger)\s(?:really\s|ever\s|even\s)?
          (?:want|like|wish|going|interested|plan|planning|trying|cut\sout)\s
          (?:to\s|in\s|for\s)?(?:be\s|become\s|being\s|becoming\s|work\sas\s|go\sinto\s|do\s|practi[cs]e\s)?{_A}
      | (?<!why\s)(?<!if\s)\b(?:not|never)\s(?:be\s|being\s|as\s|in\s|into\s)?{_A}
      | \bno\s(?:more\s)?
      | \bwithout\s(?:being|becoming)\s{_A}
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_OTHER = re.compile(
    rf"""(?:
        \b{_KIN}(?:[\s-]in[\s-]law|\sof\smine)?,?\s?(?:who\s?|that\s|which\s)?(?:just\s|recently\s|now\s|once\s)?
          {_IS}\s{_STILL}(?:(?:an?|the)\s{_KIND}?)?
      | \b(?:my|our)\s(?:\w+\s)?{_KIN},\s(?:an?\s|the\s){_KIND}?
      | \b(?:my|our)\s(?:\w+\s)?{_KIN}\s[^,;]{{0,50}}\band\s(?:is|was|works\sas)\s(?:now\s)?(?:an?\s{_KIND}?)?
      | \b(?:my|our|his|her|their)\s(?:old\s|own\s|favorite\s|high\sschool\s|family\s|last\s)?
      | \b{_KIN}(?:[\s-]in[\s-]law)?,?\s(?:who\s)?(?:work|works|worked)\s(?:as|in)\s{_A}{_KIND}?
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_OWN = re.compile(
    rf"""(?:
        (?<!if\s)\b(?:i\sam|i['’]?m|i\swas|i['’]?ve\sbeen|i\shave\sbeen|i\sused\sto\sbe|i\sused\sto\swork\sas|we['’]?re\sboth)\s{_STILL}
          (?:an?\s{_KIND}?|(?:employed|working)\s(?:as|in)\s{_A}{_KIND}?)?
      | \bi['’]?m\s(?!not\b|an?\b|into\b)(?:in\s)
      | \bi\s(?:currently\s|now\s|also\s)?(?:work|worked|am\sworking|have\sworked|do)\s(?:full\stime\s|part\stime\s)?(?:as|in)\s{_A}{_KIND}?
      | \b(?:laid[\s-]off|let\sgo|fired|lost\smy\sjob)\s(?:from|at|as)\s(?:my\s|an?\s|the\s)?{_KIND}?
      | \bi['’]?ve\sworked\s(?:as|in)\s{_A}{_KIND}?
      | \b(?:years|months|decade|decades|experience)\s(?:experience\s|of\sexperience\s)?(?:working\s)?(?:as|of|in|being)\s{_A}{_KIND}?
      | \bmy\s(?:\w+\s)?(?:job|career|work|life|background)\s(?:as|in|is)\s{_A}{_KIND}?
      | \b(?:former|ex|ex-|laid[\s-]off|burned[\s-]out|burnt[\s-]out)[\s-]?
      | \b(?:left|leave|leaving|quit|quitting|out\sof|tired\sof|sick\sof|done\swith)\s(?:being\s)?{_A}
      | \bi\s(?:really\s)?hate\s(?:being\s|working\sin\s)?{_A}
      | \b(?:switch|switching|switched|go|going|move|moving|transition|transitioning|change|changing|changed|pivot|pivoting|jump)
          \s(?:careers?\s)?from\s(?:being\s|working\sas\s)?{_A}
      | ^\s?from\s(?:being\s|working\sas\s)?{_A}
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_AS = re.compile(r"(?:^|[.,;!?]\s?|\b(?:and|so|but|hi|hey|hello)\s)as\san?\s(?:[\w'’-]+\s){0,2}$", re.IGNORECASE)
_AS_GOES_ON = re.compile(
    r"^,|^\s(?:can|could|should|what|how|which|i|is|who|with|of|looking|wanting|for)\b", re.IGNORECASE
)
_WOULD = re.compile(
    r"\b(?:can|could|may|might|will|would|should|want\sto|wanna|how\s(?:do|can|would))\s(?:i|we)?\s?work\s[\w\s]{0,20}as\san?\s(?:[\w'’-]+\s){0,2}$",
    re.IGNORECASE,
)
_BEING = re.compile(r"(?:^|[.!?]\s)being\san?\s(?:[\w'’-]+\s){0,2}$", re.IGNORECASE)
_WEARS_ME_OUT = re.compile(r"^[^.?!]{0,25}\bme\b", re.IGNORECASE)
_SPEAKS = re.compile(
    r"^,?\s(?:told|called(?!\s(?:now|today|these))|said|says|asked|advised|recommended|suggested|mentioned|keeps|pulled|retired)\b|^\s(?:in|on)\s(?:the|my)\s(?:family|team)\b",
    re.IGNORECASE,
)
# Not somebody of the story, but whoever gets there: "before they are film directors", "once I'm a nurse", "if she became a vet tech".
_WHOEVER = re.compile(
    rf"""\b(?:(?:before|until|till|when|once|if|unless|whether|after|how)\s
      (?:(?:i|he|she|they|one)(?:\s(?:am|is|are)|['’]?(?:m|s|re))|they\swere)
      |(?:if|suppose|unless|once|until|imagine)\s(?:i|you|we|he|she|they|my\s\w+)\s(?:became|becomes?|were|was|turned))
      \s{_STILL}{_A}{_KIND}?$""",
    re.VERBOSE | re.IGNORECASE,
)
_THEY = re.compile(rf"\bthey(?:\s(?:are|were|became)|['’]re)\s{_STILL}{_A}{_KIND}?$", re.IGNORECASE)
# "I drive a truck", "my husband he is driving a bus"
_DRIVES = re.compile(r"(?:driv|fly|operat)", re.IGNORECASE)
_I_DRIVE = re.compile(
    r"(?:^|[.,;!?]\s|\b(?:and|but|so|because|since|hi|hey)\s)i(?:\sam|['’]?m|['’]ve\sbeen)?\s(?:\w+ly\s)?$",
    re.IGNORECASE,
)
_SOMEBODY_DRIVES = re.compile(
    rf"\b(?:my|our|his|her)\s(?:\w+\s)?{_KIN}\s(?:(?:he|she)\s)?(?:is\s|was\s)?$", re.IGNORECASE
)
_OURS = re.compile(r"\b(?:my|our|his|her|both)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.?!;]\s")


def part_of(text: str, start: int, end: int) -> Part:
    """The part of the career that is named in `text` from `start` to `end`."""
    before = _clause(text[max(0, start - _LOOK_BACK) : start])
    after = text[end : end + _LOOK_BACK // 2]
    if _EXCLUDED.search(before):
        return EXCLUDED
    if _WHOEVER.search(before) or _WOULD.search(before) or (_THEY.search(before) and not _OURS.search(text[:start])):
        return QUERY
    drives = _DRIVES.match(text, start)
    if _is_own(before, after) or (drives and _I_DRIVE.search(before)):
        return OWN
    if drives and _SOMEBODY_DRIVES.search(before):
        return OTHER
    is_other = _OTHER.search(before) or _SPEAKS.match(after)
    return OTHER if is_other and not wants_the_same(text[end:]) else QUERY


def _is_own(before: str, after: str) -> bool:
    return bool(
        _OWN.search(before)
        or (_AS_GOES_ON.match(after) and _AS.search(before))
        or (_WEARS_ME_OUT.match(after) and _BEING.search(before))
        or is_left_for_another(before, after)
    )


def _clause(before: str) -> str:
    """What belongs to the sentence that the name stands in."""
    return _SENTENCE_END.split(before)[-1]
