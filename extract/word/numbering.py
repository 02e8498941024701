"""The numbers that Word prints before the paragraphs of its lists (17.9); no text of the file holds them."""

import re
from collections import defaultdict

from extract.word.counting import counted
from extract.word.styles import ListPlace
from extract.word.xml import Element, W, child, is_on, number, value

_LEVEL = re.compile(r"%([1-9])")
_WIDE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]$")


class Numbering:
    """The lists of a file, counting from the first paragraph to the last."""

    def __init__(self, root: Element | None) -> None:
        lists = [] if root is None else root.findall(f"{W}num")
        kinds = [] if root is None else root.findall(f"{W}abstractNum")
        self._lists = {found.get(f"{W}numId") or "": found for found in lists}
        self._kinds = {kind.get(f"{W}abstractNumId") or "": kind for kind in kinds}
        self._linked = {
            value(kind, "styleLink"): kind for kind in kinds if child(kind, "styleLink") is not None
        }
        self._counters: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[int, int]] = set()

    def label(self, place: ListPlace) -> str:
        """Count the paragraph and give what is printed before it; blank for bullets."""
        level = self._level(place, place.level)
        if level is None:
            return ""
        self._count(place)
        legal = is_on(level, "isLgl")
        form = value(level, "lvlText") or ""
        text = _LEVEL.sub(lambda found: self._shown(place, int(found[1]) - 1, legal=legal), form)
        if value(level, "numFmt") == "bullet" or not text.strip():
            return ""
        return text if value(level, "suff") == "nothing" or _WIDE.search(text) else f"{text} "

    def _kind_id(self, place: ListPlace) -> str:
        return value(self._lists.get(str(place.list_id)), "abstractNumId") or ""

    def _level(self, place: ListPlace, level: int) -> Element | None:
        """The level's definition: the list's own, else its kind's, perhaps by the name of a list style."""
        for override in self._overrides(place, level):
            found = child(override, "lvl")
            if found is not None:
                return found
        kind = self._kinds.get(self._kind_id(place))
        kind = self._linked.get(value(kind, "numStyleLink") or "", kind)
        levels = [] if kind is None else kind.findall(f"{W}lvl")
        return next((found for found in levels if found.get(f"{W}ilvl") == str(level)), None)

    def _overrides(self, place: ListPlace, level: int) -> list[Element]:
        found = self._lists.get(str(place.list_id))
        overrides = [] if found is None else found.findall(f"{W}lvlOverride")
        return [override for override in overrides if override.get(f"{W}ilvl") == str(level)]

    def _count(self, place: ListPlace) -> None:
        """One more at this level; deeper ones begin anew. Lists of one kind count on from each other."""
        counters = self._counters[self._kind_id(place)]
        again = self._restart(place)
        if again is not None:
            counters[place.level] = again
        else:
            counters[place.level] = counters.get(place.level, self._start(place, place.level) - 1) + 1
        for deeper in [level for level in counters if level > place.level]:
            if number(self._level(place, deeper), "lvlRestart") != 0:
                del counters[deeper]

    def _restart(self, place: ListPlace) -> int | None:
        """The number of its own that the list begins this level with: once, at its first paragraph."""
        key = (place.list_id, place.level)
        starts = [number(o, "startOverride") for o in self._overrides(place, place.level)]
        if key in self._begun or not starts or starts[0] is None:
            return None
        self._begun.add(key)
        return starts[0]

    def _start(self, place: ListPlace, level: int) -> int:
        start = number(self._level(place, level), "start")
        return 1 if start is None else start

    def _shown(self, place: ListPlace, level: int, *, legal: bool) -> str:
        current = self._counters[self._kind_id(place)].setdefault(level, self._start(place, level))
        style = value(self._level(place, level), "numFmt") or "decimal"
        return counted(current, "decimal" if legal and style != "none" else style)
