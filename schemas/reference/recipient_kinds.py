"""Kinds of recipients by their own words (单位, 本级, 功能区, 村), and the words for totals."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from schemas.model import Frozen


class KindWords(Frozen):
    """The word lists; endings unless said otherwise in the data file."""

    own_level: tuple[str, ...]
    institution: tuple[str, ...]
    zone: tuple[str, ...]
    zone_designation: tuple[str, ...]
    corps: tuple[str, ...]
    project: tuple[str, ...]
    village: tuple[str, ...]
    division: tuple[str, ...]
    township: tuple[str, ...]
    total: tuple[str, ...]
    subtotal: tuple[str, ...]
    whole: tuple[str, ...]
    detail: tuple[str, ...]
    contrast: tuple[str, ...]

    def is_own_level(self, name: str) -> bool:
        """本级, 市本级: the whole name."""
        return bool(_pattern(self.own_level).fullmatch(name))

    def is_total(self, name: str) -> bool:
        """合计, 总计, 小计 alone or behind 全州: the whole name."""
        return name in self.whole or any(
            name in (word, *(whole + word for whole in self.whole)) for word in self.total
        )


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(words))


@cache
def kind_words() -> KindWords:
    """Read the lists once."""
    text = files("schemas").joinpath("data/recipient_kinds.toml").read_text("utf-8")
    return KindWords.model_validate({k: tuple(v) for k, v in tomllib.loads(text).items()})
