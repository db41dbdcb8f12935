"""Posts as offices count them: full-time posts, per cent, hours a week, people."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.reading.tables.table_cases import only, problems, read
from tnt.diagnostics import Code
from tnt.reading.tables.list_table import ListTable

U00A0, U202F = "\u00a0", "\u202f"


def with_posts(folder: Path, *cells: str, **staff: Any) -> ListTable:
    rows = "".join(f"L{index};1000;{cell}\n" for index, cell in enumerate(cells))
    return read(
        folder, f"practice;n;p\n{rows}", people={"total": "n"}, decimal=",", staff={"gp": {"posts": "p", **staff}}
    )


@pytest.mark.parametrize(
    ("cells", "staff", "posts"),
    [
        (["1", "0,8", ""], {}, [1, 0.8, np.nan]),
        (["1", "0,8", "0"], {"in": "fte"}, [1, 0.8, 0]),
        (["100", "80", ""], {"in": "percent"}, [1, 0.8, np.nan]),
        (["100%", "80 %", f"62,5{U00A0}%"], {"in": "percent"}, [1, 0.8, 0.625]),
        ([f"1{U202F}250 %", "80 prosent", "50 per cent"], {"in": "percent"}, [12.5, 0.8, 0.5]),
        (["37,5", "30 t", "15 h/week"], {"in": "hours-per-week", "full_time": "37.5 h / week"}, [1, 0.8, 0.4]),
        (["40 timer", "20 t/uke", "10 hours per week"], {"in": "hours-per-week", "full_time": "40 h / week"},
         [1, 0.5, 0.25]),
        (["2", "1", ""], {"in": "headcount"}, [2, 1, np.nan]),
        (["2", "1", "0"], {"in": "headcount", "posts_per_head": 0.85}, [1.7, 0.85, 0]),
    ],
)  # fmt: skip
def test_what_posts_are_in(tmp_path: Path, cells: list[str], staff: dict[str, Any], posts: list[float]) -> None:
    np.testing.assert_allclose(with_posts(tmp_path, *cells, **staff).posts["gp"], posts, rtol=1e-15)


def test_heads_are_nobodys_posts_until_somebody_says_how_many(tmp_path: Path) -> None:
    heads = with_posts(tmp_path, "2", **{"in": "headcount"})
    assert (heads.posts_imputed, heads.heads_as_posts) == ({"gp": True}, {"gp"})
    counted = with_posts(tmp_path, "2", **{"in": "headcount", "posts_per_head": {"value": 0.85, "source": "office"}})
    assert (counted.posts_imputed, counted.heads_as_posts) == ({"gp": False}, frozenset())


@pytest.mark.parametrize("cell", ["80 %%", "% 80", "%", "eighty %", "80 h", "8 0 %"])
def test_only_a_number_has_a_unit(tmp_path: Path, cell: str) -> None:
    table = f"practice;n;p\nA;1000;100 %\nB;1000;{cell}\n"
    found = problems(tmp_path, table, people={"total": "n"}, staff={"gp": {"posts": "p", "in": "percent"}})
    assert only(found, Code.CELL_NOT_NUMBER).values == {"found": cell}


def test_a_share_below_zero(tmp_path: Path) -> None:
    table = "practice;n;p\nA;1000;-80 %\n"
    only(
        problems(tmp_path, table, people={"total": "n"}, staff={"gp": {"posts": "p", "in": "percent"}}),
        Code.CELL_NEGATIVE,
    )


def test_a_number_is_in_it_too(tmp_path: Path) -> None:
    table = "practice;n\nA;1000\n"
    lists = read(tmp_path, table, people={"total": "n"}, staff={"gp": {"posts": 80, "in": "percent"}})
    assert lists.posts["gp"].tolist() == [0.8]


@pytest.mark.parametrize(
    ("staff", "code", "key"),
    [
        ({"posts": "p", "in": "hours-per-week"}, Code.FULL_TIME_UNKNOWN, "in"),
        ({"posts": "p", "in": "hours-per-week", "full_time": "0 h / week"}, Code.OUT_OF_RANGE, "full_time"),
        ({"posts": "p", "full_time": "37.5 h / week"}, Code.NEEDS_KEY, "full_time"),
        ({"posts": "p", "in": "percent", "posts_per_head": 0.85}, Code.NEEDS_KEY, "posts_per_head"),
        ({"people_per_post": 1000, "in": "percent"}, Code.NEEDS_KEY, "in"),
    ],
)
def test_keys_that_say_half_of_what_is_meant(tmp_path: Path, staff: dict[str, Any], code: Code, key: str) -> None:
    table = "practice;n;p\nA;1000;30\n"
    found = only(problems(tmp_path, table, people={"total": "n"}, staff={"gp": staff}), code)
    assert found.place.file == f"lists.yaml:staff.gp.{key}"
