"""Finding the names of careers in a text by dictionary: titles, aliases, plurals and small typing errors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz, process

from careerbot.garbage import without_collecting
from careerbot.knowledge.career_names import imported_names, names, titles, with_stems
from careerbot.knowledge.fields import fields
from careerbot.knowledge.known_names import Sense
from careerbot.knowledge.near_titles import NearTitles, Stems, is_rest
from careerbot.knowledge.schema import Career, CareerFile
from careerbot.knowledge.short_forms import shortened
from careerbot.knowledge.spelling import Spelling
from careerbot.knowledge.words import Word, stem, stems, words

_STANDING_TEXT = """
    accredited apprentice bilingual certified company competitive contract day dedicated female freelance independent journeyman
    licensed male night professional regional registered rural shift union volunteer weekend
"""
_STANDING = frozenset(_STANDING_TEXT.split())
_SAFE_FROM = 9  # letters of a name of one word
_SWAPPED_FROM = 8  # letters of such a name with two of them swapped; "perfect" is no "prefect"
_TOGETHER_FROM = 7  # letters of a name that is written without its spaces
_SHORT = 5  # letters; shorter words have too many neighbors to be mended even beside another


@dataclass(frozen=True)
class Mention:
    """A career named in a text: where, and which it may be, most likely first. `confidence` is 1.0 for a name written as it is."""

    start: int
    end: int
    career_ids: tuple[str, ...]
    confidence: float


class Match(NamedTuple):
    """A name that stands in a text: its words from `first` up to `last`, and what it means."""

    first: int
    last: int  # one past the last word
    sense: Sense
    confidence: float


class TitleIndex:
    """All names of all careers.

    The titles of careers that have a file count first, then what `called` says of a name; `nothing` are names that mean no
    career. Of several careers with one name those come first that have a file, then those whose official title it is, then
    those that O*NET calls so among other things; among equals the largest.
    `further_names` are what O*NET calls the careers besides, by their ids; `size` says how many people work in
    a career.
    """

    @without_collecting()
    def __init__(
        self,
        careers: Iterable[Career],
        further_names: Mapping[str, Iterable[str]] | None = None,
        size: Callable[[Career], int] = lambda career: 0,
        called: Mapping[tuple[str, ...], Sense] | None = None,
        nothing: Iterable[str] = (),
    ) -> None:
        self._names: dict[tuple[str, ...], list[str]] = {}
        self._shown: dict[str, str] = {}  # a name as it is written, its words sorted -> career id
        self._near: dict[str, NearTitles] = defaultdict(NearTitles)  # what a career is called but for its further names
        self._counted: set[tuple[str, ...]] = set()  # names of which an answer says whom they are counted with
        by_size = sorted(careers, key=size, reverse=True)
        written: list[Career] = [career for career in by_size if isinstance(career, CareerFile)]
        others = [career for career in by_size if not isinstance(career, CareerFile)]
        for career in written:
            self._add(career, with_stems(names(career)))
        self._claimed = {name: Sense((ids[0],)) for name, ids in self._names.items() if len(ids) == 1}
        for career in others:
            self._add(career, with_stems(titles(career)))
        titled = {stems(career.title): career.id for career in written}
        self._known = self._with_fields(
            {name: sense for name, sense in (called or {}).items() if titled.get(name, sense.ids[0]) in sense.ids}
        )
        self._own = frozenset(self._names) | frozenset(self._known)
        rare = {name for name, sense in self._known.items() if sense.rare or sense.used_in}
        self._common = self._own - rare
        for career in written:
            self._add(career, imported_names((further_names or {}).get(career.id, ())), further=True)
        for career in others:
            self._add(career, imported_names(career.also_known_as))
            self._add(career, imported_names((further_names or {}).get(career.id, ())), further=True)
        self._nothing = frozenset(map(stems, nothing))
        for name in [*self._nothing, *self._of_standing()]:
            self._names.pop(name, None)
        self._counted = self._only_counted({career.id: career for career in by_size})
        for name, sense in self._known.items():
            self._known[name] = sense._replace(kind=name in self._counted) if sense.rare else sense
        self._shorten()
        self._learn_words()

    def _add(self, career: Career, called: Iterable[tuple[str, Stems]], further: bool = False) -> None:
        near = self._near[career.id]
        for written, name in called:
            ids = self._names.setdefault(name, [])
            if career.id not in ids:
                ids.append(career.id)
            if not further:
                near.add(name)
            self._shown.setdefault(_sorted_words(written), career.id)

    def _of_standing(self) -> list[tuple[str, ...]]:
        """Further names that say only how somebody stands in a career that is named without it ("licensed plumber")."""
        return [
            name
            for name, ids in self._names.items()
            if name[0] in _STANDING
            and name not in self._own
            and (plain := self.means(name[1:]))
            and plain.ids[0] in ids
        ]

    def _with_fields(self, called: Mapping[tuple[str, ...], Sense]) -> dict[tuple[str, ...], Sense]:
        """What is said of names, and the fields of work that follow from all names."""
        known = {name: sense for name, sense in called.items() if not (sense.field and name in self._names)}
        meant = {name: ids[0] for name, ids in self._names.items()} | {
            name: sense.ids[0] for name, sense in called.items()
        }
        for name, field in fields(name for name in meant if not (name in called and called[name].has_no_field)):
            known.setdefault(field, Sense((meant[name],), in_context=True, field=True))
        return known

    def _shorten(self) -> None:
        """What is said of a name holds for its short form, unless that is a name too."""
        for name, short in list(shortened(self._known)):
            if short not in self._names:
                self._known.setdefault(short, self._known[name])
        for name, short in list(shortened(self._names)):
            if short not in self._known and short not in self._names:
                self._names[short] = self._names[name]
                if name in self._counted:
                    self._counted.add(short)

    def _only_counted(self, careers: Mapping[str, Career]) -> set[tuple[str, ...]]:
        """The names that nothing comes close to by which their career is called otherwise."""
        near, self._near = self._near, {}  # of no use once all names are there
        for name, sense in self._known.items():
            if not (sense.kind or sense.asked or sense.in_context or sense.used_in):
                near[sense.ids[0]].add(name)
        further = {name: ids[0] for name, ids in self._names.items() if name not in self._own}
        kinds = {name: sense.ids[0] for name, sense in self._known.items() if sense.rare}
        return {
            name
            for name, id in {**further, **kinds}.items()
            if not near[id].say_the_same_as(name)
            and (name in kinds or is_rest(careers[id].title) or not near[id].are_within(name))
        }

    def _learn_words(self) -> None:
        everything = [*self._known, *self._names]
        self._longest = _longest_by_first_word(everything)
        self._words = Counter(word for name in everything for word in name)
        self._before = {word for name in everything for word in name[:-1]}
        self._pairs = {pair for name in everything for pair in pairwise(name)}
        self._after = _last_words(everything)
        self._run_together = _run_together(
            name for name in everything if not (name in self._known and self._known[name].field)
        )
        self._spelling = Spelling(self._words, {name[0] for name in self._common if len(name) == 1})

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._names.keys() | self._known.keys())

    def means(self, name: tuple[str, ...]) -> Sense | None:
        """What a name means, given by its stems."""
        if known := self._known.get(name):
            return known
        ids = self._names.get(name)
        return Sense(tuple(ids), kind=name in self._counted) if ids else None

    def is_nothing(self, name: tuple[str, ...]) -> bool:
        """Whether a name, given by its stems, is known to mean no career."""
        return name in self._nothing

    def claimed(self, name: tuple[str, ...]) -> Sense | None:
        """The one career whose file calls it so, where a name may mean others too."""
        return self._claimed.get(name)

    def find(self, text: str) -> list[Mention]:
        """Every name in `text`, from left to right; the longest wins, overlaps do not occur.

        The names only, whatever the text is about: see `careerbot.understanding.mentions` for the careers that it speaks of.
        """
        written, found, at = words(text), [], 0
        spelt = self.corrected(written)
        while at < len(written):
            match = next(self.matches(written, spelt, at), None)
            if match:
                start, end = written[match.first].start, written[match.last - 1].end
                found.append(Mention(start, end, match.sense.ids, match.confidence))
            at = match.last if match else at + 1
        return found

    def joined(self, text: str, written: Sequence[Word]) -> list[Word]:
        """The words of a text, with those as one that names write as one ("mid wife", "fork lift", "e m t")."""
        found, at = [], 0
        while at < len(written):
            last = self._spelled_out(text, written, at) or self._compound(text, written, at) or at + 1
            found.append(_as_one(text, written[at:last]) if last > at + 1 else written[at])
            at = last
        return found

    def _spelled_out(self, text: str, written: Sequence[Word], at: int) -> int:
        """Where letters end that are said one by one and are a name ("c n a"); 0 where none are. "I a" are words."""
        last = at
        while last < len(written) and len(written[last].stem) == 1 and _touches(text, written, last, at):
            last += 1
        letters = "".join(word.stem for word in written[at:last])
        is_small = letters.startswith("i") or (len(letters) == 2 and letters.endswith("a"))  # "I a", "2 b a nurse"
        return last if last - at > 1 and not is_small and letters in self._words else 0

    def _compound(self, text: str, written: Sequence[Word], at: int) -> int:
        """Where a name of one word ends that is written as two; 0 where there is none."""
        if at + 1 == len(written) or min(len(written[at].stem), len(written[at + 1].stem)) < 3:
            return 0
        one, other = written[at].stem, written[at + 1].stem
        goes_on = at + 2 < len(written) and (other, written[at + 2].stem) in self._pairs  # "laid off line cook"
        known = one + other in self._words and (one, other) not in self._pairs and not goes_on
        return at + 2 if known and len(one + other) > 6 and _touches(text, written, at + 1, at) else 0

    def corrected(self, written: Sequence[Word]) -> list[str]:
        """The stems of words, small typing errors mended: towards words that names put after the one before, else towards all."""
        spelt = [self._spelling.corrected(word.stem) for word in written]
        for at, word in enumerate(written[1:], 1):  # "court reportes"
            if len(word.stem) >= _SHORT and spelt[at - 1] in self._after:
                nearest = self._spelling.nearest(word.stem, self._after[spelt[at - 1]])
                spelt[at] = spelt[at] if nearest == word.stem else nearest
        return spelt

    def matches(self, written: Sequence[Word], spelt: Sequence[str], at: int) -> Iterator[Match]:
        """The names that begin with a word, the longest first. `spelt` is what `corrected` makes of the words."""
        longest = max(self._longest.get(written[at].stem, 0), self._longest.get(spelt[at], 0))
        if longest > 1 and not self._goes_on(written, spelt, at):
            longest = 1
        for length in range(min(longest, len(written) - at), 0, -1):
            if sense := self.means(tuple(word.stem for word in written[at : at + length])):
                yield Match(at, at + length, sense, 1.0)
            elif sense := self._means_misspelt(tuple(spelt[at : at + length]), written[at].stem):
                yield Match(at, at + length, sense, 0.8)
        if sense := self.means(self._run_together.get(written[at].stem, ())):
            yield Match(at, at + 1, sense, 0.9)

    def _goes_on(self, written: Sequence[Word], spelt: Sequence[str], at: int) -> bool:
        """Whether a word and the next stand together in any name: most do not, which saves looking for long names."""
        return at + 1 < len(written) and (
            (written[at].stem, written[at + 1].stem) in self._pairs or (spelt[at], spelt[at + 1]) in self._pairs
        )

    def _means_misspelt(self, name: tuple[str, ...], typed: str) -> Sense | None:
        """There are so many names of one short word ("docent") that half of English is a typing error of one of them.

        `typed` is how its first word is written: letters in another order ("gunsmiht") are surely an error.
        """
        sense = self.means(name)
        swapped = len(typed) >= _SWAPPED_FROM and sorted(typed) == sorted(name[0])
        if len(name) > 1 or name in self._common or not sense or swapped:
            return sense
        return sense if len(name[0]) >= _SAFE_FROM and not (sense.in_context or sense.used_in) else None

    def specifies(self, word: str) -> bool:
        """Whether some career is told from others by a word before its name ("app" in "app developer")."""
        return word in self._before

    def has_word(self, word: str) -> bool:
        """Whether a word, given by its stem, stands in some name."""
        return word in self._words

    def word_meant(self, word: str) -> str:
        """The word of a name that a stem is a typing error of, or the stem itself."""
        return self._spelling.corrected(word)

    def goes_with(self, word: str, following: str) -> bool:
        """Whether two words follow each other in some name: "high school"."""
        return (word, following) in self._pairs

    def nearest(self, phrase: str, limit: int = 3) -> list[str]:
        """The ids of the careers whose names look most like `phrase`, best first; none where nothing is near."""
        # The same as fuzz.token_sort_ratio over the names, whose words need no sorting each time.
        hits = process.extract(
            _sorted_words(phrase), self._shown.keys(), scorer=fuzz.ratio, score_cutoff=72, limit=limit * 4
        )
        return list(dict.fromkeys(self._shown[name] for name, _, _ in hits))[:limit]


def _run_together(names: Iterable[Stems]) -> dict[str, Stems]:
    """Names written without their spaces ("truckdriver")."""
    together = {"".join(name): name for name in names if len(name) > 1}
    # "poop" is no "PO op"
    return {written: name for written, name in together.items() if len(written) >= _TOGETHER_FROM}


def _last_words(names: Iterable[tuple[str, ...]]) -> dict[str, set[str]]:
    """The words that end names of two, by the word before: what a short word can be a typing error of ("voice acter")."""
    last: dict[str, set[str]] = {}
    for name in names:
        if len(name) == 2:
            last.setdefault(name[0], set()).add(name[1])
    return last


def _touches(text: str, written: Sequence[Word], at: int, first: int) -> bool:
    """Whether only one sign parts a word from the one before it; the `first` of them need not touch any."""
    return at == first or (text[written[at - 1].end : written[at].start] in _BETWEEN_PARTS)


def _as_one(text: str, parts: Sequence[Word]) -> Word:
    start, end = parts[0].start, parts[-1].end
    return Word(start, end, text[start:end], stem("".join(part.written for part in parts)))


_BETWEEN_PARTS = (" ", "-", ".")


def _longest_by_first_word(keys: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """How many words the longest name has that begins with a word."""
    longest: dict[str, int] = {}
    for key in keys:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


def _sorted_words(name: str) -> str:
    return " ".join(sorted(name.casefold().split()))
