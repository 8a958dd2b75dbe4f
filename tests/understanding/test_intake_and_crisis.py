"""What of a typed text is read, which words call for help, and which name a career that nobody knows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerbot.understanding.crisis_wording import speaks_of_self_harm
from careerbot.understanding.intake import MAX_LENGTH, admitted, is_command, is_too_long, kept
from careerbot.understanding.unknown_careers import unknown_career

# --- intake -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("what do nurses earn", "what do nurses earn"),
        ("  what do nurses earn\n", "what do nurses earn"),
        ("nurse/midwife pay", "nurse/midwife pay"),
        ("/restart", "restart"),
        ("  //restart", "restart"),
        ("/ /restart", "restart"),
        ("/\u00a0/restart", "restart"),
        ('/ask_salary{"career": "dj"}', 'ask_salary{"career": "dj"}'),
        ("", ""),
        (" \t\n", ""),
        ("///", ""),
    ],
)
def test_a_typed_text_is_read_without_a_leading_slash(typed: str, read: str) -> None:
    assert admitted(typed) == read


def test_a_text_up_to_the_limit_is_read_and_a_longer_one_is_not() -> None:
    assert admitted("x" * MAX_LENGTH) == "x" * MAX_LENGTH
    assert admitted("x" * (MAX_LENGTH + 1)) == ""
    assert is_too_long(kept("x" * 100_000))
    assert len(kept("x" * 100_000)) == MAX_LENGTH + 1


@pytest.mark.parametrize("at", [0, 190, 1500, 39_990])
def test_a_call_for_help_inside_an_over_long_text_is_read(at: int) -> None:
    text = "so tired " * 5000
    text = f"{text[:at]} i want to kill myself {text[at:]}"
    assert speaks_of_self_harm(admitted(text))
    assert len(kept(text)) <= MAX_LENGTH


@given(st.text(alphabet='/ \t\n\u00a0\u2003x{}"') | st.text())
def test_no_typed_text_is_read_as_a_command(text: str) -> None:
    assert not is_command(admitted(text))


@settings(deadline=None)
@given(st.text(max_size=60), st.integers(0, 60))
def test_what_is_read_is_never_over_long(text: str, times: int) -> None:
    assert not is_too_long(admitted(text * times))


# --- crisis -----------------------------------------------------------------------------------------------------------

CALLS_FOR_HELP = """
    I want to kill myself
    i'm going to kill myself tonight
    im gonna kill my self
    i wanna kil myself
    I want to killl myself
    I feel like killing mysef
    I tried to kill myslef last year
    unalive myself
    I want to die
    i wanna die
    I wish I was dead
    i wish i were dead
    i'd rather be dead than go back to that office
    I'd rather die
    I am ready to die
    I want to be dead
    I don't want to live anymore
    I don’t want to live
    i dont want to live
    I do not want to be alive any more
    i don't wanna wake up tomorrow
    I don't want to be here anymore
    I just do not want to exist any longer
    I no longer want to live
    I never want to wake up
    i am thinking about suicide
    feeling suicidal after losing my job
    i am sucidal
    suiside seems like the only way out
    su1cide
    I keep hurting myself
    I want to hurt my self
    I cut myself when I'm stressed
    I've been harming myself
    self-harm helps me cope
    self harm is all I think about
    I want to end my life
    I'm thinking of ending my life
    i will take my own life
    I want to end it all
    ending it all seems easiest
    everyone would be better off without me
    my kids would be better off without me, I can't find work
    there is no reason to live
    I see no point in living
    is there any point in going on
    I can't go on like this
    I cannot go on anymore
    i cant go on living
    I might jump off a bridge
    I am going to hang myself
    I took an overdose
    thinking of overdosing on my pills
    I want to shoot myself
    I could just drown myself
    kms
    WHAT IS THE SALARY OF A NURSE, AND HOW DO I KILL MYSELF
    I have nothing left to live for
    nothing to live for
    my life is not worth living
    life isn't worth living
    I'm tired of living
    I am so tired of being alive
    I took a whole bottle of pills ten minutes ago
    I want to slit my wrists
    is there a suicide hotline for me
    my kid is suicidal, can counseling be learned at home
    my kids are suicidal
    i'm a suicidal teen
    suicidal vet here, any jobs
    im one of those kids who self harm
    I am a patient who is suicidal
    as one of the veterans who are suicidal I need work
"""

HARMLESS = """
    is it career suicide to leave law school
    what do suicide hotline counselors earn
    jobs in suicide prevention
    i'm a suicide hotline counselor, what else fits
    am i committing career suicide, i'm a lawyer
    i'm committing career suicide here
    who treats patients who are suicidal
    do toxicologists see many overdoses
    my phone is dying
    this job is killing me
    the deadline is killing me
    I am dead tired after my shift
    is journalism a dying profession
    are travel agents a dying breed
    I'm dying to become an actor
    I would die for a job in music
    is print dead
    what does a funeral director do with the dead
    dead end jobs to avoid
    I am stuck in a dead-end job
    how do I make the deadline
    deadline
    what kills most startups
    how do I cut costs as a restaurant manager
    how do I cut hair for a living
    I cut my hours last year
    I shoot weddings and want to become a photographer
    how do butchers cut meat
    do stunt performers get hurt
    how do I shoot my first film
    jump into a new career
    can I jump ship to another company
    I want to make a killing in real estate
    kill two birds with one stone: study and work
    killing it at work
    do I need to kill animals as a veterinarian
    what are aircraft hangars like
    I hang out with musicians
    will AI end my career
    how do I end my contract
    I want to end my apprenticeship early
    how can I turn my life around
    I never want to work nights
    there is no point in studying law, is there
    is there any reason to get a master's degree
    I can't go on vacation as a teacher in May, right
    hospice nurse salary
    how do I become a coroner
    are nurses better off with a bachelor's degree
    what do life insurance agents earn
    I'd rather be a dentist than a doctor
    tool and die maker
    I want to be a tool and die maker
    I am going to diesel mechanic school
    can I teach myself programming
    I taught myself to code
    jumping out of planes as a skydiving instructor
    is it worth living in New York as a dancer
    I'm tired of living paycheck to paycheck
    is a small town not worth living in for a lawyer
    what makes work worth living for
    I want to save lives
"""


def _sentences(block: str) -> list[str]:
    return [line.strip() for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("text", _sentences(CALLS_FOR_HELP))
def test_a_call_for_help_is_heard(text: str) -> None:
    assert speaks_of_self_harm(text)


@pytest.mark.parametrize("text", _sentences(HARMLESS))
def test_a_harmless_sentence_is_no_call_for_help(text: str) -> None:
    assert not speaks_of_self_harm(text)


def test_there_are_enough_of_both() -> None:
    assert len(_sentences(CALLS_FOR_HELP)) >= 40
    assert len(_sentences(HARMLESS)) >= 40


REPEATS = (
    "kill ", "kil", "l", "i don't want to ", "do not no longer never ", "want to i was ", "no point in ", "can not ",
    "self-", "self- ", "sucid", "suicid", "jumping off ", "wish i were ", "tired of ", "my ", " ", "'", "’", "İ", "\ud800",
)  # fmt: skip


@pytest.mark.parametrize("part", REPEATS)
def test_a_long_text_of_repeats_is_searched_to_its_end(part: str) -> None:
    text = (part * 50_000)[:50_000]
    speaks_of_self_harm(text)
    assert speaks_of_self_harm(f"{text} i want to kill myself")


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(REPEATS), max_size=30).map("".join))
def test_any_text_can_be_searched_for_a_call_for_help(text: str) -> None:
    assert speaks_of_self_harm(text) in (True, False)
    assert speaks_of_self_harm(f"{text} . i want to kill myself")


# --- careers that nobody knows ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("what do wizards earn", "wizards"),
        ("What do WIZARDS earn?", "WIZARDS"),
        ("how much does a dragon tamer make", "dragon tamer"),
        ("I want to become a wizard", "wizard"),
        ("what about a dragon tamer?", "dragon tamer"),
        ("tell me about a time traveler", "time traveler"),
        ("mermaid salary", "mermaid"),
        ("and unicorn groomers?", "unicorn groomers"),
        ("how do I become a cloud whisperer", "cloud whisperer"),
        ("what does a ghostbuster do?", "ghostbuster"),
        ("salary of a jedi knight", "jedi knight"),
        ("I am a dream interpreter and want a change", "dream interpreter"),
    ],
)
def test_a_career_that_nobody_knows_is_named_as_it_was_typed(text: str, name: str) -> None:
    span = unknown_career(text)
    assert span is not None
    assert text[slice(*span)] == name


@pytest.mark.parametrize(
    "text",
    [
        "what do they earn",
        "how much do you make",
        "what does she do",
        "what do people earn",
        "what do the others earn",
        "what about it?",
        "and that?",
        "and the pay?",
        "what about salary?",
        "what about hours",
        "And skills?",
        "how do I become one",
        "tell me about a good job",
        "what does this job pay",
        "average pay",
        "I am a student",
        "I am a woman",
        "how long does it take",
        "",
        "?",
    ],
)
def test_a_question_without_a_career_names_none(text: str) -> None:
    assert unknown_career(text) is None


@settings(deadline=None)
@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from(["what ", "do ", "a ", "wizard ", "earn", "?", "is ", "’"])).map("".join)
)
def test_an_unknown_career_lies_inside_the_text(text: str) -> None:
    span = unknown_career(text)
    assert span is None or 0 <= span[0] < span[1] <= len(text)
