"""A draft → the pieces of its page: header, body, imprint, annexes in the layout's order."""

from collections.abc import Iterator

from benchmarks.synthetic.allocation_grid import allocation_grid
from benchmarks.synthetic.draft import Draft, printed_name
from benchmarks.synthetic.facts import Facts, Performance
from benchmarks.synthetic.page import Page, Paragraph, Part, Piece
from benchmarks.synthetic.target_grid import target_grid
from schemas.dataset.codes import Unit

_LABELS = "一二三四五六七八九十"
_DIGITS = "〇一二三四五六七八九"


def compose(draft: Draft) -> Page:
    """Everything that is printed, in reading order."""
    last = draft.layout.page.imprint_last
    imprint = tuple(_imprint(draft)) if draft.layout.page.imprint else ()
    return Page(
        pieces=(
            *_head(draft),
            *_body(draft),
            *_close(draft),
            *(() if last else imprint),
            *_annexes(draft),
            *(imprint if last else ()),
        )
    )


def doc_number(number: tuple[str, int, int], brackets: str = "〔〕") -> str:
    """机关代字〔年〕序号号."""
    prefix, year, serial = number
    return f"{prefix}{brackets[0]}{year}{brackets[1]}{serial}号"


def title(draft: Draft) -> str:
    """The whole title (标题); the agencies' names lead where no letterhead says them."""
    facts = draft.facts
    subject = f"关于{facts.verb}{facts.fund_title}的通知"
    return subject if draft.layout.page.letterhead != "none" else f"{' '.join(facts.agencies)}{subject}"


def _says(part: Part, text: str) -> Paragraph:
    return Paragraph(part=part, text=text)


def _head(draft: Draft) -> Iterator[Piece]:
    facts, layout = draft.facts, draft.layout.page
    number = _says("number", doc_number(facts.number, layout.brackets))
    if layout.letterhead == "文件":
        yield _says("letterhead", "　".join(facts.agencies) + "文件")
    elif layout.letterhead == "plain":
        yield from (_says("letterhead", agency) for agency in facts.agencies)
    yield from (
        (number, _says("title", title(draft)))
        if layout.number_at == "above"
        else (
            _says("title", title(draft)),
            number,
        )
    )
    yield _says("addressees", "，".join(facts.addressees) + ("：" if layout.colon else ""))


def _body(draft: Draft) -> Iterator[Piece]:
    facts = draft.facts
    yield _says("text", _opening(draft))
    for place, clause in enumerate(clauses(facts)):
        yield _says("text", f"{_LABELS[place]}、{clause}")
        if draft.layout.page.nested and place == 1:
            yield _says("text", "（一）按规定公示补助对象名单，接受社会监督；")
            yield _says("text", "（二）建立台账，分类管理，做到手续完备。")


def clauses(facts: Facts) -> tuple[str, ...]:
    """The clauses of the first level, the one with the budget codes first."""
    (income, income_name), (spending, spending_name) = facts.codes
    received = f"该项资金收入列{facts.year}年政府收支分类科目“{income}{income_name}”"
    return (f"{received}，支出列“{spending}{spending_name}”科目。", *facts.clauses)


def _opening(draft: Draft) -> str:
    facts = draft.facts
    upstream = f"关于下达{facts.year}年{facts.fund}的通知"
    based = f"根据《{upstream}》（{doc_number(facts.upstream)}）精神，" if facts.upstream[0] else ""
    sum_ = _sum_in_text(draft) if draft.layout.page.amount_in_text else ""
    return f"{based}经研究，现{facts.verb}你们{facts.fund_title}{sum_}（详见附件），现将有关事项通知如下："


def _sum_in_text(draft: Draft) -> str:
    """The sum in the table's unit, or exact in another one."""
    facts = draft.facts
    unit = facts.unit
    if draft.layout.page.other_unit_in_text:
        unit = Unit.YUAN if unit == Unit.WAN else Unit.WAN
    sum_ = facts.sent * facts.unit.factor / unit.factor
    return f"{sum_.normalize():f}{unit}"


def _close(draft: Draft) -> Iterator[Piece]:
    facts, layout = draft.facts, draft.layout.page
    titles = [table_title(facts), *([target_title(facts)] if draft.tables else [])]
    if layout.list_of_annexes:
        numbered = [f"{n}.{text}" for n, text in enumerate(titles, start=1)] if len(titles) > 1 else titles
        yield from (
            _says("annex list", ("附件：" if n == 0 else "") + text) for n, text in enumerate(numbered)
        )
    if layout.signed:
        yield from (_says("signature", agency) for agency in facts.agencies)
        yield _says("date", written(facts.date, layout.date_form))


def _imprint(draft: Draft) -> Iterator[Piece]:
    facts = draft.facts
    yield _says("rule", "")
    if facts.copies:
        yield _says("copies", f"抄送：{'，'.join(facts.copies)}。")
    yield _says("imprint", f"{facts.agencies[0]}　　{written(facts.date, '年月日')}印发")


def written(date: tuple[int, int, int], form: str) -> str:
    """2021年3月2日, 二〇二一年三月二日, 2021-03-02."""
    year, month, day = date
    if form == "-":
        return f"{year}-{month:02d}-{day:02d}"
    if form == "年月日":
        return f"{year}年{month}月{day}日"
    digits = "".join(_DIGITS[int(c)] for c in str(year))
    return f"{digits}年{_counted(month)}月{_counted(day)}日"


def _counted(number: int) -> str:
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return lead + (_DIGITS[ones] if ones else "")


def table_title(facts: Facts) -> str:
    """2021年中央财政就业补助资金分配表."""
    return f"{facts.fund_title}分配表"


def target_title(facts: Facts) -> str:
    """中央对地方转移支付区域绩效目标表."""
    above = "中央" if facts.fund_level.startswith("中央") else facts.province[-1:] + "级"
    above = "自治区" if above == "区级" else above
    return f"{above}对地方{'专项' if facts.form == 2018 else ''}转移支付区域绩效目标表"


def _annexes(draft: Draft) -> Iterator[Piece]:
    facts, layout = draft.facts, draft.layout.table
    yield _says("annex label", "附件1" if draft.tables else "附件")
    unit = f"（单位：{facts.unit}）" if layout.unit_at == "title" else ""
    yield _says("table title", table_title(facts) + unit)
    if layout.unit_at == "line":
        yield _says("unit", f"单位：{facts.unit}")
    elif layout.unit_at == "bracket":
        yield _says("unit", f"（单位：{facts.unit}）")
    yield allocation_grid(draft)
    if layout.note:
        yield _says("note", "注：1.资金分配依据上年度绩效评价结果。2.各地不得调整用途。")
    for number, table in enumerate(draft.tables):
        if number == 0:
            yield _says("annex label", "附件2")
        yield from _target_head(draft, table)
        yield target_grid(draft, table)


def _target_head(draft: Draft, table: Performance) -> Iterator[Piece]:
    year, name = draft.facts.year, printed_name(table.place, draft.layout)
    form = draft.layout.target.title
    plain = target_title(draft.facts)
    yield _says("table title", f"{name}{year}年度{plain}" if form == "in title" else plain)
    subtitle = {
        "year name": f"（{year}年度）{name}",
        "name year": f"（{name}{year}年度）",
        "bracket": f"（{year}年度 {name}）",
        "info": f"（{year}年度）",
        "line": f"（{year}年度）",
    }.get(form)
    if subtitle:
        yield _says("subtitle", subtitle)
    if form == "line":
        yield _says("subtitle", f"市县：{name}")
