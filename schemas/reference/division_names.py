"""Short names of divisions: what notices print for the official name.

Order: 1. the class word (县, 自治州, 地区) goes; 2. ethnic groups before it go; 3. both together
and the simple class word alone (木垒县) are names; 4. conventional names from the list.
Nothing is ever shortened to one character: 郊区 and 代县 have no short name.
"""

import re
from functools import cache

from schemas.reference.division_files import Division, rows

# Class word → the simple one that everyday names keep; the longer ones first.
_CLASS_WORDS = {
    "特别行政区": "",
    "自治区": "区",
    "自治州": "州",
    "自治县": "县",
    "自治旗": "旗",
    "民族乡": "乡",
    "街道办事处": "街道",
    "地区": "",
    "林区": "",
    "矿区": "",
    "特区": "",
    "新区": "",
    "街道": "街道办事处",
    "苏木": "",
    **dict.fromkeys("省市县区旗盟镇乡", ""),
}
# A banner is told from its neighbour by these: 鄂托克前旗 is not 鄂托克.
_BANNER = re.compile(r"([前后中左右]|联合)旗$")
_ZONE_WORDS = (
    ("高新技术产业开发区", "高新区"),
    ("高新技术产业园区", "高新区"),
    ("高新技术开发区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
)


def short_forms(division: Division) -> tuple[str, ...]:
    """Names in everyday use beside the official one, the fuller first; () where there are none.

    木垒哈萨克自治县 → 木垒县, 木垒. They may be shared (玉树州 and 玉树市 → 玉树): who asks resolves that.
    """
    name = division.name
    ruled = _zone_forms(name) if division.level == "zone" else _ruled_forms(name)
    forms = (*ruled, *_conventional().get(name, ()))
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1 and form != name))


def _ruled_forms(name: str) -> tuple[str, ...]:
    word = next((w for w in _CLASS_WORDS if name.endswith(w)), "")
    stem = name.removesuffix(word)
    if not word or len(stem) < 2 or _BANNER.search(name):
        return ()
    bare = _without_groups(stem, autonomous="自治" in word)
    simple = _CLASS_WORDS[word] or (word if len(word) == 1 else "")
    return (bare + simple, bare)


def _zone_forms(name: str) -> tuple[str, ...]:
    return tuple(name.replace(word, short) for word, short in _ZONE_WORDS if name.endswith(word))


def _without_groups(stem: str, *, autonomous: bool) -> str:
    """积石山保安族东乡族撒拉族 → 积石山; 鄂温克族 → 鄂温克, where the group itself is the name.

    Outside 自治 divisions only the form with 族 is a group: 管城回族区, but 蒙古 in 内蒙古镇 is not.
    """
    while match := _group_at_end(autonomous=autonomous).search(stem):
        if len(stem) - len(match[0]) < 2:
            return stem.removesuffix("族") if len(stem) > 2 else stem
        stem = stem[: match.start()]
    return stem


@cache
def _group_at_end(*, autonomous: bool) -> re.Pattern[str]:
    groups = list(rows("ethnic_groups.csv"))
    words = [g["name"] for g in groups] + [g["bare"] for g in groups if autonomous and g["bare"]]
    return re.compile(f"(?:各族|{'|'.join(sorted(words, key=len, reverse=True))})$")


@cache
def _conventional() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for row in rows("conventional_names.csv"):
        names[row["name"]] = (*names.get(row["name"], ()), row["short"])
    return names
