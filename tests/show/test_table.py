"""Tables keep their figures and words whole on pages as narrow as a terminal is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tnt.show.table import ruled_table, wrapped

HEADERS = ["År", "Personer", "Timer i året", "Tilgjengelige timer", "Av tilgjengelig tid", "Stillinger"]
FIGURES = ["5 663 378", "≥ 2 255 115", "9 011 400", "≥ 25,0 %", "≥ 1 307"]
NAMES = ["Første svangerskapskonsultasjon", "Barnevaksinasjonsprogrammet", "Kort råd om røykeslutt"]


def page(headers: list[str], rows: list[list[str]], texts: int, width: int) -> list[str] | None:
    lines = ruled_table(headers, rows, texts, width, is_plain=False)
    return None if lines is None else [line.plain for line in lines]


@pytest.mark.parametrize("width", [80, 81, 99, 100, 120])
def test_figures_are_never_cut_where_the_page_has_room_for_them(width: int) -> None:
    lines = page(HEADERS, [["2026", *FIGURES]], 1, width)
    assert lines is not None
    assert [figure for figure in FIGURES if figure not in "\n".join(lines)] == []


@pytest.mark.parametrize("width", range(60, 121))
def test_words_are_whole_and_lines_fit(width: int) -> None:
    rows = [[name, "Helsesekretær", *FIGURES[:3], "3.1"] for name in NAMES]
    lines = page([HEADERS[0], "Rolle", *HEADERS[1:5]], rows, 2, width)
    if lines is None:
        assert width < 82
        return
    assert max(map(cell_len, lines)) <= width
    words = {word for line in lines for word in line.split()}
    assert {word for name in NAMES for word in name.split()} | {"Helsesekretær", "3.1"} <= words


cells = st.text(st.sampled_from("aø日 1,"), max_size=30)


@given(st.lists(st.tuples(cells, cells, cells, cells), min_size=1, max_size=4), st.integers(40, 120), st.integers(1, 2))
def test_every_figure_stands_on_one_line_and_no_line_is_too_long(
    rows: list[tuple[str, ...]], width: int, texts: int
) -> None:
    lines = page(["Name", "b", "c", "d"], [list(row) for row in rows], texts, width)
    if lines is not None:
        assert max(map(cell_len, lines)) <= width
        assert all(any(cell.rstrip() in line for line in lines) for row in rows for cell in row[texts:])


@given(cells, st.integers(2, 40))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(cell_len, lines)) <= width


def test_a_heading_without_room_for_its_longest_word_makes_no_table() -> None:
    rows = [["GP", "1 234 567", "7 654 321", "12 345 678"]]
    titles = ["Recommendation", "Hours of all", "Hours of those", "Hours of others"]
    found = {width: page(titles, rows, 1, width) for width in range(30, 60)}
    told = [lines for lines in found.values() if lines is not None]
    assert told
    assert None in found.values()
    assert all("Recommendation" in "\n".join(lines) for lines in told)
