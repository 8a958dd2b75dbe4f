"""`careerbot knowledge add`: asks for a career and writes its file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, get_args

import typer

from careerbot.keeper.career_yaml import Flow, as_yaml
from careerbot.keeper.screen import KnowledgeFolder, fail, heading, out, writing
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import ONET_CODE
from careerbot.knowledge.schema import Setting
from careerbot.knowledge.usable_names import unusable
from careerbot.paths import KNOWLEDGE

T = TypeVar("T")


def add(folder: KnowledgeFolder = KNOWLEDGE) -> None:
    """Ask for a career and write its file. Nothing is written before the last answer."""
    known = Catalogue.load(folder)
    out.print("An empty answer leaves a field out; Ctrl-C stops and writes nothing.")
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
        _Question("settings", f"Settings, of {', '.join(get_args(Setting))}", needed=False),
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


@dataclass
class _Interview:
    """Asks for one career. Each answer is checked as it comes, and asked for again where it does not fit."""

    known: Catalogue
    folder: Path
    last_sources: str = ""

    def career(self) -> dict[str, Any]:
        """The career as its file holds it, without what was left empty."""
        title = _ask("Title, such as Dental hygienist", _needed(self._new_title))
        proposed = re.sub(r"\W+", "_", title.lower(), flags=re.ASCII).strip("_")
        answers: dict[str, Any] = {
            "id": _ask("Id, the name of the file", self._new_id, proposed),
            "title": title,
            "also_known_as": Flow(_ask("Other names, with commas between", _names)),
        }
        answers |= self._codes()
        answers |= {section: self._section(section, asked) for section, asked in _SECTION_QUESTIONS.items()}
        answers["related"] = Flow(_ask("Related careers: ids or SOC codes, with commas between", self._related))
        return {field: answer for field, answer in answers.items() if answer}

    def _codes(self) -> dict[str, Any]:
        if soc := _ask("SOC code, such as 29-1292 (empty: it has none of its own)", self._soc):
            return {"soc": soc, "onet": _ask("O*NET code, such as 29-1292.00", self._onet)}
        if soc := _ask("SOC code of the occupation whose figures stand in (empty: none)", self._soc):
            return {"stand_in": {"soc": soc, "why": _ask("Why that one stands in", _needed(_phrase))}}
        return {}

    def _section(self, section: str, questions: tuple[_Question, ...]) -> dict[str, Any]:
        first, *others = questions
        answers = {first.field: self._answer(first, needed=section == _REQUIRED)}
        if not answers[first.field]:
            return {}
        answers |= {question.field: self._answer(question, needed=question.needed) for question in others}
        answers["sources"] = Flow(_ask(f"Sources of the {heading(section).lower()}", self._sources, self.last_sources))
        self.last_sources = ", ".join(answers["sources"])
        return {field: answer for field, answer in answers.items() if answer}

    def _answer(self, question: _Question, *, needed: bool) -> Any:
        if question.field == "settings":
            return Flow(_ask(question.text, _settings))
        if question.field in _LISTS:
            return list(iter(lambda: _ask(f"{question.text} (empty: no more)", _phrase), ""))
        return _ask(question.text, _needed(_phrase) if needed else _phrase)

    def _new_title(self, answer: str) -> str:
        title = _name(answer)
        taken = next((each for each in self.known.written if each.title.casefold() == title.casefold()), None)
        _expect(not taken, f"{title!r} is the title of {taken.id if taken else ''} already")
        return title

    def _new_id(self, answer: str) -> str:
        _expect(re.fullmatch(r"[a-z][a-z0-9_]*", answer), "expected lower-case words joined by underscores")
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


def _expect(fulfilled: object, sentence: str) -> None:
    if not fulfilled:
        raise typer.BadParameter(sentence)


def _phrase(answer: str) -> str:
    text = " ".join(answer.split())
    _expect(len(text) != 1, f"expected some text, found {text!r}")
    _expect(text.isprintable(), f"expected plain text, found characters that cannot be shown: {text!r}")
    return text


def _needed(check: Callable[[str], str]) -> Callable[[str], str]:
    def checked(answer: str) -> str:
        _expect(answer.strip(), "expected an answer: this cannot be left out")
        return check(answer)

    return checked


def _commas(answer: str) -> list[str]:
    return [phrase for part in answer.split(",") if (phrase := _phrase(part))]


def _name(answer: str) -> str:
    name = _phrase(answer)
    _expect(not (wrong := unusable(name)), wrong)
    return name


def _names(answer: str) -> list[str]:
    return [_name(each) for each in _commas(answer)]


def _settings(answer: str) -> list[str]:
    chosen = _commas(answer)
    unknown = [each for each in chosen if each not in get_args(Setting)]
    _expect(not unknown, f"expected some of {', '.join(get_args(Setting))}; unknown: {', '.join(unknown)}")
    return chosen
