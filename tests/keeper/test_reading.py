"""`careerbot knowledge check`, `show` and `coverage`: what they say of what is there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from keeping import Write, problems, run

from careerbot import cli
from careerbot.keeper import show
from careerbot.keeper.screen import SECTIONS
from careerbot.knowledge import name_index
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.titles import TitleIndex
from careerbot.paths import KNOWLEDGE, PROJECT


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


# --- the benchmark --------------------------------------------------------------------------------------------------


def test_the_benchmark_measures_the_catalogue_in_a_fresh_process() -> None:
    command = [sys.executable, "-m", "benchmarks.knowledge", "catalogue", str(KNOWLEDGE)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    seconds, megabytes, answer = json.loads(done.stdout)
    assert seconds > 0 and megabytes > 0 and answer > 0
