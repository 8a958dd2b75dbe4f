"""Questions about occupations that have no file: official figures from day one, and the traps in them said as what they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests_support import Say, listed_items, titles

from careerbot.advice.reply import Facts, Reply
from careerbot.advice.topics import answer
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.onet_import import import_onet
from careerbot.paths import PROJECT


def facts(reply: Reply) -> dict[str, str]:
    return {row.label: row.value for block in reply.blocks if isinstance(block, Facts) for row in block.rows}


async def test_what_education_a_crane_operator_needs(say: Say) -> None:
    reply = await say("what education does a crane operator need")

    assert reply.lead == "Crane and tower operators typically enter with: high school diploma or equivalent."
    assert facts(reply)["Experience in a related occupation"] == "less than 5 years"


async def test_what_glaziers_earn(say: Say, known: Catalogue) -> None:
    pay = known.figures.pay("47-2121")
    assert pay

    assert f"${pay.annual.median.amount:,.0f} a year" in (await say("how much do glaziers make?")).lead


async def test_what_they_do_is_not_known_and_said_so(say: Say) -> None:
    await say("how much do glaziers make?")
    reply = await say("tell me what they do")

    assert reply.lead.startswith("I don't know what glaziers do")
    assert "Similar careers" in titles(reply) or "similar careers" in reply.text()


async def test_similar_occupations_come_from_onet(say: Say) -> None:
    reply = await say("which jobs are similar to crane operators?")

    assert "Hoist and winch operators" in listed_items(reply)
    assert "O*NET" in reply.text()


async def test_the_outlook_for_wind_turbine_technicians(say: Say, known: Catalogue) -> None:
    projected = known.figures.outlook("49-9081")
    assert projected

    assert f"{projected.change_percent:g}%" in (await say("outlook for wind turbine technicians")).lead


async def test_a_surgeons_median_is_at_least_the_top_code(say: Say) -> None:
    assert "at least $239,200 a year" in (await say("how much does a surgeon earn?")).lead


async def test_an_actors_pay_is_hourly_and_said_so(say: Say) -> None:
    reply = await say("what do actors earn?")

    assert "an hour" in reply.lead
    assert "Only hourly wages are published" in reply.text()


async def test_no_experience_needed_is_not_shown_as_missing(say: Say) -> None:
    reply = await say("how long does it take to become a registered nurse?")

    assert facts(reply)["Experience in a related occupation"] == "none needed"


def test_after_the_import_an_occupation_without_a_file_is_answered_in_full(tmp_path: Path) -> None:
    reference = PROJECT.parent / "shared" / "reference"
    if not reference.is_dir():
        pytest.skip("the reference files (O*NET 30.1 and 29.3) are not beside this checkout")
    before = answer(Catalogue.load(), "ask_duties", "47-2121")
    import_onet([reference / "onet-30.1", reference / "onet-29.3"], tmp_path / "onet.msgpack")
    after = answer(Catalogue.load(imported=tmp_path / "onet.msgpack"), "ask_duties", "47-2121")

    assert before.lead.startswith("I don't know")
    assert len(listed_items(after)) >= 5
    assert "O*NET 30.1 Database" in after.text()
