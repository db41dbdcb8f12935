"""What a workbook takes of memory, from its XML and before its library reads it.

The library makes room for every cell between the first and the last of a sheet, and a copy of a shared text for every
cell that has it: a few bytes at A1 and XFD1048576, or one long text in many cells, would fill any memory.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

_CELL, _BEGINS = b"<c ", b'<c r="'
_UNUSUAL = re.compile(rb"<c[^\w :]")
"""A cell without its place; one of a named space is unusual too. Programs write neither."""
_NOT_NEAR = re.compile(rb'<c r="(?![A-Z]{1,2}[0-9]{1,4}")')
_NEAR = 702 * 9_999
"""Cells down to row 9999 in columns of two letters."""
_PLACE = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
_SHARED = re.compile(rb"<(?:[^\s<>/:]+:)?si[\s/>]")
_REFERENCE = re.compile(r"([A-Za-z]{1,7})([0-9]{1,12})")


@dataclass(frozen=True)
class Extent:
    """Cells that room is made for, and bytes of the shared texts in them."""

    cells: int
    text_bytes: int


def shared_texts(xml: bytes) -> list[int]:
    """At most so many bytes each of the shared texts of a workbook has; `xml` is the part that holds them."""
    if b"<!" in xml:  # a comment or the like may hide where a text begins
        return [len(xml)] * len(_SHARED.findall(xml))
    return [len(piece) for piece in _SHARED.split(xml)[1:]]


def extent_of(sheet: bytes, texts: list[int], most: Extent) -> Extent:
    """Of a sheet: an upper bound where that is within `most`, else exactly. expat.ExpatError, ValueError: broken."""
    cells = sheet.count(_CELL)
    if cells == sheet.count(_BEGINS) and b":c" not in sheet and not _UNUSUAL.search(sheet):
        text_bytes = cells * max(texts, default=0)
        if text_bytes <= most.text_bytes and (area := _area(sheet, cells, most.cells)) is not None:
            return Extent(area, text_bytes)
    return _Sheet(texts).extent(sheet)


def _area(sheet: bytes, cells: int, most: int) -> int | None:
    """At most so many cells lie between A1 and the last cell, if that is not more than `most`."""
    if most >= _NEAR and not _NOT_NEAR.search(sheet):
        return _NEAR
    places = _PLACE.findall(sheet)
    if len(places) < cells or not places:
        return None
    columns, rows = (set(part) for part in zip(*places, strict=True))
    area = max(map(int, rows)) * max(_number(letters.decode()) for letters in columns)
    return area if area <= most else None


def _number(letters: str) -> int:
    """1 for A, 28 for AB."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@dataclass
class _Sheet:
    """Hears every element of a sheet; only cells with something in them count."""

    texts: list[int]
    rows: int = 0
    columns: int = 0
    text_bytes: int = 0
    _at: list[int] = field(default_factory=lambda: [0, 0])
    _is_shared: bool = False
    _value: list[str] = field(default_factory=list)

    def extent(self, xml: bytes) -> Extent:
        parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._value.append
        parser.Parse(xml, True)
        return Extent(self.rows * self.columns, self.text_bytes)

    def _start(self, tag: str, of: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "row":
            self._at = [int(of["r"]) if "r" in of else self._at[0] + 1, 0]
        elif name == "c":
            self._at[1] += 1
            self._is_shared = of.get("t") == "s"
            if "r" in of:
                reference = _REFERENCE.fullmatch(of["r"])
                if reference is None:
                    raise ValueError("no cell")
                self._at = [int(reference[2]), _number(reference[1])]
        elif name in ("v", "is"):
            self.rows, self.columns = max(self.rows, self._at[0]), max(self.columns, self._at[1])
        self._value.clear()

    def _end(self, tag: str) -> None:
        if self._is_shared and tag.rpartition(":")[2] == "v":
            index = int("".join(self._value))
            self.text_bytes += self.texts[index] if 0 <= index < len(self.texts) else 0
