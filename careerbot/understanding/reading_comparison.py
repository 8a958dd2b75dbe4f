"""Reading which careers are to be compared, and whether a message belongs to a comparison at all.

Plain functions of the words and of what the conversation has before it, used by the pipeline and by the action.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from careerbot.advice.particulars import asked_of_several
from careerbot.understanding.comparison_words import TOPICS, question
from careerbot.understanding.own_career import put_in, speaks_of_own_work
from careerbot.understanding.pointing import places, pointed
from careerbot.understanding.shortlist_words import kept_only
from careerbot.understanding.turned_wording import THE_WORST
from careerbot.understanding.wording import alternatives, any_of

INTENT = "compare_careers"


class Before(NamedTuple):
    """The careers that a conversation has before it."""

    compared: Sequence[str]  # those of the last comparison, in their order
    listed: Sequence[str]  # those the last answer put side by side or listed
    focus: str | None
    open: bool  # whether the comparison was the last thing talked about

    @classmethod
    def read(cls, slots: Mapping[str, Any]) -> Before:
        """From the slots of a conversation."""
        compared = (slots.get("comparison") or {}).get("careers") or ()
        return cls(compared, slots.get("in_play") or (), slots.get("career"), slots.get("topic") == INTENT)

    @property
    def shown(self) -> bool:
        """Whether the comparison is what the person has before them, even if one of it was asked about since."""
        return len(self.compared) > 1 and (self.open or list(self.listed) == list(self.compared))

    @property
    def them(self) -> Sequence[str]:
        """Whom "them" and "the two" mean."""
        return self.compared if self.open or len(self.listed) < 2 else self.listed


# --- which careers --------------------------------------------------------------------------------------------------

_ADD = any_of("add, include, throw in, bring in, put in, also, too, as well, plus")
_TAKE_OUT_WORDS = """drop, remove, without, leave out, leave off, take out, take off, take away, forget, forget about, lose, scratch, minus,
    delete, except, kick out, skip, ditch, cross out, cut, get rid of, everything but, all but"""
_DROP_WORDS = f"{_TAKE_OUT_WORDS}, not, instead of, in place of, rather than"
_TAKES_OUT = any_of(rf"{_TAKE_OUT_WORDS}, (?:take|leave|kick|cross|throw) .* (?:out|off|away)")
_DROP = any_of(_DROP_WORDS)
_INSTEAD = any_of("instead of, in place of, rather than, swap, switch, trade, exchange, replace, substitute, change")
_CORRECTS = any_of("(?:i )?meant?, instead, rather, sorry")  # "no, I meant plumbers": in the last one's place
_A = r"(?:(?:the|an?|any) )?"
_DROPPED = re.compile(
    rf"\b(?:{alternatives(_DROP_WORDS)}) {_A}\{{\d\}}(?:(?:, {_A}\{{\d\}})*,? (?:and|or) {_A}\{{\d\}})?"
    rf"|\b(?:take|leave|kick|cross|throw) {_A}\{{\d\}}(?: one)? (?:out|off|away)\b",
    re.I,
)
_SWAP = r"(?:swap|switch|trade|exchange|replace|change)(?: out)?"
_EXCHANGED = (
    re.compile(
        rf"\b{_SWAP} {_A}\{{(?P<old>\d)\}}(?: one)?(?: out)? (?:for|with|by|to|against) {_A}\{{(?P<new>\d)\}}", re.I
    ),
    re.compile(rf"\{{(?P<new>\d)\}}(?: in)? (?:instead of|in place of|rather than) {_A}\{{(?P<old>\d)\}}", re.I),
)
_NUMBERS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}
_COUNTED = re.compile(r"\b(?:the|those|these|both|all|all of the) (two|three|four|2|3|4)\b", re.I)


def to_compare(
    wording: str, named: Sequence[str], before: Before, meant: Mapping[str, str] = MappingProxyType({})
) -> list[str]:
    """The careers a message wants compared, in their order; fewer than two where it does not say which.

    In `wording` each career named stands as "{0}", "{1}" ..., its place in `named`. To be left out, a name is that of the career
    in `meant`: "the nurse" of nurse practitioners, where those were compared.
    """
    if len(kept := _keeps_only(wording, named, before, meant)) > 1:
        return kept
    wording, named = _with_places(wording, named, before.them)
    if exchange := _exchange(wording, named, before.them, meant):
        return [exchange.new if career == exchange.old else career for career in before.them]
    out = _dropped(wording, named)
    kept = [career for career in dict.fromkeys(named) if career not in out]
    dropped = {meant.get(career, career) for career in out}
    if dropped:
        return _joined([career for career in before.them if career not in dropped], kept)
    if not kept:
        return _of_them(wording, before)
    adds = _ADD.search(wording) is not None
    if before.open and len(kept) == 1 and _CORRECTS.search(wording) and len(before.compared) > 1:
        return _joined(before.compared[:-1], kept)
    if len(kept) > 1 and not (before.open and adds):
        return kept
    if before.compared and (before.open or adds):
        return _joined(before.compared, kept)
    return _joined([before.focus] if before.focus else [], kept)


def _with_places(wording: str, named: Sequence[str], them: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The wording and its careers with those too that are to be left out or exchanged by their place: "drop the second"."""
    if not (_TAKES_OUT.search(wording) or _INSTEAD.search(wording)):
        return wording, named
    placed = places(wording, them)
    careers = list(dict.fromkeys([*named, *(career for _, _, at in placed for career in at)]))
    for start, end, at in reversed(placed):
        wording = f"{wording[:start]}{' and '.join(f'{{{careers.index(career)}}}' for career in at)}{wording[end:]}"
    return wording, careers


class _Exchange(NamedTuple):
    """A career of a comparison, and the one that takes its place."""

    old: str
    new: str


def _exchange(
    wording: str, named: Sequence[str], them: Sequence[str], meant: Mapping[str, str] = MappingProxyType({})
) -> _Exchange | None:
    match = next((match for pattern in _EXCHANGED if (match := pattern.search(wording))), None)
    if not match or max(int(match["old"]), int(match["new"])) >= len(named):
        return None
    old, new = (named[int(match[each])] for each in ("old", "new"))
    old = meant.get(old, old)
    return _Exchange(old, new) if old in them and new not in them else None


_JUST = re.compile(
    r"\W*(?:(?:ok|okay|now|so|and|then|actually|please|let['’]?s|no)\W+)*(?:(?:show(?: me)?|leave|compare|give me|do) )?(?:just|only)\b",
    re.I,
)


def _keeps_only(
    wording: str, named: Sequence[str], before: Before, meant: Mapping[str, str] = MappingProxyType({})
) -> list[str]:
    """Those compared that a message keeps: "drop everything but {0} and {1}", "just the first and {0}"; empty where it names others."""
    if not before.shown:
        return []
    just = _JUST.match(wording)
    said = wording[just.end() :] if just else kept_only(wording) or ""
    found = [
        (match.start(), [named[int(match[1])]])
        for match in re.finditer(r"\{(\d)\}", said)
        if int(match[1]) < len(named)
    ]
    found += [(start, list(at)) for start, _, at in places(said, before.them)]
    kept = dict.fromkeys(meant.get(each, each) for _, careers in sorted(found) for each in careers)
    return list(kept) if {*kept} <= {*before.them} else []


def _dropped(wording: str, named: Sequence[str]) -> set[str]:
    found = (int(place) for match in _DROPPED.finditer(wording) for place in re.findall(r"\{(\d)\}", match[0]))
    return {named[place] for place in found if place < len(named)}


def _takes_out(wording: str, named: Sequence[str], before: Before) -> bool:
    """Whether a message takes careers out of the comparison that the person has before them."""
    if not before.shown:
        return False
    if len(_keeps_only(wording, named, before)) > 1:
        return True
    wording, named = _with_places(wording, named, before.them)
    return bool(_exchange(wording, named, before.them) or _dropped(wording, named) & {*before.them})


def _joined(first: Sequence[str], then: Sequence[str]) -> list[str]:
    return list(dict.fromkeys([*first, *then]))


_THIS = re.compile(r"\b(?:it|that|this)\b", re.I)
_THE_OTHERS = re.compile(r"\bthe (?:others|rest|other (two|three|four|2|3|4))\b", re.I)


def _of_them(wording: str, before: Before) -> list[str]:
    """The careers that "them", "those two" or "the first and the third" are."""
    them = list(before.them)
    chosen = pointed(wording, them)
    if len(chosen) > 1:
        return chosen
    if chosen and before.focus and _THIS.search(wording):  # "how does that compare to the first one"
        return _joined([before.focus], chosen)
    others = _THE_OTHERS.search(wording)
    if others and before.focus and _THIS.search(wording):  # "compare it to the other three"
        rest = [career for career in them if career != before.focus]
        return [before.focus, *rest[: _NUMBERS[others[1].lower()] if others[1] else len(rest)]]
    count = _COUNTED.search(wording)
    if count:  # "the three" are those compared, although two were talked about since
        number = _NUMBERS[count[1].lower()]
        return (them if len(them) >= number or len(before.compared) < number else list(before.compared))[:number]
    return them or ([before.focus] if before.focus else [])


_ENUMERATED = re.compile(r"\{\d\}(?:(?:, ?(?:and |or )?| and | or | vs\.? )(?:an? |the )?\{\d\})+", re.I)


def to_weigh(wording: str, named: Sequence[str], asked: Sequence[str]) -> tuple[str, ...]:
    """Of the careers named, those to compare: those asked about, and those named in one breath with them.

    "I'm a {0}, is a {1} better off than a {2}?" asks about two; "out of {0}, {1} and {2}, which ...?" about all three. Where fewer
    than two are asked about, all are meant: "I'm a {0}, is a {1} better off?".
    """
    if len(asked) < 2:
        return tuple(named)
    together = {named[int(place)] for match in _ENUMERATED.finditer(wording) for place in re.findall(r"\d", match[0])}
    return tuple(each for each in named if each in asked or (each in together and together & {*asked}))


# --- a name beside a known one --------------------------------------------------------------------------------------

_JOINED = r"(?:or|vs\.?|versus|against|than|compared (?:to|with)|and)"
_SOME_NAME = r"(?:being )?(?:an? |the )?(?P<name>[a-z][a-z'\-]+(?: [a-z][a-z'\-]+)?)"
_AFTER = re.compile(rf"\{{\d\}},? (?:(?:better|worse|harder|easier) )?{_JOINED} {_SOME_NAME}(?= *(?:$|[?.!,]))", re.I)
_WITH = re.compile(rf"\bcompare (?:an? |the )?\{{\d\}} (?:with|to) {_SOME_NAME}(?= *(?:$|[?.!,]))", re.I)
_BEFORE = re.compile(
    rf"(?:(?:is|be|being|becoming|compare|more|better|between|,) |^){_SOME_NAME} {_JOINED} (?:being )?(?:an? |the )?\{{\d\}}",
    re.I,
)
_NO_NAME_WORDS = """
    not no something anything what which is it that this these those them they one ones other others else both all any more most less
    better worse best same so how why who when where should would could can do does did pay money hours jobs job career careers work
    school college salary earn earns make makes grow grows easy easier hard harder fast faster thing things stuff me my i you your we
    people person type kind now then here there too also well please thanks maybe just being somewhere someone
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())


def other_name(wording: str) -> str | None:
    """What stands beside a known career like another one, and is none: the "wizard" of "{0} or wizard?"."""
    for pattern in (_AFTER, _WITH, _BEFORE):
        match = pattern.search(wording)
        if match and not _NO_NAME & set(match["name"].casefold().split()):
            return match["name"]
    return None


# --- whether a message belongs to a comparison ----------------------------------------------------------------------

_VERBS = "(?:is|are|pays?|earns?|grows?|makes?|takes?|has|have|needs?|gets?|gives?|offers?)"
_GRADED = """bigger brighter busier calmer cheaper cleaner closer cooler dirtier duller easier earlier faster friendlier fuller gentler
    greater happier harder healthier higher hotter kinder lazier lighter lonelier longer louder lower nicer older poorer prouder quicker
    quieter richer riskier safer scarier shorter simpler slower smaller smarter sooner stabler steadier stricter stronger tougher
    warmer wealthier weaker wider younger"""
_MORE_WORDS = "|".join(["more", "most", "less", "least", "better", "best", "worse", "worst", *_GRADED.split()])
_MORE = rf"(?:the )?(?:{_MORE_WORDS}|\w+(?<!b)(?<!inter)est)"
_COMPARES_WORDS = rf"""what(?:'?s|s| is| are) (?:\w+ )?{_MORE}, vs, versus, compar(?:e|ed|es|ing|isons?), stack up,
    differences?, differ, better off, (?:which|who|whose) .*{_MORE}, {_MORE} than"""
_COMPARES = any_of(_COMPARES_WORDS)
_ONE_OR_THE_OTHER = re.compile(r"\{\d\}[^.?!]{0,40}\bor\b[^.?!]{0,40}\{\d\}", re.I)
_OF_THOSE_TOLD_OF = any_of(f"{_COMPARES_WORDS}, which one, which of, which {_VERBS}, either, both, the two, between")
_MORE_THAN_THE_OTHERS = re.compile(
    r"\b(?:is|are|does|do) .*\b(?:more|less|better|worse|(?:hard|easi|fast|quick|cheap|short|long|saf|risk|happi|rich)i?er)\b",
    re.I,
)
_WITH_ONE_MORE = any_of(
    """than, versus, vs, against, compared (?:to|with), compares? (?:(?:it|that|this|them) )?(?:to|with), stacks? up, measures? up,
    different from, next to, beside"""
)
_ONE = "the (?:first|second|third|fourth|last)(?: one)?"
_OF_THEM = any_of(
    rf"""which (?:one )?of (?:them|these|those|the (?:two|three|four)), which one (?:{_VERBS}|would), (?:which|who) {_VERBS} {_MORE},
    compare (?:them|these|those|all|both|the), between (?:them|the two|these|those), side by side, next to each other,
    (?:the two|both) of them, {_MORE} .*(?:of|in|on|from) (?:the|this|that) list, which (?:one )?would you, which (?:one )?should i,
    (?:is|does|are|has) {_ONE} .*than {_ONE}"""
)
_SEVERAL = any_of("they, them, both, each, either, the two, the three, these, those")
_ONE_OF_THEM = any_of(r"one, that, this, its, (?:does|is|can|will|would|if) it(?! take), it (?:pays?|offers?)")
_FEW_WORDS = 6  # of a follow-up that only names what to compare on: "and the hours?"
_MISREAD = (*TOPICS, "ask_related_careers", "nlu_fallback", "help_me_choose", "find_careers", "out_of_scope")
_UNSURE = ("nlu_fallback", "find_careers", "help_me_choose", "chitchat", "out_of_scope", "ask_which_education", INTENT)


def reading(wording: str, intent: str | None, careers: list[str], slots: Mapping[str, Any]) -> str | None:
    """INTENT where a message compares careers, goes on with a comparison, or asks about the careers listed last.

    In the wording each career named stands as "{0}", "{1}" ...
    """
    before, own = Before.read(slots), slots.get("own_career")
    if intent == INTENT and len(careers) > 1 and len(set(careers)) == 1 and _AGAINST_ITSELF.search(wording):
        return "ask_overview"  # "Austin software engineer vs Boston software engineer" are one
    if intent == "find_careers" and _SEEKS.match(wording) and speaks_of_own_work(wording):
        return None
    if not careers and lacks_own(wording, own) and (before.focus or len(before.them) > 1):
        return INTENT
    wording, named = put_in(wording, list(dict.fromkeys(careers)), own)
    if _takes_out(wording, named, before) or (
        len(before.compared) == 1 and before.open and _SAYS_OWN.fullmatch(wording)
    ):
        return INTENT
    if not named:
        return INTENT if _about_them(wording, intent, before) else None
    if before.open and any(words.search(wording) for words in (_ADD, _DROP, _TAKES_OUT)):
        return INTENT
    if len(named) > 1:
        chooses = intent != "find_careers" and _ONE_OR_THE_OTHER.search(wording)  # "a job that is neither {0} or {1}"
        return INTENT if intent in _MISREAD and (chooses or _asks_to_compare(wording)) else None
    if before.open and named[0] in before.compared and _MORE_THAN_THE_OTHERS.search(wording):
        return INTENT
    other = before.compared or before.focus not in (None, named[0])
    return INTENT if other and _WITH_ONE_MORE.search(wording) else None


_AGAINST_ITSELF = re.compile(r"\{0\}[^.?!]*\b(?:vs\.?|versus|or|and|than|with|to)\b[^.?!]*\{0\}", re.I)
# "What pays more than my job" looks for careers.
_SEEKS = re.compile(
    r"\W*(?:(?:and|so|ok|okay|but|show me|find me|find|any|are there|is there) )*"
    r"(?:what|which|something|anything|(?:other |any )?(?:jobs?|careers?|work))\b",
    re.I,
)
_SAYS_OWN = re.compile(
    r"\W*(?:(?:well|oh|ok|so|right now|currently),? )*(?:i am|i['’]?m|i work as|i do|i was|my job is|as|to)? ?(?:currently |now )?"
    r"(?:an? )?\{0\}\W*",
    re.I,
)


def lacks_own(wording: str, own: str | None) -> bool:
    """Whether a message compares with what a person does, who has not said what that is: "is it better than my job"."""
    if own:
        return False
    put, careers = put_in(wording, (), "own")
    return bool(careers) and _WITH_ONE_MORE.search(put) is not None


def _asks_to_compare(wording: str) -> bool:
    """Of a story only its questions count: it may name careers, and choose between things, without asking which is better."""
    asked = " ".join(re.findall(r"[^.?!]*\?", wording)) or wording
    several = len({*re.findall(r"\{\d\}", asked)}) > 1
    return bool((_COMPARES if several else _OF_THOSE_TOLD_OF).search(asked))


_ONLY = re.compile(
    r"\W*(?:(?:and|now|then|ok|okay|what about|how about|show me|give me) )*(?:the |their )?(\w+|all of (?:it|that|them))(?: please)?\W*",
    re.I,
)


def _names_an_aspect(text: str) -> bool:
    """Hardly more than the word for what to compare on: "hours", "all of it", "and the pay?"."""
    match = _ONLY.fullmatch(text)
    return match is not None and question(match[1]).aspect is not None


_SEEKS_OTHERS = any_of("jobs, careers, something, anything, others?, else")
_SEARCHES_ON = any_of("only, just, more, another, others, forget, not, without, jobs, careers")


def asks_on_a_point(text: str) -> bool:
    """Whether a message asks, of whatever is compared, a point that careers' files may tell of: "she hates blood"."""
    return asked_of_several(text) is not None and not _SEEKS_OTHERS.search(text)


def _about_them(text: str, intent: str | None, before: Before) -> bool:
    """A question about one of them by its place ("the pay of the second one") is a question about that career."""
    if len(pointed(text, before.them)) == 1 and not _COMPARES.search(text) and not _MORE_THAN_THE_OTHERS.search(text):
        return False
    if len(before.them) > 1 and _OF_THEM.search(text):
        return True
    if not before.open or len(before.compared) < 2:
        return False
    if asks_on_a_point(text):
        return True
    if intent in TOPICS:
        return bool(_SEVERAL.search(text)) or not _ONE_OF_THEM.search(text)
    if _names_an_aspect(text) or THE_WORST.search(text):
        return True
    return (
        intent in _UNSURE
        and not _SEARCHES_ON.search(text)
        and len(text.split()) <= _FEW_WORDS
        and question(text).aspect is not None
    )
