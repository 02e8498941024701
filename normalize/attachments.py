"""The list of attachments against the tables that are there."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from schemas.notation.text import compare_form
from schemas.notice import Attachment
from schemas.printed import Caption, PrintedAttachment

# Which kind of table a title announces: two kinds are never the same attachment.
_KINDS = ("绩效", "分配", "安排", "明细", "清单", "清算", "测算", "任务", "名单", "方案", "办法")
_SURE = 60.0


def match_attachments(
    listed: Sequence[PrintedAttachment], captions: Sequence[Caption]
) -> tuple[Attachment, ...]:
    """Each entry with the heading it has over its table; absent where neither number nor title is there."""
    return tuple(_attachment(entry, captions, len(listed)) for entry in listed)


def attachment_of(caption: Caption, listed: Sequence[PrintedAttachment]) -> int | None:
    """The number of the list that a table belongs to: its printed label, else the title most alike."""
    if caption.attachment is not None:
        return caption.attachment
    scored = [(likeness(entry.title.text, caption.text), entry.number) for entry in listed]
    best = max(scored, default=(0.0, 0))
    return best[1] if best[0] >= _SURE else None


def likeness(listed: str, heading: str) -> float:
    """How alike two titles are, 0 to 100; 0 for different kinds of table."""
    one, other = compare_form(listed), compare_form(heading)
    kinds = [next((k for k in _KINDS if k in text), None) for text in (one, other)]
    if None not in kinds and kinds[0] != kinds[1]:
        return 0.0
    return max(fuzz.ratio(one, other), fuzz.token_set_ratio(one, other), fuzz.partial_ratio(one, other))


def _attachment(entry: PrintedAttachment, captions: Sequence[Caption], count: int) -> Attachment:
    numbered = [c for c in captions if c.attachment == entry.number]
    scored = [(likeness(entry.title.text, c.text), n) for n, c in enumerate(captions)]
    best, index = max(scored, default=(0.0, -1), key=lambda pair: (pair[0], -pair[1]))
    if numbered:
        heading = numbered[0].titles[0].text if numbered[0].titles else None
    elif best >= _SURE or (count == len(captions) == 1):
        heading = captions[index].titles[0].text if captions[index].titles else None
    else:
        return Attachment(listed=entry, present=False)
    return Attachment(listed=entry, present=True, heading=heading)
