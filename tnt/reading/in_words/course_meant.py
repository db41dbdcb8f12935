"""`weekly for 6 weeks`, where a course can begin: the two keys that say it."""

from __future__ import annotations

import yaml

from tnt.diagnostics import Code, ValueProblem
from tnt.reading.yaml.tree import KeyPath, Tree


def in_its_place(problem: ValueProblem, tree: Tree, loc: KeyPath) -> ValueProblem:
    """A frequency that says how long it lasts: where courses of the task can begin, it is meant as two keys and not as
    so many events a year. Any other problem as it is."""
    said = problem.values
    if problem.code is not Code.COURSE or not _begins_courses(tree, loc):
        return problem
    if "often" in said:
        often, period = said["often"], said["period"]
    elif problem.suggestion == "1 / year" and "after" not in tree.value(loc[: loc.index("tasks") + 2]):
        return ValueProblem(problem.code, "once", **said)  # of each new case
    elif problem.suggestion is not None and problem.suggestion.endswith(" / year"):
        often, period = problem.suggestion, "1 year"  # as many of each course
    else:
        return problem
    if isinstance(tree.value(loc[: loc.index("tasks") + 3]), dict):
        return ValueProblem(problem.code, None, **said)  # two keys do not fit where a figure of the number stands
    return ValueProblem(
        problem.code, f"frequency: {often}{between_keys(tree, loc[: loc.index('tasks') + 3])}for: {period}", **said
    )


def between_keys(tree: Tree, path: KeyPath) -> str:
    """What stands between the key at a path and the next: in braces a comma, else a line break and what the line is set
    in."""
    _, part, _ = tree.nodes(path[:-1])
    key, _, _ = tree.nodes(path)
    in_braces = isinstance(part, yaml.MappingNode) and part.flow_style
    return ", " if in_braces or key is None else "\n" + " " * key.start_mark.column


def is_two_keys(problem: ValueProblem) -> bool:
    """Whether what is suggested is to stand in place of the key too."""
    return problem.code is Code.COURSE and (problem.suggestion or "").startswith("frequency:")


def _begins_courses(tree: Tree, loc: KeyPath) -> bool:
    """Whether the task with the frequency at `loc` follows another, or is for new cases."""
    at = loc.index("tasks")
    task, population = tree.value(loc[: at + 2]), tree.value(loc[:at]).get("population")
    return "after" in task or (isinstance(population, dict) and "incidence" in population)
