"""All files of a run: each read once, the same bytes processed once."""

import logging
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from notices.attempt import Process
from notices.inputs import InputFile
from notices.ledger import Ledger
from notices.loading import Content, Refusal, load
from notices.merge import Copy, with_copies
from notices.process import FileResult, Rows, failed, merged
from notices.workers import Kept, Task, Workers, workers
from schemas.dataset.codes import TableName
from schemas.dataset.notice_rows import NoticeRow, SourceRow
from schemas.model import Frozen

log = logging.getLogger(__name__)


class Original(Frozen):
    """The first file with certain bytes, what came of it, and the further files with the same bytes."""

    file: Copy
    sha256: str
    result: FileResult
    copies: tuple[Copy, ...] = ()

    @property
    def notice_id(self) -> str:
        """That of its first notice: made of the main file's bytes."""
        return next(
            row.notice_id for row in self.result.rows[TableName.NOTICES] if isinstance(row, NoticeRow)
        )

    @property
    def file_count(self) -> int:
        """How many files its first notice has."""
        rows = self.result.rows.get(TableName.SOURCES, ())
        return sum(isinstance(row, SourceRow) and row.notice_id == self.notice_id for row in rows)

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


@dataclass(frozen=True)
class _Seen:
    """A file as it was met; `content` is kept where a copy's name promises another kind than those before."""

    file: Copy
    sha256: str
    task: Task | None = None
    content: Content | None = None

    @property
    def result(self) -> FileResult:
        """What came of the first with its bytes."""
        if self.task is None:
            raise RuntimeError("a copy has no result of its own")
        return self.task.result


def gather(
    files: Iterable[InputFile], process: Process, jobs: int = 1, ledger: Ledger | None = None
) -> Gathered:
    """Read and process every file; none of them ends the batch, and their order is that of the files.

    What the ledger knows isn't read again; it is told what was.
    """
    seen: list[_Seen] = []
    refused: list[FileResult] = []
    skipped = 0
    with workers(process, jobs, _keeper(ledger)) as at_work:
        kinds: dict[str, set[str]] = defaultdict(set)
        for file in files:
            log.info("%s", file.source)
            known = _remembered(file, kinds, ledger)
            if known is not None:
                seen.append(known)
                continue
            content = load(file)
            if content is None:
                skipped += 1
            elif isinstance(content, Refusal):
                refused.append(_failed(file, content))
            else:
                seen.append(_met(file, content, kinds, at_work, ledger))
        at_work.finish()
        originals = _originals(seen, at_work)
    return Gathered(originals=originals, refused=tuple(refused), skipped=skipped)


def _keeper(ledger: Ledger | None) -> Kept | None:
    if ledger is None:
        return None
    return lambda content, source, result: ledger.keep(content.sha256, content.media_type, source, result)


def _remembered(file: InputFile, kinds: dict[str, set[str]], ledger: Ledger | None) -> _Seen | None:
    """A file that an earlier run read and that hasn't changed; null too where its bytes came before."""
    known = ledger.known(file) if ledger is not None else None
    if known is None or kinds[known.sha256]:
        return None
    kinds[known.sha256].add(known.media_type)
    this = Copy(source=file.source, media_type=known.media_type)
    return _Seen(file=this, sha256=known.sha256, task=Task.done(known.result))


def _met(
    file: InputFile, content: Content, kinds: dict[str, set[str]], at_work: Workers, ledger: Ledger | None
) -> _Seen:
    """Have new bytes read; of known ones only the name is kept, unless it promises another kind."""
    this, sha256 = Copy(source=file.source, media_type=content.media_type), content.sha256
    before = kinds[sha256]
    new, other = not before, this.media_type not in before
    before.add(this.media_type)
    if ledger is not None:
        ledger.met(file, sha256, content.media_type)
    if new:
        kept = ledger.read(sha256, content.media_type, file.source) if ledger is not None else None
        task = Task.done(kept) if kept is not None else at_work.submit(content, file.source)
        return _Seen(file=this, sha256=sha256, task=task)
    return _Seen(file=this, sha256=sha256, content=content if other else None)


def _failed(file: InputFile, why: Refusal) -> FileResult:
    return failed(file.source, why.media_type, data=None, why=why.reason)


def _originals(seen: Iterable[_Seen], at_work: Workers) -> tuple[Original, ...]:
    originals: dict[str, Original] = {}
    for one in seen:
        first = originals.get(one.sha256)
        if first is None:
            originals[one.sha256] = Original(file=one.file, sha256=one.sha256, result=one.result)
        else:
            originals[one.sha256] = _again(first, one, at_work)
    return _united(originals.values())


def _united(originals: Iterable[Original]) -> tuple[Original, ...]:
    """A notice that came alone and once more among its annexes is one: the fuller has the rows."""
    found: dict[str, Original] = {}
    for one in originals:
        before = found.get(one.notice_id)
        if before is None:
            found[one.notice_id] = one
            continue
        fuller, other = (one, before) if one.file_count > before.file_count else (before, one)
        copies = (*fuller.copies, other.file, *other.copies)
        found[one.notice_id] = fuller.model_copy(update={"copies": copies})
    return tuple(found.values())


def _again(first: Original, copy: _Seen, at_work: Workers) -> Original:
    """A copy, or the better name of bytes that couldn't be read under the first."""
    if first.result.readable or copy.content is None:
        return first.and_copy(copy.file)
    task = at_work.submit(copy.content, copy.file.source)
    at_work.finish()
    if not task.result.readable:
        return first.and_copy(copy.file)
    return Original(
        file=copy.file, sha256=first.sha256, result=task.result, copies=(first.file, *first.copies)
    )
