"""`ages: women 15-49`: the two keys that say it, where a sex may stand and none does."""

from __future__ import annotations

from tnt.diagnostics import ValueProblem
from tnt.language.values.people_in_words import sex_and_ages
from tnt.reading.in_words.course_meant import between_keys
from tnt.reading.yaml.tree import KeyPath, Tree


def with_sex(problem: ValueProblem, tree: Tree, loc: KeyPath) -> ValueProblem:
    """Ages that cannot be read, with both keys as the mend where they name a sex too; else the problem as it is."""
    written, beside = tree.value(loc), tree.value(loc[:-1])
    said = (sex_and_ages(written) if isinstance(written, str) else None) or {}
    if "ages" not in said or beside.get("sex") not in (None, said.get("sex", "all")):
        return problem
    sex = f"{between_keys(tree, loc)}sex: {said['sex']}" if "sex" in said and "sex" not in beside else ""
    return ValueProblem(problem.code, said["ages"] + sex, **problem.values)
