"""Writes national.csv, successions.csv and townships/ anew from lists.csv and the tables kept by hand.

Steps: 1. read each year's list; 2. correct it; 3. add what came after the last one;
4. intervals; 5. zones; 6. successions; 7. townships.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from tools.build_divisions import history, lists

DATA = Path("schemas/data/divisions")
HEADER = "# Built by `python -m tools.build_divisions`; see SOURCES.md. Not edited by hand.\n"


def main(cache: Path) -> None:
    """Fetch what the cache lacks, build, write."""
    sources = lists.published_lists(DATA / "lists.csv")
    fixes = [history.correction(r) for r in lists.rows(DATA / "corrections.csv")]
    years = {
        kind: history.corrected(
            {s.year: lists.divisions(s, cache) for s in sources if s.kind == kind}, kind, fixes
        )
        for kind in ("county", "zone")
    }
    counties = _without_zones(years["county"])
    _add_later(counties)
    known = {code for names in counties.values() for code in names}
    national = [*history.county_rows(counties), *history.zone_rows(years["zone"], known)]
    national.sort(key=lambda row: (row.code, row.valid_from))
    _write(DATA / "national.csv", history.Row._fields, national)
    _write(DATA / "successions.csv", ("year", "old_code", "new_code"), _successions(counties))
    parents = {row.code for row in national}
    _write_townships([s for s in sources if s.kind == "township"], fixes, parents, cache)


def _without_zones(years: history.Years) -> history.Years:
    """Statistics lists number functional zones from 71 up within their prefecture."""
    return {
        year: {c: n for c, n in names.items() if c.endswith("00") or c[4] != "7"}
        for year, names in years.items()
    }


def _add_later(years: history.Years) -> None:
    for row in lists.rows(DATA / "later.csv"):
        names = years.setdefault(int(row["year"]), dict(years[max(years)]))
        if row["name"]:
            names[row["code"]] = row["name"]
        else:
            del names[row["code"]]


def _successions(years: history.Years) -> list[tuple[int, str, str]]:
    by_hand = {(int(r["year"]), r["old_code"], r["new_code"]) for r in lists.rows(DATA / "mergers.csv")}
    return sorted(by_hand | set(history.successions(years)))


def _write_townships(
    sources: Sequence[lists.PublishedList],
    fixes: Iterable[history.Correction],
    parents: set[str],
    cache: Path,
) -> None:
    """All lists: the first and the last year whose list has the code with the name.

    Until 2016 the lists number 省直管 counties (定州市 139001) as GB/T 2260 never did: nothing hangs there.
    """
    listed = history.corrected({s.year: lists.townships(s, cache) for s in sources}, "township", fixes)
    provinces: dict[str, list[history.Listed]] = defaultdict(list)
    for row in history.township_rows(listed):
        if parents.isdisjoint({row.code[:6], f"{row.code[:4]}00"}):
            continue
        provinces[row.code[:2]].append(row)
    for province, townships in provinces.items():
        _write(DATA / "townships" / f"{province}.csv", history.Listed._fields, townships)


def _write(path: Path, header: Sequence[str], table: Iterable[Sequence[object]]) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(table)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
