"""Budget subjects and direct-fund tags in running text (政府收支分类科目, 直达资金标识).

Subjects have 3, 5 or 7 digits for 类, 款, 项: revenue begins with 1, expenditure by function with 2,
economic classification with 3 or 5 (3 or 5 digits). A project code has 13 or more characters.
"""

import re
from collections.abc import Iterable, Iterator

from schemas.dataset.codes import BudgetCodeKind
from schemas.printed import PrintedClause, PrintedCode

_SENTENCE = re.compile(r"[^。；]*[。；]?")
_SUBJECT = re.compile(
    r"(?<![\d.,A-Za-z〔\[（(])(?:第\s*)?(?P<code>[1-5]\d{2}(?:\d{2}){0,2})(?![\d.,%％A-Za-z]|\s*(?:年|月|日|号|万|亿|元|人|户))"
)
_BRACKETED = re.compile(
    r"[（(](?:[\u4e00-\u9fff]{0,6}[码号]\s*[:：]?\s*)?(?P<code>[12]\d{2}(?:\d{2}){0,2}|[35]\d{2}(?:\d{2})?)[)）]"
)
_NAME_AFTER = re.compile(
    r"^\s*[类款项]?\s*[-—]?\s*(?:[“\"「](?P<quoted>[^”\"」]{2,40})[”\"」]?|(?P<bare>[\u4e00-\u9fff][\u4e00-\u9fff、（）()]{1,38}))"
)
_QUOTED_REST = re.compile(
    r"^\s*[类款项]?\s*[-—]?\s*(?P<name>[\u4e00-\u9fff][^“”\"「」《》。；]{1,38}?)\s*[”\"」》]"
)
_NAME_BEFORE = re.compile(r"[“\"「]?(?P<name>[\u4e00-\u9fff、]{2,30})[”\"」]?$")
_SUBJECT_WORD = re.compile(
    r"科目|收支分类|列入?支|列收|功能分类|经济分类|(?:收入|支出|资金|款项?|指标)[^，。；]{0,6}列|^列"
    r"|[“\"「]\s*[12]\d{4}(?:\d{2})?\s*[\u4e00-\u9fff]"  # “2130701对村级一事一议的补助”预算指标
)
_BARE_END = re.compile(r"(?:支出|收入|补助|经费|科目|管理事务)(?=[”\"」）)]|$|[^、\u4e00-\u9fff])")
_TAG_WORD = re.compile(r"标识|标记")
_TAG = re.compile(r"(?<![A-Za-z\d])(?P<code>0\d(?:\d{3})?)\s*[-—]?\s*(?P<name>[\u4e00-\u9fff]{2,20})")
_PROJECT = re.compile(r"项目(?:代码|编码)\s*(?:为|[:：])?\s*[“\"]?(?P<code>[0-9A-Z]{10,})")


def read_budget_codes(clauses: Iterable[PrintedClause]) -> tuple[PrintedCode, ...]:
    """Each code once, where it is first named; a name met later fills one that was missing."""
    found: dict[tuple[BudgetCodeKind, str], PrintedCode] = {}
    for clause in clauses:
        for sentence in _SENTENCE.findall(clause.text):
            for code in _in_sentence(sentence, clause):
                known = found.get((code.kind, code.code))
                if known is None or (known.name is None and code.name):
                    found[code.kind, code.code] = code
    return tuple(found.values())


def _in_sentence(sentence: str, clause: PrintedClause) -> Iterator[PrintedCode]:
    if _SUBJECT_WORD.search(sentence):
        yield from _subjects(sentence, clause)
    if _TAG_WORD.search(sentence):
        for tag in _TAG.finditer(sentence):
            yield _code(BudgetCodeKind.DIRECT_FUND, tag["code"], tag["name"], clause)
    for project in _PROJECT.finditer(sentence):
        yield _code(BudgetCodeKind.PROJECT, project["code"], None, clause)


def _subjects(sentence: str, clause: PrintedClause) -> Iterator[PrintedCode]:
    for found in _SUBJECT.finditer(sentence):
        kind = _kind(found["code"])
        if kind is not None:
            rest = sentence[found.end() :]
            name = _within_quotes(sentence[: found.start()], rest) or _name_after(rest)
            yield _code(kind, found["code"], name, clause)
    for found in _BRACKETED.finditer(sentence):
        kind = _kind(found["code"])
        before = _NAME_BEFORE.search(sentence[: found.start()])
        if kind is not None and before:
            yield _code(kind, found["code"], before["name"], clause)


def _kind(code: str) -> BudgetCodeKind | None:
    if code[0] == "1":
        return BudgetCodeKind.REVENUE
    if code[0] == "2":
        return BudgetCodeKind.EXPENDITURE
    return BudgetCodeKind.ECONOMIC if code[0] in "35" and len(code) <= 5 else None


def _within_quotes(before: str, rest: str) -> str | None:
    """“2050701特殊学校教育”: the closing quote ends the name, whatever its last word."""
    found = _QUOTED_REST.match(rest)
    return found["name"] if found and before.rstrip().endswith(("“", '"', "「", "《")) else None


def _name_after(rest: str) -> str | None:
    found = _NAME_AFTER.match(rest)
    if found is None:
        return None
    name = found["quoted"] or _bare_name(found["bare"])
    name = re.sub(r"(?:预算)?科目.*$", "", name).strip("（(、")
    return name or None


def _bare_name(text: str) -> str:
    """Without quotes the name ends with its own last word (…支出, …收入)."""
    end = _BARE_END.search(text)
    return text[: end.end()] if end else ""


def _code(kind: BudgetCodeKind, code: str, name: str | None, clause: PrintedClause) -> PrintedCode:
    return PrintedCode(kind=kind, code=code, name=name, clause=clause.number, place=clause.place)
