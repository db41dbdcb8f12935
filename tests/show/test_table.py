"""Tables keep their figures whole on pages as narrow as a terminal is."""

from io import StringIO

import pytest
from rich.console import Console
from rich.text import Text

from tnt.show.table import ruled_table

HEADERS = ["År", "Personer", "Timer i året", "Tilgjengelige timer", "Av tilgjengelig tid", "Stillinger"]
FIGURES = ["5 663 378", "≥ 2 255 115", "9 011 400", "≥ 25,0 %", "≥ 1 307"]


@pytest.mark.parametrize("width", [80, 81, 99, 100, 120])
def test_figures_are_never_cut_where_the_page_has_room_for_them(width: int) -> None:
    table = ruled_table([Text(one) for one in HEADERS], [[Text("2026"), *map(Text, FIGURES)]], 1, width, is_plain=False)
    assert table is not None
    page = StringIO()
    Console(file=page, width=width).print(table)
    assert [figure for figure in FIGURES if figure not in page.getvalue()] == []
