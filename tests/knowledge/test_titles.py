"""Which careers a text names: the dictionary that all understanding of careers rests on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerbot.knowledge import naming
from careerbot.knowledge.career_names import names
from careerbot.knowledge.catalogue import catalogue
from careerbot.knowledge.name_index import name_index
from careerbot.knowledge.schema import Career, CareerFile, Prose
from careerbot.knowledge.titles import TitleIndex
from careerbot.knowledge.words import stems
from careerbot.understanding.mentions import careers_in


def career(id: str, title: str, *also: str, plural: str | None = None) -> CareerFile:
    summary = Prose(text="They work.", sources=["ooh"])
    return CareerFile(id=id, title=title, plural=plural, also_known_as=list(also), summary=summary)


INDEX = TitleIndex(
    [
        career("nurse", "Nurse", "RN"),
        career("nurse_practitioner", "Nurse practitioner", "NP"),
        career("police_officer", "Police officer", "policeman", "cop"),
        career("speech_language_pathologist", "Speech-language pathologist", "speech therapist"),
        career("software_developer", "Software developer", "C++ developer"),
        career("chef", "Chef", "sous chef"),
        career("electrician", "Electrician"),
        career("waiter", "Waiter", "waitress"),
        career("secretary", "Secretary"),
        career("physicist", "Physicist"),
        Career(id="53-3051", title="Bus Drivers, School", plural="Bus Drivers, School", also_known_as=["Guide"]),
    ]
)


def found(text: str, index: TitleIndex = INDEX) -> list[tuple[str, str]]:
    """What of the text was taken for a career, and for which first."""
    return [(text[each.start : each.end], each.career_ids[0]) for each in index.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what does a nurse earn", [("nurse", "nurse")]),
        ("what does a nurse practitioner earn", [("nurse practitioner", "nurse_practitioner")]),
        ("what do NURSES earn", [("NURSES", "nurse")]),
        ("policemen and secretaries", [("policemen", "police_officer"), ("secretaries", "secretary")]),
        ("are waitresses paid", [("waitresses", "waiter")]),
        ("speech language pathologist", [("speech language pathologist", "speech_language_pathologist")]),
        ("Speech-Language Pathologists?", [("Speech-Language Pathologists", "speech_language_pathologist")]),
        ("sous-chef pay", [("sous-chef", "chef")]),
        ("an electrician's day", [("electrician's", "electrician")]),
        ("an electrician’s day", [("electrician’s", "electrician")]),
        ("the nurses' hours", [("nurses", "nurse")]),
        ("a C++ developer", [("C++ developer", "software_developer")]),
        ("school bus drivers", [("school bus drivers", "53-3051")]),
        ("(electrician)", [("electrician", "electrician")]),
        ("chef? electrician!", [("chef", "chef"), ("electrician", "electrician")]),
    ],
)
def test_a_career_is_found_as_people_write_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_several_careers_of_one_text_are_found_where_they_stand() -> None:
    text = "Nurse practitioner or nurse: who earns more, and what of cops, chefs and electricians?"
    assert found(text) == [
        ("Nurse practitioner", "nurse_practitioner"),
        ("nurse", "nurse"),
        ("cops", "police_officer"),
        ("chefs", "chef"),
        ("electricians", "electrician"),
    ]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("how much do electricans make", "electrician"),
        ("elektrician salary", "electrician"),
        ("elecrtician", "electrician"),
        ("a nurse practicioner", "nurse_practitioner"),
        ("speech langauge patholagist", "speech_language_pathologist"),
        ("secratary", "secretary"),
    ],
)
def test_a_long_word_may_be_misspelt(text: str, id: str) -> None:
    (mention,) = INDEX.find(text)
    assert mention.career_ids[0] == id
    assert mention.confidence < 1


@pytest.mark.parametrize("text", ["my purse", "the chief", "a cope", "he was norse", "copse", "lecturer"])
def test_a_short_or_different_word_is_no_misspelt_career(text: str) -> None:
    assert found(text) == []


def test_a_name_of_two_careers_names_both_and_the_one_with_a_file_first() -> None:
    index = TitleIndex([Career(id="11-0000", title="Producer"), career("music_producer", "Music producer", "producer")])
    assert [mention.career_ids for mention in index.find("a producer")] == [("music_producer", "11-0000")]


def test_of_careers_without_a_file_the_largest_comes_first() -> None:
    small, large = Career(id="11-0000", title="Producer"), Career(id="12-0000", title="Producers")
    size = {"11-0000": 10, "12-0000": 20}
    index = TitleIndex([small, large], size=lambda each: size[each.id])
    assert index.find("producers")[0].career_ids == ("12-0000", "11-0000")


def test_a_plain_word_that_onet_calls_a_career_is_none() -> None:
    assert found("guide me") == []


def test_an_index_of_nothing_finds_nothing() -> None:
    assert TitleIndex([]).find("a nurse") == []
    assert TitleIndex([]).nearest("a nurse") == []


@pytest.mark.parametrize(
    "text",
    [
        "guide me please",
        "what should I do with my life",
        "hello there",
        "thank you so much",
        "which job is best for me",
        "I have no degree and I am 40",
        "can I work from home",
        "how long does it take",
        "and the pay?",
        "I like animals and being outdoors",
        "tell me more about that",
        "who hires people like that",
        "I don't know what I want",
        "is it hard to get in",
        "yes",
        "no thanks, that is all",
        "where do these numbers come from",
        "what are the pros and cons",
        "",
        "   ",
        "?!",
    ],
)
def test_a_plain_sentence_names_no_career(text: str) -> None:
    assert careers_in(text, name_index()) == []


def test_every_name_of_every_written_career_finds_it() -> None:
    wrong = []
    for each in catalogue().written:
        for name in names(each):
            text = f"how much does a {name} earn"
            if found(text, name_index()) != [(name, each.id)]:
                wrong.append((each.id, name, found(text, name_index())))
    assert wrong == []


@pytest.mark.parametrize(
    ("phrase", "id"),
    [
        ("elektrishian", "electrician"),
        ("nurse practitoner", "nurse_practitioner"),
        ("police oficer", "police_officer"),
        ("software designer", "software_developer"),
    ],
)
def test_the_nearest_career_is_offered_for_a_name_that_nobody_knows(phrase: str, id: str) -> None:
    assert INDEX.nearest(phrase)[0] == id
    assert len(INDEX.nearest(phrase)) <= 3


def test_the_nearest_do_not_depend_on_the_order_of_the_words() -> None:
    assert INDEX.nearest("practitioner nurse")[0] == "nurse_practitioner"


@pytest.mark.parametrize("phrase", ["wizard", "dragon tamer", "", "?", "zzzzzz"])
def test_nothing_is_offered_where_nothing_is_near(phrase: str) -> None:
    assert INDEX.nearest(phrase) == []


def test_no_more_careers_are_offered_than_asked_for() -> None:
    assert len(name_index().nearest("engineer", limit=2)) == 2


def assert_spans_hold(text: str, index: TitleIndex) -> None:
    at = 0
    for mention in index.find(text):
        assert at <= mention.start < mention.end <= len(text)
        assert mention.career_ids
        assert stems(text[mention.start : mention.end])
        at = mention.end


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_can_be_searched(text: str) -> None:
    assert_spans_hold(text, INDEX)
    assert_spans_hold(text, name_index())


WORDS = st.sampled_from([name for each in catalogue().written for name in names(each)]) | st.sampled_from(
    [
        "and",
        "or",
        "'s",
        "’",
        "-",
        ",",
        "?",
        "s",
        "+",
        "++",
        "#",
        "İ",
        "ß",
        "\ud800",
        "e\u0301",
        "👩‍⚕️",
        "٣",
        "\n",
        "\x00",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", "", "\t", "\u00a0"])), max_size=12))
def test_names_in_any_surroundings_lie_in_the_text_and_apart(parts: list[tuple[str, str]]) -> None:
    assert_spans_hold("".join(word + space for word, space in parts), name_index())


# --- how a career is named in a sentence ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "one", "many"),
    [
        ("Registered nurse", "a registered nurse", "registered nurses"),
        ("Electrician", "an electrician", "electricians"),
        ("IT manager", "an IT manager", "IT managers"),
        ("UX designer", "a UX designer", "UX designers"),
        ("DJ", "a DJ", "DJs"),
        ("Secretary", "a secretary", "secretaries"),
    ],
)
def test_a_career_is_named_with_article_and_plural(title: str, one: str, many: str) -> None:
    named = Career(id="x", title=title)
    assert (naming.one(named), naming.many(named)) == (one, many)


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("associate's degree", "an associate's degree"),
        ("high school diploma or equivalent", "a high school diploma or equivalent"),
        ("some college, no degree", "some college, no degree"),
        ("no formal educational credential", "no formal educational credential"),
    ],
)
def test_a_level_of_education_has_the_article_that_english_gives_it(level: str, said: str) -> None:
    assert naming.with_article(level) == said


def test_an_official_plural_is_not_made_plural_again() -> None:
    official = Career(id="11-1011", title="Chief Executives", plural="Chief Executives")
    assert naming.one(official) == naming.many(official) == "chief executives"


def test_an_irregular_plural_of_the_file_counts() -> None:
    assert naming.many(Career(id="clergy", title="Clergy member", plural="Clergy")) == "clergy"


@given(st.text(max_size=40))
def test_a_capital_changes_nothing_but_the_first_letter(text: str) -> None:
    assert naming.capital(text)[len(text[:1].upper()) :] == text[1:]
