"""Where something stands in a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: lines and columns count from 1, and the end column is the one after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int
