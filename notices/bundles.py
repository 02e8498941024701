"""Notices of several files: a folder `X.notice`, and files whose names say that they belong together.

The obvious cases: `X.docx` with `X附件1.xlsx`, and a folder in which one file isn't called 附件 and all the
others are. They are packed into one archive, as if somebody had zipped them.
"""

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from extract.readers.kinds import ZIP, media_type_of
from extract.readers.members import is_annex_name

_EARLIEST = (1980, 1, 1, 0, 0, 0)


def annexes(paths: Sequence[Path]) -> dict[Path, tuple[Path, ...]]:
    """For each main file among these its annexes, where the names leave no doubt."""
    folders: dict[Path, list[Path]] = defaultdict(list)
    for path in paths:
        if _is_known(path):
            folders[path.parent].append(path)
    found: dict[Path, tuple[Path, ...]] = {}
    for files in folders.values():
        found |= _of_folder(files)
    return found


def _is_known(path: Path) -> bool:
    """Of a kind that is read; archives are notices of their own."""
    return media_type_of(path, b"") not in {None, ZIP}


def _of_folder(files: Sequence[Path]) -> dict[Path, tuple[Path, ...]]:
    mains = [path for path in files if not is_annex_name(path.name)]
    others = [path for path in files if is_annex_name(path.name)]
    alone = len(mains) == 1 and all(path.stem.startswith("附") for path in others)
    if alone and others:
        return {mains[0]: tuple(others)}
    owned: dict[Path, list[Path]] = defaultdict(list)
    for annex in others:
        owners = _longest([main for main in mains if _begins(annex.stem, main.stem)])
        if len(owners) == 1:
            owned[owners[0]].append(annex)
    return {main: tuple(paths) for main, paths in owned.items()}


def _begins(annex: str, main: str) -> bool:
    """X附件1, X-附件1, X（附件1: the main file's name and 附 behind it."""
    return annex.startswith(main) and annex[len(main) :].lstrip(" -_－—（(.、：:").startswith("附")


def _longest(mains: Sequence[Path]) -> list[Path]:
    size = max((len(main.stem) for main in mains), default=0)
    return [main for main in mains if len(main.stem) == size]


def packed(main: Path, parts: Sequence[Path]) -> bytes:
    """The files in one archive, the same bytes for the same files; raises OSError."""
    top = main if main.is_dir() else main.parent
    files = sorted(_files(main)) if main.is_dir() else [main, *parts]
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for path in files:
            name = os.fsencode(path.relative_to(top).as_posix()).decode("utf-8", "replace")
            archive.writestr(ZipInfo(name, _EARLIEST), path.read_bytes())
    return stream.getvalue()


def size_of(main: Path, parts: Sequence[Path]) -> int:
    """How many bytes there are to pack."""
    files = list(_files(main)) if main.is_dir() else [main, *parts]
    return sum(path.stat().st_size for path in files)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
