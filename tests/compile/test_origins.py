"""Which numbers an estimate says it rests on."""

from pathlib import Path

import tnt

GUIDELINE = """\
format: tnt/1
guideline: g
recommendations:
  r:
    population: {ages: 40+, condition: asthma}
    tasks: {visit: {role: gp, time: 15 min, frequency: 1 / year}}
"""
CONDITIONS = """\
format: tnt/1
sources: {registry: {title: A registry}, other: {title: Another}}
conditions:
  asthma: {source: registry, prevalence: [{ages: 0-39, share: 8 %}, {ages: 40+, share: 10 %}]}
  copd: {prevalence: [{ages: 40+, share: 6 %}]}
  stroke: {source: other, prevalence: [{ages: 60+, share: 3 %}]}
"""


def test_numbers_of_conditions_that_nothing_uses_are_neither_counted_nor_listed(tmp_path: Path) -> None:
    (tmp_path / "g.yaml").write_text(GUIDELINE, "utf-8")
    (tmp_path / "conditions.yaml").write_text(CONDITIONS, "utf-8")
    result = tnt.estimate(tnt.load(tmp_path, lists="norway-nation"))
    of_conditions = [number.path for number in result.numbers if number.path.startswith("conditions/")]
    assert of_conditions == [f"conditions/asthma/prevalence/{row}/share" for row in (0, 1)]
    assert "other" not in {number.source_id for number in result.numbers}
    (assumed,) = (notice for notice in result.notices if notice.code == "assumptions")
    assert assumed.values["of"] == len(result.numbers)
