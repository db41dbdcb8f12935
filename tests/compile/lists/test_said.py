"""A list without a file: how many people, in words of both languages."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tnt import limits
from tnt.compile.inputs import load
from tnt.compile.lists.said import SaidList, said_list, with_posts
from tnt.diagnostics import Code, Problems
from tnt.estimating.estimate import estimate

AS_OF = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "people", "posts"),
    [
        ("1200 people", 1200, None),
        ("1 200 people", 1200, None),
        ("1\u00a0200 innbyggere", 1200, None),
        ("1\u202f200\u202finnbyggere", 1200, None),
        ("1,200 patients", 1200, None),
        ("1.200 pasienter", 1200, None),
        ("1'200 persons", 1200, None),
        ("12 345 678 Inhabitants", 12_345_678, None),
        ("1 person", 1, None),
        (" 1200personer ", 1200, None),
        ("1200 people, 1 post", 1200, 1),
        ("1200 people and 1.5 posts", 1200, 1.5),
        ("1200 innbyggere og 1,5 stillinger", 1200, 1.5),
        ("1200 folk med 0 årsverk", 1200, 0),
    ],
)
def test_people_in_words(text: str, people: float, posts: float | None) -> None:
    assert said_list(text) == SaidList(people, posts)


@pytest.mark.parametrize(
    "text",
    ["1200", "people", "1,20 people", "1.2 people", "-5 people", "12 00 people", "1 200,300 people", "norge", ""],
)
def test_anything_else_is_no_list_in_words(text: str) -> None:
    assert said_list(text) is None


@pytest.mark.parametrize("text", ["0 people", f"{int(limits.LARGEST_NUMBER) + 1} people", "10 people, 11 posts"])
def test_what_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(Problems) as raised:
        said_list(text)
    assert [one.code for one in raised.value.diagnostics] == [Code.SAID_IMPOSSIBLE]


@given(st.integers(1, 10**12), st.none() | st.floats(1e-9, 1))
def test_its_own_words_mean_the_same_list(people: int, posts: float | None) -> None:
    said = SaidList(people, None if posts is None else round(posts, 9))
    assert said_list(said.text) == said
    assert with_posts(f"{people:,}", said.posts) == said.text


def test_a_file_of_that_name_goes_before_the_words(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "1200 people").write_text("format: tnt/1\n")
    assert said_list("1200 people") is None


def test_it_has_the_hours_of_the_reference_population_scaled() -> None:
    nation = estimate(load(lists="norway-nation", as_of=AS_OF)).total["gp"].required_hours
    inputs = load(lists="1200 people, 1 post", as_of=AS_OF)
    result = estimate(inputs)
    assert nation is not None
    assert result.total["gp"].required_hours == pytest.approx(nation * 1200 / 5_627_400, rel=1e-9)
    assert "ages-imputed" in [notice.code for notice in result.notices]
    assert result.overload["gp"].imputed == 1
    assert inputs.table.posts["gp"].tolist() == [1.0]
    assert result.lists.id == "1200 people, 1 post"
    assert "1200 people, 1 post" in [file.path for file in result.inputs]


def test_posts_that_nobody_says_are_unknown() -> None:
    result = estimate(load(lists="1200 innbyggere", as_of=AS_OF))
    assert np.isnan(result.lists.roles["gp"].posts).all()
    assert result.total["gp"].share_of_capacity is None
    assert "posts-unknown" in [notice.code for notice in result.notices]


def test_it_has_no_years() -> None:
    from tnt.analyses.years.projection import load_projection

    with pytest.raises(Problems) as raised:
        load_projection(projection="1200 people", as_of=AS_OF)
    assert [one.code for one in raised.value.diagnostics] == [Code.LISTS_NOT_BY_YEAR]
