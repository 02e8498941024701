"""What a reading depends on beside the file: program, libraries, engine, corrections."""

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from extract.readers.kinds import ZIP
from notices.corrections import Corrections
from notices.versions import versions

_PACKAGES = ("extract", "normalize", "notices", "schemas")
_ROOT = Path(__file__).resolve().parents[2]


class Settings:
    """Gives the key under which the reading of certain bytes holds."""

    def __init__(self, ocr: str, process: object, corrections: Corrections) -> None:
        parts = {"ocr": ocr, "process": _name(process), "versions": versions(), "code": _code()}
        self._common = _hash(json.dumps(parts, sort_keys=True))
        self._corrections = corrections

    @property
    def whole(self) -> str:
        """Of a run as a whole: all corrections count."""
        every = [one.model_dump_json() for _, some in sorted(self._corrections.items()) for one in some]
        return _hash(self._common + "".join(every))

    def key(self, sha256: str, media_type: str) -> str:
        """With the corrections of the notices that these bytes are; those of an archive aren't known: all."""
        own = [
            one.model_dump_json()
            for notice_id, some in sorted(self._corrections.items())
            for one in some
            if media_type == ZIP or sha256.startswith(notice_id.partition("-")[0])
        ]
        return self._common if not own else _hash(self._common + "".join(own))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _name(process: object) -> str:
    inner = getattr(process, "func", process)
    return f"{inner.__module__}.{getattr(inner, '__qualname__', type(inner).__qualname__)}"


@cache
def _code() -> str:
    """Size and time of the program's own files: whoever works on it has no new version for each change."""
    digest = hashlib.sha256()
    for path in _files():
        found = path.stat()
        digest.update(f"{path.relative_to(_ROOT)} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _files() -> Iterable[Path]:
    return sorted(
        path
        for name in _PACKAGES
        for path in (_ROOT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )
