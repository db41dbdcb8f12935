"""A table as wide as the page: figures are never cut, and names have room."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

_NARROW, _NARROWEST = 100, 80
"""Headers take fewer columns where a page has less; names may have no room where it has less."""
_LEAST_NAME, _MOST_WORDS = 13, 9
"""Columns for the name of a row, and for other words, of a narrow page."""
_GAP = 2  # rich: a rule, here a blank one, and the padding
_PLAIN_RULES = box.Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


def ruled_table(
    titles: Sequence[Text], rows: Sequence[Sequence[Text]], texts: int, width: int, is_plain: bool
) -> Table | None:
    """The first `texts` columns are words, which wrap, the others figures. None where these leave no room for names."""
    is_narrow = width < _NARROW
    widths = [
        _figure_width(title, [row[index] for row in rows], is_narrow)
        for index, title in enumerate(titles)
        if index >= texts
    ]
    taken = sum(widths) + _GAP * (len(titles) - 1) + _MOST_WORDS * (texts - 1)
    if width < _NARROWEST and width - taken < _LEAST_NAME:
        return None
    table = Table(
        box=_PLAIN_RULES if is_plain else box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 0, 0, 1),
        show_edge=False,
        header_style="bold",
    )
    for index, title in enumerate(titles):
        if index >= texts:
            table.add_column(title, justify="right", width=widths[index - texts], vertical="top")
        elif index == 0:
            room = min(width // (4 if is_narrow else 3) - 2, width - taken)
            table.add_column(title, overflow="fold", vertical="top", min_width=room if len(titles) > 4 else None)
        else:
            table.add_column(title, overflow="fold", vertical="top", max_width=_MOST_WORDS if is_narrow else 13)
    for row in rows:
        table.add_row(*row)
    return table


def _figure_width(title: Text, figures: Sequence[Text], is_narrow: bool) -> int:
    two_lines = 0 if is_narrow else min(len(title.plain), len(title.plain) // 2 + 2)
    return max([two_lines, *map(len, title.plain.split()), *(figure.cell_len for figure in figures)])
