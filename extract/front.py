"""Front matter → head, body lines, attachment list, imprint: each line lands in one part."""

from collections.abc import Sequence

from extract import lines
from schemas.document import Line
from schemas.model import Frozen
from schemas.notation.labels import clause_label

_LONGEST_TITLE = 5
_LONGEST_ADDRESS = 6
_OPENINGS = ("根据", "为", "按照", "经", "现将", "依据", "结合", "鉴于")


class Front(Frozen):
    """The front matter by part; `addressees` is null where no addressee line (主送机关) stands."""

    head: tuple[Line, ...] = ()
    title: tuple[Line, ...] = ()
    addressees: tuple[Line, ...] | None = None
    body: tuple[Line, ...] = ()
    attachment_list: tuple[Line, ...] = ()
    imprint: tuple[Line, ...] = ()


def split_front(found: Sequence[Line]) -> Front:
    """Find the title, the addressee below it, and where the body ends."""
    start, end = _title(found)
    after = end
    while after < len(found) and _between(found[after].text):
        after += 1
    body = _addressees(found, after)
    rest = found[body:]
    last = _body_end(rest)
    listed, imprint = _list_and_imprint(rest[last:])
    return Front(
        head=(*found[:start], *found[end:after]),
        title=tuple(found[start:end]),
        addressees=tuple(found[after:body]) if body > after else None,
        body=tuple(rest[:last]),
        attachment_list=listed,
        imprint=imprint,
    )


def _title(found: Sequence[Line]) -> tuple[int, int]:
    """First and last line of the title: from 关于 (or the agency before it) to its 文种."""
    for start, line in enumerate(found):
        if lines.is_sentence(line.text) or line.text.startswith("根据"):
            break
        if (
            "关于" in line.text
            and not line.text.startswith(("《", "（", "("))
            and not lines.is_metadata(line.text)
        ):
            return _title_from(found, start)
    return 0, 0


def _title_from(found: Sequence[Line], start: int) -> tuple[int, int]:
    for end in range(start, min(start + _LONGEST_TITLE, len(found))):
        if lines.ends_title("".join(line.text for line in found[start : end + 1])):
            return start, end + 1
        if found[end].text.endswith(("：", ":", "。")):
            break
    return start, start + 1


def _between(text: str) -> bool:
    """What may stand between title and addressee: a number, date or source line of a web page."""
    tests = (lines.doc_number, lines.is_date, lines.is_furniture, lines.is_metadata)
    return any(test(text) for test in tests)


def _addressees(found: Sequence[Line], start: int) -> int:
    """One past the last addressee line: the line that ends with a colon, a few lines down at most."""
    for index in range(start, min(start + _LONGEST_ADDRESS, len(found))):
        text = found[index].text
        if text.endswith(("：", ":")) and not _is_body(text):
            return index + 1
        if _is_body(text):
            break
    return start


def _is_body(text: str) -> bool:
    return "。" in text or text.startswith(_OPENINGS) or clause_label(text) is not None


def _body_end(rest: Sequence[Line]) -> int:
    """Index of the first line of the attachment list or the imprint that no body line follows."""
    end = len(rest)
    for index in range(len(rest) - 1, -1, -1):
        if _closes(rest[index].text):
            end = index
        elif clause_label(rest[index].text) is None or lines.is_sentence(rest[index].text):
            in_list = any(lines.begins_attachment_list(line.text) for line in rest[max(0, index - 9) : index])
            if not in_list or lines.is_sentence(rest[index].text):
                break
    return end


def _closes(text: str) -> bool:
    tests = (
        lines.begins_attachment_list,
        lines.is_cc,
        lines.imprint,
        lines.is_date,
        lines.agencies,
        lines.is_furniture,
    )
    return any(test(text) for test in tests)


def _list_and_imprint(rest: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The attachment list runs from 附件： to the next line that closes something else."""
    start = next((i for i, line in enumerate(rest) if lines.begins_attachment_list(line.text)), None)
    if start is None:
        return (), tuple(rest)
    end = start + 1
    while end < len(rest) and not _closes(rest[end].text):
        end += 1
    return tuple(rest[start:end]), (*rest[:start], *rest[end:])
