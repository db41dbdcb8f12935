"""The cases of `worked_out.yaml` as packs, and their figures in a result or in the slow calculation."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.oracle.drawn_packs.files import Folder
from tests.oracle.expected import Expected
from tnt.result.model import Result

Document = dict[str, Any]
Figure = float | None
CASES: dict[str, Document] = yaml.safe_load((Path(__file__).parent / "worked_out.yaml").read_text("utf-8"))
VILLAGE = [{"sex": sex, "age": str(age), "people": "10"} for sex in ("female", "male") for age in range(106)]
_OF_RULE = {"eligible": "eligible_people", "benefiting": "people_benefiting_per_year"}
_OF_ROLE = {
    "per_person": "hours_per_person_benefiting",
    "low": "hours_per_person_low",
    "high": "hours_per_person_high",
}
_OF_TOTAL = {
    "required": "required_hours",
    "current": "current_hours",
    "incremental": "incremental_hours",
    "one_off": "one_off_hours",
}


def folder(case: Document) -> Folder:
    """One list in a village with 10 women and 10 men of every age, where the case does not say who is on the list."""
    ages = case.get("people", {50: 1000})
    people = [{"age": str(age), "n": str(ages.get(age, 0))} for age in range(105)] + [{"age": "105+", "n": "0"}]
    conditions = {
        name: {"prevalence": [{"ages": "all", "share": share}], "prevalence_of": "all"}
        for name, share in case.get("prevalence", {}).items()
    }
    lists = {"lists": "one", "table": "table.csv", "shape": "long", "ages": "age", "people": "n"}
    guideline = {
        "guideline": "g",
        "outcomes": {"better": "one person better"},
        "recommendations": {f"r{number}": _rule(rule) for number, rule in enumerate(case["rules"])},
    }
    return Folder(
        [guideline],
        lists | {"staff": {"gp": {"posts": 1}}, "reference_population": "village"},
        people,
        [{"conditions": conditions}] if conditions else [],
        population=VILLAGE,
    )


def _rule(rule: Document) -> Document:
    written = deepcopy(rule)
    for name, task in written["tasks"].items():
        written["tasks"][name] = {"role": "gp", "time": "60 min"} | task
    return written


def figures(case: Document) -> dict[str, Figure]:
    """What it expects: sums as they are written."""
    return {name: None if sum_ is None else float(eval(str(sum_))) for name, sum_ in case["expect"].items()}


@dataclass
class Found:
    """A result or the slow calculation, asked for a figure by its name in the cases."""

    of: Result | Expected

    def __getitem__(self, name: str) -> Figure:
        if isinstance(self.of, Expected):
            rule, twice = self.of.recommendations["g/r0"], self.of.on_lists["gp"].twice[0]
            total: Any = self.of.total["gp"]
            bounds = {"overlap": twice.hours, "least": twice.least, "greatest": twice.most}
        else:
            rule, total = self.of.recommendations[0], vars(self.of.total["gp"])  # type: ignore[assignment]
            at_least, at_most = self.of.total["gp"].overlap_hours_bounds
            bounds = {"overlap": self.of.total["gp"].overlap_hours, "least": at_least, "greatest": at_most}
        if name in bounds:
            return bounds[name]
        if name in _OF_RULE:
            return getattr(rule, _OF_RULE[name])
        if name in _OF_ROLE:
            return getattr(rule.roles["gp"], _OF_ROLE[name])
        return total[_OF_TOTAL[name]]
