"""`weekly for 6 weeks`, where a course can begin: the two keys that say it."""

from __future__ import annotations

from tnt.diagnostics import Code, ValueProblem
from tnt.reading.yaml.tree import KeyPath, Tree


def in_its_place(problem: ValueProblem, tree: Tree, loc: KeyPath) -> ValueProblem:
    """A frequency that says how long it lasts: where courses of the task can begin, it is meant as two keys and not as
    so many events a year. Any other problem as it is."""
    said = problem.values
    if problem.code is not Code.COURSE or "often" not in said or not _begins_courses(tree, loc):
        return problem
    keys = f"frequency: {said['often']}, for: {said['period']}"
    is_long = isinstance(tree.value(loc[:-1]), dict)  # two keys do not fit where its value stands
    return ValueProblem(problem.code, None if is_long else keys, **said)


def is_two_keys(problem: ValueProblem) -> bool:
    """Whether what is suggested is to stand in place of the key too."""
    return problem.code is Code.COURSE and (problem.suggestion or "").startswith("frequency:")


def _begins_courses(tree: Tree, loc: KeyPath) -> bool:
    """Whether the task with the frequency at `loc` follows another, or is for new cases."""
    at = loc.index("tasks")
    task, population = tree.value(loc[: at + 2]), tree.value(loc[:at]).get("population")
    return "after" in task or (isinstance(population, dict) and "incidence" in population)
