"""Names of agencies (机关名称) side by side, with a blank or nothing between: 甲市财政局 甲市民政局."""

import re
from collections.abc import Iterator

_ENDINGS = "局|厅|部|委|委员会|委员会办公室|政府|办公室|办|行|总队|中心|管委会|联合会|处|公署"
_AGENCY = re.compile(rf"^[\u4e00-\u9fff（）()、·]{{2,40}}?(?:{_ENDINGS})$")
_SEAM = re.compile(r"(?<=[局厅部委会府室])(?=[\u4e00-\u9fff])")
_LEVELS = "省市县区州盟旗"


def agency_names(text: str) -> tuple[str, ...]:
    """The agencies that a text names and nothing else; empty for any other text."""
    parts = _letters_joined(text)
    if not parts or not all(_AGENCY.match(part) for part in parts):
        return ()
    return tuple(name for part in parts for name in unglued(part))


def unglued(text: str) -> tuple[str, ...]:
    """Names printed without a blank: 甲省财政厅甲省教育厅. The next begins with the place of the first."""
    return tuple(_unglued(text))


def _unglued(text: str) -> Iterator[str]:
    for seam in _SEAM.finditer(text):
        first, rest = text[: seam.start()], text[seam.start() :]
        same = rest[:2] == text[:2] or (text[0] in _LEVELS and rest[0] == text[0])
        if same and _AGENCY.match(first) and _AGENCY.match(rest):
            yield first
            yield from _unglued(rest)
            return
    yield text


def _letters_joined(text: str) -> list[str]:
    """Split at blanks, but not between single spaced-out characters (财 政 局)."""
    parts = text.split()
    if parts and all(len(part) <= 2 for part in parts):
        return ["".join(parts)]
    return parts
