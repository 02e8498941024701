"""Attachments: listed and not there, listed under another title."""

from collections.abc import Iterator

from normalize.attachments import likeness
from schemas.dataset.codes import TableName
from schemas.findings import Finding, RowKey, make_finding
from schemas.notice import Notice

# A heading may be longer or shorter than the list's title; below this the two speak of different things.
_CONTRADICTS = 50.0


def missing(notice: Notice) -> Iterator[Finding]:
    """An entry of the list without table or text: what it holds is not in the dataset."""
    for number, attachment in enumerate(notice.attachments, start=1):
        if not attachment.present:
            key = RowKey(attachment_no=number)
            yield make_finding(
                "attachment-missing",
                table=TableName.ATTACHMENTS,
                key=key,
                expected=attachment.listed.title.text,
            )


def titles(notice: Notice) -> Iterator[Finding]:
    """An attachment whose heading speaks of something else than the list."""
    for number, attachment in enumerate(notice.attachments, start=1):
        listed = attachment.listed.title.text
        if attachment.heading and likeness(listed, attachment.heading) < _CONTRADICTS:
            yield make_finding(
                "attachment-title",
                table=TableName.ATTACHMENTS,
                key=RowKey(attachment_no=number),
                column="title",
                expected=listed,
                actual=attachment.heading,
            )
