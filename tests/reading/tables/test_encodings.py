"""Encodings: found where none is stated, and said where they are not UTF-8."""

import gzip
from pathlib import Path

import pytest

from tests.reading.tables.table_cases import WIDE, only, problems, read
from tnt import limits
from tnt.check.check import check
from tnt.diagnostics import Code
from tnt.reading.tables.files import csv_file

TABLE = WIDE.replace("South", "Sør – €").replace("practice", "liste")
KEYS = {"id": "liste", "name": "name"}
BYTES = {
    "utf-8": TABLE.encode(),
    "utf-8 with a mark": TABLE.encode("utf-8-sig"),
    "utf-16, little end": b"\xff\xfe" + TABLE.encode("utf-16-le"),
    "utf-16, big end": b"\xfe\xff" + TABLE.encode("utf-16-be"),
    "windows-1252": TABLE.encode("windows-1252"),
}
FOUND = {"utf-16, little end": "utf-16", "utf-16, big end": "utf-16", "windows-1252": "windows-1252"}


@pytest.mark.parametrize("how", BYTES)
@pytest.mark.parametrize("ending", ["csv", "csv.gz"])
def test_found(tmp_path: Path, how: str, ending: str) -> None:
    content = gzip.compress(BYTES[how]) if ending == "csv.gz" else BYTES[how]
    lists = read(tmp_path, content, table=f"table.{ending}", **KEYS)
    assert lists.names is not None
    assert (lists.names.tolist(), lists.encoding_found) == (["North", "Sør – €"], FOUND.get(how))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_stated(tmp_path: Path, encoding: str) -> None:
    lists = read(tmp_path, TABLE.encode(encoding), encoding=encoding, **KEYS)
    assert lists.names is not None
    assert (lists.names[1], lists.encoding_found) == ("Sør – €", None)


def test_letters_of_the_heading(tmp_path: Path) -> None:
    table = WIDE.replace("practice", "løpenr").replace(",", ";")
    for encoding in ("utf-8", "utf-16", "windows-1252"):
        assert read(tmp_path, table.encode(encoding), id="løpenr").people.sum() == 36


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1252"])
def test_the_first_letter_after_much_that_is_ascii(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.setattr(csv_file, "_BLOCK_BYTES", 256)
    rows = "".join(f"L{row},x,1,2,3,4\n" for row in range(1000))
    lists = read(tmp_path, (TABLE.replace("Sør – €", "S") + rows + "Z,Ås €,1,1,1,1\n").encode(encoding), **KEYS)
    assert lists.names is not None
    assert (len(lists.ids), lists.ids[500], lists.names[-1]) == (1003, "L498", "Ås €")


@pytest.mark.parametrize(
    ("content", "row"),
    [
        (TABLE.encode() + "C,Øst,1,1,1,1\n".encode("latin-1"), 4),  # damaged UTF-8
        (WIDE.encode() + b"C,\x8f,1,1,1,1\n", 4),  # no letter of Windows-1252
        (TABLE.encode("utf-16")[:-1], None),
    ],
)
def test_what_is_in_no_encoding(tmp_path: Path, content: bytes, row: int | None) -> None:
    keys = {"id": content.split(b",")[0].decode("ascii", "ignore")} if row else {"id": "liste"}
    found = only(problems(tmp_path, content, **keys), Code.TABLE_UNREADABLE)
    assert found.values["reason"] == "encoding"
    assert row is None or found.place.cell == (row, "")


def test_the_limit_is_of_what_is_made_of_the_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = (WIDE + 'C,"' + "€" * 400 + '",1,1,1,1\n').encode("windows-1252")
    monkeypatch.setattr(limits, "TABLE_CONTENT_BYTES", 1000)
    assert len(content) < 1000
    only(problems(tmp_path, content), Code.TABLE_TOO_LARGE)


def test_what_is_found_is_said(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(TABLE.encode("windows-1252"))
    lists = "format: tnt/1\nlists: l\ntable: t.csv\nid: liste\npeople: '{sex}_{ages}'\n"
    (tmp_path / "lists.yaml").write_text(lists)
    note = only(check([tmp_path / "lists.yaml"]).diagnostics, Code.ENCODING_FOUND)
    assert note.values == {"found": "windows-1252"}
    (tmp_path / "lists.yaml").write_text(lists + "encoding: windows-1252\n")
    assert check([tmp_path / "lists.yaml"]).diagnostics == ()
