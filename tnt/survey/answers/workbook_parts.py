"""The parts of a workbook's XML that matter for answers: each reader hears of elements and keeps what it is for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tnt import limits
from tnt.survey.answers.cell_values import DATE_FORMATS, as_date, as_number, is_date_format

_LAST_ROW = 1_048_576
"""Of any workbook."""

Attributes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A row in which something is written: texts by column, counted from 0, and the columns that hold a formula."""

    number: int
    texts: Mapping[int, str]
    formulas: frozenset[int]


class Reader:
    """Of one part; each hears of the elements by their names without a namespace."""

    def start(self, tag: str, of: Attributes) -> None:
        """An element begins, with these attributes."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A piece of text."""


class Relations(Reader):
    """Which parts another names: the id of each relation, its kind and where it leads, inside the workbook."""

    def __init__(self) -> None:
        self.targets: list[tuple[str, str, str]] = []

    def start(self, tag: str, of: Attributes) -> None:
        """As `Reader`."""
        if tag == "Relationship" and of.get("TargetMode") != "External":
            self.targets.append((of["Id"], of["Type"], of["Target"]))


class Book(Reader):
    """The names of the sheets, with the relations that lead to them, and from which day days are counted."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.starts_1904 = False

    def start(self, tag: str, of: Attributes) -> None:
        """As `Reader`."""
        if tag == "sheet":
            relations = [value for name, value in of.items() if name.endswith("/relationships id")]
            self.sheets += [(of["name"], relation) for relation in relations]
        elif tag == "workbookPr":
            self.starts_1904 = of.get("date1904") in ("1", "true")


class Styles(Reader):
    """Which styles of cells show a number as a date or a time."""

    def __init__(self) -> None:
        self.dates: list[bool] = []
        self._formats = set(DATE_FORMATS)
        self._in_cells = False

    def start(self, tag: str, of: Attributes) -> None:
        """As `Reader`."""
        if tag == "numFmt" and is_date_format(of.get("formatCode", "")):
            self._formats.add(of.get("numFmtId", ""))
        elif tag == "cellXfs":
            self._in_cells = True
        elif tag == "xf" and self._in_cells:
            self.dates.append(of.get("numFmtId") in self._formats)

    def end(self, tag: str) -> None:
        """As `Reader`."""
        if tag == "cellXfs":
            self._in_cells = False


class _Texts(Reader):
    """Texts in pieces (`t`), without those that say how a word is pronounced (`rPh`)."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._is_text = self._is_spoken = False

    def start(self, tag: str, of: Attributes) -> None:
        """As `Reader`."""
        if tag == "t":
            self._is_text = not self._is_spoken
        elif tag == "rPh":
            self._is_spoken = True

    def end(self, tag: str) -> None:
        """As `Reader`."""
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


class SharedTexts(_Texts):
    """Texts that cells share, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def end(self, tag: str) -> None:
        """As `Reader`."""
        super().end(tag)
        if tag == "si":
            self.texts.append(self.taken().strip())


class SheetReader(_Texts):
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
        """As `Reader`."""
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
        """As `Reader`."""
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
