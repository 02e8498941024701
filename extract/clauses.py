"""Body lines → paragraphs → clauses with their places (结构层次序数, GB/T 9704-2012, 7.3.3).

A paragraph broken at a line or page end goes on where the line before ends no sentence, or the next isn't
indented, and the next begins no clause. A clause's number is its place, so a label that is missing or
doubled costs nothing.
"""

from collections.abc import Sequence

from schemas.document import Line, Place
from schemas.model import Frozen
from schemas.notation.labels import ClauseKind, ClauseLabel, clause_label
from schemas.notation.text import canonical
from schemas.printed import PrintedClause

# Characters; a paragraph begins two in (左空二字).
_INDENT = 1.0
_ENDS = ("。", "！", "？", "；", "：", ":", ";", "”", "）。")


class _Paragraph(Frozen):
    label: ClauseLabel | None
    text: str
    place: Place


def read_clauses(body: Sequence[Line]) -> tuple[PrintedClause, ...]:
    """The opening paragraph as `0`, then every labelled clause; unlabelled paragraphs join the one before."""
    clauses: list[PrintedClause] = []
    path = _Path()
    for paragraph in _paragraphs(body):
        if paragraph.label is None and clauses:
            clauses[-1] = _longer(clauses[-1], paragraph.text)
        else:
            clauses.append(_clause(paragraph, path))
    return tuple(clauses)


def _paragraphs(body: Sequence[Line]) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    for line in body:
        label = clause_label(line.text)
        open_end = bool(found) and not found[-1].text.endswith(_ENDS)
        broken = bool(found) and label is None and (open_end or _goes_on(line))
        if broken:
            found[-1] = found[-1].model_copy(update={"text": found[-1].text + line.text})
        else:
            found.append(_Paragraph(label=label, text=line.text, place=line.place))
    return found


def _goes_on(line: Line) -> bool:
    """Whether it begins no paragraph by its indent: 。 may fall on the very end of a line."""
    return line.indent is not None and line.indent < _INDENT


def _longer(clause: PrintedClause, text: str) -> PrintedClause:
    joined = f"{clause.text}\n{canonical(text)}" if clause.text else canonical(text)
    return clause.model_copy(update={"text": joined})


def _clause(paragraph: _Paragraph, path: "_Path") -> PrintedClause:
    label = paragraph.label
    number = path.step(label.kind) if label else "0"
    text = paragraph.text[label.end :] if label else paragraph.text
    return PrintedClause(
        number=number,
        level=number.count(".") + 1 if label else 0,
        label=label.printed if label else "",
        text=canonical(text),
        place=paragraph.place,
    )


class _Path:
    """The open label kinds, outermost first, each with its count: a kind seen again closes those inside."""

    def __init__(self) -> None:
        self._open: list[tuple[ClauseKind, int]] = []

    def step(self, kind: ClauseKind) -> str:
        """Go on to the next clause of this kind; its number by place (`2.1`)."""
        kinds = [k for k, _ in self._open]
        if kind in kinds:
            depth = kinds.index(kind)
            self._open[depth:] = [(kind, self._open[depth][1] + 1)]
        else:
            self._open.append((kind, 1))
        return ".".join(str(count) for _, count in self._open)
