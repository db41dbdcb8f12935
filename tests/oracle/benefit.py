"""Hours per person who benefits: what they are divided by, which tasks find, and how far off they may be."""

from __future__ import annotations

from tests.oracle.cascade import Document, asked, asked_in
from tests.oracle.course import AGAIN, AGE, CASE, beginning, is_of_course
from tests.oracle.people import Cell
from tests.oracle.quantities import plain, rate, share, signed_share
from tests.oracle.stretches import stretches


def helped_of_one(benefit: Document) -> float:
    """Share of those treated who benefit; zero or below where nobody is expected to."""
    if "nnt" in benefit:
        return 1 / float(plain(benefit["nnt"]))
    if "relative_risk" in benefit:
        return _reduction(benefit, plain(benefit["relative_risk"]))
    return signed_share(benefit["risk_reduction"])


def _reduction(benefit: Document, relative_risk: object) -> float:
    """The absolute reduction of a risk that is changed in this proportion."""
    return share(benefit["baseline_risk"]) * (1 - float(str(relative_risk)))


def comes_back(recommendation: Document, name: str) -> bool:
    """Whether people have the task again and again without end: it has a frequency, or follows events of one that has.

    Courses that end are counted as they begin.
    """
    return beginning(recommendation, name).kind == AGAIN and not is_of_course(recommendation, name)


def begun_in_a_year(recommendation: Document, name: str, cell: Cell) -> float:
    """Of one listed person of a cell: how often a year they begin with the task or its course."""
    begins = beginning(recommendation, name)
    here = stretches(recommendation, cell)
    people = [asked_in(recommendation, name, each).people for each in here]
    if begins.kind == AGE:
        people = [part * each.coming_to(begins.month) for part, each in zip(people, here, strict=True)]
    often = {AGAIN: begins.rate, CASE: 1.0, AGE: 1.0}.get(begins.kind, 0.0)
    return sum(people) / len(people) * often


def treated_in_a_year(recommendation: Document, name: str, cell: Cell, horizon: float | None) -> float:
    """People of METHOD's "people who benefit", before the NNT: the people of a task, and not its events.

    Who lasts is spread over the horizon. Who comes back counts once a horizon, or once for each time they come where
    that is rarer: walk back to the task with the frequency and count how often it leads here, but for the visits of
    this task itself. New cases and those who reach an age are people once; of a course everybody who begins it.
    """
    task = recommendation["tasks"][name]
    what = asked(recommendation, name, cell)
    if comes_back(recommendation, name):
        assert horizon is not None
        if "frequency" in task:
            return what.people / horizon
        return what.people * min(_occasions(recommendation, task["after"]), 1 / horizon) if what.yearly else 0.0
    return begun_in_a_year(recommendation, name, cell) if what.yearly else 0.0


def _occasions(recommendation: Document, name: str) -> float:
    """Events a year of one person who has the task, from the frequency it all begins with."""
    task = recommendation["tasks"][name]
    if "frequency" in task:
        return rate(task["frequency"])
    return float(plain(task.get("times", 1))) * _occasions(recommendation, task["after"])


def counted_task(recommendation: Document) -> str | None:
    """The task whose people the benefit counts; None where the file does not say. Patients' own time is no task that
    might be meant beside one of staff."""
    tasks = recommendation["tasks"]
    if "applies_to" in recommendation["benefit"]:
        return str(recommendation["benefit"]["applies_to"])
    of_staff = [name for name, task in tasks.items() if task.get("role") != "patient"]
    meant = of_staff or list(tasks)
    return meant[0] if len(meant) == 1 else None


def is_treating(recommendation: Document, name: str) -> bool:
    """Whether the task is the one whose people the benefit counts, or comes after it."""
    tasks = recommendation["tasks"]
    treated = counted_task(recommendation) or next(iter(tasks))
    return name == treated or ("after" in tasks[name] and is_treating(recommendation, tasks[name]["after"]))


def at_the_ends(benefit: Document, hours: float) -> tuple[float | None, float | None]:
    """The hours where most and where fewest benefit; None where the file does not say, or there is no limit."""
    if "relative_risk" in benefit:
        return _at_the_ends_of_a_ratio(benefit, hours)
    given = benefit["nnt"] if "nnt" in benefit else benefit["risk_reduction"]
    if not isinstance(given, dict):
        return None, None
    if "nnt" in benefit:
        middle = float(plain(given))
        low, high = (None if end not in given else hours * float(given[end]) / middle for end in ("low", "high"))
        return low, high
    low = None if "high" not in given else hours * helped_of_one(benefit) / signed_share(given["high"])
    if "low" not in given or signed_share(given["low"]) <= 0:
        return low, None
    return low, hours * helped_of_one(benefit) / signed_share(given["low"])


def _at_the_ends_of_a_ratio(benefit: Document, hours: float) -> tuple[float | None, float | None]:
    """The lower the relative risk, the more benefit; at 1 and above nobody does, and the hours have no limit."""
    given = benefit["relative_risk"]
    ends = [given.get(end) if isinstance(given, dict) else None for end in ("low", "high")]
    reductions = [None if end is None else _reduction(benefit, end) for end in ends]
    return tuple(  # type: ignore[return-value]
        None if one is None or one <= 0 else hours * helped_of_one(benefit) / one for one in reductions
    )
