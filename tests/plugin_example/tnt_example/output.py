"""`tnt estimate --format example`: a line for each role."""

from typing import BinaryIO

from tnt import Result
from tnt.show.output import Output


def write(result: Result, file: BinaryIO, lang: str) -> None:
    """Write role, required hours a year and the language; unknown is a question mark."""
    for role, total in result.total.items():
        hours = "?" if total.required_hours is None else f"{total.required_hours:.1f}"
        file.write(f"{role}: {hours} ({lang})\n".encode())


OUTPUT = Output("example", Result, write, suffix="txt")
