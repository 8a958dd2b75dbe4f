"""Careers in messages as people write them: which, where exactly, and what they have to do with the question."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.name_index import name_index
from careerbot.paths import PROJECT
from careerbot.understanding.linker import CareerLinker

MESSAGES = PROJECT / "tests" / "understanding" / "linking.jsonl"
FLOOR = 0.97  # of precision and recall, a little under what is measured


def linked(text: str) -> list[dict[str, Any]]:
    """The entities of a message."""
    message = Message({TEXT: text})
    CareerLinker(name_index()).process([message])
    entities: list[dict[str, Any]] = message.get(ENTITIES)
    return entities


def read(text: str) -> list[tuple[str, str | None]]:
    """The words taken for a career, and what it has to do with the question."""
    return [(text[each["start"] : each["end"]], each.get("role")) for each in linked(text)]


def test_careers_are_found_as_precisely_and_completely_as_they_were() -> None:
    right = found = wanted = 0
    wrong = []
    for line in MESSAGES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        either = {each["text"] for each in case["mentions"] if each.get("optional")}
        expected = Counter(
            (each["text"], _with_file(each["career"]), each.get("role"))
            for each in case["mentions"]
            if not each.get("optional")
        )
        got = Counter(
            (case["text"][each["start"] : each["end"]], _career(each), each.get("role"))
            for each in linked(case["text"])
        )
        got = Counter({each: count for each, count in got.items() if each[0] not in either})
        right, found, wanted = right + (got & expected).total(), found + got.total(), wanted + expected.total()
        if got != expected:
            wrong.append((case["text"], list(got), list(expected)))

    assert right / found >= FLOOR, wrong
    assert right / wanted >= FLOOR, wrong


def _with_file(career: str | None) -> str | None:
    """The id of a career that was marked by its code before it had a file."""
    known = catalogue().find(career) if career else None
    return known.id if known else career


def _career(entity: dict[str, Any]) -> str | None:
    """The id without what an import adds to it; None where the career is not known."""
    return entity["value"].removesuffix(".00") if entity["entity"] == "career" else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my mom is a nurse, how much do welders make", [("nurse", "person"), ("welders", None)]),
        ("I'm a laid off line cook", [("line cook", "person")]),
        ("my roommate, who's a dancer, says no", [("dancer", "person")]),
        ("as a nurse, can I teach?", [("nurse", "person")]),
        ("how much can I make as a nurse", [("nurse", None)]),
        ("my son is becoming an electrician", [("electrician", None)]),
        ("who is hiring electricians", [("electricians", None)]),
        ("if I'm a nurse, how much will I make", [("nurse", None)]),
        ("not a teacher", [("teacher", "excluded")]),
        ("why not become a teacher", [("teacher", None)]),
        ("anything but accounting", [("accounting", "excluded")]),
        ("I don't want to be a lawyer", [("lawyer", "excluded")]),
        ("from waiter to electrician", [("waiter", "person"), ("electrician", None)]),
        ("from cook to dietitian", [("cook", "person"), ("dietitian", None)]),
        ("my sister just became a dentist", [("dentist", "person")]),
        ("i am nurse from ukraine", [("nurse", "person")]),
        ("my parents are lawyers, they are both nurses", [("lawyers", "person"), ("nurses", "person")]),
        ("where do people start out before they are film directors", [("film directors", None)]),
        ("what did most ceos do before they were ceos", [("ceos", None), ("ceos", None)]),
        ("what do you study before you are a judge", [("judge", None)]),
        ("how many years till im a real dentist", [("dentist", None)]),
        ("people say they are life coaches", [("life coaches", None)]),
        ("my gf is a nurse, i want to be a tour guide", [("nurse", "person"), ("tour guide", None)]),
        ("nan was a seamstress, how does one become a baker", [("seamstress", "person"), ("baker", None)]),
        ("my aunt is a locksmith, can I do that too", [("locksmith", None)]),
        ("my aunt is a locksmith. how hard would that be for me to learn", [("locksmith", None)]),
        ("my aunt is a locksmith and she can do it all", [("locksmith", "person")]),
    ],
)
def test_a_career_in_the_story_is_told_from_the_one_asked_about(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert read(text) == expected


def test_ones_own_career_is_told_from_other_peoples() -> None:
    assert [each["whose"] for each in linked("I'm a welder and my dad was a plumber")] == ["own", "other"]


@pytest.mark.parametrize(
    "text",
    [
        "guide me",
        "the driver of growth",
        "never judge a book by its cover",
        "I was nursing a drink",
        "she waited for years",
        "a barber shop",
        "you are like a coach to me",
        "what can I do with a degree in nursing",
        "I am studying law",
        "is it worth it",
        "education needed to be",
        "which software will be used",
        "any guide on becoming one",
        "do insurance companies pay well",
        "HR wants a meeting with me",
        "is that safe from AI",
        "operator",
        "my landlord is awful",
        "my son was always a model student",
        "is a coach seat ok for 14 hours",
        "there's a pilot program at my school",
        "i was the teacher's pet",
        "gonna nurse my coffee",
        "can you help me tailor my resume",
        "architect of my own misery",
        "45 yr old navy vet, what now",
        "Mr Baker gave me this link",
        "hi my name is Mason",
        "tailor my resume to a posting",
        "Sabrina Carpenter is my idol",
        "an associate's at Baker College",
        "my husband thinks I'm bonkers",
        "took plumbing at night and hated it",
        "a website on statistics for my class",
        "would biology or computer science classes do more for me",
    ],
)
def test_an_everyday_word_is_no_career(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("how do I become a guide", "guide"),
        ("any free videos on photography", "photography"),
        ("where do people learn coding on their own", "coding"),
        ("driver salary", "driver"),
        ("what do judges earn", "judges"),
        ("how much do Bakers earn", "Bakers"),
        ("how do I become a Senior Baker", "Senior Baker"),
        ("how much do vets make in VA", "vets"),
        ("could a disabled person work as a vet", "vet"),
        ("plumbers these days, do they earn well", "plumbers"),
        ("How Do I Become A Master Carpenter", "Carpenter"),
        ("what does a pilot program manager do", "pilot program manager"),
        ("I love dogs, how long till I'm a vet after the army", "vet"),
        ("a career in nursing", "nursing"),
        ("how do people get into law", "law"),
        ("is nursing or teaching better", "nursing"),
        ("a career in education", "education"),
        ("can I move from civil to software", "software"),
        ("wat do hr ppl do", "hr ppl"),
        ("who hires GIS people", "GIS people"),
        ("PT or OT, which is easier", "PT"),
        ("what is a grip", "grip"),
        ("how to become a landlord", "landlord"),
        ("lowkey wanna be a dj for a living", "dj"),
        ("is bein a sparky worth it", "sparky"),
        ("I am cook in a hotel, what next", "cook"),
        ("the difference between like a grip and a gaffer", "grip"),
        ("everybody says GP is a thankless job", "GP"),
        ("DP day rate", "DP"),
        ("cybersecurity without a degree", "cybersecurity"),
    ],
)
def test_the_same_word_is_a_career_where_the_text_uses_it_so(text: str, words: str) -> None:
    assert read(text)[0][0] == words


@pytest.mark.parametrize(
    ("text", "words", "head"),
    [
        ("what does a cargo plane pilot earn", "cargo plane pilot", "plane pilot"),
        ("how to be a horror novelist", "horror novelist", "novelist"),
        ("what does an average plumber earn", "plumber", None),
        ("i love plumbers", "plumbers", None),
        ("becoming teh lawyer", "lawyer", None),
        ("an electrician's day", "electrician", None),
        ("where is the closest barber", "barber", None),
        ("NOT teaching jobs", "teaching", None),
        ("is a union carpenter better off", "carpenter", None),
        ("regional truck driver salary", "truck driver", None),
        ("the income of a freelance illustrator", "illustrator", None),
        ("night shift security guard openings", "security guard", None),
        ("describe life marine biologist", "marine biologist", None),
        ("the steps dental hygienist", "dental hygienist", None),
        ("is a US doctor paid well", "doctor", None),
        ("do today's journalists type", "journalists", None),
        ("will ai kill accounting", "accounting", None),
        ("who supervises medical assistants", "medical assistants", None),
        ("ngl accountant sounds boring", "accountant", None),
        ("journeyman pipefitter, how long", "pipefitter", None),
        ("a journeyman electrician", "electrician", None),
        ("a children's book illustrator", "children's book illustrator", None),
        ("how is a geriatric dentist paid", "geriatric dentist", "dentist"),
        ("becoming an android app developer", "android app developer", "app developer"),
        ("IT project manager", "IT project manager", "project manager"),
        ("on the other hand archivist suits me", "archivist", None),
        ("she'd make a super event planner", "event planner", None),
        ("how is written clinical engineer on his badge", "clinical engineer", None),
        ("good podcasts electrician", "electrician", None),
        ("any youtube channel dental hygienist", "dental hygienist", None),
        ("¿Cuánto gana una enfermera?", "enfermera", None),
    ],
)
def test_only_words_that_make_another_career_belong_to_its_name(text: str, words: str, head: str | None) -> None:
    (entity,) = linked(text)
    assert (entity["text"], entity.get("head")) == (words, head)
    assert (entity["confidence_entity"] < 1) == bool(head)


@pytest.mark.parametrize(
    ("text", "words", "career"),
    [
        ("do wind turbine techs climb every day", "wind turbine techs", "wind_turbine_technician"),
        ("is marine bio worth it", "marine bio", "biologist"),
        ("how much does a mid wife earn", "mid wife", "nurse_midwife"),
        ("how long till you're a c n a", "c n a", "nursing_assistant"),
        ("what is a dosimitrist", "dosimitrist", "29-2036"),
        ("are midwives in demand", "midwives", "nurse_midwife"),
        ("what is my future in film editing", "film editing", "film_editor"),
        ("is he the cyber security guy", "cyber security guy", "cybersecurity_analyst"),
        ("I was teacher of physics", "teacher of physics", "high_school_teacher"),
        ("how to become doctor of animals", "doctor of animals", "veterinarian"),
        ("a driver of big trucks", "driver of big trucks", "truck_driver"),
        ("is a director of nursing well paid", "director of nursing", "health_services_manager"),
        ("nurse of the year", "nurse", "registered_nurse"),
        ("truckdriver pay", "truckdriver", "truck_driver"),
        ("becoming a flightattendant", "flightattendant", "flight_attendant"),
        ("what do policeofficers get", "policeofficers", "police_officer"),
    ],
)
def test_names_are_found_as_people_shorten_and_spell_them(text: str, words: str, career: str) -> None:
    (entity,) = linked(text)
    assert (entity["text"], entity["value"].removesuffix(".00")) == (words, career)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I did some roofing, now I want to be a tour guide", ["tour guide"]),
        ("is coding dead or can I be a programmer", ["programmer"]),
        ("can a programmer go into roofing", ["programmer", "roofing"]),
        ("I am tired of nursing, how is a dietitian paid", ["nursing", "dietitian"]),
        ("roofing or carpenter, which pays", ["roofing", "carpenter"]),
        ("how do I get into roofing", ["roofing"]),
        ("is a midwife or nurse paid more", ["midwife", "nurse"]),
        ("event planner, meeting planner, wedding planner", ["event planner", "meeting planner", "wedding planner"]),
        ("2 b a flight attendant", ["flight attendant"]),
    ],
)
def test_what_is_told_beside_the_career_is_not_asked_about(text: str, words: list[str]) -> None:
    assert [each["text"] for each in linked(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("is a beehive removal specialist paid well", ["beehive removal specialist"]),
        ("moon base worker, smell, injuries", ["moon base worker"]),
        ("yo what even is a UXO tech", ["UXO tech"]),
        ("is court-appointed guardian worth doing", ["court-appointed guardian"]),
        ("what on earth is an ethnomusicologist", ["ethnomusicologist"]),
        ("a family member told me", []),
        ("I'm a junior in high school", []),
        ("how do green cards work", []),
        ("what's the going rate for a wizard", ["wizard"]),
        ("is unicorn trainer a real job", ["unicorn trainer"]),
        ("how much is a ghost hunter paid", ["ghost hunter"]),
        ("do pirates get a pension", ["pirates"]),
        ("are exorcists in demand", ["exorcists"]),
        ("is professional bedtester a job", ["bedtester"]),
        ("recommend a book about vampires", []),
        ("you are the captain of a pirate ship", []),
        ("I want to be a millionaire", []),
        ("human agent please", []),
    ],
)
def test_a_kind_of_work_that_no_list_knows_is_marked_as_unknown(text: str, words: list[str]) -> None:
    assert [text[each["start"] : each["end"]] for each in linked(text)] == words
    assert all(each["entity"] == "unknown_career" for each in linked(text))


@pytest.mark.parametrize(
    "text", ["it's been a long day", "waiting for my shift", "a career in this", "carrer advice", "a job interview"]
)
def test_words_near_to_a_name_are_no_typing_errors_of_it(text: str) -> None:
    assert read(text) == []


def test_a_name_does_not_reach_over_the_end_of_a_sentence() -> None:
    assert [words for words, _ in read("My friend is a registered. Nurse pay?")] == ["Nurse"]


def test_a_career_that_is_not_known_is_noticed_beside_one_of_a_person() -> None:
    text = "my mom is a nurse, how do I become a dragon tamer"
    assert [(each["entity"], text[each["start"] : each["end"]]) for each in linked(text)] == [
        ("career", "nurse"),
        ("unknown_career", "dragon tamer"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("welder machinist and carpenter, which pays most", ["welder", "machinist", "carpenter"]),
        ("nurse teacher cop which is calmer", ["nurse", "teacher", "cop"]),
        ("electrician plumber or hvac tech", ["electrician", "plumber", "hvac tech"]),
        ("lawyer paralegal pay gap", ["lawyer", "paralegal"]),
        ("paralegal legal secretary court clerk, who earns most", ["paralegal", "legal secretary", "court clerk"]),
        ("how to become a nurse manager", ["nurse manager"]),
        ("what is a magistrate clerk", ["magistrate clerk"]),
        ("GIS technician entry level", ["GIS technician"]),
    ],
)
def test_names_in_a_row_are_told_from_one_name_of_two_words(text: str, words: list[str]) -> None:
    assert [words for words, _ in read(text)] == words


WORDS = ["not", "a", "my", "nurse's", "pilot", "-", ",", "I'm", "doctor", "in", "law", "IT", "pa", "'", "vs"]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_whatever_is_typed_entities_lie_in_it_and_apart(text: str) -> None:
    at = 0
    for entity in sorted(linked(text), key=lambda each: int(each["start"])):
        assert at <= entity["start"] < entity["end"] <= len(text)
        at = entity["end"]
