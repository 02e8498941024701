"""The closed vocabularies of the house: English codes for the dataset, each with its Chinese label.

The values are the contract of the tables; a code may be added, none is renamed or dropped.
"""

from decimal import Decimal
from enum import StrEnum, unique
from typing import Self


class Code(StrEnum):
    """A code as the tables print it; `label_zh` is what a Chinese reader sees, `meaning` a gloss."""

    label_zh: str
    meaning: str

    def __new__(cls, value: str, label_zh: str = "", meaning: str = "") -> Self:
        """Let a member be declared as code, label, gloss; looked up by code alone, hence the defaults."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label_zh = label_zh
        member.meaning = meaning
        return member


@unique
class Unit(StrEnum):
    """A unit of money, printed in Chinese everywhere; `factor` is its worth in 元."""

    factor: Decimal

    YUAN = "元", "1"
    THOUSAND = "千元", "1000"
    WAN = "万元", "10000"
    MILLION = "百万元", "1000000"
    YI = "亿元", "100000000"

    def __new__(cls, value: str, factor: str = "1") -> Self:
        """Let a member be declared as name, worth in 元; looked up by name alone, hence the default."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.factor = Decimal(factor)
        return member

    @property
    def label_zh(self) -> str:
        """The unit itself."""
        return self.value


@unique
class TableName(Code):
    """The dataset's tables; also the place a finding points into."""

    NOTICES = "notices", "通知"
    SOURCES = "sources", "来源文件"
    CLAUSES = "clauses", "正文条款"
    CITATIONS = "citations", "引用文号"
    BUDGET_CODES = "budget_codes", "科目与代码"
    ATTACHMENTS = "attachments", "附件"
    ALLOCATIONS = "allocations", "资金分配"
    MONEY = "money", "资金一览"
    PERFORMANCE_TABLES = "performance_tables", "绩效目标表"
    PERFORMANCE_FUNDS = "performance_funds", "绩效目标表资金"
    PERFORMANCE_GOALS = "performance_goals", "年度目标"
    PERFORMANCE_INDICATORS = "performance_indicators", "绩效指标"
    FINDINGS = "findings", "问题清单"


@unique
class TextOrigin(Code):
    """Where the text of a notice comes from."""

    TEXT_LAYER = "text-layer", "文本层", "text stored in the file beside its picture"
    OCR = "ocr", "光学识别", "read from pixels"
    MIXED = "mixed", "混合", "some pages stored, some read from pixels"
    PLAIN_TEXT = "plain-text", "纯文本", "a file without pages"


@unique
class Action(Code):
    """What the notice does with the money."""

    ALLOCATE = "allocate", "下达"
    DISBURSE = "disburse", "拨付"
    ADVANCE = "advance", "提前下达"
    ADJUST = "adjust", "调整"
    WITHDRAW = "withdraw", "收回"
    SETTLE = "settle", "清算"
    OTHER = "other", "其他"


@unique
class FundLevel(Code):
    """Whose budget the fund comes from."""

    CENTRAL = "central", "中央"
    PROVINCE = "province", "省级"
    PREFECTURE = "prefecture", "地市级"
    COUNTY = "county", "县级"
    OTHER = "other", "其他"


@unique
class FundsSource(Code):
    """Whose money a 其中 line of a performance table names."""

    CENTRAL = "central", "中央资金"
    PROVINCE = "province", "省级资金"
    PREFECTURE = "prefecture", "地市级资金"
    COUNTY = "county", "县级资金"
    LOCAL = "local", "地方资金", "below the centre, level not said"
    OTHER = "other", "其他资金"


@unique
class Status(Code):
    """How far a notice can be trusted as a whole."""

    OK = "ok", "通过"
    REVIEW = "review", "待核", "some error or warning"
    NOT_A_NOTICE = "not-a-notice", "非通知"
    FAILED = "failed", "无法读取", "the file couldn't be read"


@unique
class SourceRole(Code):
    """What a file is to its notice."""

    MAIN = "main", "正文"
    ATTACHMENT = "attachment", "附件"
    DUPLICATE = "duplicate", "重复文件", "same bytes elsewhere"


@unique
class BudgetCodeKind(Code):
    """Which classification a code in the running text belongs to."""

    REVENUE = "revenue", "收入科目"
    EXPENDITURE = "expenditure", "支出功能科目"
    ECONOMIC = "economic", "经济科目"
    DIRECT_FUND = "direct_fund", "直达资金标识"
    PROJECT = "project", "项目代码"


@unique
class RecipientKind(Code):
    """What receives the money."""

    PROVINCE = "province", "省级行政区"
    PREFECTURE = "prefecture", "地级行政区"
    COUNTY = "county", "县级行政区"
    TOWNSHIP = "township", "乡镇街道"
    VILLAGE = "village", "村居"
    INSTITUTION = "institution", "单位"
    OWN_LEVEL = "own_level", "本级"
    OTHER = "other", "其他"


@unique
class MatchMethod(Code):
    """How a printed name came to its canonical one."""

    EXACT = "exact", "完全一致"
    ALIAS = "alias", "已知别称"
    FUZZY = "fuzzy", "近似匹配"
    ASSIGNMENT = "assignment", "整表指派", "the rows of a table matched together"
    INFERRED = "inferred", "推断", "only one row and one candidate were left"
    NONE = "none", "未匹配"


@unique
class Method(Code):
    """How a canonical value was arrived at; anything but `read` has a finding."""

    READ = "read", "直接读取"
    REPAIRED = "repaired", "修正识读", "the printed reading was replaced on evidence"
    INFERRED = "inferred", "推断", "it couldn't be read; evidence names it"
    CORRECTED = "corrected", "人工更正", "decided by a person"


@unique
class ColumnRole(Code):
    """What a measured column of an allocation table is to this notice."""

    MAIN = "main", "本次下达", "what this notice sends down"
    PART = "part", "其中项", "parts that add up to main"
    EARLIER = "earlier", "此前下达", "提前下达, 已拨付, 原下达"
    SUM = "sum", "累计", "earlier and main together: 合计, 调整后"
    OTHER = "other", "其他"


@unique
class Measure(Code):
    """What kind of quantity a column holds."""

    AMOUNT = "amount", "金额"
    COUNT = "count", "数量"
    RATE = "rate", "比率"
    STANDARD = "standard", "标准", "a price or standard for each unit"
    TEXT = "text", "文字"


@unique
class RowKind(Code):
    """What a row of an allocation table is."""

    RECIPIENT = "recipient", "接收方"
    SUBTOTAL = "subtotal", "小计"
    TOTAL = "total", "合计", "covers all rows of its table, whatever it is called"
    DETAIL = "detail", "其中", "a part of the row above it"


@unique
class AllocationOrigin(Code):
    """Where an allocation stands in the notice."""

    TABLE = "table", "表格"
    TEXT = "text", "正文", "a list of recipients and sums in running text"


@unique
class TargetKind(Code):
    """What kind of target value (指标值) an indicator has."""

    NUMERIC = "numeric", "数值"
    DEADLINE = "deadline", "时限"
    QUALITATIVE = "qualitative", "定性"


@unique
class Operator(Code):
    """How a target value bounds what is measured."""

    GE = "ge", "≥"
    LE = "le", "≤"
    GT = "gt", ">"
    LT = "lt", "<"
    EQ = "eq", "="


@unique
class Severity(Code):
    """How much a finding weighs."""

    ERROR = "error", "错误", "a figure can't be trusted"
    WARNING = "warning", "警告", "a person should look"
    INFO = "info", "提示", "worth knowing"


@unique
class Family(Code):
    """What a finding is about; the report groups by it."""

    READING = "reading", "识读"
    HEADER = "header", "文件要素"
    ALLOCATION = "allocation", "资金分配"
    RECIPIENT = "recipient", "接收方"
    PERFORMANCE = "performance", "绩效目标"
    ARCHIVE = "archive", "跨文件"
