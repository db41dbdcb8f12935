"""Hours per person who benefits: what they are divided by, which tasks find, and how far off they may be."""

from __future__ import annotations

from tests.oracle.cascade import Document, asked
from tests.oracle.people import Cell
from tests.oracle.quantities import once, plain, rate, signed_share


def helped_of_one(benefit: Document) -> float:
    """Share of those treated who benefit; zero or below where nobody is expected to."""
    return 1 / float(plain(benefit["nnt"])) if "nnt" in benefit else signed_share(benefit["risk_reduction"])


def comes_back(recommendation: Document, name: str) -> bool:
    """Whether people have the task again and again: it has a frequency, or follows events of one that does."""
    task = recommendation["tasks"][name]
    if "frequency" in task:
        return not once(task["frequency"])
    return comes_back(recommendation, task["after"])


def treated_in_a_year(recommendation: Document, name: str, cell: Cell, horizon: float | None) -> float:
    """People of METHOD's "people who benefit", before the NNT: the people of a task, and not its events.

    Who lasts is spread over the horizon. Who comes back counts once a horizon, or once for each time they come where
    that is rarer: walk back to the task with the frequency and count how often it leads here, but for the visits of
    this task itself. New cases and those who reach an age are people once.
    """
    task = recommendation["tasks"][name]
    what = asked(recommendation, name, cell)
    if comes_back(recommendation, name):
        assert horizon is not None
        if "frequency" in task:
            return what.people / horizon
        return what.people * min(_occasions(recommendation, task["after"]), 1 / horizon) if what.yearly else 0.0
    return what.people if what.yearly else 0.0


def _occasions(recommendation: Document, name: str) -> float:
    """Events a year of one person who has the task, from the frequency it all begins with."""
    task = recommendation["tasks"][name]
    if "frequency" in task:
        return rate(task["frequency"])
    return float(plain(task.get("times", 1))) * _occasions(recommendation, task["after"])


def is_treating(recommendation: Document, name: str) -> bool:
    """Whether the task is the one whose people the benefit counts, or comes after it."""
    tasks = recommendation["tasks"]
    treated = recommendation["benefit"].get("applies_to", next(iter(tasks)))
    return name == treated or ("after" in tasks[name] and is_treating(recommendation, tasks[name]["after"]))


def at_the_ends(benefit: Document, hours: float) -> tuple[float | None, float | None]:
    """The hours where most and where fewest benefit; None where the file does not say, or there is no limit."""
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
