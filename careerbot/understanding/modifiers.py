"""Words before the name of a career that make it a special one: "cargo plane" in "cargo plane pilot"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from careerbot.knowledge.titles import TitleIndex
from careerbot.knowledge.words import Word
from careerbot.understanding.word_lists import NOT_MODIFIERS, SMALL_WORDS

_MOST = 3
_ARTICLES = frozenset({"a", "an", "the"})
_NOUNS_AND_VERBS_TEXT = """
    book call care change claim course credit cut drop exchange field fire guarantee jump list match move picture play point record
    resource score search show sound stand store study suit support test train travel watch work
"""
_NOUNS_AND_VERBS = frozenset(_NOUNS_AND_VERBS_TEXT.split())  # "a fire lookout", "grocery store florist"
_LINKS = _ARTICLES | {"as", "at", "by", "for", "from", "in", "of", "on", "to", "with"}
_ALSO = frozenset({"mom", "parent", "soldier", "student", "veteran"})  # "a veteran and truck driver" is both
_BEFORE_A_KIND = _ARTICLES | {"as", "be", "being", "for", "is", "like", "of"}
_BEFORE_ONE = _BEFORE_A_KIND - {"the"}
_PLURAL_FIELDS = frozenset({"arts", "communications", "operations", "parks", "sales", "services", "sports", "systems"})
_JOINED = re.compile(r"[ \u00a0]?[-/&]?[ \u00a0]?")
_YEARS = re.compile(r"\d+\+?(?:yrs?|yo|hrs?|k|st|nd|rd|th)")  # "a 20yr nurse"; not "3D artist"
_ENDING = re.compile(r"(?:ing|ed)$")
_POSSESSIVE = ("'s", "’s")
_OF_PEOPLE = (
    "handed",
    "minded",
    "bodied",
    "educated",
    "schooled",
    "winning",
    "paid",
    "taught",
    "trained",
    "certified",
    "owned",
    "speaking",
    "armed",
    "legged",
    "fashioned",
    "earning",
)
_LANGUAGES_TEXT = """
    arab cajun cherokee creole dutch french german greek hmong italian japanese korean lakota navajo persian polish portuguese
    russian somali spanish swedish thai turkish vietnamese
"""
# Where somebody is from, unless the work is with the language or its food.
_LANGUAGES = frozenset(_LANGUAGES_TEXT.split())
_OF_LANGUAGES_TEXT = """
    baker chef cook court editor instructor interpreter lecturer legal linguist literature medical professor speaker teacher teaching
    translator tutor writer
"""
_OF_LANGUAGES = frozenset(_OF_LANGUAGES_TEXT.split())
_OF_QUALITY = ("ful", "less", "ous", "able", "ible", "iest", "ier")  # "a grateful welder"; not "stainless steel worker"
_VERB_FORMS = (
    "ing",
    "ed",
    "ly",
    *_POSSESSIVE,
    *(f"{mark}{end}" for mark in "'’" for end in ("d", "ll", "ve", "re", "m", "t")),
)
_NO_NOUN = ("s", *_VERB_FORMS)


def modified_from(text: str, words: Sequence[Word], first: int, last: int, floor: int, index: TitleIndex) -> int:
    """Where the name that words `first` to `last` make begins with its modifiers; `floor` belongs to another name."""
    at = first
    while at > max(floor, first - _MOST) and _JOINED.fullmatch(text, words[at - 1].end, words[at].start):
        hyphenated = text[words[at - 2].end : words[at - 1].start] == "-" if at > 1 else False
        prefix = text[words[at - 1].end : words[at].start] == "-" and len(words[at - 1].written) == 1  # "K-9", "X-ray"
        if not (prefix or _may_join(words, at - 1, first, index, part_of_one=hyphenated)):
            break
        at -= 1
    return at - 2 if last - at > 1 and _is_of_a_pair(text, words, at, floor, index) else at


def _is_of_a_pair(text: str, words: Sequence[Word], at: int, floor: int, index: TitleIndex) -> bool:
    """Whether the kind is two things, the other before word `at`: "an instrumentation and controls technician"."""
    if at - 2 < floor or text[words[at - 2].end : words[at].start].casefold() not in (" and ", " & "):
        return False
    other = words[at - 2]
    begins = at == 2 or words[at - 3].written.casefold() in _BEFORE_ONE
    is_thing = index.specifies(other.stem) or other.stem.endswith(("tion", "ment", "ance", "ence"))
    sense = index.means((other.stem,))
    return begins and is_thing and other.stem not in _ALSO and (sense is None or sense.field)


def _may_join(words: Sequence[Word], at: int, first: int, index: TitleIndex, *, part_of_one: bool) -> bool:
    word, following = words[at], words[at + 1].stem
    written = word.written.casefold()
    no_modifier = written in NOT_MODIFIERS or word.stem in NOT_MODIFIERS
    is_short_form = word.written.isupper() and 1 < len(written) < 4
    if written in _LINKS:
        return False
    if is_short_form and (not no_modifier or index.means((written,))):  # "IT manager"; not "NOT", "US"
        return True
    if _is_circumstance(words, at, part_of_one=part_of_one):
        return False
    if written in _LANGUAGES:
        return following in _OF_LANGUAGES or index.goes_with(word.stem, following)
    if no_modifier:
        return _is_noun(words, at) or (at + 1 < first and index.goes_with(word.stem, following))
    if written.endswith(("ed", "ing")) and at + 1 < first and _begins(words, at):  # "a haunted house actor"
        return True
    is_done = at > 0 and words[at - 1].stem == "who" and written.endswith("s")  # "who supervises nurses"
    is_form = _is_form_of_a_verb(written) and not part_of_one  # "joining"; but "court-appointed"
    if is_done or written.endswith(_POSSESSIVE) or is_form:
        return index.goes_with(word.stem, following)  # "children's book", "training officer"
    if _are_careers(word, index):
        return False
    if _is_several(word):
        return index.goes_with(word.stem, following)
    if index.specifies(word.stem):
        return part_of_one or not written.isdigit()
    if part_of_one:  # "court-appointed", "K-9"
        return True
    if at + 1 == first and written.endswith(_OF_QUALITY):
        return False
    is_word = len(written) > 1 and not written.isdigit() and not written.endswith(_VERB_FORMS)
    return is_word and not _is_small_word(written)


def _is_circumstance(words: Sequence[Word], at: int, *, part_of_one: bool) -> bool:
    """Whether a word ends what is said of how somebody works: "laid-off", "stay-at-home", "in house", "left-handed"."""
    before = [word.written.casefold() for word in words[max(0, at - 2) : at + 1]]
    if "-".join(before[-2:]) in NOT_MODIFIERS or "-".join(before) in NOT_MODIFIERS:
        return True
    return bool(_YEARS.fullmatch(before[-1])) or (part_of_one and before[-1].endswith(_OF_PEOPLE))


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a word that may be a verb is none: after an article ("a fire lookout") or a noun ("grocery store florist")."""
    if at == 0 or words[at].written.casefold() not in _NOUNS_AND_VERBS:
        return False
    before = words[at - 1].written.casefold()
    return before in _ARTICLES or not (before in NOT_MODIFIERS or before.endswith(_NO_NOUN) or _is_small_word(before))


def _begins(words: Sequence[Word], at: int) -> bool:
    return at == 0 or words[at - 1].stem in _BEFORE_A_KIND


def _are_careers(word: Word, index: TitleIndex) -> bool:
    """Whether a word is the plural of a career: "painters roofers" are two."""
    sense = index.means((word.stem,)) if word.written.casefold() == f"{word.stem}s" else None
    return sense is not None and not sense.field


def _is_several(word: Word) -> bool:
    """Whether a word is a plural, which makes no special kind of what follows ("podcasts electrician"); but "arts teacher"."""
    written = word.written.casefold()
    return written == f"{word.stem}s" and not written.endswith("ics") and written not in _PLURAL_FIELDS


def _is_form_of_a_verb(written: str) -> bool:
    """Whether a word is another form of one that modifies nothing: "joining", "described", "quitting"."""
    root = _ENDING.sub("", written)
    single = root[:-1] if root[-2:-1] == root[-1:] else root
    return root != written and not NOT_MODIFIERS.isdisjoint({root, f"{root}e", single})


def _is_small_word(written: str) -> bool:
    """Whether a word is mistyped and modifies nothing: letters in another order ("teh", "abuot"), or one off ("succesful")."""
    if "".join(sorted(written)) in _LETTERS:
        return True
    long = len(written) >= _TYPO_FROM
    return long and bool(process.extractOne(written, _LONG, scorer=DamerauLevenshtein.distance, score_cutoff=1))


_TYPO_FROM = 7
_LONG = [word for word in SMALL_WORDS if len(word) >= _TYPO_FROM]
_LETTERS = frozenset("".join(sorted(word)) for word in SMALL_WORDS if len(word) > 2)
