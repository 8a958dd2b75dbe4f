"""What becomes of what one writes: whether a message only asks that, and whether it says that this is what is to be erased."""

from __future__ import annotations

import re

_ASKS = re.compile(
    r"""\b(?:do|does|are|is|will|would|who|where|how|what|can|could|u)\b[^.!]{0,60}
    \b(?:keep(?:ing)?|kept|stor(?:e[ds]?|ing)|sav(?:e[ds]?|ing)|record(?:s|ed|ing)?|remember(?:s|ed)?|log(?:s|ged|ging)?|track(?:ed|ing)?
    |private|confidential|anonymous(?:ly)?|sell|share[ds]?|see|reads?|data|privacy|secret|safe\ to\ tell)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WANTS_IT_GONE = re.compile(
    r"""\b(?:delet\w*|eras\w*|forget|remov\w*|wip\w*|clear\w*|get(?:ting)?\ rid|drop|purge|scrub|destroy|trash|vanish|gone|none
    |don['’]?t|do\ not|never|stop|without)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def asks_about_privacy(text: str) -> bool:
    """ "Do you keep my data?", "is this private"; not "do you keep this? get rid of it if so"."""
    return bool(_ASKS.search(text)) and not _WANTS_IT_GONE.search(text)


# What is kept of a person, as people call it. "The record one" and "all of them" are careers of a list.
_KEPT = re.compile(
    r"""\b(?:(?:data|info|information|details?|records?|histor(?:y|ies)|names?|stuff|things)(?!\ ones?\b)|accounts?|profiles?|files?
    |chats?|conversations?|messages?|memory|answers?|(?:everything|anything|nothing|all(?!\ of\ (?:them|these|those)\b))
    (?!\ (?:with|under|over|below|above|less|more|outside|in(?!\ (?:here|there|this|that|my|our|your|the\ (?:chat|conversation)))
    |(?:jobs?|careers?|ones?)\b|(?:that|which|who)\ (?:needs?|pays?|requires?|involves?|makes?|takes?
        |(?:is|are|has|have|was|were)(?!\ (?:been\ )?(?:saved|stored|kept|held|recorded
        |logged|written|known|said|mine|there|here|about|on\ (?:me|file)|in\ (?:here|this))\b))
    |needing|requiring|paying)\b)|the\ lot|any\ of\ (?:it|this|that)|every\ bit
    |(?<!for\ )(?<!let\ )(?<!tell\ )(?<!show\ )me|myself|us|my|our|who\ i\ am
    |(?:i|we|he|she|they)(?:['’]?ve)?(?:\ ever|\ just)?\ (?:told|said|typed|wrote|shared|gave|put\ in)|told|typed
    |i\ (?:was\ (?:ever\ )?here|(?:n?ever\ )?existed)|you\ (?:know|have|hold|keep|learned)|gdpr|privacy|consent|erasure|forgotten)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def names_what_is_kept(text: str) -> bool:
    """ "Delete my data", "wipe this chat", "forget me"; not "delete it" and "erase the first", which may mean anything."""
    return bool(_KEPT.search(text))
