"""Names that stand for another career: an answer says so, and says it of no plain synonym."""

from __future__ import annotations

import pytest

from careerbot.knowledge.name_index import name_index
from careerbot.knowledge.near_titles import is_rest, is_special, says_the_same
from careerbot.knowledge.words import stems


@pytest.mark.parametrize(
    "name",
    [
        "farrier", "sommelier", "border patrol", "perfusionist", "orthoptist", "prompt engineer", "food stylist", "park ranger",
        "clinical research coordinator", "legal nurse consultant", "chicken sexer", "prison warden", "doula", "barista", "soldier",
        "location scout", "auctioneer", "coroner", "FBI agent", "social media manager",
    ],
)  # fmt: skip
def test_other_work_is_said_to_be_counted(name: str) -> None:
    sense = name_index().means(stems(name))
    assert sense and sense.kind


@pytest.mark.parametrize(
    "name",
    [
        "cop", "RN", "trucker", "vet", "HVAC guy", "electrician", "programmer", "software dev", "car mechanic", "seamstress", "CPA",
        "ultrasound tech", "dosimetrist", "marine photographer", "pre school teacher", "mailman", "undertaker", "EMT", "flight crew",
        "lawyer", "attorney", "physician", "nurse", "blaster", "skin doctor", "garbage man", "maid", "train driver", "police",
    ],
)  # fmt: skip
def test_another_word_for_it_is_not(name: str) -> None:
    sense = name_index().means(stems(name))
    assert sense is None or not sense.kind


def test_a_name_is_close_to_a_title_that_holds_its_words() -> None:
    titles = [stems("Medical dosimetrists"), stems("dose planner")]

    assert says_the_same(stems("dosimetry planner"), [stems("dosimetrist and planner")])
    assert says_the_same(stems("dosimetrist"), titles)
    assert not says_the_same(stems("medical planner"), titles)
    assert is_special(stems("senior dose planner"), titles)
    assert not is_special(stems("dose planner helper"), titles)
    assert is_rest("Therapists, all other")
