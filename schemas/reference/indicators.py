"""The catalogue of performance indicators (绩效指标, 三级指标) that common transfer funds print.

Where each name was read stands in `data/indicators.csv`. The catalogue says what a name is and where it
usually stands in the form; a notice's own print is never replaced by it.
"""

import csv
import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from schemas.model import Frozen
from schemas.notation.text import compare_form

# The tables of poverty relief mark their core indicators so: ★★★受益建档立卡贫困人口数.
_STARS = re.compile(r"^[★☆*]+")
# One such character more or less makes another indicator: 第二次 and 第三次, 合格率 and 不合格率.
_TELLING = re.compile(r"\d+(?:\.\d+)?|[一二两三四五六七八九十百]|[不未无非]", re.ASCII)


class CatalogueIndicator(Frozen):
    """A 三级指标 of a fund: `name` as its source prints it, `also` other forms that mean the same.

    `level1` and `level2` (一级指标, 二级指标) are where most tables of the fund put it.
    """

    indicator_id: str
    name: str
    also: tuple[str, ...]
    level1: str
    level2: str
    fund: str
    source: str


@cache
def indicators() -> tuple[CatalogueIndicator, ...]:
    """All of the catalogue, a fund's together, in the order of their ids."""
    text = files("schemas").joinpath("data/indicators.csv").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(_indicator(row) for row in csv.DictReader(lines))


def _indicator(row: dict[str, str]) -> CatalogueIndicator:
    return CatalogueIndicator(
        indicator_id=row["indicator_id"],
        name=row["name"],
        also=tuple(row["also"].split("；")) if row["also"] else (),
        level1=row["level1"],
        level2=row["level2"],
        fund=row["fund"],
        source=row["source"],
    )


def find_indicator(name: str, fund: str | None = None) -> CatalogueIndicator | None:
    """The indicator of that name or variant; width, white space, stars and a unit in brackets don't count.

    Several funds may print one name: that of the notice's fund (中央财政就业补助资金 is 就业补助资金) wins,
    else the first in the catalogue.
    """
    return _of_fund(_by_form().get(bare_form(name), ()), fund)


def likely_indicator(
    name: str, cutoff: float = 92, fund: str | None = None
) -> tuple[CatalogueIndicator, float] | None:
    """The most similar indicator and its score (0 to 100), for names with a misread character.

    None below the cutoff, where two names fit alike, and where the digits or the negations differ.
    """
    form = bare_form(name)
    hits = process.extract(form, _by_form().keys(), scorer=fuzz.ratio, score_cutoff=cutoff, limit=3)
    best = [known for known, score, _ in hits if score == hits[0][1]]
    found = {_of_fund(_by_form()[known], fund) for known in best}
    telling = _TELLING.findall(form)
    if len(found) != 1 or any(_TELLING.findall(known) != telling for known in best):
        return None
    only = found.pop()
    return (only, hits[0][1]) if only else None


def bare_form(name: str) -> str:
    """What two prints of one indicator share: its compare form without stars and （人） at the end."""
    return _unit().sub("", _STARS.sub("", compare_form(name)))


@cache
def _by_form() -> Mapping[str, tuple[CatalogueIndicator, ...]]:
    found: dict[str, list[CatalogueIndicator]] = defaultdict(list)
    for one in indicators():
        for form in dict.fromkeys(map(bare_form, (one.name, *one.also))):
            found[form].append(one)
    return {form: tuple(group) for form, group in found.items()}


def _of_fund(group: tuple[CatalogueIndicator, ...], fund: str | None) -> CatalogueIndicator | None:
    own = (one for one in group if fund and one.fund in fund)
    return next(own, group[0] if group else None)


@cache
def _unit() -> re.Pattern[str]:
    """A unit in brackets at the end, with the blank form's placeholder: (人), (元/学期), (≥**万元)."""
    text = files("schemas").joinpath("data/indicator_units.toml").read_text("utf-8")
    words: dict[str, list[str]] = tomllib.loads(text)
    multiple, unit = (_either(words[key]) for key in ("multiples", "units"))
    one = f"(?:{multiple})?(?:{unit})"
    return re.compile(rf"(?<=.)\([≥≤<>=]?\**{one}(?:[/、·.*每]{one})*\)$")


def _either(words: list[str]) -> str:
    """compare_form has made ㎡ into m2; longer words first, or 人 would hide 人次."""
    return "|".join(map(re.escape, sorted({compare_form(w) for w in words}, key=len, reverse=True)))
