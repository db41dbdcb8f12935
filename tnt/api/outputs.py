"""Files of an estimate, byte for byte those of the command line."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from tnt.api.door import WrongUseError, as_name
from tnt.locale import Texts
from tnt.report.outputs import ESTIMATE_OUTPUTS
from tnt.result.model import Result
from tnt.show.files import write_whole


def delivered(path: object, data: bytes) -> bytes | None:
    """What is written: into the file, which appears whole, or given back where there is no path."""
    name = as_name("path", path, "a path")
    if name is None:
        return data
    write_whole(Path(name), lambda file: _write(file, data))
    return None


def delivered_text(path: object, data: bytes) -> str | None:
    """The same for a text."""
    given_back = delivered(path, data)
    return None if given_back is None else given_back.decode("utf-8")


def _write(file: BinaryIO, data: bytes) -> None:
    file.write(data)


def as_bytes(text: str) -> bytes:
    """A text as it stands in files: what a file name holds and UTF-8 cannot say is written as an escape."""
    return text.encode("utf-8", "backslashreplace")


def written(result: Result, form: str, lang: str) -> bytes:
    """An estimate as json, csv, parquet or xlsx."""
    from tnt.show.xlsx import MOST_ROWS, TooManyRowsError

    output, file = ESTIMATE_OUTPUTS.find(form), BytesIO()
    assert output is not None  # these are tnt's own
    try:
        output.write(result, file, lang)
    except TooManyRowsError as error:
        raise WrongUseError(Texts(lang).text("cli.too-many-rows", rows=error.rows, most=MOST_ROWS)) from None
    return file.getvalue()
