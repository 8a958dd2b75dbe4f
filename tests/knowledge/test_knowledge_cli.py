"""`careerbot knowledge ...` as a keeper types it, over copies of the committed knowledge."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from careerbot import cli
from careerbot.keeper import knowledge, refresh, show
from careerbot.keeper.screen import SECTIONS
from careerbot.knowledge import name_index
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.problems import KnowledgeError
from careerbot.knowledge.titles import TitleIndex
from careerbot.paths import KNOWLEDGE, PROJECT

FIGURES = KNOWLEDGE / "figures"
Write = Callable[[str, Callable[[str], str]], None]


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal wide enough that no sentence is broken."""
    monkeypatch.setenv("COLUMNS", "240")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the knowledge with three careers."""
    copy = tmp_path / "knowledge"
    shutil.copytree(FIGURES, copy / "figures")
    shutil.copy(KNOWLEDGE / "sources.yml", copy)
    (copy / "careers").mkdir()
    for name in ("dental_hygienist", "dentist", "music_production_manager"):
        text = (KNOWLEDGE / "careers" / f"{name}.yml").read_text(encoding="utf-8")
        (copy / "careers" / f"{name}.yml").write_text(
            re.sub(r"^related:.*\n?(?:  .*\n?)*", "", text, flags=re.MULTILINE)
        )
    return copy


@pytest.fixture
def edit(folder: Path) -> Write:
    def change(name: str, how: Callable[[str], str]) -> None:
        path = folder / name
        path.write_text(how(path.read_text(encoding="utf-8")), encoding="utf-8")

    return change


def run(*words: object, typed: str = "") -> Result:
    """The command, and what it printed; anything but an exit or a KnowledgeError is a trace that a keeper would see."""
    result = CliRunner().invoke(knowledge, list(map(str, words)), input=typed)
    if result.exception and not isinstance(result.exception, SystemExit | KnowledgeError):
        raise result.exception
    return result


def problems(result: Result) -> str:
    """What `careerbot.cli.main` prints of it."""
    assert isinstance(result.exception, KnowledgeError)
    return str(result.exception)


def snapshot(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_problem_is_said_without_a_trace(
    folder: Path, edit: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("careers/dentist.yml", lambda text: text.replace("title:", "titel:"))
    monkeypatch.setattr(sys, "argv", ["careerbot", "knowledge", "check", str(folder)])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    said = capsys.readouterr().err
    assert stopped.value.code == 1
    assert "careers/dentist.yml" in said and "unknown field 'titel'" in said
    assert "Traceback" not in said


def test_keeping_the_knowledge_loads_no_rasa() -> None:
    code = (
        "import sys, careerbot.keeper; print([m for m in sys.modules if m.partition('.')[0] in ('rasa', 'tensorflow')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_good_knowledge_is_read_without_the_library_that_names_all_problems_of_a_bad_file() -> None:
    code = "import sys; from careerbot.knowledge.catalogue import Catalogue; Catalogue.load(); print('jsonschema' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# --- check ----------------------------------------------------------------------------------------------------------


def test_check_counts_what_there_is(folder: Path) -> None:
    result = run("check", folder, "--older-than", 100)
    assert result.exit_code == 0
    assert re.fullmatch(
        r"All right: 3 careers in full, \d+ occupations with figures, \d+ sources; 0 warning\(s\)\.\n", result.output
    )


def test_check_names_all_problems_at_once(folder: Path, edit: Write) -> None:
    edit("careers/dentist.yml", lambda text: text.replace("title:", "titel:"))
    edit("careers/dental_hygienist.yml", lambda text: text.replace("soc: 29-1292", "soc: 99-9999"))
    said = problems(run("check", folder))
    assert "careers/dentist.yml" in said
    assert "no figures for 99-9999" in said


def test_check_of_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert "sources.yml: not readable" in problems(run("check", tmp_path / "nowhere"))


def test_check_warns_of_a_name_that_two_careers_claim(folder: Path, edit: Write) -> None:
    edit("careers/dentist.yml", lambda text: text.replace("also_known_as: [", "also_known_as: [RDHs, "))
    result = run("check", folder, "--older-than", 100)
    assert result.exit_code == 0
    assert "'RDH' is a name of dental_hygienist and dentist" in result.output
    assert "1 warning(s)" in result.output


def test_check_warns_of_old_sources_and_tables(folder: Path, edit: Write) -> None:
    edit("sources.yml", lambda text: text.replace("year: 2025", "year: 2001", 1))
    edit("figures/manifest.yml", lambda text: text.replace("year: 2024", "year: 2002", 1))
    result = run("check", folder, "--older-than", 20)
    assert result.exit_code == 0
    assert "sources.yml: ooh: from 2001" in result.output
    assert "figures/manifest.yml: pay: from 2002" in result.output
    assert "2 warning(s)" in result.output


def test_check_refuses_an_age_below_zero(folder: Path) -> None:
    result = run("check", folder, "--older-than", -1)
    assert result.exit_code == 2
    assert "--older-than" in result.output


# --- show -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "asked", ["dental_hygienist", "29-1292", "29-1292.00", "dental hygienist", "Dental Hygienists", "dental hygeinist"]
)
def test_show_finds_a_career_by_id_code_or_name(asked: str) -> None:
    result = run("show", asked)
    assert result.exit_code == 0
    assert result.output.startswith("Dental hygienist\n")


def test_show_prints_every_section_and_its_sources() -> None:
    career = Catalogue.load().careers["dental_hygienist"]
    shown = run("show", "dental_hygienist").output
    for section in SECTIONS:
        if getattr(career, section):
            assert f"\n{section.replace('_', ' ').capitalize()}\n" in shown
    assert career.duties and all(f"• {duty}" in shown for duty in career.duties.items)
    assert "https://www.bls.gov/ooh/healthcare/dental-hygienists.htm" in shown


def test_show_prints_each_figure_with_source_year_and_occupation() -> None:
    figures = Catalogue.load().figures
    pay, info = figures.pay("29-1292"), figures.info("pay")
    shown = run("show", "dental_hygienist").output
    assert pay and pay.annual.median.amount
    block = shown.partition("Figures: Pay\n")[2].partition("\n\n")[0]
    assert f"${pay.annual.median.amount:,.0f}" in block
    assert f"Measured for {pay.title} (29-1292)" in block
    assert f"{info.title}, {info.period} ({info.year})" in block


def test_show_says_whose_figures_stand_in() -> None:
    shown = run("show", "music_production_manager").output
    assert "figures of 27-2012 stand in: " in shown
    assert "(27-2012)" in shown.partition("Figures: Pay\n")[2]


def test_show_says_that_a_career_without_a_code_has_no_figures() -> None:
    assert "No official figures" in run("show", "military_officer").output


def test_show_names_the_nearest_for_an_unknown_career() -> None:
    result = run("show", "denta hygienst")
    assert result.exit_code == 1
    assert "No career is called 'denta hygienst'. The nearest: dental_hygienist" in result.output


def test_show_asks_back_where_two_careers_have_the_name(
    monkeypatch: pytest.MonkeyPatch, folder: Path, edit: Write
) -> None:
    edit("careers/dentist.yml", lambda text: text.replace("also_known_as: [", "also_known_as: [tooth person, "))
    edit(
        "careers/dental_hygienist.yml", lambda text: text.replace("also_known_as: [", "also_known_as: [tooth person, ")
    )
    loaded = Catalogue.load(folder)
    monkeypatch.setattr(show, "catalogue", lambda: loaded)
    monkeypatch.setattr(name_index, "name_index", lambda: TitleIndex(loaded.written))
    result = run("show", "tooth person")
    assert result.exit_code == 1
    assert "'tooth person' may be dental_hygienist or dentist" in result.output


@pytest.mark.parametrize("asked", ["", "xyzzyq", "99-9999", "[bold]"])
def test_show_says_what_it_expects_where_nothing_is_near(asked: str) -> None:
    result = run("show", asked)
    assert result.exit_code == 1
    assert f"No career is called '{asked}'." in result.output


# --- refresh and diff -----------------------------------------------------------------------------------------------


def official_attainment(path: Path, doctors: float = 0.0) -> Path:
    """The committed table as BLS gives it out, dental hygienists' doctorates moved from bachelor's degrees."""
    levels = ["Less than high school diploma", "High school diploma or equivalent", "Some college, no degree"]
    levels += ["Associate's degree", "Bachelor's degree", "Master's degree", "Doctoral or professional degree"]
    _, *rows = csv.reader((FIGURES / "attainment.csv").read_text(encoding="utf-8").splitlines())
    for row in rows:
        if row[0] == "29-1292":
            row[-1] = f"{float(row[-1]) + doctors:g}"
            row[-3] = f"{float(row[-3]) - doctors:g}"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(
            ["Educational attainment for workers 25 years and older by detailed occupation, 2024–25 (Percent)"]
        )
        out.writerow(["2026 National Employment Matrix title", "2026 National Employment Matrix code", *levels])
        out.writerows(
            [[f"{title}{'' if exact == 'yes' else '[1]'}", soc, *cells] for soc, title, exact, *cells in rows]
        )
    return path


def onet(folder: Path) -> Path:
    """A database of one occupation and nothing else."""
    folder.mkdir()
    (folder / "Read Me.txt").write_text("O*NET 30.1 Database\nDecember 2025 Release\n---\n")
    (folder / "Occupation Data.txt").write_text(
        "O*NET-SOC Code\tTitle\tDescription\n29-1292.00\tTooth Cleaners\tClean teeth.\n"
    )
    return folder


def test_refresh_writes_the_tables_and_shows_what_moved(folder: Path, tmp_path: Path) -> None:
    official = official_attainment(tmp_path / "education.csv", doctors=2.5)
    result = run("refresh", "--attainment", official, "--target", folder / "figures")
    assert result.exit_code == 0, result.output
    assert "2024–25 (2025)" in result.output
    assert "29-1292 Dental hygienists" in result.output
    assert "2 figures changed, 0 rows are new, 0 are gone." in result.output
    assert Catalogue.load(folder).figures.info("attainment").year == 2025


def test_refresh_leaves_everything_alone_when_a_file_is_not_the_official_one(folder: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "national.xlsx"
    wrong.write_text("no workbook")
    before = snapshot(folder)
    said = problems(run("refresh", "--oews", wrong, "--target", folder / "figures"))
    assert "national.xlsx: expected an Excel workbook" in said
    assert snapshot(folder) == before


def test_refresh_needs_at_least_one_official_file(folder: Path) -> None:
    result = run("refresh", "--target", folder / "figures")
    assert result.exit_code == 2
    assert "give at least one official file" in result.output


def test_refresh_says_that_a_list_of_occupations_alone_makes_no_table(folder: Path, tmp_path: Path) -> None:
    before = snapshot(folder)
    said = problems(run("refresh", "--onet", onet(tmp_path / "db_30_1_text"), "--target", folder / "figures"))
    assert "db_30_1_text: expected an O*NET database with some of: Interests.txt, Job Zones.txt" in said
    assert "found only Occupation Data.txt" in said
    assert snapshot(folder) == before


def test_refresh_says_which_file_does_not_exist(folder: Path) -> None:
    result = run("refresh", "--oews", folder / "nothing.xlsx", "--target", folder / "figures")
    assert result.exit_code == 2
    assert "does not exist" in result.output and "nothing.xlsx" in result.output


def test_diff_of_equal_tables_is_empty() -> None:
    result = run("diff", FIGURES, FIGURES)
    assert result.exit_code == 0
    assert result.output == "0 figures changed, 0 rows are new, 0 are gone.\n"


def test_diff_puts_the_biggest_move_first_and_names_new_releases(folder: Path, edit: Write) -> None:
    edit(
        "figures/job_zones.csv",
        lambda text: text.replace("29-1292.00,3", "29-1292.00,5").replace("29-1021.00,5", "29-1021.00,4"),
    )
    edit(
        "figures/manifest.yml", lambda text: text.replace("May 2024", "May 2025").replace("year: 2024", "year: 2025", 1)
    )
    result = run("diff", FIGURES, folder / "figures")
    assert result.exit_code == 0
    assert result.output.index("+66.7%") < result.output.index("-20.0%")
    assert "2 figures changed" in result.output
    assert re.search(r"Source of pay: .*May 2024 \(2024\) -> .*May 2025 \(2025\)", result.output)


def test_diff_shows_no_more_than_it_is_asked_for(folder: Path, edit: Write) -> None:
    edit(
        "figures/job_zones.csv",
        lambda text: text.replace("29-1292.00,3", "29-1292.00,5").replace("29-1021.00,5", "29-1021.00,4"),
    )
    result = run("diff", FIGURES, folder / "figures", "--most", 1)
    assert "+66.7%" in result.output
    assert "-20.0%" not in result.output
    assert "2 figures changed" in result.output


def test_diff_names_rows_that_are_new_or_gone(folder: Path, edit: Write) -> None:
    edit("figures/job_zones.csv", lambda text: text.replace("29-1292.00,3\n", ""))
    assert "Gone from job_zones: 29-1292.00" in run("diff", FIGURES, folder / "figures").output
    assert "New in job_zones: 29-1292.00" in run("diff", folder / "figures", FIGURES).output


def test_diff_says_which_folder_does_not_exist(tmp_path: Path) -> None:
    result = run("diff", FIGURES, tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.output


def test_diff_says_what_is_wrong_with_a_table(folder: Path, edit: Write) -> None:
    edit("figures/job_zones.csv", lambda text: text.replace("29-1292.00,3", "29-1292.00,9"))
    assert "expected a number from 1 to 5" in problems(run("diff", FIGURES, folder / "figures"))


# --- import-onet ----------------------------------------------------------------------------------------------------


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(refresh, "STATE", tmp_path / "state")
    return tmp_path / "state"


def test_import_onet_fills_the_store_and_counts(tmp_path: Path, state: Path) -> None:
    result = run("import-onet", onet(tmp_path / "db_30_1_text"))
    assert result.exit_code == 0, result.output
    assert "Release: 30.1\nOccupations: 1\n" in result.output
    assert "Not given: " in result.output and "Skills.txt" in result.output
    assert (state / "onet.msgpack").stat().st_size > 0


def test_import_onet_refuses_a_folder_without_onet(tmp_path: Path, state: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "expected an O*NET database" in problems(run("import-onet", tmp_path / "empty"))
    assert not state.exists()


def test_import_onet_says_which_source_does_not_exist(tmp_path: Path) -> None:
    assert "nowhere" in run("import-onet", tmp_path / "nowhere").output
    assert run("import-onet").exit_code == 2


# --- coverage -------------------------------------------------------------------------------------------------------


def test_coverage_counts_careers_and_sections_by_group(folder: Path) -> None:
    rows = {line[:17].strip(): line[17:].split() for line in run("coverage", "--folder", folder).output.splitlines()}
    health, arts = (rows[""].index(group) for group in ("29", "27"))
    assert (rows["careers"][health], rows["careers"][arts]) == ("2", "1")
    assert rows["duties"][health] == "2"
    assert rows["careers"].count("0") == 21


def test_coverage_counts_no_jobs_for_a_career_with_a_stand_in(folder: Path) -> None:
    rows = run("coverage", "--folder", folder, "--markdown").output.splitlines()
    arts = next(row.split(" | ") for row in rows if row.startswith("| 27 "))
    health = next(row.split(" | ") for row in rows if row.startswith("| 29 "))
    outlook = Catalogue.load(folder).figures.table("outlook")
    jobs = {soc: row.employment for soc, row in outlook.items() if soc.startswith("29-")}
    assert arts[1:3] == ["1", "0"]
    assert health[1:3] == ["2", f"{100 * (jobs['29-1292'] + jobs['29-1021']) / sum(jobs.values()):.0f}"]


def test_the_coverage_page_says_which_command_made_it_and_has_all_groups() -> None:
    page = (PROJECT / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert "`careerbot knowledge coverage --markdown > docs/coverage.md`" in page.splitlines()[0]
    assert sum(re.match(r"\| \d\d ", line) is not None for line in page.splitlines()) == 22


def test_coverage_of_broken_knowledge_names_the_problem(folder: Path, edit: Write) -> None:
    edit("careers/dentist.yml", lambda text: text.replace("title:", "titel:"))
    assert "unknown field 'titel'" in problems(run("coverage", "--folder", folder))


# --- add ------------------------------------------------------------------------------------------------------------

SUMMARY = (
    "Tea tasters sip and spit: they judge leaves, blend them so that a brand tastes the same each year, and talk with "
    "growers. It suits people with a fine tongue."
)
ANSWERS = {
    "title": ["Tea taster"],
    "id": [""],
    "names": ["tea sampler, tester of teas"],
    "soc": [""],
    "stand-in": ["45-2011", "inspectors of farm products come nearest"],
    "summary": [SUMMARY, "ooh/farming/inspectors"],
    "duties": ["Taste up to 300 cups a day", "Write notes: exact ones", "", ""],
    "environment": ["Tasting rooms", "By day", "It is loud", "", "indoors, hands_on", "onet/45-2011.00"],
    "education": ["None is required", "", "", ""],
    "path": [""],
    "skills": ["a fine tongue", "", "spoons", "", ""],
    "advancement": [""],
    "employers": [""],
    "upsides": [""],
    "downsides": [""],
    "related": ["dentist"],
}


def typed(**instead: list[str]) -> str:
    given = {name.replace("_", "-"): lines for name, lines in instead.items()}
    return "".join(f"{line}\n" for name, lines in ANSWERS.items() for line in given.get(name, lines))


def test_add_writes_a_career_that_loads(folder: Path) -> None:
    result = run("add", "--folder", folder, typed=typed())
    assert result.exit_code == 0, result.output
    assert f"Written and checked: {folder / 'careers' / 'tea_taster.yml'}" in result.output
    career = Catalogue.load(folder).careers["tea_taster"]
    assert career.summary and career.summary.text == SUMMARY
    assert career.stand_in and career.stand_in.soc == "45-2011"
    assert career.duties and career.duties.items == ["Taste up to 300 cups a day", "Write notes: exact ones"]
    assert career.duties.sources == ["ooh/farming/inspectors"]
    assert career.work_environment and career.work_environment.settings == ["indoors", "hands_on"]
    assert career.skills and career.skills.tools == ["spoons"]
    assert career.also_known_as == ["tea sampler", "tester of teas"]


def test_add_writes_a_file_that_reads_like_the_others(folder: Path) -> None:
    run("add", "--folder", folder, typed=typed())
    text = (folder / "careers" / "tea_taster.yml").read_text(encoding="utf-8")
    assert text.startswith(
        "id: tea_taster\ntitle: Tea taster\nalso_known_as: [tea sampler, tester of teas]\nstand_in:\n  soc: 45-2011\n"
    )
    assert "summary:\n  text: >-\n    Tea tasters sip and spit" in text
    assert "  items:\n    - Taste up to 300 cups a day\n" in text
    assert "  sources: [ooh/farming/inspectors]\n" in text
    assert max(map(len, text.splitlines())) <= 130


def test_add_leaves_out_the_sections_that_were_left_empty(folder: Path) -> None:
    run("add", "--folder", folder, typed=typed())
    written = yaml.safe_load((folder / "careers" / "tea_taster.yml").read_text(encoding="utf-8"))
    assert not {"path", "advancement", "employers", "upsides", "downsides", "soc"} & written.keys()
    assert set(written["education"]) == {"usual", "sources"}


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"title": ["", "Dentist", "Tea taster"]}, "is the title of dentist already"),
        ({"id": ["Tea Taster", ""]}, "expected lower-case words joined by underscores"),
        ({"id": ["dentist", ""]}, "careers/dentist.yml exists"),
        ({"soc": ["99-9999", ""]}, "expected a SOC code that knowledge/figures has"),
        ({"soc": ["45-2011", "45-2011", "45-2011.00"], "stand_in": []}, "expected an O*NET code"),
        ({"summary": ["", "x", SUMMARY, "ooh/farming/inspectors"]}, "this cannot be left out"),
        ({"summary": ["a\x00b", SUMMARY, "ooh/farming/inspectors"]}, "characters that cannot be shown"),
        ({"summary": [SUMMARY, "", "ooh/farming/inspectors"]}, "expected ids from sources.yml"),
        ({"summary": [SUMMARY, "gossip", "ooh/farming/inspectors"]}, "found 'gossip'"),
        ({"summary": [SUMMARY, "ooh", "ooh/farming/inspectors"]}, "expected ooh/<page>, found 'ooh'"),
        ({"environment": ["Rooms", "", "By day", "", "", ""]}, "this cannot be left out"),
        ({"environment": ["Rooms", "By day", "", "cosy", "indoors", ""]}, "unknown: cosy"),
        ({"related": ["dentist, wizard", "dentist"]}, "unknown: wizard"),
    ],
)
def test_add_says_what_it_expects_and_asks_again(folder: Path, answers: dict[str, list[str]], said: str) -> None:
    result = run("add", "--folder", folder, typed=typed(**answers))
    assert said in result.output
    assert result.exit_code == 0, result.output
    assert "tea_taster" in Catalogue.load(folder).careers


@pytest.mark.parametrize("lines", range(0, 12, 3))
def test_add_writes_nothing_when_it_is_stopped_midway(folder: Path, lines: int) -> None:
    before = snapshot(folder)
    given = "".join(typed().splitlines(keepends=True)[:lines])
    result = run("add", "--folder", folder, typed=given)
    assert result.exit_code == 1
    assert "nothing was written" in result.output
    assert snapshot(folder) == before


@pytest.mark.parametrize(
    "text",
    ["yes", "12:30", "- a dash", "# no comment", "{a: b}", 'it\'s "quoted"', "à la carte: " + "é " * 200, "null"],
)
def test_add_keeps_every_text_as_it_was_typed(folder: Path, text: str) -> None:
    result = run("add", "--folder", folder, typed=typed(duties=[text, text, "", ""]))
    assert result.exit_code == 0, result.output
    duties = Catalogue.load(folder).careers["tea_taster"].duties
    assert duties and duties.items == [text.strip(), text.strip()]


def test_add_says_that_a_file_cannot_be_written(folder: Path) -> None:
    shutil.move(folder / "careers", folder / "gone")
    (folder / "careers").write_text("a file where the folder should be")
    result = run("add", "--folder", folder, typed=typed(related=[""]))
    assert result.exit_code == 1
    assert "Not written: " in result.output


# --- the benchmark --------------------------------------------------------------------------------------------------


def test_the_benchmark_measures_the_catalogue_in_a_fresh_process() -> None:
    command = [sys.executable, "-m", "benchmarks.knowledge", "catalogue", str(KNOWLEDGE)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    seconds, megabytes, answer = json.loads(done.stdout)
    assert seconds > 0 and megabytes > 0 and answer > 0
