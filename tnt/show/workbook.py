"""Workbooks in which text is only ever text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from tnt.show.unfinished import scratch_folder


class _Kept(BytesIO):
    """Stays open: a ZIP file that failed writes once more when it is let go, and would complain of a closed one."""

    def close(self) -> None:
        pass


@contextmanager
def plain_workbook(file: BinaryIO, options: Mapping[str, Any]) -> Iterator[xlsxwriter.Workbook]:
    """An empty workbook in which no text is ever a formula, a link or a number; written when the block is done.

    What XlsxWriter keeps on disk meanwhile is in a folder of its own. OSError where there is no room for it.
    """
    kept = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    made = _Kept()  # a workbook written straight to a pipe would differ from one written to a file
    with scratch_folder() as folder:
        book = xlsxwriter.Workbook(made, {**kept, **options, "tmpdir": str(folder)})
        yield book
        try:
            book.close()
        except FileCreateError as error:
            raise error.args[0] from None  # what the machine said
    file.write(made.getbuffer())
