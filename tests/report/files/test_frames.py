from dataclasses import replace

import numpy as np
import pandas as pd

from tests.result.factory import rich_result, without_capacity
from tnt.report.files.frames import lists_frame, numbers_frame, recommendations_frame, supply_frame, totals_frame
from tnt.report.files.json import as_document


def test_recommendations_have_a_row_per_role() -> None:
    frame = recommendations_frame(rich_result())
    assert frame[["recommendation", "role"]].to_numpy().tolist()[:3] == [
        ["blood-pressure/yearly-check", "gp"],
        ["blood-pressure/yearly-check", "nurse"],
        ["blood-pressure/treat", "gp"],
    ]
    assert frame["tnt_hours"].tolist()[:3] == [705.67, 181.60625, 300.0]
    assert np.isnan(frame.loc[frame.role == "midwife", "tnt_hours"]).all()
    assert frame.loc[frame.against, "recommendation"].tolist() == ["postpartum/routine-bloods"]


def test_figures_are_floats_even_where_all_are_unknown() -> None:
    frame = totals_frame(without_capacity())
    assert frame["available_hours"].dtype == np.float64
    assert frame["available_hours"].isna().all()
    assert frame["load_after"].dtype == np.float64


def test_totals_hold_the_states_of_lists() -> None:
    gp = totals_frame(rich_result()).set_index("role").loc["gp"]
    assert (gp.lists_overloaded, gp.lists_judged, gp.lists_vacant, gp.lists_unknown) == (1, 3, 1, 1)
    assert gp.title == "GP"
    assert totals_frame(rich_result(), "nb").title.tolist() == ["Fastlege", "Sykepleier", "Jordmor"]


def test_lists_have_an_area_where_the_table_has_one() -> None:
    frame = lists_frame(rich_result())
    assert frame.columns.tolist()[-2:] == ["people_at_most", "area"]
    assert frame.loc[frame.list == "C3", "area"].unique().tolist() == ["South"]
    assert isinstance(frame["state"].dtype, pd.CategoricalDtype)
    no_areas = replace(rich_result().lists, areas=None)
    assert "area" not in lists_frame(replace(rich_result(), lists=no_areas))


def test_numbers_have_source_and_place() -> None:
    frame = numbers_frame(rich_result(), "nb")
    assert frame.status.tolist() == ["sourced", "assumption", "assumption", "derived"]
    assert frame.source.tolist()[2] == "Panelets skjønn"
    assert frame.line.tolist() == [33, 34, 56, 8]


def test_an_empty_result_has_the_columns() -> None:
    empty = replace(rich_result(), recommendations=(), numbers=(), total={})
    assert len(recommendations_frame(empty)) == len(numbers_frame(empty)) == len(totals_frame(empty)) == 0
    assert "tnt_hours" in recommendations_frame(empty)


def names_of(values: dict[str, object], prefix: str = "") -> set[str]:
    """Names of what a document holds as a table has them: where it nests they stand one after the other."""
    names = set()
    for name, value in values.items():
        names |= names_of(value, f"{prefix}{name}_") if isinstance(value, dict) else {f"{prefix}{name}"}
    return names


def without(values: dict[str, object], *other_forms: str) -> dict[str, object]:
    """A document without what it also has in another form."""
    return {name: value for name, value in values.items() if name not in other_forms}


def test_columns_of_totals_have_the_names_of_json() -> None:
    total = as_document(rich_result())["total"]["gp"]
    total = without(total, *(name for name in total if name.endswith("_bounds")), "required_hours_by_kind")
    assert names_of(total | {"title": "GP"}) == set(totals_frame(rich_result())) - {"role"}


def test_columns_of_recommendations_have_the_names_of_json() -> None:
    recommendation = as_document(rich_result())["recommendations"][0]
    forms = {name for name in recommendation if name.endswith(("_roles", "_parts", "_range", "_bounds"))}
    columns = set(recommendations_frame(rich_result())) - {"recommendation", "role", "guideline", "against"}
    assert set(recommendation) - forms == columns


def test_columns_of_capacities_have_the_names_of_json() -> None:
    document = as_document(rich_result())
    supply = without(document["supply"][0]["roles"]["gp"], "overload", "share_of_posts_overloaded")
    names = names_of(supply | without(document["staffing"]["gp"], "is_imputed"))
    assert names == set(supply_frame(rich_result())) - {"capacity", "title", "role"}
