"""Whether a message asks what becomes of what one writes; that must never be taken for the wish to erase it."""

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
