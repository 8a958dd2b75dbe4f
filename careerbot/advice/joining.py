"""Several replies as one: for a message that asks more than one thing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from careerbot.advice.reply import Block, Citation, Reply, Sources, Suggestion, Text

_SUGGESTED = 5


def joined(replies: Sequence[Reply], asked: Collection[str]) -> Reply:
    """The replies in their order: the first one's lead, each further lead as a paragraph, every source once, at the end. What two
    replies say alike ("Which career do you mean?") is said once.

    `asked` are the payloads of what they answer, which none of them suggests.
    """
    replies = [
        each
        for place, each in enumerate(replies)
        if (each.lead, each.blocks) not in [(r.lead, r.blocks) for r in replies[:place]]
    ]
    blocks: list[Block] = []
    for place, reply in enumerate(replies):
        blocks += [Text(reply.lead)] if place else []
        blocks += [block for block in reply.blocks if not isinstance(block, Sources)]
    sources = _sources(replies)
    return Reply(
        replies[0].lead,
        blocks + ([Sources(sources)] if sources else []),
        _suggestions(replies, asked),
        personal=any(reply.personal for reply in replies),
        to_keep=any(reply.to_keep for reply in replies),
    )


def _sources(replies: Sequence[Reply]) -> list[Citation]:
    cited = [block for reply in replies for block in reply.blocks if isinstance(block, Sources)]
    return list({citation.id: citation for block in cited for citation in block.items}.values())


def _suggestions(replies: Sequence[Reply], asked: Collection[str]) -> list[Suggestion]:
    """What the last answer suggests, then the earlier ones."""
    offered = [suggestion for reply in reversed(replies) for suggestion in reply.suggestions]
    further = {suggestion.payload: suggestion for suggestion in offered if suggestion.payload not in asked}
    return list(further.values())[:_SUGGESTED]
