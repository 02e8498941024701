import logging
import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from random import Random

import pytest

from notices.ocr_cache import OcrFileCache, default_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "缓存" / "ocr.sqlite3"


@pytest.fixture
def cache(path: Path) -> Iterator[OcrFileCache]:
    made = OcrFileCache(path)
    yield made
    made.close()


def test_what_was_put_is_there_for_the_next_run(cache: OcrFileCache, path: Path) -> None:
    cache.put("a", b"first")
    cache.put("a", b"second")
    cache.close()
    later = OcrFileCache(path)
    assert later.get("a") == b"second"
    assert later.get("b") is None
    later.close()


@pytest.mark.parametrize(
    "junk",
    [
        b"not a database at all" * 100,
        b"SQLite format 3\x00" + b"\xff" * 5000,  # right at first sight
    ],
)
def test_a_damaged_file_starts_anew(
    cache: OcrFileCache, path: Path, junk: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir()
    path.write_bytes(junk)
    with caplog.at_level(logging.WARNING):
        assert cache.get("a") is None
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "starts anew" in caplog.text
    cache.put("a", b"kept")
    assert cache.get("a") == b"kept"


@pytest.mark.parametrize(
    "damage",
    [
        "x'00ff'",  # something else
        "x''",  # nothing left
        "substr(value, 1, length(value) - 3)",  # cut off in its last bytes
        "substr(value, 1, length(value) / 2)",  # half written
    ],
)
def test_a_damaged_value_is_not_there(cache: OcrFileCache, damage: str) -> None:
    cache.put("a", b"kept" * 20)
    assert cache.get("a") == b"kept" * 20
    cache._connection().execute(f"UPDATE readings SET value = {damage}")  # noqa: S608  a row of this table
    assert cache.get("a") is None
    cache.put("a", b"again")
    assert cache.get("a") == b"again"


@pytest.mark.parametrize("left", [0.5, 0.9])
def test_a_file_that_was_cut_off_costs_its_readings_only(path: Path, left: float) -> None:
    whole = OcrFileCache(path)
    noise = Random(3)  # noqa: S311  a test's noise, so that nothing compresses
    for number in range(40):
        whole.put(str(number), noise.randbytes(5_000))
    whole._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole.close()
    data = path.read_bytes()
    path.write_bytes(data[: int(left * len(data))])
    cut = OcrFileCache(path)
    for number in range(40):
        cut.get(str(number))
        cut.put(str(number), b"read again")
    # what was met before the damage may be lost with it; after that everything is kept
    for number in range(40):
        cut.put(str(number), b"read again")
    assert [cut.get(str(number)) for number in range(40)] == [b"read again"] * 40
    cut.close()


def test_a_place_that_can_not_be_written_costs_one_line_and_no_run(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = OcrFileCache(tmp_path / "file" / "ocr.sqlite3")
    for _ in range(3):
        cache.put("a", b"lost")
        assert cache.get("a") is None
    assert len(caplog.records) == 1
    assert "left aside" in caplog.text


def test_it_stays_under_its_limit_and_drops_the_oldest(path: Path) -> None:
    limit = 400_000
    cache = OcrFileCache(path, limit)
    noise = Random(1)  # noqa: S311  a test's noise, so that nothing compresses
    for number in range(100):
        cache.put(str(number), noise.randbytes(10_000))
        cache._connection().execute("UPDATE readings SET used = used - 10")
    assert cache.get("0") is None
    assert cache.get("99") is not None
    cache.close()
    assert path.stat().st_size < limit * 1.2


def test_what_was_used_lately_stays(path: Path) -> None:
    cache = OcrFileCache(path, 400_000)
    noise = Random(2)  # noqa: S311  a test's noise
    cache.put("wanted", b"often")
    for number in range(100):
        cache.put(str(number), noise.randbytes(10_000))
        cache._connection().execute("UPDATE readings SET used = used - 100000")
        assert cache.get("wanted") == b"often"
    cache.close()


def fill(cache: OcrFileCache, first: int) -> int:
    """How many of its own the process finds again."""
    for number in range(first, first + 50):
        cache.put(str(number), str(number).encode())
    found = [cache.get(str(number)) == str(number).encode() for number in range(first, first + 50)]
    cache.close()
    return sum(found)


@pytest.mark.slow
@pytest.mark.parametrize("method", sorted({"spawn", "forkserver"} & set(get_all_start_methods())))
def test_processes_share_it(cache: OcrFileCache, method: str) -> None:
    with ProcessPoolExecutor(4, mp_context=get_context(method)) as pool:
        found = list(pool.map(fill, [cache] * 8, range(0, 400, 50)))
    assert found == [50] * 8
    assert all(cache.get(str(number)) is not None for number in range(400))


def test_a_copy_opens_the_file_for_itself(cache: OcrFileCache) -> None:
    cache.put("a", b"kept")
    other = pickle.loads(pickle.dumps(cache))  # noqa: S301  as a process pool hands it over
    assert other.get("a") == b"kept"
    other.close()


def test_the_default_place_is_the_users_cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_path().name == "ocr-1.sqlite3"
    assert "fiscal-notices" in default_path().parts
