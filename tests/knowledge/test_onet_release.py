"""The import of the real O*NET release, where its files are beside this checkout."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from knowledge_support import REFERENCE, found, index, with_reference

from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.onet_import import ImportReport, import_onet
from careerbot.knowledge.titles import TitleIndex


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ImportReport, Catalogue]]:
    store = tmp_path_factory.mktemp("real") / "onet.msgpack"
    report = import_onet([REFERENCE / "onet-30.1", REFERENCE / "onet-29.3"], store)
    yield report, Catalogue.load(imported=store)


@with_reference
def test_all_1016_occupations_and_56505_alternate_titles_are_imported(real: tuple[ImportReport, Catalogue]) -> None:
    report, _ = real
    assert (report.release, report.occupations, report.alternate_titles) == ("30.1", 1016, 56_505)
    assert report.not_given == ()


@with_reference
def test_every_occupation_of_onet_is_written_or_imported(real: tuple[ImportReport, Catalogue]) -> None:
    _, known = real
    imported = [career for career in known.careers.values() if career not in known.written and career.onet]
    written = {code for career in known.written if (code := career.onet or (career.soc and f"{career.soc}.00"))}
    assert len(imported) + len(written) == 1016
    assert not written & {career.id for career in imported}


@with_reference
def test_every_relative_of_every_career_can_be_named(real: tuple[ImportReport, Catalogue]) -> None:
    _, known = real
    for career in known.careers.values():
        for related in career.related:
            assert known.careers[related].title


@with_reference
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("dental hygienist", "dental_hygienist"),
        ("neurodiagnostic technologist", "29-2099.01"),
        ("radiation therapist", "29-1124.00"),
        ("baker", "baker"),  # another written career has "Baker" among its imported names
        ("plasterer", "47-2161.00"),
        ("forklift driver", "forklift_operator"),
    ],
)
def test_a_name_leads_to_its_career(real: tuple[ImportReport, Catalogue], text: str, first: str) -> None:
    ((_, ids),) = found(real[1], text)
    assert ids[0] == first


@with_reference
@pytest.mark.parametrize("text", ["guide me", "I cook at home", "what is in demand", "is it for me or not", "a reader"])
def test_plain_english_is_no_career_of_the_real_release(real: tuple[ImportReport, Catalogue], text: str) -> None:
    assert found(real[1], text) == []


@with_reference
def test_doctor_stays_ambiguous_with_the_written_careers_first(real: tuple[ImportReport, Catalogue]) -> None:
    ((_, ids),) = found(real[1], "doctor")
    kinds = [real[1].careers[each] in real[1].written for each in ids]
    assert len(ids) >= 8
    assert kinds == sorted(kinds, reverse=True)


@with_reference
def test_loading_with_the_import_takes_at_most_two_seconds_and_200_megabytes_more(tmp_path: Path) -> None:
    store = tmp_path / "onet.msgpack"
    import_onet([REFERENCE / "onet-30.1", REFERENCE / "onet-29.3"], store)
    plain, full = min(_cost(tmp_path / "none") for _ in range(3)), min(_cost(store) for _ in range(3))
    assert full[0] - plain[0] < 2
    assert full[1] - plain[1] < 200e6


@with_reference
def test_a_career_is_found_in_under_a_millisecond(real: tuple[ImportReport, Catalogue]) -> None:
    names = index(real[1])
    asked = ["how much does a {} make", "which degree do I need to become a {}", "is beeing a {} stresful, honestly?"]
    messages = [each.format(career.title.lower()) for career in real[1].careers.values() for each in asked]
    taken = sorted(_milliseconds(names, message) for message in messages)
    assert taken[len(taken) * 99 // 100] < 1


def _milliseconds(names: TitleIndex, message: str) -> float:
    start = time.process_time()
    names.find(message)
    return (time.process_time() - start) * 1000


_LOADING = """
import resource, sys, time
from pathlib import Path
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.titles import TitleIndex

start = time.process_time()
known = Catalogue.load(imported=Path(sys.argv[1]))
TitleIndex(known.careers.values(), known.further_names, known.employment)
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""


def _cost(store: Path) -> tuple[float, float]:
    """Processor seconds of loading and indexing, and the peak bytes of a process that does only that."""
    said = subprocess.run([sys.executable, "-c", _LOADING, store], capture_output=True, text=True, check=True).stdout
    seconds, peak = map(float, said.split())
    return seconds, peak
