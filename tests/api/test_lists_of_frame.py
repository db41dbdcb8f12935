"""Lists handed over as a DataFrame are those of a file."""

from pathlib import Path

import pandas as pd
import pytest

import tnt
from tests.api.packs import AS_OF, guidelines_of, small_lists

COLUMNS = {"id": "id", "name": "name", "people": "{sex}_{ages}", "staff": {"gp": {"posts": "gp"}}}


def test_a_frame_with_its_columns_is_the_same_as_the_file(pack: Path) -> None:
    expected = tnt.read(pack).estimate(as_of=AS_OF)
    got = guidelines_of(pack).estimate(lists=small_lists(pack), columns=COLUMNS, as_of=AS_OF)
    pd.testing.assert_frame_equal(got.lists, expected.lists)
    pd.testing.assert_frame_equal(got.totals, expected.totals)


def test_the_usual_names_need_no_columns(pack: Path) -> None:
    frame = small_lists(pack).rename(columns={"gp": "gp_posts"}).set_index("id")
    got = guidelines_of(pack).estimate(lists=frame, as_of=AS_OF)
    pd.testing.assert_frame_equal(got.lists, tnt.read(pack).estimate(as_of=AS_OF).lists)


def test_a_long_frame(pack: Path) -> None:
    wide = small_lists(pack)
    long = wide.melt(["id", "name", "gp"], var_name="band", value_name="people")
    long[["sex", "ages"]] = long["band"].str.split("_", expand=True)
    frame = long.drop(columns="band").rename(columns={"gp": "gp_posts"})
    got = guidelines_of(pack).estimate(lists=frame, as_of=AS_OF)
    pd.testing.assert_frame_equal(got.lists, tnt.read(pack).estimate(as_of=AS_OF).lists)


def test_people_alone(pack: Path) -> None:
    frame = pd.DataFrame({"id": ["a"], "people": [2000]})
    got = guidelines_of(pack).estimate(lists=frame, columns={"ages_from": "reference"}, as_of=AS_OF)
    assert got.lists["people"].tolist() == pytest.approx([2000, 2000], rel=1e-12)


def test_results_name_the_frame_and_no_folder(pack: Path) -> None:
    got = guidelines_of(pack).estimate(lists=small_lists(pack), columns=COLUMNS, as_of=AS_OF)
    assert {"DataFrame", "columns"} < {file.path for file in got.result.inputs}
    for text in (got.to_json(), got.to_html(), repr(got), repr(got.notices)):
        assert ".part" not in str(text)
    assert got.to_json() == guidelines_of(pack).estimate(small_lists(pack), columns=COLUMNS, as_of=AS_OF).to_json()


def test_a_cell_that_cannot_be_read_is_located_in_the_frame(pack: Path) -> None:
    frame = small_lists(pack).astype({"female_40+": object})
    frame.loc[1, "female_40+"] = "many"
    with pytest.raises(tnt.Problems, match=r"DataFrame:.*female_40\+"):
        guidelines_of(pack).estimate(lists=frame, columns=COLUMNS)


def test_a_column_that_is_not_there_is_located_in_the_columns(pack: Path) -> None:
    with pytest.raises(tnt.Problems, match=r"columns:\d+:\d+: error TNT\d+: .*nome") as raised:
        guidelines_of(pack).estimate(lists=small_lists(pack), columns=COLUMNS | {"name": "nome"})
    assert '"name": "nome"' in str(raised.value)


def test_the_frame_is_left_as_it_was_and_nothing_stays(pack: Path, tmp_path: Path, monkeypatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    frame = small_lists(pack)
    before = frame.copy()
    guidelines_of(pack).with_values({}).estimate(lists=frame, columns=COLUMNS)
    pd.testing.assert_frame_equal(frame, before)
    assert list(scratch.iterdir()) == []


def test_a_projection_may_be_a_frame(pack: Path) -> None:
    frame = pd.concat([small_lists(pack).assign(year=year) for year in (2026, 2027)]).rename(columns={"gp": "gp_posts"})
    years = tnt.read(pack).estimate(as_of=AS_OF).years(frame)
    assert years.index.names == ["year", "role"]
    assert (
        years.loc[(2027, "gp"), "required_hours"]
        == tnt.read(pack).estimate(as_of=AS_OF).totals.loc["gp", "required_hours"]
    )
