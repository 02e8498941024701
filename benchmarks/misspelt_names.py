"""What becomes of a misspelt township or zone: named wrongly, named rightly, or left open, and how loudly.

    python -m benchmarks.misspelt_names [COUNT]

Takes COUNT (200) townships and as many zones at random, the same every time, each in a notice of its own
county or prefecture with a part of its neighbours; prints the notice with the true name, with a
look-alike in one place (what an OCR engine or a typist gets wrong), and with any other character there.
Besides, real names of townships that the county's list lacks, and zones that no list has. `silent`: no
error or warning on the name. The true names must be silent, all others must not.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extract import printed_notices, read
from normalize import check, normalize
from normalize.recipients.doubt import stem
from schemas.dataset.codes import RowKind, Severity
from schemas.reference.division_files import national, rows, township_names
from schemas.reference.divisions import Division, ancestors, children, zones

YEAR = 2021
_SIGNS = {row["code"][:2]: row["character"] for row in rows("abbreviations.csv")}
# Pairs that readers of print mix up; each is tried both ways.
LOOK_ALIKES = (
    "阳阴 东车 大太 土士 未末 木本 石右 河何 沟构 营菅 政攻 洼注 桥侨 城域 陈阵 庄压 "
    "白自 店居 王玉 田由 古吉 乌鸟 头买 山出 坪坏 坡披 岭领 水永 天夫 平乎 龙尤 马乌 "
    "新薪 高亮 技枝 术木 经径 济挤 开升 发友 港巷 园圆 业亚 产严 南甫 北此 西酉 江汪 "
    "湖潮 海悔 林材 溪汉 沙纱 川州 关美 花化 金全 杨扬 张弛 李季 刘浏 黄寅 家冢 集隼 "
    "堡保 塔搭 泉皇 清请 洪供 塘糖 坝坎 垭哑 寨塞 口日 门们 仁仨 安按 和利 兴共 丰半 "
    "福副 双叹 三二 五王 八人 九丸 百白 万方 长氏 上土 中巾 下卞 前煎 后石 老考 小少 "
    "红江 青胄 阿呵 尔你 克兄 哈啥 拉垃 巴已 布市 格恪 苏芳 乐东 旧旦 富宫 宝主 盐监 "
    "铁轶 银根 岗岚 牛午 羊半 鸡鸣 虎虔 凤风"
)


class Case(NamedTuple):
    """A name to misspell: its division, and who pays it beside whom."""

    true: Division
    issuer: Division
    others: tuple[Division, ...]


class Outcome(NamedTuple):
    """How the name was matched, and the loudest finding on its row."""

    matched: str
    said: str


def townships(chance: random.Random, count: int) -> Iterator[Case]:
    counties = [d for group in national().by_code.values() for d in group if d.level == "county"]
    standing = sorted((c for c in counties if c.valid_in(YEAR)), key=lambda c: c.code)
    found = 0
    while found < count:
        county = chance.choice(standing)
        below = children(county.code, YEAR)
        if len(below) >= 6:
            true, *others = chance.sample(below, len(below) * 2 // 3)
            found += 1
            yield Case(true, county, tuple(others))


def zone_cases(chance: random.Random, count: int) -> Iterator[Case]:
    found = [d for group in national().by_code.values() for d in group if d.level == "zone"]
    standing = sorted((z for z in found if z.valid_in(YEAR) and z.parent_code), key=lambda z: z.code)
    for true in chance.sample(standing, min(count, len(standing))):
        issuer = ancestors(true.code, YEAR)[0]
        if true in zones(issuer.code, YEAR):
            yield Case(true, issuer, children(issuer.code, YEAR))


def misspelt(chance: random.Random, name: str, look_alikes: dict[str, str] | None) -> str | None:
    """The name with one character other than the last replaced; null where it has no look-alike."""
    places = [i for i in range(len(name) - 1) if look_alikes is None or name[i] in look_alikes]
    if not places:
        return None
    i = chance.choice(places)
    pool = look_alikes[name[i]] if look_alikes else _POOL
    return name[:i] + chance.choice([c for c in pool if c != name[i]]) + name[i + 1 :]


_POOL = (
    "东西南北山水河江湖海石马龙金银安平和兴福永长新古白红青黄大小高城关桥店庄沟岭坪坝塘泉林花杨柳李王张陈刘赵"
)


def outcome(case: Case, printed: str, at: int, text: str = "") -> Outcome:
    names = [d.name for d in case.others]
    names.insert(at, printed)
    (notice,) = (normalize(p) for p in printed_notices(read(_text(case, names, text).encode(), "text/plain")))
    (table,) = notice.allocations
    row = table.of_kind(RowKind.RECIPIENT)[at]
    match = row.match
    own = [f.severity for f in check(notice) if f.key.row_no == row.number and f.column == "recipient"]
    said = min(own, key=list(Severity).index, default=None)
    if match is None or match.name is None:
        matched = "open"
    elif match.division_code is None:
        matched = "as printed, no code"
    else:
        matched = "right" if match.division_code == case.true.code else "WRONG"
    return Outcome(matched, said.value if said in (Severity.ERROR, Severity.WARNING) else "silent")


def _text(case: Case, names: list[str], text: str) -> str:
    sign = _SIGNS[case.issuer.code[:2]]
    printed = "\n".join(f"| {n} | {name} | {n} |" for n, name in enumerate(names, start=1))
    total = sum(range(1, len(names) + 1))
    return (
        f"{case.issuer.name}财政局文件\n\n{sign}财社〔{YEAR}〕5号\n\n关于下达{YEAR}年救助补助资金的通知\n\n"
        f"各有关单位：\n\n现下达{YEAR}年救助补助资金{total}万元。{text}\n\n附件：{YEAR}年救助补助资金分配表\n\n"
        f"{case.issuer.name}财政局\n{YEAR}年3月15日\n\n附件\n\n{YEAR}年救助补助资金分配表\n\n单位：万元\n\n"
        f"| 序号 | 单位名称 | 金额 |\n|---|---|---|\n{printed}\n| | 合计 | {total} |\n"
    )


def _look_alikes() -> dict[str, str]:
    found: dict[str, str] = {}
    for one, other in LOOK_ALIKES.split():
        found[one] = found.get(one, "") + other
        found[other] = found.get(other, "") + one
    return found


def measure(label: str, cases: list[Case], chance: random.Random) -> None:
    kinds: dict[str, list[Outcome]] = {"true names": [], "look-alike": [], "any character": []}
    for case in cases:
        at = chance.randrange(len(case.others) + 1)
        taken = {d.name for d in (*children(case.issuer.code, YEAR), *zones(case.issuer.code, YEAR))}
        kinds["true names"].append(outcome(case, case.true.name, at))
        for kind, pool in (("look-alike", _look_alikes()), ("any character", None)):
            printed = misspelt(chance, case.true.name, pool)
            if printed and printed not in taken:  # a neighbour's true name can't be told from a misspelling
                kinds[kind].append(outcome(case, printed, at))
    for kind, outcomes in kinds.items():
        show(f"{label}, {kind}", outcomes)


def measure_strangers(cases: list[Case], chance: random.Random) -> None:
    """A township that the county's list lacks, as like a neighbour without a row as the nation has one."""
    outcomes = []
    for case in cases:
        free = set(children(case.issuer.code, YEAR)) - set(case.others)
        taken = {d.name for d in children(case.issuer.code, YEAR)}
        like = [n for n in _short_names() if n not in taken and any(_half(n, d.name) for d in free)]
        if like:
            outcomes.append(outcome(case, chance.choice(like), 0))
    show("townships that the list lacks, half like one that it has", outcomes)


def measure_two_spellings(chance: random.Random) -> None:
    """A zone that no list has, misspelt in the table and right in the running text."""
    outcomes: dict[str, list[Outcome]] = {"true names": [], "misspelt": []}
    for case in townships(chance, 100):
        name = f"{stem(case.issuer.name)}{chance.choice(('临港新区', '循环经济示范区', '物流园区'))}"
        printed = misspelt(chance, name, None) or name
        outcomes["true names"].append(outcome(case, name, 0, f"{name}的资金一并下达。"))
        outcomes["misspelt"].append(outcome(case, printed, 0, f"{name}的资金一并下达。"))
    for kind, found in outcomes.items():
        show(f"zones that no list has, {kind}", found)


def show(label: str, outcomes: list[Outcome]) -> None:
    print(f"{label}: {len(outcomes)}")
    for (matched, said), number in sorted(Counter(outcomes).items()):
        print(f"    {number:4}  {matched}, {said}")


@cache
def _short_names() -> list[str]:
    """Two characters and a class word: most names of townships."""
    return sorted(name for name in township_names() if len(name) == 3)


def _half(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    chance = random.Random(1)  # noqa: S311  a sample, no secret
    cases = list(townships(chance, count))
    measure("townships", cases, chance)
    measure_strangers(cases, chance)
    measure("zones", list(zone_cases(chance, count)), chance)
    measure_two_spellings(chance)


if __name__ == "__main__":
    main()
