"""What is asked that lies outside: in which language, and of which kind, so that it can be met with a fitting sentence."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from careerbot.understanding.english import english_words

# Those that many people in the United States speak at home; what is said in others counts as the nearest of them or as English.
LANGUAGES = frozenset(
    ["ar", "de", "en", "es", "fr", "hi", "ht", "it", "ja", "ko", "pl", "pt", "ru", "tl", "uk", "vi", "zh"]
)
_SURE = 0.95
_NEVER_ENGLISH = 0.001
_POSSIBLE = 0.02
_WORD = re.compile(r"[^\W\d_]+")
_KINDS = {
    "instructions": re.compile(
        r"""\b(?:ignore|forget|disregard|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?|programming|guidelines|training|said)\b
        | \b(?:system|initial|hidden|your)\ (?:prompt|instructions)\b | \byou\ are\ now\b | \bdeveloper\ mode\b | \bjail-?break
        | \bpretend\b | \brole-?\ ?play | \bact\ (?:as|like)\b | \bfrom\ now\ on\b""",
        re.IGNORECASE | re.VERBOSE,
    ),
    "visas": re.compile(
        r"""\b(?:visas?|h-?[12]-?b|green\ ?cards?|work\ permits?|immigra\w+
        |sponsor\w*|citizenship|deport\w*|asylum|daca|f-?1|opt|uscis)\b""",
        re.IGNORECASE | re.VERBOSE,
    ),
    "services": re.compile(
        r"""\bnear\ (?:me|here|by|my)\b | \bnearby\b | \b(?:in|around)\ my\ (?:area|town|city|neighbou?rhood)\b
        | \b(?:find|get|send|recommend|hire|call|book)\ (?:me\ |us\ )?(?:an?|some|the\ best|someone|somebody)\b
        | \b(?:phone|number|address|appointment|quote|estimate)s?\b""",
        re.IGNORECASE | re.VERBOSE,
    ),
    "advice": re.compile(
        r"""\b(?:su(?:e|ed|ing)|lawsuits?|(?:il)?legal(?:ly)?|court|rights|tax(?:es)?|mortgages?|loans?|invest\w*|stocks?|crypto|bitcoin
        |symptoms?|diagnos\w+|medicines?|medications?|pills?|dos(?:e|age)|rash|pain|hurts?|charge\ me|overcharg\w+)\b""",
        re.IGNORECASE | re.VERBOSE,
    ),
    "tasks": re.compile(
        r"""\b(?:write|draft|solve|translate|summari[sz]e|code|draw|calculate|proofread|compose)\b | \bhomework\b | \bessay\b | \bpoem\b""",
        re.IGNORECASE | re.VERBOSE,
    ),
}


def language(text: str, before: str | None = None) -> str:
    """The language of a text, one of LANGUAGES: English unless it is surely another and has a word that English has not.

    `before` is the one that was written last: of two that are near, such as Spanish and Portuguese, it is the likelier.
    """
    words = _WORD.findall(text.casefold())
    foreign = [word for word in words if word not in english_words()]
    if not foreign:
        return "en"
    likely = dict(_identifier().rank(text))
    found = max(likely, key=lambda each: likely[each])
    surely_not = likely["en"] < _NEVER_ENGLISH and 2 * len(foreign) >= len(words)  # which other it is may be open
    if found == "en" or (likely[found] < _SURE and not surely_not):
        return "en"
    return before if before and likely.get(before, 0) >= _POSSIBLE else str(found)


def kind(text: str) -> str | None:
    """What sort of thing is asked that is no matter of careers: "instructions", "visas", "services", "advice" or "tasks"."""
    return next((name for name, wording in _KINDS.items() if wording.search(text)), None)


@cache
def _identifier() -> LanguageIdentifier:
    """Made when the first text needs it: the model takes a third of a second to read."""
    identifier = LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
