"""All files of a run: each read once, the same bytes processed once."""

import logging
from collections.abc import Iterable

from notices.attempt import Process, attempt
from notices.inputs import InputFile
from notices.loading import Content, Refusal, load
from notices.merge import Copy, with_copies
from notices.process import FileResult, Rows, failed, merged
from schemas.model import Frozen

log = logging.getLogger(__name__)


class Original(Frozen):
    """The first file with certain bytes, what came of it, and the further files with the same bytes."""

    file: Copy
    sha256: str
    result: FileResult
    copies: tuple[Copy, ...] = ()

    def and_copy(self, copy: Copy) -> "Original":
        """The same with one more copy."""
        return self.model_copy(update={"copies": (*self.copies, copy)})

    def rows(self) -> Rows:
        """Its rows, the copies named among them."""
        return with_copies(self.result.rows, self.sha256, self.copies) if self.copies else self.result.rows


class Gathered(Frozen):
    """What became of every file."""

    originals: tuple[Original, ...]
    refused: tuple[FileResult, ...]
    skipped: int

    @property
    def read(self) -> int:
        """Files that were read."""
        return sum(original.result.readable for original in self.originals)

    @property
    def failed(self) -> int:
        """Files that couldn't be read."""
        return len(self.originals) - self.read + len(self.refused)

    @property
    def duplicates(self) -> int:
        """Files with bytes that another file has too."""
        return sum(len(original.copies) for original in self.originals)

    def rows(self) -> Rows:
        """The rows of all of them."""
        return merged([*(one.rows() for one in self.originals), *(one.rows for one in self.refused)])


def gather(files: Iterable[InputFile], process: Process) -> Gathered:
    """Read and process every file in order; none of them ends the batch."""
    originals: dict[str, Original] = {}
    refused: list[FileResult] = []
    skipped = 0
    for file in files:
        log.info("%s", file.source)
        content = load(file)
        if content is None:
            skipped += 1
        elif isinstance(content, Refusal):
            refused.append(_failed(file, content))
        else:
            sha256 = content.sha256
            originals[sha256] = _taken(originals.get(sha256), file.source, sha256, content, process)
    return Gathered(originals=tuple(originals.values()), refused=tuple(refused), skipped=skipped)


def _failed(file: InputFile, why: Refusal) -> FileResult:
    return failed(file.source, why.media_type, data=None, why=why.reason)


def _taken(first: Original | None, source: str, sha256: str, content: Content, process: Process) -> Original:
    """Process new bytes; known ones only where they failed and the new name promises another kind."""
    this = Copy(source=source, media_type=content.media_type)
    if first and (first.result.readable or this.media_type in _kinds(first)):
        return first.and_copy(this)
    result = attempt(content, source, process)
    if first and not result.readable:
        return first.and_copy(this)
    earlier = (first.file, *first.copies) if first else ()
    return Original(file=this, sha256=sha256, result=result, copies=earlier)


def _kinds(original: Original) -> set[str]:
    return {file.media_type for file in (original.file, *original.copies)}
