"""Cited documents (依据文件): each number with the title beside it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from schemas.document import Piece
from schemas.notation.docnumber import DocNumberMention, find_doc_numbers
from schemas.printed import PrintedCitation, PrintedClause

_TITLE_BEFORE = re.compile(r"《(?P<title>(?:[^《》]|《[^《》]*》)+)》\s*[（(〔\[]?\s*$")
_TITLE_AFTER = re.compile(r"^\s*[)）]?\s*《(?P<title>(?:[^《》]|《[^《》]*》)+)》")
_REACH = 200


def read_citations(
    clauses: Iterable[PrintedClause], table_texts: Sequence[Piece]
) -> tuple[PrintedCitation, ...]:
    """All numbers cited in the body, then those that tables cite, in order of appearance."""
    found = [citation for clause in clauses for citation in _in_clause(clause)]
    return (*found, *_in_tables(table_texts))


def _in_clause(clause: PrintedClause) -> Iterator[PrintedCitation]:
    previous: str | None = None
    end = 0
    for mention in find_doc_numbers(clause.text):
        title = _title(clause.text, mention)
        if title is None and _continues_list(clause.text[end : mention.start]):
            title = previous
        previous, end = title, mention.end
        piece = Piece(text=mention.printed, place=clause.place)
        yield PrintedCitation(doc_number=piece, number=mention.value, title=title, clause=clause.number)


def _continues_list(between: str) -> bool:
    """`450号、490号`: the numbers of an elliptic list share the title before them."""
    return bool(between) and not between.strip("、，, 和及")


def _title(text: str, mention: DocNumberMention) -> str | None:
    before = _TITLE_BEFORE.search(text[max(0, mention.start - _REACH) : mention.start])
    after = _TITLE_AFTER.match(text[mention.end : mention.end + _REACH])
    found = before or after
    return found["title"].strip() if found else None


def _in_tables(texts: Sequence[Piece]) -> Iterator[PrintedCitation]:
    for piece in texts:
        for mention in find_doc_numbers(piece.text):
            number = Piece(text=mention.printed, place=piece.place)
            yield PrintedCitation(doc_number=number, number=mention.value, title=None, clause=None)
