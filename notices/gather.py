"""All files of a run: each read once, the same bytes processed once."""

import logging
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from notices.attempt import Process
from notices.bounds import Bounds
from notices.gathered import Gathered, Original
from notices.inputs import InputFile
from notices.ledger import NO_MEMORY, Memory
from notices.loading import Content, Refusal, load
from notices.merge import Copy
from notices.process import failed
from notices.progress import FileEvent, Outcome, Told, event_of, nobody
from notices.readings import Filed, Reading, Spool, reading_of
from notices.workers import HERE, Task, Workers, workers

log = logging.getLogger(__name__)


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
    files: Iterable[InputFile],
    process: Process,
    spool: Spool,
    *,
    ledger: Memory = NO_MEMORY,
    jobs: int = HERE,
    bounds: Bounds | None = None,
    told: Told = nobody,
) -> Gathered:
    """Read and process every file; none of them ends the batch, and their order is that of the files.

    What the ledger knows isn't read again; it is told what was. All rows go into the spool.
    """
    gathering = _Gathering(spool, ledger, told)
    with workers(process, jobs, gathering.keep, bounds) as at_work:
        for file in files:
            log.info("%s", file.source)
            gathering.take(file, at_work)
        at_work.finish()
        return gathering.gathered(at_work)


class _Gathering:
    """The files met so far; puts rows away as they arrive."""

    def __init__(self, spool: Spool, ledger: Memory, told: Told) -> None:
        self._spool, self._ledger, self._told = spool, ledger, told
        self._seen: list[_Seen] = []
        self._refused: list[Filed] = []
        self._skipped = 0
        self._kinds: dict[str, set[str]] = defaultdict(set)

    def keep(self, content: Content, source: str, reading: Reading) -> Filed:
        """Rows that a worker hands over."""
        self._ledger.keep(content.sha256, content.media_type, source, reading)
        outcome = Outcome.READ if reading.head.readable else Outcome.FAILED
        named = {"media_type": content.media_type, "sha256": content.sha256}
        self._told(event_of(source, reading, outcome, **named))
        return self._filed(reading)

    def take(self, file: InputFile, at_work: Workers) -> None:
        """A file: known, skipped, refused, or to be read."""
        known = self._ledger.known(file)
        if known is not None and not self._kinds[known.sha256]:
            self._kinds[known.sha256].add(known.media_type)
            task = self._known(known.reading, file.source, known.media_type, known.sha256)
            self._seen.append(
                _Seen(Copy(source=file.source, media_type=known.media_type), known.sha256, task)
            )
            return
        content = load(file)
        if content is None:
            self._skipped += 1
            self._told(FileEvent(source=file.source, outcome=Outcome.SKIPPED))
        elif isinstance(content, Refusal):
            self._refuse(file, content)
        else:
            self._seen.append(self._met(file, content, at_work))

    def gathered(self, at_work: Workers) -> Gathered:
        """What became of all of them, once the workers are done."""
        originals: dict[str, Original] = {}
        for one in self._seen:
            first = originals.get(one.sha256)
            if first is None:
                originals[one.sha256] = Original(file=one.file, sha256=one.sha256, filed=one.filed)
            else:
                originals[one.sha256] = self._again(first, one, at_work)
        united = _united(originals.values())
        return Gathered(originals=united, refused=tuple(self._refused), skipped=self._skipped)

    def _filed(self, reading: Reading) -> Filed:
        return Filed(reading.head, self._spool.put(reading.rows))

    def _known(self, reading: Reading, source: str, media_type: str, sha256: str) -> Task:
        self._told(event_of(source, reading, Outcome.KNOWN, media_type=media_type, sha256=sha256))
        return Task(None, self._filed(reading))

    def _refuse(self, file: InputFile, why: Refusal) -> None:
        reading = reading_of(failed(file.source, why.media_type, data=None, why=why.reason))
        self._told(event_of(file.source, reading, Outcome.FAILED, media_type=why.media_type))
        self._refused.append(self._filed(reading))

    def _met(self, file: InputFile, content: Content, at_work: Workers) -> _Seen:
        """Have new bytes read; of known ones only the name is kept, unless it promises another kind."""
        this, sha256 = Copy(source=file.source, media_type=content.media_type), content.sha256
        before = self._kinds[sha256]
        new, other = not before, this.media_type not in before
        before.add(this.media_type)
        self._ledger.met(file, sha256, content.media_type)
        if not new:
            return self._copy(this, sha256, content if other else None)
        kept = self._ledger.read(sha256, content.media_type, file.source)
        if kept is not None:
            return _Seen(this, sha256, self._known(kept, file.source, content.media_type, sha256))
        return _Seen(this, sha256, at_work.submit(content, file.source))

    def _copy(self, this: Copy, sha256: str, content: Content | None) -> _Seen:
        if content is None:
            self._doubled(this, sha256)
        return _Seen(this, sha256, content=content)

    def _doubled(self, this: Copy, sha256: str) -> None:
        named = {"media_type": this.media_type, "sha256": sha256}
        self._told(FileEvent(source=this.source, outcome=Outcome.DUPLICATE, **named))

    def _again(self, first: Original, copy: _Seen, at_work: Workers) -> Original:
        """A copy, or the better name of bytes that couldn't be read under the first."""
        if copy.content is None:
            return first.and_copy(copy.file)
        if first.filed.head.readable:
            self._doubled(copy.file, copy.sha256)
            return first.and_copy(copy.file)
        task = at_work.submit(copy.content, copy.file.source)
        at_work.finish()
        if not task.filed.head.readable:
            return first.and_copy(copy.file)
        copies = (first.file, *first.copies)
        return Original(file=copy.file, sha256=first.sha256, filed=task.filed, copies=copies)


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
