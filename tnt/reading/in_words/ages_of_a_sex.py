"""`ages: women 15-49`: the two keys that say it, where a sex may stand and none does."""

from __future__ import annotations

from collections.abc import Collection

from tnt.diagnostics import Code, ValueProblem
from tnt.language.values.people_in_words import sex_and_ages
from tnt.reading.in_words.course_meant import between_keys
from tnt.reading.yaml.tree import KeyPath, Tree


def with_sex(problem: ValueProblem, tree: Tree, loc: KeyPath, known: Collection[str]) -> ValueProblem:
    """Ages that name a sex too, with both keys as the mend; any other problem as it is. `known` may stand there."""
    if problem.code is not Code.BAD_AGES or loc[-1] != "ages" or "sex" not in known:
        return problem
    written, beside = tree.value(loc), tree.value(loc[:-1])
    said = (sex_and_ages(written) if isinstance(written, str) else None) or {}
    if "ages" not in said or beside.get("sex") not in (None, said.get("sex", "all")):
        return problem
    sex = f"{between_keys(tree, loc)}sex: {said['sex']}" if "sex" in said and "sex" not in beside else ""
    return ValueProblem(problem.code, said["ages"] + sex, **problem.values)
