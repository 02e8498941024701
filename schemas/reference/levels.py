"""The levels of performance indicators (一级指标, 二级指标): the tree of the standard form."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from schemas.model import Frozen
from schemas.notation.text import compare_form

_WEIGHT = re.compile(r"[（(\[]\s*\d+(?:\.\d+)?\s*[分%％]?\s*[)）\]]$|\d+分?$")

# One character in four or five: 数量指 and 产出指际; two of 生全效益 fit two labels.
_LIKELY = 80.0


class Path(Frozen):
    """A level 1 and one of its level 2, with the level 2's place in the form."""

    level1: str
    level2: str
    order: int


class LevelTree(Frozen):
    """The standard form's tree and the printed forms of its labels."""

    paths: tuple[Path, ...]
    level1: dict[str, str]
    level2: dict[str, str]

    def as_level1(self, label: str) -> str | None:
        """The canonical 一级指标 that a label prints, whatever its white space, weight and ending."""
        return self.level1.get(_form(label))

    def as_level2(self, label: str) -> str | None:
        """The canonical 二级指标 that a label prints."""
        return self.level2.get(_form(label))

    def likely(self, label: str) -> str | None:
        """The one label that a misread one is likely to be: a character wrong or lost, and no other so near.

        The label as the form prints it, to be looked up as level 1 or 2.
        """
        forms = {**self.level2, **self.level1}
        near = process.extract(_form(label), forms.keys(), scorer=fuzz.ratio, score_cutoff=_LIKELY, limit=8)
        names = {forms[form] for form, score, _ in near if score == near[0][1]}
        return names.pop() if len(names) == 1 else None

    def parents(self, level2: str) -> tuple[str, ...]:
        """The level 1 labels under which a level 2 stands in the standard form."""
        return tuple(path.level1 for path in self.paths if path.level2 == level2)


@cache
def level_tree() -> LevelTree:
    """Read the tree once."""
    data = tomllib.loads(files("schemas").joinpath("data/indicator_levels.toml").read_text("utf-8"))
    paths = [(one["name"], two) for one in data["level1"] for two in one["level2"]]
    also: dict[str, list[str]] = data["also"]
    return LevelTree(
        paths=tuple(Path(level1=one, level2=two, order=n) for n, (one, two) in enumerate(paths)),
        level1=_forms((one for one, _ in paths), also),
        level2=_forms((two for _, two in paths), also),
    )


def _forms(names: Iterable[str], also: dict[str, list[str]]) -> dict[str, str]:
    forms: dict[str, str] = {}
    for name in names:
        for printed in (name, name.removesuffix("指标"), *also.get(name, ())):
            forms[_form(printed)] = name
    return forms


@lru_cache(maxsize=1 << 12)  # a form's labels come back in every table
def _form(label: str) -> str:
    return _WEIGHT.sub("", compare_form(label)).replace("/", "")
