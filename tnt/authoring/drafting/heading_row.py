"""Which row of a table nobody has described is its heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from tnt.reading.tables.files.wanted import LOOKED_AT, Wanted
from tnt.reading.tables.likely_cause import WITHHELD

_NUMBER = re.compile(r"-?\d+([.,'’\s]\d+)*\s?%?")
_FILLED = 0.6
"""Of the cells of the fullest row, which a heading has and a title has not."""


class LikelyHeading(Wanted):
    """Found by its looks, in place of what a lists file wants of it."""

    def has(self, cells: Sequence[str]) -> int:
        """Nothing is asked for by name: which separator fits is told by the columns it makes."""
        return 0

    def position(self, rows: Iterable[Sequence[str]]) -> int:
        """The first row that is about as full as the fullest and has fewer figures than the row below it.

        Single years of age are headings too, `0;1;2;3`: they are one more in each column.
        """
        looked_at = list(islice(rows, LOOKED_AT))
        fullest = max(map(_filled, looked_at), default=0)
        full = [index for index, row in enumerate(looked_at) if _filled(row) > _FILLED * fullest]
        for index, below in pairwise(full):
            if _are_years(looked_at[index]) or _figures(looked_at[index]) < _figures(looked_at[below]):
                return index
        return full[0] if full else 0


def is_figure(text: str) -> bool:
    """Whether a cell holds a number, or a sign in place of one."""
    text = text.strip()
    return len(text) <= 40 and (_NUMBER.fullmatch(text) is not None or WITHHELD.fullmatch(text) is not None)


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _figures(row: Sequence[str]) -> int:
    return sum(map(is_figure, row))


def _are_years(row: Sequence[str]) -> bool:
    years = [int(cell) for cell in map(str.strip, row) if re.fullmatch(r"\d{1,3}", cell, re.ASCII)]
    return len(years) > 2 and all(later == year + 1 for year, later in pairwise(years))
