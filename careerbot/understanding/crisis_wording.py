"""The wording of self-harm. A false alarm costs a sentence; a miss may cost a life, so the patterns are wide."""

from __future__ import annotations

import re

_MYSELF = r"(?:my ?self|mysef|myslef|themsel(?:f|ves))"
_NOT_WANT = r"(?:do ?n[o']?t|dont|do not|no longer|never) (?:want|wanna|wish)(?: to)?"
_PATTERNS = (
    rf"\b(?:kil+|kil+ing|hang|hanging|hurt|hurting|harm|harming|cut|cutting|shoot|shooting|drown|drowning|unalive) {_MYSELF}\b",
    r"\b(?:kms|su[i1]c[i1]d\w*|sucid\w*|suiside|self[- ]?harm\w*)\b",
    r"\b(?:i|i'?m|i'?ll|i'?d|me|my|to) (?:\w+ ){0,3}overdos\w*|\boverdos\w+ (?:my ?self|tonight|on my)\b",
    r"\b(?:end|ending|take|taking) (?:my|my own) life\b(?! (?:in|to|into|back))",
    r"\bend(?:ing)? it all\b",
    r"\b(?:want|wanna|wants|wish|wishing|going|rather|ready|better) (?:to |i (?:was|were) )?(?:die|dead|be dead)\b",
    r"\b(?:had )?never been born\b|\bnever wake up\b|\b(?:no ?one|nobody) would (?:even )?(?:miss|notice if) (?:me|i)\b",
    r"\b(?:ways?|how) to (?:die|kill (?:my|one) ?self)\b|\bwnat to die\b|\bdeserve to (?:live|be alive)\b",
    r"\b(?:step|jump|walk|run|throw(?:ing)? \w+)(?:p?ing)? in front of (?:a|the) (?:train|bus|truck|car)\b",
    r"\bbetter off (?:dead|without me)\b",
    rf"\b{_NOT_WANT} (?:live|be alive|exist|wake up|be here|go on)\b(?! (?:in|near|at|on|with|far|by|abroad|there|here|before|early|to)\b)",
    r"\b(?:no|any) (?:reason|point) (?:to|in|of) (?:live|living|life|going on|go on|being alive)\b",
    r"\b(?:can ?no?t|can'?t) go on (?:any ?more|like this|living)\b",
    r"\b(?:nothing (?:left )?to live for|(?:not|isn'?t) worth living(?! in)|tired of (?:being alive|living(?=[.,!;]|$| any)))\b",
    r"\b(?:took|taken|taking|swallow(?:ed|ing)?|downed) (?:\w+ ){0,3}(?:bottle|box|pack|packet|lot|handful|bunch|all) (?:of )?"
    r"(?:\w+ )?(?:pills?|tablets?|meds|medication|painkillers|paracetamol|tylenol|aspirin)\b",
    r"\b(?:slit|cut)(?:ting)? my wrists?\b",
    r"\bjump(?:ing)? off (?:a|the|my) (?:bridge|roof|building)\b",
)
_ANY = re.compile("|".join(_PATTERNS))
# What people work at, and a figure of speech; not where it is said of oneself or of one's own kid.
_OTHERS = (
    r"(?:patients|clients|kids|teens|teenagers|children|people|students|vets|veterans|callers|youths?|soldiers|inmates)"
)
_WORK = re.compile(
    rf"""(?<!my\ )(?<!our\ )(?:\bcareer\ suicide\b
    | \bsuicid\w*\ (?:and\ crisis\ |prevention\ )?(?:hot\ ?line|line|lifeline)\ (?:counsel\w+|work\w*|operators?|jobs?|staff)
    | \bsuicid\w*\ (?:prevention|awareness|research|squad|rates?)\b
    | (?P<people>\bsuicid\w*\ {_OTHERS}\b
        |\b(?:patient|client|caller|inmate|{_OTHERS})\ (?:who|that|is|are|being|with|in)\ (?:\w+\ )?(?:suicid\w+|self[-\ ]?harm\w*)))""",
    re.VERBOSE,
)
_OF_ONESELF = re.compile(r"\b(?:i'?m|i am|i was|as|like) (?:\w+ ){0,4}$")  # "I'm one of those kids who self harm"


def speaks_of_self_harm(text: str) -> bool:
    """Whether a text plainly speaks of suicide or of hurting oneself."""
    return bool(_ANY.search(_WORK.sub(_left_out, text.casefold().replace("’", "'"))))


def _left_out(work: re.Match[str]) -> str:
    return work[0] if work["people"] and _OF_ONESELF.search(work.string[: work.start()]) else " "
