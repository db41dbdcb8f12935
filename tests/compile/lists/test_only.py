"""Some lists of a table: by id, by name, and what is said of it."""

from datetime import date
from pathlib import Path

import pytest

from tests.command_line import write_pack
from tnt.analyses.years.projection import load_projection
from tnt.analyses.years.years import estimate_years
from tnt.compile.inputs import load
from tnt.diagnostics import Code, Problems
from tnt.estimating.estimate import estimate
from tnt.locale import Texts
from tnt.report.files.json import as_document
from tnt.show.notices import reader_notices

AS_OF = date(2026, 11, 22)
MUNICIPALITIES = "norway-municipalities-2026"


@pytest.mark.parametrize(
    ("only", "ids"),
    [
        (["0301"], ["0301"]),
        (["oslo"], ["0301"]),
        (["BERGEN", "Oslo"], ["0301", "4601"]),
        (["Oslo", "0301"], ["0301"]),
        ([], None),
        (["nordre  follo"], ["3207"]),
        (["A\u030as"], ["3218"]),
    ],
)
def test_an_id_or_a_name_picks_a_list(only: list[str], ids: list[str] | None) -> None:
    table = load(lists=MUNICIPALITIES, only=only, as_of=AS_OF).table
    assert (None if table.all_ids is None else table.ids.tolist()) == ids


def test_an_id_goes_before_a_name_and_keeps_its_case(tmp_path: Path) -> None:
    write_pack(tmp_path)
    (tmp_path / "lists.csv").write_text(
        "id,name,gp,female_0-39,female_40+,male_0-39,male_40+\na,B,1,1,1,1,1\nb,a,1,1,1,1,1\nA,c,1,1,1,1,1\n"
    )
    assert load(tmp_path, only=["a"]).table.ids.tolist() == ["a"]
    assert load(tmp_path, only=["A"]).table.ids.tolist() == ["A"]
    assert load(tmp_path, only=["B"]).table.ids.tolist() == ["a"]


def test_every_word_that_names_no_list_is_told_at_once() -> None:
    with pytest.raises(Problems) as raised:
        load(lists=MUNICIPALITIES, only=["Osl", "våler", "Oslo"], as_of=AS_OF)
    near, shared = raised.value.diagnostics
    assert (near.code, shared.code) == (Code.NO_SUCH_LIST, Code.LIST_NAME_SHARED)
    assert near.values["choices"].startswith("Oslo")
    assert shared.values["choices"] == "3114 (Østfold), 3419 (Innlandet)"


def test_parts_of_a_table_add_up_to_all_of_it() -> None:
    every = load(lists=MUNICIPALITIES, as_of=AS_OF)
    ids = every.table.ids.tolist()
    parts = [estimate(load(lists=MUNICIPALITIES, only=part, as_of=AS_OF)) for part in (ids[:100], ids[100:])]
    whole = estimate(every)
    assert sum(part.lists.people.sum() for part in parts) == whole.lists.people.sum()
    assert sum(part.total["gp"].required_hours or 0 for part in parts) == pytest.approx(
        whole.total["gp"].required_hours, rel=1e-9
    )


def test_what_was_picked_is_said_in_every_output() -> None:
    result = estimate(load(lists=MUNICIPALITIES, only=["Bergen", "Oslo"], as_of=AS_OF))
    document = as_document(result)
    assert document["lists"]["only"] == document["manifest"]["only"] == ["0301", "4601"]
    assert (document["lists"]["count"], document["lists"]["of"]) == (2, 357)
    assert document["lists"]["title"]["nb"] == "Norges kommuner 1. januar 2026 (Oslo, Bergen)"
    assert "2 of 357 lists are used, and all figures are theirs alone: Oslo and Bergen." in reader_notices(
        result, Texts("en")
    )
    assert "2 av 357 lister er brukt, og alle tallene gjelder bare dem: Oslo og Bergen." in reader_notices(
        result, Texts("nb")
    )


def test_many_are_counted_in_the_title() -> None:
    ids = load(lists=MUNICIPALITIES, as_of=AS_OF).table.ids.tolist()[:20]
    result = estimate(load(lists=MUNICIPALITIES, only=ids, as_of=AS_OF))
    assert isinstance(result.lists.title, dict)
    assert result.lists.title["en"].endswith("(20 of 357 lists)")
    said = next(one for one in reader_notices(result, Texts("en")) if one.startswith("20 of 357"))
    assert said.endswith(": Oslo, Eigersund, Stavanger and 17 more.")
    assert result.lists.only == tuple(ids)


def test_time_reserved_on_lists_that_were_not_picked_is_no_mistake(tmp_path: Path) -> None:
    write_pack(tmp_path)
    reserved = "    reserved: {nursing-home: {share: 10 %, lists: some.txt}}\n"
    (tmp_path / "capacity.yaml").write_text(
        "format: tnt/1\ncapacity: hours\nroles:\n  gp:\n    hours: 37.5 h / week\n    weeks: 46\n" + reserved
    )
    (tmp_path / "some.txt").write_text("b\n")
    hours = {name: estimate(load(tmp_path, only=[name])).total["gp"].available_hours for name in ("a", "b")}
    assert hours == {"a": pytest.approx(1725), "b": pytest.approx(172.5 * 0.9)}


def test_lists_by_year_are_picked_in_every_year(tmp_path: Path) -> None:
    write_pack(tmp_path)
    (tmp_path / "years.yaml").write_text(
        'format: tnt/1\nlists: country\ntable: years.csv\nid: id\nname: name\nyear: year\npeople: "{sex}_{ages}"\n'
    )
    (tmp_path / "years.csv").write_text(
        "id,name,year,female_0-39,female_40+,male_0-39,male_40+\n"
        "n,North,2026,1,10,1,10\ns,South,2026,1,20,1,20\nn,North,2027,1,11,1,11\ns,South,2027,1,22,1,22\n"
    )
    result = estimate_years(load_projection(tmp_path, projection="country", only=["north"], as_of=AS_OF))
    assert [year.people.value for year in result.years] == [22, 24]
    assert result.lists_only == ("n",)
    assert "only-lists" in [notice.code for notice in result.notices]
