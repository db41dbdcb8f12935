"""The cells of a workbook as text. Of its XML only sheets, shared texts and number formats are looked at, piece by
piece and never as a tree; formulas and macros are never run, and what a file says of its size is not believed.

The format is ECMA-376 (Office Open XML), part 1, chapter 18.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place, Problems
from tnt.reading.table_file import too_large
from tnt.survey.cell_values import DATE_FORMATS, as_date, as_number, is_date_format
from tnt.survey.spent import Spent

_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, expat.ExpatError,
    EOFError, LookupError, ValueError, OverflowError, NotImplementedError, RuntimeError, OSError,
)  # fmt: skip
_PIECE_BYTES = 2**16
_LAST_ROW = 1_048_576
"""Of any workbook."""

Attributes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A row in which something is written: texts by column, counted from 0, and the columns that hold a formula."""

    number: int
    texts: Mapping[int, str]
    formulas: frozenset[int]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet, its rows from the first."""

    title: str
    rows: list[Row]


def worksheets(path: Path, spent: Spent) -> list[Worksheet]:
    """The sheets of the workbook at `path`. `Problems` where it is none, or too large a one."""
    try:
        with zipfile.ZipFile(path) as archive:
            if len(archive.infolist()) > limits.ANSWERS_PARTS:
                raise too_large(Place(str(path)), limits.ANSWERS_PARTS, "files")
            return _Workbook(path, archive, spent).sheets()
    except _BROKEN as error:
        if isinstance(error, FileNotFoundError | PermissionError):
            raise
        raise no_form(path, "broken") from None


def no_form(path: Path, reason: str) -> Problems:
    """The problem of a file that holds no answers; `reason` is a word of the texts."""
    return Problems((Diagnostic(Code.SURVEY_NOT_A_FORM, Place(str(path)), {"reason": reason}),))


class _Reader:
    """Of one part; each hears of the elements by their names without a namespace."""

    def start(self, tag: str, of: Attributes) -> None:
        """An element begins, with these attributes."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A piece of text."""


class _Workbook:
    def __init__(self, path: Path, archive: zipfile.ZipFile, spent: Spent) -> None:
        self._path, self._archive, self._spent = path, archive, spent
        self._parts = {part.filename: part for part in archive.infolist()}

    def sheets(self) -> list[Worksheet]:
        (main,) = self._related("", "officeDocument").values()
        book = _Book()
        self._parse(main, book)
        styles, texts = _Styles(), _SharedTexts()
        for kind, reader in (("styles", styles), ("sharedStrings", texts)):
            for part in self._related(main, kind).values():
                self._parse(part, reader)
        found, sheets = self._related(main, "worksheet"), []
        for title, relation in book.sheets:
            if relation in found:
                sheet = _Sheet(texts.texts, styles.dates, book.starts_1904, lambda: self._spent.fill(self._path, 1))
                self._parse(found[relation], sheet)
                sheets.append(Worksheet(title, sheet.rows))
        return sheets

    def _related(self, part: str, kind: str) -> dict[str, str]:
        """Parts of one kind that another names, by the id of the relation."""
        folder, name = posixpath.split(part)
        relations = _Relations()
        self._parse(posixpath.join(folder, "_rels", f"{name}.rels"), relations)
        targets = {one: target for one, of_kind, target in relations.found if of_kind.rpartition("/")[2] == kind}
        return {one: posixpath.normpath(posixpath.join("/", folder, to)).lstrip("/") for one, to in targets.items()}

    def _parse(self, name: str, reader: _Reader) -> None:
        part = self._parts[name]
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # others take memory as they please
            raise NotImplementedError
        self._spent.unpack(self._path, part.file_size)  # no more is unpacked than is said here
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, of: reader.start(tag.rpartition(" ")[2], of)
        parser.EndElementHandler = lambda tag: reader.end(tag.rpartition(" ")[2])
        parser.CharacterDataHandler = reader.text
        parser.StartDoctypeDeclHandler = _refuse
        self._spent.parse(self._path, sum(piece.count(b"<") for piece in self._pieces(part)))  # quicker than to parse
        for piece in self._pieces(part):
            parser.Parse(piece, False)
        parser.Parse(b"", True)

    def _pieces(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        with self._archive.open(part) as content:
            yield from iter(lambda: content.read(_PIECE_BYTES), b"")


def _refuse(*declared: object) -> None:
    raise ValueError("a workbook declares no entities")


class _Relations(_Reader):
    def __init__(self) -> None:
        self.found: list[tuple[str, str, str]] = []

    def start(self, tag: str, of: Attributes) -> None:
        if tag == "Relationship" and of.get("TargetMode") != "External":
            self.found.append((of["Id"], of["Type"], of["Target"]))


class _Book(_Reader):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.starts_1904 = False

    def start(self, tag: str, of: Attributes) -> None:
        if tag == "sheet":
            relations = [value for name, value in of.items() if name.endswith("/relationships id")]
            self.sheets += [(of["name"], relation) for relation in relations]
        elif tag == "workbookPr":
            self.starts_1904 = of.get("date1904") in ("1", "true")


class _Styles(_Reader):
    """Which styles of cells show a number as a date or a time."""

    def __init__(self) -> None:
        self.dates: list[bool] = []
        self._formats = set(DATE_FORMATS)
        self._in_cells = False

    def start(self, tag: str, of: Attributes) -> None:
        if tag == "numFmt" and is_date_format(of.get("formatCode", "")):
            self._formats.add(of.get("numFmtId", ""))
        elif tag == "cellXfs":
            self._in_cells = True
        elif tag == "xf" and self._in_cells:
            self.dates.append(of.get("numFmtId") in self._formats)

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._in_cells = False


class _Texts(_Reader):
    """Texts in pieces (`t`), without those that say how a word is pronounced (`rPh`)."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._is_text = self._is_spoken = False

    def start(self, tag: str, of: Attributes) -> None:
        if tag == "t":
            self._is_text = not self._is_spoken
        elif tag == "rPh":
            self._is_spoken = True

    def end(self, tag: str) -> None:
        if tag == "t":
            self._is_text = False
        elif tag == "rPh":
            self._is_spoken = False

    def text(self, text: str) -> None:
        if self._is_text:
            self._pieces.append(text)

    def taken(self) -> str:
        text = "".join(self._pieces)
        self._pieces.clear()
        return text


class _SharedTexts(_Texts):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def end(self, tag: str) -> None:
        super().end(tag)
        if tag == "si":
            self.texts.append(self.taken().strip())


class _Sheet(_Texts):
    """The cells of a sheet; `filled` is told of each row that holds something."""

    def __init__(self, shared: list[str], dates: list[bool], starts_1904: bool, filled: Callable[[], object]) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._shared, self._dates, self._starts_1904, self._filled = shared, dates, starts_1904, filled
        self._number, self._column = 0, -1
        self._cell: Attributes = {}
        self._texts: dict[int, str] = {}
        self._formulas: set[int] = set()

    def start(self, tag: str, of: Attributes) -> None:
        super().start(tag, of)
        if tag == "c":
            self._column = _column(of["r"]) if "r" in of else self._column + 1
            self._cell = of
        elif tag == "v":
            self._is_text = True
        elif tag == "f":
            self._formulas.add(self._column)
        elif tag == "row":
            self._number = int(of.get("r", self._number + 1))
            self._column = -1
            if not 0 < self._number <= _LAST_ROW:
                raise ValueError("no row of a workbook")

    def end(self, tag: str) -> None:
        super().end(tag)
        if tag == "v":
            self._is_text = False
        elif tag == "c":
            self._take(self.taken())
        elif tag == "row" and (self._texts or self._formulas):
            self.rows.append(Row(self._number, self._texts, frozenset(self._formulas)))
            self._filled()
            self._texts, self._formulas = {}, set()

    def _take(self, stored: str) -> None:
        if stored and 0 <= self._column < limits.ANSWERS_COLUMNS and (text := self._shown(stored)):
            self._texts[self._column] = text

    def _shown(self, stored: str) -> str:
        kind, style = self._cell.get("t", "n"), int(self._cell.get("s", 0))
        if kind == "s":
            return self._shared[int(stored)]
        if kind == "b":
            return str(stored.strip() == "1")
        if kind != "n":
            return stored.strip()
        is_date = 0 <= style < len(self._dates) and self._dates[style]
        return as_date(stored.strip(), self._starts_1904) if is_date else as_number(stored.strip())


def _column(reference: str) -> int:
    """0 for A1, 27 for AB7."""
    number = 0
    for letter in reference[:4].rstrip("0123456789"):
        number = number * 26 + ord(letter.upper()) - ord("A") + 1
    return number - 1
