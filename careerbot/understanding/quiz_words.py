"""The words of the quiz: what answers and wishes are made of. Plain tables, and how a message is held against them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import dropwhile
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein


class Worth(NamedTuple):
    """What an answer is worth, 0 to 4. `plain` words ("yes") are an answer only right after a statement."""

    points: int
    plain: bool = False


def _table(rows: Mapping[int | str, str]) -> dict[str, int | str]:
    return {
        phrase.strip(): key for key, phrases in rows.items() for phrase in re.split(r"[,\n]", phrases) if phrase.strip()
    }


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# As `words_of` writes them, without the words in _PADDING; every "don't" and "wouldn't" stands as "not".
_ANSWERS = _table({
    0: """hate, hated, hate hate, strongly dislike, dislike very much, never, no way, hell no, god no, absolutely not, definitely not,
          not at all, awful, terrible, horrible, ugh, yuck, ew, eww, gross, cant stand, detest, despise, loathe, worst, sucks,
          nightmare, no no, fuck no, hell nah""",
    1: """dislike, disliked, not really, not like, not really like, not for me, not for, not my thing, not thing, boring, dull,
          not, not interested, not enjoy, rather not, not much, not fan, not love, not want, not my cup tea, not cup tea, bad, not good,
          not fun, unpleasant, uninteresting, not keen, no interest""",
    2: """not sure, unsure, meh, neutral, idk, dunno, not know, no idea, so so, indifferent, no opinion, not care, in between, depends,
          either way, not mind, mixed, eh, hm, hmm, half half, fifty fifty, no preference, not hate, undecided, cant say,
          neither, middle, not certain, not love or hate""",
    3: """like, liked, likes, enjoy, enjoyed, fun, interested, interesting, not bad, sort like, somewhat like, like bit, like little,
          happy, gladly, not dislike, keen, sounds good, sounds nice, sounds cool""",
    4: """love, loved, loves, adore, strongly like, really like, really enjoy, like very much, like lot, enjoy lot, very much, awesome,
          amazing, hell yes, hell yeah, heck yes, heck yeah, fantastic, dream, favorite, perfect, oh yes, absolutely love, lovely,
          great, yes yes, absolutely yes, wonderful, cant get enough, all day,
          fuck yes, fuck yeah""",
})  # fmt: skip
_PLAIN_ANSWERS = _table({
    0: "fuck, screw, hell with",
    1: "no, nope, nah, naw, no thanks, no thank you, n, not today",
    2: "maybe, perhaps, possibly, okay, ok, k, alright, fine, whatever, kinda, sorta, guess, guess so, i guess, i guess so",
    3: "yes, yeah, yep, yup, ya, yea, y, sure, good, nice, cool, of course, why not, certainly",
    4: "absolutely, definitely, totally, yes definitely, yes absolutely, for sure",
})  # fmt: skip
_SIGNS = {
    "👍": 3,
    "❤": 4,
    "😍": 4,
    "🥰": 4,
    "🙂": 3,
    "😊": 3,
    "😐": 2,
    "🤷": 2,
    "🙁": 1,
    "👎": 1,
    "😡": 0,
    "🤮": 0,
    "🤢": 0,
}
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}

# Without the words in _POLITE, and if need be without those in _ABOUT_QUIZ.
_WISHES = _table({
    "restart": """restart, redo, retake, reset, start over, start again, begin again, start anew, from beginning, from start, from top,
                  take again, do again, take over again, start beginning""",
    "go_on": """go on, continue, resume, carry on, keep going, proceed, go ahead, move on, back quiz, go back quiz, get back quiz,
                back questions, return quiz, finish rest, finish quiz, go quiz, ready go on""",
    "back": """back, go back, step back, previous, previous one, last, last one, last one again, undo, oops, change answer,
               change last answer, change previous answer, go back one, back one, one back""",
    "skip": "skip, pass, next, skip one, next one, prefer not say, rather not say, rather not answer, prefer not answer, no answer",
    "pause": """pause, break, take break, need break, later, not now, brb, continue later, finish later, go on later, resume later,
                continue tomorrow, finish tomorrow, another time, rest later, come back later, save later, stop go on later,
                other time, another day,
                not right now, tomorrow, do tomorrow, do rest later""",
    "status": """where was, where were, where, where was again, which one was, which was, which was it, which number,
                 how many left, how many more, how many,
                 how many go, how much longer, how much more, how much left, how long, how far, how far along, progress, repeat,
                 again, say again, what was, come again, pardon, what number, how many remain, how many remaining, how many done,
                 what number on, which number on, which on, what on, done yet, nearly done, almost done, almost over, over yet,
                 nearly over, almost there, halfway""",
    "weary": """never ends, no end, drags, dragging on, dragging, waste time, what waste time, not have time, speed up, hurry up, faster,
                go faster, lost interest, losing interest, not feel like, bores me, boring me, get on with""",
    "explain": """what mean, whats mean, what does mean, what mean by, what meant by, what mean with, huh,
                  why ask, why asking, not understand, not get, how answer, help""",
    "stop": """stop, quit, exit, end, cancel, abort, leave, finish, finish up, enough, thats enough, done, finished, no more, give up,
               im done, im finished, stop here, stop asking, end here, finish early, stop there, not go on, not any more,
               not anymore, not continue""",
    "results": """results, result, score, scores, matches, show results, see results, show result, see result, get results, get result,
                  results so far, result so far, what results, what result, whats result, whats results, what so far,
                  what results so far, what result so far, whats results so far, whats result so far, view results, show scores,
                  give results, tell results, show matches, see matches, how did do, what were results, what was result,
                  what get so far, whats so far, what fits so far,
                  what say so far, what come out so far, what comes out so far""",
    "more": """more, show more, see more, show more matches,
               more matches, more careers, more jobs, more results, next page, what else, what else fits,
               any more, others""",
})  # fmt: skip
_LEADING = _words("so but and then um uh well oh")
_WAYS_OUT = frozenset({"pause", "stop", "back", "results"})
_BEGIN = _words("take start do begin try run make have give open play rather have") | {
    "",
    "go for",
    "ready for",
    "how take",
}
_QUIZ = _words("quiz quizz quizzes test questionnaire")
_KINDS_OF_QUIZ = _words("short quick career careers interest interests job riasec holland code personality")
_ABOUT_QUIZ = _QUIZ | _words("question questions statement statements")
_PADDING = _words(
    "i id ill im would it this that doing do to be a an the um uh er well oh just of probably think honestly actually thing kind my "
    "pretty quite its is thats as job work for sounds looks seems guess tbh say definitely rather really so"
)
_SIGHS = _words("ugh argh god omg damn fuck bored boring tired tedious im too so")  # no part of a wish: "im bored stop"
_INTENSE = _words("really so definitely")  # padding in the end, but "really like" is more than "like"
_POLITE = _words(
    "please pls can could may i we lets let us me want wanna would like id to the this that my a an it now ok okay just is are there "
    "for am in at hi hello yes with of you got some your thing then does do will did from these those"
)
# A complaint of the quiz is made of these; "boring" alone is an answer to the statement.
_WEARY = _words(
    "bored tedious stupid dumb pointless lame annoying useless endless repetitive ridiculous silly forever ages"
)
_WEARY_OF_QUIZ = _WEARY | _words(
    "boring dull hate sucks suck bad worst many sick tired over terrible awful slow not like"
)
_AROUND_WEARY = _words(
    "way im getting really very kinda so too just super lol ugh omg god argh honestly bit all man takes take taking going on"
)
_AFTER_PLAIN = 4  # words that may follow a plain one: "no, far too loud", but not "ok, what do surveyors earn"
_NOT = re.compile(r"\b(?:(?:do|would|did|does) not|(?:do|would|did|does)nt)\b")
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_YES_OR_NO = re.compile(r"(?:yes|yeah|yep|sure|no|nope|nah|oh|well|hmm?)\b ?(?P<rest>.+)")
_CLAUSE = re.compile(r"[,;.!:…—–]| but | because | cause | cuz | since | as long | although | though ", re.IGNORECASE)
_GRADE = re.compile(r"(\d{1,2}) ?(?:/|out of|of) ?(5|10)(?: stars?| points?)?")
_CORRECTION = re.compile(
    r"(?:(?:(?:no|oh|wait|oops|sorry|actually|hold on|hang on|hm+|ah|i) )*(?:meant?(?: to say)?|make (?:it|that)|"
    r"change (?:it|that|my answer|my last answer) to|should (?:be|have been))|(?:(?:no|oh) )*(?:oops|wait)) (?P<rest>.+)"
)


def words_of(text: str) -> str:
    """The words of a message: small letters, no punctuation but the stroke of "4/5", "not" for every "don't", "love" for "looove"."""
    words = " ".join(re.sub(r"[^\w/]+", " ", re.sub(r"['’`]", "", text.casefold())).split())
    return _NOT.sub("not", _DRAWN_OUT.sub(r"\1", words))


def answer(text: str) -> Worth | None:
    """What the answer that a message begins with is worth ("hate it, far too loud"); None where it begins with none."""
    whole = _worth(words_of(text))
    if whole:
        return whole
    first, *_ = _CLAUSE.split(text, maxsplit=1)
    rest = words_of(text[len(first) :]).split()
    begun = _worth(words_of(first)) if rest and not _number(_without(words_of(first).split(), _PADDING)) else None
    if begun and not (begun.plain and len(rest) > _AFTER_PLAIN):
        return begun
    signs = {points for sign, points in _SIGNS.items() if sign in text}
    return Worth(signs.pop()) if len(signs) == 1 and not re.search(r"\w", text) else None


def correction(text: str) -> Worth | None:
    """What the answer before should have been worth: "I meant love it"."""
    meant = _CORRECTION.fullmatch(words_of(text))
    return _worth(meant["rest"]) if meant else None


def wish(text: str) -> str | None:
    """The name of the wish that a message is ("back", "skip", "start" ...), if it is nothing else."""
    words = words_of(text).split()
    core_words = [*dropwhile(_LEADING.__contains__, words)]
    beside_it = _POLITE | _ABOUT_QUIZ
    for core in (
        " ".join(words),
        *(_without(core_words, each) for each in (frozenset(), _POLITE, beside_it, beside_it | _SIGHS)),
    ):
        if core and core in _WISHES:
            return str(_WISHES[core])
    asked_for = _without(words, _POLITE | _QUIZ | _KINDS_OF_QUIZ)
    names_quiz = not _QUIZ.isdisjoint(words) or "interest profiler" in " ".join(words)
    if (names_quiz and asked_for.removesuffix("profiler").strip() in _BEGIN) or words == ["quiz", "me"]:
        return "start"
    if _complains(words):
        return "weary"
    return "pause" if _PUTS_OFF.match(text) else _wish_at_the_end(text)


# A wish with its reason behind it: "can we do it later my mom is calling"
_PUTS_OFF = re.compile(
    r"\W*(?:(?:can|could|may|shall|should|let['’]?s|lets|i|we|us|i['’]?ll|we['’]?ll|will|want to|gotta|have to|"
    r"need to|ok|okay|sorry|hey|please|pls|actually)\W+)*"
    r"(?:do|finish|continue|take|resume|go on with|come back to)\s(?:it|this|that|the (?:quiz|rest|test))\s"
    r"(?:later|tomorrow|tonight|another (?:time|day)|some other time|after)\b",
    re.IGNORECASE,
)


def _wish_at_the_end(text: str) -> str | None:
    """The way out that a message ends in, where it answers nothing before it: "this is long, can we do it later"."""
    before, *rest = re.split(r"[,;.!?]+\s+", text.strip(), maxsplit=1)
    last = wish(rest[0]) if rest and not _worth(words_of(before)) else None
    return last if last in _WAYS_OUT else None


def _complains(words: list[str]) -> bool:
    """ "These questions are dumb", "i hate this quiz", "so bored"."""
    said = {*words} - _POLITE - _AROUND_WEARY
    about, too_long = said & _ABOUT_QUIZ, {"long"} if {"so", "too"} & {*words} else set()
    return bool(said - about) and said - about <= (_WEARY_OF_QUIZ if about else _WEARY) | too_long


def _without(words: list[str], left_out: frozenset[str]) -> str:
    return " ".join(word for word in words if word not in left_out)


def _worth(words: str) -> Worth | None:
    parts = words.split()
    for phrase in (words, _without(parts, _PADDING - _INTENSE), _without(parts, _PADDING | {"much"})):
        if found := _known(phrase) or _number(phrase):
            return found
    said_first = _YES_OR_NO.fullmatch(words)
    return _misspelt(_without(parts, _PADDING)) or (_worth(said_first["rest"]) if said_first else _twice(parts))


def _twice(parts: list[str]) -> Worth | None:
    """What is said twice over: "maybe idk"."""
    for at in range(1, len(parts)):
        first, second = (_known(_without(half, _PADDING)) for half in (parts[:at], parts[at:]))
        if first and second and first.points == second.points:
            return Worth(first.points, plain=first.plain and second.plain)
    return None


def _known(phrase: str) -> Worth | None:
    if phrase in _ANSWERS:
        return Worth(int(_ANSWERS[phrase]))
    return Worth(int(_PLAIN_ANSWERS[phrase]), plain=True) if phrase in _PLAIN_ANSWERS else None


_OR = re.compile(r"\s*(?:\bor\b|\bto\b|\band(?: also)?\b|\bmaybe\b|/|-|–)\s*", re.IGNORECASE)
_HESITATES = re.compile(
    r"\b(?:either|between|somewhere|like a|maybe|probably|hm+|um+|uh+|a|an|i['’]?d say|id say|i guess)\b|(?<=\w )(?:idk|dunno)\b|[,.!?]"
)
_HALF = re.compile(r"\W*(?:\w+ ){0,2}[1-4](?:\.5| and a half)\W*", re.IGNORECASE)


def torn(text: str) -> bool:
    """Whether a message wavers between two answers: "hmm 3 or 4", "like it or love it", "3.5"."""
    halves = [words_of(_HESITATES.sub(" ", each)) for each in _OR.split(text.casefold())]
    worth = [found for half in halves if half and (found := _worth(half))]
    return bool(_HALF.fullmatch(text)) or (len(worth) > 1 and len(worth) == len([half for half in halves if half]))


def _number(words: str) -> Worth | None:
    """1 to 5, and grades out of 5 or 10."""
    if graded := _GRADE.fullmatch(words):
        grade, most = int(graded[1]), int(graded[2])
        return Worth(max(1, round(grade * 5 / most)) - 1) if grade <= most else None
    number = _NUMBERS.get(words) or (int(words) if re.fullmatch("[1-5]", words) else None)
    return Worth(number - 1) if number else None


def _misspelt(phrase: str) -> Worth | None:
    """One slip of the finger in a word of four letters or more: "lvoe it", "disliek"."""
    near = {
        points
        for known, points in _ANSWERS.items()
        if " " not in known
        and min(len(known), len(phrase)) >= 4
        and DamerauLevenshtein.distance(phrase, known, score_cutoff=1) <= 1
    }
    return Worth(int(near.pop())) if len(near) == 1 else None
