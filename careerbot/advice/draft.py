"""What an answer is about, and the reply in the making, which keeps track of the sources it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from careerbot.advice import phrasing
from careerbot.advice.reply import Block, Citation, Fact, Facts, Listing, Notice, Reply, Sources, Suggestion, Text
from careerbot.knowledge import naming, places
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.schema import Career


@dataclass(frozen=True)
class Subject:
    """A career somebody asks about, with the words they used."""

    catalogue: Catalogue
    career: Career
    text: str = ""

    @property
    def many(self) -> str:
        """ "registered nurses"."""
        return naming.many(self.career)

    @property
    def one(self) -> str:
        """ "a registered nurse"."""
        return naming.one(self.career)

    @property
    def code(self) -> str:
        """The SOC code whose figures are quoted; "" where there is none."""
        return self.career.figures_code or ""

    @property
    def onet(self) -> str:
        """The O*NET code of its ratings: its own, or that of the occupation whose figures are quoted."""
        return self.career.onet or f"{self.code}.00"

    @property
    def measured_for(self) -> str:
        """The official name of the occupation that was measured."""
        return self.catalogue.figures.occupations.get(self.code, "")

    @property
    def measured_in_sentence(self) -> str:
        """The same in mid-sentence: "producers and directors"."""
        return naming.in_sentence(self.measured_for)

    def mentions(self, *stems: str) -> bool:
        """Whether the question has a word that begins with one of these."""
        words = self.text.casefold().replace("-", " ").split()
        return any(word.strip("?!.,;:'\"()").startswith(stem) for word in words for stem in stems)


@dataclass
class Page:
    """A reply in the making, about any number of careers."""

    catalogue: Catalogue
    lead: str = ""
    blocks: list[Block] = field(default_factory=list)
    citations: dict[str, Citation] = field(default_factory=dict)

    def paragraph(self, text: str, sources: Iterable[str] = ()) -> None:
        """A paragraph with its sources."""
        self.blocks.append(Text(text))
        self.cite(sources)

    def listing(self, title: str, items: Sequence[str], sources: Iterable[str] = (), *, ordered: bool = False) -> None:
        """A list, left out where it would be empty."""
        if items:
            self.blocks.append(Listing(list(items), title, ordered))
            self.cite(sources)

    def notice(self, text: str) -> None:
        """Something that must not be overlooked."""
        self.blocks.append(Notice(text, "caution"))

    def cite(self, references: Iterable[str]) -> None:
        """Name publications as sources."""
        for reference in references:
            source, url = self.catalogue.source(reference)
            label = f"{source.publisher}, {source.title}" if source.publisher else source.title
            when = str(source.year) if source.year else ""
            self.citations[reference] = Citation(reference, label, when, url, source.licence)

    def cite_table(self, table: str) -> Citation:
        """Name a table of official figures as source."""
        info = self.catalogue.figures.info(table)
        citation = Citation(f"figures/{table}", f"{info.publisher}, {info.title}", info.period, info.url, info.licence)
        self.citations[citation.id] = citation
        return citation

    def reply(self, suggestions: Sequence[Suggestion] = (), *, personal: bool = False, to_keep: bool = False) -> Reply:
        """The finished reply, its sources last."""
        sources: list[Block] = [Sources(list(self.citations.values()))] if self.citations else []
        return Reply(self.lead, self.blocks + sources, list(suggestions), personal, to_keep)


class Draft(Page):
    """A reply in the making about one career."""

    def __init__(self, about: Subject, lead: str = "") -> None:
        super().__init__(about.catalogue, lead)
        self.about = about
        self.to_the_point = False  # whether the lead answers what the question is about in particular

    def figures(self, table: str, rows: Iterable[tuple[str, str]], title: str = "") -> None:
        """Official figures of the subject's occupation, from one table."""
        source = self.cite_table(table)
        about = self.about.measured_in_sentence
        self.blocks.append(Facts([Fact(label, value, source.id, source.when, about) for label, value in rows], title))

    def put_first(self, sentence: str) -> None:
        """Say something before the answer."""
        self.blocks[:0] = [Text(self.lead)] if self.lead else []
        self.lead = sentence

    def say_stand_in(self) -> None:
        """Say whose figures these are, where the career has none of its own."""
        if self.about.career.stand_in:
            self.notice(
                f"These are the figures of {self.about.measured_in_sentence} ({self.about.code}), which stand in here: "
                f"{self.about.career.stand_in.why}."
            )

    def say_where(self, finer: str) -> None:
        """Say that the figures are national, where the question names a place; `finer` is a site that has those of states."""
        if places.holds_places_apart(self.about.text):
            self.put_first(
                f"I cannot hold one place against another: my figures are of the whole United States. For those of a state see {finer}."
            )
        elif places.names_a_place(self.about.text):
            self.notice(phrasing.unmeasured_place(self.about.text, finer))

    def say_whose_rules(self) -> None:
        """Say first that the way in is told for the whole country, where the question names a place."""
        if places.names_a_place(self.about.text):
            self.blocks.insert(
                0,
                Notice(
                    "I know how it is in the United States as a whole. For the licenses of a state see careeronestop.org; other "
                    "countries have their own rules.",
                    "caution",
                ),
            )
