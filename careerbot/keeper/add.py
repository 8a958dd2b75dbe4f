"""`careerbot knowledge add`: asks for a career and writes its file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec
import typer

from careerbot.console import out
from careerbot.keeper.career_yaml import Flow, as_yaml
from careerbot.keeper.doubts import claimed_twice, of_two_occupations
from careerbot.keeper.screen import KnowledgeFolder, fail, heading, writing
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import ONET_CODE
from careerbot.knowledge.schema import CAREER_ID, SETTINGS, Career
from careerbot.knowledge.usable_names import unusable
from careerbot.paths import KNOWLEDGE

T = TypeVar("T")


def add(folder: KnowledgeFolder = KNOWLEDGE) -> None:
    """Ask for a career and write its file. Nothing is written before the last answer."""
    known = Catalogue.load(folder)
    out.print("An empty answer leaves a field out, but for those that are needed; Ctrl-C stops and writes nothing.")
    try:
        career = _Interview(known, folder).career()
    except (typer.Abort, KeyboardInterrupt):
        out.print()
        fail("Stopped: nothing was written.")
    path = folder / "careers" / f"{career['id']}.yml"
    with writing():
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(as_yaml(career))
    Catalogue.load(folder)
    out.print(f"Written and checked: {path}", soft_wrap=True)
    out.print("docs/career-files.md names the fields that were not asked for.")


class _Question(NamedTuple):
    field: str
    text: str
    needed: bool = True  # the first of a section may stay empty all the same, and leaves the section out


_SECTION_QUESTIONS: Mapping[str, tuple[_Question, ...]] = {
    "summary": (_Question("text", "What the people do and whom it suits, in a few sentences"),),
    "duties": (_Question("items", "Duty"),),
    "work_environment": (
        _Question("places", "Where they work"),
        _Question("schedule", "When they work"),
        _Question("conditions", "Condition", needed=False),
        _Question("settings", f"Settings, of {', '.join(SETTINGS)}", needed=False),
    ),
    "education": (
        _Question("usual", "The usual education, in a sentence"),
        _Question("fields", "Field of study", needed=False),
        _Question("licence", "A license that is required", needed=False),
    ),
    "path": (_Question("steps", "Step on the way in"),),
    "skills": (_Question("items", "Skill"), _Question("tools", "Tool", needed=False)),
    "advancement": (_Question("text", "How the career goes on"),),
    "employers": (_Question("items", "Kind of employer"),),
    "upsides": (_Question("items", "What speaks for it"),),
    "downsides": (_Question("items", "What speaks against it"),),
}
_LISTS = ("items", "conditions", "fields", "steps", "tools")
_REQUIRED = "summary"
_LONGEST_ID = 100  # letters; file systems take names of up to 255
_LETTERS_OF_THEIR_OWN = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ı": "i"})


@dataclass
class _Interview:
    """Asks for one career. Each answer is checked as it comes, and asked for again where it does not fit."""

    known: Catalogue
    folder: Path
    last_sources: str = ""

    def career(self) -> dict[str, Any]:
        """The career as its file holds it, without what was left empty."""
        answers = self._names_and_codes()
        answers |= {section: self._section(section, asked) for section, asked in _SECTION_QUESTIONS.items()}
        answers["related"] = Flow(_ask("Related careers: ids or SOC codes, with commas between", self._related))
        return {field: answer for field, answer in answers.items() if answer}

    def _names_and_codes(self) -> dict[str, Any]:
        """Asked for again where something deserves a second look, and the person looks."""
        while True:
            answers = self._names() | self._codes()
            career = msgspec.convert(answers, Career)
            doubts = [*_new_claims(career, self.known), *of_two_occupations(career, self.known)]
            for doubt in doubts:
                out.print(f"Warning: {doubt}", style="yellow", soft_wrap=True)
            if not doubts or typer.confirm("Keep the names and codes as they are?", default=True):
                return answers

    def _names(self) -> dict[str, Any]:
        title = _ask_needed("Title, such as Dental hygienist", self._new_title)
        return {
            "id": _ask_needed("Id, the name of the file", self._new_id, _as_id(title)),
            "title": title,
            "also_known_as": Flow(_ask("Other names, with commas between", _names)),
        }

    def _codes(self) -> dict[str, Any]:
        if soc := _ask("SOC code, such as 29-1292 (empty: it has none of its own)", self._soc):
            onet = _ask("O*NET code, such as 29-1292.00", self._onet)
            return {"soc": soc, "onet": onet} if onet else {"soc": soc}
        if soc := _ask("SOC code of the occupation whose figures stand in (empty: none)", self._soc):
            return {"stand_in": {"soc": soc, "why": _ask_needed("Why that one stands in", _phrase)}}
        return {}

    def _section(self, section: str, questions: tuple[_Question, ...]) -> dict[str, Any]:
        first, *others = questions
        answers = {first.field: self._answer(first, needed=section == _REQUIRED)}
        if not answers[first.field]:
            return {}
        answers |= {question.field: self._answer(question, needed=question.needed) for question in others}
        asked = f"Sources of the {heading(section).lower()} (needed)"
        answers["sources"] = Flow(_ask(asked, self._sources, self.last_sources))
        self.last_sources = ", ".join(answers["sources"])
        return {field: answer for field, answer in answers.items() if answer}

    def _answer(self, question: _Question, *, needed: bool) -> Any:
        if question.field == "settings":
            return Flow(_ask(question.text, _settings))
        if question.field in _LISTS:
            return list(iter(lambda: _ask(f"{question.text} (empty: no more)", _phrase), ""))
        return (_ask_needed if needed else _ask)(question.text, _phrase)

    def _new_title(self, answer: str) -> str:
        title = _name(answer)
        taken = next((each for each in self.known.written if each.title.casefold() == title.casefold()), None)
        _expect(not taken, f"{title!r} is the title of {taken.id if taken else ''} already")
        return title

    def _new_id(self, answer: str) -> str:
        _expect(re.fullmatch(CAREER_ID, answer), "expected lower-case words joined by underscores")
        _expect(len(answer) <= _LONGEST_ID, f"expected at most {_LONGEST_ID} letters, found {len(answer)}")
        taken = answer in self.known.careers or (self.folder / "careers" / f"{answer}.yml").exists()
        _expect(not taken, f"careers/{answer}.yml exists; expected an id that is not taken")
        return answer

    def _soc(self, answer: str) -> str:
        code = answer.strip()
        expected = "expected a SOC code that knowledge/figures has, such as 29-1292"
        _expect(not code or code in self.known.figures.occupations, f"{expected}, found {code!r}")
        return code

    def _onet(self, answer: str) -> str:
        code = answer.strip()
        expected = "expected an O*NET code that knowledge/figures has, such as 29-1292.00"
        known = not code or (ONET_CODE.fullmatch(code) and self.known.figures.job_zone(code))
        _expect(known, f"{expected}, found {code!r}")
        return code

    def _related(self, answer: str) -> list[str]:
        related = _commas(answer)
        unknown = [each for each in related if each not in self.known.careers]
        _expect(
            not unknown, f"expected ids of careers, or SOC codes of those without a file; unknown: {', '.join(unknown)}"
        )
        return related

    def _sources(self, answer: str) -> list[str]:
        known = self.known.sources
        cited = _commas(answer)
        expected = f"expected ids from sources.yml ({', '.join(known)}), with commas between"
        _expect(cited, expected)
        for reference in cited:
            source, _, page = reference.partition("/")
            _expect(source in known and " " not in reference, f"{expected}, found {reference!r}")
            wanted = f"{source}/<page>" if "{page}" in (known[source].url or "") else source
            _expect(bool(page) == (wanted != source), f"expected {wanted}, found {reference!r}")
        return cited


def _ask(question: str, check: Callable[[str], T], proposed: str = "") -> T:
    answer: T = typer.prompt(question, default=proposed, show_default=bool(proposed), value_proc=check)
    return answer


def _as_id(title: str) -> str:
    """The id that is proposed: the words of the title in plain letters ("Épicier": epicier); "" where it has none.

    An id begins with a letter: what begins with a digit goes to the end ("3D artist": artist_3d).
    """
    parts = unicodedata.normalize("NFKD", title.lower().translate(_LETTERS_OF_THEIR_OWN))
    words = re.findall(r"[a-z0-9]+", "".join(part for part in parts if not unicodedata.combining(part)))
    first = next((place for place, word in enumerate(words) if word[0].isalpha()), None)
    return "" if first is None else "_".join([*words[first:], *words[:first]])[:_LONGEST_ID].rstrip("_")


def _new_claims(career: Career, known: Catalogue) -> Iterator[str]:
    """Of the names claimed twice, those that come with a career."""
    before = set(claimed_twice(known.written, known))
    return (claim for claim in claimed_twice([*known.written, career], known) if claim not in before)


def _expect(fulfilled: object, sentence: str) -> None:
    if not fulfilled:
        raise typer.BadParameter(sentence)


def _phrase(answer: str) -> str:
    text = " ".join(answer.split())
    _expect(len(text) != 1, f"expected some text, found {text!r}")
    _expect(text.isprintable(), f"expected plain text, found characters that cannot be shown: {text!r}")
    return text


def _ask_needed(question: str, check: Callable[[str], T], proposed: str = "") -> T:
    def checked(answer: str) -> T:
        _expect(answer.strip(), "expected an answer: this cannot be left out")
        return check(answer)

    return _ask(f"{question} (needed)", checked, proposed)


def _commas(answer: str) -> list[str]:
    return _once(phrase for part in answer.split(",") if (phrase := _phrase(part)))


def _once(phrases: Iterable[str]) -> list[str]:
    """What was typed twice is written once, as it was typed first."""
    kept: dict[str, str] = {}
    for phrase in phrases:
        kept.setdefault(phrase.casefold(), phrase)
    return list(kept.values())


def _name(answer: str) -> str:
    name = _phrase(answer)
    _expect(not (wrong := unusable(name)), wrong)
    return name


def _names(answer: str) -> list[str]:
    return [_name(each) for each in _commas(answer)]


def _settings(answer: str) -> list[str]:
    chosen = _commas(answer)
    unknown = [each for each in chosen if each not in SETTINGS]
    _expect(not unknown, f"expected some of {', '.join(SETTINGS)}; unknown: {', '.join(unknown)}")
    return chosen
