"""All files of a run: each read once, the same bytes processed once."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from notices.archive.facts import Facts
from notices.attempt import Process
from notices.inputs import InputFile
from notices.ledger import NO_MEMORY, Memory
from notices.loading import Content, Refusal, load
from notices.merge import Copy, with_copies
from notices.output.ordering import sortable
from notices.process import Rows, failed
from notices.readings import Filed, Reading, Spool, reading_of
from notices.workers import Keep, Task, Workers, workers
from schemas.model import Frozen

log = logging.getLogger(__name__)


class Original(Frozen):
    """The first file with certain bytes, what came of it, and the further files with the same bytes."""

    file: Copy
    sha256: str
    filed: Filed
    copies: tuple[Copy, ...] = ()

    def and_copy(self, copy: Copy) -> "Original":
        """The same with one more copy."""
        return self.model_copy(update={"copies": (*self.copies, copy)})

    def rows(self, spool: Spool) -> Rows:
        """Its rows, the copies named among them."""
        rows = spool.get(self.filed.slot)
        return with_copies(rows, self.sha256, self.copies) if self.copies else rows


class Gathered(Frozen):
    """What became of every file."""

    originals: tuple[Original, ...]
    refused: tuple[Filed, ...]
    skipped: int

    @property
    def read(self) -> int:
        """Files that were read."""
        return sum(original.filed.head.readable for original in self.originals)

    @property
    def failed(self) -> int:
        """Files that couldn't be read."""
        return len(self.originals) - self.read + len(self.refused)

    @property
    def duplicates(self) -> int:
        """Files with bytes that another file has too."""
        return sum(len(original.copies) for original in self.originals)

    @property
    def facts(self) -> Iterator[Facts]:
        """What the archive's checks need of each notice."""
        return (facts for one in self.originals for facts in one.filed.head.facts)

    def rows(self, spool: Spool) -> Iterator[Rows]:
        """The rows of a file at a time, in the order of their notices."""
        files: list[Original | Filed] = [*self.originals, *self.refused]
        for one in sorted(files, key=_place):
            yield one.rows(spool) if isinstance(one, Original) else spool.get(one.slot)


def _place(one: Original | Filed) -> str:
    head = one.filed.head if isinstance(one, Original) else one.head
    return sortable(head.notice_id)


@dataclass(frozen=True)
class _Seen:
    """A file as it was met; `content` is kept where a copy's name promises another kind than those before."""

    file: Copy
    sha256: str
    task: Task | None = None
    content: Content | None = None

    @property
    def filed(self) -> Filed:
        """What came of the first with its bytes."""
        if self.task is None:
            raise RuntimeError("a copy has no rows of its own")
        return self.task.filed


def gather(
    files: Iterable[InputFile], process: Process, spool: Spool, ledger: Memory = NO_MEMORY, jobs: int = 1
) -> Gathered:
    """Read and process every file; none of them ends the batch, and their order is that of the files.

    What the ledger knows isn't read again; it is told what was. All rows go into the spool.
    """
    seen: list[_Seen] = []
    refused: list[Filed] = []
    skipped = 0
    with workers(process, jobs, _keeper(spool, ledger)) as at_work:
        kinds: dict[str, set[str]] = defaultdict(set)
        for file in files:
            log.info("%s", file.source)
            known = _remembered(file, kinds, spool, ledger)
            if known is not None:
                seen.append(known)
                continue
            content = load(file)
            if content is None:
                skipped += 1
            elif isinstance(content, Refusal):
                refused.append(_filed(_failed(file, content), spool))
            else:
                seen.append(_met(file, content, kinds, at_work, spool, ledger))
        at_work.finish()
        originals = _originals(seen, at_work)
    return Gathered(originals=originals, refused=tuple(refused), skipped=skipped)


def _keeper(spool: Spool, ledger: Memory) -> Keep:
    def keep(content: Content, source: str, reading: Reading) -> Filed:
        ledger.keep(content.sha256, content.media_type, source, reading)
        return _filed(reading, spool)

    return keep


def _filed(reading: Reading, spool: Spool) -> Filed:
    return Filed(reading.head, spool.put(reading.rows))


def _remembered(file: InputFile, kinds: dict[str, set[str]], spool: Spool, ledger: Memory) -> _Seen | None:
    """A file that an earlier run read and that hasn't changed; null too where its bytes came before."""
    known = ledger.known(file)
    if known is None or kinds[known.sha256]:
        return None
    kinds[known.sha256].add(known.media_type)
    this = Copy(source=file.source, media_type=known.media_type)
    return _Seen(file=this, sha256=known.sha256, task=Task(None, _filed(known.reading, spool)))


def _met(
    file: InputFile,
    content: Content,
    kinds: dict[str, set[str]],
    at_work: Workers,
    spool: Spool,
    ledger: Memory,
) -> _Seen:
    """Have new bytes read; of known ones only the name is kept, unless it promises another kind."""
    this, sha256 = Copy(source=file.source, media_type=content.media_type), content.sha256
    before = kinds[sha256]
    new, other = not before, this.media_type not in before
    before.add(this.media_type)
    ledger.met(file, sha256, content.media_type)
    if new:
        kept = ledger.read(sha256, content.media_type, file.source)
        task = Task(None, _filed(kept, spool)) if kept else at_work.submit(content, file.source)
        return _Seen(file=this, sha256=sha256, task=task)
    return _Seen(file=this, sha256=sha256, content=content if other else None)


def _failed(file: InputFile, why: Refusal) -> Reading:
    return reading_of(failed(file.source, why.media_type, data=None, why=why.reason))


def _originals(seen: Iterable[_Seen], at_work: Workers) -> tuple[Original, ...]:
    originals: dict[str, Original] = {}
    for one in seen:
        first = originals.get(one.sha256)
        if first is None:
            originals[one.sha256] = Original(file=one.file, sha256=one.sha256, filed=one.filed)
        else:
            originals[one.sha256] = _again(first, one, at_work)
    return _united(originals.values())


def _united(originals: Iterable[Original]) -> tuple[Original, ...]:
    """A notice that came alone and once more among its annexes is one: the fuller has the rows."""
    found: dict[str, Original] = {}
    for one in originals:
        head = one.filed.head
        before = found.get(head.notice_id)
        if before is None:
            found[head.notice_id] = one
            continue
        fuller, other = (one, before) if head.files > before.filed.head.files else (before, one)
        copies = (*fuller.copies, other.file, *other.copies)
        found[head.notice_id] = fuller.model_copy(update={"copies": copies})
    return tuple(found.values())


def _again(first: Original, copy: _Seen, at_work: Workers) -> Original:
    """A copy, or the better name of bytes that couldn't be read under the first."""
    if first.filed.head.readable or copy.content is None:
        return first.and_copy(copy.file)
    task = at_work.submit(copy.content, copy.file.source)
    at_work.finish()
    if not task.filed.head.readable:
        return first.and_copy(copy.file)
    return Original(file=copy.file, sha256=first.sha256, filed=task.filed, copies=(first.file, *first.copies))
