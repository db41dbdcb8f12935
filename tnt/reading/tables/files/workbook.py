"""Workbooks: unpacked within limits, measured, and then read by python-calamine, which gets nothing but what was
looked at here: two programs may see different things in one zip file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import zip_longest

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from tnt import limits
from tnt.diagnostics import Code, Place, problem
from tnt.diagnostics.nearest import Nearest
from tnt.reading.tables.files.archives import BROKEN, PACKED_BY
from tnt.reading.tables.files.file import too_large, unreadable
from tnt.reading.tables.files.workbook_size import Extent, extent_of, shared_texts
from tnt.reading.tables.findings import listed

_PROTECTED = bytes.fromhex("d0cf11e0a1b11ae1")
"""How files of the older kind begin, and newer ones that have a password."""
_SHARED_TEXTS = "xl/sharedstrings.xml"
"""The only name under which the library looks for them, in upper or lower case."""
_ENTRY = b"PK\x01\x02"


def open_workbook(content: bytes, place: Place) -> tuple[CalamineWorkbook, int]:
    """The workbook in the bytes of a file, and the bytes of its largest part; `Problems` at `place` where it is none,
    or too large a one."""
    if content.startswith(_PROTECTED):
        raise unreadable(place, "protected")
    if content.count(_ENTRY) > limits.WORKBOOK_PARTS:
        raise too_large(place, limits.WORKBOOK_PARTS, "files")
    with refusing(place):
        parts = _parts(content, place)
        _check_extent(parts, place)
        return CalamineWorkbook.from_filelike(_packed(parts)), max(map(len, parts.values()))


def chosen_sheet(
    opened: tuple[CalamineWorkbook, int], stated: str | None, stated_at: Place, place: Place
) -> CalamineSheet:
    """The sheet with the name stated, or the only one that has cells; `Problems` where that is none or many.

    Many names may lead to the same large part: there nobody looks which of them are empty.
    """
    workbook, largest = opened
    visible = _visible(workbook)
    if stated is not None:
        if stated not in workbook.sheet_names:
            close = Nearest().word(stated, visible)
            raise problem(Code.SHEET_UNKNOWN, stated_at, close, found=stated, sheets=listed(visible))
        with refusing(place):
            return workbook.get_sheet_by_name(stated)
    chosen, others = None, visible
    if len(visible) * largest <= 2 * limits.TABLE_CONTENT_BYTES:
        with refusing(place):
            filled = (sheet for sheet in map(workbook.get_sheet_by_name, visible) if sheet.height)
            chosen = next(filled, None)
            others = [sheet.name for sheet in filled]
    if others:
        names = listed(visible if chosen is None else [chosen.name, *others])
        raise problem(Code.CHOOSE_SHEET, stated_at, sheets=names)
    if chosen is None:
        raise unreadable(place, "empty")
    return chosen


def names_of_sheets(content: bytes, place: Place) -> list[str]:
    """The sheets that can be seen; `Problems` as for `open_workbook`."""
    return _visible(open_workbook(content, place)[0])


def _visible(workbook: CalamineWorkbook) -> list[str]:
    return [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]


@contextmanager
def refusing(place: Place) -> Iterator[None]:
    """What goes wrong in here becomes the problem of a file that is no workbook."""
    try:
        yield
    except (CalamineError, *BROKEN):
        raise unreadable(place, "workbook") from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # how a library in Rust says that it met what cannot be
            raise unreadable(place, "workbook") from None
        raise


def _parts(content: bytes, place: Place) -> dict[str, bytes]:
    """The parts that are XML; pictures and programs are left where they are."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [part for part in archive.infolist() if part.filename.lower().endswith((".xml", ".rels"))]
        if sum(part.file_size for part in parts) > limits.TABLE_CONTENT_BYTES:  # no more is unpacked than is said here
            raise too_large(place, limits.TABLE_CONTENT_BYTES, "bytes")
        if any(part.compress_type not in PACKED_BY for part in parts):
            raise NotImplementedError
        contents = {part.filename: archive.read(part) for part in parts}
        if any(b"\0" in xml for xml in contents.values()):  # UTF-16, in which nothing would be found
            raise ValueError
        return contents


def _check_extent(parts: Mapping[str, bytes], place: Place) -> None:
    most = Extent(limits.WORKBOOK_CELLS, limits.TABLE_CONTENT_BYTES)
    shared = [shared_texts(xml) for name, xml in parts.items() if name.lower() == _SHARED_TEXTS]
    texts = [max(lengths) for lengths in zip_longest(*shared, fillvalue=0)]
    for xml in parts.values():
        if b"sheetData" in xml:
            extent = extent_of(xml, texts, most)
            if extent.cells > most.cells:
                raise too_large(place, most.cells, "cells")
            if extent.text_bytes > most.text_bytes:
                raise too_large(place, most.text_bytes, "bytes")


def _packed(parts: Mapping[str, bytes]) -> io.BytesIO:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(zipfile.ZipInfo(name), xml)
    packed.seek(0)
    return packed
