"""The import of O*NET: a small hand-made release, and the real ones where the shared folder is present."""

from __future__ import annotations

import inspect
import os
from pathlib import Path

import msgspec
import pytest
from knowledge_support import found
from official import zipped

from careerbot.advice import topics
from careerbot.conversation.training import content_hash
from careerbot.knowledge import catalogue as catalogue_module
from careerbot.knowledge.catalogue import Catalogue, catalogue
from careerbot.knowledge.onet_import import ImportReport, import_onet
from careerbot.knowledge.onet_store import STORE_VERSION, ImportedCareers, load_store
from careerbot.knowledge.problems import BadOfficialFile, KnowledgeError
from careerbot.understanding.linker import CareerLinker

HYGIENISTS, PLASTERERS, TEACHERS, INFANTRY, NURSES = (
    "29-1292.00",
    "47-2161.00",
    "25-9043.00",
    "55-3016.00",
    "29-1141.01",
)
FILES = {
    "Read Me.txt": ["O*NET 40.1 Database", "December 2035 Release"],
    "Occupation Data.txt": [
        "O*NET-SOC Code\tTitle\tDescription",
        f"{HYGIENISTS}\tDental Hygienists\tKeep the teeth of all the townsfolk clean.",
        f"{PLASTERERS}\tPlasterers\tPut plaster on sheds.",
        f"{TEACHERS}\tTeaching Assistants, Schools\tHelp out in class.",
        f"{INFANTRY}\tInfantry\tMarch about.",
        f"{NURSES}\tAcute Care Nurses\tNurse whoever has just fallen ill.",
    ],
    "Alternate Titles.txt": [
        "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)",
        f"{HYGIENISTS}\tMolar Polisher\tn/a\t08",
        f"{HYGIENISTS}\tGuide\tn/a\t08",
        f"{PLASTERERS}\tChief Stucco Nailer (CSNX)\tCSNX\t02,08",
        f"{PLASTERERS}\tShed Expert\tn/a\t08",
        f"{PLASTERERS}\tDental Hygienist\tn/a\t08",
        f"{PLASTERERS}\tModel\tn/a\t08",
        f"{PLASTERERS}\tOR Nailer\tn/a\t08",
        f"{TEACHERS}\tShed Expert\tn/a\t08",
        f"{INFANTRY}\tShed Expert\tn/a\t08",
        f"{NURSES}\tShed Expert\tn/a\t08",
    ],
    "Task Statements.txt": [
        "O*NET-SOC Code\tTask ID\tTask\tTask Type\tIncumbents Responding\tDate\tDomain Source",
        f"{PLASTERERS}\t1\tSweep the yard.\tSupplemental\t9\t08/2033\tIncumbent",
        *(f"{PLASTERERS}\t{n}\tNail lath {n}.\tCore\t9\t08/2033\tIncumbent" for n in range(2, 11)),
        f"{PLASTERERS}\t11\tWhistle.\tn/a\tn/a\t08/2033\tAnalyst",
    ],
    "Technology Skills.txt": [
        "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand",
        f"{PLASTERERS}\tOld shed planner\t1\tShed software\tN\tN",
        f"{PLASTERERS}\tSpreadsheet\t2\tSpreadsheet software\tY\tN",
        f"{PLASTERERS}\tR\t3\tStatistics software\tY\tY",
    ],
    "Related Occupations.txt": [
        "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex",
        f"{PLASTERERS}\t{INFANTRY}\tPrimary-Long\t10",
        f"{PLASTERERS}\t{HYGIENISTS}\tPrimary-Short\t2",
        f"{PLASTERERS}\t{NURSES}\tSupplemental\t11",
        f"{PLASTERERS}\t11-9999.99\tPrimary-Short\t3",
    ],
}
SKILLS = [
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tRecommend Suppress\tNot Relevant",
    f"{PLASTERERS}\t2.A.1.a\tReading Comprehension\tIM\t2.5\tN\t",
    f"{PLASTERERS}\t2.A.1.a\tReading Comprehension\tLV\t7\tN\tN",
    f"{PLASTERERS}\t2.A.1.b\tActive Listening\tIM\t4.5\tN\t",
    f"{PLASTERERS}\t2.B.3.e\tProgramming\tIM\t5\tY\t",
]
SKILLS_RELEASE = {"Read Me.txt": ["O*NET 39.3 Database", "May 2035 Release"], "Skills.txt": SKILLS}


def folder(place: Path, files: dict[str, list[str]]) -> Path:
    place.mkdir(parents=True)
    for name, lines in files.items():
        (place / name).write_bytes("".join(f"{line}\r\n" for line in lines).encode())
    return place


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return folder(tmp_path / "main", FILES)


@pytest.fixture
def sources(tmp_path: Path, release: Path) -> list[Path]:
    return [release, folder(tmp_path / "older", SKILLS_RELEASE)]


@pytest.fixture
def store(tmp_path: Path, sources: list[Path]) -> Path:
    import_onet(sources, tmp_path / "state" / "onet.msgpack")
    return tmp_path / "state" / "onet.msgpack"


@pytest.fixture
def known(store: Path) -> Catalogue:
    return Catalogue.load(imported=store)


# --- what is imported -----------------------------------------------------------------------------------------------


def test_the_report_counts_what_the_store_holds(tmp_path: Path, sources: list[Path]) -> None:
    report = import_onet(sources, tmp_path / "onet.msgpack")
    assert report == ImportReport(
        release="40.1",
        occupations=5,
        alternate_titles=10,
        tasks=10,
        skills=2,
        technologies=2,
        related=3,
        not_given=(),
    )


def test_files_that_no_source_has_are_named(tmp_path: Path, release: Path) -> None:
    report = import_onet([release], tmp_path / "onet.msgpack")
    assert report.not_given == ("Skills.txt",)
    assert report.skills == 0


def test_a_zip_gives_the_same_store_as_its_folder(tmp_path: Path, release: Path) -> None:
    import_onet([release], tmp_path / "a.msgpack")
    import_onet([zipped(release, tmp_path / "main.zip")], tmp_path / "b.msgpack")
    assert (tmp_path / "a.msgpack").read_bytes() == (tmp_path / "b.msgpack").read_bytes()


def test_core_tasks_come_before_others_and_ten_are_kept(known: Catalogue) -> None:
    duties = known.careers[PLASTERERS].duties
    assert duties
    assert duties.items == [*(f"Nail lath {n}." for n in range(2, 11)), "Sweep the yard."]


def test_skills_are_in_the_order_of_importance_without_suppressed_ones(known: Catalogue) -> None:
    skills = known.careers[PLASTERERS].skills
    assert skills
    assert skills.items == ["active listening", "reading comprehension"]


def test_tools_in_demand_come_first_and_a_lone_letter_says_what_it_is(known: Catalogue) -> None:
    skills = known.careers[PLASTERERS].skills
    assert skills
    assert skills.tools == ["R (statistics software)", "Spreadsheet"]


def test_related_occupations_are_the_primary_ones_by_their_ids_here_nearest_first(known: Catalogue) -> None:
    assert known.careers[PLASTERERS].related == ["dental_hygienist", INFANTRY]


def test_figures_are_found_through_the_crosswalk_and_left_out_where_there_are_none(known: Catalogue) -> None:
    assert [known.careers[code].soc for code in (PLASTERERS, TEACHERS, INFANTRY)] == ["47-2161", "25-9045", None]


def test_a_reply_that_quotes_the_import_names_onet_and_its_licence(known: Catalogue) -> None:
    for intent in ("ask_overview", "ask_duties", "ask_skills"):
        cited = topics.answer(known, intent, PLASTERERS).blocks[-1].items  # type: ignore[union-attr]
        assert any(each.id.startswith("onet_") and each.id.endswith(f"/{PLASTERERS}") for each in cited)
        assert {each.licence for each in cited} == {"CC BY 4.0"}


# --- beside what is written -----------------------------------------------------------------------------------------


def test_a_written_career_wins_over_the_imported_one(known: Catalogue) -> None:
    assert HYGIENISTS not in known.careers
    assert known.careers["dental_hygienist"] == Catalogue.load().careers["dental_hygienist"]


def test_a_written_career_is_found_by_its_imported_names_too(known: Catalogue) -> None:
    assert found(known, "what does a molar polisher earn") == [("molar polisher", ("dental_hygienist",))]
    assert "Molar Polisher" not in known.careers["dental_hygienist"].also_known_as


def test_an_occupation_with_figures_only_is_replaced_by_the_imported_one(known: Catalogue) -> None:
    assert "47-2161" in Catalogue.load().careers
    assert "47-2161" not in list(known.careers)


def test_an_id_remembered_from_before_the_import_still_finds_its_career(known: Catalogue) -> None:
    assert known.careers["47-2161"].id == PLASTERERS
    assert known.careers[HYGIENISTS].id == "dental_hygienist"
    assert Catalogue.load().careers[PLASTERERS].id == "47-2161"
    with pytest.raises(KeyError):
        known.careers["99-9999"]


def test_imported_careers_are_not_counted_as_written(known: Catalogue) -> None:
    assert [career.id for career in known.written] == [career.id for career in Catalogue.load().written]


def test_an_import_asks_for_no_new_training(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content_hash(), CareerLinker.fingerprint_addon({})
    monkeypatch.setattr(catalogue_module, "STATE", store.parent)
    assert PLASTERERS in list(catalogue.__wrapped__().careers)  # the store is in use
    monkeypatch.setattr(catalogue_module, "catalogue", catalogue.__wrapped__)
    assert (content_hash(), CareerLinker.fingerprint_addon({})) == before


def test_a_catalogue_has_no_imported_careers_unless_it_is_given_a_store() -> None:
    assert inspect.signature(Catalogue.load).parameters["imported"].default is None


# --- names ----------------------------------------------------------------------------------------------------------


def test_a_name_in_brackets_is_a_name_of_its_own(known: Catalogue) -> None:
    assert found(known, "a chief stucco nailer or a CSNX") == [
        ("chief stucco nailer", (PLASTERERS,)),
        ("CSNX", (PLASTERERS,)),
    ]


@pytest.mark.parametrize("text", ["guide me", "I cook at home", "or nailer", "should I go for it"])
def test_plain_english_is_no_imported_career(known: Catalogue, text: str) -> None:
    assert found(known, text) == []


def test_of_several_careers_with_a_name_the_largest_comes_first(known: Catalogue) -> None:
    largest_first = (NURSES, TEACHERS, PLASTERERS, INFANTRY)
    sizes = [known.employment(known.careers[code]) for code in largest_first]
    assert sizes == sorted(sizes, reverse=True)
    assert found(known, "shed expert") == [("shed expert", largest_first)]


def test_a_written_career_comes_before_others_of_its_name(known: Catalogue) -> None:
    assert found(known, "dental hygienist") == [("dental hygienist", ("dental_hygienist", PLASTERERS))]


def test_an_imported_name_of_several_words_is_found_with_a_typing_error(known: Catalogue) -> None:
    assert found(known, "a molar polishr please") == [("molar polishr", ("dental_hygienist",))]


# --- safety ---------------------------------------------------------------------------------------------------------


def test_a_second_import_changes_nothing(store: Path, sources: list[Path]) -> None:
    before = store.read_bytes()
    import_onet(sources, store)
    assert store.read_bytes() == before
    assert list(store.parent.iterdir()) == [store]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError("no space left on device")])
def test_an_interrupted_import_leaves_the_old_store(
    store: Path, release: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    before = store.read_bytes()

    def interrupted(_file: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises((KeyboardInterrupt, KnowledgeError)):
        import_onet([release], store)
    assert store.read_bytes() == before
    assert list(store.parent.iterdir()) == [store]


def test_a_truncated_zip_is_refused_and_leaves_the_old_store(store: Path, release: Path) -> None:
    before, archive = store.read_bytes(), zipped(release, release.with_suffix(".zip"))
    whole = archive.read_bytes()
    for size in range(0, len(whole), 97):
        archive.write_bytes(whole[:size])
        with pytest.raises(BadOfficialFile, match=r"main\.zip"):
            import_onet([archive], store)
    assert store.read_bytes() == before


@pytest.mark.parametrize("damage", [b"", b"\x00", b"not a store", b"\x81\xa7version\xc0"])
def test_a_damaged_store_says_to_import_again(store: Path, damage: bytes) -> None:
    for content in (damage, store.read_bytes()[:-40]):
        store.write_bytes(content)
        with pytest.raises(KnowledgeError, match=r"onet\.msgpack: .*run `careerbot knowledge import-onet` again"):
            Catalogue.load(imported=store)


def test_a_store_of_an_older_version_says_to_import_again(store: Path) -> None:
    store.write_bytes(msgspec.msgpack.encode(ImportedCareers(STORE_VERSION - 1, "40.1", {}, [])))
    with pytest.raises(KnowledgeError, match=rf"version {STORE_VERSION - 1} .* import-onet` again"):
        load_store(store)


def test_without_a_store_nothing_is_imported(tmp_path: Path) -> None:
    assert load_store(tmp_path / "onet.msgpack") is None
    assert list(Catalogue.load(imported=tmp_path / "onet.msgpack").careers) == list(Catalogue.load().careers)


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        (
            "Occupation Data.txt",
            f"{PLASTERERS}\tPlasterers\tAgain.",
            rf"Occupation Data\.txt:7: .*{PLASTERERS} stands twice",
        ),
        ("Occupation Data.txt", "47-3333.00\tBlanks\t ", r"Occupation Data\.txt:7: Description: expected some text"),
        ("Occupation Data.txt", "47-3333\tShort\tCode.", r"Occupation Data\.txt:7: .*29-1141\.00, found '47-3333'"),
        ("Alternate Titles.txt", f"{PLASTERERS}\tNailer", r"Alternate Titles\.txt:12: expected 4 cells, found 2"),
        (
            "Related Occupations.txt",
            f"{PLASTERERS}\t{NURSES}\tPrimary-Short\tx",
            r"Index: expected a number, found 'x'",
        ),
        ("Occupation Data.txt", "47-3333.00\tX\tToo short a title.", r"expected occupations that fit a career"),
    ],
)
def test_a_line_that_does_not_fit_is_named_and_leaves_the_old_store(
    store: Path, release: Path, name: str, line: str, said: str
) -> None:
    before = store.read_bytes()
    with (release / name).open("a", newline="") as file:
        file.write(f"{line}\r\n")
    with pytest.raises(BadOfficialFile, match=said):
        import_onet([release], store)
    assert store.read_bytes() == before


def test_sources_without_occupations_are_refused(tmp_path: Path, sources: list[Path]) -> None:
    with pytest.raises(BadOfficialFile, match=r"Occupation Data\.txt"):
        import_onet(sources[1:], tmp_path / "onet.msgpack")


def test_progress_names_each_file_and_ends_at_one(tmp_path: Path, sources: list[Path]) -> None:
    steps: list[tuple[str, float]] = []
    import_onet(sources, tmp_path / "onet.msgpack", lambda step, share: steps.append((step, share)))
    shares = [share for _, share in steps]
    assert ("O*NET 39.3: Skills.txt", pytest.approx(2 / 7)) in steps
    assert shares == sorted(shares)
    assert steps[-1] == ("done", 1.0)
