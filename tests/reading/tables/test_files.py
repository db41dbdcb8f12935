"""Files that are no tables: each is one problem with a place, never a traceback and never a full memory."""

import contextlib
import gzip
import os
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.profile import times
from tests.reading.tables.table_cases import WIDE, only, problems, read
from tnt import limits
from tnt.diagnostics import Code, Problems
from tnt.reading.git import revision
from tnt.reading.tables.files import csv_file as table_csv
from tnt.reading.tables.files.file import ENDINGS


def unreadable(folder: Path, content: str | bytes, /, **keys: object) -> str:
    return only(problems(folder, content, **keys), Code.TABLE_UNREADABLE).values["reason"]


@pytest.mark.parametrize(
    "table",
    [
        "https://example.org/a.csv",
        "file:///a.csv",
        "FTP://x/a.csv",
        "/etc/a.csv",
        "C:\\a.csv",
        "c:a.csv",
        "\\\\host\\a.csv",
    ],
)
def test_addresses_are_refused(tmp_path: Path, table: str) -> None:
    found = only(problems(tmp_path, None, table=table), Code.TABLE_ADDRESS)
    assert (found.place.file, found.values) == ("lists.yaml:table", {"found": table})


def test_the_folder_above_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "table.csv").write_text(WIDE)
    lists = read(tmp_path / "pack", None, table="../table.csv")
    assert lists.table == str(tmp_path / "table.csv")


@pytest.mark.parametrize("table", ["table.xls", "table", "table.csv.zip", ".."])
def test_other_endings_are_refused(tmp_path: Path, table: str) -> None:
    assert (
        only(problems(tmp_path, None, table=table), Code.NOT_A_CHOICE).values["choices"]
        == ".csv, .csv.gz, .xlsx, .xlsm, .parquet, .json"
    )


def test_no_file(tmp_path: Path) -> None:
    found = only(problems(tmp_path, None), Code.FILE_UNREADABLE)
    assert (found.place.file, found.values) == ("lists.yaml:table", {"reason": "missing"})
    only(problems(tmp_path, None, table="a\0b.csv"), Code.FILE_UNREADABLE)


def test_folders_pipes_and_devices(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "device.csv").symlink_to("/dev/zero")
    reasons = [
        only(problems(tmp_path, None, table=f"{name}.csv"), Code.FILE_UNREADABLE).values["reason"]
        for name in ("folder", "pipe")
    ]
    assert reasons == ["folder", "device"]
    only(problems(tmp_path, None, table="device.csv"), Code.LINK)


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("", "empty"),
        ("practice,male_0-4,female_0-4\n", "header-only"),
        ("practice,male_0-4,female_0-4", "header-only"),
        ("practice,male_0-4,female_0-4\n,,\n\n", "header-only"),
        (WIDE.replace("A,", "\0,"), "nul"),
        (gzip.compress(WIDE.encode(), mtime=0), "nul"),
    ],
)
def test_what_is_no_csv(tmp_path: Path, table: str | bytes, reason: str) -> None:
    assert unreadable(tmp_path, table) == reason


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_what_is_not_in_the_encoding_stated(tmp_path: Path, encoding: str) -> None:
    assert unreadable(tmp_path, WIDE.replace("South", "Sør").encode(encoding), encoding="utf-8") == "encoding"


def test_a_cell_in_another_encoding(tmp_path: Path) -> None:
    table = WIDE.replace("South", "Sør").encode("latin-1")
    found = only(problems(tmp_path, table, name="name", encoding="utf-8"), Code.TABLE_UNREADABLE)
    assert (found.place.cell, found.values["reason"]) == ((3, ""), "encoding")
    names = read(tmp_path, table, name="name", encoding="latin-1").names
    assert names is not None
    assert names.tolist() == ["North", "Sør"]


def test_a_byte_order_mark_and_other_line_ends(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf" + WIDE.replace("\n", "\r\n").encode()).ids.tolist() == ["A", "B"]


def test_rows_of_another_length(tmp_path: Path) -> None:
    short, long = problems(tmp_path, WIDE + "C,East,1\nD,West,1,1,1,1\nE,Up,1,1,1,1,1\n")
    assert [d.code for d in (short, long)] == [Code.TABLE_UNREADABLE] * 2
    assert short.place.cell == (4, "")
    assert short.values == {"reason": "ragged", "found": "3", "expected": "6"}
    assert (long.place.cell, long.values["found"]) == ((6, ""), "7")


def test_a_row_longer_than_what_is_read_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_csv, "_BLOCK_BYTES", 128)
    assert unreadable(tmp_path, WIDE + 'C,"' + "x" * 1000 + '",1,1,1,1\n') == "row-too-long"


def test_gzip(tmp_path: Path) -> None:
    packed = gzip.compress(WIDE.encode())
    assert read(tmp_path, packed, table="table.csv.gz").people.sum() == 36
    for broken in (packed[:-9], b"no gzip", packed[:20] + b"xxx" + packed[23:], packed + b"tail"):
        assert unreadable(tmp_path, broken, table="table.csv.gz") == "gzip"


def test_gzip_that_unpacks_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TABLE_CONTENT_BYTES", 100_000)
    bomb = gzip.compress(WIDE.encode() + b"C,x,1,1,1,1\n" * 100_000)
    assert len(bomb) < 10_000
    only(problems(tmp_path, bomb, table="table.csv.gz"), Code.TABLE_TOO_LARGE)


@pytest.mark.parametrize(
    ("limit", "value"), [("TABLE_FILE_BYTES", 50), ("TABLE_ROWS", 1), ("TABLE_COLUMNS", 5), ("TABLE_CELLS", 9)]
)
@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, ending: str) -> None:
    pq.write_table(pa.table({name: ["1", "2"] for name in WIDE.split("\n")[0].split(",")}), tmp_path / "table.parquet")
    (tmp_path / "table.csv").write_text(WIDE)
    read(tmp_path, None, table=f"table.{ending}")
    monkeypatch.setattr(limits, limit, value)
    found = only(problems(tmp_path, None, table=f"table.{ending}"), Code.TABLE_TOO_LARGE)
    assert found.values["limit"].startswith(str(value))


def test_lists_times_bands_are_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TABLE_CELLS", 350)
    rows = "".join(f"L{number},{number},1\n" for number in range(100))
    keys = {"shape": "long", "id": "code", "ages": "age", "people": "n"}
    only(problems(tmp_path, "code,age,n\n" + rows, **keys), Code.TABLE_TOO_LARGE)


@settings(max_examples=times(200), deadline=None)
@given(
    st.binary(max_size=60),
    st.sampled_from(["table.csv", "table.csv.gz"]),
    st.booleans(),
    st.sampled_from(["wide", "long"]),
)
def test_any_bytes_are_lists_or_problems(content: bytes, table: str, packed: bool, shape: str) -> None:
    keys = {"people": "n", "ages": "a"} if shape == "long" else {"people": {"total": "n"}}
    content = b"practice,a,n\n" + content
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(Problems):
        lists = read(Path(folder), gzip.compress(content) if packed else content, table=table, shape=shape, **keys)
        assert len(lists.people) == len(lists.ids) > 0
        assert lists.people.min() >= 0


def test_tables_of_every_ending_are_read_at_a_revision_too() -> None:
    assert set(ENDINGS) <= set(revision._READ)
