"""A table as wide as the page: figures are never cut, and words break between them only.

rich makes columns narrower until a table fits, and cuts what does not; here a name that needs more room than its column
has stands on a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

_NARROW = 100
"""Headers take fewer columns where a page has less."""
_LEAST_NAME, _MOST_NAME = 13, 28
"""Columns without which a name reads badly, and with which most do not."""
_MOST_WORDS, _MOST_WORDS_NARROW = 13, 9
"""Columns for other words than names, unless one word takes more."""
_LONGEST_WORD = 24
_GAP = 2


def ruled_table(
    titles: Sequence[str], rows: Sequence[Sequence[str]], texts: int, width: int, is_plain: bool
) -> list[Text] | None:
    """The lines of a table. The first `texts` columns are words, which wrap, the others figures. None where these leave
    no room for names."""
    widths = None if width < _NARROW else _widths(titles, rows, texts, width, is_narrow=False)
    longest = _longest_word([row[0] for row in rows])
    if widths is None or widths[0] < min(longest, _MOST_NAME):
        narrow = _widths(titles, rows, texts, width, is_narrow=True)
        widths = narrow if widths is None or (narrow and narrow[0] > widths[0]) else widths
    if widths is None:
        return None
    rule = "-" if is_plain else "─"
    taken = sum(widths) + _GAP * (len(widths) - 1)
    head = [Text(line, "bold") for line in _lines(titles, widths, texts, at_bottom=True)]
    body = [Text(line) for row in rows for line in _row(row, widths, texts, width)]
    return [*head, Text(rule * taken), *body]


def _widths(
    titles: Sequence[str], rows: Sequence[Sequence[str]], texts: int, width: int, *, is_narrow: bool
) -> list[int] | None:
    """Columns of each column; None where the name has fewer than it needs."""
    cells = [[title, *(row[index] for row in rows)] for index, title in enumerate(titles)]
    figures = [_figure_width(title, each, is_narrow) for title, each in zip(titles[texts:], cells[texts:], strict=True)]
    most = _MOST_WORDS_NARROW if is_narrow else _MOST_WORDS
    words = [min(_longest(each), max(most, min(_longest_word(each), _LONGEST_WORD))) for each in cells[1:texts]]
    room = width - sum(figures) - sum(words) - _GAP * (len(titles) - 1)
    needed = _longest(cells[0])
    least = max(_LEAST_NAME, _longest_word(titles[:1]))
    return [min(needed, room), *words, *figures] if room >= min(needed, least) else None


def _row(row: Sequence[str], widths: Sequence[int], texts: int, width: int) -> Iterator[str]:
    """The lines of a row; above them its name, where some word of it is wider than the column."""
    if _longest_word([row[0]]) > widths[0]:
        yield from wrapped(row[0], width)
        row = ["", *row[1:]]
    yield from _lines(row, widths, texts, at_bottom=False)


def _lines(row: Sequence[str], widths: Sequence[int], texts: int, *, at_bottom: bool) -> Iterator[str]:
    cells = [wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    height = max(map(len, cells))
    for cell in cells:
        empty = [""] * (height - len(cell))
        cell[:] = [*empty, *cell] if at_bottom else [*cell, *empty]
    for line in zip(*cells, strict=True):
        parts = (
            _padded(part, width, is_figure=index >= texts)
            for index, (part, width) in enumerate(zip(line, widths, strict=True))
        )
        yield (" " * _GAP).join(parts).rstrip(" ")


def wrapped(text: str, width: int) -> list[str]:
    """Lines of whole words; a word wider than a line is broken, since there is no other way."""
    lines = [""]
    for word in text.split(" "):
        beside = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(beside) <= width:
            lines[-1] = beside
            continue
        lines += [word] if lines[-1] else []
        lines[-1] = word
        while cell_len(lines[-1]) > width:
            cut = next(at for at in range(len(lines[-1]), 0, -1) if at == 1 or cell_len(lines[-1][:at]) <= width)
            lines[-1:] = [lines[-1][:cut], lines[-1][cut:]]
    return [line for line in lines if line] or [""]


def _padded(text: str, width: int, *, is_figure: bool) -> str:
    room = " " * (width - cell_len(text))
    return room + text if is_figure else text + room


def _figure_width(title: str, cells: Sequence[str], is_narrow: bool) -> int:
    two_lines = 0 if is_narrow else min(cell_len(title), cell_len(title) // 2 + 2)
    return max(two_lines, _longest_word([title]), _longest(cells[1:]))


def _longest(cells: Sequence[str]) -> int:
    return max(map(cell_len, cells), default=0)


def _longest_word(cells: Sequence[str]) -> int:
    return max((cell_len(word) for cell in cells for word in cell.split(" ")), default=0)
