"""Totals spread over the ages by a shape: what prevalence they come to, and what is told of them."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.oracle.drawn_packs.files import NORWAY, read_table
from tests.oracle.drawn_packs.totals import people_at_most, shapes
from tests.oracle.people import SEXES, reference_population
from tests.reading.files import guideline
from tests.reading.test_counted import island
from tnt.analyses.compare.rule_changes import rule_changes
from tnt.analyses.uncertainty.simulate import simulate
from tnt.check.check import check
from tnt.compile.inputs import Inputs, load
from tnt.compile.people import prevalence
from tnt.diagnostics import Code
from tnt.engine.people.cells import by_sex_and_age
from tnt.estimating.estimate import estimate
from tnt.explain.trace import trace

Document = dict[str, Any]
NORWEGIANS = read_table(NORWAY)
ROWS = [
    {"ages": "35-49", "relative": 1},
    {"ages": "50-64", "relative": 4},
    {"ages": "65-79", "relative": 10},
    {"ages": "80+", "relative": 9},
]
SOURCE = {"sources": {"s": {"title": "A survey", "kind": "survey"}}}


def conditions(rows: list[Document], total: Any = 150000, **keys: Any) -> Document:
    spread = {"total": total, "of": "norway-2026", "shape": "copd-shape"} | keys
    return {
        "conditions": {"copd": {"source": "s", "prevalence": spread}},
        "shapes": {"copd-shape": {"source": "s", "rows": rows}},
        **SOURCE,
    }


def write(folder: Path, document: Document, name: str = "conditions.yaml") -> None:
    text = yaml.safe_dump({"format": "tnt/1", **document}, sort_keys=False)
    (folder / name).write_text(text, "utf-8")


def loaded(folder: Path, document: Document, **chosen: Any) -> Inputs:
    write(folder, document)
    (folder / "clinic.yaml").write_text(guideline(population="{condition: copd}"), "utf-8")
    return load(folder, lists="norway-nation", **chosen)


def shares(inputs: Inputs) -> np.ndarray[Any, np.dtype[np.float64]]:
    return by_sex_and_age(prevalence(inputs.conditions["copd"]))


def people(population: list[dict[str, str]]) -> np.ndarray[Any, np.dtype[np.float64]]:
    by_cell = reference_population(population)
    return np.array([[by_cell[sex, age] for age in range(106)] for sex in SEXES])


def test_prevalence_is_total_times_relative_by_people_times_relative(tmp_path: Path) -> None:
    inputs = loaded(tmp_path, conditions(ROWS))
    relative = np.repeat([0.0, 1, 4, 10, 9], [35, 15, 15, 15, 26])
    expected = 150000 * relative / (people(NORWEGIANS).sum(axis=0) @ relative)
    np.testing.assert_allclose(shares(inputs), [expected, expected], rtol=1e-12)
    (found,) = estimate(inputs).recommendations
    assert found.eligible_people == pytest.approx(150000, rel=1e-9)


@given(shapes(), st.sampled_from([0.001, 0.5, 1]), st.sampled_from([0.1, 7, 1000]), st.randoms())
def test_as_many_as_the_total_whatever_the_scale_and_the_order_of_rows(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Document], part: float, scale: float, random: Any
) -> None:
    folder, most = tmp_path_factory.mktemp("shape"), int(people_at_most(rows, NORWEGIANS))
    if most == 0:
        return
    total = max(1, int(part * most))
    found = shares(loaded(folder, conditions(rows, total)))
    assert (found * people(NORWEGIANS)).sum() == pytest.approx(total, rel=1e-9)
    others = [row | {"relative": scale * float(yaml_figure(row["relative"]))} for row in rows]
    random.shuffle(others)
    np.testing.assert_allclose(shares(loaded(folder, conditions(others, total))), found, rtol=1e-12)


def yaml_figure(written: Any) -> float:
    return float(written["value"] if isinstance(written, dict) else written)


def test_a_population_of_the_pack(tmp_path: Path) -> None:
    island(tmp_path, 100, 50, 25)
    rows = [{"ages": "0", "relative": 1}, {"ages": "1+", "sex": "male", "relative": 2}]
    found = shares(loaded(tmp_path, conditions(rows, 70, of="island")))
    assert found[0, :2] == pytest.approx([70 / 350, 0])
    assert found[1, :3] == pytest.approx([70 / 350, 140 / 350, 140 / 350])


def test_shape_and_total_are_numbers_with_their_sources(tmp_path: Path) -> None:
    document = conditions([*ROWS, {"ages": "0-34", "relative": {"value": 0, "status": "assumption"}}])
    document["shapes"]["unused"] = {"rows": [{"relative": 1}]}
    inputs = loaded(tmp_path, document)
    own = {number.path: number for number in inputs.numbers if number.recommendation is None}
    relatives = [f"shapes/copd-shape/rows/{row}/relative" for row in range(5)]
    assert [path for path in own if path.startswith(("conditions", "shapes"))] == [
        "conditions/copd/prevalence/total",
        *relatives,
    ]
    assert [own[path].status for path in relatives] == ["sourced"] * 4 + ["assumption"]
    assert (own["conditions/copd/prevalence/total"].text, own[relatives[3]].text) == ("150000", "9")
    assert "population-norway-2026.csv" in {Path(file.path).name for file in inputs.files}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"scale": "conditions/copd/prevalence/total", "by": 1.1}, 165000),
        ({"set": "conditions/copd/prevalence/total", "to": 90000}, 90000),
        ({"set": "conditions/copd/prevalence", "to": [{"ages": "all", "share": "0 %"}]}, 0),
    ],
)
def test_a_scenario_changes_a_total(tmp_path: Path, change: Document, expected: float) -> None:
    write(tmp_path, {"scenario": "other", "changes": [change]}, "scenario.yaml")
    inputs = loaded(tmp_path, conditions(ROWS), scenarios=["other"])
    assert estimate(inputs).recommendations[0].eligible_people == pytest.approx(expected)
    (changed,) = (number for number in inputs.numbers if number.path.startswith("conditions"))
    assert changed.status == "assumption"


def test_a_comparison_tells_what_is_said_differently(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("before", "after", "rows")]
    for folder in folders:
        folder.mkdir()
    other = [*ROWS[:3], {"ages": "80+", "relative": 12}]
    before, after = loaded(folders[0], conditions(ROWS)), loaded(folders[1], conditions(other, 170000))
    assert [(one.field, one.before.text, one.after.text) for one in rule_changes(before, after)] == [  # type: ignore[union-attr]
        ("total", "150000", "170000"),
        ("relative", "9", "12"),
    ]
    flat = {"conditions": {"copd": {"prevalence": [{"ages": "18+", "share": "3 %"}]}}}
    (change,) = (one for one in rule_changes(before, loaded(folders[2], flat)) if one.field == "prevalence")
    assert change.before is not None
    assert change.after is not None
    assert (change.kind, change.before.text, change.after.text) == ("changed", "150000", "3 %")


def test_an_explanation_has_the_total_its_shape_and_each_share(tmp_path: Path) -> None:
    inputs = loaded(tmp_path, conditions(ROWS))
    found = trace(inputs, estimate(inputs), "clinic/r")
    assert found is not None
    eligible, *_ = found.parts
    total, shape, *rows = eligible.parts[1].parts
    assert total.record is not None
    assert (total.record.path, total.values) == ("conditions/copd/prevalence/total", {"population": "norway-2026"})
    divisor = people(NORWEGIANS).sum(axis=0) @ np.repeat([0.0, 1, 4, 10, 9], [35, 15, 15, 15, 26])
    assert shape.value == pytest.approx(divisor)
    assert [row.value for row in rows] == pytest.approx([150000 * row["relative"] / divisor for row in ROWS])  # type: ignore[operator]
    assert [row.parts[0].record.line for row in rows if row.parts[0].record] == [14, 16, 18, 20]


def test_an_uncertain_total_moves_all_ages_together(tmp_path: Path) -> None:
    inputs = loaded(tmp_path, conditions(ROWS, {"low": 120000, "mean": 150000, "high": 180000}))
    hours, drawn = estimate(inputs).total["gp"].required_hours, simulate(inputs, draws=2**13).total["gp"].independent
    assert hours is not None
    assert drawn.p05 == pytest.approx(0.8 * hours, rel=0.003)
    assert drawn.p95 == pytest.approx(1.2 * hours, rel=0.003)


def test_nobody_is_drawn_to_have_it_twice(tmp_path: Path) -> None:
    """A total near everybody: what is drawn above them are all of them."""
    total = {"mean": 270_000, "sd": 40_000, "distribution": "gamma"}
    inputs = loaded(tmp_path, conditions([{"ages": "80+", "relative": 1}], total))
    gp = simulate(inputs, draws=2**10).total["gp"].independent
    assert gp.p95 == pytest.approx(people(NORWEGIANS)[:, 80:].sum() / 4)


def codes(folder: Path, document: Document) -> list[Code]:
    write(folder, document)
    found = check([folder]).diagnostics
    return [one.code for one in found if one.code is not Code.ASSUMPTIONS]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (conditions(ROWS), []),
        (conditions(ROWS, 0), []),
        (conditions(ROWS, shape="copd"), [Code.UNKNOWN_SHAPE]),
        (conditions(ROWS, of="norway-2062"), [Code.UNKNOWN_POPULATION]),
        (conditions(ROWS, 1_600_850), []),
        (conditions(ROWS, 1_600_851), [Code.TOTAL_OVER_PEOPLE]),
        (conditions(ROWS, {"low": 1_400_000, "mean": 1_550_000, "high": 1_700_000}), [Code.TOTAL_OVER_PEOPLE]),
        (conditions([{"ages": "35+", "relative": 0}]), [Code.SHAPE_OF_NOBODY]),
        (conditions([{"ages": "35+", "relative": 0}], 0), [Code.SHAPE_OF_NOBODY]),
        (conditions([{"ages": "120+", "relative": 1}], of="norway-2026"), [Code.TOTAL_OVER_PEOPLE]),
        (conditions([*ROWS, {"ages": "45", "relative": 2}]), [Code.ROWS_OVERLAP]),
        (conditions([{"relative": {"low": 1, "mean": 2, "high": 3}}]), [Code.RANGE_OF_A_SHAPE]),
        (conditions([{"relative": -1}]), [Code.OUT_OF_RANGE]),
        (conditions([{"relative": "4 %"}]), [Code.NOT_A_NUMBER]),
        (conditions([{"relative": 1, "source": "s"}]), [Code.SOURCE_OF_WHAT]),
        (conditions([]), [Code.EMPTY]),
        (conditions(ROWS, "3 %"), [Code.NOT_A_NUMBER]),
        (conditions(ROWS, ages="40+"), [Code.UNKNOWN_KEY]),
        ({"conditions": {"copd": {"prevalence": {"total": 5, "of": "norway-2026"}}}}, [Code.MISSING_KEY]),
        ({"conditions": {"copd": {"prevalence": "3 %"}}}, [Code.WRONG_TYPE]),
        (conditions(ROWS) | {"shapes": {"copd-shape": {"source": "t", "rows": ROWS}}}, [Code.UNKNOWN_SOURCE]),
        (
            conditions(ROWS) | {"shapes": {"copd-shape": {"status": "derived", "rows": ROWS}}},
            [Code.STATUS_WITHOUT_SOURCE],
        ),
    ],
)
def test_what_is_told(tmp_path: Path, document: Document, expected: list[Code]) -> None:
    assert codes(tmp_path, document) == expected


def test_no_mistake_hides_another(tmp_path: Path) -> None:
    document = conditions([*ROWS, {"ages": "45", "relative": 2}], 3_000_000)
    document["conditions"]["gout"] = {"prevalence": [{"ages": "old", "share": "3 %"}]}
    document["conditions"]["eczema"] = {"prevalence": {"total": 5, "of": "norway-2026", "shape": "not-there"}}
    found = set(codes(tmp_path, document))
    assert found == {Code.TOTAL_OVER_PEOPLE, Code.ROWS_OVERLAP, Code.BAD_AGES, Code.UNKNOWN_SHAPE}


def test_what_can_be_at_most_is_accepted(tmp_path: Path) -> None:
    write(tmp_path, conditions(ROWS, 3_000_000))
    (found,) = check([tmp_path]).diagnostics
    assert found.values["count"] == "1600850"
    assert found.place.span is not None
    assert found.place.span.line == 6


def test_a_case_may_spread_a_total(tmp_path: Path) -> None:
    from tnt.cases.run import read_cases, run_case

    own = conditions(ROWS)
    case = {
        "case": "Those of 70",
        "given": {
            "guideline": {
                "guideline": "g",
                "recommendations": {
                    "r": {
                        "population": {"condition": "copd"},
                        "tasks": {"t": {"role": "gp", "time": "60 min", "frequency": "1 / year"}},
                    }
                },
            },
            "conditions": own,
            "list": {"people": {"female": {70: 1600.850600}}},
        },
        "expect": [{"what": "tnt_hours", "role": "gp", "value": "150 h", "within": "0.01 h"}],
    }
    write(tmp_path, case, "case.yaml")
    (one,) = read_cases([tmp_path / "case.yaml"])
    (found,) = run_case(one).checks
    assert found.computed == pytest.approx(150, rel=1e-6)
