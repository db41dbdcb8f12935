"""The cells of a workbook as text. Of its XML only sheets, shared texts and number formats are looked at, piece by
piece and never as a tree; formulas and macros are never run, and what a file says of its size is not believed.

The format is ECMA-376 (Office Open XML), part 1, chapter 18.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from tnt import limits
from tnt.diagnostics import Code, Place, Problems, problem
from tnt.reading.tables.files.archives import BROKEN, PACKED_BY
from tnt.reading.tables.files.file import too_large
from tnt.survey.answers.budget import AnswersBudget
from tnt.survey.answers.workbook_parts import Book, Reader, Relations, Row, SharedTexts, SheetReader, Styles

_PIECE_BYTES = 2**16


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet, its rows from the first."""

    title: str
    rows: list[Row]


def worksheets(path: Path, spent: AnswersBudget) -> list[Worksheet]:
    """The sheets of the workbook at `path`. `Problems` where it is none, or too large a one."""
    try:
        with zipfile.ZipFile(path) as archive:
            if len(archive.infolist()) > limits.ANSWERS_PARTS:
                raise too_large(Place(str(path)), limits.ANSWERS_PARTS, "files")
            return _Workbook(path, archive, spent).sheets()
    except BROKEN as error:
        if isinstance(error, FileNotFoundError | PermissionError):
            raise
        raise no_form(path, "broken") from None


def no_form(path: Path, reason: str) -> Problems:
    """The problem of a file that holds no answers; `reason` is a word of the texts."""
    return problem(Code.SURVEY_NOT_A_FORM, Place(str(path)), reason=reason)


class _Workbook:
    def __init__(self, path: Path, archive: zipfile.ZipFile, spent: AnswersBudget) -> None:
        self._path, self._archive, self._spent = path, archive, spent
        self._parts = {part.filename: part for part in archive.infolist()}

    def sheets(self) -> list[Worksheet]:
        (main,) = self._related("", "officeDocument").values()
        book = Book()
        self._parse(main, book)
        styles, texts = Styles(), SharedTexts()
        for kind, reader in (("styles", styles), ("sharedStrings", texts)):
            for part in self._related(main, kind).values():
                self._parse(part, reader)
        sheet_parts, sheets = self._related(main, "worksheet"), []
        for title, relation in book.sheets:
            if relation in sheet_parts:
                sheet = SheetReader(
                    texts.texts, styles.dates, book.starts_1904, lambda: self._spent.fill(self._path, 1)
                )
                self._parse(sheet_parts[relation], sheet)
                sheets.append(Worksheet(title, sheet.rows))
        return sheets

    def _related(self, part: str, kind: str) -> dict[str, str]:
        """Parts of one kind that another names, by the id of the relation."""
        folder, name = posixpath.split(part)
        relations = Relations()
        self._parse(posixpath.join(folder, "_rels", f"{name}.rels"), relations)
        targets = {one: target for one, of_kind, target in relations.targets if of_kind.rpartition("/")[2] == kind}
        return {one: posixpath.normpath(posixpath.join("/", folder, to)).lstrip("/") for one, to in targets.items()}

    def _parse(self, name: str, reader: Reader) -> None:
        part = self._parts[name]
        if part.compress_type not in PACKED_BY:
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
