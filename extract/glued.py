"""Lines of the front matter that hold two parts, as pages without line breaks leave them."""

import re
from collections.abc import Iterator, Sequence

from extract import lines
from extract.title import opens_body
from schemas.document import Line
from schemas.notation.docnumber import find_doc_numbers

# 各县财政局: 根据…: an addressee, its colon, and the body's first words behind it.
_ADDRESSEE = re.compile(
    r"^(?!现|根据|为|按|依)(?P<who>[^。；;《》\d：:]{2,120}?(?:[局厅委会府处所办院校司行）)]|单位|部门|街道|企业)\s*[：:])\s*(?P<body>\S.*)$"
)


def unglued(found: Sequence[Line]) -> Iterator[Line]:
    """The same lines, those of two parts as two: number and title, addressee and body."""
    before_body = True
    for line in found:
        parts = _parts(line.text) if before_body else (line.text,)
        before_body = before_body and not opens_body(parts[-1])
        if len(parts) == 1:
            yield line
        else:
            yield from (line.model_copy(update={"text": part}) for part in parts)


def _parts(text: str) -> tuple[str, ...]:
    return _number_and_title(text) or _addressee_and_body(text) or (text,)


def _number_and_title(text: str) -> tuple[str, str] | None:
    """某财农〔2021〕5号 某市财政局关于…的通知."""
    number = next(iter(find_doc_numbers(text)), None)
    if number is None or number.start:
        return None
    title = text[number.end :].strip(" 　|：:")
    return (text[: number.end], title) if "关于" in title and lines.ends_title(title) else None


def _addressee_and_body(text: str) -> tuple[str, str] | None:
    found = _ADDRESSEE.match(text)
    if found is None or lines.is_metadata(text):
        return None
    return (found["who"], found["body"]) if opens_body(found["body"]) else None
