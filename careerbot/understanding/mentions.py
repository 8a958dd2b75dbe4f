"""The careers that a text speaks of: names from the dictionary, as the text uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from careerbot.knowledge.known_names import Sense
from careerbot.knowledge.titles import Match, TitleIndex
from careerbot.knowledge.words import Word, stems, words
from careerbot.understanding import field_usage, other_meanings, subjects, usage
from careerbot.understanding.few_words import asks_in_few_words
from careerbot.understanding.modifiers import modified_from
from careerbot.understanding.roles import QUERY, Part, part_of
from careerbot.understanding.things import things_in
from careerbot.understanding.wording import any_of

_APPROXIMATE = 0.6  # how sure a special kind of a known career is one of it
# What there is in every trade: a "nurse manager" is one career.
_OF_ANY_TRADE_TEXT = """
    advisor aide agent analyst apprentice assistant clerk consultant coordinator director educator executive helper inspector instructor
    manager officer operator practitioner recruiter researcher secretary specialist superintendent supervisor tech technician trainer worker
"""
_OF_ANY_TRADE = frozenset(_OF_ANY_TRADE_TEXT.split())
_OFFICIAL_TITLE = 3  # names
_PRONOUNS = frozenset({"it", "its", "us", "am", "id"})
_APART = re.compile(r"[,;:!?()\"\n]|\.\s")
# Where else the words around a name are English; elsewhere they may be foreign: "¿cuánto gana una enfermera?"
_ENGLISH_SPOKEN = re.compile(
    r"UK|India|Australia|Canada|Ireland|New Zealand|Scotland|Nigeria|Ghana|Kenya|South Africa|Singapore|Philippines|Pakistan|Caribbean"
)
_COMPARES = any_of(
    "compar\\w+, between, versus, vs, side by side, next to each other, (?:which|who|what) .*(?:more|most|better|best|less|least)"
)
_AND = re.compile(r",?\s(?:and|or|vs\.?|versus|to|than)\s(?:an?\s|the\s)?|,\s(?:an?\s)?|\s?/\s?", re.IGNORECASE)


@dataclass(frozen=True)
class Mention:
    """A career that a text speaks of.

    `start` and `end` bound the name with its modifiers ("cargo plane pilot"); `sense` says which careers it may be, `head`
    is the known name in it where the whole is none ("pilot"), and `part` what the career has to do with the question.
    """

    start: int
    end: int
    sense: Sense
    confidence: float
    part: Part
    head: str | None = None


def careers_in(text: str, index: TitleIndex) -> list[Mention]:
    """Every career in `text`, from left to right, without overlaps."""
    written = index.joined(text, words(text))
    found = list(_in_use(text, written, index))
    mentions = [_mention(text, written, match, floor, index) for match, floor in _apart(text, written, found, index)]
    mentions = [each for each in mentions if not index.is_nothing(stems(text[each.start : each.end]))]
    return _as_one(text, list(_without_background(text, mentions)))


def _without_background(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Beside a career that is asked about, a field of work is one only as somewhere to go: "I did some roofing" is told."""
    asked_about = any(each.part == QUERY and not each.sense.field for each in mentions)
    for each in mentions:
        told = each.part == QUERY and each.sense.field and asked_about
        if not (told and not field_usage.is_choice(text, each.start, each.end)):
            yield each


def _as_one(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Three names of one career in a row are its official title: "Plumbers, Pipefitters, and Steamfitters"."""
    rows: list[list[Mention]] = []
    for each in mentions:
        goes_on = (
            rows and rows[-1][-1].sense.ids == each.sense.ids and _AND.fullmatch(text, rows[-1][-1].end, each.start)
        )
        rows = [*rows[:-1], [*rows[-1], each]] if goes_on else [*rows, [each]]
    return [
        each for row in rows for each in ([replace(row[0], end=row[-1].end)] if _is_official_title(text, row) else row)
    ]


def _is_official_title(text: str, row: Sequence[Mention]) -> bool:
    """Names that end alike are kinds that somebody tells apart: "event planner, meeting planner, wedding planner"."""
    heads = {stems(text[each.start : each.end])[-1] for each in row}
    return len(row) >= _OFFICIAL_TITLE and len(heads) == len(row)


def _in_use(text: str, written: Sequence[Word], index: TitleIndex) -> Iterator[Match]:
    """The longest names that the text uses as names of careers."""
    spelt, at, last, things = index.corrected(written), 0, None, things_in(written)
    while at < len(written):
        match = next(
            (
                each
                for each in index.matches(written, spelt, at)
                if not any(thing.holds(each) for thing in things) and _is_meant(text, written, each, last, index)
            ),
            None,
        )
        if match and not _is_overtaken(match, written, spelt, index):
            yield match
            last, at = match, match.last
        else:
            at += 1


def _is_overtaken(match: Match, written: Sequence[Word], spelt: Sequence[str], index: TitleIndex) -> bool:
    """Whether the last words of a field begin the name of a career: "building maintenance supervisor" is no building maintenance."""
    if not match.sense.field or match.last == len(written) or written[match.last].stem not in _OF_ANY_TRADE:
        return False
    later = range(match.first + 1, match.last)
    return any(each.last > match.last for at in later for each in index.matches(written, spelt, at))


def _is_meant(text: str, written: Sequence[Word], match: Match, last: Match | None, index: TitleIndex) -> bool:
    """Everyday words, fields of work and short forms in small letters need a text that uses them as careers."""
    start, end = written[match.first].start, written[match.last - 1].end
    name = text[start:end]
    if any(_APART.search(text, one.end, other.start) for one, other in pairwise(written[match.first : match.last])):
        return False
    if match.last - match.first == 1 and other_meanings.is_somebodys_name(text, start, end, index.specifies):
        return False
    short = len(name.rstrip("s")) <= 2 and not name.rstrip("s").isupper()
    if other_meanings.is_something_else(text, start, end) or (
        _without_ending(name).casefold() in _PRONOUNS and not (name.isupper() and not text.isupper())
    ):
        return False
    if not (match.sense.in_context or short) or _with_subject(text, written, match, index):
        return True
    if last and text[written[last.last - 1].end : start] == " ":
        return not match.sense.field and not short and usage.ends_a_name(text, start, end)
    if last and _AND.fullmatch(text, written[last.last - 1].end, start):
        return True
    if match.sense.field:
        return field_usage.is_field(text, start, end, full=match.last - match.first > 1)
    return usage.is_person(text, start, end) or asks_in_few_words(
        text, start, end, lambda word: index.means((word,)) is not None
    )


def _apart(
    text: str, written: Sequence[Word], found: Sequence[Match], index: TitleIndex
) -> Iterator[tuple[Match, int]]:
    """The names with the first word that may modify each; a name right before another may modify it ("nurse manager")."""
    touch = [text[written[one.last - 1].end : written[other.first].start] == " " for one, other in pairwise(found)]
    floor = 0
    for at, match in enumerate(found):
        if at < len(touch) and touch[at]:
            is_plural = _is_plural(written[match.last - 1])
            in_a_row = any(touch[max(at - 1, 0) : at] + touch[at + 1 : at + 2])
            counted_up = _goes_on_with(text, written, found[at + 1 : at + 3]) and bool(_COMPARES.search(text))
            if not (
                is_plural or _are_two(written, match, found[at + 1], index, in_a_row=in_a_row, counted_up=counted_up)
            ):
                continue
        yield match, floor
        floor = match.last


def _is_plural(word: Word) -> bool:
    return word.written.casefold() != word.stem and word.written.endswith(("s", "S"))


def _goes_on_with(text: str, written: Sequence[Word], pair: Sequence[Match]) -> bool:
    """Whether "and" or a comma stands between two names."""
    return len(pair) > 1 and bool(_AND.fullmatch(text, written[pair[0].last - 1].end, written[pair[1].first].start))


def _are_two(
    written: Sequence[Word], match: Match, following: Match, index: TitleIndex, *, in_a_row: bool, counted_up: bool
) -> bool:
    """Whether two names that touch are two careers ("welder machinist and carpenter"), and not one ("nurse manager").

    `counted_up`: they stand in an enumeration of what is to be compared ("compare nurse teacher and cop").
    """
    if match.sense.field or match.sense.in_context or following.sense.in_context:
        return False
    last, first, head = written[match.last - 1].stem, written[following.first].stem, written[following.last - 1].stem
    if match.last - match.first > 1:
        return in_a_row or not following.sense.asked
    if in_a_row and following.last - following.first > 1:
        return True
    modifies = ((match.sense.asked or following.sense.asked) and not counted_up) or index.goes_with(last, first)
    return head not in _OF_ANY_TRADE and (in_a_row or not modifies)


def _mention(text: str, written: Sequence[Word], match: Match, floor: int, index: TitleIndex) -> Mention:
    first = match.first
    if not match.sense.used_in or _ENGLISH_SPOKEN.search(match.sense.used_in):
        first = modified_from(text, written, match.first, match.last, floor, index)
    start, end = written[first].start, _without_possessive(written[match.last - 1])
    approximate, sense = first < match.first, match.sense
    if sense.field:
        end = field_usage.people_after(text, end) or end
    elif whole := _with_subject(text, written, match, index):
        end, sense = whole
    elif (subject := subjects.subject_after(text, end)) and subjects.has_subject(text, start, end):
        end = subject[1]
    if approximate and sense.asked:
        sense = index.claimed(_stems(written, match)) or sense
    return Mention(
        start,
        end,
        sense,
        min(match.confidence, _APPROXIMATE) if approximate else match.confidence,
        part_of(text, start, end),
        text[written[match.first].start : end] if approximate else None,
    )


def _with_subject(text: str, written: Sequence[Word], match: Match, index: TitleIndex) -> tuple[int, Sense] | None:
    """Where a name ends that is said the other way round, and what it means: a "doctor of animals" is an animal doctor."""
    subject = subjects.subject_after(text, written[match.last - 1].end)
    whole = index.means((*stems(text[slice(*subject)]), *_stems(written, match))) if subject else None
    return (subject[1], whole) if subject and whole else None


def _stems(written: Sequence[Word], match: Match) -> tuple[str, ...]:
    return tuple(word.stem for word in written[match.first : match.last])


def _without_possessive(word: Word) -> int:
    """Where a word ends but for its possessive ("an electrician's day")."""
    return word.start + len(_without_ending(word.written))


def _without_ending(written: str) -> str:
    return re.sub(r"['’][a-z]*$", "", written)
